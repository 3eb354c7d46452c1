"""The rows that an audit works on, by id, with the sentence that each stands in."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from ..codebook.copies import find_copies
from ..codebook.records import Claim, QuantityRow
from ..document.document import Document
from .readings import Row

__all__ = ["Place", "RowIndex", "places", "sentences"]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a row stands: its sentence, and the figure's start and end in it."""

    sentence: str
    start: int
    end: int

    @property
    def before(self) -> str:
        """The sentence up to the figure."""
        return self.sentence[: self.start]

    @property
    def after(self) -> str:
        """The sentence from the figure on."""
        return self.sentence[self.end :]


REPRINT: Final = 0.8
_NOWHERE: Final = Place("", 0, 0)


@dataclass(frozen=True, slots=True)
class RowIndex:
    """Claims and quantities in their order, by id, and the places of those quantities whose texts are at hand."""

    claims: tuple[Claim, ...]
    quantities: tuple[QuantityRow, ...]
    placed: Mapping[str, Place] = field(default_factory=dict, repr=False)
    by_id: Mapping[str, Row] = field(default_factory=dict, repr=False)
    sentences: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The sentences of the texts at hand by their ids: source and raw offset, ``report-s1204``."""

    @classmethod
    def of(
        cls,
        claims: Iterable[Claim],
        quantities: Iterable[QuantityRow],
        documents: Mapping[str, Document] | None = None,
    ) -> RowIndex:
        """The rows of both tables; ``documents`` by source id give dates and counts their sentences."""
        said, counted = tuple(claims), tuple(quantities)
        placed = {
            row.quantity_id: place
            for source, document in (documents or {}).items()
            for row, place in places(document, [row for row in counted if row.source == source])
        }
        return cls(said, counted, placed, _by_id(said, counted), sentences(documents or {}))

    def of_sources(self, sources: Container[str]) -> RowIndex:
        """The rows of some sources as they are without the others: a claim that copies one of those is an original."""
        if all(source in sources for source in self.sources()):
            return self
        order = {source: rank for rank, source in enumerate(self.sources())}
        claims = [claim for claim in self.claims if claim.source in sources]
        copies = find_copies(claims, order)
        said = tuple(replace(claim, copy_of=copies.get(claim.claim_id, "")) for claim in claims)
        counted = tuple(row for row in self.quantities if row.source in sources)
        read = {name: text for name, text in self.sentences.items() if name.rpartition("-s")[0] in sources}
        return RowIndex(said, counted, self.placed, _by_id(said, counted), read)

    def place(self, row: Row) -> Place:
        """Where a row stands; an empty place where its text is not at hand."""
        if isinstance(row, Claim):
            return Place(row.quote, row.quote_start, row.quote_end)
        if row.claim_id in self.by_id:
            return self.place(self.by_id[row.claim_id])
        return self.placed.get(row.quantity_id, _NOWHERE)

    def originals(self) -> list[Claim]:
        """The claims that repeat no other: only they may agree with each other."""
        return [claim for claim in self.claims if not claim.copy_of]

    def reprints(self) -> frozenset[str]:
        """The sources that repeat another: four in five of their claims are copies."""
        claims = Counter(claim.source for claim in self.claims)
        copies = Counter(
            claim.source for claim in self.claims if claim.copy_of and claim.copy_of.rpartition("-")[0] != claim.source
        )
        return frozenset(source for source, number in copies.items() if number >= REPRINT * claims[source])

    def sources(self) -> list[str]:
        """The sources in their order."""
        return list(dict.fromkeys((*(row.source for row in self.claims), *(row.source for row in self.quantities))))


def _by_id(claims: Iterable[Claim], quantities: Iterable[QuantityRow]) -> dict[str, Row]:
    rows: dict[str, Row] = {row.quantity_id: row for row in quantities}
    rows.update({claim.claim_id: claim for claim in claims})
    return rows


def sentences(documents: Mapping[str, Document]) -> dict[str, str]:
    """The sentences of documents by their ids, in reading order."""
    return {
        f"{source}-s{document.offsets[start]}": document.text[start:end].strip()
        for source, document in documents.items()
        for start, end in document.sentences
    }


def places(document: Document, rows: Sequence[QuantityRow]) -> list[tuple[QuantityRow, Place]]:
    """Each row of a document with its place; rows outside the running text are left out."""
    found = []
    for row in rows:
        span = document.text_span(row.start, row.end)
        sentence = document.sentence_at(span[0]) if span else None
        if span and sentence:
            low, high = sentence
            figure = span[0] - low, min(high, span[0] + len(row.text)) - low
            found.append((row, Place(document.text[low:high], *figure)))
    return found
