"""Ranges: two figures that are the ends of one ("between $5 and $7", "15-25%"), and those that are two levels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..catalogue.doubts import in_order
from ..catalogue.unit import Unit
from ..language import alternatives, table
from .hedges import before
from .quantity import Quantity

__all__ = ["bounded", "is_between", "joined", "link", "ranged"]

_DASH = re.compile(r"\s?[-–—−]\s?\Z|(?<=[\w%])[~～〜](?=[\d$€£])\Z|[~～〜]\Z")
_SPREAD = re.compile(r"\s?\(?(?:\+\s?/\s?[-–−]|±)\)?\s?")
_CHAIN = re.compile(r"\s?[<≤]\s?[A-Za-zΑ-ω]\w{0,10}\s?[<≤]\s?")
"""Between the ends of "3 < n < 9"."""
_NAMED = re.compile(r"\A\s\([A-Za-z][A-Za-z/.-]{0,9}\)")
"""An abbreviation that the text gives behind a unit: "4 million tonnes (mt) and 9 mt"."""
_ELLIPTIC = re.compile(r"\d{1,3},000")
_CLAUSE = 120
_AFTER = 60
"""How far from "from X to Y" the words may stand that tell a movement, in characters."""
_WIDE = 5
"""How many times the lower end the upper may be of "5-8,000" before it is in doubt."""
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
    either, blur = alternatives(words["list"]), rf"(?:(?:{alternatives(words['blur'])})\s+)?"
    hedge = rf"(?:(?:{alternatives(words['hedges'])})\s+)?"
    return {
        "dash": _DASH,
        # "a five- to seven-year term", "a 3-to-5-year term"
        "to": re.compile(rf"-?\s+(?:{alternatives(words['to'])})\s+{blur}\Z|-(?:{alternatives(words['to'])})-\Z"),
        "or": re.compile(rf"-?\s+(?:{alternatives(words['or'])})\s+\Z|-(?:{alternatives(words['or'])})-\Z"),
        "and": re.compile(rf"\s+(?:{alternatives(words['and'])})\s+{hedge}(?:(?:{article})\s+)?\Z"),
        "list": re.compile(rf"\s?(?:,|,?\s+(?:{either}))\s+(?:(?:{lead})\s+)?\Z"),
    }


def link(between: str) -> str:
    """What the words between two figures make of them: ``dash``, ``to``, ``or``, ``and``, ``list`` or nothing."""
    if len(between) > 30:
        return ""
    named = _NAMED.match(between)
    between = between[named.end() :] if named else between
    return next((name for name, pattern in _between().items() if pattern.fullmatch(between)), "")


@cache
def _before() -> dict[str, re.Pattern[str]]:
    """What may stand before the first of two figures, by what it makes of them."""
    words = table("series")["before"]
    article = alternatives(table("series")["between"]["article"])
    filler = rf"(?:(?:{alternatives([*words['filler'], *words['hedges']])})\s+)*(?:(?:{article})\s+)?"
    by, start = alternatives(words["by"]), alternatives(words["from"])
    ranging = rf"\b(?:{alternatives(words['ranging'])})\s+(?:\w+\s+){{0,2}}?"
    patterns = {
        "from": rf"\b(?:{start})\s+{filler}\Z",
        "ranging": rf"{ranging}(?P<from>{start})\s+{filler}\Z",
        "between": rf"\b(?:{alternatives(words['between'])})\s+{filler}\Z",
        "moved": rf"\b(?:{alternatives(words['moved'])})\s+(?:(?:{by})\s+)?{filler}\Z",
        "named": rf"\b(?:{alternatives(words['movements'])})\s+in\s+(?:[\w’'-]+\s+){{1,6}}?of\s+(?:\w+\s+){{0,2}}\Z",
        "by": rf"\b(?:{by})\s+{filler}\Z",
        "open": rf"\b(?:{alternatives(words['open'])}|to(?=\s+(?:\w+\s+)?(?:{alternatives(words['moved'])})\b))\b"
        r"[^.;]*\Z",
        "moving": rf"\b(?:{alternatives([*words['moved'], *words['movements'], *words['moves']])})(?:\b|(?<=\d))",
        "holding": rf"\b(?:{alternatives(words['holds'])})\b",
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
    spread = _spread(text, low, high)
    if spread:
        return spread
    if not _may_join(low, high):
        return None
    start = _start(text, low, high)
    if start is None:
        return None
    found = replace(
        high,
        start=start,
        number_start=low.number_start,
        value=None,
        low=low.value,
        high=high.value,
        modifier="range",
        hedge=_inner_hedge(text, low, high, start),
        spelled=low.spelled,
        unit=high.unit or low.unit,
        doubt=in_order(low.doubt, high.doubt),
    )
    if start < low.start and text[start : start + 4].lower() == "from" and not _is_sure(text, low, start):
        found = found.doubted("range_or_levels")
    return _elliptic(text, low, high, found)


def _is_sure(text: str, low: Quantity, start: int) -> bool:
    """Whether "from X to Y" is plainly a range: behind "ranging", or where a rule or sizes are spoken of."""
    if _before()["ranging"].search(text, max(0, low.start - _REACH), low.start):
        return True
    return (
        _before()["holding"].search(text[max(0, start - _CLAUSE) : start] + text[low.end : low.end + _CLAUSE])
        is not None
    )


def _spread(text: str, middle: Quantity, width: Quantity) -> Quantity | None:
    """A figure and what it may stray by as one range: "4% +/- 2%"."""
    if middle.value is None or width.value is None or not _SPREAD.fullmatch(text, middle.end, width.start):
        return None
    if middle.unit not in ("", width.unit) or middle.disposition or width.disposition:
        return None
    return replace(
        width,
        start=middle.start,
        number_start=middle.number_start,
        value=None,
        low=middle.value - width.value,
        high=middle.value + width.value,
        modifier="range",
    )


def _elliptic(text: str, low: Quantity, high: Quantity, found: Quantity) -> Quantity:
    """The range, its lower end in thousands too where only the upper is written so: "$3-6,000"."""
    written = text[high.number_start : high.number_end]
    if low.value is None or high.value is None or not _ELLIPTIC.fullmatch(written):
        return found
    bare = text[low.number_start : low.number_end].isdecimal() and link(text[low.end : high.start]) == "dash"
    if not bare or low.value * 1000 >= high.value:
        return found
    found = replace(found, low=low.value * 1000)
    return found.doubted("scale_shared") if high.value > _WIDE * low.value * 1000 else found


def bounded(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures, two bounds on one thing made one range: "more than 40 and less than 60"."""
    merged: list[Quantity] = []
    for figure in figures:
        low = merged[-1] if merged else None
        if low is not None and _are_bounds(text, low, figure):
            unit = figure.unit or low.unit
            merged[-1] = replace(
                figure, start=low.start, number_start=low.number_start, value=None, low=low.value, high=figure.value,
                unit=unit, modifier="range", hedge=low.hedge, doubt=in_order(low.doubt, figure.doubt),
            )  # fmt: skip
        else:
            merged.append(figure)
    return merged


