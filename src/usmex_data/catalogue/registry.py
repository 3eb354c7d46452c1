"""The units of the data as pint knows them, for whoever converts or adds figures up."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pint import UnitRegistry

__all__ = ["units"]


@cache
def units() -> UnitRegistry[Any]:
    """The registry of pint with every unit of the data on top of its own; one a process.

    ``units()("5.1 bcf/day").to("m**3/day")``. Currencies, persons and vehicles are dimensions of their own: what
    cannot be converted raises pint's ``DimensionalityError``.
    """
    from pint import UnitRegistry

    # A barrel here is the 42 gallons of oil, not pint's 31.5: its redefinition is meant.
    registry: UnitRegistry[Any] = UnitRegistry(on_redefinition="ignore")
    definitions = (files(__package__) / "pint_units.txt").read_text(encoding="utf-8")
    registry.load_definitions(definitions.splitlines())
    return registry
