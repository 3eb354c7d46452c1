"""The years of times that name none: "in April", "a year earlier", "the same quarter of 2022"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..language import alternatives, table
from ..quantities.dates import with_year
from ..quantities.fiscal import shifted, width
from .mention import Words
from .moment import Anchors, Time
from .named_times import before_of
from .relative import is_ago, is_inside, loose_phrases, of_same, resolved

__all__ = ["with_years"]

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\b")
_TWELVE = 12
_WRAPS = 9
"""A month so much earlier in the year than the one before it lies in the next: "in December 2020 … in January"."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    periods = table("periods")
    words = {name: alternatives(found) for name, found in periods["times"].items()}
    parts = rf"(?:(?:the\s+)?(?:{alternatives(periods['parts'])})[-\s]?\s?)?"
    patterns = {
        "forward": rf"\b(?:{words['forward']})\s+(?:the\s+)?{parts}\Z",
        "backward": rf"\b(?:{words['backward']})\s+(?:[\w$€£.,%-]+\s+){{0,4}}{parts}\Z",
        "calendar": rf"\b(?i:{words['calendar']})\s+\Z",
        # "the fourth quarter of last year"
        "of_now": rf"\s+(?:of\s+)?(?:{words['calendar']})\s+(?:{words['years']})\b",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def with_years(words: Words, times: Sequence[Time], anchors: Anchors) -> list[Time]:
    """The times, each without a year given that of the one before it, of the one behind it, or of what is known."""
    found: list[Time] = []
    for index, time in enumerate(times):
        if time.period:
            found.append(_as_same(words, time, found, anchors))
            continue
        anchor = next((each for each in reversed(found) if _gives_year(each)), None)
        plain = next((each for each in reversed(found) if each.compared < 0 and _gives_year(each)), None)
        anchor = plain or (None if anchors.inherited else anchor) if _is_phrase(words, time) else anchor
        period = anchor.period if anchor else ""
        if not anchor and words.text[time.start : time.end] in _month_numbers():
            period = next((each.period for each in times[index:] if _gives_year(each)), "")
        dated = _dated(words, time, period, anchors)
        if dated is not None:
            found.append(replace(time, period=dated, doubtful=bool(anchor and anchor.doubtful and dated)))
    return found


def _as_same(words: Words, time: Time, before: Sequence[Time], anchors: Anchors) -> Time:
    """A year as that of the part named before it: "the same quarter of 2022"."""
    if len(time.period) != len("2022") or not of_same(before_of(words, time.start)):
        return time
    anchor = next((each.period for each in reversed(before) if width(each.period)), anchors.inherited or anchors.known)
    if not anchor[:4].isdigit() or not time.period.isdigit():
        return time
    return replace(time, period=shifted(anchor, int(time.period) - int(anchor.rpartition("/")[2][:4])))


def _is_phrase(words: Words, time: Time) -> bool:
    return loose_phrases().pattern.fullmatch(words.text, time.start, time.end) is not None


def _gives_year(time: Time) -> bool:
    """Whether a time may give another its year: what a figure is compared with, only if it is a month too."""
    return bool(_YEAR.match(time.period)) and (time.compared < 0 or bool(_MONTH.match(time.period)))


@cache
def _month_numbers() -> dict[str, int]:
    return {names[0]: number for number, names in enumerate(table("dates")["months"], 1)}


def _dated(words: Words, time: Time, anchor: str, anchors: Anchors) -> str | None:
    """The period of a time without a year, which ``anchor`` gives, or what is known; empty where none gives it.

    None for words that are no time here.
    """
    text = words.text[time.start : time.end]
    if _patterns()["calendar"].search(before_of(words, time.start)):
        return ""
    if _patterns()["of_now"].match(words.text, time.end, words.end):
        return ""
    near = anchor or anchors.inherited
    phrase = resolved(text, near or anchors.known)
    if not phrase and anchors.over and anchors.over != (near or anchors.known) and is_inside(text):
        phrase = resolved(text, anchors.over)
    if phrase is not None:
        return "" if is_ago(text) and (time.compared < 0 or not near) else phrase
    if _is_phrase(words, time):
        return None
    year = anchor or anchors.known
    late = not year
    year = year or anchors.released
    first, _, last = year.partition("/")
    if not year or not year[:4].isdigit():
        return ""
    if text in _month_numbers():
        if last and last[:4] != first[:4]:
            return _month_within(_month_numbers()[text], first, last)
        return _month_of(words, time, _month_numbers()[text], last or first, late=late)
    if last and last[:4] != first[:4]:
        return ""
    return with_year(text, first[:4])


def _month_within(month: int, first: str, last: str) -> str:
    """A month of a span of no more than a year that lies in two: "October" in a fiscal year."""
    if not 0 < width(f"{first}/{last}") <= _TWELVE:
        return ""
    year = first[:4] if month >= int(first[5:7]) else last[:4]
    return f"{year}-{month:02d}"


def _month_of(words: Words, time: Time, month: int, anchor: str, *, late: bool) -> str:
    """A month in the year of its anchor, or in the one before or after it where the sentence looks that way.

    ``late`` says that the anchor is when the text came out: what it tells was before, unless it looks forward.
    """
    year = int(anchor[:4])
    if _MONTH.match(anchor):
        gap, before = month - int(anchor[5:7]), before_of(words, time.start)
        ahead = _patterns()["forward"].search(before)
        if gap > 0 and (_patterns()["backward"].search(before) or (late and not ahead)):
            year -= 1
        elif gap < 0 and (ahead or (-gap >= _WRAPS and not late)):
            year += 1
    return f"{year}-{month:02d}"
