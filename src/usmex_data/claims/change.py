"""Whether a figure is the size of a movement over time, and which way it went, or a level."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Sought, first_words
from .spot import Spot

__all__ = ["change_of"]

_REACH = 90
"""How far before a figure the verb of its movement may stand, in characters."""
_NEAR = 60
"""How far before a figure the preposition or noun of its movement may stand, in characters."""
_BEHIND = 100
_SHARES = ("percent", "basis", "ratio")


@cache
def _words() -> dict[str, str]:
    return {name: alternatives(words) for name, words in table("context")["change"].items()}


@cache
def _verbs() -> dict[str, Sought]:
    """The words that tell a movement, by its direction."""
    return {
        name: Sought(_patterns()[name], first_words(table("context")["change"][name]))
        for name in ("increase", "decrease")
    }


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = _words()
    earlier = rf"(?:{words['earlier']})\b|(?:in\s+)?\d{{4}}"
    patterns = {
        "increase": rf"\b(?:{words['increase']})\b",
        "decrease": rf"\b(?:{words['decrease']})\b",
        # "5 percent annual increase"
        "size": rf"\s*(?:(?:{words['size_adjectives']})\s+){{0,2}}(?:{words['size']})\b",
        # "from about 5", "at 7"
        "level": rf"\b(?:{words['level']})\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        # "a reduction of 5"
        "size_of": rf"\b(?:{words['size_of']})\s+of\s+(?:[\w-]+\s+){{0,2}}\Z",
        # "5 percent higher than in Canada", and with a time: "than last year"
        "than": rf"[^,.;]{{0,90}}\b(?:{words['than']})\b",
        "than_earlier": rf"[^,.;]{{0,90}}\b(?:{words['than']})\s+(?:{earlier})",
        # "will more than double", "twice as much as in 2017"
        "grew": rf"\b(?:{words['grew']})\s+(?:(?:{words['grew_hedges']})\s+)?\Z",
        "as_earlier": rf"\s+(?:{words['as_earlier']})\b",
        # between a verb of movement and its size
        "near": rf"(?:\s+(?:{words['between']}))*\s*",
        "named": rf"\s+(?:[\w’'.-]+\s+){{0,5}}(?:{words['size_links']})\s+(?:[\w-]+\s+){{0,2}}",
        "loose": r"\s+(?:[\w’'.$-]+\s+){0,6}(?:[–—-]\s+)?",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def change_of(spot: Spot, unit: str, word: str) -> str:
    """``increase`` or ``decrease`` where the figure is the size of a movement, else ``level``.

    ``word`` is what the numeral itself says ("doubled").
    """
    if unit == "rank":
        return "level"
    if word:
        return word
    if unit == "ratio":
        return _ratio(spot)
    behind = spot.text[spot.end : min(spot.high, spot.end + _BEHIND)]
    size = _patterns()["size"].match(behind)
    if size:
        return _sized(behind, size[0])
    before = spot.before(_NEAR, spot.low)
    if _patterns()["level"].search(before) and not _patterns()["size_of"].search(before):
        return "level"
    return _moved(spot, unit)


def _ratio(spot: Spot) -> str:
    """A multiplier compares places, unless something grew to it."""
    grew = _patterns()["grew"].search(spot.before(30, spot.low))
    return "increase" if grew or _patterns()["as_earlier"].match(spot.text, spot.end) else "level"


def _sized(behind: str, size: str) -> str:
    """A figure before the noun of its movement; compared with another place it is a level."""
    if _patterns()["than"].match(behind) and not _patterns()["than_earlier"].match(behind):
        return "level"
    return "decrease" if _patterns()["decrease"].search(size) else "increase"


def _moved(spot: Spot, unit: str) -> str:
    """The movement that the last verb before a figure tells, if nothing but its own words stand between."""
    low = max(spot.low, spot.start - _REACH)
    found = {name: spot.words.within(verbs, low, spot.start) for name, verbs in _verbs().items()}
    ends = {name: matches[-1].end() if matches else -1 for name, matches in found.items()}
    word = "increase" if ends["increase"] >= ends["decrease"] else "decrease"
    if ends[word] < 0:
        return "level"
    gap = spot.text[ends[word] : spot.start]
    wanted = ("near", "named", "loose") if unit.startswith(_SHARES) else ("near", "named")
    return word if any(_patterns()[name].fullmatch(gap) for name in wanted) else "level"
