"""Words of a text and the phrases of a table that begin at them, found without trying every phrase everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

from . import alternatives

__all__ = ["Phrases", "Token", "first_words", "tokens"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+")


Token: TypeAlias = tuple[int, str]
"""A run of letters or of digits: where it starts, and its lower-case form. (A plain pair: a text has many.)"""


def tokens(text: str) -> list[Token]:
    """The words and digit runs of a text, in order."""
    return [(match.start(), match[0].lower()) for match in _TOKEN.finditer(text)]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The tokens with which phrases begin."""
    return frozenset(match[0].lower() for phrase in phrases if (match := _TOKEN.search(phrase)))


class Phrases:
    """A table's phrases, in any case; at each word the longest wins. Scanning costs one look-up a word."""

    def __init__(self, phrases: Iterable[str]) -> None:
        by_first: dict[str, list[str]] = {}
        for phrase in phrases:
            for word in first_words([phrase]):
                by_first.setdefault(word, []).append(phrase)
        self._patterns = {
            word: re.compile(rf"(?<!\w)(?:{alternatives(found)})(?!\w)", re.IGNORECASE)
            for word, found in by_first.items()
        }

    def find(self, text: str, words: Sequence[Token]) -> Iterator[re.Match[str]]:
        """The phrases of a text whose tokens are given, in order; they may overlap."""
        for start, word in words:
            pattern = self._patterns.get(word)
            match = pattern.match(text, start) if pattern else None
            if match:
                yield match
