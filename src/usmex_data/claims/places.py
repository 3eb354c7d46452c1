"""Places that a text names, read into ISO 3166 codes and the regions of the catalogue."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..language import table

__all__ = ["Place", "places"]


class Place(NamedTuple):
    """A name in a text and what it stands for.

    ``kind`` is ``name``, ``demonym``, ``weak`` (a word that is a place only for want of a better one: "the border"),
    ``metonym`` (a capital that stands for its government) or ``city``.
    """

    start: int
    end: int
    code: str
    kind: str


_FOLD = str.maketrans({"’": "'", "–": "-", "‑": "-", "—": "-", "\n": " "})


class _Entry(NamedTuple):
    name: str
    code: str
    kind: str
    any_case: bool


@cache
def _names() -> dict[str, tuple[_Entry, ...]]:
    """Every name under its first word in lower case, the longest first."""
    entries: dict[str, list[_Entry]] = {}
    words = table("places")
    for kind in ("country", "subdivision", "region"):
        for code, names in words[kind].items():
            for field, what in (("names", "name"), ("demonyms", "demonym"), ("weak", "weak")):
                for name in names.get(field, ()):
                    _add(entries, name, code, what)
    for name, code in words["city"].items():
        _add(entries, name, code, "city")
    for name, code in words["metonym"].items():
        _add(entries, name, code, "metonym")
    for name, codes in words["ambiguous"].items():
        _add(entries, name, codes[0], "name")
    for name in words["not_places"]["names"]:
        _add(entries, name, "", "none")
    return {key: tuple(sorted(found, key=lambda entry: -len(entry.name))) for key, found in entries.items()}


def _add(entries: dict[str, list[_Entry]], name: str, code: str, kind: str) -> None:
    folded = name.translate(_FOLD)
    first = re.match(r"[\w.]+", folded)
    key = (first[0] if first else folded).lower().rstrip(".")
    any_case = folded == folded.lower()
    entries.setdefault(key, []).append(_Entry(folded.lower() if any_case else folded, code, kind, any_case))


def places(text: str) -> list[Place]:
    """The places named in a text, in order, none overlapping; the longest name that begins at a place wins."""
    folded = text.translate(_FOLD)
    lowered = folded.lower()
    if len(lowered) != len(folded):  # a few capitals have longer lower forms; offsets must stay
        lowered = "".join(char.lower() if len(char.lower()) == 1 else char for char in folded)
    found: list[Place] = []
    position = 0
    names = _names()
    for match in _HEAD.finditer(folded):
        if match.start() < position:
            continue
        entry = _at(folded, lowered, match.start(), names.get(match[0].lower().rstrip("."), ()))
        if entry is None:
            continue
        position = match.start() + len(entry.name)
        if entry.code:
            found.append(Place(match.start(), position, entry.code, entry.kind))
    return found


_HEAD = re.compile(r"(?<![\w.'])(?:[A-Za-z]\.)+(?:[A-Za-z]\b)?|(?<![\w.'])[^\W\d_][\w]*")


def _at(folded: str, lowered: str, position: int, entries: tuple[_Entry, ...]) -> _Entry | None:
    for entry in entries:
        text = lowered if entry.any_case else folded
        if text.startswith(entry.name, position):
            after = folded[position + len(entry.name) : position + len(entry.name) + 1]
            if not after.isalnum() or entry.name.endswith("."):
                return entry
    return None
