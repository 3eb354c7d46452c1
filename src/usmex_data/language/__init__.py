"""Language data: how a language writes numbers, units, hedges, dates and places, as tables beside the code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from ..storage.toml import read_toml

__all__ = ["alternatives", "table"]


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The table ``name`` of a language, as parsed from its TOML file; read once a process.

    A list may take words from elsewhere, so that they are written once: ``"@hedges.approx.before"`` adds the list that
    stands there, ``*`` for any part of the table, ``:last`` only the last words of its phrases; ``"-@…"`` takes away.
    """
    return {key: _with_others(value, language) for key, value in _written_table(name, language).items()}


@cache
def _written_table(name: str, language: str) -> dict[str, Any]:
    """A table as its file has it."""
    return read_toml(files(__name__) / language / f"{name}.toml")


def _with_others(value: Any, language: str) -> Any:
    """A value of a table, its lists with the words that they take from elsewhere."""
    if isinstance(value, dict):
        return {key: _with_others(inner, language) for key, inner in value.items()}
    if not isinstance(value, list) or not any(isinstance(word, str) and "@" in word[:2] for word in value):
        return value
    words: dict[str, None] = {}
    gone: set[str] = set()
    for word in value:
        if word.startswith("-@"):
            gone.update(_named(word[2:], language))
        else:
            words.update(dict.fromkeys(_named(word[1:], language) if word.startswith("@") else [word]))
    return [word for word in words if word not in gone]


def _named(path: str, language: str) -> list[str]:
    """The words at a path such as ``hedges.*.before`` or ``hedges.approx.after:last``."""
    path, _, which = path.partition(":")
    name, part, key = path.split(".")
    parts = _written_table(name, language)
    found = [word for each in (parts.values() if part == "*" else [parts[part]]) for word in each.get(key, ())]
    return [word.split()[-1] for word in found] if which == "last" else found


def alternatives(words: Any) -> str:
    """A regular expression that matches any of the words, the longest first; a space stands for any white space.

    What words begin with alike stands once ("p(?:rices?|aid)"): the patterns are tried at nearly every word of a text.
    """
    return _branches(sorted(set(words), key=lambda word: (-len(word), word)))


def _branches(words: Sequence[str]) -> str:
    """An alternation of words that are all different, the longest first."""
    by_first: dict[str, list[str]] = {}
    for word in words:
        by_first.setdefault(word[:1], []).append(word)
    if len({first.lower() for first in by_first}) < len(by_first):
        # Where case matters not, branches that differ in nothing else would be tried one after the other.
        return "|".join(map(_written, words))
    return "|".join(map(_together, by_first.values()))


def _together(words: Sequence[str]) -> str:
    """An alternation of words that begin alike: their beginning, and what may follow it."""
    if len(words) == 1:
        return _written(words[0])
    alike = _beginning(min(words), max(words))
    more = _branches([word[len(alike) :] for word in words if word != alike])
    return _written(alike) + (f"(?:{more})?" if alike in words else f"(?:{more})")


def _beginning(low: str, high: str) -> str:
    """What the first and the last of some words in alphabetical order, and so all of them, begin with."""
    size = next((place for place, (one, other) in enumerate(zip(low, high, strict=False)) if one != other), len(low))
    return low[:size]


def _written(word: str) -> str:
    return re.escape(word).replace(r"\ ", r"\s+")
