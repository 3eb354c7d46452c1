"""A unit as a value: its parts, what it measures, how it is written in prose, and what it converts into."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, Final

from usmex_data.catalogue import table
from usmex_data.catalogue.registry import units
from usmex_data.errors import UsmexDataError

from ..language import table as words

__all__ = ["Unit"]

_MONEY: Final = re.compile(r"\[[A-Z]{3}\]")
_BULK: Final = frozenset({"[volume]", "[mass]"})
_SHARES: Final = frozenset({"percent", "percentage_point"})
_RELATIVE: Final = _SHARES | {"basis_point", "ratio"}
_POWERS: Final = {2: "square_", 3: "cubic_"}


@dataclass(frozen=True)
class Unit:
    """A unit by its name: ``percent``, ``USD/MWh``, ``USD/person/year``; the empty name is no unit.

    Data holds names; this says what a name means, so that nobody takes one apart. Use :meth:`of`, which keeps them.
    """

    name: str

    @staticmethod
    @cache
    def of(name: str) -> Unit:
        """The unit of a name, one object a name. A name that is not declared is a unit of no dimension."""
        return Unit(name)

    # --- parts -----------------------------------------------------------------------------------------------------

    @cached_property
    def parts(self) -> tuple[str, ...]:
        """Numerator and denominators: ``("USD", "person", "year")``."""
        return tuple(self.name.split("/"))

    @property
    def head(self) -> str:
        """The numerator: ``USD`` of ``USD/MWh``."""
        return self.parts[0]

    @property
    def per(self) -> str:
        """The denominators, as they are written: ``MWh``, ``person/year``; empty where it is no rate."""
        return "/".join(self.parts[1:])

    @property
    def is_rate(self) -> bool:
        """Whether it is an amount per something."""
        return len(self.parts) > 1

    def with_head(self, head: str) -> str:
        """The name of the same rate of another numerator: ``CAD/hour`` for ``USD/hour``."""
        return "/".join((head, *self.parts[1:]))

    def over(self, denominator: str) -> str:
        """The name of this unit per another: ``USD/MWh``."""
        return f"{self.name}/{denominator}"

    def raised(self, power: int) -> str:
        """The name of it to a power, as a denominator: ``square_meter``, ``second/second``."""
        whole = f"{_POWERS.get(power, '')}{self.name}"
        return whole if power == 1 or whole in table("units")["unit"] else "/".join([self.name] * power)

    def is_rate_of(self, name: str) -> bool:
        """Whether this is a rate of the unit named: ``USD/hour`` of ``USD``."""
        return self.name.startswith(f"{name}/")

    # --- what it measures ------------------------------------------------------------------------------------------

    @cached_property
    def dimensions(self) -> tuple[str, ...]:
        """The dimension of each part, as ``units.toml`` has it; empty for a part that is not declared."""
        declared = table("units")["unit"]
        return tuple(str(declared[part]["dimension"]) if part in declared else "" for part in self.parts)

    @cached_property
    def in_money(self) -> bool:
        """Whether its numerator is money: ``USD``, ``UScent/kWh``."""
        return _MONEY.fullmatch(self.dimensions[0]) is not None

    @property
    def is_money(self) -> bool:
        """Whether it is money and no rate."""
        return self.in_money and not self.is_rate

    @property
    def is_share(self) -> bool:
        """Whether its numerator is percent or percentage points."""
        return self.head in _SHARES

    @property
    def is_relative(self) -> bool:
        """Whether it says how much of something else: a share, basis points, a ratio."""
        return self.head in _RELATIVE

    @property
    def is_temperature(self) -> bool:
        """Whether it is degrees, of a scale or of none."""
        return self.name == "degree" or self.dimensions[0] == "[temperature]"

    @property
    def is_bulk(self) -> bool:
        """Whether it is an amount of something by volume or mass."""
        return not self.is_rate and self.dimensions[0] in _BULK

    @cached_property
    def is_flow(self) -> bool:
        """Whether it is an amount per time."""
        return self.is_rate and self.dimensions[-1] == "[time]"

    @cached_property
    def scale(self) -> int:
        """How many of its base unit one is, where it is named with a scale: 10**9 for ``bcf``; else 1."""
        sizes = {row["canonical"]: int(row["size"]) for row in words("units")["absorb"]}
        return sizes.get(self.head, 1)

    # --- in words --------------------------------------------------------------------------------------------------

    def label(self, number: str = "2", *, long: bool = False) -> str:
        """What follows a number in prose, its blank with it: ``%``, `` people``; ``long`` is without jargon."""
        prose = table("units")["prose"]
        if long and self.head in prose["long"]:
            return str(prose["long"][self.head])
        if self.head in prose["after"]:
            return str(prose["after"][self.head])
        plural = "s" if self.head in prose["plural"] and number != "1" else ""
        return f" {self.head}{plural}" if self.head else ""

    def row(self) -> dict[str, str]:
        """Title, definition, dimension and pint's notation; those of a rate that is not declared are composed.

        Raises :class:`~usmex_data.errors.UsmexDataError` for a unit that ``units.toml`` declares neither in whole nor
        by its parts.
        """
        declared: dict[str, Any] = table("units")["unit"]
        if self.name in declared:
            return {key: str(declared[self.name][key]) for key in ("title", "definition", "dimension", "pint")}
        if not self.is_rate or any(part not in declared for part in self.parts):
            raise UsmexDataError(
                f"there is no unit {self.name!r}", where="units.toml", remedy="declare it there, and in pint_units.txt"
            )
        above, *below = (declared[part] for part in self.parts)
        return {
            "title": " per ".join([above["title"], *(part["one"] for part in below)]),
            "definition": " ".join([above["definition"], *(f"Per {part['one']}." for part in below)]),
            "dimension": " / ".join([above["dimension"], *(part["dimension"] for part in below)]),
            "pint": " / ".join([above["pint"], *(part["pint"] for part in below)]),
        }

    # --- conversion ------------------------------------------------------------------------------------------------

    @cached_property
    def comparable(self) -> str:
        """The unit in which figures of it stand beside others of their kind; its own where nothing is like it.

        By ``units.toml``, ``comparable``. Money for time (a wage, a yearly sum) stays as stated: an hour of work is no
        hour of the calendar.
        """
        known = table("units")["comparable"]
        if self.name in known["rate"]:
            return str(known["rate"][self.name])
        if "" in self.dimensions or (self.in_money and "[time]" in self.dimensions[1:]):
            return self.name
        return "/".join(
            known["unit"].get(part) or known["dimension"].get(dimension, part)
            for part, dimension in zip(self.parts, self.dimensions, strict=True)
        )

    def convert(self, values: Any, to: str) -> Any:
        """Values of this unit in another: a number for a number, an array or a series for one.

        Raises :class:`~usmex_data.errors.UsmexDataError` for a unit that there is not, and for two that measure
        different things: money is never changed into other money. pint is loaded when this is first called.
        """
        own, other = self.row()["pint"], Unit.of(to).row()["pint"]
        from pint import DimensionalityError

        try:
            return units().Quantity(values, own).to(other).magnitude
        except DimensionalityError:
            raise UsmexDataError(
                f"{self.name} cannot be converted to {to}",
                remedy="choose two units of one dimension; units.csv has the dimension of each",
            ) from None
