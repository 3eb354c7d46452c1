"""Which language a text is in, as far as it matters: whether the tables of English can read it."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from ..storage.toml import read_toml

__all__ = ["common_words", "foreign"]

_SAMPLE: Final = 20_000
_ENOUGH_WORDS: Final = 40
_WORD: Final = re.compile(r"[^\W\d_]+")
_LATIN: Final = re.compile(r"[A-Za-zÀ-ɏ\ue000-\uf8ff]")
# English prose has about two such words in five, other languages less than one in ten; tables have few of any.
_FOREIGN_SHARE: Final = 0.2
_ENGLISH_SHARE: Final = 0.12


@cache
def _languages() -> dict[str, frozenset[str]]:
    tables = read_toml(files(__package__) / "languages.toml")
    return {name: frozenset(words.split()) for name, words in tables.items()}


def common_words(language: str = "English") -> frozenset[str]:
    """The commonest words of a language, in small letters: they say nothing of what a text is about."""
    return _languages()[language]


def foreign(text: str) -> str:
    """The name of the language that a text is plainly in, if that is not English; else nothing.

    A short text, a list of names or a table of numbers is plainly in no language: it is read.
    """
    sample = text[:_SAMPLE]
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if letters >= _ENOUGH_WORDS and len(_LATIN.findall(sample)) * 2 < letters:
        return "another script than English"
    if len(words) < _ENOUGH_WORDS:
        return ""
    shares = {name: sum(word in known for word in words) / len(words) for name, known in _languages().items()}
    english = shares.pop("English")
    best = max(shares, key=lambda name: shares[name])
    return best if shares[best] >= _FOREIGN_SHARE and english < _ENGLISH_SHARE else ""
