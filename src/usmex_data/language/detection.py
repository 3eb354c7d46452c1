"""Which language a text is in, as far as it matters: whether the tables of English can read it."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from functools import cache
from importlib.resources import files
from typing import Final

from ..errors import UsmexDataError
from ..storage.toml import read_toml

__all__ = ["common_words", "foreign", "require_english"]

# By commonest words, not by a model: on 36 sentences of 17 languages kept back and 38 English ones full of names this
# found 32 and refused none. py3langid (4.5 MB) found 36 and refused 2, or 23 and none; lingua (96 MB), pycld2, fastText
# and langdetect refused 2 to 28. It needs no package, loads at once, and costs 0.02 ms a sentence.
_SAMPLE: Final = 20_000
_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LEAST_LETTERS: Final = 4
"""A script is told from so many letters."""
_SHARE: Final = 0.12
"""In prose of its language, at least so many words are among its commonest."""
_ENGLISH: Final = ("en", "eng", "english")
_ONLY: Final = "only English can be read yet"
_UNKNOWN: Final = "another language"
_PARAGRAPH: Final = 2_000
_PLAIN: Final = (" the ", " of ", " and ", " that ")
_OPENING: Final = 2_000
_LATIN: Final = "ɏ"
"""The last letter of the Latin alphabets."""
_NOUN: Final = 6
"""A word with a capital inside a sentence counts from so many letters on: German nouns, and no "De" or "Los"."""
_SMALL: Final = 4
_SURE: Final = 2
"""So many accented words that are no names tell a language without one of its common words."""
_LONG: Final = 40
"""From so many words on, a share decides: a page may quote, or name what is foreign."""


@cache
def _tables() -> dict[str, dict[str, str]]:
    tables: dict[str, dict[str, str]] = read_toml(files(__package__) / "languages.toml")
    return tables


@cache
def _words(part: str) -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _tables()[part].items()}


def common_words(language: str = "English") -> frozenset[str]:
    """The commonest words of a language, in small letters: they say nothing of what a text is about."""
    return _words("words")[language]


@cache
def _known() -> dict[str, tuple[str, ...]]:
    """The languages of each word."""
    found: dict[str, list[str]] = {}
    for part in ("words", "figures"):
        for name, words in _words(part).items():
            for word in words:
                found.setdefault(word, []).append(name)
    return {word: tuple(names) for word, names in found.items()}


def require_english(text: str, language: str = "", *, where: str = "") -> None:
    """Raises ``UsmexDataError`` for a text in a language that has no tables, and names it.

    ``language`` (a tag such as ``en`` or ``en-GB``) is what the caller knows; where it is empty the text shows it.
    """
    if language:
        if language.lower().replace("_", "-").partition("-")[0] not in _ENGLISH:
            raise UsmexDataError(f"there are no tables for the language {language!r}", where=where, remedy=_ONLY)
        return
    found = foreign(text)
    if found:
        remedy = f'{_ONLY}; if it is English all the same, say language="en" (--language en)'
        raise UsmexDataError(f"in {found}, as it seems", where=where, remedy=remedy)


def foreign(text: str) -> str:
    """The name of the language or script that a text is plainly in, if that is not English; else nothing.

    A list of names or a table of numbers is plainly in no language: it is read. One sentence is enough where it has
    two common words of its language and none of English.
    """
    sample = text[:_SAMPLE]
    if len(sample) < _PARAGRAPH and sum(word in sample for word in _PLAIN) > 1:
        return ""  # most paragraphs are told so
    if not sample.isascii() and (script := _script(sample)):
        return script
    words = [word for word in _WORD.findall(sample) if len(word) > 1]  # letters alone are of all languages
    if len(words) < _LONG:
        words = list(dict.fromkeys(words))
    foreign_only, english = _counted(words)
    plain = _known().keys() | _words("loans")["English"]
    accented = sum(1 for word in words if not word.isascii() and word.islower() and word not in plain)
    if not foreign_only and accented < _SURE:
        return ""
    # The first in the table of those that are alike.
    best = max(_words("words"), key=lambda name: foreign_only[name]) if foreign_only else _UNKNOWN
    hits = foreign_only[best] + accented
    least = _SHARE * len(words) if len(words) >= _LONG else 2
    return best if hits >= least and hits > 2 * english[best] else ""


def _counted(words: list[str]) -> tuple[Counter[str], Counter[str]]:
    """For each language, how many words are common in it and not in English, and in English and not in it.

    Words inside names are not counted: "Secretaría de Energía".
    """
    known, counts, shared = _known(), Counter[str](), Counter[str]()
    english = 0
    for place, word in enumerate(words):
        names = known.get(word.lower())
        if names is None or (word[0].isupper() and place and len(word) < _NOUN and "English" not in names):
            continue
        if "English" in names:
            english += 1
            shared.update(names)
        elif not _is_inside_name(words, place):
            counts.update(names)
    return counts, Counter({name: english - shared[name] for name in (*counts, _UNKNOWN)})


def _is_inside_name(words: list[str], place: int) -> bool:
    """Whether a small word stands between two that are written as names, another small word between at most."""
    if words[place][0].isupper() or not 0 < place < len(words) - 1:
        return False
    last = words[place - 1]
    before = last[0].isupper() or (place > 1 and words[place - 2][0].isupper() and len(last) < _SMALL)
    after = words[place + 1]
    behind = after[0].isupper() or (place + 2 < len(words) and words[place + 2][0].isupper() and len(after) < _SMALL)
    return before and behind


def _script(sample: str) -> str:
    """The script that most letters of a text are written in, if it is not the Latin one."""
    letters = [letter for letter in sample[:_OPENING] if letter.isalpha() and not "\ue000" <= letter <= "\uf8ff"]
    others = [letter for letter in letters if letter > _LATIN]
    counts = Counter(unicodedata.name(letter, "").partition(" ")[0] for letter in others)
    latin = len(letters) - len(others)
    total = sum(counts.values())
    if total < _LEAST_LETTERS or total <= latin:
        return ""
    return next(
        (_tables()["scripts"][name] for name, _ in counts.most_common() if name in _tables()["scripts"]),
        "another script",
    )
