"""The figures of tables: each cell in the unit and scale of its heads, at the time that they and its label name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ..catalogue.doubts import Doubt, in_order
from ..catalogue.unit import Unit
from ..document.cells import Span, is_number, is_year
from ..document.document import Cell, Document
from ..language import alternatives, table
from .measures import Measure, combined, measure
from .quantity import Quantity
from .table_periods import composed

__all__ = ["Rows"]

_Read = Callable[[str], list[Quantity]]
_ONE = Decimal(1)
_NOTHING = Measure("", _ONE)
_PLAIN = re.compile(
    r"""
    (?P<open>[(\[])? \s?(?P<sign>[-+−–])? (?:(?P<money>[$€£¥])\s?)? (?P<inner>[-−–])?
    (?P<digits>\d{1,3}(?:,\d{3})+(?:\.\d+)? | \d{1,3}(?:[ \u00a0\u202f\u2009]\d{3})+(?:\.\d+)? | \d+(?:\.\d+)? | \.\d+)
    (?P<glued>(?<=,\d\d\d)\d)? \s?(?P<percent>%)? (?P<close>[)\]])? %? (?P<mark>[*†‡]{1,3}|[a-e])?
    """,
    re.VERBOSE,
)
"""A cell that is one number with its signs; ``glued`` is the mark of a note that lost its raised place: "1,2043"."""
_PAIR = re.compile(r"([-+−–]?\d[\d,]*(?:\.\d+)?%?)\s?\(([-+−–]?\d[\d,]*(?:\.\d+)?(?:\s?[-–]\s?\d+(?:\.\d+)?)?\s?%?)\)")
_SPACES = re.compile(r"[, \u00a0\u202f\u2009]")
_MARK = re.compile(r"(?:[*†‡]{1,3}|[a-e])\Z")
_ACCOUNTED = re.compile(r"[(\[](.*)[)\]]\Z")
_SUFFIXED = re.compile(r"(?<=\b(?:19|20)\d\d)[a-z*]\b")
"""A year's letter for what is preliminary or forecast: "2024p"."""
_SHARES = ("percent", "percentage_point", "rank")
"""A head of such a unit holds for its column, whatever the rows are measured in."""
_NEAR = 90
"""A label is no longer than this."""


class _Column(NamedTuple):
    """What the heads and captions of a column say."""

    shares: tuple[Measure, ...]
    others: tuple[Measure, ...]
    """The nearest first."""
    all: Measure
    """What they come to where the label says nothing."""


