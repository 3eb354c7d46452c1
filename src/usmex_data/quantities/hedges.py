"""The words beside a figure that bound or blur it, and what they make of it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from .quantity import Modifier, Quantity

__all__ = ["Hedge", "after", "before", "hedged"]

_MODIFIERS: tuple[Modifier, ...] = ("approx", "at_least", "at_most")
_TURNED: dict[Modifier, Modifier] = {"at_least": "at_most", "at_most": "at_least"}
_REACH = 60
"""How far left of a figure its hedge may begin, in characters: the longest forms of the table with a filler word."""
_ADDED = re.compile(r"\s+[$€£¥]?\d")
"""What a "plus" adds, which is then no hedge: "3 percent plus 2 dollars"."""
_LETTER_BEFORE = re.compile(r"\w\.?\s?\Z")


class Hedge(NamedTuple):
    """A hedge's span, what it makes of the figure, and whether it touches it."""

    start: int
    end: int
    modifier: Modifier
    touches: bool


def _words(part: str) -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("hedges")[part]
    return words


@cache
def _left() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{name}>{alternatives(_words(name)['before'])})" for name in _MODIFIERS)
    filler = alternatives(_words("transparent")["words"])
    return re.compile(rf"(?<![\w-])(?:{kinds})(?P<gap>\s{{0,3}}(?:[(]\s?)?(?:(?:{filler})\s+){{0,2}})\Z", re.IGNORECASE)


@cache
def _right() -> re.Pattern[str]:
    kinds = "|".join(rf"(?P<{name}>{alternatives(_words(name)['after'])})" for name in _MODIFIERS)
    return re.compile(rf"(?:\s|,\s)?(?:{kinds})(?![\w-])(?!\s+(?:than|or\s+minus)\b|/)", re.IGNORECASE)


@cache
def _last_words() -> frozenset[str]:
    """The words with which a hedge on the left, or its filler, may end; anything else is no hedge."""
    forms = [word for name in _MODIFIERS for word in _words(name)["before"]] + _words("transparent")["words"]
    return frozenset(form.split()[-1].lower() for form in forms)


@cache
def _negated() -> re.Pattern[str]:
    """A negation that governs what follows: "no project may receive more than", "cannot exceed"."""
    words = _words("negation")
    return re.compile(
        rf"""
        \b(?: (?:{alternatives(words["subjects"])})\b[^,.;:()]*\b(?:{alternatives(words["auxiliaries"])})
            | {alternatives(words["words"])} )\b
        (?![^,.;:]*\b(?:{alternatives(words["lifted"])})\b)
        [^,.;:()]*\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


def before(text: str, start: int, position: int) -> Hedge | None:
    """The hedge that ends at ``position`` (fillers such as "only" between), not reaching left of ``start``."""
    low = max(start, position - _REACH)
    nearest = text[low:position].rstrip(" \n\t(").rpartition(" ")[2].lstrip("([").lower()
    if nearest not in _last_words() and nearest[-1:] not in ("~", "≈", "∼", "<", ">", "=", "≤", "≥"):
        return None
    match = _left().search(text, low, position)
    if match is None or _is_preposition(text, match, start) or _is_phrasal(text, match, start):
        return None
    name: Modifier = next(name for name in _MODIFIERS if match[name] is not None)
    if name != "approx" and _negated().search(text, max(start, match.start() - _REACH), match.start()):
        name = _TURNED[name]
    gap = match["gap"].strip(" \n\t(").lower()
    apart = text[match.start() : match.start("gap")].lower() in _words("apart")["words"]
    return Hedge(match.start(), match.start("gap"), name, not apart and (not gap or gap in _words("touching")["words"]))


def _is_preposition(text: str, match: re.Match[str], start: int) -> bool:
    """Whether "near" or "beyond" names a place, and no bound of the figure: a noun stands straight before it.

    A verb before it is none: "prices hovered near $4".
    """
    word = match[0][: match.start("gap") - match.start()].lower()
    if word not in _words("prepositions")["words"]:
        return False
    if not _LETTER_BEFORE.search(text, max(start, match.start() - 3), match.start() - 1):
        return False
    last = _last_word(text, start, match.start())
    return not last or last not in _words("prepositions")["verbs"]


def _is_phrasal(text: str, match: re.Match[str], start: int) -> bool:
    """Whether the "up" of "up to" belongs to the verb before it: "scale up to 75,000"."""
    words = match[0][: match.start("gap") - match.start()].lower()
    return words == "up to" and _last_word(text, start, match.start()) in _words("phrasal")["verbs"]


def _last_word(text: str, start: int, end: int) -> str:
    words = text[max(start, end - _REACH) : end].split()
    return words[-1].lower() if words else ""


def after(text: str, position: int, end: int) -> Hedge | None:
    """The hedge that begins at ``position``: "100 or more", "at most" behind its figure."""
    match = _right().match(text, position, end)
    if match is None or (match[0].endswith("plus") and _ADDED.match(text, match.end())):
        return None
    name: Modifier = next(name for name in _MODIFIERS if match[name] is not None)
    return Hedge(match.start(name), match.end(), name, touches=True)


# ------------------------------------------------------------------------------------------ hedges of a figure
def hedged(text: str, figure: Quantity, floor: int, ceiling: int) -> Quantity:
    """The figure with the hedge beside it, and with the article of "a third"; others' figures bound the search."""
    if figure.kind in ("ordinal", "date", "masked") or figure.disposition:
        return figure
    left = before(text, floor, figure.start)
    if left:
        start = left.start if left.touches and figure.kind != "rank" else figure.start
        return _with(text, figure, left, start, figure.end)
    start = _article(text, figure)
    right = after(text, figure.end, ceiling) or _inside(text, figure)
    if right and figure.kind != "rank":
        return _with(text, figure, right, start, max(figure.end, right.end))
    return replace(figure, start=start) if start != figure.start else figure


def _with(text: str, figure: Quantity, hedge: Hedge, start: int, end: int) -> Quantity:
    words = text[hedge.start : hedge.end]
    return replace(figure, start=start, end=end, hedge=words, modifier=combined(hedge.modifier, figure))


def combined(modifier: Modifier, figure: Quantity) -> Modifier:
    """What a hedge makes of a figure: a hedged range stays a range, "more than doubled" is at least."""
    return "range" if figure.modifier == "range" else modifier


@cache
def _takes_article() -> re.Pattern[str]:
    """A word that needs an article to be a number: "third", "hundred"; the "a" of "a five-year plan" is the plan's."""
    numbers = table("numbers")
    return re.compile(rf"(?:{alternatives([*numbers['scale'], *numbers['denominator'], 'couple'])})\b", re.IGNORECASE)


def _article(text: str, figure: Quantity) -> int:
    """Where the figure starts with the article that belongs to it: "a third", "a hundred"."""
    low = figure.start - 2
    own = (
        figure.spelled
        and figure.kind in ("cardinal", "fraction")
        and text[max(0, low) : figure.start].lower() == "a "
        and _takes_article().match(text, figure.number_start)
    )
    return low if own and text[max(0, low - 1) : low] in ("", " ", "(") else figure.start


def _inside(text: str, figure: Quantity) -> Hedge | None:
    """A hedge between a number and its unit: "1,100+ miles"; a "+" before digits is the next figure's sign."""
    plus = text.find("+", figure.number_start, figure.number_end)
    if plus > 0 and text[plus + 1 : plus + 2].isspace():  # "$395+ billion"
        return Hedge(plus, plus + 1, "at_least", touches=True)
    found = after(text, figure.number_end, len(text))
    return found if found and found.end <= figure.end else None
