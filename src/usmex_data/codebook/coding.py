"""What a rule of the catalogue says of a claim that it holds for: category, places and time, and where each is from."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from ..catalogue import table
from ..quantities.dates import dates
from .context import ClaimContext
from .patterns import mark, mark_dates

__all__ = ["Categories", "Coding", "Declaration", "code_claim"]

Categories = Sequence[tuple[str, re.Pattern[str]]]
"""Names of sub-series, each with its words."""
_CLAUSE_END = re.compile(r"[,;:]|\b(?:while|whereas|versus)\b", re.IGNORECASE)
_COUNTRY = {"MX": "MEX", "US": "USA"}


@dataclass(frozen=True, slots=True)
class Declaration:
    """The part of a rule that says something of a claim."""

    category: str
    fixed: tuple[tuple[str, str], ...]
    """Geography, partner or period as declared; an empty one clears what the reading has."""
    where: tuple[re.Pattern[str], ...]
    where_before: tuple[re.Pattern[str], ...]
    """Templates for the paragraph."""
    when: tuple[re.Pattern[str], ...]


@dataclass(frozen=True, slots=True)
class Coding:
    """What the catalogue knows of a claim; ``outside`` names what it took from outside the claim's sentence."""

    indicator: str
    topic: str
    category: str
    fields: Mapping[str, str]
    """Geography, partner, period and period_text, where the catalogue says them."""
    outside: frozenset[str]


def code_claim(
    indicator: str, topic: str, declaration: Declaration, categories: Categories, context: ClaimContext
) -> Coding:
    """What an entry knows of a claim that one of its rules holds for."""
    outside: set[str] = set()
    category = declaration.category
    if not category and categories:
        category, inside = _category(categories, context)
        outside |= set() if inside else {"category"}
    said = context.reading
    sentence = mark(said.quote, (said.quote_start, said.quote_end), said.places, said.dates)
    fields = {**dict(declaration.fixed), **_places(declaration, sentence, context)}
    named = _named(sentence)
    outside |= {
        name for name in ("geography", "partner") if fields.get(name) and not set(fields[name].split("+")) <= named
    }
    fields, inside = _with_period(declaration, fields, sentence, context)
    return Coding(indicator, topic, category, fields, frozenset(outside if inside else {*outside, "period"}))


def _places(declaration: Declaration, sentence: str, context: ClaimContext) -> dict[str, str]:
    """Geography and partner as the templates read them: off the paragraph, then off the sentence, which prevails."""
    paragraph, _ = _read(declaration.where_before, ("", context.words["context"]))
    own, _ = _read(declaration.where, (sentence,))
    return {**paragraph, **own}


def _with_period(
    declaration: Declaration, fields: dict[str, str], sentence: str, context: ClaimContext
) -> tuple[dict[str, str], bool]:
    """The fields with the period that is declared, its words, and whether the sentence itself gives it."""
    reading = context.reading
    texts = (sentence, context.words["context"], context.words["note"])
    times, inside = _read(declaration.when, texts)
    if times:
        fields["period"] = _edtf(times)
    elif fields.get("period"):
        inside = fields["period"] == reading.period
    if fields.get("period", reading.period) != reading.period:
        own = _date_words(reading.quote, set(times.values())) if inside else ""
        # Words that were read for another time fall; words that give no time ("in the past decade") may stay.
        fields["period_text"] = own or ("" if reading.period else reading.period_text)
    return fields, inside


def _read(patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> tuple[dict[str, str], bool]:
    """What the first template that fits reads, and whether it did so in the first of the texts, which is marked."""
    for number, text in enumerate(texts):
        marked = text if number == 0 else mark_dates(text) if patterns else ""
        for pattern in patterns:
            match = pattern.search(marked)
            if match:
                return {name: value for name, value in match.groupdict().items() if value}, number == 0
    return {}, True


def _edtf(times: Mapping[str, str]) -> str:
    if "since" in times:
        return f"{times['since']}/.."
    if "until" in times:
        return f"../{times['until']}"
    if "from" in times:
        return f"{times['from']}/{times['to']}"
    return times["period"]


def _date_words(quote: str, periods: set[str]) -> str:
    """The stretch of a sentence from the first to the last of the dates."""
    spans = [(date.start, date.end) for date in dates(quote, 0, len(quote)) if date.period in periods]
    return quote[spans[0][0] : spans[-1][1]] if spans else ""


def _named(sentence: str) -> set[str]:
    """The codes of the places that a marked sentence names, and those that they are part of."""
    named = {code for found in re.findall(r"⟨([^⟩]*)⟩", sentence) for code in found.split("+")}
    parts = {part for code in named for part in _parts(code)}
    countries = {_COUNTRY[code[:2]] for code in (*named, *parts) if code[:2] in _COUNTRY and code[2:3] == "-"}
    return named | parts | countries


@cache
def _parts(code: str) -> frozenset[str]:
    """The states that a region within one or two countries consists of or lies in."""
    region = table("regions")["region"].get(code, {})
    found = [*region.get("members", ()), *region.get("within", ())]
    return frozenset(found) if all("-" in part for part in found) else frozenset()


def _category(categories: Categories, context: ClaimContext) -> tuple[str, bool]:
    """The category that the words give, and whether they stand in the sentence.

    "Respectively" deals the categories out in order; else the words behind the figure are asked first, then those
    before it (the nearest), the sentence, and last the paragraph and the headings.
    """
    words = context.words
    if re.search(r"\brespectively\b", words["all"], re.IGNORECASE):
        ordered = [name for _, name in sorted(_occurrences(categories, words["all"]))]
        if len(ordered) == context.peers:
            return ordered[context.rank], True
    for scope in ("figure", "after", "before", "all", "context", "section"):
        text = _CLAUSE_END.split(words[scope], 1)[0] if scope == "after" else words[scope]
        found = sorted(_occurrences(categories, text))
        if found:
            return found[0 if scope in ("figure", "after") else -1][1], scope not in ("context", "section")
    return "", True


def _occurrences(categories: Categories, words: str) -> list[tuple[int, str]]:
    """Where each category is named first."""
    found = ((pattern.search(words), name) for name, pattern in categories)
    return [(match.start(), name) for match, name in found if match]
