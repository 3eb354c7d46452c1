"""Ranks as prose states them: "second largest partner", "top trading partner", "the world's busiest crossing"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Tokens, first_words
from .quantity import Quantity

__all__ = ["rank_starters", "ranks"]

_DIGITS = re.compile(r"\d+")
_OWNER = r"(?:[\w.]{1,30}(?:'s|’s|s'|s’)\s+)?"
_POSSESSIVE = re.compile(r"\b[\w.]{1,30}(?:'s|’s|s'|s’)\s+\Z")
_APPOSED = re.compile(r"[,–—]\s+the\s+\Z")
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
_FIRST_PLACE = ("in the ", "In the ")
"""What makes "first place" no place in an order."""
_BEFORE = 48
"""How far before a superlative the words may stand that make it one of several, in characters."""


@cache
def _words() -> dict[str, str]:
    """The alternations of the table's lists."""
    return {name: alternatives(words) for name, words in table("ranks").items()}


@cache
def _orders() -> dict[str, int]:
    numbers = table("numbers")
    return {**numbers["cardinal"], **numbers["ordinal"]}


@cache
def _pattern() -> re.Pattern[str]:
    words, numbers = _words(), table("numbers")
    order, cardinal = alternatives(numbers["ordinal"]), alternatives(numbers["cardinal"])
    best, judged = words["checkable"], words["uncheckable"]
    nth = rf"(?:(?:{order})\b|\d{{1,3}}(?:st|nd|rd|th)\b)"
    stop = rf"(?!(?:{words['noun_ends']})\b)"
    adjectives = rf"(?:{stop}[\w.'’&-]{{1,30}}\s+){{0,4}}"
    numbered = rf"(?:(?:{words['numbered']})\s+|\#\s?)"
    return re.compile(
        rf"""
      \b(?:{words["all_but"]})\s+(?P<all_but>{cardinal}|\d+)\s+(?:{best})\s+[\w-]+      # all but the two largest states
    | \b(?:{words["placing"]})\s+(?:(?:{words["placing_links"]})\s+)?(?:the\s+)?        # ranked … 28th …
        (?P<placed>(?:{numbered})(?:\d{{1,3}}|{cardinal})\b|{nth})
        (?:\s+(?:{words["place_nouns"]}))?(?=\s+(?:{words["placed_goes_on"]})\b|\s*(?:[,.;:)]|$))
    # number one in the nation
    | (?P<number>(?<!\w)(?:{numbered})(?:\d{{1,3}}|{cardinal}))(?=\s+(?:in|among|of)\s+the\b)
    | \b(?P<only>{order})\s+only\s+to\b                                                 # second only to Illinois
    # third and fourth largest
    | \b(?P<shared>{order})(?=\s+(?:and|or)\s+(?:the\s+)?(?:{order})(?:-|\s+)(?:{best}|{judged}))
    | \b(?P<kind>{best})\s+(?:{words["kinds"]})\b                                       # the largest of its kind
    | \b(?P<ordered>(?:{order})\b|\d{{1,2}}(?:st|nd|rd|th))(?:-|\s+)(?:{best}|{judged}) # second largest
        (?:\s+{adjectives}{stop}[\w’'-]+)?                                              # … trading partner
    | \b(?P<nth>{order})\s+(?:(?:{words["attributes"]})\s+){{1,2}}(?:{words["ranked"]})\b  # second trading partner
    # top … partner
    | (?<!\w)(?P<top>{words["top"]})\s+(?:[A-Z][\w.]*\s+)?(?:(?:{words["attributes"]})\s+){{0,2}}(?:{words["ranked"]})\b
    | \b(?P<member>{best})(?=\s+of\s+the\s+[\w-]+\s+(?:{words["set_of_members"]})\b)    # the lowest of the four nations
    | \b(?P<best>{best})\s+{adjectives}{stop}[A-Za-z][\w’'-]+                           # busiest border crossing
    # the highest in the EU
    | (?:(?<=\bthe\s)|(?<=['’]s\s))(?P<bare>{best})(?=\s+(?:{words["bare_goes_on"]})\b|\s*(?:[.,;)]|$))
    # in 5th place
    | (?P<position>{nth})(?=\s+(?:{words["place_nouns"]})\b(?!\s+(?:to|of|where)\b))
    # rose to third
    | (?P<moved>{nth})(?:\s+(?:{words["place_nouns"]}))?(?=\s+(?:{words["moved_goes_on"]})\b|\s*(?:[.,;:)]|$))
    """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def rank_starters() -> frozenset[str]:
    """The words with which a rank may begin."""
    words = table("ranks")
    phrases: Iterable[str] = [
        *table("numbers")["ordinal"],
        *(phrase for name in ("checkable", "top", "placing", "numbered", "all_but") for phrase in words[name]),
    ]
    return first_words(phrases)


@cache
def _moved() -> re.Pattern[str]:
    """What leads to a place that one moves to or from: "rose to", "up from"."""
    return re.compile(rf"\b(?:{_words()['moving']})\b[^.;]{{0,24}}\b(?:from|to)\s+(?:the\s+)?\Z", re.IGNORECASE)


@cache
def _several() -> re.Pattern[str]:
    """What makes a superlative one of several: "one of Mexico's", "a", "the two"."""
    words = _words()
    return re.compile(
        rf"""
        (?: \b(?:{words["several"]})\s+of\s+(?:the\s+)?{_OWNER}(?:very\s+)?
          | \b(?:{words["unspecific"]})\s+(?:the\s+)?{_OWNER}
        )\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _set_after() -> re.Pattern[str]:
    """The set that a superlative belongs to: "in the world", "among the G20 members", "since 1990"."""
    words = _words()
    return re.compile(
        rf"""
        [^;:()]{{0,60}}?\b(?:
            {words["set_of_world"]}
          | (?-i:in\s+(?:the\s+)?[A-Z][\w.]+)
          | (?:among|of)\s+(?:the\s+)?(?:[\w-]+\s+){{0,2}}(?:{words["set_of_members"]})
          | since\s+\d{{4}} | in\s+\w+\s+years
        )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def ranks(text: str, tokens: Tokens) -> Iterator[Quantity]:
    """The ranks stated in a sentence; a superlative only where its set is stated or evident."""
    position = -1
    for start in tokens.starts(rank_starters(), numbers=True):
        if start < position:
            continue
        begin = start - 1 if start and text[start - 1] == "#" else start
        match = _pattern().match(text, begin)
        rank = _read(text, match) if match else None
        if rank:
            position = rank.end
            yield rank


_WHOLE = ("ordered", "nth", "shared", "number", "only")
"""Forms whose span is all that they match; of a place ("ranked 28th") only the number is."""


def _read(text: str, match: re.Match[str]) -> Quantity | None:
    name = match.lastgroup or ""
    if name == "all_but":
        return _rank(match, name, match.start(), match.end(), _order(match[name]) + 1)
    if name == "placed":
        return _rank(match, name, match.start(name), match.end(name), _order(match[name]))
    if name in _WHOLE:
        return _rank(match, name, match.start(), match.end(), _order(match[name]))
    if name == "position":
        figurative = text.endswith(_FIRST_PLACE, 0, match.start()) and _order(match[name]) == 1
        return None if figurative else _rank(match, name, match.start(name), match.end(name), _order(match[name]))
    if name == "moved":
        moved = _moved().search(text, max(0, match.start() - _BEFORE), match.start())
        return _rank(match, name, match.start(), match.end(name), _order(match[name])) if moved else None
    if name in ("kind", "member") or _is_first(text, match, name):
        return _rank(match, name, match.start(), match.end(), Decimal(1))
    return None


def _rank(match: re.Match[str], name: str, start: int, end: int, value: Decimal) -> Quantity:
    number = match.start() if name in ("best", "top", "kind") else match.start(name)
    return Quantity(start, end, number, match.end(name), "rank", value=value, unit="rank", spelled=True)


def _order(word: str) -> Decimal:
    """The place that a word gives: "second", "28th", "number one"."""
    digits = _DIGITS.search(word)
    if digits:
        return Decimal(digits[0])
    return Decimal(_orders()[word.lower().split()[-1]])


def _is_first(text: str, match: re.Match[str], name: str) -> bool:
    """Whether a superlative stands for rank one: not "one of the largest", and within a set that the text names."""
    words = table("ranks")
    low = max(0, match.start() - _BEFORE)
    if name == "bare" and match[name].lower() in words["never_bare"]:
        return False
    if _several().search(text, low, match.start()) or match[name].lower() in words["vague_top"] or _is_plural(match[0]):
        return name == "best" and _is_one_thing(text, match, low)
    if name == "top":
        return match[name].lower() not in words["owned_top"] or bool(_owned().search(text, low, match.start()))
    if _POSSESSIVE.search(text, low, match.start()) or _set_after().match(text, match.end()):
        return True
    return bool(_APPOSED.search(text, low, match.start())) and bool(_CLOSED.match(text, match.end()))


@cache
def _owned() -> re.Pattern[str]:
    return re.compile(rf"(?:\b(?:{_words()['owners']})|['’]s|s['’])\s+\Z", re.IGNORECASE)


def _is_one_thing(text: str, match: re.Match[str], low: int) -> bool:
    """Whether a plural is one thing that the world has one largest of: "the world's largest reserves"."""
    words = table("ranks")
    world = re.search(rf"\b(?:{_words()['world']})['’]s\s+\Z", text[low : match.start()])
    return bool(world) and match[0].lower().endswith(tuple(words["plural_things"]))


def _is_plural(words: str) -> bool:
    return words.lower().endswith("s") and not words.lower().endswith(("ss", "us"))
