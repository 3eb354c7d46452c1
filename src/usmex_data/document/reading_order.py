"""Puts columns back in order where a quotation across the page made the extraction read it band by band.

A page of two columns with a pull quote across both has four fields: left and right above the quote, left and right
below it. Extractors read above-left, above-right, quote, below-left, below-right; a reader goes down the left column
first. Where the sentences show that order, the two middle fields change places.
"""

from __future__ import annotations

from dataclasses import dataclass

from usmex_data.document.chunks import Chunk
from usmex_data.document.lines import ends_sentence, starts_inside, strongly_open

__all__ = ["is_open", "put_in_order"]

_REACH = 14
"""A page has no more chunks than this on each side of the quote."""
_NOTES = ("footnote", "reference")


@dataclass(frozen=True, slots=True)
class _Page:
    """Where its fields start: ``right`` is the first chunk of above-right, ``low`` of below-right."""

    quote: int
    right: int
    low: int


def is_open(chunk: Chunk) -> bool:
    """Whether a chunk breaks off inside a sentence."""
    text = chunk.text
    if chunk.kind not in ("body", "list_item") or chunk.level or ends_sentence(text):
        return False
    if strongly_open(text):
        return True
    return not chunk.title and len(text) > 30 and not (chunk.kind == "list_item" and text.endswith(";"))


def put_in_order(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks in the order in which columns are read."""
    pages = [
        page for index, chunk in enumerate(chunks) if chunk.kind == "pull_quote" and (page := _page(chunks, index))
    ]
    if not pages or sum(_evidence(chunks, page) for page in pages) <= 0:
        return chunks
    ordered: list[Chunk] = []
    done = 0
    for page in pages:
        if page.right < done:
            continue
        ordered += chunks[done : page.right]
        ordered += chunks[page.quote + 1 : page.low] + chunks[page.right : page.quote]
        ordered.append(chunks[page.quote])
        done = page.low
    return ordered + chunks[done:]


def _page(chunks: list[Chunk], quote: int) -> _Page | None:
    """The fields around a pull quote, if open and cut sentences fit two columns."""
    if not 0 < quote < len(chunks) - 1 or not is_open(chunks[quote - 1]) or not starts_inside(chunks[quote + 1].text):
        return None
    left = _open_before(chunks, quote - 1)
    low = _inside_after(chunks, quote + 1)
    return _Page(quote, left + 1, low) if left >= 0 and low >= 0 else None


def _open_before(chunks: list[Chunk], index: int) -> int:
    """The nearest chunk before ``index`` that is open, on the same page; -1 if there is none."""
    for place in range(index - 1, max(-1, index - _REACH), -1):
        if chunks[place].kind in _NOTES or chunks[place].kind == "pull_quote" or chunks[place + 1].lines[0].after_page:
            return -1
        if is_open(chunks[place]):
            return place
    return -1


def _inside_after(chunks: list[Chunk], index: int) -> int:
    """The nearest chunk after ``index`` that starts inside a sentence, on the same page; -1 if there is none."""
    for place in range(index + 1, min(len(chunks), index + _REACH)):
        if chunks[place].kind in _NOTES or chunks[place].kind == "pull_quote" or chunks[place].lines[0].after_page:
            return -1
        if starts_inside(chunks[place].text):
            return place
    return -1


def _evidence(chunks: list[Chunk], page: _Page) -> int:
    """How much speaks for (> 0) or against (< 0) reading the page in two columns."""
    above, quote, below = chunks[page.right - 1], chunks[page.quote], chunks[page.quote + 1]
    right, last, low = chunks[page.right], chunks[page.quote - 1], chunks[page.low]
    votes = 0
    if not starts_inside(right.text):
        votes += 1 if ends_sentence(chunks[page.low - 1].text) or right.text[:1].isupper() else 0
    if is_open(chunks[page.low - 1]) != starts_inside(right.text):
        votes += 1 if not starts_inside(right.text) else -1
    told = f" {' '.join(quote.text.lower().split())} "
    for first, then, side in (
        (last, low, 2), (last, below, -2), (chunks[page.low - 1], right, 2), (chunks[page.low - 1], low, -2),
        (above, below, 2), (above, right, -2),
    ):  # fmt: skip
        votes += side if _meeting(first.text, then.text) in told else 0
    return votes


def _meeting(first: str, then: str) -> str:
    """The last two words of one text and the first two of another."""
    return " ".join(first.lower().split()[-2:] + then.lower().split()[:2])
