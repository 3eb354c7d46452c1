"""Finds where sentences start and end inside the blocks of a text."""

from __future__ import annotations

import re

from usmex_data.document.word_lists import words

__all__ = ["sentences"]

# It looks back from behind its first sign: a pattern that begins with a class of characters is found fastest.
_STOP = re.compile(r"[.!?…](?<![.!?…].)[.!?…]*+[)\]\"”’'»]*+(?=\s)")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)+\Z")
_LAST = re.compile(r"[^\s(\[“\"‘'—–/]+\Z")
_GERUND = re.compile(r"[A-Z][a-z]{2,}ing (?!and\b|of\b|or\b)[a-z]")
"""How a sentence may start after "in the U.S."; "U.S. Housing and Urban Development" is a name."""
_ABBREVIATED = re.compile(r"([A-Z][a-z]{1,5})\.\s\d")
_SHORT = 6
"""An abbreviation before another one is shorter than this."""
_OPENING = "\"“”'‘’([«—–- "


def sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the sentences of ``text[start:end]``; together they hold all of it but the spaces between."""
    spans: list[tuple[int, int]] = []
    first = start
    for stop in _STOP.finditer(text, start, end):
        following = _next_start(text, stop.end(), end)
        if following >= end:
            break
        if _ends(text, first, stop, following, end):
            spans.append((first, stop.end()))
            first = following
    if text[first:end].strip():
        spans.append((first, end))
    return spans


def _next_start(text: str, position: int, end: int) -> int:
    while position < end and text[position].isspace():
        position += 1
    return position


def _ends(text: str, first: int, stop: re.Match[str], following: int, end: int) -> bool:
    """Whether the sentence that began at ``first`` ends with a full stop or the like."""
    begin = following
    while begin < end and text[begin] in _OPENING:
        begin += 1
    after = text[begin : begin + 1]
    if after.islower() or after in ",;:)" or not after:
        return False
    sign = stop.group()
    if sign[0] != "." or sign.startswith(".."):
        return (sign[0] != "…" and not sign.startswith("..")) or (after.isupper() and text[stop.start() - 1] != " ")
    last = _LAST.search(text, max(first, stop.start() - 30), stop.start())
    return last is None or _may_end(
        last.group(), text[begin : min(end, begin + 30)], len(sign) > 1, stop.start() - first
    )


def _numbered(after: str) -> bool:
    """Whether an abbreviation with its number follows: "Reg. 1266"."""
    match = _ABBREVIATED.match(after)
    return match is not None and match[1].lower() in words("abbreviations", "citing", "words")


def _may_end(word: str, after: str, closed: bool, length: int) -> bool:
    """Whether a word with a full stop can end a sentence, given what comes next."""
    low = word.lower().lstrip("$")
    if low in words("abbreviations", "before", "words"):
        return closed and low not in ("e.g", "i.e")
    if word[:1].isupper() and len(word) < _SHORT and _numbered(after):
        return False  # "88 Fed. Reg. 1266"
    if low.rpartition(".")[2] in words("abbreviations", "citing", "words"):
        return not after[:1].isdecimal()  # "H.Rept. 117-389"
    if low in words("abbreviations", "before", "numbered"):
        return not after[:1].isdecimal()
    first = after.split(" ", 1)[0].rstrip(",;:").lower()
    starter = first in words("abbreviations", "starters", "words") or _GERUND.match(after) is not None
    if low in words("abbreviations", "either", "words"):
        return starter or closed
    if len(word) == 1 and word.isupper():
        return starter and length > 40
    if "." in word and _INITIALS.match(word + "."):
        return starter or closed
    return not (word.isdecimal() and length == len(word))
