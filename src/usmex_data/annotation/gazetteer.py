"""Places that a text names, read into ISO 3166 codes and the regions of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from .name_parts import is_part_of_name, may_be_name

__all__ = ["Place", "country_of", "heading_places", "places", "several"]


class Place(NamedTuple):
    """A name in a text and what it stands for.

    ``kind`` is ``name``, ``demonym``, ``weak`` (a word that is a place only for want of a better one: "the border"),
    ``metonym`` (a capital that stands for its government) or ``city``. ``in_name`` says that it may be only part of a
    longer name ("Texas Instruments").
    """

    start: int
    end: int
    code: str
    kind: str
    in_name: bool = False


@dataclass(frozen=True, slots=True)
class _Entry:
    """A way to write a place; several ``codes`` where it has several meanings, none where it is no place."""

    name: str
    codes: tuple[str, ...]
    kind: str
    any_case: bool
    careful: bool


_FOLD = str.maketrans({"’": "'", "–": "-", "‑": "-", "—": "-", "\n": " "})
_FIRST = re.compile(r"[\w.]+")
_WORD_BEFORE = re.compile(r"([^\W\d_][\w'-]{0,30}\.?)\s\Z")
_WORD_AFTER = re.compile(r"\s([^\W\d_][\w'-]{0,30})")
_SHOUTED = re.compile(r"(?<![^\W\d_])[^\W\d_]{4,}")
_SMALL = re.compile(r"\b(?:OF|AND|THE|DE)\b")
_REACH = 32
_NO_MEANINGS: Mapping[str, str] = {}
_NAMES = ("name", "city")


@cache
def _names() -> dict[str, tuple[_Entry, ...]]:
    """Every name under its first word in lower case, the longest first."""
    careful = frozenset(table("places")["careful"]["names"])
    entries: dict[str, list[_Entry]] = {}
    for name, codes, kind in _listed():
        folded = name.translate(_FOLD)
        any_case = folded == folded.lower()
        entry = _Entry(folded.lower() if any_case else folded, codes, kind, any_case, name in careful)
        entries.setdefault(_key(folded), []).append(entry)
    return {key: tuple(sorted(found, key=lambda entry: -len(entry.name))) for key, found in entries.items()}


@cache
def _head() -> re.Pattern[str]:
    """The words that a name may begin with: any with a capital, or one of the few that begin one in small letters."""
    small = (key for key, found in _names().items() if any(entry.name[:1].islower() for entry in found))
    return re.compile(
        rf"(?<![\w.'])(?:(?:[A-Za-z]\.)+(?:[A-Za-z]\b)?|[^\W\d_a-z]\w*|(?:{alternatives(sorted(small))})(?!\w))"
    )


def _listed() -> Iterator[tuple[str, tuple[str, ...], str]]:
    """The names of the tables with their codes and kinds."""
    words = table("places")
    for group in ("country", "subdivision", "region"):
        for code, names in words[group].items():
            for field, kind in (("names", "name"), ("demonyms", "demonym"), ("weak", "weak")):
                yield from ((name, (code,), kind) for name in names.get(field, ()))
    for kind in ("city", "metonym"):
        yield from ((name, (code,), kind) for name, code in words[kind].items())
    yield from ((name, tuple(codes), "name") for name, codes in words["ambiguous"].items())
    yield from ((name, (), "none") for name in words["not_places"]["names"])


def _key(name: str) -> str:
    first = _FIRST.match(name)
    return (first[0] if first else name).lower().rstrip(".")


def places(text: str, meant: Mapping[str, str] = _NO_MEANINGS) -> list[Place]:
    """The places named in a text, in order, none overlapping; the longest name that begins at a place wins.

    ``meant`` are the codes of names with several meanings where the text itself does not tell. Places that only stand
    in the name of a firm or a school are left out.
    """
    folded = text.translate(_FOLD)
    found: list[tuple[int, _Entry]] = []
    position = 0
    names = _names()
    for match in _head().finditer(folded):
        entries = names.get(match[0].lower().rstrip(".")) if match.start() >= position else None
        entry = _at(folded, match.start(), entries) if entries else None
        if entry is None:
            continue
        position = match.start() + len(entry.name)
        person = entry.careful and _is_person(folded, match.start(), position)
        if not entry.codes or person or (entry.kind == "city" and _treaty().match(folded, position)):
            continue
        if not is_part_of_name(folded, match.start(), position):
            found.append((match.start(), entry))
    return _disambiguated(folded, found, meant)


def heading_places(heading: str, meant: Mapping[str, str] = _NO_MEANINGS) -> list[Place]:
    """The places that a heading names, also where it is set in capitals: "3. KENYA"."""
    spoken = _SMALL.sub(lambda word: word[0].lower(), _SHOUTED.sub(lambda word: word[0].capitalize(), heading))
    first, second = (spoken, heading) if heading == heading.upper() else (heading, spoken)
    return places(first, meant) or places(second, meant)


@cache
def several() -> dict[str, tuple[str, ...]]:
    """The names with several meanings, and their codes, the most usual first."""
    return {name: tuple(codes) for name, codes in table("places")["ambiguous"].items() if len(codes) > 1}


@cache
def _treaty() -> re.Pattern[str]:
    """What makes a city the name of a treaty or a round of talks: "the Marrakesh Treaty"."""
    return re.compile(rf"\s(?:{alternatives(table('context')['personal']['treaties'])})\b")


def _at(folded: str, position: int, entries: Sequence[_Entry]) -> _Entry | None:
    """The longest of the names that stands at a place of the folded text."""
    for entry in entries:
        end = position + len(entry.name)
        written = folded[position:end]
        same = (written.lower() if entry.any_case else written) == entry.name
        if same and not (folded[end : end + 1].isalnum() and entry.name[-1].isalnum()):
            return entry
    return None


def _disambiguated(folded: str, found: Sequence[tuple[int, _Entry]], meant: Mapping[str, str]) -> list[Place]:
    """The places with their codes; of several meanings the one whose country, or a part of it, is named beside it.

    Else the one that the text means elsewhere.
    """
    beside = {
        code for _, entry in found if len(entry.codes) == 1 for code in (*entry.codes, country_of(entry.codes[0]))
    }
    return [
        Place(
            start,
            start + len(entry.name),
            _chosen(entry, beside, meant),
            entry.kind,
            entry.kind in _NAMES and may_be_name(folded, start + len(entry.name)),
        )
        for start, entry in found
    ]


def _chosen(entry: _Entry, beside: set[str], meant: Mapping[str, str]) -> str:
    for code in entry.codes:
        if len(entry.codes) > 1 and (code in beside or country_of(code) in beside):
            return code
    return entry.codes[0] if len(entry.codes) == 1 else meant.get(entry.name, entry.codes[0])


def country_of(code: str) -> str:
    """The country of a code: its own, or of the part that it names."""
    country: str = table("context")["parts_of"].get(code.partition("-")[0], code)
    return country


# ------------------------------------------------------------------------------------------- people, no places
@cache
def _personal() -> dict[str, frozenset[str]]:
    return {name: frozenset(words) for name, words in table("context")["personal"].items()}


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a name that people have too stands beside a title, a given name or a surname."""
    words = _personal()
    before = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    if before and before[1] in words["titles"]:
        return True
    if (
        before
        and before[1][0].isupper()
        and not before[1].isupper()
        and before[1].rstrip(".") not in words["before_place"]
    ):
        return _key(before[1]) not in _names()
    after = _WORD_AFTER.match(text, end)
    surname = after and after[1][0].isupper() and not after[1].isupper() and after[1] not in words["after_place"]
    return bool(surname) and text[start:end] in words["given"] and after is not None and _key(after[1]) not in _names()
