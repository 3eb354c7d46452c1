"""Whether a figure is a claim, and what it is where it is none."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from ..document.model import Block
from ..language import alternatives, table
from ..quantities.model import Disposition, Quantity
from ..quantities.units import TIME
from .places import places
from .nouns import NounPhrase

__all__ = ["dispose"]

_DEFINITE = re.compile(
    r"\b(?:the|these|those|its|their|our|his|her|both|all|all\s+the|such|other|’s|'s)\s+(?:other\s+|following\s+|same\s+|remaining\s+|said\s+|new\s+)?\Z",
    re.IGNORECASE,
)
_POSSESSIVE = re.compile(r"(?:’s|'s|s’|s')\s+\Z")
_ENUMERATOR = re.compile(r"(?:(?<=[\s(])|^)\Z")
_OF_MOST = re.compile(
    r"\s+of\s+(?:the\s+|its\s+|their\s+|our\s+|these\s+|those\s+|them\b|us\b|which\b|whom\b)", re.IGNORECASE
)
_SUPERLATIVE = re.compile(r"\s+of\s+(?:the\s+)?(?:[\w.]+(?:’s|'s)\s+)?(?:most|least|\w+est)\b", re.IGNORECASE)
_LABEL = re.compile(r"(?:^|[•\n])\s*[A-Z][^.:;!?\n]{1,60}:\s*\Z|[|\t]\s*\Z")
_OUT_OF = re.compile(
    r"\b(?:of|in|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+|every\s+|Mexico['’]s\s+)?\Z", re.IGNORECASE
)
_NUMBER_BEFORE = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\s+(?:\w+\s+)?(?:of|in|out\s+of)\s+(?:the\s+|its\s+|their\s+|all\s+)?\Z",
    re.IGNORECASE,
)
_LABEL_WORD = re.compile(
    r"\b(?:year|day|week|month|phase|stage|chapter|part|section|article|number|no\.|step|round|act|pillar|option|level|grade|page|table|figure|box|line|group|type|category|scope|tier|version|schedule|annex|quarter|season|week)\s+\Z",
    re.IGNORECASE,
)
_AS_VERB = re.compile(
    r"\b(?:to|will|would|could|may|might|should|can|than|nearly|almost|about|roughly|or|and|had|have|has|was|is|were|are|by|at|be|not|least|around|over)\s+\Z",
    re.IGNORECASE,
)
_AS_OBJECT = re.compile(
    r"\s+(?:the|that|those|its|their|what|in|from|by|this|our|his|her|since|over|between|to|of|on|as|compared|within|during|every|again|[\d$])|\s*[,.;)]|\s*$",
    re.IGNORECASE,
)


@cache
def _window() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = table("windows")
    return (
        re.compile(rf"\b(?:{alternatives(words['before'])})(?:\s+(?:[a-z]+\s+)?)\Z", re.IGNORECASE),
        re.compile(rf"\s+(?:{alternatives(words['after'])})\b", re.IGNORECASE),
        re.compile(rf"[\s-]+(?:\w+\s+)?(?:{alternatives(words['outlook'])})\b", re.IGNORECASE),
    )


def dispose(text: str, figure: Quantity, noun: NounPhrase | None, block: Block) -> Disposition:
    """What becomes of a figure; ``text`` is the document's."""
    if figure.disposition:
        return (
            "heading" if block.kind == "heading" and figure.disposition in ("name", "reference") else figure.disposition
        )
    if figure.kind == "ordinal":
        return "heading" if block.kind == "heading" else "ordinal"
    if block.kind in ("names", "contents"):
        return "name"
    if figure.kind == "multiplier":
        return _multiplier(text, figure)
    if figure.kind in ("rank", "fraction", "odds", "vague", "digit_class"):
        return _window_or_claim(text, figure) if figure.unit.split("/")[0] in TIME else "claim"
    if figure.unit.split("/")[0] in TIME and "/" not in figure.unit:
        return _window_or_claim(text, figure)
    if figure.unit:
        return "claim"
    return _count(text, figure, noun, block)


def _multiplier(text: str, figure: Quantity) -> Disposition:
    word = text[figure.number_start : figure.number_end].lower()
    if word in ("double", "triple", "quadruple", "quintuple"):
        before = text[max(0, figure.start - 16) : figure.start]
        verb = bool(figure.hedge) or bool(_AS_VERB.search(before))
        return "claim" if verb and _AS_OBJECT.match(text, figure.end) else "generic"
    if word in ("doubling", "tripling", "halving", "quadrupling") and not figure.hedge:
        return "claim" if _AS_OBJECT.match(text, figure.end) else "generic"
    return "claim"


