"""Dates as prose writes them, read into EDTF (ISO 8601-2): the part of a text that is a time, not an amount."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from itertools import chain
from typing import NamedTuple

from ..language import alternatives, table
from ..language.phrases import Tokens, first_words, tokens
from .hedges import all_before
from .unit_names import named_unit

__all__ = ["DateMatch", "dates"]

_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_EDGE = r"(?![\w%]|[.,]\d{3}\b|\.\d(?!\d)|,\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"
_DATE = r"""
    (?<![\w$€£¥.,/])(?:
      (?P<iso>{year}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![-\d])                   # 2020-02-29
    # 5/31/2022
    | (?P<slash>(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?:{year}|\d\d))(?![/.\d-]\d|\d)
    | (?P<mdy>{month})\s+(?P<mdy_d>{day})                                                        # June 1
        (?:\s?(?:[-–—]|{joins})\s?(?:(?P<mdy_m2>{month})\s+)?(?P<mdy_d2>{day}))?                 # -2
        (?:,?\s+(?P<mdy_y>{year}))?{edge}                                                        # , 2022
    | (?P<dmy_d>{day})\s+(?:(?:{of})\s+)?(?P<dmy>{month})(?:,?\s+(?P<dmy_y>{year}))?(?!\w)       # 20 January 2021
    | (?:(?:{parts})[-\s]+)?(?P<my>{month})(?:\s?(?:[-–—]|\s(?:{joins})\s)\s?(?P<my_m2>{month}))?
        ,?\s+(?:(?:{of})\s+)?(?P<my_y>{year}){edge}                                              # March to May 2020
    | (?P<season>{seasons})(?:\s+(?:{of}))?,?\s+(?P<season_y>{year}){edge}                       # spring 2020
    | Q(?P<q>[1-4])(?:\s?[-/]?\s?(?:(?:{of})\s+)?(?P<q_y>{year}))?(?!\w)                         # Q3 2021
    | (?P<yq>{year})\s?[-:]?\s?Q(?P<yq_q>[1-4])(?!\w)                                            # 2021-Q3
    | H(?P<h>[12])\s?(?:(?:{of})\s+)?(?P<h_y>{year})(?!\w)                                       # H1 2021
    | (?P<part>{order})[-\s]+(?P<part_of>{spans})(?:\s+(?:{of}))?
        # third quarter of 2021
        (?:\s+(?:the\s+)?(?:(?:{adjectives})\s+)?(?:{fiscal_year}))?,?(?:\s+(?:(?:{of})\s+)?(?P<part_y>{year}))?(?!\w)
    # first nine months of 2021
    | (?P<some>{first_or_last})\s+(?P<some_n>{counts})\s+(?:{some_months})\s+(?P<some_y>{year}){edge}
    | (?:{fiscal})\s?['’]?(?P<fiscal>{year}|\d\d)(?:\s?[-–/]\s?(?P<fiscal_2>{year}|\d\d))?(?!\w) # FY 2023-24
    | (?:(?:{parts})[-\s]*)?(?P<decade>(?:1[5-9]|20|21)\d0)['’]?s(?!\w)                          # 1990s
    # 2012-13
    | (?P<span>{year})\s?(?:[-–—/]|\s(?:{year_joins})\s)\s?(?P<span_2>{year}|(?<=[-–—/])\d\d|(?<=[-–—/]\s)\d\d){edge}
    # 2016.14: a note's mark
    | (?P<marked>{year})(?=\.\d\d?(?!\d))
    | (?P<year>{year}){edge}
    )"""
_AT_END = re.compile(r"\s*(?:$|[.,;:)](?!\d)|and\b)")
_CAPITAL = re.compile(r"[&-]|\s[A-Z]")
_LONG = 28
"""How far before a year the word may stand that makes it an amount, in characters."""


class DateMatch(NamedTuple):
    """A date's span in the text and its EDTF form (empty where the text gives no year)."""

    start: int
    end: int
    period: str


@cache
def _months() -> dict[str, str]:
    """The number of each month's names, as two digits."""
    return {name.lower(): f"{number:02d}" for number, names in enumerate(table("dates")["months"], 1) for name in names}


@cache
def _pattern() -> re.Pattern[str]:
    words = table("dates")
    names = {form for names in words["months"] for name in names for form in (name, name.upper())}
    month = rf"(?:{alternatives(names)})\b\.?"
    counts = alternatives(word for word, value in table("numbers")["cardinal"].items() if 1 < value < 12)
    filled = _DATE.format(
        year=_YEAR, edge=_EDGE, day=_DAY, month=month, counts=rf"(?i:{counts})",
        **{name: rf"(?i:{alternatives(words[name])})" for name in (
            "joins", "year_joins", "of", "parts", "seasons", "order", "spans", "first_or_last", "some_months")},
        fiscal=rf"(?i:{alternatives(words['fiscal']['words'])})",
        adjectives=rf"(?i:{alternatives(words['fiscal']['adjectives'])})",
        fiscal_year=rf"(?i:{alternatives(words['fiscal']['year'])})",
    )  # fmt: skip
    return re.compile(filled, re.VERBOSE)


@cache
def _amount() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind and before a four-digit number that is an amount: "2000 MW", "about 1800"."""
    words = table("dates")["amount"]
    hedges = [word for word in all_before() if word[-1].isalpha() and word not in words["no_amount_behind"]]
    return (
        re.compile(rf"\s*(?:[%°]|(?:{alternatives(words['after'])})\b|(?P<people>{alternatives(words['people'])})\b)"),
        re.compile(rf"(?:[$€£¥]|=|\b(?:{alternatives([*words['before'], *hedges])}))\s*$", re.IGNORECASE),
    )


@cache
def _of_time() -> re.Pattern[str]:
    """What makes a year of a number before people: "In 2019 women …"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['time'])})\s\Z", re.IGNORECASE)


