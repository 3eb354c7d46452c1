"""Abbreviations of units that a text defines itself: "746 million tonnes (mt) … 520 mt"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..language import table
from ..language.phrases import tokens
from .figures import figure
from .numerals import numerals
from .quantity import Quantity
from .unit_names import UnitMatch, named_unit

__all__ = ["definitions", "in_defined_units"]

_IN_BRACKETS = re.compile(r"(?<=[a-z²³]\s)\((?P<short>[A-Za-zμµ][A-Za-zμµ/²³-]{0,7})\)")
_BEFORE = 70
"""How far before its abbreviation the words of a unit may begin, in characters."""
_WORDS = 6
_LETTERS = re.compile(r"[^\W\d_]")


@cache
def _last_words() -> frozenset[str]:
    """The words with which a unit in words may end."""
    units = table("units")
    words = [word for entry in units["unit"] for word in entry.get("words", ())]
    words += [word for names in units["currency"].values() for word in names.get("words", ())]
    words += [word for found in units["rate"]["denominators"].values() for word in found]
    return frozenset(word.split()[-1].lower() for word in words)


def definitions(text: str) -> dict[str, UnitMatch]:
    """The units that a text gives an abbreviation for, each with what it multiplies a number by."""
    found: dict[str, UnitMatch] = {}
    for match in _IN_BRACKETS.finditer(text):
        words = text[max(0, match.start() - _BEFORE) : match.start()].split()[-_WORDS:]
        if words and words[-1].lower() in _last_words() and match["short"] not in found:
            unit = _spelled_out(words, match["short"])
            if unit:
                found[match["short"]] = unit
    return found


def _spelled_out(words: Sequence[str], short: str) -> UnitMatch | None:
    """The unit that the last of some words are in full, if the abbreviation may stand for it and is not known as it."""
    for start in range(len(words)):
        phrase = " ".join(words[start:])
        unit = _whole(phrase)
        if unit:
            known = named_unit(f"1 {short}", 1, spelled=False)
            same = known is not None and (known.unit, known.factor) == (unit.unit, unit.factor)
            return unit if not same and _abbreviates(short, phrase) else None
    return None


def _whole(phrase: str) -> UnitMatch | None:
    """The unit that a phrase is from end to end, with its scale word: "million tonnes", "barrels per day"."""
    if phrase[0].isdigit():
        return None
    one = f"1 {phrase}"
    numeral = next(iter(numerals(one, tokens(one))), None)
    read = figure(one, numeral) if numeral and numeral.start == 0 else None
    if read is None or read.end != len(one) or not read.unit or read.value is None:
        return None
    return UnitMatch(0, 0, read.unit, read.value)


def _abbreviates(short: str, phrase: str) -> bool:
    """Whether the letters of an abbreviation stand in a phrase in this order, the first at its beginning."""
    letters: Iterator[str] = iter(phrase.lower())
    wanted = [letter.lower() for letter in _LETTERS.findall(short)]
    return phrase[0].lower() == wanted[0] and all(letter in letters for letter in wanted)


def in_defined_units(text: str, figures: Sequence[Quantity], defined: Mapping[str, UnitMatch]) -> list[Quantity]:
    """The figures, those with an abbreviation of the text behind them in its unit."""
    return [_in_defined(text, item, defined) for item in figures] if defined else list(figures)


def _in_defined(text: str, item: Quantity, defined: Mapping[str, UnitMatch]) -> Quantity:
    if item.kind != "cardinal" or item.value is None or item.spelled:
        return item
    start = item.number_end + text[item.number_end : item.number_end + 1].isspace()
    for short, unit in defined.items():
        end = start + len(short)
        if text.startswith(short, start) and not text[end : end + 1].isalnum():
            value = item.value / (item.factor or Decimal(1)) * unit.factor
            return replace(item, value=value, unit=unit.unit, end=max(item.end, end), factor=unit.factor)
    return item
