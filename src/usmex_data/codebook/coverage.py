"""The rows of quantities.csv: every numeric expression of a source, so that each digit of its raw text has its row."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from ..annotation.reading import Reading
from ..document.document import Document, Mark
from ..document.repair import repair
from .records import QuantityRow

__all__ = ["overlaps", "plain_text", "quantity_rows", "uncovered"]

_MARKS = {
    "page": "page",
    "footnote_mark": "reference",
    "footnote_number": "reference",
    "link_target": "reference",
    "list_number": "list_count",
    "heading_number": "heading",
    "layout": "heading",
}
_ADDRESS = re.compile(r"://|www\.|\.\w{2,4}/|/.*/")
_BREAK = re.compile(r"(?<=\w-)\s*\n\s*(?=\w)|(?<=/)\n(?=\w)")
_OPEN_ADDRESS = re.compile(r"<(?=https?:|www\.)")
_MARKUP = "<>*_[] \t\n"

_Fits = Callable[[str], bool]


def quantity_rows(source: str, document: Document, readings: Sequence[Reading]) -> list[QuantityRow]:
    """A row for each reading, each mark with a digit, and each other name or address with digits, in raw order."""
    rows = [_reading_row(source, reading) for reading in readings]
    covered = _Covered((row.start, row.end) for row in rows)
    for mark in document.marks:
        row = _mark_row(source, document, mark)
        if row and covered.add(row.start, row.end):
            rows.append(row)
    rows += [_row(source, document, *span) for span in _left_over(document.raw, covered)]
    return sorted(rows, key=lambda row: (row.start, row.end))


def plain_text(raw: str) -> str:
    """A piece of raw text as a reader sees it: characters repaired, marks and markup gone, on one line."""
    whole = _OPEN_ADDRESS.sub("", repair(raw).text)
    right = " ".join(_BREAK.sub("", whole).strip(_MARKUP).replace("*", "").split())
    return right or " ".join(raw.split())  # of a footnote's mark, nothing is left in the running text


def overlaps(rows: Iterable[QuantityRow]) -> list[tuple[QuantityRow, QuantityRow]]:
    """Neighbouring rows of a source that overlap: none, if all is well."""
    ordered = sorted(rows, key=lambda row: (row.source, row.start, row.end))
    return [(row, after) for row, after in pairwise(ordered) if row.source == after.source and after.start < row.end]


def uncovered(raw: str, rows: Iterable[QuantityRow]) -> list[int]:
    """Offsets of the digits of a raw text that no row covers: none, if all is well."""
    covered = _Covered((row.start, row.end) for row in rows)
    return [place for place, char in enumerate(raw) if char.isdigit() and covered.at(place) is None]


class _Covered:
    """Spans of a raw text that do not overlap."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        self._spans = sorted(spans)

    def at(self, place: int) -> tuple[int, int] | None:
        """The span that holds a place."""
        index = bisect_right(self._spans, place, key=lambda span: span[0]) - 1
        span = self._spans[index] if index >= 0 else None
        return span if span and place < span[1] else None

    def add(self, start: int, end: int) -> bool:
        """Whether a span overlapped none, and was taken in."""
        index = bisect_right(self._spans, start, key=lambda span: span[0])
        before = index > 0 and self._spans[index - 1][1] > start
        after = index < len(self._spans) and self._spans[index][0] < end
        if before or after:
            return False
        self._spans.insert(index, (start, end))
        return True


def _left_over(raw: str, covered: _Covered) -> Iterator[tuple[int, int, str]]:
    """Spans of names ("CO₂") and parts of addresses with digits that nothing covers, each with its disposition.

    A number that stands alone is none of these: that nothing covers it is a defect, which a test finds.
    """
    done = 0
    for place, char in enumerate(raw):
        if place < done or not char.isdigit() or covered.at(place):
            continue
        start, end = _around(raw, place, covered, lambda other: not other.isspace() and other not in "<>")
        disposition = "reference"
        if not _ADDRESS.search(raw, start, end):
            start, end = _around(raw, place, covered, lambda other: other.isalnum() or other in "-‑")
            start, end = _trimmed(raw, start, end)
            disposition = "name"
        if disposition == "reference" or any(other.isalpha() for other in raw[start:end]):
            covered.add(start, end)
            yield start, end, disposition
        done = max(end, place + 1)


def _around(raw: str, place: int, covered: _Covered, fits: _Fits) -> tuple[int, int]:
    """The longest span around a place whose characters fit and that nothing covers."""
    start, end = place, place + 1
    while start > 0 and fits(raw[start - 1]) and covered.at(start - 1) is None:
        start -= 1
    while end < len(raw) and fits(raw[end]) and covered.at(end) is None:
        end += 1
    return start, end


def _trimmed(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start] in "-‑":
        start += 1
    while end > start and raw[end - 1] in "-‑":
        end -= 1
    return start, end


def _reading_row(source: str, reading: Reading) -> QuantityRow:
    is_claim = reading.disposition == "claim"
    return QuantityRow(
        quantity_id=f"{source}-q{reading.number_start}",
        source=source,
        start=reading.start,
        end=reading.end,
        text=reading.text,
        value=reading.value,
        unit=reading.unit,
        period=reading.period,
        disposition=reading.disposition,
        claim_id=f"{source}-{reading.number_start}" if is_claim else "",
        sentence_start=reading.sentence_start,
        sentence_end=reading.sentence_end,
    )


def _mark_row(source: str, document: Document, mark: Mark) -> QuantityRow | None:
    written = document.raw[mark.start : mark.end]
    if mark.kind not in _MARKS or not any(char.isdigit() for char in written):
        return None
    start = mark.start + len(written) - len(written.lstrip())
    behind = mark.at - 1 if mark.kind == "footnote_mark" else -1
    return _row(source, document, start, start + len(written.strip()), _MARKS[mark.kind], behind=behind)


def _row(source: str, document: Document, start: int, end: int, disposition: str, *, behind: int = -1) -> QuantityRow:
    """A row of what is no reading; ``behind`` is the place of the text that a mark stands behind."""
    place = document.text_span(start, end) if behind < 0 else (behind, behind)
    sentence = document.sentence_at(place[0]) if place else None
    first, last = document.outer_span(*sentence) if sentence else (None, None)
    return QuantityRow(
        quantity_id=f"{source}-q{start}",
        source=source,
        start=start,
        end=end,
        text=plain_text(document.raw[start:end]),
        value=None,
        unit="",
        period="",
        disposition=disposition,
        claim_id="",
        sentence_start=first,
        sentence_end=last,
    )
