"""What the row of a table is made of: its cells, told by bars, wide gaps or the numbers that it ends with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import pairwise

from usmex_data.document.document import Cell
from usmex_data.document.word_lists import words as word_list

__all__ = [
    "Span",
    "TableLayout",
    "cells_of",
    "head_cells",
    "is_number",
    "is_year",
    "numbers_at_end",
    "split_cells",
    "unled",
]

Span = tuple[int, int]
_Wide = Callable[[int], bool]

_EMPTY = r"\.{2,3}|…|[-–—]{1,3}|[Nn]\.?/?[Aa]\.?|\*{1,2}"
_NUMBER = re.compile(
    r"""
    [(\[]?[-+−–]?(?:[A-Z]{0,3}[$€£¥]\s?)?[-+−–]?                                # ($
    (?:\d{1,3}(?:[ \u00a0\u202f\u2009]\d{3}){1,5} | \d{1,15}(?:[.,]\d{1,15}){0,6} | \.\d{1,9})
    (?:[-–]\d{1,15}(?:[.,]\d{1,15}){0,6})?                                       # 4-5
    \s?%?[)\]]?(?:[*†‡]{1,3}|[a-e])?                                             # %), a note's mark
    """,
    re.VERBOSE,
)
_NOTHING = re.compile(_EMPTY)
_YEAR = re.compile(r"(?:FY|CY)?\s?['’]?(?:1[5-9]|20|21)\d\d(?:\s?[-–/]\s?(?:\d\d|(?:1[5-9]|20|21)\d\d))?[a-z*]?")
_TOKEN = re.compile(r"\S+")
_SIGN = re.compile(r"[A-Z]{0,3}[$€£¥₹]")
_CLOSING = re.compile(r"%?\)?%?")
_GOES_ON = "^^"
"""In a cell: the one above goes on."""
_CLOSED = re.compile(r"\([^()]{1,60}\)(?=\s|\Z)")
_RANGE = re.compile(r"(?:under |over |[<>≤≥]\s?)?\d[\d,.]*\s?[-–]\s?\d[\d,.]*")
_LEADERS = re.compile(r"(?:[.…_·]\s?){3,}\Z")
"""The dots that lead from a label to its number."""


def is_number(text: str) -> bool:
    """Whether a cell holds one number and nothing else."""
    return _NUMBER.fullmatch(text) is not None


def _is_filled(text: str) -> bool:
    return is_number(text) or _NOTHING.fullmatch(text) is not None


def is_year(text: str) -> bool:
    """Whether a cell is a year or a span of years."""
    return _YEAR.fullmatch(text) is not None


def split_cells(text: str, start: int, end: int, is_wide: _Wide) -> list[Span]:
    """The cells of a row ``text[start:end]``; ``is_wide`` says of a space whether it was printed as a gap."""
    if text.startswith("|", start) or text.find(" | ", start, end) >= 0 or text.count("|", start, end) > 1:
        return _barred(text, start, end)
    pieces = _pieces(text, start, end, is_wide)
    found: list[Span] = []
    for piece in pieces:
        found += _tail_apart(text, *piece, alone=len(pieces) == 1)
    return _signed(found, text) if len(pieces) > 1 else found


def _barred(text: str, start: int, end: int) -> list[Span]:
    """The cells between bars, empty ones included."""
    places = [place for place in range(start, end) if text[place] == "|"]
    edges = [*([] if text.startswith("|", start) else [start - 1]), *places]
    if not text.endswith("|", start, end):
        edges.append(end)
    return [_stripped(text, low + 1, high) for low, high in pairwise(edges)]


def _stripped(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _pieces(text: str, start: int, end: int, is_wide: _Wide) -> list[Span]:
    found: list[Span] = []
    low = start
    for place in range(start, end):
        if text[place].isspace() and is_wide(place):
            if low < place:
                found.append((low, place))
            low = place + 1
    return [*found, (low, end)] if low < end else found


def _tail_apart(text: str, start: int, end: int, *, alone: bool) -> list[Span]:
    """A piece between gaps, and each of the numbers that it ends with on its own."""
    if not alone and _is_filled(text[start:end]):
        return [(start, end)]
    tokens = _signed([match.span() for match in _TOKEN.finditer(text, start, end)], text)
    tail = 0
    while tail < len(tokens) and _is_filled(text[slice(*tokens[-1 - tail])]):
        tail += 1
    if tail < (1 if alone else 2):
        return [(start, end)]
    cells = tokens[len(tokens) - tail :]
    label = unled(text[start : cells[0][0]])
    return [*([(start, start + len(label))] if label else []), *cells]


def unled(label: str) -> str:
    """A label without the dots that lead from it to its number."""
    return _LEADERS.sub("", label.rstrip()).rstrip()


def _signed(tokens: list[Span], text: str) -> list[Span]:
    """The tokens, a sign of money, a percent sign or a parenthesis that stands alone made one with its number."""
    found: list[Span] = []
    for start, end in tokens:
        before = text[slice(*found[-1])] if found else ""
        opens = before and _SIGN.fullmatch(before) and (text[start].isdecimal() or text[start] in "(-–−.")
        if opens or (before[-1:].isdecimal() and _CLOSING.fullmatch(text, start, end)):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def numbers_at_end(text: str, cells: list[Span]) -> int:
    """How many cells at the end of a row hold a number or nothing; 0 where none of them holds a number."""
    tail, real = 0, False
    for start, end in reversed(cells):
        if not _is_filled(text[start:end]):
            break
        tail += 1
        real = real or is_number(text[start:end])
    return tail if real else 0


def _labels(text: str, cells: list[Span], *, labelled: bool) -> int:
    """How many cells of a row come before its numbers: its label, or the year or range that stands for one.

    ``labelled`` says that the first cell is a label whatever it holds.
    """
    words = [text[start:end] for start, end in cells]
    year = is_year(words[0]) and len(words) > 1 and not all(map(is_year, words[1:]))
    first = int(labelled or year or (len(words) > 1 and _RANGE.fullmatch(words[0]) is not None))
    filled = (place for place, word in enumerate(words) if place >= first and word and _is_filled(word))
    return next(filled, max(first, min(1, len(words))))


def head_cells(text: str, cells: list[Span], columns: int) -> list[Span]:
    """The cells of a head: as many as there are columns, where its parentheses or words are so many."""
    if len(cells) != 1 or columns < 2:
        return cells
    start, end = cells[0]
    closed = [match.end() for match in _CLOSED.finditer(text, start, end)]
    if len(closed) > 1 and columns % len(closed) == 0:
        edges = [start, *closed[:-1], end]
        return [_stripped(text, low, high) for low, high in pairwise(edges)]
    words = [match.span() for match in _TOKEN.finditer(text, start, end)]
    return words if len(words) in (columns, columns + 1) and not closed else cells


# ------------------------------------------------------------------------------------------------- rows under heads
@dataclass(slots=True)
class TableLayout:
    """The parts of a table in the finished text, in order: captions, heads and rows."""

    captions: list[Span] = field(default_factory=list)
    heads: list[Span] = field(default_factory=list)
    rows: list[Span] = field(default_factory=list)


def cells_of(text: str, layout: TableLayout, is_wide: _Wide) -> list[Cell]:
    """The cells of a table's rows, each with what names its column, its row, its part and the table."""
    found: list[Cell] = []
    barred = bool(layout.rows) and text.find("|", *layout.rows[0]) >= 0
    heads = [_without_hashes(text, *head) for head in layout.heads]
    labelled = any(text[low:high].strip("| ").lower() in _label_heads() for low, high in _firsts(text, heads, is_wide))
    over: dict[tuple[int, int], list[tuple[Span, ...]]] = {}
    corners: dict[tuple[int, int], tuple[Span, ...]] = {}
    captions, section = tuple(layout.captions), tuple[Span, ...]()
    before: list[Span] = []
    for row in layout.rows:
        cells = before = _from_above(text, split_cells(text, *row, is_wide), before)
        count = _labels(text, cells, labelled=labelled and len(cells) > 1)
        shape = (len(cells), count)
        if shape not in over:
            split = [head_cells(text, split_cells(text, *head, is_wide), shape[0] - count) for head in heads]
            over[shape] = _heads_of(text, split, shape, barred=barred)
            corners[shape] = tuple(cell for head in heads for cell in _corner(text, head, shape, is_wide))
        labels = tuple(cell for cell in cells[:count] if cell[0] < cell[1])
        if len(labels) == 1 and not any(low < high for low, high in cells[count:]):
            section = labels
        for place, cell in enumerate(cells):
            if cell[0] == cell[1] or cell[0] < row[0]:
                continue
            if place < count:
                found.append(Cell(*cell, captions=captions))
                continue
            above = _shared(text, over[shape], cells, place, count) if barred else over[shape][place - count]
            found.append(
                Cell(*cell, above, labels, captions, section, corners[shape], place - count, bool(heads) and not above)
            )
    return found


