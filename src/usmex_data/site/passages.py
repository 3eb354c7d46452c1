"""A document cut into passages, and each passage into plain text, claims and the marks of notes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from usmex_data.document.document import Block, Document
from usmex_data.errors import UsmexDataError

__all__ = ["Figure", "NoteMark", "Passage", "Piece", "passages"]

_NOTES: Final = frozenset({"footnote", "reference"})


@dataclass(frozen=True, slots=True)
class Figure:
    """The words of one claim."""

    text: str
    claim_id: str


@dataclass(frozen=True, slots=True)
class NoteMark:
    """The mark of a note in running text; ``note`` is its place among the notes, or -1 where the text has none."""

    number: str
    index: int
    note: int


Piece = str | Figure | NoteMark


@dataclass(frozen=True, slots=True)
class Passage:
    """One block: its kind, its depth in the outline, what it is made of. ``note`` counts the notes, else it is -1."""

    kind: str
    level: int
    pieces: tuple[Piece, ...]
    number: str = ""
    note: int = -1


def passages(document: Document, claims: Sequence[Mapping[str, str]]) -> list[Passage]:
    """The passages of a document in reading order, with every claim in its place.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a claim that does not lie in the text as it is read now.
    """
    figures = _figures(document, claims)
    marks = list(_note_marks(document))
    starts = [start for start, _end, _claim in figures]
    places = [at for at, _mark in marks]
    found, note = [], 0
    for block in document.blocks:
        low, high = bisect_left(starts, block.start), bisect_left(starts, block.end)
        inside = figures[low:high]
        # A mark stands behind the character it follows, so one at the very end of a block is that block's.
        here = marks[bisect_left(places, block.start + 1) : bisect_left(places, block.end + 1)]
        pieces = tuple(_pieces(document, block, inside, here))
        is_note = block.kind in _NOTES
        found.append(Passage(block.kind, len(block.section), pieces, block.number, note if is_note else -1))
        note += is_note
    _check_complete(found, claims, document.source)
    return found


def _figures(document: Document, claims: Sequence[Mapping[str, str]]) -> list[tuple[int, int, str]]:
    """Where the claims stand in the repaired text, in its order."""
    starts: dict[int, int] = {}
    ends: dict[int, int] = {}
    for place, (start, end) in enumerate(zip(document.offsets, document.ends, strict=True)):
        # A ligature is several characters of one offset: a claim begins before the first and ends behind the last.
        starts.setdefault(start, place)
        ends[end] = place + 1
    found = []
    for row in claims:
        first, last = starts.get(int(row["start"]), -1), ends.get(int(row["end"]), -1)
        shown = document.text[first:last]
        if shown.split() != row["text"].split() or min(first, last) < 0:
            raise _misfit(row["claim_id"], document.source)
        # A blank where the layout was cut may share its offset with the character before it.
        found.append((first, first + len(shown.rstrip()), row["claim_id"]))
    return sorted(found)


def _note_marks(document: Document) -> Iterator[tuple[int, NoteMark]]:
    """The marks of notes with their places; a number that each paper starts anew means the next note that bears it."""
    notes: dict[str, list[tuple[int, int]]] = {}
    count = 0
    for block in document.blocks:
        if block.kind not in _NOTES:
            continue
        if block.number and block.end > block.start:
            notes.setdefault(block.number, []).append((document.offsets[block.start], count))
        count += 1
    marks = sorted((mark.at, mark.start, mark.number) for mark in document.marks if mark.kind == "footnote_mark")
    for index, (at, raw, number) in enumerate(marks):
        following = [note for start, note in notes.get(number, []) if start > raw]
        yield at, NoteMark(number, index, following[0] if following else -1)


def _pieces(
    document: Document, block: Block, figures: Sequence[tuple[int, int, str]], marks: Sequence[tuple[int, NoteMark]]
) -> Iterator[Piece]:
    """The pieces of a block; the mark of a note inside a claim comes behind it."""
    place = block.start
    waiting = list(marks)
    for start, end, claim in figures:
        yield from _plain(document, place, start, waiting)
        yield Figure(document.text[start:end], claim)
        place = end
    yield from _plain(document, place, block.end, waiting)
    for _at, mark in waiting:
        yield mark


def _plain(document: Document, start: int, end: int, waiting: list[tuple[int, NoteMark]]) -> Iterator[Piece]:
    while waiting and waiting[0][0] <= end:
        at, mark = waiting.pop(0)
        if at > start:
            yield document.text[start:at]
            start = at
        yield mark
    if start < end:
        yield document.text[start:end]


def _check_complete(found: Sequence[Passage], claims: Sequence[Mapping[str, str]], source: str) -> None:
    shown = [piece.claim_id for passage in found for piece in passage.pieces if isinstance(piece, Figure)]
    for row in claims:
        if shown.count(row["claim_id"]) != 1:
            raise _misfit(row["claim_id"], source)


def _misfit(claim_id: str, source: str) -> UsmexDataError:
    return UsmexDataError(
        f"claim {claim_id} does not lie in the text as it is read now",
        where=source,
        remedy="make the tables: make data",
    )
