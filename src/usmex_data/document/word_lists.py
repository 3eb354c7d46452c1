"""The tables of characters and words that reading a document needs, loaded once and when first asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from usmex_data.language import table

__all__ = ["Characters", "characters", "words"]


@dataclass(frozen=True, slots=True)
class Characters:
    """What single characters stand for."""

    ligatures: dict[str, str]
    """One printed character to the letters it joins; bullets of symbol fonts are among them."""
    superscripts: dict[str, str]
    units: frozenset[str]
    wide: str
    none: str
    line_ends: str


@cache
def characters() -> Characters:
    """The table of characters."""
    found = tomllib.loads((files(__package__) / "characters.toml").read_text(encoding="utf-8"))
    printed = {**found["ligatures"], **found["bullets"]}
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
