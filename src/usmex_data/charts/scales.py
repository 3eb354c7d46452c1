"""How a unit is written on an axis."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final

from usmex_data.catalogue.unit import Unit
from usmex_data.charts.claim_rows import Row
from usmex_data.errors import UsmexDataError

__all__ = ["common_unit", "tick_formatter"]

_SCALES: Final = ((1e12, " trillion"), (1e9, " billion"), (1e6, " million"))
_FORMS: Final = {"percent": "{}%", "ratio": "{}×", "UScent/kWh": "{}¢", "degC": "{} °C", "rank": "no. {}"}


def common_unit(rows: Iterable[Row]) -> str:
    """The one unit of the rows.

    Raises :class:`~usmex_data.errors.UsmexDataError` for rows of several: they have no scale in common.
    """
    units = {row.unit: row.claim_id for row in rows}
    if len(units) != 1:
        raise UsmexDataError(
            "these rows have no scale in common: " + ", ".join(f"{unit} ({at})" for unit, at in units.items()),
            remedy="draw them in panels of their own, or convert them by a calculation",
        )
    return next(iter(units))


def tick_formatter(unit: str) -> Callable[[float, object], str]:
    """A function that writes a value as an axis of ``unit`` does: ``40%``, ``$16``, ``260,000``, ``$1.5 billion``."""

    def write(value: float, _position: object = None) -> str:
        number, scale = _scaled(abs(value))
        sign = "−" if value < 0 else ""
        if Unit.of(unit).head == "USD":
            return f"{sign}${number}{scale}"
        return sign + _FORMS.get(unit, "{}").format(number) + scale

    return write


def _scaled(value: float) -> tuple[str, str]:
    for size, name in _SCALES:
        if value >= size:
            return f"{value / size:.6g}", name
    return (f"{value:,.0f}" if value >= 1000 else f"{value:.6g}"), ""
