"""Whether a figure is a claim, and what it is where it is none."""

from __future__ import annotations

import re
from functools import cache

from ..catalogue.unit import Unit
from ..document.document import Block
from ..language import alternatives, table
from ..quantities.quantity import Disposition, Quantity
from ..quantities.units import TIME
from .counts import count_patterns, disposition_of_count
from .nouns import NounPhrase

__all__ = ["disposition_of"]

_AT_END = re.compile(r"\s*(?:[,.;)]|$)|\s+[\d$]")
_AMOUNT = re.compile(r"[$€£¥%]\s?\d|\d\s?%|\d[\d,.]*\s+(?:[a-z]+\s+){0,4}\Z|\b(?:percent|million|billion|trillion)\b")
_MOVING = re.compile(
    r"\w+(?:ing|ed)\s+(?:in\s+|out\s+|up\s+|down\s+|evenly\s+)?\Z|\b(?:ris|fall|grow|climb|declin)\w*\s+\Z"
)
_REACH = 64
"""How far before a number the words may begin that say what it counts, in characters."""
_DUE = 200
"""How far from a span of time the word may stand that makes it due, in characters."""
_SHARES = ("rank", "fraction", "odds", "vague", "digit_class")


@cache
def _windows() -> dict[str, re.Pattern[str]]:
    """What makes a span of time a window that only places an event."""
    words = {name: alternatives(found) for name, found in table("windows").items()}
    patterns = {
        "before": rf"\b(?:{words['before']})\s+(?:[a-z]+\s+)?\Z",
        "after": rf"\s+(?!(?:{words['loose']})\b)(?:{words['after']})\b",
        "outlook": rf"[\s-]+(?:\w+\s+)?(?:{words['outlook']})\b",
        "due": rf"\b(?:{words['due']})\b(?!\s+to\b)",
        "kinds": rf"\s(?:[a-z]+\s)?(?:{words['kinds']})\b",
        "placed": rf"\b(?:{words['placed']})\s+\Z",
        "term": rf"\b(?:{words['terms']})\s+(?:[\w-]+\s+){{0,3}}\Z",
        "after_term": rf"\s+(?:{words['terms_links']})\s+(?:the\s+|an?\s+)?[a-z]",
        "term_after": rf"\b(?:{words['terms']})\s+(?:[\w$€£%-]+\s+){{0,3}}after\s+\Z",
        "lasting": rf"\b(?:{words['lasting']})\s+\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def disposition_of(text: str, figure: Quantity, noun: NounPhrase | None, block: Block) -> Disposition:
    """What becomes of a figure; ``text`` is the document's, ``noun`` what a bare number counts."""
    if figure.disposition:
        named = block.kind == "heading" and figure.disposition in ("name", "reference")
        return "heading" if named else figure.disposition
    if figure.kind == "ordinal":
        return "heading" if block.kind == "heading" else "ordinal"
    if block.kind in ("names", "contents"):
        return "name"
    if figure.kind == "multiplier":
        return _multiplier(text, figure)
    unit = Unit.of(figure.unit)
    if unit.head in TIME and (not unit.is_rate or figure.kind in _SHARES):
        return _window_or_claim(text, figure)
    if figure.unit or figure.kind in _SHARES:
        return "claim"
    return disposition_of_count(text, figure, noun, block)


def _multiplier(text: str, figure: Quantity) -> Disposition:
    """A multiplier is a claim, but "double" only as a verb: "will double by 2030", no "double room"."""
    words, patterns = table("counting"), count_patterns()
    word = text[figure.number_start : figure.number_end].lower()
    adjective = word in words["multiplier_adjectives"]
    if not adjective and (figure.hedge or word not in words["multiplier_gerunds"]):
        return "claim"
    modal = patterns["modal"].search(text, max(0, figure.start - 16), figure.start)
    if modal and patterns["anything"].match(text, figure.end):
        return "claim"
    takes = patterns["object"].match(text, figure.end) or _AT_END.match(text, figure.end)
    verb = figure.hedge or not adjective or patterns["verb"].search(text, max(0, figure.start - 16), figure.start)
    return "claim" if verb and takes else "generic"


def _window_or_claim(text: str, figure: Quantity) -> Disposition:
    """A span of time is a claim where a rule or fact sets it, and a window where it only places an event."""
    patterns, (low, high) = _windows(), figure.sentence
    if _is_during(text, figure):
        return "window"
    compound = "-" in text[figure.number_end : figure.end]  # "a sixteen-year term"
    if compound and not figure.hedge and patterns["kinds"].match(text, figure.end):
        return "name"  # "the 12-month rate"
    if not compound and patterns["before"].search(text, max(low, figure.start - 40), figure.start):
        return "window"
    if figure.modifier == "at_most" or patterns["due"].search(
        text, max(low, figure.start - _DUE), min(high, figure.end + _DUE)
    ):
        return "claim"
    near = max(low, figure.start - _REACH)
    set_behind = patterns["after_term"].match(text, figure.end, high) and patterns["term"].search(
        text, near, figure.start
    )
    if set_behind or patterns["term_after"].search(text, near, figure.start):
        return "claim"
    if patterns["after"].match(text, figure.end, high) or patterns["outlook"].match(text, figure.end, high):
        return "window"
    placed = patterns["placed"].search(text, max(low, figure.start - 8), figure.start)
    return "window" if placed and not figure.hedge else "claim"


def _is_during(text: str, figure: Quantity) -> bool:
    """Whether "over" means during: behind an amount or a movement, "$2 trillion over ten years"."""
    low = max(figure.sentence[0], figure.start - _REACH)
    if figure.hedge.lower() != "over" or figure.modifier != "at_least":
        return False
    if _windows()["lasting"].search(text, low, figure.start):
        return False
    return bool(_AMOUNT.search(text, low, figure.start) or _MOVING.search(text, low, figure.start))
