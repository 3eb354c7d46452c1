"""Words of a text and the phrases of a table that begin at them, found without trying every phrase everywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from . import alternatives

__all__ = ["Phrases", "Token", "Tokens", "WordPattern", "first_words", "tokens"]

_TOKEN = re.compile(r"\d+|[^\W\d_]+")


Token: TypeAlias = tuple[int, str]
"""A run of letters or of digits: where it starts, and its lower-case form. (A plain pair: a text has many.)"""


class Tokens(list[Token]):
    """The words and digit runs of a text, in order, and where to find them: many ask, each for a few words."""

    @cached_property
    def numbers(self) -> list[int]:
        """Which tokens begin with a digit, by their index."""
        return [index for index, token in enumerate(self) if token[1][0].isdigit()]

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each word stands."""
        found: dict[str, list[int]] = {}
        for start, word in self:
            if word in found:
                found[word].append(start)
            else:
                found[word] = [start]
        return found

    def starts(self, words: frozenset[str], *, numbers: bool = False) -> list[int]:
        """Where any of some words stands, and where numbers do if ``numbers`` says so; in order."""
        places = self.places
        found = [] if words.isdisjoint(places) else [place for word in words & places.keys() for place in places[word]]
        if numbers:
            found += [self[index][0] for index in self.numbers]
        return sorted(found)


def tokens(text: str) -> Tokens:
    """The words and digit runs of a text."""
    lower = text.lower()
    if len(lower) == len(text):
        return Tokens([(match.start(), match[0]) for match in _TOKEN.finditer(lower)])
    # A few capitals are two characters in lower case.
    return Tokens([(match.start(), match[0].lower()) for match in _TOKEN.finditer(text)])


def first_words(phrases: Iterable[str]) -> frozenset[str]:
    """The tokens with which phrases begin."""
    return frozenset(match[0].lower() for phrase in phrases if (match := _TOKEN.search(phrase)))


# Compared by identity: to hash a compiled pattern takes as long as it is.
@dataclass(frozen=True, slots=True, eq=False)
class WordPattern:
    """A pattern that is looked for in many sentences, and the words (in lower case) with which it begins, if with any.

    Most patterns have no word in most sentences, and a look-up tells so sooner than a search.
    """

    pattern: re.Pattern[str]
    begins: frozenset[str] = frozenset()

    def at(self, text: str, words: Tokens, begin: int, end: int) -> Iterator[re.Match[str]]:
        """The matches in ``text[begin:end]``, whose tokens are given, in order, none overlapping."""
        position = 0
        for place in words.starts(self.begins):
            start = begin + place
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
        self._begins = frozenset(by_first)
        self._patterns = {
            word: re.compile(rf"(?<!\w)(?:{alternatives(found)})(?!\w)", re.IGNORECASE)
            for word, found in by_first.items()
        }

    def find(self, text: str, words: Tokens) -> Iterator[re.Match[str]]:
        """The phrases of a text whose tokens are given, word by word; they may overlap."""
        for word in () if self._begins.isdisjoint(words.places) else self._begins & words.places.keys():
            for start in words.places[word]:
                match = self._patterns[word].match(text, start)
                if match:
                    yield match
