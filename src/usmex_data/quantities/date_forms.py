"""The EDTF forms (ISO 8601-2) of what the pattern of dates matches: months, quarters, fiscal years, stretches."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache

from ..language import table
from .fiscal import Fiscal, stretch

__all__ = ["edtf"]

_LONGEST = 50
"""Two years of which the second has two digits are no further apart: "2019-13" is no span."""
_YEAR = 12
_WINTER = 24
_EARLY = 8
"""Weeks that end so early in a month came before it: "thirteen weeks ended July 1"."""


@cache
def _months() -> dict[str, str]:
    """The number of each month's names, as two digits."""
    return {name.lower(): f"{number:02d}" for number, names in enumerate(table("dates")["months"], 1) for name in names}


def edtf(match: re.Match[str], fiscal: Fiscal) -> str:
    """The EDTF form of a match; only its year where the calendar has no such day."""
    for name, build in _FISCAL_BUILDERS:
        if match[name]:
            return build(match, fiscal)
    for name, plain in _BUILDERS:
        if match[name]:
            period = plain(match)
            return period if _is_real(period) else period[:4]
    if match["span"]:
        return _years(match, fiscal)
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
    """A year of two digits in the century of another, or early in the next: "2012-13", "1999-05"."""
    if len(year) == 4:
        return year
    full = like[:2] + year if like[2:] <= year else f"{int(like[:2]) + 1}{year}"
    return full if int(full) - int(like) < _LONGEST else like


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
    words = table("dates")
    each = words["some_months"][" ".join(match["some_of"].lower().split())]
    count = each * table("numbers")["cardinal"][match["some_n"].lower()]
    if count > _YEAR:
        return str(match["some_y"])
    at_start = table("dates")["first_or_last"][match["some"].lower()] > 0
    return _span(match["some_y"], 1, count) if at_start else _span(match["some_y"], 13 - count, 12)


def _full(year: str) -> str:
    """A year of two digits in this century."""
    return year if len(year) == 4 else f"20{year}"


def _fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    year = _full(match["fiscal"])
    return fiscal.year(year, _century(match["fiscal_2"], year) if match["fiscal_2"] else "")


def _year_fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    return fiscal.year(match["yf"], _century(match["yf_2"], match["yf"]) if match["yf_2"] else "")


def _fiscal_part(match: re.Match[str], fiscal: Fiscal) -> str:
    """The months of "Q1 FY24", "second half of fiscal 2023-24"."""
    year = _full(match["fq_y"])
    last = _century(match["fq_y2"], year) if match["fq_y2"] else ""
    if match["fo"]:
        return fiscal.part(year, last, *_order(match["fo"], match["fo_of"]))
    number, length = (int(match["fq"]), 3) if match["fq"] else (int(match["fh"]), 6)
    return fiscal.part(year, last, number, length)


def _part_of_fiscal(match: re.Match[str], fiscal: Fiscal) -> str:
    """The months of "fiscal 2024 first quarter"."""
    place = (int(match["yfq_q"]), 3) if match["yfq_q"] else _order(match["yfq_o"], match["yfq_of"])
    return fiscal.part(_full(match["yfq"]), "", *place)


def _years(match: re.Match[str], fiscal: Fiscal) -> str:
    """Two years: "1994-2016"; "2022-23" is a fiscal year where those are known not to be the calendar's."""
    first, last = match["span"], _century(match["span_2"], match["span"])
    if len(match["span_2"]) == 2 and fiscal.month > 1 and int(last) == int(first) + 1:
        return fiscal.year(first, last)
    return f"{first}/{last}" if first <= last else first


def _ended(match: re.Match[str]) -> str:
    """A stretch that a date ends: whole months, by the month of its last day; weeks where they come to months."""
    if not match["end_y"]:
        return ""
    words = table("dates")["stretches"]
    if match["end_alone"]:
        length = words["alone"][" ".join(match["end_alone"].lower().split())]
    else:
        count = match["end_n"].lower()
        number = int(count) if count.isdigit() else int(table("numbers")["cardinal"][count])
        unit = words["units"][match["end_unit"].lower()]
        length = number * unit if unit else round(number * 12 / 52)
    day = int(_number(match["end_d"] or match["end_d2"] or "30"))
    month, year = int(_month(match["end_m"] or match["end_m2"])), int(match["end_y"])
    if day < _EARLY and match["end_unit"] and match["end_unit"].lower().startswith("week"):
        month, year = (month - 1, year) if month > 1 else (12, year - 1)
    return stretch(year, month, length, years=bool(match["end_alone"])) if length else f"{year}-{month:02d}"


def _month_quarter(match: re.Match[str]) -> str:
    """The months of "the June 2023 quarter", "the December quarter of 2022"."""
    year = match["mq_y"] or match["mq_y2"]
    return stretch(int(year), int(_month(match["mq"])), 3) if year else ""


def _order(number: str, length: str) -> tuple[int, int]:
    words = table("dates")
    return words["order"][number.lower()], words["spans"][length.lower()]


def _quarters(match: re.Match[str]) -> str:
    """The months of "the second and third quarters of 2023"."""
    (first, length), last = _order(match["qs"], match["qs_of"]), table("dates")["order"][match["qs_2"].lower()]
    return _span(match["qs_y"], (first - 1) * length + 1, last * length) if first < last else match["qs_y"]


def _number_quarter(match: re.Match[str]) -> str:
    """The months of "2Q23", "1H 2023"."""
    number, year = int(match["nq"]), _full(match["nq_y"])
    if match["nq_of"] in "Qq":
        return _quarter(number, year)
    return _span(year, 6 * number - 5, 6 * number) if number <= 2 else year


def _season_of_two(match: re.Match[str]) -> str:
    """A season that lies in two years: a winter from December to February, else both years."""
    year = int(match["season_2y"])
    winter = table("dates")["seasons"][match["season_2"].lower()] == _WINTER
    return f"{year}-12/{year + 1}-02" if winter else f"{year}/{year + 1}"


_FISCAL_BUILDERS: tuple[tuple[str, Callable[[re.Match[str], Fiscal], str]], ...] = (
    ("fq_word", _fiscal_part),
    ("yq_word", _part_of_fiscal),
    ("yf_word", _year_fiscal),
    ("fiscal", _fiscal),
)
_BUILDERS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    ("none", lambda _: ""),
    ("end_m", _ended),
    ("end_m2", _ended),
    ("mq", _month_quarter),
    ("qs", _quarters),
    ("qq", lambda match: _span(match["qq_y"], 3 * int(match["qq"]) - 2, 3 * int(match["qq_2"]))),
    ("nq", _number_quarter),
    ("season_2", _season_of_two),
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
    ("calendar", lambda match: str(match["calendar"])),
    ("decade", lambda match: match["decade"][:3] + "X"),
    ("marked", lambda match: str(match["marked"])),
    ("year", lambda match: str(match["year"])),
)