class Rows:
    """Reads the rows of a document's tables, one by one; what a head, label or caption says is read once."""

    def __init__(self, document: Document, read: _Read, *, comma: bool) -> None:
        self._text = document.text
        self._read = read
        self._comma = comma
        self._columns: dict[tuple[tuple[Span, ...], ...], _Column] = {}
        self._periods: dict[tuple[tuple[Span, ...], ...], tuple[str, tuple[Doubt, ...]]] = {}
        self._money: dict[tuple[tuple[Span, ...], int], str] = {}
        self._words: dict[tuple[Span, ...], tuple[str, ...]] = {}

    def figures(self, cells: Sequence[Cell]) -> Iterator[Quantity]:
        """The quantities of a row, in order, their offsets those of the document."""
        text = self._text
        counted = any(is_number(text[cell.start : cell.end]) for cell in cells)
        for cell in cells:
            words = text[cell.start : cell.end]
            if cell.column >= 0 and is_number(words) and self._points(cell):
                end = cell.start + len(words)
                found = [Quantity(cell.start, end, cell.start, end, "masked", disposition="reference")]
            elif cell.column >= 0 and is_number(words) and not self._is_date(cell, words):
                found = self._number(cell, words)
            elif cell.column >= 0 and (pair := _PAIR.fullmatch(words)):
                found = self._pair(cell, pair)
            else:
                found = self._read(words)
                if counted and cell.column < 0 and len(words) <= _NEAR:
                    found = [_labelling(item) for item in found]
                found = [_shifted(item, cell.start) for item in found]
            yield from found

    def _is_date(self, cell: Cell, words: str) -> bool:
        """Whether a bare year in a cell is a date: where nothing over it says that the numbers below are amounts."""
        if not is_year(words):
            return False
        if not cell.labels:
            return True
        return not (self._period(cell)[0] or self._measure(cell) != _NOTHING)

    def _points(self, cell: Cell) -> bool:
        """Whether a column holds the numbers of notes or pages: its head says so."""
        return any(words.strip(" .:").lower() in _pointing() for words in self._said(cell.heads[:1]))

    # ----------------------------------------------------------------------------------------------- one number
    def _number(self, cell: Cell, words: str) -> list[Quantity]:
        """The one number of a cell as a claim, in the unit and scale of its heads, at the time that they name."""
        item = self._plain(cell, words)
        if item is None:
            found = [item for item in self._read(_stripped(words)) if not item.disposition]
            if len(found) != 1:
                return [_shifted(item, cell.start) for item in self._read(words)]
            item = self._shown(cell, words, found[0])
        unit, factor, doubt = self._unit(cell, item)
        period, undated = self._period(cell)
        value, low, high = (
            None if end is None or factor == _ONE else end * factor for end in (item.value, item.low, item.high)
        )
        return [
            Quantity(
                item.start, item.end, item.number_start, item.number_end, item.kind,
                item.value if value is None else value, item.low if low is None else low,
                item.high if high is None else high, unit, item.modifier, item.hedge, item.change,
                disposition="claim", period=period, spelled=item.spelled, scale=item.scale,
                unit_inferred=bool(unit) and not item.unit, under=self._under(cell),
                doubt=in_order(item.doubt, doubt, undated),
            )
        ]  # fmt: skip

    def _plain(self, cell: Cell, words: str) -> Quantity | None:
        """A cell that is a number with its signs, read straight; None for others, and where commas are decimal."""
        match = None if self._comma else _PLAIN.fullmatch(words)
        if match is None:
            return None
        value = Decimal(_SPACES.sub("", match["digits"]))
        if match["sign"] not in (None, "+") or match["inner"] or (match["open"] and match["close"]):
            value = -value
        unit = _signs()[match["money"]] if match["money"] else "percent" if "%" in words else ""
        begin, end = _reach(match, closed=bool(match["open"] and match["close"]))
        doubt: tuple[Doubt, ...] = ("footnote_mark",) if match["glued"] else ()
        low, high = match.span("digits")
        at = cell.start
        return Quantity(at + begin, at + end, at + low, at + high, "cardinal", value, unit=unit, doubt=doubt)

    def _shown(self, cell: Cell, words: str, item: Quantity) -> Quantity:
        """A number of a cell in its place, negative in parentheses."""
        if _ACCOUNTED.match(words):
            return _negative(item, cell.start, len(words))
        return _shifted(item, cell.start + (words[0] in "(["))

    def _pair(self, cell: Cell, pair: re.Match[str]) -> list[Quantity]:
        """Two numbers in one cell: a count with its share, "41 (68.3)" under "n (%)", or an amount with its spread."""
        first, second = (replace(cell, start=cell.start + low, end=cell.start + high) for low, high in _ends(pair))
        one, other = self._number(first, pair[1]), self._number(second, pair[2])
        share = self._measure(cell).unit == "percent" or "%" in pair[2]
        if not share or "." in pair[1] or len(one) != 1 or len(other) != 1:
            return one + other
        counted = replace(one[0], unit="count", unit_inferred=True)
        return [counted, other[0] if other[0].unit else replace(other[0], unit="percent", unit_inferred=True)]

    # ------------------------------------------------------------------------------------------------- its unit
    def _unit(self, cell: Cell, item: Quantity) -> tuple[str, Decimal, tuple[Doubt, ...]]:
        """The unit of a cell, what its number is multiplied by, and why that may be wrong."""
        named = self._measure(cell)
        label = self._said(cell.labels)
        doubt: tuple[Doubt, ...] = ("table_head_unclear",) if cell.headless else ()
        place = (cell.captions, cell.column)
        if Unit.of(item.unit).is_money:
            self._money[place] = item.unit
        if any(map(_is_per_share, label)):
            money = item.unit if Unit.of(item.unit).is_money else named.unit if Unit.of(named.unit).is_money else ""
            money = money or self._money.get(place, "")
            return (Unit.of(money).over("share") if money else item.unit), _ONE, doubt
        if item.unit:
            scaled = named.unit in ("", item.unit) and item.scale == 1 and "percent" not in item.unit
            return item.unit, named.factor if scaled else _ONE, doubt
        if not named.unit and place in self._money and not any(map(_is_of_things, label)):
            # Accountants set the sign at the first of a column and at its sums.
            return self._money[place], named.factor, doubt if named.factor != _ONE else ("table_head_unclear",)
        return named.unit, named.factor, doubt

    def _measure(self, cell: Cell) -> Measure:
        key = (cell.heads, cell.corners, cell.captions)
        column = self._columns.get(key)
        if column is None:
            column = self._columns[key] = self._column(cell)
        labels = [measure(words, whole=place > 0) for place, words in enumerate(self._said(cell.labels))]
        labels = [*reversed(labels), *(measure(words, whole=True) for words in self._said(cell.sections))]
        if not any(labels):
            return column.all
        return combined(iter([*column.shares, *labels, *column.others]))

    def _column(self, cell: Cell) -> _Column:
        heads = [measure(words, whole=True) for words in self._said(cell.heads)]
        captions = [measure(words, whole=False) for words in self._said(cell.corners) + self._said(cell.captions)]
        shares = tuple(found for found in heads if found and found.unit in _SHARES)
        others = tuple(found for found in (*heads, *captions) if found)
        return _Column(shares, others, combined(iter([*shares, *others])))

    # ------------------------------------------------------------------------------------------------- its time
    def _period(self, cell: Cell) -> tuple[str, tuple[Doubt, ...]]:
        """The time of a cell, and why it may be another: that of its heads, or of its label, part or caption."""
        key = (cell.heads, cell.labels, cell.sections, cell.corners, cell.captions)
        found = self._periods.get(key)
        if found is None:
            groups = [self._dated(spans) for spans in key]
            found = self._periods[key] = composed(groups, self._read)
        return found

    def _dated(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        return tuple(map(_unsuffixed, self._said(spans)))

    def _said(self, spans: tuple[Span, ...]) -> tuple[str, ...]:
        """The words of some spans."""
        words = self._words.get(spans)
        if words is None:
            words = self._words[spans] = tuple(self._text[start:end] for start, end in spans)
        return words

    def _under(self, cell: Cell) -> tuple[str, ...]:
        """The words of its heads, label, part and caption, the nearest first."""
        own = self._said(cell.heads) + self._said(cell.labels) + self._said(cell.sections)
        return own + self._said(cell.corners) + self._said(cell.captions)


@cache
def _signs() -> dict[str, str]:
    """The currency of each sign."""
    return {
        sign: code
        for code, names in table("units")["currency"].items()
        for sign in names.get("prefixes", ())
        if sign in "$€£¥"
    }


@cache
def _per_share() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('layout')['table']['per_share'])})\b", re.IGNORECASE)


