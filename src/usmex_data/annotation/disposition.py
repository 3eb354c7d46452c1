"""Whether a figure is a claim, and what it is where it is none."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ..catalogue.unit import Unit
from ..document.document import Block
from ..language import alternatives, table
from ..quantities.quantity import Disposition, Quantity
from ..quantities.units import TIME
from .nouns import NounPhrase, is_plural
from .numbered import is_numbered

__all__ = ["disposition_of"]

_POSSESSIVE = re.compile(r"(?:’s|'s|s’|s')\s+\Z")
_FIELD = re.compile(r"(?:^|[•\n])\s?[A-Z][^.:;!?\n]{1,60}:\s?\Z|[|\t]\s?\Z")
_AT_END = re.compile(r"\s*(?:[,.;)]|$)|\s+[\d$]")
_AMOUNT = re.compile(r"[$€£¥%]\s?\d|\d\s?%|\d[\d,.]*\s+(?:[a-z]+\s+){0,4}\Z|\b(?:percent|million|billion|trillion)\b")
_MOVING = re.compile(
    r"\w+(?:ing|ed)\s+(?:in\s+|out\s+|up\s+|down\s+|evenly\s+)?\Z|\b(?:ris|fall|grow|climb|declin)\w*\s+\Z"
)
_SPACE = re.compile(r"\s+")
_EARLY = (1000, 1600)
_SMALL = 12
"""Up to this, a number may count the text's own points."""
_REACH = 64
"""How far before a number the words may begin that say what it counts, in characters."""
_DUE = 200
"""How far from a span of time the word may stand that makes it due, in characters."""
_ROUND = frozenset({100, 1000, 1_000_000, 1_000_000_000})
_ADVERBIAL = r"(?:in|at|on|since|last)\s(?:[\w.-]+\s?){1,2}"
"""A short phrase of place or time: "in Peru"."""
_SHARES = ("rank", "fraction", "odds", "vague", "digit_class")


