"""A numeral with what touches it: sign, currency before it, unit behind it."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .multiples import is_occasions
from .quantity import Numeral, Quantity
from .unit_names import UnitMatch
from .units import currency_before, how_often, part_of, unit_after
from .words import cardinals, scales

__all__ = ["figure"]

_SIGN = re.compile(r"(?:^|[\s(\[])([-−–+])\Z")
_NUMBER_BEFORE = re.compile(r"(?<![\d.,)]\s)(?<![\w.,])(\d[\d,]{0,11}(?:\.\d{1,6})?)\s\Z")
_INNER_SIGN = re.compile(r"(?<=[$€£¥])\s?[-−–]\Z")
_ACCOUNTED = re.compile(r"\b(?:is|was|were|of|at|to)\s\(\Z")
"""What stands before an amount in parentheses that is a negative and no remark: "a loss of ($3.4 million)"."""
_POINTED = re.compile(r"[1-9]\d{0,2}\.000")
_NOUN = re.compile(r"\s[A-Za-z]{3}")
"""Before a noun, "260.000" is a whole number whose thousands are parted as in Spanish."""
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
"""What might be a year as well; a date it is not, by what stands beside it."""
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
    if numeral.kind == "multiplier" and is_occasions(text, numeral.start, numeral.end):
        return replace(_quantity(numeral, numeral.start, numeral.end, "count"), kind="cardinal")
    if numeral.kind == "multiplier":
        degree = _degree().match(text, numeral.end)
        return _quantity(numeral, numeral.start, degree.end() if degree else numeral.end, "ratio")
    return _quantity(numeral, numeral.start, numeral.end, numeral.unit)


def _amount(text: str, numeral: Numeral) -> Quantity:
    bracketed = _bracketed(text, numeral)
    if bracketed:
        return bracketed
    inner = _INNER_SIGN.search(text, max(0, numeral.start - 3), numeral.start)
    money = currency_before(text, inner.start() if inner else numeral.start, scaled=numeral.scale > 1)
    left = money.start if money else numeral.start
    behind = _behind(text, numeral)
    again = _again().match(text, numeral.end)
    if again and again["scale"]:
        scale = scales()[again["scale"].lower()]
        numeral = replace(numeral, value=numeral.value * scale, scale=scale)
    unit = unit_after(
        text,
        behind,
        spelled=numeral.spelled,
        currency=money.unit if money else "",
        value=numeral.value,
        scale=numeral.scale,
    )
    if unit and unit.end == behind and not again:
        unit = UnitMatch(numeral.end, numeral.end, unit.unit, unit.factor)
    right = unit.end if unit and "glued_words" not in numeral.doubt else behind if again else numeral.end
    found = _quantity(numeral, left, right, unit.unit if unit else "", unit)
    half = _and_a_half().match(text, found.end) if unit and found.value is not None else None
    if half and found.value is not None:  # "two years and a half"
        part = (Decimal("0.25") if half["quarter"] else Decimal("0.5")) * found.factor * numeral.scale
        found = replace(found, end=half.end(), value=found.value + part)
    if unit is None and _is_pointed(text, numeral):
        found = _replaced(replace(found, value=numeral.value * 1000), negative=False).doubted("decimal_comma")
    if unit is None and money is None and _YEAR.fullmatch(text, numeral.start, numeral.end):
        found = found.doubted("year_or_amount")
    if money and inner:
        return _replaced(found, negative=True)
    if money and _is_accounted(text, found):
        return _replaced(found, negative=True).doubted("sign_or_dash")
    return _negative(text, _signed(text, found, numeral))


def _is_pointed(text: str, numeral: Numeral) -> bool:
    """Whether a point parts the thousands of a whole number, though the text parts decimals by it: "260.000 pupils"."""
    pointed = numeral.value < 1000 and _POINTED.fullmatch(text, numeral.start, numeral.end)
    return bool(pointed and _NOUN.match(text, numeral.end))


@cache
def _bracket_end() -> re.Pattern[str]:
    """Behind a number in brackets that is a negative, its scale and unit: "(4.2) percent", "$(310) million"."""
    return re.compile(rf"\)(?:\s(?P<scale>{alternatives(table('numbers')['scale'])})\b)?")


def _bracketed(text: str, numeral: Numeral) -> Quantity | None:
    """A negative as accountants write it, its scale or unit behind the bracket; None where it is none."""
    if not text.startswith(")", numeral.end) or text[numeral.start - 1 : numeral.start] != "(":
        return None
    behind = _bracket_end().match(text, numeral.end)
    opening = numeral.start - 1
    money = currency_before(text, opening)
    left = opening if money is None else money.start
    before = text[max(0, left - 24) : left].split()[-1:]
    if (
        behind is None
        or numeral.spelled
        or (before and (before[-1].lower() in cardinals() or before[-1][-1].isdigit()))
    ):
        return None
    unit = unit_after(text, behind.end(), spelled=False, currency=money.unit if money else "")
    named = unit is not None and (money is not None or _is_signed(unit.unit))
    if unit is None or not named or not (money or behind["scale"] or unit.end > behind.end()):
        return None
    scale = scales()[behind["scale"].lower()] if behind["scale"] else Decimal(1)
    value = -numeral.value * scale * unit.factor
    found = _quantity(numeral, numeral.start, numeral.end, unit.unit)
    return replace(found, value=value, scale=numeral.scale * scale).doubted("sign_or_dash")


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
def _again() -> re.Pattern[str]:
    """A number said again in digits or words, and the scale behind it: "thirty (30) days", "5 (five) million"."""
    words = alternatives(cardinals())
    return re.compile(
        rf"\s*\((?:(?<=[a-z]\s\()\d{{1,4}}|(?<=\d\s\()(?:{words})(?:[\s-](?:{words}))?)\)(?=\s|[.,;])"
        rf"(?:\s(?P<scale>{alternatives(table('numbers')['scale'])})\b)?",
        re.IGNORECASE,
    )


@cache
def _and_a_half() -> re.Pattern[str]:
    words = table("numbers")
    return re.compile(
        rf"\s+(?:{alternatives(words['small']['joiner'])})\s+a\s+(?:{alternatives(words['share']['half'])}"
        rf"|(?P<quarter>{alternatives(words['share']['quarter'])}))(?!\s+(?:{alternatives(words['small']['of'])})\b)(?![\w-])"
    )


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
    pattern = _of() if numeral.kind == "vague" else _PLUS
    match = _again().match(text, numeral.end) or pattern.match(text, numeral.end)
    return match.end() if match else numeral.end


def _signed(text: str, found: Quantity, numeral: Numeral) -> Quantity:
    """The figure with the minus or plus before it: "−€2.1 billion", "+4.6"."""
    if numeral.kind == "cardinal" and not numeral.spelled and found.value is not None:
        minus = _minus().search(text, max(0, found.start - 24), found.start)
        if minus and not _is_subtracted(text, minus.start("word")) and (minus["sure"] or _is_signed_unit(found.unit)):
            return _replaced(found, start=minus.start("word"), negative=True)
    sign = _SIGN.search(text, max(0, found.start - 2), found.start)
    if sign is None or numeral.kind != "cardinal" or found.value is None:
        return found
    if sign[1] != "+" and _is_dashed(text, found, sign.start(1)):
        return found.doubted("sign_or_dash")
    return _replaced(found, start=sign.start(1), negative=sign[1] != "+")


def _is_signed(unit: str) -> bool:
    """Whether a unit is one of shares or degrees, whose figures may be below nought."""
    of = Unit.of(unit)
    return of.is_share or of.is_temperature or of.head == "basis_point"


def _is_signed_unit(unit: str) -> bool:
    return _is_signed(unit) or Unit.of(unit).is_money


@cache
def _minus() -> re.Pattern[str]:
    """A minus in words before digits; no difference of two numbers ("5 minus 2") and no "plus or minus"."""
    words = table("numbers")["small"]
    return re.compile(
        rf"(?<![\d)%]\s)(?<!\bor\s)(?<![\w-])(?P<word>(?P<sure>{alternatives(words['minus_sure'])})"
        rf"|(?:{alternatives(words['minus'])}))[\s-]+\Z",
        re.IGNORECASE,
    )


def _is_subtracted(text: str, position: int) -> bool:
    """Whether a number in words stands before a minus: "five minus 2"."""
    words = text[max(0, position - 16) : position].split()
    return bool(words) and words[-1].lower() in cardinals()


def _is_dashed(text: str, found: Quantity, sign: int) -> bool:
    """Whether a sign with a number straight before it is the dash of a range: "151.2 -154.8 °C"."""
    low = _NUMBER_BEFORE.search(text, max(0, sign - 16), sign)
    if low is None or not found.unit or found.value is None:
        return False
    return Decimal(low[1].replace(",", "")) < found.value


def _negative(text: str, found: Quantity) -> Quantity:
    """Minus four for "four degrees below zero"."""
    below = _below_zero().match(text, found.end) if Unit.of(found.unit).is_temperature else None
    return _replaced(found, end=below.end(), negative=True) if below else found


def _replaced(found: Quantity, *, start: int | None = None, end: int | None = None, negative: bool) -> Quantity:
    value = -found.value if negative and found.value is not None else found.value
    return replace(
        found, start=found.start if start is None else start, end=found.end if end is None else end, value=value
    )
