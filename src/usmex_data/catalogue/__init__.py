"""Meaning tables: what the topics take in, what each indicator measures, and by which words a claim is known for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from ..errors import UsmexDataError
from ..storage.toml import read_toml

__all__ = ["Indicator", "Topic", "complete_sources", "entries", "indicators", "table", "topics"]


@dataclass(frozen=True, slots=True)
class Topic:
    """A tidy table: its id, its title, and a line that says what it takes in."""

    id: str
    title: str
    takes_in: str


@dataclass(frozen=True, slots=True)
class Indicator:
    """A row of indicators.csv: one thing that is measured, defined so that a stranger could find the number again."""

    id: str
    title: str
    definition: str
    unit: str
    topic: str


@cache
def table(name: str) -> dict[str, Any]:
    """The meaning table ``name``, as parsed from its TOML file; read once a process."""
    return read_toml(files(__name__) / f"{name}.toml")


@cache
def topics() -> tuple[Topic, ...]:
    """The closed list of topics, in the order of the tables, ``other`` last."""
    return tuple(Topic(name, entry["title"], entry["takes_in"]) for name, entry in table("topics")["topic"].items())


def entries() -> dict[str, dict[str, Any]]:
    """The entries of the indicators by id, rules included, as written."""
    found = table("indicators").get("indicator")
    if not isinstance(found, dict) or not all(isinstance(entry, dict) for entry in found.values()):
        remedy = "give each a heading of its own: [indicator.ID]"
        raise UsmexDataError("its indicators are no tables", where="indicators.toml", remedy=remedy)
    return found


def complete_sources() -> frozenset[str]:
    """The sources whose every claim must have an entry; others may hold claims that no entry knows."""
    return frozenset(table("indicators").get("complete", ()))


@cache
def indicators() -> tuple[Indicator, ...]:
    """The indicators in the order of their file.

    Raises ``UsmexDataError`` for an entry without one of its texts or with a topic that is none.
    """
    known = frozenset(topic.id for topic in topics())
    return tuple(indicator(name, entry, known) for name, entry in entries().items())


def indicator(name: str, entry: Mapping[str, Any], known: frozenset[str]) -> Indicator:
    """The indicator that an entry describes; ``known`` are the topics that there are."""
    where = f"indicators.toml, {name}"
    for key in ("title", "definition", "unit", "topic"):
        said = entry.get(key)
        if not isinstance(said, str) or not said.strip(" ….-"):
            raise UsmexDataError(f"the entry has no {key}", where=where, remedy=f'write {key} = "…" under its heading')
    if entry["topic"] not in known:
        raise UsmexDataError(
            f"there is no topic {entry['topic']!r}", where=where, remedy=f"one of {', '.join(sorted(known))}"
        )
    return Indicator(name, entry["title"], entry["definition"], entry["unit"], entry["topic"])
