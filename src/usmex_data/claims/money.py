"""Money that several countries call by one name: the pesos of Colombia are no Mexican ones."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table

__all__ = ["money_of"]


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
