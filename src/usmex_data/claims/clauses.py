"""The stretch of a sentence that speaks of one figure."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Sought
from .spot import Spot, Words

__all__ = ["clause_ends", "clause_of"]

_REACH = 400
"""How far a clause reaches from its figure at most, in characters."""


@cache
def _words() -> dict[str, str]:
    return {name: alternatives(words) for name, words in table("context")["clause"].items()}


@cache
def _starts() -> Sought:
    words = _words()
    pattern = rf"""
          [;:] | \s[—–]\s                                                 # a stop or dash
        | ,\s+(?:{words["starts"]})\b                                     # ", while"
        | \b(?:{words["relative"]})\s+(?:{words["relative_verbs"]})\b     # "who have"
        | \b(?:{words["where"]})\b
    """
    return Sought(re.compile(pattern, re.VERBOSE))


@cache
def _ends() -> Sought:
    return Sought(re.compile(rf"[;:]|,\s+(?:{_words()['ends']})\b|\s[—–]\s|\s\("))


@cache
def _breaks() -> Sought:
    words = _words()
    return Sought(re.compile(rf"[;:()]|\.\s|,\s+(?:{words['breaks']})\b|\s[—–]\s|\b(?:{words['hard']})\b"))


def clause_of(spot: Spot) -> tuple[int, int]:
    """The clause of a figure: from the last break before it to the next behind, inside the sentence."""
    low = max(spot.sentence[0], spot.start - _REACH)
    breaks = spot.words.within(_starts(), low, spot.start)
    return breaks[-1].end() if breaks else low, _next(spot.words, _ends(), spot.end)


def clause_ends(words: Words, position: int) -> int:
    """Where the clause ends that goes on behind ``position``."""
    return _next(words, _breaks(), position)


def _next(words: Words, sought: Sought, position: int) -> int:
    high = min(words.end, position + _REACH)
    match = words.first(sought, position, high)
    return match.start() if match else high
