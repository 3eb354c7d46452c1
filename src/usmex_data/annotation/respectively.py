"""Shares out the times of a list among as many figures: "were $5 and $4 at June 30, 2023 and 2022, respectively"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from ..language import alternatives, table
from ..quantities.quantity import Quantity
from .mention import Words
from .moment import Time

__all__ = ["is_shared_out", "listed", "pairs", "shared_out"]


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = alternatives(table("periods")["times"]["respectively"])
    joins = alternatives(table("dates")["lists"])
    # an article, a preposition or "the year ended" may stand again before a member of the list
    again = r"(?:(?:in|at|on|for|during|of)\s+)?(?:the\s+)?"
    return re.compile(rf"\b(?i:{words})\b"), re.compile(rf"\s*(?:,|,?\s+(?:{joins}))\s+{again}")


def is_shared_out(words: Words) -> bool:
    """Whether a sentence says that what it lists belongs to figures one by one."""
    return _patterns()[0].search(words.text, words.start, words.end) is not None


def listed(text: str, first_end: int, second_start: int) -> bool:
    """Whether nothing but what joins the members of a list stands between two spans."""
    return _patterns()[1].fullmatch(text, first_end, second_start) is not None


def pairs(groups: Sequence[Sequence[tuple[int, int]]], figures: Sequence[Quantity]) -> dict[tuple[int, int], int]:
    """For each member of a list, where its figure begins: the last so many before the list, or else the next."""
    found: dict[tuple[int, int], int] = {}
    for group in groups:
        count, begin, end = len(group), group[0][0], group[-1][1]
        before = [figure.start for figure in figures if figure.end <= begin]
        behind = [figure.start for figure in figures if figure.start >= end]
        of_them = before[-count:] if len(before) >= count else behind[:count]
        if len(of_them) == count:
            found.update(zip(group, of_them, strict=True))
    return found


def shared_out(words: Words, times: Sequence[Time], figures: Sequence[Quantity]) -> list[Time]:
    """The times of a sentence, each of a list for its own figure where the sentence says "respectively"."""
    if len(times) < len(("one", "other")) or not is_shared_out(words):
        return list(times)
    groups: list[list[Time]] = []
    for time in times:
        if groups and listed(words.text, groups[-1][-1].end, time.start):
            groups[-1].append(time)
        else:
            groups.append([time])
    spans = [[(time.start, time.end) for time in group] for group in groups if len(group) > 1]
    own = pairs(spans, figures)
    return [
        replace(time, only=own[time.start, time.end], compared=-1) if (time.start, time.end) in own else time
        for time in times
    ]
