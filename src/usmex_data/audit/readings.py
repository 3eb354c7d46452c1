"""Rows as figures to reckon with: the value that a row has, the time that it names, and what its print shows."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Final

from ..catalogue.unit import Unit
from ..codebook.records import Claim, QuantityRow
from ..language import alternatives, table
from ..official.model import Official
from ..quantities.hedges import before
from .intervals import Interval, Measure, span

__all__ = [
    "COUNTS", "Figure", "Row", "addresses", "latest_year", "measure", "measure_of_official", "notation",
    "threshold_of", "time_of", "value_of",
]  # fmt: skip

Row = Claim | QuantityRow
"""A row of claims.csv or of quantities.csv."""

Figure = Row | Official
"""A row to reckon with: what a text says, or an official figure."""

_DIGITS: Final = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SCALE: Final = re.compile(r"thousand|million|billion|trillion|hundred|\d\s?[kKmMbB]{1,2}\b")
_FRACTION: Final = re.compile(
    r"\b(?:half|halves|thirds?|quarters?|fifths?|fourths?|tenths?|eighths?)\b|50-50", re.IGNORECASE
)
_WHOLE: Final = frozenset({"count", "rank", "person", "vehicle", ""})
"""Units that come in whole numbers: below a thousand they are counted, not rounded."""
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SHARES: Final = frozenset({"percent", "percentage_point"})
_HEAD: Final = 40
_DECIMALS: Final = 4
_NAMED: Final = 12
"""Fractions in words go down to twelfths, and are written with four decimals."""
_TENTH: Final = Fraction(1, 10)


def measure(row: Figure) -> Measure | None:
    """The value of a row, or the time that it names where it has no value; ``None`` where it has neither."""
    return value_of(row) or time_of(row.period)


def value_of(row: Figure) -> Measure | None:
    """The value of a row with what its hedge, its digits or its precision allow; ``None`` without one."""
    if isinstance(row, Official):
        return measure_of_official(row)
    if isinstance(row, QuantityRow):
        return None if row.value is None else _hedged(row.value, row.text, row.unit, "", _modifier(row.text))
    if row.modifier == "range" and row.value_low is not None and row.value_high is not None:
        low, high = Fraction(row.value_low), Fraction(row.value_high)
        printed = _printed(row.value_high, row.text, row.unit, row.text)
        return span(low, high, printed, printed + (high - low) * _TENTH, printed)
    value = row.value if row.value is not None else row.value_low if row.value_low is not None else row.value_high
    return None if value is None else _hedged(value, row.text, row.unit, row.hedge, row.modifier)


def measure_of_official(row: Official) -> Measure | None:
    """The value of an official figure, as far as it is rounded; ``None`` without one."""
    if row.value is None:
        return None
    counted = row.precision == 1 and Unit.of(row.unit).head in _WHOLE
    half = Fraction(0) if counted else Fraction(row.precision or 0) / 2
    return span(Fraction(row.value), Fraction(row.value), half, half, half)


def threshold_of(claim: Claim) -> Interval | None:
    """All that rounds to the bound of "over", "as low as" or "at most"; ``None`` for a claim without such a bound."""
    if claim.modifier not in {"at_least", "at_most"} or claim.value is None:
        return None
    half = _printed(claim.value, claim.text, claim.unit, f"{claim.hedge} {claim.text}")
    return Interval(Fraction(claim.value) - half, Fraction(claim.value) + half)


def _modifier(text: str) -> str:
    """What a hedge at the head of a quantity makes of it: "almost a decade" is about ten years."""
    for space in re.finditer(r"\s+", text[:_HEAD]):
        hedge = before(text, 0, space.end())
        if hedge is not None:
            return hedge.modifier
    return "exact"


def _hedged(value: Decimal, text: str, unit: str, hedge: str, modifier: str) -> Measure:
    number = _exact(value)
    if modifier == "at_least":
        return _open(Interval(number, None))
    if modifier == "at_most":
        return _open(Interval(Fraction(0) if number > 0 else None, number))
    printed, rounded = _printed(value, text, unit, f"{hedge} {text}"), _last_digit(number) / 2
    cell = printed if unit in _SHARES or not printed else max(printed, rounded)
    if modifier != "approx":
        # From year to year, without months, a span of years may come out one longer.
        read = span(number, number, printed, Fraction(1) if unit == "year" else printed, cell)
        return replace(read, slack=_slack(number, printed)) if unit in _SHARES else read
    about = max(printed, rounded)
    granted = max(about, abs(number) * _TENTH)
    both = span(number, number, about, granted, about)
    if not _unreached().search(f"{hedge} {text}"):
        return both
    # "Nearly ten" is less than ten: above it lies no more than rounding.
    return Measure(
        both.core,
        Interval(both.print.low, number),
        Interval(both.grant.low, number + printed),
        cell=both.print,
    )


@cache
def _unreached() -> re.Pattern[str]:
    """Hedges of figures that are a little less."""
    return re.compile(rf"\b(?:{alternatives(table('hedges')['unreached']['words'])})\b", re.IGNORECASE)


def _exact(value: Decimal) -> Fraction:
    """A value as it is meant: "a third" stands in the table as 33.3333, and is a hundred thirds."""
    number, places = Fraction(value), value.as_tuple().exponent
    near = number.limit_denominator(_NAMED)
    return near if places == -_DECIMALS and abs(near - number) < Fraction(1, 10**_DECIMALS) else number


def _open(interval: Interval) -> Measure:
    return Measure(interval, interval, interval)


def _printed(value: Decimal, text: str, unit: str, words: str) -> Fraction:
    """Half of the last digit that is printed; nothing for what is counted one by one."""
    number = abs(Fraction(value))
    digits = _DIGITS.findall(text)
    if unit == "percent" and _FRACTION.search(words) and not (digits and "%" in text):
        return Fraction(5, 2)  # "a third" stands for any share near it
    if unit == "ratio":
        # "Doubled" is said of 1.8 as of 2.2 times, "halved" of 0.45 as of 0.55.
        return number / 8 if not digits else Fraction(1, 20)
    if not digits:
        if unit in {"year", "month", "day"}:
            return Fraction(1, 2)
        return _last_digit(number) / 2 if number >= 1000 else Fraction(0)
    shown = Fraction(digits[-1].replace(",", ""))
    decimals = len(digits[-1].partition(".")[2])
    scale = number / shown if shown else Fraction(1)
    if Unit.of(unit).head in _WHOLE and number < 1000 and not _SCALE.search(text):
        return Fraction(0)
    step = Fraction(1, 10**decimals)
    if not decimals and shown and shown % 1000 == 0:
        # 447,000 was counted in thousands; 2,000 is taken to two digits, for a sum of such figures tells nothing else.
        step = min(_last_digit(shown), _second_digit(shown))
    return step * scale / 2


def _second_digit(number: Fraction) -> Fraction:
    """The place value of the second digit: 100 for 2,000."""
    return Fraction(10) ** (len(str(int(number))) - 2)


def _slack(number: Fraction, printed: Fraction) -> Fraction:
    """How far off a share may be that is a round figure, or was reckoned from figures before they were rounded."""
    return Fraction(3, 2) if number % 10 == 0 else printed


def _last_digit(number: Fraction) -> Fraction:
    """The place value of the last digit that is no nought: 100 for 1,900, 1/10 for 2.5; 0 for 0."""
    if number == 0:
        return Fraction(0)
    step = Fraction(1)
    while (number / step).denominator != 1:
        step /= 10
        if step < Fraction(1, 10**9):
            return Fraction(0)
    while (number / (step * 10)).denominator == 1:
        step *= 10
    return step


def latest_year(row: Row) -> str:
    """The last year that a reference names, or the footnote of a claim; empty where none is named."""
    return max(_YEAR.findall(row.note if isinstance(row, Claim) else row.text), default="")


# --- times -----------------------------------------------------------------------------------------------------------


def time_of(period: str) -> Measure | None:
    """The time that an EDTF period names, in years (2020-07-01 is about 2020.5); ``None`` for none that is read."""
    first, separator, last = period.partition("/")
    low = None if first in {"..", ""} else _instant(first)
    high = low if not separator else None if last in {"..", ""} else _instant(last)
    if low is None and high is None:
        return None
    interval = Interval(low[0] if low else None, high[1] if high else None)
    return Measure(interval, interval, interval)


def _instant(written: str) -> tuple[Fraction, Fraction] | None:
    """The first and the last day of a year, month or day, in years."""
    plain = written.strip("?~%")
    if re.fullmatch(r"\d{3}X", plain):
        return Fraction(plain[:3] + "0"), _day(int(plain[:3] + "9"), 12, 31)
    found = re.fullmatch(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?", plain)
    if not found:
        return None
    year, month, day = int(found[1]), int(found[2] or 0), int(found[3] or 0)
    if month > 12:
        return _season(year, month)
    if day:
        return _day(year, month, day), _day(year, month, day)
    if month:
        following = date(year + month // 12, month % 12 + 1, 1)
        return _day(year, month, 1), _day(year, month, (following - date(year, month, 1)).days)
    return Fraction(year), _day(year, 12, 31)


def _season(year: int, season: int) -> tuple[Fraction, Fraction] | None:
    """Quarters (33-36) and halves (40, 41) of EDTF; other seasons lie differently on each half of the earth."""
    spans = {33: (1, 3), 34: (4, 6), 35: (7, 9), 36: (10, 12), 40: (1, 6), 41: (7, 12)}
    if season not in spans:
        return Fraction(year), _day(year, 12, 31)
    first, last = spans[season]
    return _day(year, first, 1), _day(year, last, 30)


def _day(year: int, month: int, day: int) -> Fraction:
    days = 366 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 365
    return year + Fraction((date(year, month, day) - date(year, 1, 1)).days, days)


# --- print -----------------------------------------------------------------------------------------------------------

_SIGN: Final = re.compile(r"[$€£¥]")
_NAME: Final = re.compile(r"\b(?:dollars?|euros?|pounds?|yen|pesos?|USD|EUR|GBP)\b", re.IGNORECASE)
_TIME: Final = re.compile(
    r"/\s?(?:d|h|y|a)\b|/\s?(?:day|hour|week|month|year)|\b(?:per|an?|each|every)\s+(?:day|hour|week|month|year)\b"
    r"|\b(?:dai|week|month|year|annual|hour)ly\b|\b\w*[bp]d\b",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"(?:https?://)?((?:www\.)?[\w.-]+\.[a-z]{2,}/[^\s<>\"”]+)", re.IGNORECASE)
_NUMBER: Final = re.compile(r"[\d.,]+")


def _signs(rows: Sequence[Row]) -> int:
    return sum(len(_SIGN.findall(row.text)) for row in rows)


def _names(rows: Sequence[Row]) -> int:
    return _signs(rows) + sum(len(_NAME.findall(row.text)) for row in rows)


def _times(rows: Sequence[Row]) -> int:
    return sum(bool(_TIME.search(row.text)) for row in rows)


def _notations(rows: Sequence[Row]) -> int:
    return len({way for row in rows if (way := notation(row))})


def notation(row: Row) -> str:
    """How a unit is written: what is left of the text without hedge, sign and digits."""
    text = row.text.removeprefix(getattr(row, "hedge", "")).strip()
    if not _NUMBER.search(text):
        return ""
    return " ".join(_NUMBER.sub(" ", _SIGN.sub(" ", text)).lower().split())


def addresses(row: Row) -> tuple[str, ...]:
    """The web addresses in the text of a row, without scheme and closing marks."""
    return tuple(found[1].rstrip(".,;/") for found in _ADDRESS.finditer(row.text))


def _addresses(rows: Sequence[Row]) -> int:
    return len({address for row in rows for address in addresses(row)})


COUNTS: Final[Mapping[str, Callable[[Sequence[Row]], int]]] = {
    "currency_signs": _signs,
    "currency_names": _names,
    "times_named": _times,
    "notations": _notations,
    "addresses": _addresses,
}
"""The functions of a formula that count what is printed in the texts of its rows."""
