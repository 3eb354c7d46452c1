"""Joins what pages, columns, quotes and notes cut apart: paragraphs to their continuations, words to their halves."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from usmex_data.document.chunks import Chunk, goes_on_as_address
from usmex_data.document.lines import Line, is_caps, maybe_open, starts_inside, strongly_open
from usmex_data.document.reading_order import is_open
from usmex_data.document.word_lists import words

__all__ = ["Hyphens", "join", "lines_of"]

_FAR = 16
"""A continuation stands at most this many chunks behind."""
_HEADS = ("heading", "body")
_LATER = re.compile(r"[$€£\d]")
_HYPHENS = ("-", "\u2010")
_SIGNS = ".,;:!?()[]{}\"'“”‘’«»…/"
_CUT_WORD = re.compile(r"[-\u2010]\n *([^\W\d_]+)")
_LEFT = re.compile(r"[^\W\d_]+\Z")
_HEAD = re.compile(r"[^\W\d_]+")


def join(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with each continuation put into the ``tail`` of the chunk that it continues."""
    titles = {_plain(chunk.text) for chunk in chunks if chunk.title}
    kept: list[Chunk] = []
    waiting: list[tuple[int, Chunk]] = []
    resumed: Chunk | None = None
    for index, chunk in enumerate(chunks):
        if _runs_in(chunk, kept, titles):
            kept[-1].tail.append(chunk)
            kept[-1].kind = "heading" if chunk.kind == "heading" and not chunk.text.endswith(":") else "body"
            continue
        chunk.resumes, resumed = resumed, None
        if chunk.kind not in ("body", "list_item"):
            kept.append(chunk)
            continue
        waiting = [(place, first) for place, first in waiting if index - place <= _FAR]
        first = _continued(chunk, waiting, kept)
        if first is None:
            kept.append(chunk)
            first = chunk
        else:
            waiting = [(place, other) for place, other in waiting if other is not first]
            first.tail.append(chunk)
            resumed = first
        if is_open(chunk) or maybe_open(chunk.text):
            waiting.append((index, first))
    return kept


def _continued(chunk: Chunk, waiting: list[tuple[int, Chunk]], kept: list[Chunk]) -> Chunk | None:
    """The chunk that ``chunk`` continues, or None."""
    before = next((other for other in reversed(kept[-_FAR:]) if other.kind in ("body", "list_item", "heading")), None)
    if chunk.lead or chunk.level:
        return None
    if starts_inside(chunk.text):
        sure = [first for _, first in waiting if is_open(_last(first))]
        if sure:
            return sure[-1]
        if waiting and waiting[-1][1] is before:
            return before
        if before is not None and before.title and before.kind == "body" and not before.tail and chunk.gap < 9:
            return before  # a line that looked like a heading, but the sentence goes on
        return None
    if before is None or (before is not kept[-1] and kept[-1].kind == "heading"):
        return None
    if waiting and waiting[-1][1] is before and is_open(_last(before)):
        text = _last(before).text
        long = before.kind == "body" and not chunk.title and len(text) > 100 and len(chunk.text) > 60
        if strongly_open(text) or _LATER.match(chunk.text) or long:
            return before
    return None


def _runs_in(chunk: Chunk, kept: list[Chunk], titles: set[str]) -> bool:
    """Whether a chunk goes on with the heading before it: that ended with a colon, or a narrow column cut it."""
    if not kept or chunk.level or chunk.lead or not kept[-1].title or kept[-1].level or kept[-1].kind not in _HEADS:
        return False
    head = _last(kept[-1]).text
    if head.endswith(":"):
        return chunk.kind == "body" and not is_caps(head) and len(chunk.text) > 60 and len(head) > 20
    return chunk.kind in _HEADS and not kept[-1].tail and _completes(head, chunk.text, titles)


def _last(chunk: Chunk) -> Chunk:
    return chunk.tail[-1] if chunk.tail else chunk


def _completes(head: str, text: str, titles: set[str]) -> bool:
    """Whether a run-in heading that a narrow column cut stands whole elsewhere in the text."""
    rest, colon, _ = text.partition(":")
    return bool(colon) and len(rest) < 60 and _plain(f"{head} {rest}") in titles


def _plain(text: str) -> str:
    return " ".join(_HEAD.findall(text.lower()))


class Hyphens:
    """Decides what becomes of a hyphen at a line's end, by the words of the text itself."""

    def __init__(self, text: str) -> None:
        self._text = text

    @cached_property
    def _whole(self) -> frozenset[str]:
        """The words of the text, those that its line ends break left out."""
        unbroken = _CUT_WORD.sub("- ", self._text.lower())
        return frozenset(word.strip(_SIGNS) for word in set(unbroken.split()) if not word.endswith(_HYPHENS))

    @cached_property
    def _parts(self) -> frozenset[str]:
        return frozenset(part for word in self._whole for part in word.split("-"))

    @cached_property
    def _habit(self) -> int:
        """How much more often words of this text are broken at hyphens they have anyway than at added ones."""
        votes: Counter[bool | None] = Counter()
        for match in _CUT_WORD.finditer(self._text):
            left = _LEFT.search(self._text[max(0, match.start() - 40) : match.start()])
            if left:
                votes[self._known(left.group().lower(), match.group(1).lower())] += 1
        return votes[True] - 2 * votes[False]

    def _known(self, left: str, right: str) -> bool | None:
        if f"{left}-{right}" in self._whole or left in words("layout", "hyphen", "keep"):
            return True
        if left + right in self._whole:
            return False
        return None

    def glue(self, before: str, after: str) -> str | None:
        """What stands between two lines: a space, nothing, or None if the first one's hyphen goes."""
        if goes_on_as_address(before, after):
            return ""
        if not before.endswith(("/", *_HYPHENS)):
            return " "
        tail, head = _LEFT.search(before[-40:-1]) if before.endswith(_HYPHENS) else None, _HEAD.match(after)
        if tail is None:
            slash = before.endswith("/") and "://" not in before[before.rfind(" ") + 1 :]
            return "" if (slash or before.endswith("-")) and head and before[-2:-1].strip() else " "
        if head is None or not head.group()[0].islower():
            return "" if after[:1].isalnum() else " "
        left, right = tail.group().lower(), head.group().lower()
        if right in ("and", "or", "to"):
            return " "  # "short- and long-term"
        known = self._known(left, right)
        if known is None:
            both = left in self._parts and right in self._parts
            known = both if self._habit == 0 else self._habit > 0
        return "" if known else None


def lines_of(chunk: Chunk) -> list[Line]:
    """All lines of a chunk and its continuations, in reading order."""
    return [*chunk.lines, *(line for part in chunk.tail for line in part.lines)]
