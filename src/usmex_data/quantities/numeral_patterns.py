"""What a kind of numeral is to the reader of numerals: a pattern, and how its match is read."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from .quantity import Numeral

__all__ = ["FOUR_PLACES", "NO_UNIT_HERE", "NumeralPattern", "plain", "share"]

FOUR_PLACES = Decimal("0.0001")
"""Where a fraction does not end, the data keeps four decimal places (a third: 33.3333)."""

NO_UNIT_HERE = r"(?<![\w.,$€£¥-])"
"""Nothing before the number that would make it part of another one or of an amount of money."""


class NumeralPattern(NamedTuple):
    """A kind of numeral: its name, a verbose pattern (other groups prefixed by the name), and the reader of a match.

    The reader returns None where the match is no numeral after all.
    """

    name: str
    pattern: str
    read: Callable[[re.Match[str]], Numeral | None]


def plain(value: Decimal) -> Decimal:
    """The value without trailing zeros and without an exponent."""
    return Decimal(f"{value.normalize():f}")


def share(numerator: Decimal, denominator: Decimal) -> Decimal:
    """A fraction as percent, four places where it does not end sooner (a third: 33.3333)."""
    return plain((numerator * 100 / denominator).quantize(FOUR_PLACES))
