"""The running text of a source as the rules read it: sentences in which each figure and each date is a sign.

In a **masked** sentence the first figure is ``‹0›``, the first date ``«0»``, and so on: "Exports rose from 9 to
10 million in 2021" is "Exports rose from ‹0› to ‹1› in «0»". What stands between two signs then tells how the
figures belong together, whatever their digits, hedges and units.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise
from typing import Final

from ..codebook.records import Claim, QuantityRow
from ..document.document import Block, Document
from .formula import row_id
from .intervals import Measure
from .readings import Row, value_of
from .row_index import RowIndex

__all__ = ["Date", "Figure", "Passage", "passages", "windows"]

_READ: Final = frozenset({"body", "list_item", "summary"})
_SIGN: Final = re.compile(r"([‹«])(\d+)[›»]")
_MARKER: Final = re.compile(r"\(?\d{1,2}[.)]?")
_COUNTS: Final = frozenset({"list_count", "generic", "ordinal", "window"})


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in its sentence: the row, the span in the sentence, and what the row's value allows."""

    row: Row
    start: int
    end: int
    measure: Measure

    @property
    def id(self) -> str:
        """The row's id, for a formula."""
        return row_id(self.row)

    @property
    def unit(self) -> str:
        """The row's unit."""
        return self.row.unit

    @property
    def counted(self) -> str:
        """What a claim counts, in words of the text."""
        return self.row.counted if isinstance(self.row, Claim) else ""

    @property
    def is_change(self) -> bool:
        """Whether it is read as the size of a movement."""
        return isinstance(self.row, Claim) and self.row.change in {"increase", "decrease"}

    @property
    def is_bare(self) -> bool:
        """Whether a share has its unit from another figure: "50, or 35 percent" may be 50 farms."""
        return self.unit == "percent" and self.row.text.replace(",", "").strip().isdigit()

    @property
    def is_exact(self) -> bool:
        """Whether no word hedges it."""
        return not isinstance(self.row, Claim) or self.row.modifier == "exact"


@dataclass(frozen=True, slots=True)
class Date:
    """A date in its sentence."""

    row: Row
    start: int
    end: int

    @property
    def id(self) -> str:
        """The row's id, for a formula."""
        return row_id(self.row)


@dataclass(frozen=True)
class Passage:
    """One sentence, or two that follow each other, with their figures and dates in text order."""

    source: str
    number: int
    """The place of its first sentence among those of its source."""
    block: Block
    text: str
    figures: tuple[Figure, ...]
    dates: tuple[Date, ...]
    break_: int = 0
    """Where the second of two sentences begins in the masked text; 0 for one sentence."""
    marked: str = field(default="", repr=False)

    @cached_property
    def masked(self) -> str:
        """The text with signs for figures and dates."""
        return self.marked or _mask(self.text, self.figures, self.dates)

    @cached_property
    def with_ranks(self) -> str:
        """The masked text with ranks in their own words: "the largest donor was Norway with ‹1›"."""
        return _SIGN.sub(lambda match: self._rank(match[1], int(match[2])) or match[0], self.masked)

    def _rank(self, kind: str, number: int) -> str:
        figure = self.figures[number] if kind == "‹" else None
        return figure.row.text if figure is not None and figure.unit == "rank" else ""

    @cached_property
    def years(self) -> tuple[str, ...]:
        """The years of its dates, each once."""
        return tuple(dict.fromkeys(year for date in self.dates for year in re.findall(r"\d{4}", date.row.period)))

    def figure(self, match: re.Match[str], group: str) -> Figure:
        """The figure whose sign a pattern has found."""
        return self.figures[int(match[group])]

    def date(self, match: re.Match[str], group: str) -> Date:
        """The date whose sign a pattern has found."""
        return self.dates[int(match[group])]


