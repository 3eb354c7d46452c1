"""Unit and noun of a bare number, and the rate that its clause gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from ..quantities import hedges
from ..quantities.quantity import Quantity
from ..quantities.rates import rate_after
from ..quantities.units import TIME
from .clauses import clause_ends
from .mention import Words
from .nouns import NounPhrase, counted_before, is_age, is_plural, noun_after, unit_of
from .reading import Reading

__all__ = ["count", "counted_under", "hedged_behind", "ranked", "with_trailing_rate"]

_OF = re.compile(r"\s+of\s+(?=\w)")
_OF_THE = re.compile(r"\s+of\s+(?:the|our|its|their|these|those|his|her|your)\s+(?=\w)")
_BESIDE = 24
"""How far before a figure the verb may stand whose object it is, in characters."""
_TO = re.compile(r"\s+(?:to|and)\s+(?:[\w-]+\s+){0,2}\Z")
_REMARK = re.compile(r"\([^()]*\)|\bper\b.*|^\w+ [\d.]+\.?(?=\s)")
"""What a head says of its unit, and a caption of its number."""
_INSIDE = re.compile(r"\(([^()]{1,80})\)")
_MANY = 1000
"""From this, a bare number beside a count of people is one of people too."""
_REACH = 200
"""How far before a figure the verb of its flow may stand, in characters."""
_FLOWING = frozenset({"person", "vehicle"})


def count(text: str, figure: Quantity, noun: NounPhrase | None, high: int, people: Reading | None) -> tuple[str, str]:
    """Unit and noun of a bare number; ``people`` is the count of people or vehicles that its sentence gave before.

    "28 million are American citizens" counts what its copula names, "employees numbered 21.6 million" what stands
    before.
    """
    if is_age(text, figure) and (noun is None or not is_plural(noun.head)):
        return "year", ""
    if noun is None or unit_of(text, noun) == "count":
        known, counted = _people_by_words(text, figure, noun, high)
        if known:
            return "person", counted
    if noun is None and (figure.kind == "vague" or (figure.spelled and text[figure.number_end - 1] == "s")):
        held = _OF.match(text, figure.end, high)
        noun = noun_after(text, held.end(), high) if held else None
    if noun is not None:
        return unit_of(text, noun), text[noun.start : noun.end]
    unit, counted = counted_before(text, figure.sentence[0], figure.start)
    if unit:
        return unit, counted
    copula = _copula().match(text, figure.end, high)
    noun = noun_after(text, copula.end(), high) if copula else None
    if noun is not None and (unit_of(text, noun) != "count" or is_plural(noun.head)):
        unit = unit_of(text, noun)
        return (_plain(people) if people and unit == "count" else unit), text[noun.start : noun.end]
    if people is not None and (copula or figure.kind == "vague" or _is_beside(text, figure, people)):
        return _plain(people), people.counted
    if (figure.value == 0 or figure.kind == "digit_class") and _in_percent().search(
        text, max(figure.sentence[0], figure.start - _REACH), figure.start
    ):
        return "percent", ""
    return ("person", "") if figure.kind == "vague" else ("count", "")


@cache
def _in_percent() -> re.Pattern[str]:
    """What is measured in percent, before a zero that has no unit of its own: "growth was close to zero"."""
    return re.compile(rf"\b(?:{alternatives(table('nouns')['in_percent'])})\b", re.IGNORECASE)


def counted_under(under: Sequence[str], label: str) -> str:
    """The unit of a table's cell that names none, by what its heads, label and caption count; empty where none does.

    The row's own ``label`` tells people from things, but a plural in it may be a name: "Texas".
    """
    for words in under:
        unit = _counted_by(words)
        if unit and not (unit == "count" and words in label):
            return unit
    return ""


@lru_cache(maxsize=8192)
def _counted_by(words: str) -> str:
    """What one head or label counts: people, vehicles, other things in the plural; empty for money and measures."""
    for part in (words, *_INSIDE.findall(words)):
        named = f" {_REMARK.sub('', part)} "
        unit, noun_before = counted_before(named, 0, len(named))
        noun = noun_after(named, 0, len(named))
        unit = unit or (unit_of(named, noun) if noun else "")
        if unit not in ("", "count"):
            return unit
        if noun_before or (noun and is_plural(noun.head) and noun.head.lower() not in _measured()):
            return "count"
    return ""


@cache
def _measured() -> frozenset[str]:
    """Plurals that a table gives in money or another measure, never as a count of things."""
    return frozenset(table("nouns")["measured"]) | frozenset(table("nouns")["time"])


@cache
def _peopled() -> dict[str, re.Pattern[str]]:
    """What tells by its own words that a bare number is one of people."""
    names = ("befallen", "befallen_links", "does_to", "out_of_need", "of_people", "among_them")
    words = {name: alternatives(table("nouns")[name]) for name in names}
    patterns = {
        "befallen": rf"\s+(?:(?:{words['befallen_links']})\s+)?(?:already\s+|also\s+|since\s+)?"
        rf"(?:{words['befallen']})\b(?!\s+[a-z]+s\b)",
        "does_to": rf"\b(?:{words['does_to']})\s+\Z",
        "out_of_need": rf"\s+(?:[a-z]+\s+)?(?:{words['out_of_need']})\b",
        "population": r"\bpopulation(?:s)?\s+of\s+\Z",
        "among": rf"\b(?:{words['among_them']})\s+(?:[\w-]+\s+){{0,2}}\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def _people_by_words(text: str, figure: Quantity, noun: NounPhrase | None, high: int) -> tuple[bool, str]:
    """Whether a number without a noun of its own is of people, and the noun of "4,000 of its citizens"."""
    patterns, low = _peopled(), max(figure.sentence[0], figure.start - _BESIDE)
    if patterns["population"].search(text, low, figure.start):
        return True, ""
    befallen = patterns["befallen"].match(text, figure.end, high)
    if befallen and (noun is None or noun.start < befallen.end()):
        return True, ""
    if noun is not None:
        return False, ""
    if patterns["does_to"].search(text, low, figure.start):
        lifted = text[low : figure.start].rstrip().lower().endswith(("lift", "lifted", "lifting"))
        return not lifted or bool(patterns["out_of_need"].match(text, figure.end, high)), ""
    held = _OF_THE.match(text, figure.end, high)
    whole = noun_after(text, held.end(), high) if held else None
    if whole is not None and unit_of(text, whole) == "person":
        return True, text[whole.start : whole.end]
    return False, ""


def _is_beside(text: str, figure: Quantity, people: Reading) -> bool:
    """Whether a bare number is one of the people before it: large, or the other end of "from 400 pupils to 91"."""
    if (figure.value is not None and figure.value >= _MANY) or rate_after(text, figure.end):
        return True
    begin = figure.sentence[0] + people.quote_end
    between = text[begin : figure.start].removeprefix(" " + people.counted)
    return bool(_TO.fullmatch(between) or _peopled()["among"].search(between))


def _plain(people: Reading) -> str:
    return Unit.of(people.unit).head


@cache
def _copula() -> re.Pattern[str]:
    return re.compile(rf"\s+(?:{alternatives(table('counting')['copulas'])})\s+(?:of\s+)?(?=\w)")


def hedged_behind(text: str, figure: Quantity, noun: NounPhrase, high: int) -> Quantity:
    """The figure with the hedge that stands behind what it counts: "50 trees or more"."""
    hedge = hedges.after(text, noun.end, high) if figure.modifier == "exact" and not figure.hedge else None
    return replace(figure, hedge=text[hedge.start : hedge.end], modifier=hedge.modifier) if hedge else figure


@cache
def _superlative() -> re.Pattern[str]:
    words = table("ranks")
    return re.compile(rf"(?:{alternatives(words['checkable'])}|{alternatives(words['uncheckable'])})\s+", re.IGNORECASE)


def ranked(text: str, figure: Quantity) -> str:
    """What a rank ranks: the noun of its words, without the superlative."""
    words = text[figure.number_end : figure.end].strip()
    leading = _superlative().match(words)
    return words[leading.end() :] if leading else words


# ------------------------------------------------------------------------------------------------- trailing rates
@cache
def _trailing() -> WordPattern:
    """What gives a rate at the end of a clause: "each year", "daily"."""
    words = {name: alternatives(found) for name, found in table("counting").items()}
    pattern = rf"\s(?:(?:{words['rate_links']})\s+(?:{words['rate_units']})|{words['rate_adverbs']})\b"
    return WordPattern(re.compile(pattern, re.IGNORECASE))


@cache
def _flows() -> WordPattern:
    verbs = table("context")["flow"]["verbs"]
    return WordPattern(re.compile(rf"\b(?:{alternatives(verbs)})\b", re.IGNORECASE), first_words(verbs))


def with_trailing_rate(words: Words, figure: Quantity, noun: NounPhrase | None) -> str:
    """The unit with the rate that the clause gives at its end: "over 260,000 Mexicans travel … each year"."""
    unit, position = figure.unit, noun.end if noun else figure.end
    if unit not in _FLOWING and unit != "count" and not Unit.of(unit).is_money:
        return unit
    direct = rate_after(words.text, position)
    if direct and (unit != "count" or direct.unit in TIME):
        return Unit.of(unit).over(direct.unit)
    if unit == "count":
        return unit
    match = words.first(_trailing(), position, clause_ends(words, position))
    if match is None or not words.has(_flows(), max(words.start, figure.start - _REACH), match.start()):
        return unit
    rate = rate_after(words.text, match.start())
    return Unit.of(unit).over(rate.unit) if rate else unit
