"""The tables of characters and words that reading a document needs, loaded once and when first asked for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from usmex_data.language import table

from ..storage.toml import read_toml

__all__ = ["Characters", "characters", "words"]


@dataclass(frozen=True, slots=True)
class Characters:
    """What single characters stand for."""

    ligatures: dict[str, str]
    """One printed character to the letters it joins; bullets and other ways to write a sign too."""
    superscripts: dict[str, str]
    units: frozenset[str]
    wide: str
    none: str
    line_ends: str


@cache
def characters() -> Characters:
    """The table of characters."""
    found = read_toml(files(__package__) / "characters.toml")
    printed = {**found["ligatures"], **found["bullets"], **found["plain"]}
    return Characters(
        ligatures={chr(int(code, 16)): letters for code, letters in printed.items()},
        superscripts={raised: str(value) for value, raised in enumerate(found["superscripts"]["digits"])},
        units=frozenset(found["superscripts"]["units"]),
        wide=found["spaces"]["wide"],
        none=found["spaces"]["none"],
        line_ends=found["spaces"]["line_ends"],
    )


@cache
def words(name: str, part: str, key: str) -> frozenset[str]:
    """The word list ``key`` in ``part`` of the English table ``name``."""
    return frozenset(table(name)[part][key])
