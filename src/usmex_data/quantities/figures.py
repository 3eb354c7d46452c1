"""A numeral with what touches it: sign, currency before it, unit behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .quantity import Numeral, Quantity
from .unit_names import UnitMatch
from .units import currency_before, how_often, part_of, unit_after

__all__ = ["figure"]

_SIGN = re.compile(r"(?:^|[\s(\[])([-−–+])\Z")
_INNER_SIGN = re.compile(r"(?<=[$€£¥])\s?[-−–]\Z")
_ACCOUNTED = re.compile(r"\b(?:is|was|were|of|at|to)\s\(\Z")
"""What stands before an amount in parentheses that is a negative and no remark: "a loss of ($3.4 million)"."""
_AGAIN = re.compile(r"\s*\(\d{1,4}\)(?=\s)")
_PLUS = re.compile(r"\+(?!\d)|-plus\b")
_NUMBERS = ("cardinal", "vague", "digit_class")


def figure(text: str, numeral: Numeral) -> Quantity:
    """A numeral as a quantity, with the currency, sign and unit that touch it; hedges come later."""
    if numeral.kind in _NUMBERS and not numeral.unit:
        return _amount(text, numeral)
    if numeral.kind in ("fraction", "odds"):
        return _share(text, numeral)
    often = how_often(text, numeral.end) if numeral.kind == "multiplier" and not numeral.change else None
    if often:
        return _quantity(numeral, numeral.start, often.end, often.unit)
    if numeral.kind == "multiplier":
        degree = _degree().match(text, numeral.end)
        return _quantity(numeral, numeral.start, degree.end() if degree else numeral.end, "ratio")
    return _quantity(numeral, numeral.start, numeral.end, numeral.unit)


def _amount(text: str, numeral: Numeral) -> Quantity:
    inner = _INNER_SIGN.search(text, max(0, numeral.start - 3), numeral.start)
    money = currency_before(text, inner.start() if inner else numeral.start, scaled=numeral.scale > 1)
    left = money.start if money else numeral.start
    behind = _behind(text, numeral)
    unit = unit_after(text, behind, spelled=numeral.spelled, currency=money.unit if money else "", value=numeral.value)
    if unit and unit.end == behind:
        unit = UnitMatch(numeral.end, numeral.end, unit.unit, unit.factor)
    right = unit.end if unit else numeral.end
    found = _quantity(numeral, left, right, unit.unit if unit else "", unit)
    if money and (inner or _is_accounted(text, found)):
        return _replaced(found, negative=True)
    return _negative(text, _signed(text, found, numeral))


def _is_accounted(text: str, found: Quantity) -> bool:
    """Whether an amount of money stands in the parentheses by which accountants write a negative."""
    closed = text[found.end : found.end + 1] == ")"
    return closed and bool(_ACCOUNTED.search(text, max(0, found.start - 12), found.start))


def _share(text: str, numeral: Numeral) -> Quantity:
    """A fraction: a share in percent, or so much of a unit ("half an hour")."""
    part = part_of(text, numeral.end) if numeral.kind == "fraction" else None
    if part is None:
        return _quantity(numeral, numeral.start, numeral.end, "percent")
    found = _quantity(numeral, numeral.start, part.end, part.unit, part)
    return replace(found, value=numeral.value / 100 * part.factor)


def _quantity(numeral: Numeral, left: int, right: int, unit: str, found: UnitMatch | None = None) -> Quantity:
    """The quantity of a numeral between two places, in the unit's scale; a class of digits is a range."""
    factor = found.factor if found else Decimal(1)
    value, ranged = numeral.value * factor, numeral.modifier == "range"
    return Quantity(
        left,
        right,
        numeral.start,
        numeral.end,
        numeral.kind,
        value=None if ranged else value,
        low=value if ranged else None,
        high=numeral.high,
        unit=unit,
        modifier=numeral.modifier,
        change=numeral.change,
        spelled=numeral.spelled,
        scale=numeral.scale,
        factor=factor,
        doubt=numeral.doubt,
    )


# --------------------------------------------------------------------------------------------------- neighbours
@cache
def _of() -> re.Pattern[str]:
    """The "of" of a vague number, before a unit that has no article: "hundreds of miles"."""
    return re.compile(rf"\s+(?:{alternatives(table('numbers')['small']['of'])})\s+(?!(?:the|its|their|these|those)\b)")


@cache
def _degree() -> re.Pattern[str]:
    """What a multiplier takes along: "twice as much", "four times greater"."""
    return re.compile(rf"\s+(?:{alternatives(table('numbers')['times']['degrees'])})\b")


@cache
def _below_zero() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(table('numbers')['small']['below_zero'])})\b")


def _behind(text: str, numeral: Numeral) -> int:
    """Where a numeral's unit may begin: behind its "+", its repetition in digits, or the "of" of a vague number."""
    pattern = _of() if numeral.kind == "vague" else _AGAIN if numeral.spelled else _PLUS
    match = pattern.match(text, numeral.end)
    return match.end() if match else numeral.end


def _signed(text: str, found: Quantity, numeral: Numeral) -> Quantity:
    """The figure with the minus or plus before it: "−€2.1 billion", "+4.6"."""
    sign = _SIGN.search(text, max(0, found.start - 2), found.start)
    if sign is None or numeral.kind != "cardinal" or found.value is None:
        return found
    return _replaced(found, start=sign.start(1), negative=sign[1] != "+")


def _negative(text: str, found: Quantity) -> Quantity:
    """Minus four for "four degrees below zero"."""
    below = _below_zero().match(text, found.end) if found.unit.startswith("deg") else None
    return _replaced(found, end=below.end(), negative=True) if below else found


def _replaced(found: Quantity, *, start: int | None = None, end: int | None = None, negative: bool) -> Quantity:
    value = -found.value if negative and found.value is not None else found.value
    return replace(
        found, start=found.start if start is None else start, end=found.end if end is None else end, value=value
    )
