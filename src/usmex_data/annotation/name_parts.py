"""Places that are only part of a longer name: a firm's, a school's, a mine's ("California Resources Corporation")."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table

__all__ = ["is_part_of_name", "may_be_name"]

_BEFORE = 60
"""How far before a place the name may begin that it is part of, in characters."""
_AMERICA = "America"


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("context")["name_parts"].items()}
    word = r"\s+(?!(?:The|In|On|At|A|An|Is|Was|And)\b)[A-Z&][\w&.'-]*"
    office = rf"(?!\s+(?:{words['offices']})\b)"
    return {
        "firm": re.compile(rf"(?:{word}){{0,4}},?\s+(?:{words['firms']})(?!\w){office}"),
        "school": re.compile(rf"(?:{word}){{0,2}}\s+(?:{words['schools']})\b"),
        "press": re.compile(rf"(?:\s+(?:{words['press_words']}))?\s+(?:{words['press']})\b"),
        "work": re.compile(rf"(?:{word}){{0,2}}\s+(?:{words['works']})\b"),
        "of": re.compile(rf"\b(?:{words['of']})\s+(?:of|at)\s+(?:the\s+)?(?:[A-Z]\w+\s+)?\Z", re.IGNORECASE),
        "of_america": re.compile(r"(?<!States)(?<!STATES)\s(?:of|OF)\s+\Z"),
        "led": re.compile(rf"(?:\A|[\s(“\"])(?!(?:{words['no_names']})\b)[A-Z][\w&.'-]+\s\Z"),
        "more": re.compile(rf"\s(?!(?:{words['no_parts']})\b)[A-Z][a-z&]"),
    }


def is_part_of_name(text: str, start: int, end: int) -> bool:
    """Whether a place at ``text[start:end]`` stands in the name of a firm, a school, a paper or a work."""
    patterns = _patterns()
    capital = text[end + 1 : end + 2].isupper() or text[end : end + 2] == ", "
    if capital and any(patterns[name].match(text, end) for name in ("firm", "school", "press")):
        return True
    before = text[max(0, start - _BEFORE) : start]
    if before.endswith(("of ", "OF ", "the ", "at ")) or before[-1:].isspace():
        if patterns["of"].search(before):
            return True
        if text[start:end].capitalize() == _AMERICA and patterns["of_america"].search(before):
            return True
        return bool(patterns["work"].match(text, end) and patterns["led"].search(before))
    return False


def may_be_name(text: str, end: int) -> bool:
    """Whether a name may go on behind a place that ends at ``end``: "Texas Instruments"."""
    return _patterns()["more"].match(text, end) is not None
