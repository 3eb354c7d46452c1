"""Excel: one workbook with a sheet a table, numbers as numbers, text as text, heads frozen, the codebook in front."""

from __future__ import annotations

import datetime as dt
import io
from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from usmex_data.export.typed import TypedTable, Value
from usmex_data.tables.csv_format import LIST_SEPARATOR
from usmex_data.tables.fields import package
from usmex_data.version import __version__

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

__all__ = ["WORKBOOK", "workbook_file"]

WORKBOOK: Final = "usmex-data.xlsx"
_WIDEST: Final = 60
_MADE: Final = dt.datetime(2000, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)
"""Stands where a workbook says when it was made, so that the same tables are the same bytes."""
# Nothing in a cell is run or guessed at: "=1+1", "50-50" and "2019-04" are text as they stand.
_OPTIONS: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


def workbook_file(tables: Sequence[TypedTable]) -> bytes:
    """The bytes of a workbook: a sheet ``about``, a sheet ``codebook``, and a sheet a table."""
    from xlsxwriter.workbook import Workbook

    written = io.BytesIO()
    with Workbook(written, _OPTIONS) as book:
        book.set_properties({"title": package()["title"], "created": _MADE})
        formats = (book.add_format({"bold": True, "text_wrap": False}), book.add_format({"num_format": "@"}))
        _sheet(book, "about", ("what", "is"), _about(tables), formats)
        _sheet(book, "codebook", ("table", "column", "type", "title", "description"), _codebook(tables), formats)
        for table in tables:
            _sheet(book, table.meaning.name, table.meaning.columns, table.rows, formats)
    return written.getvalue()


def _sheet(
    book: Workbook,
    name: str,
    columns: Sequence[str],
    rows: Sequence[Sequence[Value]],
    formats: tuple[Format, Format],
) -> None:
    head, text = formats
    sheet = book.add_worksheet(name)
    sheet.freeze_panes(1, 1)
    sheet.write_row(0, 0, columns, head)
    for number, row in enumerate(rows, start=1):
        for at, value in enumerate(row):
            _write(sheet, number, at, value, text)
    sheet.autofilter(0, 0, max(len(rows), 1), len(columns) - 1)
    for at, column in enumerate(columns):
        longest = max([len(column) + 3, *(len(_shown(row[at])) for row in rows)])
        sheet.set_column(at, at, min(longest, _WIDEST))


def _write(sheet: Worksheet, row: int, column: int, value: Value, text: Format) -> None:
    if value is None:
        return
    if isinstance(value, (int, float)):
        sheet.write_number(row, column, value)
    else:
        sheet.write_string(row, column, _shown(value), text)


def _shown(value: Value) -> str:
    if value is None:
        return ""
    return LIST_SEPARATOR.join(value) if isinstance(value, tuple) else str(value)


def _about(tables: Sequence[TypedTable]) -> list[tuple[Value, ...]]:
    said = package()
    licences = "; ".join(licence["title"] for licence in said["licenses"])
    whole = [
        ("title", said["title"]),
        ("version", __version__),
        ("description", said["description"]),
        ("licence", licences),
        ("rights", said["rights"]),
    ]
    return [*whole, *((f"sheet {table.meaning.name}", table.meaning.description) for table in tables)]


def _codebook(tables: Sequence[TypedTable]) -> list[tuple[Value, ...]]:
    return [
        (table.meaning.name, field.name, field.type, field.title, field.description)
        for table in tables
        for field in table.meaning.fields
    ]
