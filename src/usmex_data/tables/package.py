"""The descriptor of the tables: ``datapackage.json``, a Data Package of version 2 made from ``fields.toml``."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from usmex_data.corpus import Source
from usmex_data.tables.csv_format import LIST_SEPARATOR
from usmex_data.tables.fields import Field, TableMeaning, meaning, package, record_package
from usmex_data.version import __version__

__all__ = ["DESCRIPTOR", "descriptor", "record_descriptor"]

DESCRIPTOR: Final = "datapackage.json"
_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_DIALECT: Final = {
    "$schema": f"{_PROFILES}/tabledialect.json",
    "delimiter": ",",
    "lineTerminator": "\n",
    "quoteChar": '"',
    "doubleQuote": True,
    "header": True,
}


def descriptor(files: Mapping[str, bytes], sources: Sequence[Source]) -> bytes:
    """The bytes of ``datapackage.json`` for CSVs by table name; the same for the same tables, with no time in it."""
    resources = (_resource(meaning(name), f"{name}.csv", csv, package()) for name, csv in files.items())
    return _written(package(), [_source(source) for source in sources], resources)


def record_descriptor(files: Mapping[str, bytes]) -> bytes:
    """The bytes of the ``datapackage.json`` of the official record, for its CSVs by file name."""
    resources = (
        _resource(meaning(f"record_{name.removesuffix('.csv')}"), name, csv, record_package())
        for name, csv in files.items()
    )
    return _written(record_package(), [], resources)


def _written(said: Mapping[str, Any], sources: Sequence[Mapping[str, str]], resources: Iterable[object]) -> bytes:
    content = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": said["name"],
        "version": __version__,
        "title": said["title"],
        "description": f"{said['description']} {said['rights']}",
        "keywords": said["keywords"],
        "contributors": [{"title": said["contributor"], "roles": ["creator"]}],
        "licenses": said["licenses"],
        **({"sources": list(sources)} if sources else {}),
        "resources": list(resources),
    }
    return (json.dumps(content, ensure_ascii=False, indent=2) + "\n").encode("utf-8")


def _source(source: Source) -> dict[str, str]:
    said = {"title": source.title, "version": source.published}
    return {key: value for key, value in said.items() if value}


def _resource(table: TableMeaning, path: str, csv: bytes, said: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "path": path,
        "title": table.title,
        "description": table.description,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(csv),
        "hash": f"sha256:{hashlib.sha256(csv).hexdigest()}",
        "licenses": said["licenses"],
        "dialect": _DIALECT,
        "schema": _schema(table),
    }


def _schema(table: TableMeaning) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(field) for field in table.fields],
        "fieldsMatch": "exact",
        "missingValues": [""],
        "primaryKey": list(table.key),
    }
    # A key in a list can't be declared: validators take the whole list for one key, or pass over it. Our schemas
    # look into lists.
    keys = [refer for refer in table.refers if not table.holds_lists(refer[0])]
    if keys:
        schema["foreignKeys"] = [
            {"fields": [column], "reference": _reference(table.name, target, key)} for column, target, key in keys
        ]
    return schema


def _reference(name: str, target: str, key: str) -> dict[str, Any]:
    # A table that refers to itself names no resource.
    return {"fields": [key]} if target == name else {"resource": target, "fields": [key]}


def _field(field: Field) -> dict[str, Any]:
    constraints: dict[str, Any] = {}
    if field.required:
        constraints["required"] = True
    if field.unique:
        constraints["unique"] = True
    if field.values:
        constraints["enum"] = list(field.values)
    if field.pattern:
        constraints["pattern"] = field.pattern
    if field.minimum is not None:
        constraints["minimum"] = field.minimum
    described = {"name": field.name, "type": field.type, "title": field.title, "description": field.description}
    form = {"delimiter": LIST_SEPARATOR, "itemType": "string"} if field.type == "list" else {}
    return {**described, **form, **({"constraints": constraints} if constraints else {})}