@cache
def _all_over() -> re.Pattern[str]:
    """What means through a year and no amount: "lost 12% over 2023"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['through'])})\s\Z")


@cache
def _may_hold() -> re.Pattern[str]:
    """What every date holds: a digit, or the word of a part of a year."""
    return re.compile(rf"\d|\b(?:{alternatives(table('dates')['spans'])})\b")


@cache
def _begins() -> frozenset[str]:
    """The words with which a date may begin, if with none of digits; all that the pattern has must be here."""
    words = table("dates")
    names = [name for names in words["months"] for name in names]
    others = (words[name] for name in ("parts", "seasons", "order", "first_or_last"))
    return first_words([*names, *chain.from_iterable(others), *words["fiscal"]["words"], "Q", "H"])


def dates(text: str, start: int, end: int, words: Tokens | None = None) -> Iterator[DateMatch]:
    """The dates in ``text[start:end]``, in order; ``words`` are its tokens, where they are known."""
    words = tokens(text[start:end]) if words is None else words
    places = words.starts(_begins(), numbers=True)
    if not places or not _may_hold().search(text, start, end):
        return
    position = start
    for place in places:
        match = _pattern().match(text, start + place, end) if start + place >= position else None
        if match is None:
            continue
        position = match.end()
        if (match["year"] or match["span"]) and _is_amount(text, match, start):
            continue
        yield DateMatch(match.start(), match.end(), _edtf(match))


def _is_amount(text: str, match: re.Match[str], start: int) -> bool:
    after, before = _amount()
    leading = text[max(start, match.start() - _LONG) : match.start()]
    counted = after.match(text, match.end())
    if counted:
        return counted["people"] is None or not _of_time().search(leading)
    if not match["span"] and not _of_time().search(leading) and _is_measured(text, match.end(), leading):
        return True
    if _all_over().search(leading) and _AT_END.match(text, match.end()):
        return False
    return not match["span"] and bool(before.search(leading))


def _is_measured(text: str, position: int, leading: str) -> bool:
    """Whether a unit stands behind a number, or a plural whose verb stands before: "1500 W", "hired 1600 engineers"."""
    unit = named_unit(text, position, spelled=False)
    if unit is not None:
        written = text[unit.start : unit.end]
        alone = text[unit.end : unit.end + 1] != "-" and (len(written) > 1 or not _CAPITAL.match(text, unit.end))
        if alone and written.rstrip(".") not in table("dates")["amount"]["no_unit"] and unit.start - position <= 1:
            return True
    return bool(_counting().search(leading)) and bool(_plural().match(text, position))


@cache
def _counting() -> re.Pattern[str]:
    """A verb whose object is counted: "planted 1800 trees"."""
    return re.compile(rf"\b(?:{alternatives(table('dates')['amount']['counting'])})\s\Z", re.IGNORECASE)


@cache
def _plural() -> re.Pattern[str]:
    """A plural that is counted: none of what a year has, such as results."""
    words = alternatives(table("dates")["amount"]["of_years"])
    return re.compile(rf"\s(?:(?:[a-z-]{{2,20}})\s)?(?!(?:{words})\b)[a-z]{{2,20}}s\b(?<!ss)")


def _edtf(match: re.Match[str]) -> str:
    """The EDTF form of a match; only its year where the calendar has no such day."""
    for name, build in _BUILDERS:
        if match[name]:
            period = build(match)
            return period if _is_real(period) else period[:4]
    return ""


def _is_real(period: str) -> bool:
    """Whether the calendar has the days of a period, and its end is not before its start."""
    start, _, end = period.partition("/")
    for each in (start, end):
        if len(each) == 10:
            try:
                date.fromisoformat(each)
            except ValueError:
                return False
    return not end or start <= end


def _month(name: str) -> str:
    return _months()[name.rstrip(".").lower()]


def _number(day: str) -> str:
    return f"{int(day.rstrip('stndrh')):02d}"


def _century(year: str, like: str) -> str:
    """A year of two digits in the century of another, or in the next: "2012-13", "1999-05"."""
    if len(year) == 4:
        return year
    return like[:2] + year if like[2:] <= year else f"{int(like[:2]) + 1}{year}"


def _iso(match: re.Match[str]) -> str:
    """A day or month; "2009-10", the next year's number, is a year that runs from one into the other."""
    year, _, rest = match["iso"].partition("-")
    return f"{year}/{int(year) + 1}" if rest == f"{(int(year) + 1) % 100:02d}" else match["iso"]