def _from_above(text: str, cells: list[Span], above: list[Span]) -> list[Span]:
    """The cells of a row, with the cell above in place of the sign that it goes on."""
    if len(cells) != len(above):
        return cells
    return [up if text[slice(*cell)] == _GOES_ON else cell for cell, up in zip(cells, above, strict=True)]


def _shared(text: str, over: Sequence[tuple[Span, ...]], row: list[Span], place: int, count: int) -> tuple[Span, ...]:
    """The heads over a cell between bars; over one that goes on, those that all its columns share."""
    stop = place + 1
    while stop < len(row) and _first(text, row, stop) == place:
        stop += 1
    own = over[place - count]
    if stop == place + 1:
        return own
    return tuple(head for head in own if all(head in heads for heads in over[place - count + 1 : stop - count]))


def _first(text: str, cells: list[Span], place: int) -> int:
    """The place of the cell that reaches to ``place``: with nothing between two bars, the one before goes on."""
    while place and cells[place][0] == cells[place][1] and text[cells[place][0] - 1] == "|":
        place -= 1
    return place


def _firsts(text: str, heads: Sequence[Span], is_wide: _Wide) -> list[Span]:
    """The first cell of each head."""
    split = (split_cells(text, *head, is_wide) for head in heads)
    return [cells[0] for cells in split if len(cells) > 1]


