"""Reads a text: from raw characters to blocks and sentences."""

from __future__ import annotations

from usmex_data.document.artifacts import clear
from usmex_data.document.assemble import assemble
from usmex_data.document.chunks import Chunk, chunks
from usmex_data.document.continuation import Continuation
from usmex_data.document.document import Document
from usmex_data.document.flow import join
from usmex_data.document.footnotes import find_notes
from usmex_data.document.lines import letter_bullets, split
from usmex_data.document.offset_map import Cut, Repaired
from usmex_data.document.quotes import find_quotes
from usmex_data.document.reading_order import put_in_order
from usmex_data.document.repair import repair
from usmex_data.document.sections import classify, find_contents, outline
from usmex_data.document.table_detection import find_tables

__all__ = ["read"]


def read(raw: str, source: str = "", kind: str = "", continuation: Continuation | None = None) -> Document:
    """The document that a raw text holds, its layout undone.

    Any text will do: plain, Markdown, or flattened from a PDF. With ``kind="summary_page"`` its passages count as
    summaries. The same text always gives the same document, in time that grows with its length and no faster.
    Where ``raw`` is a segment of a longer text, ``continuation`` is what the segments before it left.
    """
    continuation = continuation or Continuation()
    repaired = repair(raw, continuation)
    lines = split(repaired.text)
    letters = letter_bullets(lines)
    find_tables(lines, repaired.text, repaired.wide)
    lines, removed = clear(lines, continuation)
    cuts = repaired.cuts + [_cut(repaired, line.start, line.end, what, number) for line, what, number in removed]
    marks = [(cut.at, cut.number) for cut in cuts if cut.kind == "footnote_mark"]
    found = chunks(lines, letters, frozenset(number for _, number in marks) | continuation.marks.keys())
    labels = {cut.at: cut.number for cut in repaired.cuts if cut.kind == "footnote_number"}
    found = find_notes(found, marks, _at_starts(found, labels), continuation)
    found = find_contents(found)
    find_quotes(found)
    found = put_in_order(found)
    classify(found)
    found = join(found)
    outline(found, continuation, summary=kind == "summary_page")
    cuts += [cut for chunk in found if (cut := _lead(repaired, chunk))]
    return assemble(repaired, found, cuts, source)


def _cut(repaired: Repaired, start: int, end: int, kind: str, number: str) -> Cut:
    return Cut(repaired.raw_start(start), repaired.raw_end(end), kind, start, number)  # type: ignore[arg-type]


def _at_starts(found: list[Chunk], labels: dict[int, str]) -> dict[int, str]:
    """The numbers of notes by the place where the note's first letter stands: behind number and space."""
    if not labels:
        return {}
    starts = {chunk.start for chunk in found}
    return {start: number for at, number in labels.items() for start in (at, at + 1, at + 2) if start in starts}


def _lead(repaired: Repaired, chunk: Chunk) -> Cut | None:
    """The mark of a chunk's own number, which all but headings lose."""
    if not chunk.lead or chunk.level:
        return None
    if not chunk.number and chunk.kind != "heading":
        return None
    kinds = {"heading": "heading_number", "footnote": "footnote_number", "reference": "footnote_number"}
    end = chunk.start + len(chunk.text[: chunk.lead].rstrip())
    return _cut(repaired, chunk.start, end, kinds.get(chunk.kind, "list_number"), chunk.number)
