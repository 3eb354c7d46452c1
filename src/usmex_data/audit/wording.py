"""What can be counted in the print of figures: signs and names of currencies, times named, ways to write a unit."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Final

from .readings import Row

__all__ = ["COUNTS", "notation"]

_SIGN: Final = re.compile(r"[$€£¥]")
_NAME: Final = re.compile(r"\b(?:dollars?|euros?|pounds?|yen|pesos?|USD|EUR|GBP)\b", re.IGNORECASE)
_TIME: Final = re.compile(
    r"/\s?(?:d|h|y|a)\b|/\s?(?:day|hour|week|month|year)|\b(?:per|an?|each|every)\s+(?:day|hour|week|month|year)\b"
    r"|\b(?:dai|week|month|year|annual|hour)ly\b|\b\w*[bp]d\b",
    re.IGNORECASE,
)
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


COUNTS: Final[Mapping[str, Callable[[Sequence[Row]], int]]] = {
    "currency_signs": _signs,
    "currency_names": _names,
    "times_named": _times,
    "notations": _notations,
}
"""The functions of a formula that count what is printed in the texts of its rows."""
