"""Tables on a PDF page: lines whose pieces stand in the same columns, most of them numbers."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Final

from usmex_data.formats import tables
from usmex_data.formats.pdf_letters import Piece
from usmex_data.formats.tables import TableCell

__all__ = ["find_tables", "is_number"]

_NUMBER: Final = re.compile(
    r"[(\[]?[-+−–]?\s?(?:[A-Z]{0,3}[$€£¥]\s?)?[-+−–]?\d[\d.,\s]{0,20}\s?%?[)\]]?[*†‡a-e⁰¹²³⁴⁵⁶⁷⁸⁹]{0,3}"
)
_YEAR: Final = re.compile(r"(?:FY|CY)?\s?['’]?(?:1[5-9]|20|21)\d\d(?:\s?[-–/]\s?\d{2,4})?")
_NOTHING: Final = re.compile(r"\.{1,3}|…|[-–—]{1,3}|n\.?/?a\.?|\*{1,3}", re.IGNORECASE)
_HEADS: Final = 5
"""A table has no more lines of heads."""
_GROUP: Final = 60
"""The name of a group of rows is no longer."""
_FAR: Final = 3.0
"""Lines of a table are no further apart than so many times their size."""

Row = list[Piece]


def is_number(text: str) -> bool:
    """Whether a cell holds one number and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def _is_data(row: Row) -> bool:
    """Whether a line may be a row of figures: several pieces, one of them a number that is no year."""
    return len(row) > 1 and any(is_number(p.text) and not _YEAR.fullmatch(p.text) for p in row)


def find_tables(rows: list[Row]) -> Iterator[str | list[Row]]:
    """The lines in order: runs of them that are text, and tables as rows between bars."""
    text: list[Row] = []
    index = 0
    while index < len(rows):
        stop = _end(rows, index) if _is_data(rows[index]) else index
        found = _table(text, rows[index:stop]) if stop > index else None
        if found is None:
            text.append(rows[index])
            index += 1
            continue
        heads, lines = found
        if len(text) > heads:
            yield text[: len(text) - heads]
        yield lines
        text, index = [], stop
    if text:
        yield text


def _end(rows: list[Row], start: int) -> int:
    """The first line behind the rows of figures that begin at ``start``; a line between two of them is one too."""
    stop = start + 1
    index = start + 1
    while index < len(rows) and rows[index - 1][0].y - rows[index][0].y <= _FAR * rows[index][0].size:
        if _is_data(rows[index]):
            stop = index + 1
        elif index - stop > 1 or max(len(piece.text) for piece in rows[index]) > 60:
            break
        index += 1
    return stop


def _table(above: list[Row], rows: list[Row]) -> tuple[int, str] | None:
    """How many of the lines above belong to it, and the lines of the table; nothing where there are no columns."""
    columns = _columns(rows)
    if len(columns) < 2:
        return None
    count = _heads_above(above, rows[0], columns)
    group = 0
    if not count and above and len(above[-1]) == 1 and len(above[-1][0].text) <= _GROUP:
        # A line between the heads and the rows that says what the first of them are.
        count = _heads_above(above[:-1], above[-1], columns)
        group = min(count, 1)
    rows = [*above[len(above) - group :], *rows]
    above = above[: len(above) - group]
    heads = [_placed(row, columns, head=True) for row in above[len(above) - count :]]
    if len(rows) < 2 and not heads:
        return None
    data = _merged([(row[0].y, _placed(row, columns)) for row in rows])
    heads = _stacked(heads)
    lines = tables.lines([*heads, *data], len(heads))
    return count + group, "\n".join(lines)


def _columns(rows: list[Row]) -> list[tuple[float, float]]:
    """The edges of the columns, as the rows with the usual number of pieces show them; none if they overlap."""
    usual = Counter(len(row) for row in rows if _is_data(row)).most_common(1)[0][0]
    full = [row for row in rows if len(row) == usual]
    found = [(min(row[place].left for row in full), max(row[place].right for row in full)) for place in range(usual)]
    return found if all(one[1] < two[0] for one, two in pairwise(found)) else []


