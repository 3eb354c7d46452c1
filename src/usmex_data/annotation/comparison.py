"""What a figure is compared with: the times that close a comparison ("up from 5 in 2010", "its 2022 level")."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..language import alternatives, table
from ..quantities.fiscal import width
from ..quantities.quantity import Quantity
from .mention import Words

__all__ = ["comparison_start", "is_compared"]

_REACH = 90
"""How far before its time a comparison may begin, in characters."""
_YEAR = 12
_NAMED = 2
"""Words behind "over" or "from" without which a span of years is when, not what it is compared with."""
_BACK = re.compile(r"\b(?:earlier|ago|before|previously|prior|previous|preceding|last)\b|year-ago")
_BREAK = re.compile(r",\s|;|\)\s|\b(?:1[5-9]|20)\d\d\b")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("periods")["compared"].items()}
    parts = alternatives(table("periods")["parts"])
    filler = rf"(?:\s+(?:{words['likened']}|{parts}|\w+-(?:year|month|term)))*\s*\(?"
    plain = rf"(?!(?:{words['ends']}|{words['direct']}|{words['likened']})\b)[a-z]+"
    record = rf"\b(?:the|its|their|a)\s+(?:[\w-]+est|record|{words['superlatives']})\b"
    patterns = {
        "cue": rf"\b(?:(?P<with>{words['with']})|{words['direct']})\b",
        "placing": rf"\s+(?:{words['placing']})\b",
        "filler": filler,
        "likened": rf"(?:{words['with']}|{words['direct']})"
        rf"(?:\s+(?:{words['likened']}|{words['levels']}|[^\sA-Za-z]*\d[^\sA-Za-z]*))*\s*",
        "ends": rf"\s(?:{words['ends']})\s",
        "on": rf"\b(?:{words['on']})\s+\Z",
        "multiplied": rf"\s+(?:(?:[a-z-]+\s+){{0,2}}?as|{words['multiplied']})\b",
        "owner": rf"\b(?:{words['owners']})\s+\Z",
        "level": rf"\s+(?:{plain}\s+){{0,2}}?(?:{words['levels']})\b",
        "superlative": rf"{record}[^,;]*\b(?:{words['since']})\s+(?:the\s+)?(?:[\w-]+\s+)?\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def comparison_start(words: Words, time: tuple[int, int, str], figures: Sequence[Quantity]) -> int:
    """Where the comparison begins that a time closes, or -1; ``time`` is its start, end and period.

    A word of comparison that is a figure's own hedge ("more than 5 in 2010") compares nothing.
    """
    start, end, period = time
    low = max(words.start, start - _REACH)
    inside = [figure for figure in figures if low <= figure.end <= start]
    part = (0 < width(period) <= _YEAR and "/" in period) or _is_stretch(words.text[start:end], period)
    spans = "/" in period and not part
    found = _multiplied(words, start, inside)
    if found < 0:
        found = _cue(words, low, start, inside, spans=spans, part=part)
    return found if found >= 0 or spans else _attributive(words, start, end)


def is_compared(words: str) -> bool:
    """Whether words that lead from a comparison to its time name nothing else: "than in", "below its level of"."""
    return bool(_patterns()["likened"].fullmatch(words))


def _attributive(words: Words, start: int, end: int) -> int:
    """The place of a year that is only a level's name ("its 2022 price") or a record's ("the fastest since 1957")."""
    patterns, before = _patterns(), words.text[max(words.start, start - _REACH) : start]
    if patterns["owner"].search(before) or patterns["level"].match(words.text[end : min(words.end, end + 40)]):
        return start
    if patterns["superlative"].search(before):
        return start
    named = end - start == len("2022") or not any(map(str.isdigit, words.text[start:end]))
    on = patterns["on"].search(before) if named else None
    return start - len(before) + on.start() if on else -1


def _multiplied(words: Words, start: int, inside: Sequence[Quantity]) -> int:
    """Where the words behind a multiplier begin that lead to a time: "three times the number in 1970"."""
    for figure in reversed(inside):
        if figure.kind == "multiplier" and not figure.change:
            gap = words.text[figure.end : start]
            if _patterns()["multiplied"].match(gap) and not _BREAK.search(gap):
                return figure.end
    return -1


def _cue(words: Words, low: int, start: int, inside: Sequence[Quantity], *, spans: bool, part: bool) -> int:
    """Where the last word of comparison begins whose phrase goes on to a time: a span of years, or a part of one."""
    placed = table("periods")["compared"]["placed"]
    for match in reversed(list(_patterns()["cue"].finditer(words.text, low, start))):
        if any(figure.start <= match.start() < figure.end for figure in inside):
            continue
        gap = words.text[match.end() : start]
        if _BREAK.search(gap) or _patterns()["ends"].search(gap):
            return -1
        if match.start() == words.start and match[0] == "From":
            return -1
        between = any(match.end() <= figure.start for figure in inside)
        bare = not match["with"] and len(gap.split()) < _NAMED
        if between or (_is_direct(gap, match[0]) and not (bare and (spans or (part and match[0].lower() in placed)))):
            return match.start()
    return -1


def _is_stretch(text: str, period: str) -> bool:
    """Whether a time without a year is a stretch that something happens over: "the 12 months ending in May"."""
    return not period and len(text.split()) > _NAMED and not _BACK.search(text)


def _is_direct(gap: str, cue: str) -> bool:
    """Whether a word of comparison stands straight before its time: "below 1990", "from its peak in 2012"."""
    placing = cue.lower() != "from" and _patterns()["placing"].match(gap)
    return not placing and bool(_patterns()["filler"].fullmatch(gap))
