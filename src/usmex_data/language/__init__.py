"""Language data: how a language writes numbers, units, hedges, dates and places, as tables beside the code."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["alternatives", "table"]


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The table ``name`` of a language, as parsed from its TOML file; read once a process."""
    return tomllib.loads((files(__name__) / language / f"{name}.toml").read_text(encoding="utf-8"))


def alternatives(words: Any) -> str:
    """A regular expression that matches any of the words, the longest first; a space stands for any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)
