"""Figures of one kind in one unit: 6.8 US cents per kWh and 104 dollars per MWh on one scale."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, Final

from usmex_data.catalogue import table
from usmex_data.catalogue.registry import units
from usmex_data.errors import UsmexDataError
from usmex_data.tables.reference import unit_row

__all__ = ["comparable_unit", "convert", "converted"]

_MONEY: Final = re.compile(r"\[[A-Z]{3}\]")
_DIGITS: Final = 12
"""Significant digits of a converted figure: what floating point holds for sure."""


def convert(values: Any, unit: str, to: str) -> Any:
    """Values of one unit of the data in another: a number for a number, an array or a series for one.

    ``unit`` and ``to`` are ids of ``units.csv``, or rates made of them (``USD/MWh``). Raises ``UsmexDataError`` for a
    unit that there is not, and for two that measure different things: money is never changed into other money.
    """
    from pint import DimensionalityError

    registry = units()
    try:
        return registry.Quantity(values, _notation(unit)).to(_notation(to)).magnitude
    except DimensionalityError:
        raise UsmexDataError(
            f"{unit} cannot be converted to {to}",
            remedy="choose two units of one dimension; units.csv has the dimension of each",
        ) from None


def _notation(unit: str) -> str:
    return str(unit_row(unit)["pint"])


@cache
def comparable_unit(unit: str) -> str:
    """The unit in which figures of a unit stand beside others of their kind; the unit itself where nothing is like it.

    By ``units.toml``, ``comparable``. Money for time (a wage, a yearly sum) stays as stated: an hour of work is not an
    hour of the calendar.
    """
    said: dict[str, Any] = table("units")
    known, whole = said["unit"], said["comparable"]["rate"]
    if unit in whole:
        return str(whole[unit])
    parts = unit.split("/")
    if any(part not in known for part in parts):
        return unit
    dimensions = [str(known[part]["dimension"]) for part in parts]
    if _MONEY.fullmatch(dimensions[0]) and "[time]" in dimensions[1:]:
        return unit
    by_unit, by_dimension = said["comparable"]["unit"], said["comparable"]["dimension"]
    return "/".join(
        by_unit.get(part) or by_dimension.get(dimension, part)
        for part, dimension in zip(parts, dimensions, strict=True)
    )


def converted(value: Decimal | None, unit: str) -> Decimal | None:
    """A figure in the unit that :func:`comparable_unit` names, to twelve digits; as it is where that is its own."""
    to = comparable_unit(unit)
    if value is None or to == unit:
        return value
    return Decimal(f"{convert(float(value), unit, to):.{_DIGITS}g}")
