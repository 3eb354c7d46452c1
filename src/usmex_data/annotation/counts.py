"""Whether a bare number counts things of the world, or only points, names, dates or counts the text's own parts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ..document.document import Block
from ..language import alternatives, table
from ..quantities.quantity import Disposition, Quantity
from .nouns import NounPhrase, is_plural
from .numbered import is_numbered

__all__ = ["count_patterns", "disposition_of_count"]

_POSSESSIVE = re.compile(r"(?:’s|'s|s’|s')\s+\Z")
_FIELD = re.compile(r"(?:^|[•\n])\s?[A-Z][^.:;!?\n]{1,60}:\s?\Z|[|\t]\s?\Z")
_SPACE = re.compile(r"\s+")
_SMALL = 12
"""Up to this, a number may count the text's own points."""
_REACH = 64
"""How far before a number the words may begin that say what it counts, in characters."""
_ROUND = frozenset({100, 1000, 1_000_000, 1_000_000_000})
_WHOLE = 100
_EARLY = (1000, 1600)
_ADVERBIAL = r"(?:in|at|on|since|last)\s(?:[\w.-]+\s?){1,2}"
"""A short phrase of place or time: "in Peru"."""
_SIGNS = "+-−–"


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
def count_patterns() -> dict[str, re.Pattern[str]]:
    """The patterns by which the words around a number tell what it is, by name."""
    words = {name: alternatives(found) for name, found in table("counting").items()}
    parted = rf"(?:\w+\s+)?(?:out\s+)?of\s+(?:(?:{words['out_of_determiners']})\s+)?"
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
        "second": rf"\b(?:\d+|{numbers})\s+(?:{parted}|{among})\Z",
        "sums": r"\b(?:sum|sums|add|adds|summed|adding)\s(?:up\s)?to\s(?:exactly\s)?\Z",
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


def disposition_of_count(text: str, figure: Quantity, noun: NounPhrase | None, block: Block) -> Disposition:
    """What becomes of a number without a unit; ``noun`` is what it counts, if anything stands behind it."""
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
    return ending and bool(count_patterns()[name].search(count.words))


def _is_added(text: str, figure: Quantity) -> bool:
    """Whether a one is counted on top of others: "one additional term"."""
    following = text[figure.end : figure.end + 24].split()
    return bool(following) and following[0] in table("nouns")["added"]


def _small(count: _Count, block: Block) -> Disposition | None:
    """What a small number is, mostly one that counts nothing of the world; None where its noun must tell."""
    text, figure, patterns = count.text, count.figure, count_patterns()
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
        and not count_patterns()["verbal"].match(count.text, count.noun.end)
    ):
        return None
    figure = count.figure
    plain = count.value < 10_000 or count.text[figure.number_start : figure.number_end].isdecimal()
    return "name" if plain and count_patterns()["acronym"].search(count.words) else None


def _bare(count: _Count) -> Disposition:
    """A number with no noun behind it."""
    figure = count.figure
    if _is_early_year(count):
        return "date"
    if count.value == _WHOLE and count_patterns()["sums"].search(count.words):
        return "generic"  # "figures may not add up to 100"
    if is_numbered(count.before, count.text, figure, count.noun):
        return "name"
    if count.hedged and figure.spelled and count.value <= 5 and figure.modifier == "range":
        return "generic"  # "two or three of you"
    if count.hedged or figure.kind == "vague" or _FIELD.search(count.before):
        return "claim"
    if count_patterns()["of_more"].match(count.text, figure.end) or _acts(count):
        return "claim"  # "4 of 36 depots", "and 8 received fines"
    if count_patterns()["difference"].match(count.text, figure.end):
        return "claim"  # "12 more than last year"
    if count_patterns()["of_most"].match(count.text, figure.end):
        return "claim" if not figure.spelled or count.value > 2 else "generic"
    return "generic" if count.small else "claim"


def _is_early_year(count: _Count) -> bool:
    """Whether four bare digits are a year of the Middle Ages: "begun in 1306"."""
    digits = count.text[count.figure.number_start : count.figure.end]
    early = len(digits) == len("1306") and digits.isdecimal() and _EARLY[0] <= count.value < _EARLY[1]
    return early and not count.hedged and bool(count_patterns()["year_leads"].search(count.words))


def _acts(count: _Count) -> bool:
    """Whether a number in digits stands for those that do something: "25 were for, 11 against and 4 abstained"."""
    patterns, before = count_patterns(), count.before
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
    definite = bool(count_patterns()["definite"].search(count.words) or _POSSESSIVE.search(count.words))
    if head in nouns["generic"] and (few or (" " not in phrase and (count.figure.spelled or definite))):
        return True
    if few and count.figure.spelled and phrase != head and phrase.split(maxsplit=1)[0] in nouns["evaluative"]:
        return True
    return few and definite
