"""Where a figure stands in its sentence, for whoever reads what surrounds it."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from ..language.phrases import Tokens, WordPattern, tokens

__all__ = ["Mention", "Words"]


@dataclass(frozen=True, slots=True)
class Words:
    """A sentence's words, searched once a pattern, however many figures ask: a row of a table may hold hundreds.

    ``text`` is the document's; the sentence runs from ``start`` to ``end``.
    """

    text: str
    start: int
    end: int
    _found: dict[WordPattern, tuple[list[int], list[re.Match[str]]]] = field(default_factory=dict)
    _tokens: list[Tokens] = field(default_factory=list)

    def within(self, word_pattern: WordPattern, low: int, high: int) -> list[re.Match[str]]:
        """The matches of a pattern that lie between two places of the text, in order."""
        starts, matches = self._all(word_pattern)
        found = matches[bisect_left(starts, low) : bisect_left(starts, high)]
        return found if not found or found[-1].end() <= high else found[:-1]

    def first(self, word_pattern: WordPattern, low: int, high: int) -> re.Match[str] | None:
        """The first match of a pattern between two places, or None."""
        starts, matches = self._all(word_pattern)
        index = bisect_left(starts, low)
        found = matches[index] if index < len(matches) else None
        return found if found is not None and found.end() <= high else None

    def has(self, word_pattern: WordPattern, low: int, high: int) -> bool:
        """Whether a pattern matches between two places."""
        return self.first(word_pattern, low, high) is not None

    def hold(self, words: frozenset[str]) -> bool:
        """Whether the sentence has one of some words, given in lower case."""
        return not words.isdisjoint(self._words().places)

    def _all(self, word_pattern: WordPattern) -> tuple[list[int], list[re.Match[str]]]:
        found = self._found.get(word_pattern)
        if found is None:
            if word_pattern.begins:
                matches = list(word_pattern.at(self.text, self._words(), self.start, self.end))
            else:
                matches = list(word_pattern.pattern.finditer(self.text, self.start, self.end))
            found = self._found[word_pattern] = ([match.start() for match in matches], matches)
        return found

    def _words(self) -> Tokens:
        """The sentence's tokens; found when first asked for."""
        if not self._tokens:
            self._tokens.append(tokens(self.text[self.start : self.end]))
        return self._tokens[0]


@dataclass(frozen=True, slots=True)
class Mention:
    """A figure's place in the document's text.

    ``start`` and ``end`` span the figure, ``noun_end`` is behind what it counts; ``low`` and ``high`` are where the
    figures before and after it end and begin (dates and names not counted); ``words`` are its sentence's.
    """

    words: Words
    start: int
    end: int
    noun_end: int
    low: int
    high: int

    @property
    def text(self) -> str:
        """The document's text."""
        return self.words.text

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence starts and ends."""
        return self.words.start, self.words.end

    def before(self, reach: int, low: int | None = None) -> str:
        """The words before the figure: ``reach`` characters at most, from ``low`` or the sentence's start on."""
        floor = self.words.start if low is None else low
        return self.text[max(floor, self.start - reach) : self.start]

    def behind(self, pattern: re.Pattern[str], *, reach: int = 200) -> re.Match[str] | None:
        """The match of a pattern straight behind the figure and what it counts, inside the sentence."""
        return pattern.match(self.text, max(self.end, self.noun_end), min(self.words.end, self.noun_end + reach))