def _slash(match: re.Match[str]) -> str:
    """Month before day, unless points stand between or the first number is no month."""
    first, second, year = re.split(r"[/.-]", match["slash"])
    year = year if len(year) == 4 else ("20" + year if int(year) < 70 else "19" + year)
    month, day = (second, first) if match["sep"] == "." or int(first) > 12 else (first, second)
    return f"{year}-{int(month):02d}-{int(day):02d}" if int(month) <= 12 else year


def _month_day_year(match: re.Match[str]) -> str:
    if not match["mdy_y"]:
        return ""
    year, month = match["mdy_y"], _month(match["mdy"])
    first = f"{year}-{month}-{_number(match['mdy_d'])}"
    if not match["mdy_d2"]:
        return first
    month = _month(match["mdy_m2"]) if match["mdy_m2"] else month
    return f"{first}/{year}-{month}-{_number(match['mdy_d2'])}"


def _day_month_year(match: re.Match[str]) -> str:
    return f"{match['dmy_y']}-{_month(match['dmy'])}-{_number(match['dmy_d'])}" if match["dmy_y"] else ""


def _month_year(match: re.Match[str]) -> str:
    first = f"{match['my_y']}-{_month(match['my'])}"
    return f"{first}/{match['my_y']}-{_month(match['my_m2'])}" if match["my_m2"] else first


def _season(match: re.Match[str]) -> str:
    return f"{match['season_y']}-{table('dates')['seasons'][match['season'].lower()]}"


def _span(year: str | None, first: int, last: int) -> str:
    """Some months of a year; empty without a year."""
    return f"{year}-{first:02d}/{year}-{last:02d}" if year else ""


def _quarter(number: int, year: str | None) -> str:
    return _span(year, 3 * number - 2, 3 * number)


def _part(match: re.Match[str]) -> str:
    """A quarter, trimester or half, if a year has so many."""
    words = table("dates")
    number, length = words["order"][match["part"].lower()], words["spans"][match["part_of"].lower()]
    return _span(match["part_y"], (number - 1) * length + 1, number * length) if number * length <= 12 else ""


def _some_months(match: re.Match[str]) -> str:
    count = table("numbers")["cardinal"][match["some_n"].lower()]
    at_start = table("dates")["first_or_last"][match["some"].lower()] > 0
    return _span(match["some_y"], 1, count) if at_start else _span(match["some_y"], 13 - count, 12)


def _fiscal(match: re.Match[str]) -> str:
    year = match["fiscal"] if len(match["fiscal"]) == 4 else "20" + match["fiscal"]
    return f"{year}/{_century(match['fiscal_2'], year)}" if match["fiscal_2"] else year


_BUILDERS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    ("iso", _iso),
    ("slash", _slash),
    ("mdy", _month_day_year),
    ("dmy", _day_month_year),
    ("my", _month_year),
    ("season", _season),
    ("q", lambda match: _quarter(int(match["q"]), match["q_y"])),
    ("yq", lambda match: _quarter(int(match["yq_q"]), match["yq"])),
    ("h", lambda match: _span(match["h_y"], 6 * int(match["h"]) - 5, 6 * int(match["h"]))),
    ("part", _part),
    ("some", _some_months),
    ("fiscal", _fiscal),
    ("decade", lambda match: match["decade"][:3] + "X"),
    ("span", lambda match: f"{match['span']}/{_century(match['span_2'], match['span'])}"),
    ("marked", lambda match: str(match["marked"])),
    ("year", lambda match: str(match["year"])),
)
