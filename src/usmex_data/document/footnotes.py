"""Joins footnotes to their marks, and tells notes that explain from mere citations."""

from __future__ import annotations

import re
from collections import Counter, defaultdict, deque
from functools import cache

from usmex_data.document.chunks import Chunk
from usmex_data.document.continuation import Continuation
from usmex_data.document.lines import is_address
from usmex_data.document.sentences import sentences
from usmex_data.document.word_lists import words
from usmex_data.language import alternatives, table

__all__ = ["asserts", "find_notes", "is_reference"]

_ADDRESS = re.compile(r"<?(?:https?://|www\.)\S+|doi:\s?\S+")
_AFTER = 4000
"""A mark may stand this far behind its note: columns put a page's notes before its last lines."""
_TITLE = re.compile(r"“[^“”]{10,300}”|\"[^\"]{10,300}\"")
_VERB = re.compile(
    r"\b(?:is|are|was|were|has|have|had|could|would|will|should|may|can|must|means?|refers?|includes?|excludes?"
    r"|depends?|requires?|needs?|demand|estimates?|shows?|defined)\b"
)
_REMARK = re.compile(
    r"(?:Includes?|Excludes?|Including|Excluding|Since|Estimated|Based|Note|Calculated|Figures|As of|Not)\b|\d\)"
)
_WORD = re.compile(r"[^\W\d_]+")
_PROSE = 5
"""A sentence of prose has so many words at least."""
_JOURNAL = re.compile(r"\w;\s?\d+(?:\(\d+\))?:|\bpp\.\s?\d|\(\d{4}\)[.,]|\b[Ii]d\.")


def find_notes(
    chunks: list[Chunk], marks: list[tuple[int, str]], labels: dict[int, str], continuation: Continuation
) -> list[Chunk]:
    """The chunks without those that only continue a note; notes have become ``footnote`` or ``reference``.

    ``marks`` are the places and numbers of the footnote marks in the text; ``labels`` are the numbers of notes
    that were raised or marked up, by the place where the note starts.
    """
    waiting: dict[str, deque[int]] = defaultdict(deque)
    for number, count in continuation.marks.items():
        waiting[number].extend([-1] * count)  # before all of these
    for place, number in sorted(marks):
        waiting[number].append(place)
    labelled = Counter(labels.values())
    kept: list[Chunk] = []
    last = continuation.note
    for index, chunk in enumerate(chunks):
        following = chunks[index + 1] if index + 1 < len(chunks) else None
        label = labels.get(chunk.start)
        if label is not None:
            chunk.lead = 0
            labelled[label] -= 1
        elif chunk.kind == "list_item" and chunk.number.isdecimal():
            free = len(waiting[chunk.number]) - labelled[chunk.number]
            listed = _next_of_list(chunk, following) and not waiting[str(int(chunk.number) + 1)]
            if not listed and (free > 0 or not labels) and _is_note(chunk, waiting, last, kept):
                label = chunk.number
            elif chunk.loose:
                chunk.kind, chunk.lead, chunk.number = "body", 0, ""
        if label is not None:
            if waiting[label]:
                waiting[label].popleft()
            last = int(label) if label.isdecimal() else last
            chunk.number = label
            chunk.kind = "reference" if is_reference(chunk.bare) and not _explains(chunk.bare) else "footnote"
        elif kept and kept[-1].kind in ("footnote", "reference") and is_address(chunk.text):
            kept[-1].lines.extend(chunk.lines)
            continue
        kept.append(chunk)
    continuation.note = last
    continuation.wait((number, len(places)) for number, places in waiting.items())
    return kept


def _next_of_list(chunk: Chunk, following: Chunk | None) -> bool:
    """Whether the next number of a list stands directly below a chunk."""
    if following is None or following.gap > 1 or following.kind != "list_item":
        return False
    return following.number == str(int(chunk.number) + 1)


def _is_note(chunk: Chunk, waiting: dict[str, deque[int]], last: int, before: list[Chunk]) -> bool:
    """Whether a numbered chunk is the note of a mark, or the next of a series of notes."""
    if before and before[-1].text.endswith(":") and before[-1].kind not in ("footnote", "reference"):
        return False
    number = int(chunk.number)
    above = before[-1] if before else chunk
    if above.kind == "list_item" and above.number == str(number - 1):
        return False  # the next item of a list
    if above.kind in ("footnote", "reference") and number == last + 1:
        return True
    marks = waiting.get(chunk.number)
    if marks and marks[0] < chunk.start:
        return True
    if chunk.loose:
        return False
    near = marks is not None and len(marks) > 0 and marks[0] < chunk.start + _AFTER
    return _cites(chunk.bare) and (near or (number == last + 1 and is_reference(chunk.bare)))


def _signs(text: str) -> int:
    """How much in a note is typical of citations, addresses and titles aside."""
    low = f" {text.lower()}"
    return sum(f" {sign}" in low for sign in words("layout", "references", "signs")) + 2 * bool(_JOURNAL.search(text))


def _cites(text: str) -> bool:
    return bool(_ADDRESS.search(text) or _TITLE.search(text)) or _signs(text) > 0


def is_reference(text: str) -> bool:
    """Whether a note only says where something can be read, and asserts nothing itself."""
    rest = _TITLE.sub(" ", _ADDRESS.sub(" ", text)).strip(" .")
    if len(rest) < 12:
        return True
    asserts = len(_VERB.findall(rest)) + 2 * len(_figure().findall(rest)) + 2 * bool(_REMARK.match(rest))
    return asserts <= _signs(rest) + 2 * bool(_ADDRESS.search(text)) + bool(_TITLE.search(text))


@cache
def _figure() -> re.Pattern[str]:
    """A share, money, decimals, or a number behind a hedge."""
    hedge = alternatives(table("hedges")["last"]["words"])
    return re.compile(rf"\d\s?%|[$€£]\s?\d|\d\.\d|\b(?:{hedge})\s\d")


def _explains(text: str) -> bool:
    """Whether a note that opens with a citation goes on with a sentence of its own."""
    return any(asserts(text[start:end]) for start, end in sentences(text, 0, len(text))[1:])


def asserts(sentence: str) -> bool:
    """Whether a sentence of a note is prose with a figure, and no citation: most of its words are no names."""
    found = _WORD.findall(sentence)
    if len(found) < _PROSE or _cites(sentence) or not any(map(str.isdecimal, sentence)):
        return False
    first = found[0].lower()
    if first not in words("abbreviations", "starters", "words") or first in words("references", "citation", "openings"):
        return False
    return 10 * sum(1 for word in found if word[0].islower()) >= 6 * len(found)
