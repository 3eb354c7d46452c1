"""Rates at a figure: "per hour", "/MWh", "a year", "annually", "per 100,000 people"."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .unit_names import UnitMatch, fold, named_unit

__all__ = ["counted_after", "inverse_at", "measured_after", "population_after", "rate_after"]

_SPACE = re.compile(r"\s+")
_MEASURED = re.compile(
    r"""
      \s?/\s?(?P<over>[A-Za-zμµΩ]{1,6}(?:\^?[23]|[²³])?)(?![\w^])                     # "kg/m3", "km/s2"
    | [\s·⋅](?P<by>[A-Za-zμµΩ]{1,4})(?:\^?\s?[-−–](?P<power>[123])|⁻(?P<raised>[¹²³]))(?!\w)  # "W m-2", "m s⁻¹"
    """,
    re.VERBOSE,
)
_INVERSE = re.compile(r"[\s·⋅]?(?P<by>[A-Za-zμµΩ]{1,4})(?:(?:\^[-−–]|−)(?P<power>[123])|⁻(?P<raised>[¹²³]))(?!\w)")
_RAISED = {"¹": "1", "²": "2", "³": "3"}
_NO_MEASURE = re.compile(r"[%A-Z]\Z|(?:percent|basis|index)\w*|ratio|[A-Z]{3}")
"""No unit to divide by: a share, money, a single capital letter."""
_ONE = Decimal(1)


@cache
def _denominators() -> dict[str, str]:
    """The unit of every word that may stand behind "per"."""
    return {fold(word): unit for unit, words in table("units")["rate"]["denominators"].items() for word in words}


@cache
def _adverbs() -> dict[str, str]:
    return {fold(word): unit for word, unit in table("units")["rate"]["adverbs"].items()}


def _words(words: Iterable[str]) -> str:
    """An alternation of folded words, in which a space stands for a hyphen too."""
    return alternatives(words).replace(r"\s+", r"[\s-]+")


@cache
def _links() -> dict[str, str]:
    return {name: alternatives(words) for name, words in table("units")["rate"]["links"].items()}


def _article() -> str:
    """What opens a denominator with an article: " a ", "-a-", "-per-"."""
    links = _links()
    return rf"(?:\s+(?:{links['of_time']})\s+|-(?:{links['of_time']}|{links['always']})-)"


@cache
def _of_time() -> re.Pattern[str]:
    """A rate behind any figure; after "a" and "each" only time and people, or "5 a gallon jar" would be one."""
    named, links = _denominators(), _links()
    steady = set(table("units")["rate"]["steady"])
    timed = [word for word, unit in named.items() if unit in steady and len(word) > 2]
    return re.compile(
        rf"""
          (?:\s?/\s?|\s+(?:{links["always"]})\s+)(?P<per>{_words(named)})(?![\w^])      # "per hour", "/MWh"
        | {_article()}(?P<each>{_words(timed)})(?!\w)                                      # "a year", "-a-day"
          (?!\s+(?:{links["not_before"]})\b)                                            # "a year ago"
        | \s+(?P<adverb>{_words(_adverbs())})(?!\w)                                     # "annually"
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _of_price() -> re.Pattern[str]:
    """A rate behind money, where "a" opens any denominator: "$82 a barrel", "$15-an-hour"."""
    links = _links()
    long = [word for word in _denominators() if len(word) > 2]
    return re.compile(rf"{_article()}(?P<per>{_words(long)})(?!\w)(?!\s+(?:{links['not_before']})\b)", re.IGNORECASE)


def rate_after(text: str, position: int, *, priced: bool = False) -> UnitMatch | None:
    """The denominator of a rate that begins at ``position``; ``priced`` where an amount of money stands before."""
    match = _of_time().match(text, position)
    if match is not None and match["adverb"]:
        return UnitMatch(match.start("adverb"), match.end(), _adverbs()[fold(match["adverb"])], _ONE)
    word = (match["per"] or match["each"]) if match is not None else ""
    if match is None and priced:
        match = _of_price().match(text, position)
        word = match["per"] if match is not None else ""
    if match is None:
        return None
    return UnitMatch(position, match.end(), _denominators()[_SPACE.sub(" ", fold(word))], _ONE)


@cache
def _counted() -> dict[str, str]:
    """The unit of every noun of people and vehicles, in the singular that stands behind "per"."""
    found: dict[str, str] = {}
    for unit, nouns in table("units")["counted"].items():
        for noun in nouns:
            found.setdefault(noun.lower(), unit)
            found.setdefault(noun.lower().removesuffix("s"), unit)
    return found


@cache
def _per_noun() -> re.Pattern[str]:
    links = _links()
    return re.compile(
        rf"(?:\s(?:{links['always']})\s|(?P<article>\s(?:{links['of_time']})\s))(?P<noun>[a-z]{{3,20}})(?![\w-])"
    )


def counted_after(text: str, position: int, *, priced: bool = False) -> UnitMatch | None:
    """People or vehicles as a denominator: "$38 per beneficiary"; behind money an article opens it too."""
    match = _per_noun().match(text, position)
    if match is None or (match["article"] and not priced):
        return None
    unit = _counted().get(match["noun"])
    return UnitMatch(position, match.end(), unit, _ONE) if unit else None


def measured_after(text: str, position: int) -> UnitMatch | None:
    """A denominator in the symbols of science that begins at ``position``: "/m3", "/s2", " m-2", "·s⁻¹"."""
    match = _MEASURED.match(text, position)
    if match is None:
        return None
    symbol, power = match["over"] or match["by"], match["power"] or _RAISED.get(match["raised"] or "", "1")
    unit = _symbol(symbol)
    if not unit and match["over"] and symbol[-1] in "23²³":
        unit, power = _symbol(symbol.rstrip("23²³^")), _RAISED.get(symbol[-1], symbol[-1])
    return UnitMatch(position, match.end(), Unit.of(unit).raised(int(power)), _ONE) if unit else None


def inverse_at(text: str, position: int) -> UnitMatch | None:
    """A count per unit in the symbols of science that begins at ``position``: "4e18 cm⁻³"."""
    match = _INVERSE.match(text, position)
    unit = _symbol(match["by"]) if match else ""
    if match is None or not unit:
        return None
    power = match["power"] or _RAISED[match["raised"]]
    return UnitMatch(match.start("by"), match.end(), f"count/{Unit.of(unit).raised(int(power))}", _ONE)


def _symbol(symbol: str) -> str:
    """The unit that a symbol alone stands for, if it is one to divide by."""
    found = named_unit(symbol, 0, spelled=False)
    whole = found is not None and found.end == len(symbol) and found.factor == 1
    if found is None or not whole or _NO_MEASURE.fullmatch(symbol) or Unit.of(found.unit).is_rate:
        return ""
    return found.unit


@cache
def _populations() -> re.Pattern[str]:
    groups = table("units")["rate"]["population"]
    parts = "|".join(f"(?P<{name}>{alternatives(phrases)})" for name, phrases in groups.items())
    # up to two words of what is counted may stand between: "34 maternal deaths per 100,000 live births"
    return re.compile(rf"(?:\s|-)?(?:[a-z-]{{1,20}}\s){{0,2}}?(?:{parts})(?![\w,]*\d)", re.IGNORECASE)


def population_after(text: str, position: int) -> UnitMatch | None:
    """A rate in a population, the counted noun between: "34 deaths per 100,000 people"."""
    match = _populations().match(text, position)
    if match is None or match.lastgroup is None:
        return None
    return UnitMatch(match.start(match.lastgroup), match.end(), match.lastgroup, _ONE)
