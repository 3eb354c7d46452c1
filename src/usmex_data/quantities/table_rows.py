"""The figures of a table's row: each cell read on its own, under the heads of its column and the caption."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from ..document.cells import is_number, is_year
from ..document.document import Cell, Document
from .measures import Measure, combined, measure
from .quantity import Quantity

__all__ = ["row_figures"]

_Read = Callable[[str], list[Quantity]]
_MARK = re.compile(r"(?:[*†‡]{1,3}|[a-e])\Z")
_ACCOUNTED = re.compile(r"[(\[](.*)[)\]]\Z")
_SUFFIXED = re.compile(r"(?<=\b(?:19|20)\d\d)[a-z*]\b")
"""A year's letter for what is preliminary or forecast: "2024p"."""
_SHARES = ("percent", "percentage_point", "rank")
"""A head of such a unit holds for its column, whatever the rows are measured in."""
_NEAR = 90
"""A label is no longer than this."""


def row_figures(document: Document, cells: Sequence[Cell], read: _Read) -> Iterator[Quantity]:
    """The quantities of a row, in order, their offsets those of the document; ``read`` reads a piece of text."""
    text = document.text
    counted = any(is_number(text[cell.start : cell.end]) for cell in cells)
    for cell in cells:
        words = text[cell.start : cell.end]
        if is_number(words) and not _is_date(document, cell, words, read):
            found = _number(document, cell, words, read)
        else:
            found = read(words)
            if counted and not cell.labels and len(words) <= _NEAR:
                found = [_labelling(item) for item in found]
        yield from (_shifted(item, cell.start) for item in found)


def _labelling(item: Quantity) -> Quantity:
    """A figure of a row's label tells the row from others: "15-24 years"."""
    return item if item.disposition else replace(item, disposition="heading")


def _is_date(document: Document, cell: Cell, words: str, read: _Read) -> bool:
    """Whether a bare year in a cell is a date: where nothing over it says that the numbers below are amounts."""
    if not is_year(words):
        return False
    if not cell.labels:
        return True
    return not (_period(document, cell, read) or _measure(document, cell) != Measure("", Decimal(1)))


def _number(document: Document, cell: Cell, words: str, read: _Read) -> list[Quantity]:
    """The one number of a cell as a claim, in the unit and scale of its heads, at the time that they name."""
    closed = _ACCOUNTED.match(words)
    begin = 1 if words[0] in "([" else 0
    bare = _MARK.sub("", closed[1] if closed else words[begin:])
    found = [item for item in read(bare) if not item.disposition]
    if len(found) != 1:
        return read(words)
    item = found[0] if closed is None else _negative(found[0], len(words))
    item = _shifted(item, begin) if closed is None else item
    named = _measure(document, cell)
    if not item.unit:
        item = _times(replace(item, unit=named.unit, unit_inferred=bool(named.unit)), named.factor)
    elif named.unit in ("", item.unit) and item.scale == 1 and "percent" not in item.unit:
        item = _times(item, named.factor)
    under = tuple(document.text[start:end] for start, end in (*cell.heads, *cell.labels, *cell.captions))
    return [replace(item, disposition="claim", period=_period(document, cell, read), under=under)]


def _negative(item: Quantity, length: int) -> Quantity:
    """A cell in parentheses as accountants write a negative."""
    value = None if item.value is None else -abs(item.value)
    return replace(
        item, start=0, end=length, number_start=item.number_start + 1, number_end=item.number_end + 1, value=value
    )


def _times(item: Quantity, factor: Decimal) -> Quantity:
    value, low, high = (None if end is None else end * factor for end in (item.value, item.low, item.high))
    return replace(item, value=value, low=low, high=high)


def _measure(document: Document, cell: Cell) -> Measure:
    text = document.text
    heads = [measure(text[start:end], whole=True) for start, end in cell.heads]
    labels = [measure(text[span[0] : span[1]], whole=place > 0) for place, span in enumerate(cell.labels)]
    captions = [measure(text[start:end], whole=False) for start, end in cell.captions]
    shares = [found for found in heads if found and found.unit in _SHARES]
    return combined(iter([*shares, *reversed(labels), *heads, *captions]))


def _period(document: Document, cell: Cell, read: _Read) -> str:
    """The one time that the heads of a cell name, or its label, or the caption."""
    for start, end in (*cell.heads, *cell.labels, *cell.captions):
        words = _SUFFIXED.sub("", document.text[start:end])
        periods = [item.period for item in read(words) if item.disposition == "date" and item.period]
        if periods:
            return periods[0] if len(periods) == 1 else ""
    return ""


def _shifted(item: Quantity, by: int) -> Quantity:
    return replace(
        item,
        start=item.start + by,
        end=item.end + by,
        number_start=item.number_start + by,
        number_end=item.number_end + by,
    )