@cache
def _pointing() -> frozenset[str]:
    return frozenset(table("layout")["table"]["pointing"])


@lru_cache(maxsize=4096)
def _unsuffixed(words: str) -> str:
    return _SUFFIXED.sub("", words)


@lru_cache(maxsize=4096)
def _is_per_share(label: str) -> bool:
    return _per_share().search(label) is not None


@lru_cache(maxsize=4096)
def _is_of_things(label: str) -> bool:
    return _counts().search(label) is not None


@cache
def _counts() -> re.Pattern[str]:
    """What makes a row one of things and not of money: "Number of employees", "Weighted-average shares"."""
    return re.compile(rf"\b(?:{alternatives(table('layout')['table']['counting'])})\b", re.IGNORECASE)


def _ends(pair: re.Match[str]) -> tuple[Span, Span]:
    return pair.span(1), pair.span(2)


def _reach(match: re.Match[str], *, closed: bool) -> tuple[int, int]:
    """Where the number of a cell begins and ends, with its signs and without the mark of a note."""
    first = next(name for name in ("open" if closed else "sign", "sign", "money", "inner", "digits") if match[name])
    last = next(name for name in ("close" if closed else "percent", "percent", "digits") if match[name])
    return match.start(first), match.end(last)


def _stripped(words: str) -> str:
    """A cell without parentheses and note marks."""
    closed = _ACCOUNTED.match(words)
    return _MARK.sub("", closed[1] if closed else words[words[0] in "([" :])


def _labelling(item: Quantity) -> Quantity:
    """A figure of a row's label tells the row from others: "15-24 years"."""
    return item if item.disposition else replace(item, disposition="heading")


def _negative(item: Quantity, start: int, length: int) -> Quantity:
    """A cell in parentheses as accountants write a negative."""
    return replace(
        item,
        start=start,
        end=start + length,
        number_start=start + item.number_start + 1,
        number_end=start + item.number_end + 1,
        value=None if item.value is None else -abs(item.value),
    )


def _shifted(item: Quantity, by: int) -> Quantity:
    return replace(
        item,
        start=item.start + by,
        end=item.end + by,
        number_start=item.number_start + by,
        number_end=item.number_end + by,
    )
