"""Money that several countries call by one name: the pesos of Colombia are no Mexican ones."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache, cached_property
from typing import NamedTuple

from ..catalogue.unit import Unit
from ..language import alternatives, table

__all__ = ["Dollars", "money_of"]

_OFTEN = 2
"""A country is what a text is about if it is named so often, and the United States less than half as often."""


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


class _Evidence(NamedTuple):
    """What a text as a whole says of the money that it means by a bare "$"."""

    commonwealth: bool
    american: bool
    marks_us: bool
    marked: frozenset[str]
    """Other dollars that it marks, by code."""
    home: str
    """The dollar of the country that it names most, if that has one of its own."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words, units = table("units")["home_dollar"], table("units")["currency"]
    own = set(words["places"].values())
    marks = {sign for code in own for sign in units[code].get("prefixes", ()) if "$" in sign}
    us = [sign for sign in units["USD"]["prefixes"] if "$" in sign and sign != "$"]
    return {
        "commonwealth": re.compile(rf"\b(?:{alternatives(words['spelling'])})\b"),
        "american": re.compile(rf"\b(?:{alternatives(words['american'])})\b", re.IGNORECASE),
        "us": re.compile(rf"(?<!\w)(?:{alternatives(us)})"),
        "marks": re.compile(rf"(?<!\w)(?:{alternatives(marks)})(?=\s?\d)"),
        "named": re.compile(rf"(?<!\w)(?:{alternatives(_named_homes())})(?!\w)"),
    }


@cache
def _named_homes() -> dict[str, str]:
    """The dollar of every name of a country with one, its people and its parts; of the United States too."""
    words, places = table("units")["home_dollar"], table("places")
    found: dict[str, str] = {}
    for code, names in places["country"].items():
        own = "USD" if code == "USA" else words["places"].get(code)
        if own:
            found.update(dict.fromkeys((*names["names"], *names.get("demonyms", ())), own))
    for code, names in places["subdivision"].items():
        own = words["subdivisions"].get(code.partition("-")[0])
        if own:
            found.update(dict.fromkeys(names["names"], own))
    return found


class Dollars:
    """What a text means by a bare "$", searched when first asked; ``country`` says whose, where it is known."""

    def __init__(self, text: str, country: str = "") -> None:
        self._text = text
        self._country = country

    @cached_property
    def evidence(self) -> _Evidence:
        """What the text as a whole says of it."""
        return _evidence(self._text)

    def unit(self, unit: str, place: str) -> tuple[str, bool]:
        """The unit of an amount with a bare "$", for the place of the figure, and whether it is in doubt."""
        if self._country and place.partition("-")[0] in (self._country, *_parts(self._country)):
            own = _own_dollar(self._country)
            return (Unit.of(unit).with_head(own) if own else unit), False
        return _home_dollar(unit, place, self)


@cache
def _parts(country: str) -> tuple[str, ...]:
    """What the codes of a country's parts begin with."""
    return tuple(part for part, whole in table("context")["parts_of"].items() if whole == country)


def _evidence(text: str) -> _Evidence:
    patterns, named = _patterns(), Counter[str]()
    for match in patterns["named"].finditer(text):
        named[_named_homes()[match[0]]] += 1
    others = [(count, code) for code, count in named.items() if code != "USD"]
    count, home = max(others, default=(0, ""))
    signs = {sign: code for code, names in table("units")["currency"].items() for sign in names.get("prefixes", ())}
    return _Evidence(
        commonwealth=bool(patterns["commonwealth"].search(text)),
        american=bool(patterns["american"].search(text)),
        marks_us=bool(patterns["us"].search(text)),
        marked=frozenset(signs[match[0]] for match in patterns["marks"].finditer(text)),
        home=home if count >= _OFTEN and count > 2 * named["USD"] else "",
    )


def _own_dollar(place: str) -> str:
    words = table("units")["home_dollar"]
    country, dash, _ = place.partition("-")
    return str(words["places"].get(place) or (words["subdivisions"].get(country) if dash else "") or "")


def _home_dollar(unit: str, place: str, dollars: Dollars) -> tuple[str, bool]:
    own, found = _own_dollar(place), dollars.evidence
    own = own or found.home
    if not own:
        return unit, False
    theirs = Unit.of(unit).with_head(own)
    if own in found.marked and not found.marks_us:
        return unit, True  # the text marks its own dollar where it means that
    american = place == "USA" or place.startswith("US-")
    if found.commonwealth or found.marks_us:
        return (unit, True) if american and not found.marks_us else (theirs, american)
    if american or found.american:
        return unit, True
    return theirs, True


def money_of(unit: str, words: str, place: str) -> str:
    """The unit of an amount in ``words`` ("1.3 million pesos", or what a count counts) that stands for a place.

    As it was, where the words name no such money, or the place has none of that name.
    """
    match = _named().search(words)
    if match is None:
        return unit
    own = _shared()[match["word"].lower()].get(place)
    return Unit.of(unit).with_head(own) if own else unit
