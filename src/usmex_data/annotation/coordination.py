"""Whether a figure goes on with the movement of the one before: "rose by $3, or 4 percent", "and 5 percent in 2023"."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table

__all__ = ["continues_movement"]

_NEAR = 80
"""How near to each other two figures of one movement stand, in characters."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("context")["along"].items()}
    word = rf"(?!(?:{words['ends']})\b)[\w’'-]+"
    joined = rf"\s+(?:{words['and']})\s+|,\s+(?:(?:{words['and']})\s+)?"
    link = rf"(?:{joined})(?:(?:{words['again']})\s+)?"
    where = rf"(?:\s*\([^()]*\))?(?:\s+(?:{words['where']})(?:\s+{word}){{1,6}}?)?"
    patterns = {
        # another place: "for solar and 4 percent"
        "plain": rf"(?:\s+(?:{words['among']})\s+(?:[\w-]+\s+){{1,4}}(?:{words['and']})\s+|{joined})",
        # the size in other words: ", or 4 percent"
        "same": rf",?\s+(?:{words['same']})\s+(?:{words['again']}\s+)?|\s*[(\[]\s*",
        # another time, or the parts of the whole: "in 2022 and 5 percent"
        "more": rf"{where}(?:{link}|:\s+(?:{words['again']}\s+)?)",
        # another subject: ", and imports by 4 percent"
        "other": rf"(?:{joined})(?:{word}\s+){{1,3}}(?:(?:{words['again']})\s+)?",
        "of": r"\s+of\b",
        "closed": rf"\s*(?:[,.;:)\]]|\Z|(?:{words['behind']})\b)",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def continues_movement(between: str, behind: str, *, same_unit: bool) -> bool:
    """Whether the words between and behind two figures make the later one a size of the same movement."""
    patterns = _patterns()
    if len(between) > _NEAR or patterns["of"].match(behind):
        return False
    if patterns["same"].fullmatch(between):
        return True
    if not same_unit:
        return False
    if patterns["plain"].fullmatch(between) or patterns["more"].fullmatch(between):
        return True
    return bool(patterns["other"].fullmatch(between) and patterns["closed"].match(behind))
