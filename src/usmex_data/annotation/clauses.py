"""The stretch of a sentence that speaks of one figure."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import WordPattern
from .mention import Mention, Words

__all__ = ["clause_ends", "clause_of"]

_REACH = 400
"""How far a clause reaches from its figure at most, in characters."""


@cache
def _words() -> dict[str, str]:
    return {name: alternatives(words) for name, words in table("context")["clause"].items()}


@cache
def _starts() -> WordPattern:
    words = _words()
    pattern = rf"""
          [;:] | \s[—–]\s                                                 # a stop or dash
        | ,\s+(?:{words["starts"]})\b                                     # ", while"
        | \b(?:{words["relative"]})\s+(?:{words["relative_verbs"]})\b     # "who have"
        | \b(?:{words["where"]})\b
    """
    return WordPattern(re.compile(pattern, re.VERBOSE))


@cache
def _ends() -> WordPattern:
    return WordPattern(re.compile(rf"[;:]|,\s+(?:{_words()['ends']})\b|\s[—–]\s|\s\("))


@cache
def _breaks() -> WordPattern:
    words = _words()
    return WordPattern(re.compile(rf"[;:()]|\.\s|,\s+(?:{words['breaks']})\b|\s[—–]\s|\b(?:{words['hard']})\b"))


def clause_of(mention: Mention) -> tuple[int, int]:
    """The clause of a figure: from the last break before it to the next behind, inside the sentence."""
    low = max(mention.sentence[0], mention.start - _REACH)
    breaks = mention.words.within(_starts(), low, mention.start)
    return breaks[-1].end() if breaks else low, _next(mention.words, _ends(), mention.end)


def clause_ends(words: Words, position: int) -> int:
    """Where the clause ends that goes on behind ``position``."""
    return _next(words, _breaks(), position)


def _next(words: Words, word_pattern: WordPattern, position: int) -> int:
    high = min(words.end, position + _REACH)
    match = words.first(word_pattern, position, high)
    return match.start() if match else high