def passages(rows: RowIndex, documents: Mapping[str, Document]) -> list[Passage]:
    """The sentences of the running text of all sources, in reading order, without reprints and repeated sentences."""
    found: list[Passage] = []
    reprints = rows.reprints()
    for source, document in documents.items():
        own = [row for row in rows.quantities if row.source == source]
        told = _of_document(source, document, own, rows)
        found += [each for each in told if source not in reprints or _is_changed(each)]
    return found


def _is_changed(passage: Passage) -> bool:
    """Whether a sentence of a reprint has a figure that its original lacks."""
    return any(isinstance(figure.row, Claim) and not figure.row.copy_of for figure in passage.figures)


def _of_document(source: str, document: Document, own: Sequence[QuantityRow], rows: RowIndex) -> Iterator[Passage]:
    inside = _by_sentence(document, own)
    known: set[str] = set()
    for number, (start, end) in enumerate(document.sentences):
        block = document.block_at(start)
        text = document.text[start:end].rstrip()
        if block.kind not in _READ or document.is_head(start) or text in known:
            continue
        known.add(text)
        figures, dates = [], []
        for row, at in inside.get(number, ()):
            low, high = at - start, min(at - start + len(row.text), len(text))
            each: Row = rows.by_id.get(row.claim_id, row)
            if row.disposition == "list_count" and _MARKER.fullmatch(row.text.strip()):
                continue  # the number of a point, not of anything in it
            if row.disposition == "date":
                dates.append(Date(row, low, high))
            elif (isinstance(each, Claim) or row.disposition in _COUNTS) and (value := value_of(each)) is not None:
                figures.append(Figure(each, low, high, value))
        yield Passage(source, number, block, text, tuple(figures), tuple(dates))


def _by_sentence(document: Document, own: Iterable[QuantityRow]) -> dict[int, list[tuple[QuantityRow, int]]]:
    """The rows of a document by the number of their sentence, each with its place in the text."""
    order = sorted(range(len(document.text)), key=document.offsets.__getitem__)
    raw = [document.offsets[index] for index in order]
    firsts = [start for start, _ in document.sentences]
    found: dict[int, list[tuple[QuantityRow, int]]] = {}
    for row in own:
        at = bisect_right(raw, row.start) - 1
        if at >= 0 and raw[at] == row.start:
            number = bisect_right(firsts, order[at]) - 1
            if number >= 0 and order[at] < document.sentences[number][1]:
                found.setdefault(number, []).append((row, order[at]))
    return {number: sorted(rows, key=lambda item: item[1]) for number, rows in found.items()}


def _mask(text: str, figures: Sequence[Figure], dates: Sequence[Date]) -> str:
    spans = [(figure.start, figure.end, f"‹{number}›") for number, figure in enumerate(figures)]
    spans += [(date.start, date.end, f"«{number}»") for number, date in enumerate(dates)]
    parts, at = [], 0
    for start, end, sign in sorted(spans):
        if start >= at:
            parts += [text[at:start], sign]
            at = end
    return " ".join("".join([*parts, text[at:]]).split())


def windows(found: Sequence[Passage]) -> Iterator[Passage]:
    """Each sentence with figures and the one after it, in one block, as a passage of two."""
    for one, other in pairwise(found):
        if one.source == other.source and one.block == other.block and other.number == one.number + 1:
            yield join(one, other)


def join(one: Passage, other: Passage) -> Passage:
    """Two sentences as one passage; the signs of the second count on from those of the first."""
    shift = {"‹": len(one.figures), "«": len(one.dates)}

    def moved(match: re.Match[str]) -> str:
        return f"{match[1]}{int(match[2]) + shift[match[1]]}{'›' if match[1] == '‹' else '»'}"

    return Passage(
        one.source,
        one.number,
        one.block,
        f"{one.text} {other.text}",
        (*one.figures, *other.figures),
        (*one.dates, *other.dates),
        len(one.masked) + 1,
        f"{one.masked} {_SIGN.sub(moved, other.masked)}",
    )
