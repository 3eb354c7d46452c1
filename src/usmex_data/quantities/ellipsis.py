"""Units, scales and hedges that a list or comparison names once: "5, 6 and 7 kg", "34.9 points in Mexico, 12.6 …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .disambiguation import disambiguate
from .hedges import combined, hedged
from .intervals import with_intervals
from .quantity import Quantity
from .ranges import bounded, is_between, link, ranged
from .units import TIME, absorbed

__all__ = ["complete"]

_REACH = 160
"""How far behind a figure its unit may still hold for another, in characters."""
_FAR = 60
"""From this distance, a unit that a figure takes from another is in doubt."""
_SHARES = ("percent", "percentage_point")
_CERTAIN = re.compile(r"\s?[(;,]\s?\0+[:,]?\s?")
"""Before an interval of confidence, whose "95% CI" is taken out: it has the unit of the figure before."""
_LABELLED = re.compile(r"\s?[(;,]\s?(?:[A-Za-z-]+\s){0,2}[A-Za-z-]+:\s?")
"""Before a figure that a label in parentheses leads in: "62.1 years (women: 64.6; men: 59.6)"."""
_ENDS = ("dash", "to")
_COUNTS = 1000
"""From here on a bare number beside a share is a count: "grew by 40,000, or 2 percent"."""
_NEAR_SIZES = 20
"""Figures of one scale are not further apart than so many times."""
_SMALL = 12
"""Spelled numbers up to this count things of their own ("three firms"), they share no unit."""


def complete(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a sentence with ranges made one, shared units and scales filled in, and hedges read."""
    named = disambiguate(text, figures)
    ranges = ranged(text, _backwards(text, named))
    return bounded(text, _all_hedged(text, _forwards(text, with_intervals(text, ranges))))


