"""Periods as EDTF (ISO 8601-2) has them: what is none does not leave the program."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

__all__ = ["checked"]

# Digits of EDTF are those of ASCII; \d alone takes others too.
_DATE = re.compile(r"\d{4}(?:-(?:0[1-9]|1[0-2]|2[1-4])|-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))?|\d{3}X", re.ASCII)
_OPEN = ".."
_DAY = len("2020-02-29")


@lru_cache(maxsize=1024)
def checked(period: str) -> str:
    """A period if it is valid EDTF, a decade in an open span as the year it begins or ends with; else nothing."""
    first, slash, last = period.partition("/")
    if not slash:
        return period if _is_date(period) else ""
    if _OPEN in (first, last):
        first, last = first.replace("X", "0"), last.replace("X", "9")
        other = last if first == _OPEN else first
        return f"{first}/{last}" if _is_date(other) else ""
    return period if _is_date(first) and _is_date(last) and _is_in_order(first, last) else ""


def _is_date(text: str) -> bool:
    if not _DATE.fullmatch(text):
        return False
    if len(text) < _DAY:
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _is_in_order(first: str, last: str) -> bool:
    """Whether a date is no later than another, as far as both are told."""
    reach = min(len(first), len(last))
    return first[:reach].replace("X", "0") <= last[:reach].replace("X", "9")
