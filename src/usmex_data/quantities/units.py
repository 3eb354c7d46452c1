"""Units beside a number: currencies before it, units behind it, and the rates that they make together."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .multiples import is_how_often
from .rates import counted_after, inverse_at, measured_after, population_after, rate_after
from .unit_names import UnitMatch, named_unit

__all__ = ["TIME", "absorbed", "currency_before", "how_often", "part_of", "unit_after"]

TIME = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "calendar_quarter", "year"})
"""The units of time."""

_NO_RATE = frozenset({"percent", "percentage_point", "basis_point", "ratio", "rank"})
_NO_PART = frozenset({"ratio", "index_point", "degree"})
_SINGULAR_S = frozenset({"degC", "Hz"})
_ONE = Decimal(1)
_SLASH = re.compile(r"\s?/\s?(?![$€£¥]\s?\d)|\s+per\s+|\s+to\s+the\s+")
_OF = re.compile(r"\bof\b")
_OF_ONE = re.compile(r"\sof\s(?:an?|one)\s")
_STUFF = re.compile(
    r"\sof\s[A-Za-z][A-Za-z-]{2,15}(?:\s[a-z]{3,16})?(?=\s(?:a|an|per|each|every)\s|\s(?:annually|daily)\b)"
)
"""What an amount may be of, between it and its rate."""
_ASIDE = re.compile(r"\s\([^()]{2,30}\)|\)")
"""What may stand between an amount and its rate: the same in other money, "248 pesos ($14.6) a day"."""
_PART = re.compile(r"[\s-]+(?:of\s+)?(?:an?\s+|one\s+)?(?=\S)")


# ---------------------------------------------------------------------------------------- before the number
@cache
def _prefixes() -> dict[str, str]:
    """The currency of every sign and code that may stand before a number."""
    return {sign: code for code, names in table("units")["currency"].items() for sign in names.get("prefixes", ())}


@cache
def _prefix() -> re.Pattern[str]:
    shy = set(table("units")["currency_codes"]["words_of_english"])
    loud = set(table("units")["currency_codes"]["words_in_capitals"])
    safe = alternatives(sign for sign in _prefixes() if sign not in shy)
    codes = alternatives(sign for sign in _prefixes() if sign in shy - loud and len(sign) == 3)
    letters = alternatives(table("numbers")["glued"]["letters"])
    return re.compile(
        rf"""
          (?:(?<![A-Za-z.])|(?<=\bof\s))(?P<sign>{safe})\s?\Z   # "US$", "EUR"
        | (?P<bare>[$€£¥₹])\s?\Z                                # "$" behind a letter
        | (?<![\w.])(?P<letter>{letters})\Z                      # "R170 billion"
        | (?<![\w.])(?P<code>{codes})\s?\Z                      # "COP 47 trillion"
        """,
        re.VERBOSE,
    )


@cache
def _last_signs() -> frozenset[str]:
    """The characters with which a currency sign or code may end."""
    return frozenset(sign[-1] for sign in _prefixes()) | frozenset("$€£¥₹")


def currency_before(text: str, position: int, *, scaled: bool = False) -> UnitMatch | None:
    """The currency sign or code that ends at ``position``.

    Codes that are words too ("COP", "ALL") count only where ``scaled`` says that a scale word follows the number.
    """
    last = position - 1 if text[position - 1 : position].isspace() else position
    if last <= 0 or text[last - 1] not in _last_signs():
        return None
    match = _prefix().search(text, max(0, position - 9), position)
    if match is None or match.lastgroup is None or (match["code"] and not scaled):
        return None
    return UnitMatch(match.start(match.lastgroup), match.end(), _prefixes()[match[match.lastgroup]], _ONE)


# ---------------------------------------------------------------------------------------- behind the number
def unit_after(
    text: str,
    position: int,
    *,
    spelled: bool,
    currency: str = "",
    value: Decimal | None = None,
    scale: Decimal = _ONE,
) -> UnitMatch | None:
    """The unit that begins at ``position`` (a space or hyphen between), with its rate; ``currency`` came before.

    The factor brings the number into the canonical unit. ``value`` decides where a scale word goes into the unit
    ("5.1 billion cubic feet" is 5.1 bcf), or ``scale``, that word ("0.9 billion cubic feet").
    """
    inverse = inverse_at(text, position) if not spelled and not currency else None
    whole = named_unit(text, position, spelled=spelled) if inverse else None
    if inverse and (whole is None or whole.end < inverse.end):
        return inverse
    simple = named_unit(text, position, spelled=spelled) or _of_warming(text, position)
    if simple is None and not currency and value is not None and 0 < value < 1:
        simple = _of_one(text, position)
    if simple and simple.unit == "ratio" and _only_often(text, position, simple):
        simple = None
    if simple and currency and simple.unit not in ("UScent", currency) and not Unit.of(simple.unit).is_money:
        simple = None  # "$5 m": the letter is a scale
    if simple is None and not currency:
        return population_after(text, position)
    simple = simple or UnitMatch(position, position, currency, _ONE)
    unit, factor = _absorb(simple.unit, simple.factor, value, scale)
    end, unit = _with_rate(text, simple.end, unit)
    return UnitMatch(simple.start, end, unit, factor)


@cache
def _warming() -> re.Pattern[str]:
    goals = alternatives(table("units")["warming"]["goals"])
    return re.compile(rf"[\s-](?P<unit>degrees?)(?=[\s-]+(?:{goals})\b)", re.IGNORECASE)


def _of_warming(text: str, position: int) -> UnitMatch | None:
    """Degrees of warming, of which nobody says the scale: "the 1.5-degree target"."""
    match = _warming().match(text, position)
    return UnitMatch(match.start("unit"), match.end(), "degC", _ONE) if match else None


def _of_one(text: str, position: int) -> UnitMatch | None:
    """The unit of a part of one: "0.3 of a percentage point"."""
    match = _OF_ONE.match(text, position)
    found = named_unit(text, match.end() - 1, spelled=True) if match else None
    if found is None or Unit.of(found.unit).is_money:
        return None
    return found._replace(unit="percentage_point") if found.unit == "percent" else found


def _only_often(text: str, position: int, found: UnitMatch) -> bool:
    """Whether the "times" at ``found`` say how often ("22 times"), the number before them ending at ``position``."""
    if not text.startswith("time", found.start) or how_often(text, found.end):
        return False
    start = position
    while start > 0 and (text[start - 1].isalnum() or text[start - 1] in ".,"):
        start -= 1
    return is_how_often(text, start, position, found.end)


def _with_rate(text: str, position: int, unit: str) -> tuple[int, str]:
    """The unit with the denominators behind it, two at most ("50 liters per person per day"), and where they end."""
    if unit == "ratio":
        often = how_often(text, position)
        return (often.end, often.unit) if often else (position, unit)
    if unit in _NO_RATE or Unit.of(unit).is_rate:
        return position, unit
    money = Unit.of(unit).is_money
    for _ in range(2):
        rate = rate_after(text, position, priced=money) or measured_after(text, position)
        rate = rate or counted_after(text, position, priced=money)
        if rate is None:
            break
        position, unit = rate.end, Unit.of(unit).over(rate.unit)
    stuff = None if Unit.of(unit).is_rate else _STUFF.match(text, position)
    rate = rate_after(text, stuff.end()) if stuff else None
    if rate:  # "780 million cubic meters of water a year"
        return position, Unit.of(unit).over(rate.unit)
    if Unit.of(unit).is_rate or not money:
        return position, unit
    aside = _ASIDE.match(text, position)
    rate = rate_after(text, aside.end(), priced=True) if aside else None
    return (position, Unit.of(unit).over(rate.unit)) if rate else _exchange_rate(text, position, unit)


def how_often(text: str, position: int) -> UnitMatch | None:
    """The time behind "four times" or "twice" that makes it how often and no multiple: "four times a week"."""
    rate = rate_after(text, position)
    return (
        UnitMatch(rate.start, rate.end, Unit.of("count").over(rate.unit), _ONE) if rate and rate.unit in TIME else None
    )


def _exchange_rate(text: str, position: int, unit: str) -> tuple[int, str]:
    """The price of one money in another: "19.26 MX$/US$"."""
    priced = _SLASH.match(text, position)
    other = named_unit(text, priced.end(), spelled=False) if priced else None
    return (other.end, Unit.of(unit).over(other.unit)) if other and Unit.of(other.unit).is_money else (position, unit)


def _absorb(unit: str, factor: Decimal, value: Decimal | None, scale: Decimal) -> tuple[str, Decimal]:
    """The unit that takes a scale word in, and the factor into it."""
    for row in table("units")["absorb"] if value is not None else ():
        if row["of"] != unit or value is None:
            continue
        if abs(value) * factor >= Decimal(row["from"]) or (value and scale * factor >= Decimal(row["from"])):
            return row["canonical"], factor / Decimal(row["size"])
    return unit, factor


def absorbed(unit: str, value: Decimal) -> Decimal:
    """A number that takes its unit from another figure, in that unit's scale: "3.25 billion" after bcf is 3.25."""
    for row in table("units")["absorb"]:
        if Unit.of(unit).head == row["canonical"] and abs(value) >= Decimal(row["from"]):
            return value / Decimal(row["size"])
    return value


def part_of(text: str, position: int) -> UnitMatch | None:
    """The unit that a fraction is a part of: "half an hour", "a quarter century", "half a percentage point"."""
    match = _PART.match(text, position)
    found = named_unit(text, match.end(), spelled=True) if match else None
    if found is None or Unit.of(found.unit).is_money or found.unit in _NO_PART:
        return None
    if text[found.end - 1] == "s" and found.unit not in _SINGULAR_S and _OF.search(match[0] if match else ""):
        return None  # "half of years": a share of several
    if text[found.end : found.end + 2] in ("'s", "’s"):
        return None  # "half of a year's income"
    end, unit = _with_rate(text, found.end, found.unit)
    return UnitMatch(found.start, end, unit, found.factor)
