"""What the heads and captions of a table say of its cells: a unit, a scale, or both."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .flattened_tables import named_head
from .units import TIME

__all__ = ["Measure", "combined", "measure"]

_ONE = Decimal(1)
_PARENTHESES = re.compile(r"[(\[]([^()\[\]]{1,60})[)\]]")
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s?[-–/]\s?\d\d(?:\d\d)?)?(?:\s*=\s*100)?\s*")
_PER = re.compile(r"\bper\s\d[\d,]{2,}\s[a-z].*\Z")
_SHORT = 48
"""A head that is a unit as a whole is no longer than this."""
_WORDS = 4
"""What a scale counts, if it has no unit, is no longer than so many words."""


class Measure(NamedTuple):
    """The unit of a table's cells (empty where only a scale is named) and what they are multiplied by."""

    unit: str
    factor: Decimal


@lru_cache(maxsize=4096)
def measure(words: str, *, whole: bool) -> Measure | None:
    """The measure that a head, label or caption names: in parentheses, behind a comma or "in", or ``whole``."""
    for phrase in _phrases(words):
        found = _read(phrase)
        if found and not (found.unit in TIME and _YEAR.search(phrase)):  # "fiscal year 2022"
            return found
    found = _read(words) if whole and len(words) <= _SHORT else None
    return None if found and Unit.of(found.unit).head in TIME else found


def combined(measures: Iterator[Measure | None]) -> Measure:
    """The measure of a cell from those of its heads, label and caption, the nearest first."""
    unit, factor = "", _ONE
    for found in measures:
        if found is None or _ONE not in (factor, found.factor):
            continue
        if not unit:
            unit, factor = found.unit, factor * found.factor
        elif not found.unit and Unit.of(unit).is_money:
            factor *= found.factor
    return Measure(unit, factor)


def _phrases(words: str) -> Iterator[str]:
    """Where in a head its unit may stand, the likeliest first."""
    closed = _PARENTHESES.findall(words)
    for inside in reversed(closed):
        yield inside
        yield from reversed(inside.split(", ") if "," in inside else [])
    open_words = _PARENTHESES.sub("", words)
    if money := _money_in().search(open_words):
        yield open_words[money.start("money") :]
    parts = re.split(r", |: |\s[–—]\s", open_words)
    yield from reversed(parts[1:])
    if per := _PER.search(open_words):
        yield per[0]
    match = _in().search(open_words)
    if match:
        yield open_words[match.end() :]


@cache
def _in() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(table('layout')['table']['in'])})\s(?=[^\s].{{0,60}}\Z)")


@cache
def _scale() -> re.Pattern[str]:
    numbers = table("numbers")
    scales = alternatives([*numbers["scale"], *numbers["scale_abbreviation"], *table("layout")["table"]["thousand"]])
    return re.compile(rf"(?P<scale>{scales})s?(?![\w/])(?:\s+of)?\s*(?P<rest>.*)\Z", re.IGNORECASE)


@cache
def _money_in() -> re.Pattern[str]:
    """Money with its scale behind "in": "$ in millions", "Dollars in thousands", "pesos, millions"."""
    names = table("units")["currency"].values()
    words = [word for each in names for word in (*each.get("words", ()), *each.get("prefixes", ()))]
    numbers = table("numbers")
    scales = alternatives([*numbers["scale"], *table("layout")["table"]["thousand"]])
    return re.compile(
        rf"(?:[A-Z][a-z]+\s)?(?P<money>{alternatives(words)})\s?(?:amounts\s|are\s)?(?:in|,)\s(?P<scale>{scales})s?\b",
        re.IGNORECASE,
    )


@cache
def _qualifier() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(table('layout')['table']['qualifiers'])})\b,?\s+", re.IGNORECASE)


def _bare(phrase: str) -> str:
    """A phrase without what stands before its unit: "current US$", "2017 dollars", "in thousands"."""
    phrase = phrase.strip(" .,:*").replace("Rs. ", "Rs ")
    for _ in range(4):
        dropped = _qualifier().match(phrase) or _YEAR.match(phrase)
        if dropped is None:
            break
        phrase = phrase[dropped.end() :]
    return phrase


def _read(phrase: str) -> Measure | None:
    """The measure that a phrase is: "%", "thousands", "US$ million", "current US$", "percent of GDP"."""
    phrase = _bare(phrase)
    if not phrase or len(phrase) > 60:
        return None
    if phrase.lower() in {word.lower() for word in table("ranks")["column"]}:
        return Measure("rank", _ONE)
    money = _money_in().match(phrase)
    if money and (named := named_head(money["money"])):
        return Measure(named.unit, _factor(money["scale"]))
    head = named_head(phrase)
    if head and head.factor != _ONE:
        return Measure(head.unit, head.factor)
    if head and Unit.of(head.unit).is_money:
        behind = _scale().search(phrase)
        return Measure(head.unit, _factor(behind["scale"]) if behind and len(phrase) - len(behind[0]) < 5 else _ONE)
    match = None if head else _scale().match(phrase)
    return _scaled(match) if match else Measure(head.unit, head.factor) if head else None


def _scaled(match: re.Match[str]) -> Measure | None:
    """A scale with what it multiplies: "billions of U.S. dollars", "thousand tons", "millions"."""
    factor, rest = _factor(match["scale"]), _bare(match["rest"])
    if not rest:
        return Measure("", factor)
    head = named_head(f"{match['scale'].lower()} {rest}") or named_head(rest)
    if head:
        return Measure(head.unit, head.factor if head.factor != _ONE else factor)
    return Measure("", factor) if len(rest.split()) <= _WORDS else None


def _factor(scale: str) -> Decimal:
    numbers = table("numbers")
    known = (
        numbers["scale"].get(scale.lower().removesuffix("s"))
        or numbers["scale"].get(scale.lower())
        or numbers["scale_abbreviation"].get(scale)
    )
    return Decimal(known) if known else Decimal(1000)
