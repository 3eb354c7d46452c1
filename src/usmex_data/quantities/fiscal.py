"""Fiscal years: when a text's own begin, and the months that a name such as "fiscal 2023" or "Q1 FY24" means."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..catalogue import table as meanings
from ..language import alternatives, table

__all__ = [
    "UNKNOWN",
    "Fiscal",
    "federal",
    "government",
    "months_later",
    "of_government",
    "shifted",
    "stated",
    "stretch",
    "width",
]

_HEAD = 2000
"""At the head of a text the office may stand whose paper it is, within so many characters."""
_YEAR = re.compile(r"\d{4}")
_MONTHS = 12


class Fiscal(NamedTuple):
    """When fiscal years begin: the month, 0 where nobody says, and whether they are named by the year they begin in."""

    month: int = 0
    by_start: bool = False

    def year(self, named: str, last: str = "") -> str:
        """The period of a fiscal year, or from one to another: all their months, where they are known.

        Else the year that it names, and for two that follow each other ("2022-23") both.
        """
        one = not last or int(last) == int(named) + 1
        if not self.month:
            return f"{named}/{last}" if last else named
        first = int(named) - (0 if last and one else self._back)
        until = first if one else int(last) - self._back
        return _stretch(first, self.month, _MONTHS * (until - first + 1))

    def part(self, named: str, last: str, number: int, length: int) -> str:
        """The period of the ``number``-th part of ``length`` months in a fiscal year, or the year."""
        if not self.month:
            return self.year(named, last)
        first = int(named) - (0 if last else self._back)
        return _stretch(first, self.month + (number - 1) * length, length)

    @property
    def _back(self) -> int:
        """How many years before the one that names it a fiscal year begins."""
        return 0 if self.by_start or self.month == 1 else 1


UNKNOWN = Fiscal()
_FEDERAL = "USA"


def _stretch(year: int, month: int, length: int) -> str:
    """So many months from a month of a year on; whole years as such."""
    first = 12 * year + month - 1
    last = first + length - 1
    if first % 12 == 0 and last % 12 == 11:
        return str(year) if length == _MONTHS else f"{first // 12:04d}/{last // 12:04d}"
    start, end = _of_month(first), _of_month(last)
    return start if start == end else f"{start}/{end}"


def stretch(year: int, month: int, length: int, *, years: bool = False) -> str:
    """So many months up to a month of a year; with ``years``, whole calendar years as such."""
    first, last = 12 * year + month - length, 12 * year + month - 1
    if years:
        return _stretch(first // 12, first % 12 + 1, length)
    start, end = _of_month(first), _of_month(last)
    return start if start == end else f"{start}/{end}"


def _of_month(count: int) -> str:
    """A month, counted from the year 0."""
    return f"{count // 12:04d}-{count % 12 + 1:02d}"


def shifted(period: str, years: int) -> str:
    """A period so many years later, or earlier for fewer than none."""
    return _YEAR.sub(lambda year: f"{int(year[0]) + years:04d}", period)


def of_government(code: str) -> Fiscal:
    """The fiscal years of a country's government, by ISO 3166-1 alpha-3, or of a state's, by ISO 3166-2."""
    known = meanings("fiscal_years")
    if code.startswith("US-"):
        return Fiscal(known["states"].get(code, known["states"]["default"]))
    country = table("context")["parts_of"].get(code.partition("-")[0], code)
    return Fiscal(known["months"].get(country, 0), country in known["named_by_start"]["places"])


def federal() -> Fiscal:
    """The fiscal years of the United States' federal government."""
    return of_government(_FEDERAL)


@cache
def _words() -> re.Pattern[str]:
    """What every text that speaks of fiscal years holds."""
    return re.compile(r"[Ff]iscal|FISCAL|[Ff]inancial\s+year|\bF\.?Y|\bS?FY")


