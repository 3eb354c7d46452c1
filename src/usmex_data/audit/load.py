"""claims.csv and quantities.csv read back as the rows that they were written from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

from ..claims.model import Claim, QuantityRow
from ..tables.fields import meanings
from ..tables.load import table_rows
from ..tables.rows import LIST_SEPARATOR

__all__ = ["load_rows", "rows_of"]

_Row = TypeVar("_Row", Claim, QuantityRow)
_DECIMALS: Final = frozenset({"value", "value_low", "value_high"})
_INTEGERS: Final = frozenset({"start", "end", "quote_start", "quote_end"})
_LISTS: Final = frozenset({"inferred"})


def load_rows(root: Path) -> tuple[tuple[Claim, ...], tuple[QuantityRow, ...]]:
    """The rows of both tables of a built corpus. Raises ``UsmexDataError`` where they are not built yet."""
    known = meanings()
    return (
        rows_of(Claim, table_rows(known["claims"], root)),
        rows_of(QuantityRow, table_rows(known["quantities"], root)),
    )


def rows_of(kind: type[_Row], written: Iterable[Sequence[str]]) -> tuple[_Row, ...]:
    """Written rows, every cell a string, as values of their kind."""
    names = [field.name for field in fields(kind)]
    return tuple(kind(**{name: _cell(name, cell) for name, cell in zip(names, row, strict=True)}) for row in written)


def _cell(name: str, cell: str) -> Any:
    if name in _DECIMALS:
        return Decimal(cell) if cell else None
    if name in _INTEGERS:
        return int(cell)
    if name in _LISTS:
        return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
    return cell
