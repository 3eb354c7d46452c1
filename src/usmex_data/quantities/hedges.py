"""The words beside a figure that bound or blur it, and what they make of it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from .model import Modifier

__all__ = ["Hedge", "after", "before"]

_MODIFIERS: tuple[Modifier, ...] = ("approx", "at_least", "at_most")
# "no project may receive more than", "cannot exceed": the negation turns the bound around.
_NEGATED = re.compile(
    r"\b(?:(?:no|none|nobody|neither|nor)\b[^,.;:()]*\b(?:may|can|shall|must|should|will|would|could|is|are|was|were|had|has|have)"
    r"|not|never|cannot)\b(?![^,.;:]*\b(?:but|only)\b)[^,.;:()]*\Z",
    re.IGNORECASE,
)
_REACH = 60
"""How far left of a figure its hedge may begin, in characters: the longest forms of the table with a filler word."""


class Hedge(NamedTuple):
    """A hedge's span, what it makes of the figure, and whether it touches it."""

    start: int
    end: int
    modifier: Modifier
    touches: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    hedges = table("hedges")
    left = "|".join(rf"(?P<{name}>{alternatives(hedges[name]['before'])})" for name in _MODIFIERS)
    right = "|".join(rf"(?P<{name}>{alternatives(hedges[name]['after'])})" for name in _MODIFIERS)
    filler = alternatives(hedges["transparent"]["words"])
    return (
        re.compile(rf"(?<![\w-])(?:{left})(?P<gap>\s*(?:[(]\s*)?(?:(?:{filler})\s+){{0,2}})\Z", re.IGNORECASE),
        re.compile(rf"(?:\s|,\s)?(?:{right})(?!\w)", re.IGNORECASE),
    )


def before(text: str, start: int, position: int) -> Hedge | None:
    """The hedge that ends at ``position`` (fillers such as "only" between), not reaching left of ``start``."""
    left = _patterns()[0]
    low = max(start, position - _REACH)
    match = left.search(text, low, position)
    if match is None:
        return None
    name: Modifier = next(name for name in _MODIFIERS if match[name] is not None)
    if name != "approx" and _NEGATED.search(text, max(start, match.start() - 60), match.start()):
        name = "at_most" if name == "at_least" else "at_least"
    touches = not match["gap"].strip(" \n\t(") or match["gap"].strip().lower() in ("a", "an", "by")
    if _is_preposition(text, match, start):
        return None
    return Hedge(match.start(), match.start("gap"), name, touches)


def after(text: str, position: int, end: int) -> Hedge | None:
    """The hedge that begins at ``position``: "100 or more", "at most" behind its figure."""
    match = _patterns()[1].match(text, position, end)
    if match is None:
        return None
    name: Modifier = next(name for name in _MODIFIERS if match[name] is not None)
    return Hedge(match.start(name), match.end(), name, touches=True)


def _is_preposition(text: str, match: re.Match[str], start: int) -> bool:
    """Whether "above" or "near" names a place or "over" a comparison's loser, and not a bound of the figure."""
    word = match[0][: match.start("gap") - match.start()].lower()
    if word in ("c.", "ca.", "near", "beyond"):
        return bool(re.search(r"\w\.?$", text[max(start, match.start() - 2) : match.start()]))
    return False
