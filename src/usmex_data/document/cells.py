"""What the row of a table is made of: its cells, told by bars, wide gaps or the numbers that it ends with."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from usmex_data.document.document import Cell

__all__ = ["Span", "TableLayout", "cells_of", "head_cells", "is_number", "is_year", "numbers_at_end", "split_cells"]

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
_SIGN = re.compile(r"[$€£¥]")
_CLOSED = re.compile(r"\([^()]{1,60}\)(?=\s|\Z)")


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
    if text.startswith("|", start) or text.count("|", start, end) > 1:
        return _barred(text, start, end)
    pieces = _pieces(text, start, end, is_wide)
    found: list[Span] = []
    for piece in pieces:
        found += _tail_apart(text, *piece, alone=len(pieces) == 1)
    return found


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
    label = text[start : cells[0][0]].rstrip()
    return [*([(start, start + len(label))] if label else []), *cells]


def _signed(tokens: list[Span], text: str) -> list[Span]:
    """The tokens, a sign of currency that stands alone made one with the number behind it."""
    found: list[Span] = []
    for start, end in tokens:
        if found and _SIGN.fullmatch(text, *found[-1]) and text[start].isdecimal():
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


def _labels(text: str, cells: list[Span]) -> int:
    """How many cells of a row come before its numbers: its label, or the year that stands for one."""
    words = [text[start:end] for start, end in cells]
    if is_year(words[0]) and len(words) > 1 and not all(map(is_year, words[1:])):
        return 1
    return next((place for place, word in enumerate(words) if word and _is_filled(word)), min(1, len(words)))


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
    """The cells of a table's rows, each with what names its column, its row and the table."""
    found: list[Cell] = []
    heads = [_without_hashes(text, *head) for head in layout.heads]
    barred = bool(layout.rows) and text.count("|", *layout.rows[0]) > 1
    split: dict[int, list[list[Span]]] = {}
    for row in layout.rows:
        cells = split_cells(text, *row, is_wide)
        count = _labels(text, cells)
        columns = len(cells) - count
        if columns not in split:
            split[columns] = [head_cells(text, split_cells(text, *head, is_wide), columns) for head in heads]
        labels = tuple(cell for cell in cells[:count] if cell[0] < cell[1])
        for place, cell in enumerate(cells):
            if cell[0] == cell[1]:
                continue
            heads_here = split[columns] if place >= count else []
            over = _over(heads_here, place, len(cells)) if barred else _above(heads_here, place - count, columns)
            own = labels if place >= count else ()
            found.append(Cell(*cell, tuple(over), own, tuple(layout.captions)))
    return found


def _without_hashes(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in "# ":
        start += 1
    return start, end


def _over(heads: Sequence[list[Span]], place: int, width: int) -> list[Span]:
    """The heads over a place between bars, the nearest first."""
    found = [cells[place] for cells in heads if len(cells) == width]
    return [cell for cell in reversed(found) if cell[0] < cell[1]]


def _above(heads: Sequence[list[Span]], column: int, columns: int) -> list[Span]:
    """The heads over a column of a table without bars, the nearest first; those of one cell stand over all."""
    found: list[Span] = []
    for cells in reversed(heads):
        own = cells if cells and columns % len(cells) == 0 else cells[1:]  # a corner stands over the labels
        if own and columns % len(own) == 0 and (len(own) > 1 or len(cells) == 1 or columns == 1):
            found.append(own[column * len(own) // columns])
    return found
