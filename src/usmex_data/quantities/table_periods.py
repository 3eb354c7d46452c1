"""The time that heads, label and caption of a cell name together: "Three Months Ended June 30," over "2024"."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cache, lru_cache

from ..catalogue.doubts import Doubt
from ..language import alternatives, table
from .quantity import Quantity

__all__ = ["composed"]

_Read = Callable[[str], list[Quantity]]
_YEAR = re.compile(r"\d{4}")
_YEARS = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def composed(groups: Sequence[Sequence[str]], read: _Read) -> tuple[str, tuple[Doubt, ...]]:
    """The period of a cell (EDTF, empty if none) and why it may be another.

    ``groups`` are the words of its heads, labels, parts and captions.

    The first that names one time decides; where that is a year, a month, quarter or "months ended" beside it tells
    which part of it.
    """
    heads, captions = groups[0], groups[-1]
    if len(heads) + len(captions) > 1 and (ended := _ended(" ".join([*reversed(captions), *reversed(heads)]))):
        return ended, ()
    phrases = [phrase for group in groups for phrase in group]
    for phrase in phrases:
        ended = _ended(phrase)
        if ended:
            return ended, ()
        found = [item for item in read(phrase) if item.disposition == "date" and item.period]
        if len(found) > 1:
            return "", ()
        if found:
            year = found[0].period
            parts = (_part(other, year, read) for other in phrases if other != phrase and _YEAR.fullmatch(year))
            return next(filter(None, parts), year), found[0].doubt
    return "", ()


def _part(phrase: str, year: str, read: _Read) -> str:
    """The part of a year that a phrase without a year names: a month, a quarter, a day, or "months ended"."""
    if not _is_part(phrase):
        return ""
    together = f"{phrase.strip(' ,.:')} {year}"
    if ended := _ended(together):
        return ended
    day = _day().search(phrase)
    if day:
        together = f"{day[0].strip(' ,')}, {year}"
    elif not _whole_part().fullmatch(phrase.strip(" ,.:*")):
        return ""
    periods = [item.period for item in read(together) if item.disposition == "date" and item.period]
    return periods[0] if len(periods) == 1 and periods[0] != year else ""


@lru_cache(maxsize=4096)
def _is_part(phrase: str) -> bool:
    """Whether a phrase names a month or a quarter, and no year."""
    return not _YEARS.search(phrase) and _may_part().search(phrase) is not None


@cache
def _months() -> dict[str, int]:
    return {name.lower(): place for place, names in enumerate(table("dates")["months"], 1) for name in names}


@cache
def _month() -> str:
    return alternatives(name for names in table("dates")["months"] for name in names)


@cache
def _quarter() -> str:
    return rf"Q[1-4]|[1-4]Q|H[12]|(?:{alternatives(table('layout')['table']['parts_of_year'])})"


@cache
def _may_part() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_month()}|{_quarter()})\b", re.IGNORECASE)


@cache
def _whole_part() -> re.Pattern[str]:
    return re.compile(rf"(?:{_month()})\.?(?:\s?[-–]\s?(?:{_month()})\.?)?|{_quarter()}", re.IGNORECASE)


@cache
def _day() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_month()})\.?\s\d{{1,2}}(?!\d)", re.IGNORECASE)


@cache
def _ending() -> re.Pattern[str]:
    numbers = alternatives(table("layout")["table"]["months"])
    return re.compile(
        rf"\b(?:(?P<count>{numbers})[-\s]months?(?:\speriods?)?|(?P<quarter>quarters?)|(?P<year>(?:fiscal\s)?years?))\s"
        rf"(?:ended|ending)(?:\sin)?\s(?P<month>{_month()})\.?(?:\s\d{{1,2}})?,?\s(?P<of>(?:19|20)\d\d)(?!\d)",
        re.IGNORECASE,
    )


@lru_cache(maxsize=1024)
def _ended(phrase: str) -> str:
    """The months of "three months ended June 30, 2024"; nothing where a phrase names no such span, or several."""
    found = list(_ending().finditer(phrase))
    if len(found) != 1 or len(_YEARS.findall(phrase)) != 1:
        return ""
    match = found[0]
    year, month = int(match["of"]), _months()[match["month"].lower()]
    count = (
        3 if match["quarter"] else 12 if match["year"] else table("layout")["table"]["months"][match["count"].lower()]
    )
    if count == 12 and month == 12:
        return str(year)
    first = year * 12 + month - count
    return f"{first // 12:04}-{first % 12 + 1:02}/{year:04}-{month:02}"
