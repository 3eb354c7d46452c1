"""Money that several countries call by one name: the pesos of Colombia are no Mexican ones."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language import alternatives, table

__all__ = ["has_own_dollar", "home_dollar", "money_of"]


@cache
def _shared() -> dict[str, dict[str, str]]:
    """The currency of each country for every name that several share."""
    found: dict[str, dict[str, str]] = {}
    for entry in table("units")["shared_name"]:
        found.update(dict.fromkeys((word.lower() for word in entry["words"]), entry["places"]))
    return found


@cache
def _named() -> re.Pattern[str]:
    """The name, straight behind its number or scale word: no adjective says whose money it is."""
    scale = alternatives(table("numbers")["scale"])
    return re.compile(rf"(?:(?:\A|\d|{scale})[\s-]*)(?P<word>{alternatives(_shared())})(?!\w)", re.IGNORECASE)


@cache
def _spelling() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('units')['home_dollar']['spelling'])})\b")


@lru_cache(maxsize=1)
def _spells_as_commonwealth(text: str) -> bool:
    """Whether a text is spelled as in Canada, Australia or New Zealand, whose own money it then means by "$"."""
    return bool(_spelling().search(text))


def _own_dollar(place: str) -> str:
    words = table("units")["home_dollar"]
    country, dash, _ = place.partition("-")
    return str(words["places"].get(place) or (words["subdivisions"].get(country) if dash else "") or "")


def has_own_dollar(place: str) -> bool:
    """Whether a place has a dollar that is not the one of the United States."""
    return bool(_own_dollar(place))


def home_dollar(unit: str, place: str, text: str) -> str:
    """The unit of an amount with a bare "$" for the place of the figure: its own dollar, if the text is spelled so."""
    own = _own_dollar(place)
    _, slash, rate = unit.partition("/")
    return f"{own}{slash}{rate}" if own and _spells_as_commonwealth(text) else unit


def money_of(unit: str, words: str, place: str) -> str:
    """The unit of an amount in ``words`` ("1.3 million pesos", or what a count counts) that stands for a place.

    As it was, where the words name no such money, or the place has none of that name.
    """
    match = _named().search(words)
    if match is None:
        return unit
    own = _shared()[match["word"].lower()].get(place)
    _, slash, rate = unit.partition("/")
    return f"{own}{slash}{rate}" if own else unit
