"""What a number counts: the noun phrase behind it, and whether that is people, vehicles or other things."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..language import table

__all__ = ["NounPhrase", "is_container", "noun_after", "unit_of"]

_STOP = frozenset(
    """a an the this that these those which who whom whose where when while although though because if than as and or but nor so yet of in on at by for from to with without within into onto over under
    between among across along about above below after before during since until through throughout toward towards against per via is are was were be been being has have had having do does did will would
    can could may might shall should must not no now then there here also already still just only even both each every all any some most more less fewer it they we he she you i its their our his her
    worldwide globally annually daily weekly monthly yearly currently today ago later earlier respectively combined including include includes such like plus versus live lived living depend depends work worked travel
    cross crossed crossing crosses came come go went left die died remain remained make makes made took take said say says reported received lost gained around near outside inside alone together""".split()
)
_WORD = re.compile(r"\s*((?:[A-Z]\.){2,}|[^\W\d_](?:[\w’'&/-]|\.(?=\w))*)")
_PLURALS = frozenset(
    "people men women children police staff data media criteria troops youth fish sheep cattle aircraft species feet teeth headquarters legislation".split()
)


class NounPhrase(NamedTuple):
    """The span of a noun phrase and its last word."""

    start: int
    end: int
    head: str


def noun_after(text: str, position: int, end: int) -> NounPhrase | None:
    """The noun phrase that begins behind ``position``: up to its first plural, or to the word that ends it.

    Without a grammar at hand the first plural is taken for the head ("highly active U.S. consulates | throughout"),
    and a container takes what it holds along ("pieces of climate legislation").
    """
    start, last, head, count = -1, -1, "", 0
    while count < 6 and (match := _WORD.match(text, position, end)):
        word = match[1]
        if start < 0 and not count and word.lower() in table("nouns")["filler"]:
            position = match.end(1)
            continue
        if word.lower().rstrip(".") in _STOP:
            break
        start = match.start(1) if start < 0 else start
        last, position, head, count = match.end(1), match.end(1), word, count + 1
        if _is_plural(word):
            break
        if text[position : position + 1] in ",;:.()":
            break
    if start < 0:
        return None
    if head.lower() in _containers():
        held = re.compile(r"\s+of\s+(?:the\s+)?(?=\w)").match(text, last, end)
        more = noun_after(text, held.end(), end) if held else None
        if more:
            last = more.end
    return NounPhrase(start, last, head)


@cache
def _containers() -> frozenset[str]:
    return frozenset(table("nouns")["container"])


def is_container(head: str) -> bool:
    """Whether a noun only holds what is counted ("pieces of …")."""
    return head.lower() in _containers()


def _is_plural(word: str) -> bool:
    lower = word.lower()
    if lower in _PLURALS:
        return True
    return len(lower) > 3 and lower.endswith("s") and not lower.endswith(("ss", "us", "is", "'s", "’s", "ous"))


@cache
def _kinds() -> dict[str, str]:
    kinds = {word.lower(): unit for unit, words in table("units")["counted"].items() for word in words}
    places = table("places")
    for kind in ("country", "subdivision", "region"):
        for names in places[kind].values():
            kinds.update(
                {
                    name.lower(): "person"
                    for name in names.get("demonyms", ())
                    if name.endswith(("s", "ese", "ish", "ch"))
                }
            )
    return kinds


def unit_of(text: str, noun: NounPhrase) -> str:
    """``person``, ``vehicle``, ``household`` or ``count``, by the noun's longest known ending."""
    words = text[noun.start : noun.end].lower().split()
    kinds = _kinds()
    head = noun.head.lower()
    if head in ("residents",) or not words:
        return kinds.get(head, "count")
    for size in (3, 2, 1):
        known = kinds.get(" ".join(words[-size:]))
        if known:
            return known
    return kinds.get(head, "count")
