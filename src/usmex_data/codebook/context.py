"""What stands around a claim: its sentence, the words that are its own, its paragraph, headings and note."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from ..annotation.reading import Reading
from ..document.document import Document
from .patterns import fold

__all__ = ["SCOPES", "ClaimContext", "claim_contexts"]

_CONTEXT = 1500
"""How far back a paragraph is read, in characters: more than any of them is long, so that none is read twice over."""

SCOPES = {
    "all": "the sentence",
    "figure": "the figure's own words, hedge and unit included",
    "before": "the words between the figure before (or the sentence's start) and this one",
    "after": "the words between this figure and the next (or the sentence's end)",
    "near": "before, figure and after",
    "counted": "what is counted or ranked",
    "base": "what a share or change is of or against",
    "context": "the paragraph up to the end of the sentence",
    "section": "the heading path",
    "note": "the footnote",
}


@dataclass(frozen=True, slots=True)
class ClaimContext:
    """Where the words of a rule are looked for; every text is folded."""

    reading: Reading
    words: dict[str, str]
    """By scope."""
    rank: int
    """Which of the sentence's figures of its unit this is, from 0."""
    peers: int
    """How many figures of its unit the sentence has."""
    peer_units: tuple[str, ...] = ()
    """The units of the sentence's claims, in order."""


def claim_contexts(document: Document, readings: Sequence[Reading]) -> list[ClaimContext]:
    """The context of each claim among the readings of a document, in their order."""
    claims = [reading for reading in readings if reading.disposition == "claim"]
    places = _places(document, claims)
    found: list[ClaimContext] = []
    for _, group in groupby(_by_sentence(claims), key=lambda pair: pair[0]):
        figures = [reading for _, reading in group]
        found.extend(_one(document, figures, index, places) for index in range(len(figures)))
    return found


def _by_sentence(claims: Iterable[Reading]) -> Iterable[tuple[int, Reading]]:
    """Each claim with the number of its sentence: a new one begins where the words change or start anew."""
    number, last = 0, None
    for reading in claims:
        if last is not None and (reading.quote != last.quote or reading.quote_start < last.quote_end):
            number += 1
        last = reading
        yield number, reading


def _places(document: Document, claims: Iterable[Reading]) -> dict[int, int]:
    """Where in the document's text the raw offsets of the numerals stand."""
    spans = ((reading.number_start, document.text_span(reading.number_start, reading.end)) for reading in claims)
    return {number: span[0] for number, span in spans if span}


def _one(document: Document, figures: Sequence[Reading], index: int, places: dict[int, int]) -> ClaimContext:
    reading = figures[index]
    quote = fold(reading.quote)
    low = figures[index - 1].quote_end if index else 0
    high = figures[index + 1].quote_start if index + 1 < len(figures) else len(quote)
    words = {
        "all": quote,
        "figure": quote[reading.quote_start : reading.quote_end],
        "before": quote[low : reading.quote_start],
        "after": quote[reading.quote_end : high],
        "near": quote[low:high],
        "counted": fold(reading.counted),
        "base": fold(reading.base),
        "context": _paragraph(document, places.get(reading.number_start, 0), reading.quote),
        "section": fold(" > ".join(reading.section)),
        "note": fold(reading.note),
    }
    peers = [other for other in figures if other.unit == reading.unit]
    return ClaimContext(reading, words, peers.index(reading), len(peers), tuple(other.unit for other in figures))


def _paragraph(document: Document, place: int, quote: str) -> str:
    block = document.block_at(place)
    start = max(block.start, place - _CONTEXT)
    sentence = document.text.find(quote, max(block.start, place - len(quote)), block.end)
    end = sentence + len(quote) if sentence >= 0 else min(block.end, place + len(quote))
    return fold(document.text[start:end])
