"""Ranges: two figures that are the ends of one ("between $5 and $7", "15-25%"), and those that are two levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..language import alternatives, table
from .quantity import Quantity

__all__ = ["joined", "link", "ranged"]

_DASH = re.compile(r"\s?[-–—−]\s?\Z")
_REACH = 60
"""How far left of the first figure the words may begin that make two figures a range or none, in characters."""
_APART = 5
"""How many times the size of a movement the level is that it came to, at the least: "a rise in sales of 3 to 40"."""
_KINDS = frozenset({"cardinal", "vague", "fraction", "multiplier"})


@cache
def _between() -> dict[str, re.Pattern[str]]:
    """What may stand between two figures, by what it makes of them."""
    words = table("series")["between"]
    lead, article = alternatives(words["lead"]), alternatives(words["article"])
    either = alternatives(words["list"])
    return {
        "dash": _DASH,
        # "a five- to seven-year term", "a 3-to-5-year term"
        "to": re.compile(rf"-?\s+(?:{alternatives(words['to'])})\s+\Z|-(?:{alternatives(words['to'])})-\Z"),
        "or": re.compile(rf"-?\s+(?:{alternatives(words['or'])})\s+\Z|-(?:{alternatives(words['or'])})-\Z"),
        "and": re.compile(rf"\s+(?:{alternatives(words['and'])})\s+(?:(?:{article})\s+)?\Z"),
        "list": re.compile(rf"\s?(?:,|,?\s+(?:{either}))\s+(?:(?:{lead})\s+)?\Z"),
    }


def link(between: str) -> str:
    """What the words between two figures make of them: ``dash``, ``to``, ``or``, ``and``, ``list`` or nothing."""
    if len(between) > 30:
        return ""
    return next((name for name, pattern in _between().items() if pattern.fullmatch(between)), "")


@cache
def _before() -> dict[str, re.Pattern[str]]:
    """What may stand before the first of two figures, by what it makes of them."""
    words = table("series")["before"]
    article = alternatives(table("series")["between"]["article"])
    filler = rf"(?:(?:{alternatives(words['filler'])})\s+)*(?:(?:{article})\s+)?"
    by, start = alternatives(words["by"]), alternatives(words["from"])
    ranging = rf"\b(?:{alternatives(words['ranging'])})\s+(?:\w+\s+){{0,2}}?"
    patterns = {
        "from": rf"\b(?:{start})\s+{filler}\Z",
        "ranging": rf"{ranging}(?P<from>{start})\s+{filler}\Z",
        "between": rf"\b(?:{alternatives(words['between'])})\s+{filler}\Z",
        "moved": rf"\b(?:{alternatives(words['moved'])})\s+(?:(?:{by})\s+)?{filler}\Z",
        "named": rf"\b(?:{alternatives(words['movements'])})\s+in\s+(?:[\w’'-]+\s+){{1,6}}?of\s+(?:\w+\s+){{0,2}}\Z",
        "by": rf"\b(?:{by})\s+{filler}\Z",
        "open": rf"\b(?:{alternatives(words['open'])})\b[^.;]*\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def ranged(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a sentence, each range made one; never "from X to Y", which are two levels."""
    merged: list[Quantity] = []
    for figure in figures:
        pair = joined(text, merged[-1], figure) if merged else None
        if pair:
            merged[-1] = pair
        else:
            merged.append(figure)
    return merged


def joined(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Both as one range where the words between and before them say so."""
    if not _may_join(low, high):
        return None
    start = _start(text, low, high)
    if start is None:
        return None
    return replace(
        high,
        start=start,
        number_start=low.number_start,
        value=None,
        low=low.value,
        high=high.value,
        modifier="range",
        spelled=low.spelled,
        unit=high.unit or low.unit,
    )


def _may_join(low: Quantity, high: Quantity) -> bool:
    if low.value is None or high.value is None or low.disposition or high.disposition:
        return False
    if low.kind not in _KINDS or high.kind not in _KINDS or (low.unit and high.unit and low.unit != high.unit):
        return False
    return low.value < high.value and high.start >= low.end


def _start(text: str, low: Quantity, high: Quantity) -> int | None:
    """Where the range begins ("between" is part of it), or None where the two figures are no range."""
    name = link(text[low.end : high.start])
    if name == "and":
        return _found(text, low, "between")
    if name == "to":
        ranging = _before()["ranging"].search(text, max(0, low.start - _REACH), low.start)
        if ranging:
            return ranging.start("from")
        return None if _is_movement(text, low, high) else low.start
    if name == "dash":
        return low.start
    return low.start if name == "or" and _is_close(low, high) else None


def _found(text: str, low: Quantity, name: str) -> int | None:
    match = _before()[name].search(text, max(0, low.start - _REACH), low.start)
    return match.start() if match else None


def _is_movement(text: str, low: Quantity, high: Quantity) -> bool:
    """Whether "X to Y" says where something moved: after "from", a verb of change, its "by", or "an increase in … of".

    What is to come moves by a range ("will add 2,000 to 3,000 jobs"); what has come moved by one size to one level.
    """
    if _found(text, low, "from") is not None:
        return True
    if _found(text, low, "named") is not None and low.value and high.value and high.value >= _APART * low.value:
        return True
    if _found(text, low, "moved") is None and _found(text, low, "by") is None:
        return False
    if low.unit and low.end == low.number_end and low.start == low.number_start:
        return False  # one unit for both: "fell by 3 to 5 percent"
    return _found(text, low, "open") is None


def _is_close(low: Quantity, high: Quantity) -> bool:
    """Whether "X or Y" blurs one number ("five or six"): two plain numbers near to each other."""
    if low.unit.startswith("percent") or not low.kind == high.kind == "cardinal":
        return False
    near = low.value is not None and high.value is not None and high.value <= 2 * low.value + 1
    return near and (low.unit == high.unit or not low.unit)
