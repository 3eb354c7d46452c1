"""Finds pull quotes: short passages set apart that repeat the body, or stand alone between quotation marks."""

from __future__ import annotations

import re
from collections import Counter

from usmex_data.document.chunks import Chunk
from usmex_data.document.lines import ends_sentence

__all__ = ["find_quotes"]

_WHOLE_QUOTE = re.compile(r"[“\"][^“”\"]{20,}[”\"][.,]?(?:\s[—–-]{1,2}\s?.{3,80})?\Z")
_LONGEST, _SHORTEST = 80, 6
_MISSING = 3
"""So many runs of three words may be missing in the body: two where a page cuts it, one where the quote leaves off."""
_SURE = 9
"""A chunk of more words that is part of another one needs no layout to set it apart."""


def find_quotes(chunks: list[Chunk]) -> None:
    """Give pull quotes their kind."""
    candidates = {index: words for index in range(len(chunks)) if (words := _candidate(chunks[index]))}
    if not candidates:
        return
    wanted = {three for words in candidates.values() for three in zip(words, words[1:], words[2:], strict=False)}
    times: Counter[tuple[str, ...]] = Counter()
    items = {tuple(_words(chunk.bare.strip("…. "))) for chunk in chunks if chunk.kind == "list_item"}
    whole: Counter[tuple[str, ...]] = Counter(tuple(words) for words in candidates.values())
    for index, chunk in enumerate(chunks):
        if chunk.kind in ("body", "list_item", "summary"):
            words = candidates.get(index) or _words(chunk.text)
            times.update({three for three in zip(words, words[1:], words[2:], strict=False) if three in wanted})
    for index, words in candidates.items():
        chunk = chunks[index]
        if _WHOLE_QUOTE.match(chunk.text):
            if not (index and chunks[index - 1].text.endswith(":")):
                chunk.kind = "pull_quote"
            continue
        if tuple(words) in items:
            continue  # a heading that a list announced
        threes = list(zip(words, words[1:], words[2:], strict=False))
        missing = sum(times[three] < 2 for three in threes)
        copies = whole[tuple(words)]
        close = missing <= _MISSING and missing < len(threes) / 3
        alone = copies == 1 and close and (_stands_apart(chunks, index) or (missing < 2 and len(words) > _SURE))
        if alone or (copies == 2 and close and _interrupts(chunks, index)):
            chunk.kind = "pull_quote"


def _words(text: str) -> list[str]:
    """The words of a text in small letters, as they are printed."""
    return text.lower().split()


def _candidate(chunk: Chunk) -> list[str]:
    """The words of a chunk that could be a pull quote; none if it can't."""
    text = chunk.text
    if chunk.kind != "body" or chunk.level or chunk.title or len(text) > 12 * _LONGEST or text.endswith(":"):
        return []
    if not ends_sentence(text) and not _WHOLE_QUOTE.match(text):
        return []
    words = _words(text.strip("…. "))
    return words if _SHORTEST <= len(words) <= _LONGEST and not text[0].islower() else []


def _stands_apart(chunks: list[Chunk], index: int) -> bool:
    """Whether layout sets a chunk apart: dots, a cut sentence around it, a gap or the edge of a page."""
    chunk = chunks[index]
    if chunk.text.startswith(("...", "…")) or chunk.text.endswith(("...", "…")):
        return True
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    edge = following is None or following.gap > 3 or following.lines[0].after_page
    return _interrupts(chunks, index) or chunk.gap > 3 or chunk.lines[0].after_page or edge


def _interrupts(chunks: list[Chunk], index: int) -> bool:
    """Whether a sentence stops right before a chunk, notes aside."""
    for before in reversed(chunks[:index][-8:]):
        if before.kind not in ("footnote", "reference", "pull_quote"):
            return len(before.text) > 30 and not before.title and not ends_sentence(before.text)
    return False
