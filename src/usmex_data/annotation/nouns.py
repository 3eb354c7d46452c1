"""What a number counts: the noun phrase beside it, and whether that is people, vehicles or other things."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from ..quantities.quantity import Quantity

__all__ = ["NounPhrase", "counted_before", "is_age", "is_plural", "kind_of", "noun_after", "unit_of"]

_WORD = re.compile(r"\s*((?:[A-Z]\.){2,}|[^\W\d_](?:[\w’'&/-]|\.(?=\w)){0,40})")
_OF = re.compile(r"\s+of\s+(?:the\s+)?(?=\w)")
_STOPS = ",;:.()"
_OLDEST = 120
_LONGEST = 6
"""How many words a noun phrase may have."""
_SINGULAR = ("ss", "us", "is", "'s", "’s", "ous")
_REACH = 160
"""How far before a number the noun may stand that it counts, in characters."""


class NounPhrase(NamedTuple):
    """The span of a noun phrase and its last word."""

    start: int
    end: int
    head: str


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(table("nouns")[name])


def noun_after(text: str, position: int, end: int) -> NounPhrase | None:
    """The noun phrase that begins behind ``position``: up to its first plural, or to the word that ends it.

    Without a grammar at hand the first plural is taken for the head ("highly active U.S. consulates | throughout"),
    and a container takes what it holds along ("pieces of climate legislation").
    """
    phrase: NounPhrase | None = None
    filler, stop = _words("filler"), _words("stop")
    for _ in range(_LONGEST):
        match = _WORD.match(text, position, end)
        if match is None:
            break
        word, position = match[1], match.end(1)
        if phrase is None and word.lower() in filler:
            continue
        if word.lower().rstrip(".") in stop:
            break
        phrase = NounPhrase(phrase.start if phrase else match.start(1), position, word)
        if is_plural(word) or text[position : position + 1] in _STOPS:
            break
    return _with_content(text, phrase, end) if phrase else None


def _with_content(text: str, phrase: NounPhrase, end: int) -> NounPhrase:
    """A container with what it holds; any other phrase as it is."""
    held = _OF.match(text, phrase.end, end) if phrase.head.lower() in _words("container") else None
    more = noun_after(text, held.end(), end) if held else None
    return NounPhrase(phrase.start, more.end, phrase.head) if more else phrase


def is_plural(word: str) -> bool:
    """Whether a word looks like the plural of a noun."""
    lower = word.lower()
    if word[:1].isupper() and word in _names_in_s():
        return False
    return lower in _words("plurals") or (len(lower) > 3 and lower.endswith("s") and not lower.endswith(_SINGULAR))


@cache
def _names_in_s() -> frozenset[str]:
    """Names of places that end as plurals do: "300 Texas business executives"."""
    places = table("places")
    names = (name for group in ("country", "subdivision") for each in places[group].values() for name in each["names"])
    return frozenset(name for name in names if name.endswith("s"))


@cache
def _kinds() -> dict[str, str]:
    """The unit of every noun that has one of its own; plural demonyms ("Mexicans") are people."""
    kinds = {word.lower(): unit for unit, words in table("units")["counted"].items() for word in words}
    places = table("places")
    for group in ("country", "subdivision", "region"):
        for names in places[group].values():
            people = (name for name in names.get("demonyms", ()) if name.endswith(("s", "ese", "ish", "ch")))
            kinds.update(dict.fromkeys((name.lower() for name in people), "person"))
    return kinds


def unit_of(text: str, noun: NounPhrase) -> str:
    """``person``, ``vehicle``, ``household`` or ``count``, by the noun's longest known ending."""
    words, kinds = text[noun.start : noun.end].lower().split(), _kinds()
    for size in (3, 2, 1):
        known = kinds.get(" ".join(words[-size:]))
        if known:
            return known
    return kinds.get(noun.head.lower(), "count")


def kind_of(words: str) -> str:
    """The unit of things by their name alone: ``person``, ``vehicle``, ``household`` or ``count``."""
    return unit_of(words, NounPhrase(0, len(words), words.rsplit(maxsplit=1)[-1])) if words else "count"


@cache
def _before() -> dict[str, re.Pattern[str]]:
    """How the noun that a number counts may stand before it."""
    words = {
        name: alternatives(table("nouns")[name])
        for name in (
            "of_people",
            "peopled",
            "number_of",
            "numbering",
            "ratios",
            "headcounts",
            "ages",
            "pointing",
            "numbers",
        )
    }
    patterns = {
        "people": rf"(?<!\w)(?:{words['of_people']})\s?(?:of\s+)?(?:[\w-]+\s+){{0,2}}\Z",
        "peopled": rf"\b(?:{words['peopled']})\s+(?:of\s+|with\s+)?(?:[\w-]+\s+){{1,2}}\Z",
        "headcount": rf"\b(?:{words['headcounts']})\b(?:[^,;:()]|,\s(?=(?:to|from)\b)){{0,80}}\Z",
        "pointed": rf"\b((?:{words['pointing']})\s+(?:{words['numbers']}))\s+(?!of\b)",
        "age": rf"\b(?:{words['ages']})\s+\Z",
        "last": r"\b([\w-]{2,30})\s+\Z",
        "ratio": rf"\b(?:{words['ratios']})\s?[:=]?\s?\Z",
        "number": rf"\b(?:{words['number_of']})\s+(?=\w)",
        "numbered": rf"\b([\w-]{{2,30}})\s+(?:{words['numbering']})\s+(?:[\w-]+\s+){{0,2}}\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def counted_before(text: str, low: int, start: int) -> tuple[str, str]:
    """Unit and noun of a bare number whose noun stands before it: "the number of people … rose to", "n = ".

    Both are empty where none does.
    """
    low = max(low, start - _REACH)
    named = _before()["pointed"].search(text, low, start)
    if named:
        return "count", named[1]
    if any(_before()[name].search(text, low, start) for name in ("people", "peopled")):
        return "person", ""
    if _before()["ratio"].search(text, low, start):
        return "ratio", ""
    numbered = _before()["numbered"].search(text, low, start)
    if numbered:
        return _kinds().get(numbered[1].lower(), "count"), numbered[1]
    for match in _before()["number"].finditer(text, low, start):
        noun = noun_after(text, match.end(), start)
        if noun:
            return unit_of(text, noun), text[noun.start : noun.end]
    return ("person", "") if _before()["headcount"].search(text, low, start) else ("", "")


def is_age(text: str, figure: Quantity) -> bool:
    """Whether a bare number is the age of people: "aged 15", "women over 65"."""
    years = figure.high if figure.value is None else figure.value
    if years is None or not 0 < years <= _OLDEST:
        return False
    low = max(figure.sentence[0], figure.start - _REACH)
    if not text[figure.start - 1 : figure.start].isspace():
        return False
    if _before()["age"].search(text, low, figure.start):
        return True
    bounded = figure.modifier in ("at_least", "at_most")
    last = _before()["last"].search(text, low, figure.start) if bounded else None
    return last is not None and _kinds().get(last[1].lower()) == "person"
