"""Times that take their date from another: "a year earlier", "the same quarter of the prior year", "in the month"."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from ..quantities.fiscal import months_later, shifted, stretch, width

__all__ = ["is_ago", "is_inside", "loose_phrases", "may_hold", "of_same", "resolved"]

_COUNTED = 100
"""No text says "two hundred years earlier" to date a figure."""
_YEAR = 12
_QUARTER = 3


def _numbers() -> list[str]:
    return [word for word, value in table("numbers")["cardinal"].items() if value < _COUNTED]


@cache
def _pattern() -> re.Pattern[str]:
    words = {name: alternatives(found) for name, found in table("periods")["relative"].items()}
    order = alternatives(table("dates")["order"])
    stops = rf"(?!\s+(?:{words['stops']})\b|\s+\d)"
    return re.compile(
        rf"""
        \b(?:
          (?P<of_last>(?:{words["same"]})\s+(?:{words["kinds"]}\s+)?(?:{words["spans"]}),?\s+(?:{words["last"]}))\b
        | (?P<season>(?:{words["same"]})\s+(?:{words["seasons"]}))\b
        | (?P<prior_year>(?:the\s+)?(?:{words["prior_years"]})(?:\s+(?:{words["spans"]}))?)\b{stops}
        | (?P<same>(?:{words["same"]})\s+(?P<same_unit>{words["spans"]}))\b(?!\s+(?:of|in|last|a|the|for)\b)
        | (?:(?P<one>{words["one"]})|(?P<count>{alternatives(_numbers())}|\d{{1,2}}))\s+(?P<unit>{words["units"]})
            \s+(?:{words["before"]}|(?P<ago>{words["ago"]})|(?P<later>{words["later"]}))\b(?!\s+(?:the|a|an|to|that)\b)
        | (?:the\s+)?(?:{words["prior"]})\s+(?:{words["kinds"]}\s+)?(?P<prior>{words["prior_units"]})\b{stops}
        | in\s+the\s+(?P<nth>{order})(?=\s*(?:[.,;)]|and\b|\Z))
        | (?P<year_to>(?:{words["year_to"]}))\b{stops}
        | (?P<whole>(?:{words["whole_year"]}))\b{stops}
        | (?:{words["inside"]})\s+(?:the\s+)(?:{words["kinds"]}\s+)?(?P<inside>{words["prior_units"]})\b{stops}
        )""",
        re.IGNORECASE | re.VERBOSE,
    )


@cache
def _word_patterns() -> WordPattern:
    lists = table("periods")["relative"]
    names = ("year_to", "same", "prior_years", "one", "prior", "whole_year", "inside")
    begins = first_words(["the", *(word for name in names for word in lists[name]), *_numbers()])
    return WordPattern(_pattern(), begins | first_words(str(number) for number in range(1, _COUNTED)))


@cache
def may_hold() -> re.Pattern[str]:
    """A word that every such phrase holds."""
    lists = table("periods")["relative"]
    return re.compile(
        alternatives([*lists["units"], *lists["spans"], *lists["prior_units"], *lists["seasons"]]), re.IGNORECASE
    )


def loose_phrases() -> WordPattern:
    """The phrases, to be looked for in a sentence."""
    return _word_patterns()


def is_ago(phrase: str) -> bool:
    """Whether a phrase counts from now, unless a comparison makes it count from another time: "a year ago"."""
    match = _pattern().fullmatch(phrase)
    return match is not None and match["ago"] is not None


def is_inside(phrase: str) -> bool:
    """Whether a phrase means the very time that it refers to: "in the quarter"."""
    match = _pattern().fullmatch(phrase)
    return match is not None and match["inside"] is not None


@cache
def _of_same() -> re.Pattern[str]:
    words = {name: alternatives(found) for name, found in table("periods")["relative"].items()}
    return re.compile(
        rf"\b(?i:{words['same']})\s+(?i:(?:{words['kinds']})\s+)?(?i:{words['spans']}),?\s+(?:of|in|for)\s+(?:the\s+)?\Z"
    )


def of_same(before: str) -> bool:
    """Whether words lead a year in as that of a part named before: "the same quarter of | 2022"."""
    return bool(_of_same().search(before))


def resolved(phrase: str, anchor: str) -> str | None:
    """The period of a phrase by the time that it refers to, empty where that gives none; None for no such phrase.

    None, too, where the phrase asks for another unit than the time has: "in the month" after a quarter.
    """
    match = _pattern().fullmatch(phrase)
    if match is None:
        return None
    if match["nth"]:
        first = 3 * table("dates")["order"][match["nth"].lower()] - 2
        return f"{anchor[:4]}-{first:02d}/{anchor[:4]}-{first + 2:02d}" if width(anchor) == _QUARTER else None
    if match["season"]:
        return ""
    if match["of_last"] or match["prior_year"]:
        return shifted(anchor, -1)
    if match["year_to"]:
        end = anchor.rpartition("/")[2]
        return stretch(int(end[:4]), int(end[5:7]), _YEAR) if width(end) == 1 else anchor
    if match["whole"]:
        return anchor if width(anchor) == _YEAR else anchor[:4] if anchor[:4].isdigit() else ""
    if match["same"] or match["inside"]:
        return _inside(match, anchor)
    if match["prior"]:
        return _back(anchor, _length(match["prior"]))
    count = match["count"] or "1"
    number = int(count) if count.isdigit() else int(table("numbers")["cardinal"][count.lower()])
    months = number * _length(match["unit"])
    return _back(anchor, -months if match["later"] else months)


def _inside(match: re.Match[str], anchor: str) -> str | None:
    unit = " ".join((match["same_unit"] or match["inside"]).lower().split())
    if unit in table("periods")["relative"]["any"] or not anchor:
        return anchor if match["same"] or anchor else None
    length = table("periods")["relative"]["lengths"].get(unit, 0)
    if match["same"] and length == _YEAR and 0 < width(anchor) < _YEAR and anchor[:4] == anchor.rpartition("/")[2][:4]:
        return anchor[:4]
    fits = width(anchor) == length
    if match["same"]:
        return anchor
    return anchor if fits and length else None


def _length(unit: str) -> int:
    lengths: dict[str, int] = table("periods")["relative"]["lengths"]
    return lengths[unit.lower()]


def _back(anchor: str, months: int) -> str:
    """A period so many months before another; empty where it has no months, and no whole years are asked for."""
    return shifted(anchor, -months // _YEAR) if months % _YEAR == 0 else months_later(anchor, -months)
