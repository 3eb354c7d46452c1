"""Finds footnote marks that lost their raised position and stick to the text: "industry the rest.3"."""

from __future__ import annotations

import re

from usmex_data.document.carry import Carry
from usmex_data.document.tables import words

__all__ = ["glued_marks", "noted_numbers"]

# It looks back from behind its first digit: a pattern that begins with a class of characters is found fastest.
_GLUED = re.compile(r"\d(?<=[^\W\d_][.,;:!?)”\"’]\d)\d{0,2}(?=\s+[A-Za-z“\"(]|[ \t]*\n|[ \t]*\Z)")
_WORD = re.compile(r"([^\W\d_]+)\.\Z")
_NOTE = re.compile(r"^[ \t]*\[?(\d{1,3})[\].)]?\s+(?=[A-Z“\"‘(<]|https?:)", re.MULTILINE)


def _abbreviated(raw: str, start: int) -> bool:
    """Whether the number belongs to an abbreviation: "p.24", "No.5"."""
    word = _WORD.search(raw, max(0, start - 20), start)
    low = word.group(1).lower() if word else ""
    return any(low in words("abbreviations", "before", key) for key in ("words", "numbered"))


def noted_numbers(raw: str) -> frozenset[str]:
    """The numbers with which the notes of a text may begin."""
    return frozenset(match.group(1) for match in _NOTE.finditer(raw))


def glued_marks(raw: str, carry: Carry) -> dict[int, str]:
    """The numbers of such marks by their raw offset: they count up, and each has a note that starts with its number."""
    found = [(match.start(), match.group()) for match in _GLUED.finditer(raw) if not _abbreviated(raw, match.start())]
    if not found:
        return {}
    noted = noted_numbers(raw) if carry.noted is None else carry.noted
    marks: dict[int, str] = {}
    last = carry.glued
    for start, number in found:
        if number in noted and (last == 0 or int(number) in (1, last + 1)):
            marks[start], last = number, int(number)
    carry.glued = last
    return marks
