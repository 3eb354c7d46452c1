"""When a figure holds: the date that its sentence gives it, or the words that only the reader's calendar resolves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Sought, first_words
from ..quantities.model import Quantity
from .spot import Spot

__all__ = ["period_of"]

_YEAR = re.compile(r"\d{4}")
_STOP = re.compile(r"[,;]|\d{4}")
_TAKEN = re.compile(r"[,;\0]|\d{4}")
_REACH = 60
"""How far before a date the words may begin that say how it is meant, in characters."""
_OPENING = 40
"""A date that ends so near to the start of its sentence, with a comma behind it, opens the sentence."""
_FAR = 400
"""How far from a figure a date or a word of time may stand, in characters."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("periods").items() if name != "vague"}
    parts = rf"(?:(?:{words['parts']})[-\s]?\s?)?"
    any_words = r"(?:[\w.’'-]+\s+){0,6}\Z"
    patterns = {
        "baseline": rf"\b(?:{words['baseline']})\s+(?:the\s+)?{any_words}",
        "since": rf"\b(?:{words['since']})\s+(?:the\s+)?{any_words}",
        "through": rf"\b(?:{words['through']})\s+\Z",
        "preposition": rf"\b(?:{words['prepositions']})\s+(?:the\s+)?{parts}\Z",
        "opened": rf"\s+(?:{words['from']})\b[^,;]*\Z",
        "closed": rf"[^;]*\b(?:{words['to']})\b[^;]*\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def _turn() -> Sought:
    """Where a sentence turns to something else."""
    turns = alternatives(table("periods")["turns"])
    return Sought(re.compile(rf";|,\s+(?:(?:{turns})|and\s+\w+\s+\w+ed)\b", re.IGNORECASE))


@cache
def _month() -> Sought:
    """A month without a year, with its preposition: "in early April"."""
    known = table("periods")
    months = alternatives(names[0] for names in table("dates")["months"])
    parts = rf"(?:(?:{alternatives(known['parts'])})[-\s]?\s?)?"
    before = known["month_prepositions"]
    pattern = rf"\b(?P<words>(?:{alternatives(before)})\s+{parts}(?P<month>{months}))\b(?!,?\s+\d)"
    return Sought(re.compile(pattern, re.IGNORECASE), first_words(before))


@cache
def _vague() -> Sought:
    """Words such as "over the last ten years" or "today"."""
    known = table("periods")["vague"]
    words = {name: alternatives(found) for name, found in known.items()}
    begins = first_words([*known["leads"], "the", *known["which"], *known["phrases"]])
    pattern = re.compile(
        rf"""
        \b(?:(?:{words["leads"]})\s+)?
        (?: (?:the\s+)?(?:{words["which"]})\s+(?:(?:{words["counts"]}|\d+)\s+)?(?:{words["units"]})
              (?:\s+(?:{words["tails"]}))?
          | {words["phrases"]} )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    return Sought(pattern, begins)


def period_of(spot: Spot, dates: Sequence[Quantity], *, change: bool) -> tuple[str, str]:
    """EDTF period and the words that give it, for a figure; both empty where none is given.

    ``dates`` are the sentence's; ``change`` says that the figure is the size of a movement, which takes a span.
    """
    usable = [date for date in dates if date.period and abs(date.start - spot.start) < _FAR]
    spanned = _spanned(spot, usable) if change else ""
    if spanned:
        return spanned, ""
    month = _month_behind(spot, usable)
    if month:
        return month
    if _vague_near(spot):
        return "", _vague_words(spot)
    chosen = _follows(spot, usable) or _opens(spot, usable) or _precedes(spot, usable) or _nearest(spot, usable)
    if chosen is None:
        return "", _vague_words(spot)
    return _bounded(spot, chosen), _words(spot, chosen)


def _around(spot: Spot) -> tuple[int, int]:
    return max(spot.sentence[0], spot.start - _FAR), min(spot.sentence[1], spot.end + _FAR)


def _vague_words(spot: Spot) -> str:
    match = spot.words.first(_vague(), *_around(spot))
    return match[0] if match else ""


def _month_behind(spot: Spot, dates: Sequence[Quantity]) -> tuple[str, str] | None:
    """A month without a year right behind a figure takes the year of the date before it: "February 2020 … in April"."""
    match = spot.words.first(_month(), spot.end, min(spot.high, spot.end + _FAR))
    if match is None or spot.words.has(_turn(), spot.end, match.start()):
        return None
    earlier = [date for date in dates if date.start < match.start() and _YEAR.match(date.period)]
    if not earlier or any(spot.end <= date.start < match.start() for date in dates):
        return None
    names = [names[0].lower() for names in table("dates")["months"]]
    return f"{earlier[-1].period[:4]}-{names.index(match['month'].lower()) + 1:02d}", match["words"]


def _spanned(spot: Spot, dates: Sequence[Quantity]) -> str:
    """The span of a movement "from … in 2010 to … in 2020"."""
    behind = [date for date in dates if date.start >= spot.end][:2]
    if len(behind) < 2:
        return ""
    first, second = behind
    opened = _patterns()["opened"].match(spot.text[spot.end : first.start])
    closed = _patterns()["closed"].match(spot.text[first.end : second.start])
    if opened and closed and "/" not in first.period + second.period and second.start - first.end < _REACH:
        return f"{first.period}/{second.period}" if first.period <= second.period else ""
    return ""


def _vague_near(spot: Spot) -> bool:
    """Whether words such as "last year" stand nearer to a figure than any date could: within its own clause."""
    low, high = _around(spot)
    match = spot.words.first(_vague(), spot.end, min(spot.high, high))
    if match and not _TAKEN.search(spot.text, spot.end, match.start()):
        return True
    earlier = spot.words.within(_vague(), max(spot.low, low), spot.start)
    return any(not _STOP.search(spot.text, match.end(), spot.start) for match in earlier)


def _is_baseline(spot: Spot, date: Quantity, low: int) -> bool:
    """Whether the words before a date make it what the figure is compared with; "since" gives the figure its time."""
    before = spot.text[max(low, date.start - _REACH) : date.start]
    return bool(_patterns()["baseline"].search(before)) and not _patterns()["since"].search(before)


def _follows(spot: Spot, dates: Sequence[Quantity]) -> Quantity | None:
    """The first date behind a figure, before the next figure and within its clause, that is no baseline."""
    for date in dates:
        if spot.end <= date.start < spot.high:
            if spot.words.has(_turn(), spot.end, date.start):
                return None
            if not _is_baseline(spot, date, spot.end):
                return date
    return None


def _opens(spot: Spot, dates: Sequence[Quantity]) -> Quantity | None:
    """The date that a sentence opens with ("In 2019, …"), which holds for all its figures."""
    for date in dates:
        near = date.start < spot.start and date.start - spot.sentence[0] < _OPENING
        if near and spot.text[date.end : date.end + 1] == ",":
            return date
    return None


def _precedes(spot: Spot, dates: Sequence[Quantity]) -> Quantity | None:
    """The last date between the figure before and this one."""
    for date in reversed(dates):
        if date.end > spot.start:
            continue
        if date.start < spot.low:
            return None
        if not _patterns()["baseline"].search(spot.text, max(spot.low, date.start - _REACH), date.start):
            return date
    return None


def _nearest(spot: Spot, dates: Sequence[Quantity]) -> Quantity | None:
    """Any other date of the sentence, the nearest first; never a baseline, nor one behind a semicolon."""

    def apart(date: Quantity) -> int:
        return min(abs(date.start - spot.end), abs(spot.start - date.end))

    fitting = (date for date in sorted(dates, key=apart) if not _is_baseline(spot, date, 0))
    return next((date for date in fitting if ";" not in _between(spot, date)), None)


def _between(spot: Spot, date: Quantity) -> str:
    return spot.text[min(spot.end, date.end) : max(spot.start, date.start)]


def _bounded(spot: Spot, date: Quantity) -> str:
    """The period of a date, open at the end that its preposition leaves open: "since 2008", "through 2020"."""
    before = spot.text[max(spot.sentence[0], date.start - _REACH) : date.start]
    if "/" in date.period:
        return date.period
    if _patterns()["since"].search(before):
        return f"{date.period}/.."
    return f"../{date.period}" if _patterns()["through"].search(before) else date.period


def _words(spot: Spot, date: Quantity) -> str:
    """The date with the preposition before it."""
    match = _patterns()["preposition"].search(spot.text, max(spot.sentence[0], date.start - 20), date.start)
    return spot.text[match.start() if match else date.start : date.end]
