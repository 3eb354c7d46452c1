"""Figures with an interval in brackets between them and their scale or unit: "1.2 (0.9–1.6) million deaths"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from .quantity import Quantity
from .unit_names import UnitMatch
from .units import unit_after

__all__ = ["with_intervals"]

_OPENED = re.compile(r"\s?[(\[]\s?(?:\0+[:,]?\s?)?")
_CLOSED = re.compile(r"\s?[)\]](?=\s)")


def with_intervals(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures, with the scale or unit behind an interval in brackets given to the interval and to its figure."""
    read, done = list(figures), list[Quantity]()
    while len(read) > 1:
        first, interval, *rest = read
        closed = _CLOSED.match(text, interval.end) if _is_interval(text, first, interval) else None
        pair = _scaled(first, interval, rest[0], closed.end()) if closed and rest else None
        if pair:
            done += pair
            read = rest[1:]
            continue
        unit = unit_after(text, closed.end(), spelled=False, value=first.value) if closed and not first.unit else None
        if unit:
            done += [_in_unit(first, unit), replace(_in_unit(interval, unit), end=unit.end)]
            read = rest
        else:
            done.append(first)
            read = read[1:]
    return done + read


def _is_interval(text: str, first: Quantity, interval: Quantity) -> bool:
    """Whether the second figure is a bare range in brackets straight behind the first, which has no scale yet."""
    bare = interval.modifier == "range" and interval.end == interval.number_end
    return (
        bare
        and first.value is not None
        and first.scale == 1
        and bool(_OPENED.fullmatch(text, first.end, interval.start))
    )


def _scaled(first: Quantity, interval: Quantity, scale: Quantity, position: int) -> list[Quantity] | None:
    """A figure and its interval with the bare scale word at ``position`` and the unit behind that."""
    bare = scale.spelled and scale.scale > 1 and scale.value == scale.scale * scale.factor
    if not bare or scale.start != position + 1:
        return None
    unit = UnitMatch(scale.number_end, scale.end, first.unit or scale.unit, scale.scale * scale.factor)
    named, ranged = (replace(_in_unit(figure, unit), scale=scale.scale) for figure in (first, interval))
    return [named, replace(ranged, end=scale.end)]


def _in_unit(figure: Quantity, unit: UnitMatch) -> Quantity:
    """The figure in a unit that stands further behind."""

    def times(value: Decimal | None) -> Decimal | None:
        return None if value is None else value * unit.factor

    return replace(
        figure, unit=unit.unit, value=times(figure.value), low=times(figure.low), high=times(figure.high),
        unit_inferred=True,
    )  # fmt: skip
