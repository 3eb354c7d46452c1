"""SQLite: every table in one file, with keys, and a table of links for each column that holds a list of keys."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from usmex_data.export.typed import TypedTable, Value
from usmex_data.tables.csv_format import LIST_SEPARATOR
from usmex_data.tables.fields import Field, TableMeaning

__all__ = ["SQLITE", "sqlite_file"]

SQLITE: Final = "usmex-data.sqlite"
_TYPES: Final = {"string": "TEXT", "list": "TEXT", "integer": "INTEGER", "year": "INTEGER", "number": "REAL"}


def sqlite_file(tables: Sequence[TypedTable]) -> bytes:
    """The bytes of a SQLite database of all tables.

    A list of keys stays as text in its column and stands once more in a table ``TABLE_COLUMN`` with a row a key, which
    joins. What each column means is in the table ``codebook``.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / SQLITE
        with sqlite3.connect(path) as database:
            for statement, rows in _statements(tables):
                database.executemany(statement, rows) if rows else database.execute(statement)
        database.close()
        return path.read_bytes()


def _statements(tables: Sequence[TypedTable]) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    """What makes the database: statements, each with the rows that it is run for; none, to run it once."""
    for table in tables:
        yield _create(table.meaning), []
        yield from _insert(table.meaning.name, len(table.meaning.fields), [_flat(row) for row in table.rows])
        for column, target, key in _lists(table.meaning):
            name = f"{table.meaning.name}_{column}"
            own = table.meaning.key[0]
            yield f'CREATE TABLE "{name}" ("{own}" TEXT NOT NULL, "{key}" TEXT NOT NULL {_refers(target, key)})', []
            yield from _insert(name, 2, list(_links(table, column)))
    yield "CREATE TABLE codebook (table_name TEXT, column_name TEXT, type TEXT, title TEXT, description TEXT)", []
    yield from _insert("codebook", 5, list(_codebook(tables)))


def _create(table: TableMeaning) -> str:
    single = {column: (target, key) for column, target, key in table.refers if not table.holds_lists(column)}
    columns = [_column(field, single.get(field.name)) for field in table.fields]
    keys = ", ".join(f'"{column}"' for column in table.key)
    return f'CREATE TABLE "{table.name}" ({", ".join(columns)}, PRIMARY KEY ({keys}))'


def _column(field: Field, refers: tuple[str, str] | None) -> str:
    needed = " NOT NULL" if field.required else ""
    return f'"{field.name}" {_TYPES[field.type]}{needed}{" " + _refers(*refers) if refers else ""}'


def _refers(target: str, key: str) -> str:
    return f'REFERENCES "{target}" ("{key}")'


def _insert(name: str, width: int, rows: list[tuple[Value, ...]]) -> Iterator[tuple[str, list[tuple[Value, ...]]]]:
    if rows:
        yield f'INSERT INTO "{name}" VALUES ({", ".join("?" * width)})', rows  # noqa: S608 - names of fields.toml


def _flat(row: tuple[Value, ...]) -> tuple[Value, ...]:
    return tuple(LIST_SEPARATOR.join(value) if isinstance(value, tuple) else value for value in row)


def _lists(table: TableMeaning) -> list[tuple[str, str, str]]:
    return [refer for refer in table.refers if table.holds_lists(refer[0])]


def _links(table: TypedTable, column: str) -> Iterator[tuple[Value, ...]]:
    at, own = table.meaning.columns.index(column), table.meaning.columns.index(table.meaning.key[0])
    for row in table.rows:
        value = row[at]
        yield from ((row[own], each) for each in (value if isinstance(value, tuple) else ()))


def _codebook(tables: Sequence[TypedTable]) -> Iterator[tuple[Value, ...]]:
    for table in tables:
        for field in table.meaning.fields:
            yield table.meaning.name, field.name, field.type, field.title, field.description
