"""The tables of characters and words that reading a document needs, loaded once and when first asked for."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

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


def _load(package: str, name: str) -> dict[str, Any]:
    return tomllib.loads(files(package).joinpath(name).read_text(encoding="utf-8"))


@cache
def characters() -> Characters:
    """The table of characters."""
    table = _load("usmex_data.document", "characters.toml")
    printed = {**table["ligatures"], **table["bullets"]}
    return Characters(
        ligatures={chr(int(code, 16)): letters for code, letters in printed.items()},
        superscripts={raised: str(value) for value, raised in enumerate(table["superscripts"]["digits"])},
        units=frozenset(table["superscripts"]["units"]),
        wide=table["spaces"]["wide"],
        none=table["spaces"]["none"],
        line_ends=table["spaces"]["line_ends"],
    )


@cache
def words(name: str, table: str, key: str) -> frozenset[str]:
    """The word list ``key`` of ``table`` in the English table ``name``, without the ``.toml``."""
    return frozenset(_load("usmex_data.language.en", f"{name}.toml")[table][key])
