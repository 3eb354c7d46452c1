"""Ranks as prose states them: "second largest partner", "top trading partner", "the world's busiest border crossing"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .model import Quantity

__all__ = ["may_rank", "ranks"]

# The words between a superlative and the noun that it ranks.
_NOUN = r"(?:(?!(?:of|in|to|for|and|or|the|a|is|are|was|were|by|on|at|from|with|that|which|who|than|as|anywhere|worldwide|globally|ever|has|have|had|could|will|would|can|may|among|since|with|remains|including|such)\b)[\w.'’&-]+\s+){0,4}"


@cache
def may_rank() -> re.Pattern[str]:
    """A pattern that finds whatever may state a rank; a sentence without it states none."""
    words = table("ranks")
    return re.compile(
        rf"\b(?:{alternatives(words['checkable'])}|ranks?|ranked|ranking|number one|No\. 1)\b|#\d", re.IGNORECASE
    )


@cache
def _pattern() -> re.Pattern[str]:
    words = table("ranks")
    order = alternatives(table("numbers")["ordinal"])
    superlative = alternatives(words["checkable"])
    judged = alternatives(words["uncheckable"])
    ranked = alternatives(words["ranked"])
    attribute = alternatives(words["attributes"])
    cardinal = alternatives(table("numbers")["cardinal"])
    return re.compile(
        rf"""
      (?P<all_but>\ball\s+but\s+(?:the\s+)?(?P<all_n>{cardinal}|\d+)\s+(?:{superlative})\s+[\w-]+)
    | (?P<placed>\b(?:ranks?|ranked|ranking|came|places?|placed|finished|stands?)\s+(?:(?:in|at|as)\s+)?(?:the\s+)?(?:number\s+|No\.\s?|\#\s?)?
        (?P<placed_n>(?:{order})\b|\d{{1,3}}(?:st|nd|rd|th)\b|(?:(?<=\#)|(?<=No\.)|(?<=No\.\s)|(?<=number\s))(?:\d{{1,3}}|{cardinal})\b)(?:\s+(?:place|position))?(?=\s+(?:in|among|of|for|with|on|by|globally|worldwide|nationally|overall|behind|after|and)\b|\s*(?:[,.;:)]|$)))
    | (?P<shared>\b(?P<shared_n>(?:{order}))(?=\s+(?:and|or)\s+(?:the\s+)?(?:{order})(?:-|\s+)(?:{superlative}|{judged})))
    | (?P<kind>\b(?P<kind_n>{superlative})\s+of\s+(?:its|their|his|her)\s+kind\b)
    | (?P<ordered>\b(?P<ordered_n>(?:{order})|\d{{1,2}}(?:st|nd|rd|th))(?:-|\s+)(?:{superlative}|{judged})(?:\s+{_NOUN}(?P<ordered_noun>[\w’'-]+))?)
    | (?P<nth>\b(?P<nth_n>{order})\s+(?:(?:{attribute})\s+){{1,2}}(?:{ranked})\b)
    | (?P<top>\b(?P<top_n>number\s+one|No\.\s1|\#1|top|leading|foremost|main|chief|principal|largest|biggest)\s+(?:[A-Z][\w.]*\s+)?(?:(?:{attribute})\s+){{0,2}}(?:{ranked})\b)
    | (?P<best>\b(?P<best_n>{superlative})\s+{_NOUN}(?P<best_noun>(?!(?:of|in|to|for|and|or|the|a|is|are|was|were|by|on|at|from|with|that|which|who|than|as|anywhere|worldwide|globally|ever|has|have|had|could|will|would|can|may|among|since|remains|including|such)\b)[A-Za-z][\w’'-]+))
    """,
        re.VERBOSE | re.IGNORECASE,
    )


_SEVERAL = re.compile(
    r"(?:\b(?:one|two|three|four|five|six|ten|some|several|many|few|part|any|each|most|all|both|most)\s+of\s+(?:the\s+)?(?:[\w.]+(?:'s|’s|s'|s’)\s+)?(?:very\s+)?"
    r"|\b(?:among|amongst|a|an|U\.S\.|another|its\s+two|the\s+(?:two|three|four|five|six|ten))\s+(?:the\s+)?(?:[\w.]+(?:'s|’s|s'|s’)\s+)?)\Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"\b[\w.]+(?:'s|’s|s'|s’)\s+\Z")
_WORLDS = re.compile(r"\bworld['’]s\s+\Z")
_OWNED = re.compile(r"(?:\b(?:the|their|its|our|by\s+far)|['’]s|s['’])\s+\Z", re.IGNORECASE)
_APPOSED = re.compile(r"[,–—]\s+the\s+\Z")
_CLOSED = re.compile(r"\s*(?:[.,;)]|$)")
_SET_AFTER = re.compile(
    r"(?:[^;:()]{0,60}?)\b(?:in\s+the\s+(?:world|country|nation|region|hemisphere|state|history|U\.S\.|United\s+States|European\s+Union)|worldwide|globally|on\s+earth|anywhere|in\s+history|on\s+record|of\s+its\s+kind"
    r"|in\s+(?:[A-Z][\w.]+)|(?:among|of)\s+(?:the\s+)?(?:[\w-]+\s+){0,2}(?:states|countries|nations|economies|members|cities|provinces|regions|sectors|OECD|G20|EU)|since\s+\d{4}|in\s+\w+\s+years)\b"
)


def ranks(text: str) -> Iterator[Quantity]:
    """The ranks stated in a sentence; a superlative only where its set is stated or evident."""
    for match in _pattern().finditer(text):
        if match["all_but"]:
            yield _rank(
                match.start(), match.end(), match.start("all_n"), match.end("all_n"), _value(match["all_n"]) + 1
            )
        elif match["placed"]:
            yield _rank(
                match.start("placed_n"),
                match.end("placed_n"),
                match.start("placed_n"),
                match.end("placed_n"),
                _value(match["placed_n"]),
            )
        elif match["ordered"]:
            yield _rank(match.start(), match.end(), match.start(), match.end("ordered_n"), _value(match["ordered_n"]))
        elif match["shared"]:
            yield _rank(match.start(), match.end(), match.start(), match.end(), _value(match["shared_n"]))
        elif match["kind"]:
            yield _rank(match.start(), match.end(), match.start(), match.end("kind_n"), Decimal(1))
        elif match["nth"]:
            yield _rank(match.start(), match.end(), match.start(), match.end("nth_n"), _value(match["nth_n"]))
        elif _is_first(text, match):
            name = "top" if match["top"] else "best"
            yield _rank(match.start(), match.end(), match.start(), match.end(f"{name}_n"), Decimal(1))


def _rank(start: int, end: int, number_start: int, number_end: int, value: Decimal) -> Quantity:
    return Quantity(start, end, number_start, number_end, "rank", value=value, unit="rank", spelled=True)


def _value(word: str) -> Decimal:
    word = word.lower()
    digits = re.sub(r"\D", "", word)
    if digits:
        return Decimal(digits)
    numbers = table("numbers")
    return Decimal(numbers["ordinal"].get(word) or numbers["cardinal"][word])


def _is_first(text: str, match: re.Match[str]) -> bool:
    """Whether a superlative stands for rank one: not "one of the largest", and within a set that the text names."""
    before = text[max(0, match.start() - 48) : match.start()]
    word = match[0].split()[0].lower()
    if _SEVERAL.search(before) or word in ("main", "chief", "principal") or _is_plural(match[0]):
        return bool(match["best"]) and bool(_WORLDS.search(before)) and match[0].lower().endswith("reserves")
    if match["top"]:
        return word != "top" or bool(_OWNED.search(before))
    if _POSSESSIVE.search(before) or _SET_AFTER.match(text, match.end()):
        return True
    return bool(_APPOSED.search(before)) and bool(_CLOSED.match(text, match.end()))


def _is_plural(words: str) -> bool:
    return words.lower().endswith("s") and not words.lower().endswith(("ss", "us"))
