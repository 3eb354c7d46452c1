"""Cells, rows and files of CSV as the data contract has them: numbers at their shortest, lists by semicolon."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from usmex_data.catalogue.decimals import number
from usmex_data.errors import UsmexDataError

__all__ = ["LIST_SEPARATOR", "Cell", "Table", "cell", "csv_line", "number", "parse_csv", "read_csv"]

LIST_SEPARATOR = ";"

Cell = str | int | Decimal | tuple[str, ...] | None


@dataclass(frozen=True, slots=True)
class Table:
    """A table whole: its name (the CSV's without ending), its columns, and rows of as many cells."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def csv(self) -> bytes:
        """The bytes of the CSV: UTF-8, LF, one header row, quoted as RFC 4180 has it."""
        lines = [csv_line(self.columns), *(csv_line(row) for row in self.rows)]
        return "".join(lines).encode("utf-8")

    def column(self, name: str) -> list[Cell]:
        """The cells of one column, top to bottom."""
        at = self.columns.index(name)
        return [row[at] for row in self.rows]


def cell(value: Cell) -> str:
    """A value as it stands in a CSV; empty for nothing.

    Raises ``UsmexDataError`` for a list whose items hold the separator: it would read back as another list.
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        if any(LIST_SEPARATOR in item for item in value):
            raise UsmexDataError(
                f"an item of the list {value!r} holds a {LIST_SEPARATOR!r}, which parts lists",
                remedy="write it without",
            )
        return LIST_SEPARATOR.join(value)
    return number(value)


def csv_line(values: Iterable[Cell]) -> str:
    """One line of a CSV with its line feed."""
    cells = [cell(value) for value in values]
    # A line of one empty cell would be an empty line, which readers skip.
    return '""\n' if cells == [""] else ",".join(map(_quoted, cells)) + "\n"


def _quoted(text: str) -> str:
    # Python's own writer leaves a lone carriage return bare, and readers then break the line there.
    return '"' + text.replace('"', '""') + '"' if any(sign in text for sign in ',"\n\r') else text


def read_csv(path: Path, remedy: str) -> list[dict[str, str]]:
    """The rows of a CSV file by their columns, every cell a string.

    Raises ``UsmexDataError`` with the remedy where there is no such file.
    """
    if not path.is_file():
        raise UsmexDataError("there is no such table", where=str(path), remedy=remedy)
    header, rows = parse_csv(path.read_bytes())
    return [dict(zip(header, row, strict=True)) for row in rows]


def parse_csv(content: bytes) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """The header and the rows of a CSV as written, every cell a string."""
    lines: Sequence[list[str]] = list(csv.reader(io.StringIO(content.decode("utf-8"), newline="")))
    if not lines:
        raise UsmexDataError("an empty file is no table", remedy="build it anew: python -m usmex_data build")
    return tuple(lines[0]), [tuple(line) for line in lines[1:]]