@cache
def _label_heads() -> frozenset[str]:
    return word_list("layout", "table", "label_heads")


def _corner(text: str, head: Span, shape: tuple[int, int], is_wide: _Wide) -> list[Span]:
    """The cells of a head over the labels: a table of few words may say there what all its numbers are of."""
    width, count = shape
    cells = head_cells(text, split_cells(text, *head, is_wide), width - count)
    return [cell for cell in cells[:count] if cell[0] < cell[1]] if len(cells) == width else []


def _heads_of(
    text: str, heads: Sequence[list[Span]], shape: tuple[int, int], *, barred: bool
) -> list[tuple[Span, ...]]:
    """For each column of numbers the heads over it, the nearest first; ``shape``: how many cells, and labels."""
    width, count = shape
    if not barred:
        return [tuple(_above(heads, column, width, count)) for column in range(width - count)]
    return [tuple(_over(text, heads, column, width, count)) for column in range(width - count)]


def _without_hashes(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in "# ":
        start += 1
    return start, end


def _over(text: str, heads: Sequence[list[Span]], column: int, width: int, count: int) -> list[Span]:
    """The heads over a column between bars, the nearest first; an empty cell of an upper head belongs to its left."""
    found: list[Span] = []
    for nearness, cells in enumerate(reversed(heads)):
        if len(cells) not in (width, width - 1):
            found += _spread(cells, column, width - count)
            continue
        shift = width - len(cells)
        place = _first(text, cells, column + count - shift)
        while nearness and place > max(0, count - shift) and cells[place][0] == cells[place][1]:
            place -= 1
        found.append(cells[place])
    return [cell for cell in found if cell[0] < cell[1] and text[slice(*cell)] != _GOES_ON]


def _above(heads: Sequence[list[Span]], column: int, width: int, count: int) -> list[Span]:
    """The heads over a column of a table without bars, the nearest first."""
    found: list[Span] = []
    for cells in reversed(heads):
        whole = len(cells) == width and count > 0
        found += [cells[column + count]] if whole else _spread(cells, column, width - count)
    return found


def _spread(cells: list[Span], column: int, columns: int) -> list[Span]:
    """The one of some heads that stands over a column, if they divide the columns; one alone stands over all."""
    own = cells if cells and columns % len(cells) == 0 else cells[1:]  # a corner stands over the labels
    if own and columns % len(own) == 0 and (len(own) > 1 or len(cells) == 1 or columns == 1):
        return [own[column * len(own) // columns]]
    return []