@dataclass(frozen=True, slots=True)
class _Count:
    """A bare number, with what telling claims from the rest needs."""

    text: str
    figure: Quantity
    noun: NounPhrase | None
    value: Decimal
    before: str
    """The words before it."""
    words: str
    """The same, where space divides them from the number; else nothing, since then they say nothing of it."""
    hedged: bool
    small: bool


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("counting").items()}
    among = rf"(?:{words['out_of']})\s+(?:(?:{words['out_of_determiners']})\s+)?"
    numbers = alternatives(word for word, value in table("numbers")["cardinal"].items() if 1 < value <= _SMALL)
    spelled = alternatives(table("numbers")["cardinal"])
    not_acronym = "|".join(table("counting")["no_acronyms"])
    patterns = {
        "of_whole": rf"\bof\s(?:{words['definite']})\s(?:\d[\d,]*|{spelled})\s[^,;.]{{1,60}},\s(?:only\s|just\s)?\Z",
        "share": r"\s\(\d{1,3}(?:[.,]\d+)?\s?(?:%|per\s?cent)",
        "acting": rf"\s(?:[a-z]+ly\s)?(?:(?:{words['acting']})\b|[a-z]{{2,20}}ed\b)",
        "acting_before": rf"(?:^|[,;:(]\s?|\b(?:{words['acting_before']}|{_ADVERBIAL})\s)\Z",
        "year_leads": rf"\b(?:{words['year_leads']})\s\Z",
        "dating": rf"\b(?:{words['dating']})\s\w+\s\Z",
        "definite": rf"(?:\b(?:{words['definite']})|['’]s)\s+(?:(?:{words['definite_adjectives']})\s+)?\Z",
        "superlative": rf"\s+of\s+(?:the\s+)?(?:[\w.]+(?:’s|'s)\s+)?(?:{words['superlatives']}|\w+est)\b",
        "of_most": rf"\s+of\s+(?:{words['of_most']})\b",
        "second": rf"\b(?:\d+|{numbers})\s+(?:\w+\s+)?{among}\Z",
        "second_large": rf"(?<![\w.,])(?:\d[\d,]*|{spelled})\s+{among}\Z",
        "label": rf"\b(?:{words['labels']})\s+\Z",
        "acronym": rf"(?-i:(?<!\d\s)\b(?!(?:{not_acronym})\b)[A-Z]{{2,6}})\s\Z",
        # behind a word in -s, what shows that it is a verb: "weighs 320 grams"
        "verbal": rf"\s(?:[\d$€£]|(?:{words['object_before']})\b)",
        "verb": rf"\b(?:{words['verb_before']})\s+\Z",
        "object": rf"\s+(?:{words['object_after']})\b",
        "of_more": rf"\s+(?:out\s+)?of\s+(?:(?:{words['out_of_determiners']})\s+)?(?:\d[\d,]{{0,9}}|{spelled})\s+[a-z]",
        "difference": r"\s+(?:more|fewer|less)\s+than\b",
        "modal": rf"\b(?:{words['modal_before']})\s+\Z",
        "anything": rf"\s+(?!(?:{words['modal_named']})\b)\w",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def _ends() -> dict[str, tuple[str, ...]]:
    """With what the words before a number end that its patterns may match: told sooner than by a search."""
    words = table("counting")
    among = (*words["out_of"], *words["out_of_determiners"])
    ends = {"label": words["labels"], "second": among, "second_large": among}
    return {name: tuple(sorted({phrase.split()[-1].lower() for phrase in found})) for name, found in ends.items()}


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
    return _count(text, figure, noun, block)


def _multiplier(text: str, figure: Quantity) -> Disposition:
    """A multiplier is a claim, but "double" only as a verb: "will double by 2030", no "double room"."""
    words, patterns = table("counting"), _patterns()
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


# ------------------------------------------------------------------------------------------------- bare numbers
_SIGNS = "+-−–"


def _count(text: str, figure: Quantity, noun: NounPhrase | None, block: Block) -> Disposition:
    value = figure.value if figure.value is not None else figure.high or Decimal(0)
    before = text[max(figure.sentence[0], figure.start - _REACH) : figure.start]
    count = _Count(
        text,
        figure,
        noun,
        value,
        before=before,
        words=before if before[-1:].isspace() else "",
        hedged=bool(figure.hedge) or figure.modifier != "exact",
        small=abs(value) <= _SMALL and value == value.to_integral_value(),
    )
    if text[figure.start] in _SIGNS or value < 0:
        return "claim"  # "(-400)": nobody signs the number of a list
    other = _small(count, block) if count.small else _named(count)
    if other:
        return other
    return _bare(count) if noun is None else _counted(count, noun)


def _stands_before(count: _Count, name: str) -> bool:
    """Whether the words before a number are those of a pattern."""
    ending = count.words.rstrip().lower().endswith(_ends()[name])
    return ending and bool(_patterns()[name].search(count.words))


def _is_added(text: str, figure: Quantity) -> bool:
    """Whether a one is counted on top of others: "one additional term"."""
    following = text[figure.end : figure.end + 24].split()
    return bool(following) and following[0] in table("nouns")["added"]


def _small(count: _Count, block: Block) -> Disposition | None:
    """What a small number is, mostly one that counts nothing of the world; None where its noun must tell."""
    text, figure, patterns = count.text, count.figure, _patterns()
    if block.kind != "heading" and (
        patterns["share"].match(text, figure.end) or patterns["of_whole"].search(count.before)
    ):
        return "claim"  # "10 (25.0%) came from Chile", "of the 26 treated, three remain"
    if _stands_before(count, "second"):
        return "generic"  # the second number of "four of the six"
    if count.hedged:
        return None
    if text[figure.end : figure.end + 1] == ")" and not count.noun:
        return "list_count"
    if block.kind == "heading":
        return "heading"
    if figure.spelled and count.value == 1:
        return None if count.noun and _is_added(text, figure) else "generic"
    if _stands_before(count, "label") and not patterns["dating"].search(count.words):
        return "name"
    return "generic" if patterns["superlative"].match(text, figure.end) else None


def _named(count: _Count) -> Disposition | None:
    """What a larger number is that asserts nothing: the whole in "14 of 32 states", a name's in "UNSC 1325"."""
    if not count.hedged and _stands_before(count, "second_large"):
        return "generic"
    if (
        count.noun is not None
        and is_plural(count.noun.head)
        and not _patterns()["verbal"].match(count.text, count.noun.end)
    ):
        return None
    figure = count.figure
    plain = count.value < 10_000 or count.text[figure.number_start : figure.number_end].isdecimal()
    return "name" if plain and _patterns()["acronym"].search(count.words) else None


def _bare(count: _Count) -> Disposition:
    """A number with no noun behind it."""
    figure = count.figure
    if _is_early_year(count):
        return "date"
    if is_numbered(count.before, count.text, figure, count.noun):
        return "name"
    if count.hedged and figure.spelled and count.value <= 5 and figure.modifier == "range":
        return "generic"  # "two or three of you"
    if count.hedged or figure.kind == "vague" or _FIELD.search(count.before):
        return "claim"
    if _patterns()["of_more"].match(count.text, figure.end) or _acts(count):
        return "claim"  # "4 of 36 depots", "and 8 received fines"
    if _patterns()["difference"].match(count.text, figure.end):
        return "claim"  # "12 more than last year"
    if _patterns()["of_most"].match(count.text, figure.end):
        return "claim" if not figure.spelled or count.value > 2 else "generic"
    return "generic" if count.small else "claim"


def _is_early_year(count: _Count) -> bool:
    """Whether four bare digits are a year of the Middle Ages: "begun in 1306"."""
    digits = count.text[count.figure.number_start : count.figure.end]
    early = len(digits) == len("1306") and digits.isdecimal() and _EARLY[0] <= count.value < _EARLY[1]
    return early and not count.hedged and bool(_patterns()["year_leads"].search(count.words))


def _acts(count: _Count) -> bool:
    """Whether a number in digits stands for those that do something: "25 were for, 11 against and 4 abstained"."""
    patterns, before = _patterns(), count.before
    acting = not count.figure.spelled and patterns["acting"].match(count.text, count.figure.end)
    return bool(acting and patterns["acting_before"].search(before))


def _counted(count: _Count, noun: NounPhrase) -> Disposition:
    """A number with a noun: a claim, unless the text counts its own points or the fixtures of the talk."""
    nouns, head = table("nouns"), noun.head.lower()
    phrase = _SPACE.sub(" ", count.text[noun.start : noun.end].lower())
    if not count.hedged and not is_plural(noun.head) and is_numbered(count.before, count.text, count.figure, noun):
        return "name"  # "the Pixel 8 sold well"
    pointed = count.small or (count.figure.spelled and count.value in _ROUND)
    if pointed and (not count.hedged or count.value <= 6):
        if head in nouns["discourse"] or any(phrase.endswith(name) for name in nouns["discourse"] if " " in name):
            return "list_count"
        if head in nouns["listed"] and ":" in count.text[noun.end : count.figure.sentence[1]]:
            return "list_count"
    return "generic" if count.small and not count.hedged and _is_fixture(count, head, phrase) else "claim"


def _is_fixture(count: _Count, head: str, phrase: str) -> bool:
    """Whether a small number counts what the talk is of: "the two countries", "two very strong relationships"."""
    nouns, few = table("nouns"), count.value <= 3
    definite = bool(_patterns()["definite"].search(count.words) or _POSSESSIVE.search(count.words))
    if head in nouns["generic"] and (few or (" " not in phrase and (count.figure.spelled or definite))):
        return True
    if few and count.figure.spelled and phrase != head and phrase.split(maxsplit=1)[0] in nouns["evaluative"]:
        return True
    return few and definite
