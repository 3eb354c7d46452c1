"""Raised characters as text: digits as superscripts, which are told from numbers later, and letters of notes."""

from __future__ import annotations

import re
from typing import Final

__all__ = ["mark", "raised"]

_SUPERSCRIPT: Final = str.maketrans("0123456789+-−–", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁻")
_ORDINAL: Final = frozenset("st nd rd th er re o a ª º".split()) - {"a"}
_LETTER: Final = re.compile(r"[a-z]|[ivx]{1,5}")


def raised(text: str) -> str:
    """What stands for raised characters: superscripts for digits, a note's label for a letter, else the text itself."""
    bare = text.strip()
    if any(map(str.isdecimal, bare)):
        return text.translate(_SUPERSCRIPT)
    return mark(bare) if bare not in _ORDINAL and _LETTER.fullmatch(bare) else text


def mark(number: str) -> str:
    """The mark of a note in the text, by its printed number: "²", or "[^iv]" where it is no digit."""
    if number.isascii() and number.isdecimal():
        return number.translate(_SUPERSCRIPT)
    return f"[^{number}]" if number.isalnum() else number
