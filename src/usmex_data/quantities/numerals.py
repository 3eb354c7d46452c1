"""Numerals of a text: digits, number words, fractions, multipliers, vague plurals, each with its exact value."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..language import table
from ..language.phrases import Tokens, first_words
from . import digits, fractions, multiples, words
from .numeral_patterns import NumeralPattern
from .quantity import Numeral

__all__ = ["numeral_starters", "numerals"]


class _Reader(NamedTuple):
    """One pattern of several forms, and who reads a match of each."""

    pattern: re.Pattern[str]
    read: dict[str, Callable[[re.Match[str]], Numeral | None]]


@cache
def _after_digit(*, comma: bool) -> _Reader:
    """What may begin with a digit."""
    wanted = ("odds", "even", "ratio", "times", "mixed", "sign", "fraction", "ordinal")
    return _reader([*_named(wanted), *digits.patterns(comma=comma)])


@cache
def _after_word() -> _Reader:
    """What may begin with a word."""
    wanted = (
        "odds", "even", "class", "none", "few", "tens", "scale_part", "times", "mixed", "fraction", "share",
        "half_more", "age", "tiny", "half", "vague", "multiplier", "ordinal",
    )  # fmt: skip
    return _reader([*_named(wanted), *words.patterns()])


def _named(wanted: Sequence[str]) -> list[NumeralPattern]:
    known = {form.name: form for form in (*fractions.patterns(), *multiples.patterns())}
    return [known[name] for name in wanted]


def _reader(patterns: Sequence[NumeralPattern]) -> _Reader:
    pattern = "|".join(f"(?P<{form.name}>{form.pattern})" for form in patterns)
    return _Reader(re.compile(pattern, re.VERBOSE | re.IGNORECASE), {form.name: form.read for form in patterns})


_BEGIN = (
    "cardinal", "scale", "vague", "vague_count", "vague_multiplier", "ordinal", "denominator", "multiplier",
    "digit_class", "age",
)  # fmt: skip
"""The parts of the table whose words a numeral may begin with."""


@cache
def numeral_starters() -> frozenset[str]:
    """The words with which a numeral may begin; at all others none is looked for."""
    numbers = table("numbers")
    phrases: list[str] = []
    for name in _BEGIN:
        phrases += numbers[name]
    phrases += [*numbers["odds"]["even"], *numbers["none_or_less"]["words"], *numbers["small"]["minus"]]
    phrases += [*numbers["share"]["tiny"], *numbers["small"]["article"]]
    return first_words(phrases)


@cache
def _signs() -> re.Pattern[str]:
    return re.compile(f"[{''.join(table('numbers')['superscript'])}]")


def numerals(text: str, tokens: Tokens, *, comma: bool = False) -> Iterator[Numeral]:
    """The numerals of a text in order, none overlapping; ``comma`` where it writes decimals with a comma.

    ``tokens`` are the text's words: a numeral is looked for only where one may begin.
    """
    position = 0
    for start, by_digit in _starts(text, tokens):
        if start < position:
            continue
        numeral = _read(_after_digit(comma=comma) if by_digit else _after_word(), text, start)
        if numeral:
            position = numeral.end
            yield numeral


def _starts(text: str, tokens: Tokens) -> list[tuple[int, bool]]:
    """Where numerals may begin, and whether with a digit; a point before digits belongs to them (".5")."""
    found = [(start, False) for start in tokens.starts(numeral_starters())]
    for index in tokens.numbers:
        start = tokens[index][0]
        if start > 0 and text[start - 1] == ".":
            found.append((start - 1, True))
        found.append((start, True))
    found += [(match.start(), True) for match in _signs().finditer(text)]
    return sorted(found)


def _read(reader: _Reader, text: str, start: int) -> Numeral | None:
    """The numeral that begins at a place: of the first form that matches and reads as one."""
    match = reader.pattern.match(text, start)
    if match is None or match.lastgroup is None:
        return None
    numeral = reader.read[match.lastgroup](match)
    if numeral is None and match.lastgroup in _REFUSED:
        return _read(_REFUSED[match.lastgroup](), text, start)
    return numeral


@cache
def _plain_number() -> _Reader:
    """What is left of "40 quarters" and "12:0": the number alone."""
    return _reader([*digits.patterns(comma=False), *words.patterns()])


_REFUSED = dict.fromkeys(("fraction", "ratio", "sign", "times"), _plain_number)
"""Forms that a match may turn out not to be, and what to read instead."""
