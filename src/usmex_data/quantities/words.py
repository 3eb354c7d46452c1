"""Number words and their values: "five hundred and five", "a million", "minus ten point eight"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .numeral_patterns import NumeralPattern
from .quantity import Numeral

__all__ = ["cardinals", "patterns", "scales", "small", "value_of"]

_BEHIND_DIGITS = re.compile(r"\d\+?\s\Z|[$€£¥₹]\s?\([\d.,]{1,15}\)\s\Z")
_LETTERS = re.compile(r"[A-Za-z]+")
_LONGEST = 12
"""How many number words one number may have: "nine hundred and ninety-nine thousand, …" stays below."""


@cache
def cardinals() -> dict[str, int]:
    """The words from zero to ninety."""
    return dict(table("numbers")["cardinal"])


@cache
def scales() -> dict[str, Decimal]:
    """The words that multiply what stands before them: hundred, dozen, million."""
    numbers = table("numbers")
    return {word: Decimal(value) for name in ("scale", "scale_plural") for word, value in numbers[name].items()}


@cache
def small() -> dict[str, str]:
    """Alternations of the small words of number expressions, by their role: article, joiner, minus, point."""
    return {role: alternatives(words) for role, words in table("numbers")["small"].items()}


def value_of(word: str) -> Decimal:
    """The value of a number in digits or words; an article is one."""
    word = word.strip().lower()
    if word in table("numbers")["small"]["article"]:
        return Decimal(1)
    if word[:1].isdigit():
        return Decimal(word.replace(",", ""))
    return _sequence(word)[0]


@cache
def patterns() -> Sequence[NumeralPattern]:
    """Numbers wholly in words."""
    word = rf"(?:{alternatives(cardinals())}|{alternatives(scales())})"
    link = rf"(?:\s*-\s*|\s+(?:(?:{small()['joiner']})\s+)?)"
    digit = alternatives(name for name, value in cardinals().items() if value < 10)
    pattern = rf"""
        \b(?:(?P<words_minus>{small()["minus"]})[\s-]+)?                      # "minus"
        (?P<words_whole>{word}(?:{link}{word}\b){{0,{_LONGEST}}})          # "ten", "two hundred and five"
        (?!-\w*\d)\b(?!s\b)
        (?P<words_point>\s+(?:{small()["point"]})(?:\s+(?:{digit})\b){{1,6}})?  # "point eight"
    """
    return (NumeralPattern("words", pattern, _words),)


def _words(match: re.Match[str]) -> Numeral | None:
    whole = match["words_whole"]
    behind_digits = _BEHIND_DIGITS.search(match.string, max(0, match.start() - 20), match.start())
    if behind_digits and _LETTERS.findall(whole)[0].lower() in scales():
        return None  # the scale of a number that is none: "Q2 billion"
    value, length = _sequence(whole)
    if not length:
        return None
    end = match.start("words_whole") + length
    if match["words_point"] and length == len(whole):
        value, end = value + _decimals(match["words_point"]), match.end()
    if match["words_minus"]:
        value = -value
    return Numeral(match.start(), end, "cardinal", value, spelled=True, scale=_last_scale(whole[:length]))


def _decimals(words: str) -> Decimal:
    """The value of "point eight five": 0.85."""
    digits = "".join(str(cardinals()[word]) for word in words.lower().split()[1:])
    return Decimal(f"0.{digits}")


def _last_scale(words: str) -> Decimal:
    last = _LETTERS.findall(words.lower())[-1]
    return scales().get(last, Decimal(1))


class _Sum:
    """Number words added up one by one; ``add`` says whether a word still belongs to the same number."""

    def __init__(self) -> None:
        self.total = Decimal(0)
        self.group = Decimal(0)
        self.last: int | None = None  # the last word of the group; None at a group's start
        self.lowest = Decimal(10) ** 30
        self.joined = False

    @property
    def value(self) -> Decimal:
        return self.total + self.group

    def add(self, word: str) -> bool:
        if word in cardinals():
            return self._cardinal(cardinals()[word])
        scale = scales()[word]
        if scale == 100:
            return self._hundred()
        return self._dozen() if scale == 12 else self._scale(scale)

    def join(self) -> bool:
        """Take an "and": only behind hundreds or thousands."""
        self.joined = self.last is None and bool(self.group >= 100 or self.total)
        return self.joined

    def _cardinal(self, value: int) -> bool:
        tens = self.last is not None and 20 <= self.last < 100 and self.last % 10 == 0
        if self.last is not None and not (tens and 0 < value < 10):
            return False
        self.group += value
        self.last, self.joined = value, False
        return True

    def _hundred(self) -> bool:
        if self.joined or self.group >= 100:
            return False
        self.group, self.last = (self.group or Decimal(1)) * 100, None
        return True

    def _dozen(self) -> bool:
        self.total, self.group = self.total + (self.group or Decimal(1)) * 12, Decimal(0)
        self.last, self.lowest = 0, Decimal(0)
        return True

    def _scale(self, scale: Decimal) -> bool:
        if not self.group and self.total and not self.joined and scale > self.lowest >= 1000:
            # "four lakh crore", "five thousand million": a scale that multiplies the one straight before it
            self.total, self.lowest = self.total * scale, Decimal(0)
            return True
        if (not self.group and (self.joined or self.total)) or scale >= self.lowest:
            return False
        self.total, self.group, self.last = self.total + (self.group or Decimal(1)) * scale, Decimal(0), None
        self.lowest, self.joined = scale, False
        return True


def _sequence(words: str) -> tuple[Decimal, int]:
    """The value of the longest run of number words that makes one number, and that run's length.

    "two hundred and five" is 205; "five six" ends behind "five", "two and three" behind "two".
    """
    running, length, value = _Sum(), 0, Decimal(0)
    joiners = table("numbers")["small"]["joiner"]
    for token in _LETTERS.finditer(words):
        word = token[0].lower()
        if word in joiners:
            if not running.join():
                break
            continue
        if not running.add(word):
            break
        length, value = token.end(), running.value
    return value, length