def _are_bounds(text: str, low: Quantity, high: Quantity) -> bool:
    if low.modifier != "at_least" or high.modifier != "at_most" or low.disposition or high.disposition:
        return False
    if low.value is None or high.value is None or not low.hedge or not high.hedge or low.value >= high.value:
        return False
    alike = low.unit in ("", high.unit) and low.kind == high.kind == "cardinal"
    return alike and bool(_joining_bounds().fullmatch(text, low.end, high.start))


@cache
def _joining_bounds() -> re.Pattern[str]:
    return re.compile(rf",?\s+(?:{alternatives(table('series')['between']['bounds'])})\s+")


def is_between(text: str, first: Quantity) -> bool:
    """Whether the words before a figure make it the lower end of a range, which goes up: "between", "ranging from"."""
    if _found(text, first, "between") is not None:
        return True
    return _before()["ranging"].search(text, max(0, first.start - _REACH), first.start) is not None


def _inner_hedge(text: str, low: Quantity, high: Quantity, start: int) -> str:
    """The hedge of either end, which blurs the range: "between about 5 and 7", "5 to almost 7"."""
    found = before(text, start, low.start) or before(text, low.end, high.start)
    return text[found.start : found.end] if found else ""


def _may_join(low: Quantity, high: Quantity) -> bool:
    if low.value is None or high.value is None or low.disposition or high.disposition:
        return False
    if low.kind not in _KINDS or high.kind not in _KINDS or (low.unit and high.unit and low.unit != high.unit):
        return False
    return low.value < high.value and high.start >= low.end


def _start(text: str, low: Quantity, high: Quantity) -> int | None:
    """Where the range begins ("between" is part of it), or None where the two figures are no range."""
    name = link(text[low.end : high.start])
    if not name and _CHAIN.fullmatch(text, low.end, high.start):
        return low.start
    if name == "and":
        return _found(text, low, "between")
    if name == "to":
        ranging = _before()["ranging"].search(text, max(0, low.start - _REACH), low.start)
        if ranging:
            return ranging.start("from")
        if _is_movement(text, low, high):
            return None
        start = _found(text, low, "from")
        return low.start if start is None else start
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
    start = _found(text, low, "from")
    if start is not None:
        return _moves(text, start, high.end)
    if _found(text, low, "named") is not None and low.value and high.value and high.value >= _APART * low.value:
        return True
    if _found(text, low, "moved") is None and _found(text, low, "by") is None:
        return False
    if low.unit and low.end == low.number_end and low.start == low.number_start:
        return False  # one unit for both: "fell by 3 to 5 percent"
    return _found(text, low, "open") is None


def _moves(text: str, start: int, end: int) -> bool:
    """Whether the clause of "from X to Y" tells a movement, by its words or by the times that it gives."""
    around = text[max(0, start - _CLAUSE) : start] + " " + text[end : end + _AFTER]
    return "\0" in around or _before()["moving"].search(around) is not None


def _is_close(low: Quantity, high: Quantity) -> bool:
    """Whether "X or Y" blurs one number ("five or six"): two plain numbers near to each other."""
    if Unit.of(low.unit).is_share or not low.kind == high.kind == "cardinal":
        return False
    near = low.value is not None and high.value is not None and high.value <= 2 * low.value + 1
    return near and (low.unit == high.unit or not low.unit)
