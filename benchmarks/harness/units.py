"""Units of the gold, of ours and of the peers made comparable, with the package's registry of pint."""

from __future__ import annotations

import math
import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from usmex_data.catalogue.registry import units as registry

__all__ = ["Unit", "contract_unit", "peer_unit", "plain", "same_amount", "scale_of"]

_TABLE = tomllib.loads((Path(__file__).parent / "units.toml").read_text(encoding="utf-8"))
_POWER = re.compile(r"^(square|cubic) (.+)$")


@dataclass(frozen=True, slots=True)
class Unit:
    """What a unit measures, how many base units it is, and its expression in pint."""

    dimension: tuple[tuple[str, float], ...]
    factor: float
    expression: str
    share: bool = False

    def convertible(self, other: Unit) -> bool:
        """Whether both measure the same: a share of a hundred and a plain number do not."""
        return self.dimension == other.dimension and self.share == other.share

    def equals(self, other: Unit) -> bool:
        """Whether both are one unit under whatever name."""
        return self.convertible(other) and math.isclose(self.factor, other.factor, rel_tol=1e-3)


@cache
def _catalogue() -> dict[str, str]:
    text = (files("usmex_data.catalogue") / "units.toml").read_text(encoding="utf-8")
    return {name: entry["pint"] for name, entry in tomllib.loads(text)["unit"].items()}


@cache
def _unit(expression: str) -> Unit | None:
    try:
        base: Any = registry().Quantity(registry().parse_expression(expression or "dimensionless")).to_base_units()
    except Exception:  # noqa: BLE001 - pint raises many kinds for a name that it does not know
        return None
    dimension = tuple(sorted((str(name), float(power)) for name, power in base.dimensionality.items()))
    share = bool(set(re.findall(r"\w+", expression)) & set(_TABLE["plain"]["shares"]))
    return Unit(dimension, float(base.magnitude), expression, share)


@cache
def contract_unit(name: str) -> Unit | None:
    """The unit that a name of the data contract means, the gold's older spellings too; None for an unknown one."""
    catalogue, gold = _catalogue(), _TABLE["gold"]
    parts = [f"({gold.get(part) or catalogue.get(part, part)})" for part in name.split("/")]
    return _unit(" / ".join(parts)) if name else _unit("")


def _peer_part(name: str) -> str:
    name = name.strip()
    if name in _TABLE["names"]:
        return str(_TABLE["names"][name])
    power = _POWER.match(name)
    if power:
        return f"({_peer_part(power[2])}) ** {2 if power[1] == 'square' else 3}"
    return name.replace(" ", "_").replace("-", "_")


@cache
def peer_unit(name: str) -> Unit | None:
    """The unit that a peer's name means, by the table and then by pint; None for one that neither knows."""
    name = name.lower().strip()
    if name in _TABLE["names"]:
        return _unit(_TABLE["names"][name])
    parts = re.split(r"\bper\b| / ", name)
    expression = " / ".join(f"({_peer_part(part) or 1})" for part in parts)
    return _unit(expression)


@cache
def plain(unit: Unit) -> Unit:
    """The unit as one sees it who has no word for people, ranks or emissions."""
    dropped, mass = _TABLE["plain"]["dropped"], _TABLE["plain"]["mass"]
    kept: dict[str, float] = {}
    for name, power in unit.dimension:
        if name not in dropped:
            known = "[mass]" if name in mass else name
            kept[known] = kept.get(known, 0) + power
    # A ton of CO2 counts one in its dimension; as a mass it is a thousand kilograms.
    tons = sum(power for name, power in unit.dimension if name in mass)
    return Unit(tuple(sorted(kept.items())), unit.factor * 1000**tons, unit.expression, unit.share)


def scale_of(name: str) -> float:
    """The scale that a contract unit's name holds (1e9 for ``bcf/day``) and a peer puts into the figure."""
    return float(_TABLE["plain"]["scales"].get(name.split("/", maxsplit=1)[0], 1.0))


def same_amount(value: float, unit: Unit, other_value: float, other: Unit) -> bool:
    """Whether two figures are one amount once converted; within a thousandth, which is what fractions are given to."""
    if unit.dimension != other.dimension:
        return False
    if {unit.expression, other.expression} & {"degC", "degF", "(degC)", "(degF)"}:
        quantity, compared = (
            registry().Quantity(value, unit.expression),
            registry().Quantity(other_value, other.expression),
        )
        return math.isclose(quantity.to("kelvin").magnitude, compared.to("kelvin").magnitude, rel_tol=1e-4)
    return math.isclose(value * unit.factor, other_value * other.factor, rel_tol=1e-3)
