"""Finds tables among the lines of a text: between bars, flattened into words, or with one cell a line."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from usmex_data.document.captions import is_caption, is_unit_alone, mark, mark_caption, names_unit
from usmex_data.document.cells import Span, head_cells, is_number, is_year, numbers_at_end, split_cells, unled
from usmex_data.document.lines import Line, ends_sentence, is_row, is_rule

__all__ = ["find_tables"]

_LABEL = 90
"""The words before the numbers of a row are no longer than this."""
_HEADS = 6
"""A table has no more lines of heads than this above its rows."""
_LAST, _LAST_WORDS = "%)…*–—-†‡abcdeA", ("..", "n.a.")
"""With what a row of numbers may end besides a digit."""


@dataclass(slots=True)
class _Row:
    """What a line would be as a row of a table."""

    cells: list[str]
    numbers: int
    """How many of its last cells hold a number or nothing."""
    label: int
    """How long the words before them are."""
    wide: bool
    """Whether gaps divide its numbers."""

    @property
    def years(self) -> bool:
        """Whether its numbers are all years: such a row is a head."""
        return self.numbers > 0 and all(map(is_year, self.cells[-self.numbers :]))


class _Gaps:
    """Where wide gaps were printed, by place in the repaired text."""

    def __init__(self, text: str, wide: Sequence[int]) -> None:
        self._text = text
        self._wide = frozenset(wide)
        self._sorted = sorted(wide)

    def at(self, place: int) -> bool:
        return place in self._wide or self._text[place] == "\t"

    def within(self, start: int, end: int) -> bool:
        index = bisect_left(self._sorted, start)
        return (index < len(self._sorted) and self._sorted[index] < end) or "\t" in self._text[start:end]


def find_tables(lines: list[Line], text: str, wide: Sequence[int]) -> None:
    """Give the lines of each table its number and their ``role``; ``text`` holds the lines, ``wide`` its gaps."""
    gaps = _Gaps(text, wide)
    number = 0
    index = 0
    while index < len(lines):
        line = lines[index]
        stop = index + 1
        if is_row(line.text) and "|" in line.text:
            stop = _barred(lines, index, number)
        elif " | " in line.text:
            stop = _loose(lines, index, number)
        elif line.text[-1].isdecimal() or line.text[-1] in _LAST or line.text.endswith(_LAST_WORDS):
            stop = _flattened(lines, index, number, gaps) or _stacked(lines, index, number)
        number += bool(line.role)
        index = stop


# ----------------------------------------------------------------------------------------------------- between bars
def _barred(lines: list[Line], start: int, number: int) -> int:
    """Mark the rows between bars that begin at ``start``; the first line behind them."""
    stop = start + 1
    while stop < len(lines) and lines[stop].gap == 1 and (is_row(lines[stop].text) or is_rule(lines[stop].text)):
        stop += 1
    ruled = next((index for index in range(start, stop) if is_rule(lines[index].text)), start)
    last = ruled
    while ruled > start and last + 2 < stop and _heads_too(lines[last + 1].text):
        last += 1
    for index in range(start, stop):
        mark(lines[index], number, "head" if index < ruled or index <= last > ruled else "row")
    if ruled == start and not _has_numbers(lines[start].text):
        mark(lines[start], number, "head")
    mark_caption(lines, start - 1, number)
    return stop


def _heads_too(row: str) -> bool:
    """Whether a row below the rule still heads columns: it has no label, and years or units."""
    label, *cells = [cell.strip() for cell in row.strip().strip("|").split("|")]
    words = [cell for cell in cells if cell]
    return not label and bool(words) and all(is_year(cell) or is_unit_alone(cell) for cell in words)


def _loose(lines: list[Line], start: int, number: int) -> int:
    """Mark the rows with bars only between their cells that begin at ``start``; the first line behind them."""
    stop = start + 1
    while stop < len(lines) and lines[stop].gap == 1 and (" | " in lines[stop].text or is_rule(lines[stop].text)):
        stop += 1
    rows = [index for index in range(start, stop) if _has_numbers(lines[index].text)]
    if not rows or (stop - start < 2 and lines[start].text.count(" | ") < 2):
        return stop
    for index in range(start, stop):
        mark(lines[index], number, "head" if index < rows[0] else "row")
    mark_caption(lines, start - 1, number)
    return stop


def _has_numbers(row: str) -> bool:
    """Whether a row between bars holds a number that is no year."""
    cells = [cell.strip() for cell in row.strip("|").split("|")]
    return any(is_number(cell) and not is_year(cell) for cell in cells)


# -------------------------------------------------------------------------------------------- flattened into words
def _row(line: Line, gaps: _Gaps) -> _Row:
    # cells are told in the text of the line alone, its gaps in the whole text
    spans = split_cells(line.text, 0, len(line.text), lambda place: gaps.at(line.start + place))
    count = numbers_at_end(line.text, spans)
    first = spans[-count][0] if count else len(line.text)
    label = line.text[:first].rstrip() if count else ""
    led = len(unled(label)) < len(label)
    wide = led or (count > 0 and gaps.within(line.start + max(0, first - 1), line.end))
    return _Row([line.text[low:high] for low, high in spans], count, first, wide)


def _is_data(row: _Row) -> bool:
    return row.numbers >= (1 if row.wide else 2) and row.label <= _LABEL and not row.years


def _flattened(lines: list[Line], start: int, number: int, gaps: _Gaps) -> int:
    """Mark the table whose first row of numbers is at ``start``; the first line behind its rows, 0 if there is none."""
    first = _row(lines[start], gaps)
    if not _is_data(first):
        return 0
    found = [start]
    index = start + 1
    while index < len(lines) and lines[index].gap <= 2:
        row = _row(lines[index], gaps)
        same = row.numbers == first.numbers or (row.wide and first.wide)
        if _is_data(row) and same:
            found.append(index)
        elif not _is_between(lines, index, first, gaps):
            break
        index += 1
    heads = _heads_above(lines, start, first.numbers, gaps)
    if not _is_table(lines, found, first, heads):
        return found[-1] + 1
    for place in range(start, found[-1] + 1):
        mark(lines[place], number, "row")
    for place in heads:
        mark(lines[place], number, "head")
    mark_caption(lines, min([start, *heads]) - 1, number)
    return found[-1] + 1


def _is_between(lines: list[Line], index: int, first: _Row, gaps: _Gaps) -> bool:
    """Whether a short line among the rows heads some of them: the next line is a row again."""
    line = lines[index]
    if index + 1 == len(lines) or lines[index + 1].gap > 1 or len(line.text) > 60 or ends_sentence(line.text):
        return False
    following, row = _row(lines[index + 1], gaps), _row(line, gaps)
    return _is_data(following) and following.numbers == first.numbers and not row.numbers


def _is_table(lines: list[Line], found: list[int], first: _Row, heads: list[int]) -> bool:
    """Whether rows of numbers are a table: several of them, or a head over columns that gaps divide."""
    if first.numbers == 1:
        return len(found) > 1 and (first.wide or any(names_unit(lines[index].text) for index in heads))
    if not first.label:
        return bool(heads) and len(found) > 1
    return len(found) > 1 or (first.wide and first.numbers > 1)


def _heads_above(lines: list[Line], start: int, columns: int, gaps: _Gaps) -> list[int]:
    """The lines above the first row that name its columns, or units for all of them."""
    found: list[int] = []
    for index in range(start - 1, max(-1, start - 1 - _HEADS), -1):
        line, apart = lines[index], lines[index + 1].gap > 1
        if line.role or line.text.startswith("#") or is_caption(line.text):
            break
        if ends_sentence(line.text) or len(line.text) > 120 or lines[index + 1].gap > 2:
            break
        if apart and not (_row(line, gaps).years or names_unit(line.text) or _has_columns(line, columns, gaps)):
            break
        found.append(index)
        if apart and found and not is_unit_alone(line.text) and not _has_columns(line, columns, gaps):
            break
    return found


def _has_columns(line: Line, columns: int, gaps: _Gaps) -> bool:
    """Whether a line has about as many cells as its table has columns."""
    cells: list[Span] = split_cells(line.text, 0, len(line.text), lambda place: gaps.at(line.start + place))
    return columns > 1 and len(head_cells(line.text, cells, columns)) in (columns, columns + 1)


# ------------------------------------------------------------------------------------------------ one cell a line
def _stacked(lines: list[Line], start: int, number: int) -> int:
    """Mark a table of one cell a line whose first number is at ``start``; the first line not read."""
    columns = _numbers_from(lines, start)
    years = columns and all(is_year(line.text) for line in lines[start : start + columns])
    if columns < 2 or not start or not _is_label(lines[start - 1].text) or lines[start].gap > 2:
        return start + 1
    begin = start + columns if years else start - 1
    stop = begin
    while stop + columns < len(lines) and _is_label(lines[stop].text):
        if lines[stop].role or _numbers_from(lines, stop + 1) != columns:
            break
        stop += columns + 1
    if stop - begin < 2 * (columns + 1):
        return start + 1
    for index in range(begin, stop):
        mark(lines[index], number, "row" if (index - begin) % (columns + 1) == 0 else "cell")
    above = _stacked_heads(lines, begin, start - 1 if years else begin - columns, cornered=bool(years))
    for place, index in enumerate(above):
        mark(lines[index], number, "cell" if place else "head")
    mark_caption(lines, min([begin, *above]) - 1, number)
    return stop


def _numbers_from(lines: list[Line], start: int) -> int:
    """How many lines from ``start`` on hold a number each."""
    stop = start
    while stop < len(lines) and stop - start < 40 and is_number(lines[stop].text) and lines[stop].gap <= 2:
        stop += 1
    return stop - start


def _is_label(text: str) -> bool:
    return len(text) <= _LABEL and text[0].isalpha() and not ends_sentence(text) and not text[-1].isdecimal()


def _stacked_heads(lines: list[Line], begin: int, first: int, *, cornered: bool) -> list[int]:
    """The lines of the heads over columns of single cells: from ``first``, or the corner before it, on."""
    corner = not cornered and first > 0 and lines[first].gap <= 2 and _is_label(lines[first - 1].text)
    low = first - 1 if corner and not is_caption(lines[first - 1].text) and not lines[first - 1].role else first
    fits = low >= 0 and not any(
        line.role or len(line.text) > _LABEL or ends_sentence(line.text) or is_caption(line.text)
        for line in lines[max(low, 0) : begin]
    )
    return list(range(low, begin)) if fits else []
