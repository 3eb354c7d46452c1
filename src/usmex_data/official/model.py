"""A row of ``data/record/official.csv`` as a value."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any, Final

from usmex_data.tables.csv_format import LIST_SEPARATOR

__all__ = ["Official", "official_of"]

_DECIMALS: Final = frozenset({"value", "precision"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Official:
    """A figure of one period and one vintage; the fields are the columns of ``official.csv``, as fields.toml has them.

    ``value`` and ``precision`` are ``None`` where the row is a date or a range in words. The size of a decrease is a
    positive ``value`` with ``change`` ``decrease``, as in claims.csv.
    """

    official_id: str
    indicator: str
    title: str
    category: str
    geography: str
    partner: str
    period: str
    value: Decimal | None
    unit: str
    change: str
    precision: Decimal | None
    status: str
    definition: str
    publisher: str
    series_or_table: str
    address: str
    read_in: str
    read_on: str
    readings: int
    released: str
    origin: str
    licence: str
    derivation: str
    claim_ids: tuple[str, ...]

    @property
    def second_hand(self) -> bool:
        """Whether it was read where others report, quote or copy it."""
        return self.origin == "second_hand"


def official_of(cells: Mapping[str, str]) -> Official:
    """The row that cells describe, each as written; the cells must be sound."""
    return Official(**{field.name: _value(field.name, cells[field.name]) for field in fields(Official)})


def _value(name: str, cell: str) -> Any:
    if name in _DECIMALS:
        return Decimal(cell) if cell else None
    if name == "readings":
        return int(cell)
    if name == "claim_ids":
        return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
    return cell