def _placed(row: Row, columns: list[tuple[float, float]], *, head: bool = False) -> list[TableCell]:
    """The pieces of a line in their columns; one over several columns is a cell that goes on."""
    cells: dict[int, tuple[int, str]] = {}
    for piece in row:
        first, last = _over(piece, row, columns) if head else _touched(piece, columns)
        width, text = cells.get(first, (last - first + 1, ""))
        cells[first] = (width, f"{text} {piece.text}".strip())
    found: list[TableCell] = []
    place = 0
    while place < len(columns):
        width, text = cells.get(place, (1, ""))
        following = min((each for each in cells if each > place), default=len(columns))
        width = max(1, min(width, following - place))
        found.append(TableCell(text, width))
        place += width
    return found


def _touched(piece: Piece, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column that a piece stands in, or the nearest one."""
    over = [place for place, (left, right) in enumerate(columns) if piece.left < right and left < piece.right]
    if over:
        return over[0], over[-1]
    nearest = min(range(len(columns)), key=lambda place: _distance(piece, columns[place]))
    return nearest, nearest


def _over(piece: Piece, row: Row, columns: list[tuple[float, float]]) -> tuple[int, int]:
    """The first and last column that a head is over: those in whose middle it stands, and that have no other head."""
    first, last = _touched(piece, columns)
    others = {
        place
        for other in row
        if other is not piece
        for place in range(_touched(other, columns)[0], _touched(other, columns)[1] + 1)
    }
    low, high = first, last
    while low > 1 and low - 1 not in others:
        low -= 1
    while first > 0 and high + 1 < len(columns) and high + 1 not in others:
        high += 1
    spans = [(i, j) for i in range(low, first + 1) for j in range(last, high + 1)]
    return min(spans, key=lambda span: _distance(piece, (columns[span[0]][0], columns[span[1]][1])))


def _distance(piece: Piece, column: tuple[float, float]) -> float:
    return abs((piece.left + piece.right) / 2 - (column[0] + column[1]) / 2)


def _heads_above(above: list[Row], first: Row, columns: list[tuple[float, float]]) -> int:
    """How many of the lines above the first row name its columns: pieces that stand over one or some of them each."""
    count = 0
    last = first
    for row in reversed(above[-_HEADS:]):
        near = row[0].y - last[0].y <= (_FAR if not count else 2.0) * last[0].size
        wide = any(piece.left <= columns[0][1] and piece.right >= columns[-1][0] for piece in row)
        alone = len(row) == 1 and (row[0].left < columns[0][1] or row[0].left < columns[1][0] - 4 * row[0].size)
        if not near or wide or alone or any(piece.text.endswith((".", ";")) and len(piece.text) > 40 for piece in row):
            break
        count += 1
        last = row
    return count


def _stacked(heads: list[list[TableCell]]) -> list[list[TableCell]]:
    """The heads, those of several lines in one: "Imports" over "(MW)" is "Imports (MW)"."""
    found: list[list[TableCell]] = []
    for row in heads:
        plain = all(cell.columns == 1 and not _YEAR.fullmatch(cell.text) for cell in row)
        if found and plain and all(cell.columns == 1 and not _YEAR.fullmatch(cell.text) for cell in found[-1]):
            found[-1] = [TableCell(f"{one.text} {two.text}".strip()) for one, two in zip(found[-1], row, strict=True)]
        else:
            found.append(row)
    return found


def _merged(rows: list[tuple[float, list[TableCell]]]) -> list[list[TableCell]]:
    """The rows, with lines that only go on with the words of the row above put to it."""
    steps = [one[0] - two[0] for one, two in pairwise(rows)]
    usual = median(steps) if steps else 0.0
    found: list[list[TableCell]] = []
    above = 0.0
    for y, row in rows:
        words = all(not cell.text or not (is_number(cell.text) or _NOTHING.fullmatch(cell.text)) for cell in row)
        if found and words and above - y < 0.85 * usual and len(row) == len(found[-1]):
            found[-1] = [
                TableCell(f"{one.text} {two.text}".strip(), one.columns)
                for one, two in zip(found[-1], row, strict=True)
            ]
        else:
            found.append(row)
        above = y
    return found