@cache
def _statements() -> tuple[re.Pattern[str], ...]:
    words = table("dates")
    months = alternatives(name for names in words["months"] for name in names)
    named = {name: alternatives(found) for name, found in words["fiscal_stated"].items()}
    order = alternatives(words["order"])
    year = rf"(?:{named['years']})"
    when = rf"(?:the\s+)?(?:(?:{named['near']})\s+)?(?P<month>{months})\b"
    between = r"(?:\s+\d\d?)?(?:,?\s+\d{4})?(?:\s+to\s+|\s+through\s+|\s?[-–—]\s?)"
    name = r"(?:\s+['’]?\d{2,4}(?:\s?[-–/]\s?\d{2,4})?)?"
    return tuple(
        re.compile(pattern, re.IGNORECASE)
        for pattern in (
            # "first quarter of fiscal year 2024, which ended on December 31"
            rf"\b(?P<order>{order})\s+quarter\s+(?:of\s+)?(?:our\s+|the\s+)?{year}{name},?\s+(?:{named['ends']})\s+{when}",
            rf"\b{year}{name}\s+(?P<order_2>{order})\s+quarter,?\s+(?:{named['ends']})\s+{when}",
            rf"\b{year}s?{name},?\s+(?:[(“\"]\s?)?(?:{named['ends']})\s+{when}",
            rf"\b{year}s?{name},?\s+\(?(?P<begins>{named['begins']})\s+{when}",
            rf"\b(?P<start>{months}){between}(?P<month>{months})(?:\s+\d\d?)?,?\s+{year}",
            rf"\b{year}s?{name},?\s*[(,]\s*(?P<start>{months}){between}(?P<month>{months})",
        )
    )


def stated(text: str, whose: str = "") -> Fiscal:
    """The fiscal years of a text that says when they end or begin, or else those of a government.

    ``whose`` is its country or state; where it is not given, the head of the text may name an office of it.

    "Our fiscal year ends on June 30", "fiscal year (October 1 to September 30)", "first quarter of fiscal 2024, which
    ended on December 31".
    """
    other = of_government(whose or government(text))
    if not _words().search(text):
        return other
    for pattern in _statements():
        match = pattern.search(text)
        if match:
            return Fiscal(_first_month(match))
    return other


def _first_month(match: re.Match[str]) -> int:
    """The first month of the fiscal year that a statement tells of."""
    month, groups = _number(match["month"]), match.groupdict()
    if groups.get("begins"):
        return month
    if groups.get("start"):
        return _number(match["start"])
    order = groups.get("order") or groups.get("order_2")
    passed = 3 * table("dates")["order"][order.lower()] if order else _MONTHS
    return (month - passed) % _MONTHS + 1


def _number(month: str) -> int:
    for number, names in enumerate(table("dates")["months"], 1):
        if month.lower() in (name.lower() for name in names):
            return number
    raise ValueError(month)


@cache
def _offices() -> re.Pattern[str]:
    known = meanings("fiscal_years")["offices"]
    return re.compile("|".join(rf"(?P<{code}>{alternatives(names)})" for code, names in known.items()), re.IGNORECASE)


def government(text: str) -> str:
    """The country whose government's office or paper the head of a text names; empty where it names none."""
    match = _offices().search(text[:_HEAD])
    return (match.lastgroup or "") if match else ""


_MONTHLY = re.compile(r"(\d{4})-(0[1-9]|1[0-2])(?:/(\d{4})-(0[1-9]|1[0-2]))?\Z")


def width(period: str) -> int:
    """How many months a period has; 0 where it is none of whole months or a year."""
    if len(period) == len("2023"):
        return _MONTHS if period.isdigit() else 0
    match = _MONTHLY.match(period)
    if match is None:
        return 0
    if not match[3]:
        return 1
    return 12 * (int(match[3]) - int(match[1])) + int(match[4]) - int(match[2]) + 1


def months_later(period: str, months: int) -> str:
    """A period of whole months so many months later; empty for any other."""
    match = _MONTHLY.match(period)
    if match is None:
        return ""
    start = 12 * int(match[1]) + int(match[2]) - 1 + months
    if not match[3]:
        return _of_month(start)
    return f"{_of_month(start)}/{_of_month(12 * int(match[3]) + int(match[4]) - 1 + months)}"
