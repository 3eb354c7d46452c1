"""A table with its cells as values: what every form but CSV can hold, read once from the CSVs for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import LIST_SEPARATOR
from usmex_data.tables.fields import TableMeaning, meanings
from usmex_data.tables.load import table_rows

__all__ = ["TypedTable", "Value", "typed_tables"]

Value = str | int | float | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class TypedTable:
    """What a table and its columns mean, and its rows with one value a column; ``None`` is not stated."""

    meaning: TableMeaning
    rows: tuple[tuple[Value, ...], ...]


def typed_tables(root: Path) -> tuple[TypedTable, ...]:
    """Every table of ``data/clean`` under ``root``, in the order of the descriptor.

    Raises ``UsmexDataError`` for a table that is not built, and for a cell that is not of its column's type.
    """
    return tuple(_typed(table, root) for table in meanings().values())


def _typed(table: TableMeaning, root: Path) -> TypedTable:
    types = [field.type for field in table.fields]
    try:
        rows = tuple(tuple(map(_value, types, row)) for row in table_rows(table, root))
    except ValueError as error:
        raise UsmexDataError(
            f"a cell is not of its column's type: {error}", where=f"{table.name}.csv", remedy="build the tables anew"
        ) from None
    return TypedTable(table, rows)


def _value(kind: str, cell: str) -> Value:
    if not cell:
        return None
    if kind in {"integer", "year"}:
        return int(cell)
    if kind == "number":
        return float(cell)
    return tuple(cell.split(LIST_SEPARATOR)) if kind == "list" else cell
