"""How times stand in their sentence: as the ends of one span, what closes a comparison, what opens a clause."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..language import alternatives, table
from ..quantities.fiscal import width
from ..quantities.quantity import Quantity
from .comparison import comparison_start
from .mention import Words
from .moment import Time
from .named_times import before_of

__all__ = ["is_aim", "is_end", "is_since", "joined", "placed"]

_YEARS = re.compile(r"\d{4}/\d{4}")
_OPENING = 40
"""A time that ends so near to the start of its sentence, with a comma behind it, opens the sentence."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    periods = table("periods")
    words = {name: alternatives(found) for name, found in periods["times"].items()}
    parts = rf"(?:(?:the\s+)?(?:{alternatives(periods['parts'])})[-\s]?\s?)?"
    led = rf"(?:{words['leads']})\s+(?:the\s+)?(?:[\w-]+\s+)?{parts}"
    patterns = {
        "span": rf"\b(?i:{words['span_from']})\s+(?i:the\s+)?{parts}\Z",
        "joined": rf"\s*,?\s+(?P<to>{words['span_to']})\s+(?:the\s+)?{parts}\Z",
        "through": rf"\s+(?:{words['span_through']})\s+\Z",
        "opens": rf"(?:[;:—–]|,\s+(?:{words['turns']})|\b(?:{words['turns']}))\s+{led}\Z",
        "starts": rf"\W*(?i:{led})\Z",
        "since": rf"\b(?i:{alternatives(periods['since'])})\s+(?:the\s+)?(?:[\w.’'-]+\s+){{0,6}}\Z",
        "aim": rf"\b(?i:{words['aims']})\s+(?:the\s+)?(?:end\s+of\s+)?\Z",
        "ends": rf"\b(?i:{words['until']})\s+(?:the\s+)?(?:end\s+of\s+)?\Z",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


def is_aim(words: Words, time: Time) -> bool:
    """Whether a time is when something is to be reached: "by 2026"."""
    return bool(_patterns()["aim"].search(before_of(words, time.start)))


def is_since(words: Words, time: Time) -> bool:
    """Whether a time is only when something began: "since 2008"."""
    return bool(_patterns()["since"].search(before_of(words, time.start)))


def is_end(words: Words, time: Time) -> bool:
    """Whether a time only ends a span: "until 2030"."""
    return bool(_patterns()["ends"].search(before_of(words, time.start)))


def joined(words: Words, times: Sequence[Time], figures: Sequence[Quantity]) -> list[Time]:
    """The times, two that are the ends of one span as one: "between FY 2008 and FY 2021"."""
    found: list[Time] = []
    for time in times:
        if found and _is_span(words, found[-1], time):
            found[-1] = _span(words, found[-1], time, figures)
        else:
            found.append(time)
    return found


def _is_span(words: Words, first: Time, second: Time) -> bool:
    if not first.period or not first.period <= second.period:
        return False
    if "/" in first.period + second.period and not (_is_led(words, first) and _is_whole(first) and _is_whole(second)):
        return False
    between = words.text[first.end : second.start]
    if _patterns()["through"].fullmatch(between):
        return True
    return bool(_patterns()["joined"].fullmatch(between)) and _is_led(words, first)


def _is_whole(time: Time) -> bool:
    """Whether a time is one stretch of months or years, and no day."""
    return width(time.period) > 0 or bool(_YEARS.fullmatch(time.period))


def _is_led(words: Words, time: Time) -> bool:
    return bool(_patterns()["span"].search(before_of(words, time.start)))


def _span(words: Words, first: Time, second: Time, figures: Sequence[Quantity]) -> Time:
    """Two times as one; what leads the span in ("from") compares nothing with it."""
    period = f"{first.period.partition('/')[0]}/{second.period.rpartition('/')[2]}"
    whole = replace(first, end=second.end, period=period, opens=False, ends=(first.period, second.period))
    return replace(whole, compared=-1, opens=_opens(words, whole, figures)) if _is_led(words, first) else whole


def placed(words: Words, time: Time, figures: Sequence[Quantity]) -> Time:
    """A time with what its place says: whether it closes a comparison, or opens a clause that states a figure."""
    compared = comparison_start(words, (time.start, time.end, time.period), figures)
    return replace(time, compared=compared, opens=compared < 0 and _opens(words, time, figures))


def _opens(words: Words, time: Time, figures: Sequence[Quantity]) -> bool:
    patterns, before = _patterns(), before_of(words, time.start)
    first = figures[0].start if figures else words.end
    near = time.end - words.start < _OPENING and time.end <= first
    if near and (words.text[time.end : time.end + 1] == "," or patterns["starts"].fullmatch(before)):
        return True
    stop = words.text.find(";", time.end, words.end)
    follows = any(time.end <= figure.start < (stop if stop >= 0 else words.end) for figure in figures)
    return follows and bool(patterns["opens"].search(before))
