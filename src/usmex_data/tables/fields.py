"""What the tables are and what their columns mean, as ``catalogue/fields.toml`` declares it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from usmex_data.catalogue import table, topics
from usmex_data.errors import UsmexDataError

__all__ = ["Field", "TableMeaning", "meaning", "meanings", "package", "record_meanings", "record_package", "tidy_names"]

_TIDY: Final = "tidy"
_TYPES: Final = frozenset({"string", "integer", "number", "year", "list"})
_KEYS: Final = frozenset(
    {"type", "title", "description", "required", "unique", "values", "pattern", "minimum", "category"}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A column: its type, what its cells mean, and what they may hold."""

    name: str
    type: str
    title: str
    description: str
    required: bool = False
    unique: bool = False
    values: tuple[str, ...] = ()
    pattern: str = ""
    minimum: int | None = None
    category: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TableMeaning:
    """A table: its title, what it holds, its columns, its key, and whose keys its columns refer to."""

    name: str
    title: str
    description: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]
    refers: tuple[tuple[str, str, str], ...]
    """Column, the table that it refers to, and that table's column."""

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of the columns, in order."""
        return tuple(field.name for field in self.fields)

    def holds_lists(self, column: str) -> bool:
        """Whether the cells of a column are lists."""
        return any(field.name == column and field.type == "list" for field in self.fields)


@cache
def meanings() -> dict[str, TableMeaning]:
    """Every table by its name, in the order of the descriptor.

    Raises ``UsmexDataError`` for a declaration of ``fields.toml`` that is incomplete or means nothing.
    """
    declared = table("fields")["table"]
    found: dict[str, TableMeaning] = {}
    for name, entry in declared.items():
        if name == _TIDY:
            for topic in topics():
                found[topic.id] = _table(topic.id, entry, topic.title, f"{topic.takes_in} {entry['description']}")
        else:
            found[name] = _table(name, entry, entry["title"], entry["description"])
    return found


@cache
def record_meanings() -> dict[str, TableMeaning]:
    """The tables of the official record by the names of their resources, apart from those that are made from texts."""
    declared = table("fields")["record"]
    return {
        f"record_{name}": _table(f"record_{name}", entry, entry["title"], entry["description"])
        for name, entry in declared.items()
        if name != "package"
    }


def meaning(name: str) -> TableMeaning:
    """What a table is; an error that says so for a name that ``fields.toml`` does not declare."""
    known = {**meanings(), **record_meanings()}
    if name not in known:
        raise UsmexDataError(
            f"nothing says what the table {name!r} is", where="fields.toml", remedy=f"write [table.{name}]"
        )
    return known[name]


def tidy_names() -> tuple[str, ...]:
    """The names of the tidy tables: the topics."""
    return tuple(topic.id for topic in topics())


def package() -> dict[str, Any]:
    """What is said of the tables as a whole."""
    said: dict[str, Any] = table("fields")["package"]
    return said


def record_package() -> dict[str, Any]:
    """What is said of the tables of the official record as a whole."""
    said: dict[str, Any] = table("fields")["record"]["package"]
    return said


def _table(name: str, entry: Mapping[str, Any], title: str, description: str) -> TableMeaning:
    special = entry.get("column", {})
    strange = sorted(set(special) - set(entry["columns"]))
    if strange:
        raise UsmexDataError(
            f"it has no column {', '.join(strange)}", where=f"fields.toml, table.{name}", remedy="list it in columns"
        )
    return TableMeaning(
        name=name,
        title=title,
        description=description,
        fields=tuple(_field(name, column, special.get(column, {})) for column in entry["columns"]),
        key=tuple(entry["key"]),
        refers=tuple((column, *target.split(".")) for column, target in entry.get("refers", {}).items()),
    )


def _field(where: str, name: str, special: Mapping[str, Any]) -> Field:
    entry = {**table("fields")["column"].get(name, {}), **special}
    place = f"fields.toml, column.{name} (table.{where})"
    strange = sorted(set(entry) - _KEYS)
    if strange:
        raise UsmexDataError(f"keys that mean nothing: {', '.join(strange)}", where=place, remedy="take them out")
    for key in ("type", "title", "description"):
        if not entry.get(key):
            raise UsmexDataError(f"the column has no {key}", where=place, remedy=f'write {key} = "…"')
    if entry["type"] not in _TYPES:
        raise UsmexDataError(f"there is no type {entry['type']!r}", where=place, remedy=f"one of {sorted(_TYPES)}")
    return Field(name=name, **{**entry, "values": tuple(entry.get("values", ()))})
