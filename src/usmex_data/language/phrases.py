"""Words of a text and the phrases of a table that begin at them, found without trying every phrase everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from . import alternatives

__all__ = ["Phrases", "Sought", "Token", "first_words", "tokens"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+")


Token: TypeAlias = tuple[int, str]
"""A run of letters or of digits: where it starts, and its lower-case form. (A plain pair: a text has many.)"""


def tokens(text: str) -> list[Token]:
    """The words and digit runs of a text, in order."""
    return [(match.start(), match[0].lower()) for match in _TOKEN.finditer(text)]


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The tokens with which phrases begin."""
    return frozenset(match[0].lower() for phrase in phrases if (match := _TOKEN.search(phrase)))


# Compared by identity: to hash a compiled pattern takes as long as it is.
@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """A pattern that is looked for in many sentences, and the words (in lower case) with which it begins, if with any.

    Most patterns have no word in most sentences, and a look-up tells so sooner than a search.
    """

    pattern: re.Pattern[str]
    begins: frozenset[str] = frozenset()

    def at(self, text: str, places: Mapping[str, Sequence[int]], end: int) -> Iterator[re.Match[str]]:
        """The matches before ``end``, in order, none overlapping; ``places`` are those of the text's words."""
        position = 0
        for start in sorted(place for word in self.begins & places.keys() for place in places[word]):
            match = self.pattern.match(text, start, end) if start >= position else None
            if match:
                position = match.end()
                yield match


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