# ----------------------------------------------------------------------------- from the last member to the first
def _backwards(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """Units and scales that stand behind the last member of a list or range: "5, 6 and 7 kg", "$3.5-4 billion"."""
    shared = list(figures)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        name = link(text[first.end : second.start])
        if name and (_may_give(text, first, second, name) or _may_scale(text, first, second, name)):
            shared[index] = _given(text, first, second, name)
    return shared


def _may_give(text: str, first: Quantity, second: Quantity, name: str) -> bool:
    """Whether a figure may take the unit behind the next; not where "or" says the same at another rate."""
    blurred = first.kind == "vague" and first.modifier == "approx" and name in (*_ENDS, "or")
    if (first.kind != "cardinal" and not blurred) or second.kind not in ("cardinal", "vague"):
        return False
    if first.value is None or second.value is None:
        return False
    if not first.unit:
        return not _is_count_beside(first, second)
    rated = Unit.of(second.unit).is_rate_of(first.unit) and not _restated(text, first, second)
    return bool(second.unit) and (second.unit == first.unit or rated)


def _is_count_beside(figure: Quantity, share: Quantity) -> bool:
    """Whether a bare number beside a share is too large to be one."""
    return share.unit in _SHARES and (figure.scale > 1 or abs(_size(figure)) >= _COUNTS)


def _restated(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether a comma and "or" say an amount again in other terms: "£541 a week, or £13.93 an hour"."""
    between = text[first.end : second.start]
    return "," in between and link(between.replace(",", "")) == "or"


def _may_scale(text: str, first: Quantity, second: Quantity, name: str) -> bool:
    """Whether two ends of a range share the scale, with the money before the first: "$3.5-4 billion"."""
    if name not in _ENDS and not is_between(text, first):
        return False
    plain = first.kind == second.kind == "cardinal"
    return plain and second.scale > 1 and not second.unit and Unit.of(first.unit).is_money


def _given(text: str, first: Quantity, second: Quantity, name: str) -> Quantity:
    """The first figure with the second's unit and, where it has none of its own, its scale."""
    value = first.value or Decimal(0)
    scale, unsure = Decimal(1), False
    if first.scale == 1 and second.scale != 1 and abs(value) < 1000 and not _is_word_list(text, first, second):
        scale, unsure = _shared_scale(text, first, second, name)
    factor = second.factor if not first.unit else Decimal(1)
    unit = second.unit or first.unit
    given = replace(first, unit=unit, value=value * scale * factor, scale=max(first.scale, scale), factor=factor)
    return given.doubted("scale_shared") if unsure else given


def _shared_scale(text: str, first: Quantity, second: Quantity, name: str) -> tuple[Decimal, bool]:
    """The scale that a figure shares with the next, and whether that is in doubt.

    The ends of a range go up: "$300 to $6 million" begins at 300 dollars, "$3 to $6 million" at three million. Of what
    went down, or is listed, the sizes must be near: "fell from $9 to $6 million".
    """
    times = abs(first.value or Decimal(0)) * second.scale / abs(second.value or Decimal(1))
    between = is_between(text, first)
    if times <= 1 and (name in _ENDS or between):
        return second.scale, False
    if times > _NEAR_SIZES or between:
        return Decimal(1), False
    signed = Unit.of(first.unit).is_money and first.start < first.number_start and name not in _ENDS
    return second.scale, times > 1 and (signed or name in _ENDS)


def _is_word_list(text: str, first: Quantity, second: Quantity) -> bool:
    """Whether numbers in words stand in a list, each for itself: "ten, twenty million"."""
    return first.spelled and "," in text[first.end : second.start]


# ----------------------------------------------------------------------------- from the first member to the last
@cache
def _compared() -> re.Pattern[str]:
    """What compares a figure with the one before: a comma or a word of comparison, a few words from it at most."""
    words = table("series")["between"]
    return re.compile(
        rf"(?:,|\b(?:{alternatives(words['compare'])})\b)[^,]{{0,24}}\Z"
        rf"|\b(?:{alternatives(words['set_against'])})\b[^,;]{{0,48}}\Z"
    )


@cache
def _priced() -> re.Pattern[str]:
    """What gives a price the rate of the price before: "with a low of"."""
    return re.compile(rf"\b(?:{alternatives(table('series')['between']['price'])})\s+\Z")


@cache
def _reached() -> re.Pattern[str]:
    """What leads from one price to the next, which is at the same rate: "from $80 a ton to below $14"."""
    return re.compile(rf",?\s+(?:{alternatives(table('series')['between']['to'])})\s+(?:[\w-]+\s+){{0,3}}")


@cache
def _stored() -> re.Pattern[str]:
    """What speaks of a stock, a sum or a product between two figures, which then share no rate."""
    return re.compile(rf"[=×]|\b(?:{alternatives(table('series')['stock']['words'])})\b")


@cache
def _bare_after() -> re.Pattern[str]:
    """What may follow a figure that has no unit of its own and stands for one named before."""
    words = alternatives(table("series")["bare"]["after"])
    return re.compile(rf"\s*(?:$|[,.;:)\]—–]|(?:{words}|\0)(?!\w))")


def _forwards(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """Units that stand with the first member: "34.9 percentage points in Mexico, 12.6 in the U.S."."""
    shared: list[Quantity] = []
    last: Quantity | None = None
    for figure in figures:
        shared.append(_taking(text, last, figure) if last is not None and figure.kind == "cardinal" else figure)
        if figure.kind not in ("cardinal", "vague", "fraction") or figure.unit == "ratio" or figure.disposition:
            continue
        if shared[-1].unit:
            last = shared[-1]
        elif last is not None and last.unit in _SHARES:
            last = None  # what follows a count belongs to it: "60 percent … from 12 seats to 45"
    return shared


def _taking(text: str, last: Quantity, figure: Quantity) -> Quantity:
    """The figure with what it may take of the unit before it."""
    between = text[last.end : figure.start]
    if len(between) > _REACH:
        return figure
    compared = bool(_compared().search(between))
    if not figure.unit:
        if _is_count_beside(figure, last):
            return figure
        led_in = _CERTAIN.fullmatch(between) or _LABELLED.fullmatch(between)
        taken = led_in or (compared and _may_take(text, last, figure, between))
        if not taken or (last.unit == "percent" and not led_in and _is_whole_hundred(figure)):
            return figure
        carried = _with_unit(last, figure)
        return carried.doubted("unit_carried") if len(between) > _FAR and not led_in else carried
    if figure.unit == "index_point" and last.unit in _SHARES:
        return replace(figure, unit="percentage_point")
    unit = Unit.of(last.unit)
    rated = unit.is_rate_of(figure.unit) and not _stored().search(between)
    steady = unit.is_flow or (Unit.of(last.unit).per == "share" and figure.scale == last.scale == 1)
    if rated and ((compared and steady) or _priced().search(between) or _reached().fullmatch(between)):
        carried = replace(figure, unit=last.unit, unit_inferred=True)
        return carried.doubted("unit_carried") if len(between) > _FAR else carried
    return figure


def _is_whole_hundred(figure: Quantity) -> bool:
    """Whether a figure is a whole number from 100, seldom a share: "the 5% increase lifted it to 105"."""
    return figure.value is not None and figure.value >= 100 and figure.value == figure.value.to_integral_value()


def _may_take(text: str, last: Quantity, figure: Quantity, between: str) -> bool:
    if ";" in between or not _bare_after().match(text, figure.end):
        return False
    if figure.spelled and abs(_size(figure)) <= _SMALL and Unit.of(last.unit).head not in _SHARES:
        return False
    decimal = figure.value is not None and figure.value != figure.value.to_integral_value()
    return last.unit not in TIME or decimal or link(between) in ("list", "or", "to")


def _size(figure: Quantity) -> Decimal:
    return figure.value if figure.value is not None else figure.high or Decimal(0)


def _with_unit(last: Quantity, figure: Quantity) -> Quantity:
    """The figure with the unit of the one before; a range takes it for both ends."""

    def scaled(value: Decimal | None) -> Decimal | None:
        return None if value is None else absorbed(last.unit, value)

    return replace(
        figure,
        unit=last.unit,
        value=scaled(figure.value),
        low=scaled(figure.low),
        high=scaled(figure.high),
        unit_inferred=True,
    )


# ---------------------------------------------------------------------------------------------------------- hedges
def _all_hedged(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures with the hedges that stand beside them; one hedge holds for a list of figures of one unit."""
    done: list[Quantity] = []
    for index, figure in enumerate(figures):
        floor = done[-1].end if done else 0
        ceiling = figures[index + 1].start if index + 1 < len(figures) else len(text)
        found = hedged(text, figure, floor, ceiling)
        if not found.hedge and done and _carries(text, done[-1], found):
            found = replace(found, hedge=done[-1].hedge, modifier=combined(done[-1].modifier, found))
        done.append(found)
    return done


def _carries(text: str, before: Quantity, figure: Quantity) -> bool:
    """Whether the hedge of the figure before holds for this one: a list or an "or" of figures, no new noun between."""
    if not before.hedge or before.modifier == "range" or figure.kind in ("rank", "ordinal", "multiplier"):
        return False
    if figure.disposition:
        return False
    between = text[before.end : figure.start]
    if between.strip() == "(" and before.unit and figure.unit and _same_kind(before.unit, figure.unit):
        return True  # the same amount in another unit: "110 °F or more (43.3 °C)"
    name = link(between)
    return name == "or" or (name in ("list", "and") and before.unit == figure.unit and bool(figure.unit))


def _same_kind(unit: str, other: str) -> bool:
    """Whether two units measure the same thing and are not the same, by the kinds of units.toml."""
    kinds = _kinds()
    return unit != other and unit in kinds and kinds[unit] == kinds.get(other) and kinds[unit] in _CONVERTED


@cache
def _kinds() -> dict[str, str]:
    return {entry["canonical"]: entry["kind"] for entry in table("units")["unit"] if "kind" in entry}


_CONVERTED = frozenset({"temperature", "length", "area", "volume", "mass", "speed"})
