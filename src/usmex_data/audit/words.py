"""The word lists of the rules, as patterns and sets, and what the words of a sentence say without its grammar."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, Final

__all__ = ["any_of", "between_is_glue", "direction_of", "pattern", "phrases", "signs", "stem", "words_of"]

_WORD: Final = re.compile(r"[^\W\d_]+(?:[.'’-][^\W\d_]+)*")
_OWNER: Final = re.compile(r"['’]s?$")
_SIGNS: Final = re.compile(r"[‹«]\d+[›»]")
_VOICE: Final = frozenset({"s", "es"})


@cache
def _file() -> dict[str, Any]:
    return tomllib.loads((files(__package__) / "words.toml").read_text(encoding="utf-8"))


@cache
def phrases(name: str) -> frozenset[Any]:
    """The words and phrases of a list; a list of groups as tuples."""
    return frozenset(tuple(each) if isinstance(each, list) else each for each in _file()[name])


@cache
def any_of(*names: str) -> re.Pattern[str]:
    """A pattern for any phrase of the lists, as whole words."""
    every = sorted({each for name in names for each in _file()[name]}, key=lambda each: (-len(each), each))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, every))})\b", re.IGNORECASE)


@cache
def _patterns() -> dict[str, dict[str, str]]:
    return tomllib.loads((files(__package__) / "patterns.toml").read_text(encoding="utf-8"))


@cache
def pattern(module: str, name: str) -> re.Pattern[str]:
    """A sentence pattern of a module, over masked sentences."""
    return re.compile(_patterns()[module][name])


def words_of(text: str) -> list[str]:
    """The words of a text in lower case, without signs."""
    return [_OWNER.sub("", match[0].lower()) for match in _WORD.finditer(signs(text))]


def signs(text: str) -> str:
    """A masked text with its signs taken out."""
    return _SIGNS.sub(" ", text)


@cache
def _glue() -> frozenset[str]:
    words = {word for name in ("glue", "up", "down") for each in _file()[name] for word in each.split()}
    return frozenset(words)


def between_is_glue(text: str) -> bool:
    """Whether nothing stands in a piece of text but what ties a change to its level: no other thing is named."""
    return ":" not in text and all(word in _glue() for word in words_of(text))


@cache
def stem(word: str) -> str:
    """A word as it is compared: lower case, without the ending of a plural."""
    plain = word.lower()
    if len(plain) > 4 and plain.endswith("ies"):
        return f"{plain[:-3]}y"
    if len(plain) > 4 and plain.endswith(("sses", "shes", "ches", "xes")):
        return plain[:-2]
    return plain[:-1] if len(plain) > 3 and plain.endswith("s") and not plain.endswith(("ss", "us", "is")) else plain


def direction_of(text: str) -> int:
    """Which way the last movement goes that a piece of text names: 1 up, -1 down, 0 where it names none or both."""
    up = [match.start() for match in any_of("up").finditer(text)]
    down = [match.start() for match in any_of("down").finditer(text)]
    return 0 if bool(up) == bool(down) else 1 if up else -1
