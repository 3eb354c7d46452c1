"""Whether a bare number belongs to the name before it: "Lock 25", "the Pixel 8"."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..quantities.quantity import Quantity
from .gazetteer import places
from .nouns import NounPhrase

__all__ = ["is_numbered"]

_CAPITAL = re.compile(r"(?:^|[\s(“\"])([a-z]?[A-Z][\w'’-]{0,40})\s\Z")
_GAPPED = re.compile(r"\d[\d,.]*\s[a-z][^.;]*(?:,|\band|\bwhile)\s[A-Z][\w'’-]{0,40}\s\Z")
_ENDS = re.compile(r"\s?(?:[.,;)]|\Z|and\b)")
_LARGE = 1000
"""From this, a number behind a name is an amount."""


def is_numbered(before: str, text: str, figure: Quantity, noun: NounPhrase | None) -> bool:
    """Whether a bare number belongs to the name that ``before``, the words before it, end with.

    A country's name is no such name, nor is a word that only opens its sentence.
    """
    match = _CAPITAL.search(before)
    if match is None or figure.spelled or figure.value is None or figure.modifier == "range":
        return False
    if figure.value >= _LARGE or figure.value != figure.value.to_integral_value():
        return False
    first = match.start(1) == 0 and figure.start - len(before) == figure.sentence[0]
    if match[1].lower() in _no_names() or (first and noun is not None):
        return False
    if _plural_verb().match(text, figure.end) or _is_gapped(before, text, figure):
        return False
    return not places(match[1])


def _is_gapped(before: str, text: str, figure: Quantity) -> bool:
    """Whether a name and a number share the verb of a clause before: "Embraer sold 30 jets and Honda 40."."""
    return _ENDS.match(text, figure.end) is not None and _GAPPED.search(before) is not None


@cache
def _plural_verb() -> re.Pattern[str]:
    """What many do behind a number, and one name does not: "Reuters: 14 were hurt"."""
    return re.compile(rf"\s(?:{alternatives(table('counting')['plural_verbs'])})\b")


@cache
def _no_names() -> frozenset[str]:
    """Words with a capital behind which a number is no part of a name: those that open sentences, months, days."""
    dates = table("dates")
    months = {name.lower() for names in dates["months"] for name in names}
    others = (*table("abbreviations")["starters"]["words"], *dates["seasons"], *table("counting")["not_named"])
    return frozenset(months) | frozenset(others)
