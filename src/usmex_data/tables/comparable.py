"""Figures of one kind in one unit: 6.8 US cents per kWh and 104 dollars per MWh on one scale."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from usmex_data.catalogue.unit import Unit

__all__ = ["convert", "converted"]

_DIGITS: Final = 12
"""Significant digits of a converted figure: what floating point holds for sure."""


def convert(values: Any, unit: str, to: str) -> Any:
    """Values of one unit of the data in another: a number for a number, an array or a series for one.

    ``unit`` and ``to`` are ids of ``units.csv``, or rates made of them (``USD/MWh``). Raises ``UsmexDataError`` for a
    unit that there is not, and for two that measure different things: money is never changed into other money.
    """
    return Unit.of(unit).convert(values, to)


def converted(value: Decimal | None, unit: str) -> Decimal | None:
    """A figure in the comparable unit of its own, to twelve digits; as it is where that is its own."""
    to = Unit.of(unit).comparable
    if value is None or to == unit:
        return value
    return Decimal(f"{convert(float(value), unit, to):.{_DIGITS}g}")
