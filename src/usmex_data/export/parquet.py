"""Parquet: a file a table, typed, with the meaning of each column in the schema's metadata."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from usmex_data.export.typed import TypedTable
from usmex_data.tables.fields import Field, TableMeaning

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow_schema", "parquet_files"]

_TYPES: Final = {"string": "string", "integer": "int64", "year": "int64", "number": "float64"}


def parquet_files(tables: Sequence[TypedTable]) -> dict[str, bytes]:
    """The bytes of a Parquet file for each table, by its name ``parquet/TABLE.parquet``."""
    return {f"parquet/{table.meaning.name}.parquet": _bytes(table) for table in tables}


def arrow_schema(table: TableMeaning) -> pa.Schema:
    """The Arrow schema of a table: text, int64, float64, lists of text; all but required may be null."""
    import pyarrow as pa

    return pa.schema([_field(field) for field in table.fields], metadata={"description": table.description})


def _field(field: Field) -> Any:
    import pyarrow as pa

    kind = pa.list_(pa.string()) if field.type == "list" else getattr(pa, _TYPES[field.type])()
    return pa.field(field.name, kind, nullable=not field.required, metadata={"description": field.description})


def _bytes(table: TypedTable) -> bytes:
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = arrow_schema(table.meaning)
    columns: Sequence[Sequence[Any]] = list(zip(*table.rows, strict=True)) or [()] * len(schema)
    arrays = [pa.array(column, type=field.type) for column, field in zip(columns, schema, strict=True)]
    written = io.BytesIO()
    pq.write_table(pa.Table.from_arrays(arrays, schema=schema), written, compression="zstd")
    return written.getvalue()
