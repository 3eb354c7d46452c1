"""Dates as prose writes them, read into EDTF (ISO 8601-2): the part of a text that is a time, not an amount."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

__all__ = ["DateMatch", "dates"]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ORDER = {"first": 1, "second": 2, "third": 3, "fourth": 4, "1st": 1, "2nd": 2, "3rd": 3, "4th": 4}
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_COUNTS = {
    word: number
    for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), start=1)
}

_MONTH = r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|July?\.?|Aug(?:ust|\.)?|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
_YEAR = r"(?:1[5-9]\d\d|20\d\d|21\d\d)"
_EDGE = r"(?![\w%]|[.,]\d{3}\b|\.\d(?!\d)|,\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?:st|nd|rd|th)?"

_DATE = re.compile(
    rf"""(?<![\w$€£¥.,/])(?:
      (?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)(?![-\d])
    | (?P<slash>(?:0?[1-9]|[12]\d|3[01])(?P<sep>[/.-])(?:0?[1-9]|[12]\d|3[01])(?P=sep)(?:{_YEAR}|\d\d))(?![/.\d-]\d|\d)
    | (?P<mdy_m>{_MONTH})\s+(?P<mdy_d>{_DAY})(?:\s*(?:[-–—]|to|and|through)\s*(?:(?P<mdy_m2>{_MONTH})\s+)?(?P<mdy_d2>{_DAY}))?
        (?:,?\s+(?P<mdy_y>{_YEAR}))?{_EDGE}                                        # June 1-2, 2022
    | (?P<dmy_d>{_DAY})\s+(?:of\s+)?(?P<dmy_m>{_MONTH})(?:,?\s+(?P<dmy_y>{_YEAR}))?(?!\w)  # 20 January 2021
    | (?:(?:early|mid|late)[-\s]+)?(?P<my_m>{_MONTH})(?:\s*(?:[-–—]|to|and|through)\s*(?P<my_m2>{_MONTH}))?,?\s+(?:of\s+)?(?P<my_y>{_YEAR}){_EDGE}
    | (?P<season>[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter)(?:\s+of)?,?\s+(?P<season_y>{_YEAR}){_EDGE}
    | Q(?P<q1>[1-4])(?:\s*[-/]?\s*(?:of\s+)?(?P<q1_y>{_YEAR}))?(?!\w)
    | (?P<q2_y>{_YEAR})\s*[-:]?\s*Q(?P<q2>[1-4])(?!\w)
    | H(?P<h1>[12])\s*(?:of\s+)?(?P<h1_y>{_YEAR})(?!\w)
    | (?P<q3>[Ff]irst|[Ss]econd|[Tt]hird|[Ff]ourth|1st|2nd|3rd|4th)[-\s]+(?P<part>quarter|trimester|half)(?:\s+of)?(?:\s+(?:the\s+)?(?:calendar\s+|fiscal\s+)?year)?,?(?:\s+(?:of\s+)?(?P<q3_y>{_YEAR}))?(?!\w)
    | (?P<nm_w>first|last)\s+(?P<nm>two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\s+of\s+(?:the\s+year\s+)?(?P<nm_y>{_YEAR}){_EDGE}
    | (?:FY|[Ff]iscal\s+[Yy]ears?|[Ff]inancial\s+[Yy]ears?|[Ss]chool\s+[Yy]ears?|[Aa]cademic\s+[Yy]ears?)\s*['’]?(?P<fy>{_YEAR}|\d\d)(?:\s?[-–/]\s?(?P<fy2>{_YEAR}|\d\d))?(?!\w)
    | (?:(?:early|mid|late)[-\s]*)?(?P<decade>(?:1[5-9]|20|21)\d0)['’]?s(?!\w)
    | (?P<y1>{_YEAR})\s?(?:[-–—/]|\s(?:to|and|through|until)\s)\s?(?P<y2>{_YEAR}|(?<=[-–—/])\d\d|(?<=[-–—/]\s)\d\d){_EDGE}
    | (?P<year>{_YEAR})(?=\.\d\d?(?!\d))                                          # 2016.14: a note's mark stuck to it
    | (?P<plain>{_YEAR}){_EDGE}
    )""",
    re.VERBOSE,
)
# What follows a four-digit number and makes it an amount ("2000 MW", "1,500 workers" is caught by its comma).
_AMOUNT_AFTER = re.compile(
    r"\s*(?:%|°|percent\b|per\s+cent\b|million\b|billion\b|trillion\b|thousand\b|dollars?\b|euros?\b|pesos?\b|pounds?\b|people\b|persons?\b|workers?\b"
    r"|jobs\b|miles?\b|km\b|kilomet|hectares?\b|acres?\b|MWh?\b|GWh?\b|TWh\b|kWh?\b|tons?\b|tonnes?\b|barrels?\b|employees\b|students\b|children\b|households\b"
    r"|vehicles?\b|homes\b|hours?\b|days\b|deaths\b|cases\b|men\b|women\b|patients\b|participants\b|respondents\b|adults\b|calories\b|feet\b|meters?\b|metres?\b|square\b|cubic\b|kg\b|units\b|beds\b|acre-feet\b|schools\b)"
)
_AMOUNT_BEFORE = re.compile(
    r"(?:[$€£¥]|\b(?:about|some|nearly|almost|roughly|around|approximately|over|than|least|only|totaling|totalling|=))\s*$",
    re.IGNORECASE,
)


class DateMatch(NamedTuple):
    """A date's span in the text and its EDTF form (empty where the text gives no year)."""

    start: int
    end: int
    period: str


def dates(text: str, start: int, end: int) -> Iterator[DateMatch]:
    """The dates in ``text[start:end]``, in order."""
    for match in _DATE.finditer(text, start, end):
        if (match["plain"] or match["y1"]) and _is_amount(text, match, start):
            continue
        yield DateMatch(match.start(), match.end(), _edtf(match))


def _is_amount(text: str, match: re.Match[str], start: int) -> bool:
    if _AMOUNT_AFTER.match(text, match.end()):
        return True
    before = text[max(start, match.start() - 16) : match.start()]
    return bool(_AMOUNT_BEFORE.search(before)) and not match["y1"]


def _edtf(match: re.Match[str]) -> str:
    for name, build in _BUILDERS:
        if match[name]:
            return build(match)
    return ""


def _month(name: str) -> str:
    return f"{_MONTHS.index(name[:3].lower()) + 1:02d}"


def _number(day: str) -> str:
    return f"{int(day.rstrip('stndrh')):02d}"


def _century(year: str, like: str) -> str:
    return year if len(year) == 4 else like[:2] + year


def _slash(match: re.Match[str]) -> str:
    first, second, year = re.split(r"[/.-]", match["slash"])
    year = year if len(year) == 4 else ("20" + year if int(year) < 70 else "19" + year)
    month, day = (second, first) if match["sep"] == "." or int(first) > 12 else (first, second)
    return f"{year}-{int(month):02d}-{int(day):02d}"


def _month_day_year(match: re.Match[str]) -> str:
    if not match["mdy_y"]:
        return ""
    year, month = match["mdy_y"], _month(match["mdy_m"])
    first = f"{year}-{month}-{_number(match['mdy_d'])}"
    if not match["mdy_d2"]:
        return first
    month = _month(match["mdy_m2"]) if match["mdy_m2"] else month
    return f"{first}/{year}-{month}-{_number(match['mdy_d2'])}"


def _day_month_year(match: re.Match[str]) -> str:
    return f"{match['dmy_y']}-{_month(match['dmy_m'])}-{_number(match['dmy_d'])}" if match["dmy_y"] else ""


def _month_year(match: re.Match[str]) -> str:
    first = f"{match['my_y']}-{_month(match['my_m'])}"
    return f"{first}/{match['my_y']}-{_month(match['my_m2'])}" if match["my_m2"] else first


def _season(match: re.Match[str]) -> str:
    code = {"spring": 21, "summer": 22, "fall": 23, "autumn": 23, "winter": 24}[match["season"].lower()]
    return f"{match['season_y']}-{code}"


def _months(year: str | None, first: int, last: int) -> str:
    return f"{year}-{first:02d}/{year}-{last:02d}" if year else ""


def _quarter(number: int, year: str | None) -> str:
    return _months(year, 3 * number - 2, 3 * number)


def _part(match: re.Match[str]) -> str:
    number, year = _ORDER[match["q3"].lower()], match["q3_y"]
    if match["part"] == "half":
        return _months(year, 6 * number - 5, 6 * number) if number <= 2 else ""
    if match["part"] == "trimester":
        return _months(year, 4 * number - 3, 4 * number) if number <= 3 else ""
    return _quarter(number, year)


def _some_months(match: re.Match[str]) -> str:
    count = _COUNTS[match["nm"]]
    return _months(match["nm_y"], 1, count) if match["nm_w"] == "first" else _months(match["nm_y"], 13 - count, 12)


def _fiscal(match: re.Match[str]) -> str:
    year = match["fy"] if len(match["fy"]) == 4 else "20" + match["fy"]
    return f"{year}/{_century(match['fy2'], year)}" if match["fy2"] else year


_BUILDERS = (
    ("iso", lambda match: str(match["iso"])),
    ("slash", _slash),
    ("mdy_m", _month_day_year),
    ("dmy_m", _day_month_year),
    ("my_m", _month_year),
    ("season", _season),
    ("q1", lambda match: _quarter(int(match["q1"]), match["q1_y"])),
    ("q2", lambda match: _quarter(int(match["q2"]), match["q2_y"])),
    ("h1", lambda match: _months(match["h1_y"], 6 * int(match["h1"]) - 5, 6 * int(match["h1"]))),
    ("q3", _part),
    ("nm", _some_months),
    ("fy", _fiscal),
    ("decade", lambda match: match["decade"][:3] + "X"),
    ("y1", lambda match: f"{match['y1']}/{_century(match['y2'], match['y1'])}"),
    ("year", lambda match: str(match["year"])),
    ("plain", lambda match: str(match["plain"])),
)