_DUE = re.compile(r"\b(?:shall|must|due|deadline|no\s+later\s+than|required)\b", re.IGNORECASE)


def _window_or_claim(text: str, figure: Quantity) -> Disposition:
    before, after, outlook = _window()
    low = figure.sentence[0]
    compound = "-" in text[figure.number_end : figure.end]
    if not compound and before.search(text[max(low, figure.start - 40) : figure.start]):
        return "window"
    if figure.modifier == "at_most" or _DUE.search(text, low, figure.sentence[1]):
        return "claim"
    if after.match(text, figure.end, figure.sentence[1]) and not re.match(
        r"\s+(?:in|on|into)\b", text[figure.end : figure.end + 6]
    ):
        return "window"
    if outlook.match(text, figure.end, figure.sentence[1]):
        return "window"
    if (
        re.search(r"\b(?:in|after)\s+\Z", text[max(low, figure.start - 8) : figure.start], re.IGNORECASE)
        and not figure.hedge
    ):
        return "window"
    return "claim"


def _count(text: str, figure: Quantity, noun: NounPhrase | None, block: Block) -> Disposition:
    value = figure.value if figure.value is not None else figure.high or Decimal(0)
    low = figure.sentence[0]
    before = text[max(low, figure.start - 64) : figure.start]
    hedged = bool(figure.hedge) or figure.modifier != "exact"
    small = value <= 12 and value == value.to_integral_value()
    if small and not hedged and text[figure.end : figure.end + 1] == ")" and not noun:
        return "list_count"
    if block.kind == "heading" and not hedged and small:
        return "heading"
    if small and _NUMBER_BEFORE.search(before):
        return "generic"  # the second number of "four of the six"
    if figure.spelled and value == 1 and not hedged:
        return "generic"
    if _LABEL_WORD.search(before) and small and not hedged:
        return "name"
    if small and not hedged and _SUPERLATIVE.match(text, figure.end):
        return "generic"
    if small is False and _ACRONYM.search(before) and (noun is None or not noun.head.endswith("s")) and value < 10000:
        return "name"
    if noun is None:
        return _bare(text, figure, before, value, hedged=hedged, small=small)
    return _counted(text, figure, noun, before, value, hedged=hedged, small=small)


_ACRONYM = re.compile(r"(?<!\d\s)\b(?!(?:US|USA|UK|EU|UN|IN|OF|AND|GDP|USD|EUR|GBP|MXN|COP|BRL)\b)[A-Z]{2,6}\s\Z")
_CAPITAL = re.compile(r"(?:^|\s|\()([A-Z][\w'’-]+)\s\Z")


def _is_numbered_name(figure: Quantity, before: str) -> bool:
    """Whether a bare number belongs to the name before it: "Lock 25", "Puerto 29"; a country's name is no such name."""
    match = _CAPITAL.search(before)
    if match is None or figure.spelled or figure.value is None or figure.value >= 1000:
        return False
    return not places(match[1])


def _bare(text: str, figure: Quantity, before: str, value: Decimal, *, hedged: bool, small: bool) -> Disposition:
    if _is_numbered_name(figure, before):
        return "name"
    if hedged and figure.spelled and value <= 5 and figure.modifier == "range":
        return "generic"  # "two or three of you"
    if hedged or _LABEL.search(before) or figure.kind == "vague":
        return "claim"
    if _OF_MOST.match(text, figure.end):
        return "claim" if not figure.spelled or value > 2 else "generic"
    if figure.spelled and value > 12:
        return "claim"
    return "claim" if not small or value != value.to_integral_value() else "generic"


def _counted(
    text: str, figure: Quantity, noun: NounPhrase, before: str, value: Decimal, *, hedged: bool, small: bool
) -> Disposition:
    nouns = table("nouns")
    head = noun.head.lower()
    phrase = re.sub(r"\s+", " ", text[noun.start : noun.end].lower())
    round_word = figure.spelled and value in (100, 1000, 1_000_000, 1_000_000_000)
    if (small or round_word) and (not hedged or value <= 6):
        if head in nouns["discourse"] or any(phrase.endswith(name) for name in nouns["discourse"] if " " in name):
            return "list_count"
        if head in nouns["listed"] and ":" in text[noun.end : figure.sentence[1]]:
            return "list_count"
    if small and not hedged:
        if figure.spelled and value <= 3 and phrase.split()[0] in nouns["evaluative"] and phrase != head:
            return "generic"
        if head in nouns["generic"] and phrase.count(" ") == 0:
            return "generic"
        if value <= 3 and (_DEFINITE.search(before) or _POSSESSIVE.search(before)):
            return "generic"
        if head in nouns["generic"] and value <= 3:
            return "generic"
    return "claim"
