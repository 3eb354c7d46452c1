"""Which indicator a claim belongs to, by words of meaning, and what the catalogue declares where words can't decide.

Every condition of a rule must hold. Of all rules that hold, the one with the most conditions wins: the more a rule asks
for, the more it knows. Two rules of different meaning with as many are an ambiguity, which is an error of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..catalogue import complete_sources, entries, indicators
from ..errors import UsmexDataError
from .model import Reading
from .surroundings import SCOPES, Surroundings
from .terms import mark, mark_dates, template, term

__all__ = ["Catalogue", "Declared", "Entry", "Rule", "catalogue", "compile_entries", "suggest"]

_STATES = ("status", "change", "modifier", "passage", "geography", "partner")
_FIXED = ("geography", "partner", "period")
_BEFORE = "before:"
_ELSEWHERE = {f"not_{scope}": scope for scope in SCOPES} | {"none": "all"}


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions under which a claim belongs to an entry, and what the entry then declares."""

    units: frozenset[str]
    wanted: tuple[tuple[str, re.Pattern[str]], ...]
    """Scope and what it must hold."""
    unwanted: tuple[tuple[str, re.Pattern[str]], ...]
    states: tuple[tuple[str, frozenset[str]], ...]
    category: str
    fixed: tuple[tuple[str, str], ...]
    """Geography, partner or period as declared; an empty one clears what the reading has."""
    where: tuple[re.Pattern[str], ...]
    where_before: tuple[re.Pattern[str], ...]
    when: tuple[re.Pattern[str], ...]

    @property
    def score(self) -> int:
        """How many conditions the rule has."""
        return len(self.wanted) + len(self.states)

    def holds(self, around: Surroundings) -> bool:
        """Whether every condition is met."""
        words, reading = around.words, around.reading
        return (
            all(getattr(reading, name) in values for name, values in self.states)
            and all(pattern.search(words[scope]) for scope, pattern in self.wanted)
            and not any(pattern.search(words[scope]) for scope, pattern in self.unwanted)
        )


@dataclass(frozen=True, slots=True)
class Entry:
    """An indicator's rules, and the words by which its categories are told apart."""

    indicator: str
    topic: str
    rules: tuple[Rule, ...]
    categories: tuple[tuple[str, re.Pattern[str]], ...]


@dataclass(frozen=True, slots=True)
class Declared:
    """What the catalogue knows of a claim; ``outside`` names what it took from outside the claim's sentence."""

    indicator: str
    topic: str
    category: str
    fields: Mapping[str, str]
    outside: frozenset[str]


class Catalogue:
    """The compiled entries, by unit."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_unit: dict[str, list[tuple[Entry, Rule]]] = {}
        for entry in entries:
            for rule in entry.rules:
                for unit in rule.units:
                    self._by_unit.setdefault(unit, []).append((entry, rule))

    def find(self, around: Surroundings) -> list[Declared]:
        """What the catalogue knows of a claim: one meaning, none where no rule holds, more where rules are ambiguous."""
        held = [pair for pair in self._by_unit.get(around.reading.unit, ()) if pair[1].holds(around)]
        best = max((rule.score for _, rule in held), default=0)
        found: list[Declared] = []
        for entry, rule in held:
            if rule.score == best:
                declared = _declare(entry, rule, around)
                if declared not in found:
                    found.append(declared)
        return found


def _declare(entry: Entry, rule: Rule, around: Surroundings) -> Declared:
    category, outside = rule.category, set()
    if not category and entry.categories:
        category, inside = _category(entry.categories, around)
        outside |= set() if inside else {"category"}
    fields = dict(rule.fixed)
    sentence = mark(around.reading.quote, around.reading.quote_start, around.reading.quote_end)
    fields.update(_places(rule.where, rule.where_before, sentence, around))
    times, inside = _from_templates(rule.when, (sentence, around.words["note"], around.words["context"]))
    if times:
        fields["period"] = _period(times)
    outside |= {name for name, value in fields.items() if value and not _stands_in(name, value, sentence)}
    if "period" in fields:
        outside = outside - {"period"} if inside and times else outside
    return Declared(entry.indicator, entry.topic, category, fields, frozenset(outside))


def _places(
    sentence_templates: Sequence[re.Pattern[str]],
    paragraph_templates: Sequence[re.Pattern[str]],
    sentence: str,
    around: Surroundings,
) -> dict[str, str]:
    """Geography and partner as the templates read them: off the paragraph, then off the sentence, which prevails."""
    paragraph, _ = _from_templates(paragraph_templates, ("", around.words["context"]))
    own, _ = _from_templates(sentence_templates, (sentence,))
    return {**paragraph, **own}


def _from_templates(patterns: Sequence[re.Pattern[str]], texts: Sequence[str]) -> tuple[dict[str, str], bool]:
    """What the first template that fits reads, and whether it did so in the first of the texts."""
    for number, text in enumerate(texts):
        marked = text if number == 0 else mark_dates(text) if patterns else ""
        for pattern in patterns:
            match = pattern.search(marked)
            if match:
                return {name: value for name, value in match.groupdict().items() if value}, number == 0
    return {}, True


def _period(times: Mapping[str, str]) -> str:
    if "since" in times:
        return f"{times['since']}/.."
    if "until" in times:
        return f"../{times['until']}"
    if "from" in times:
        return f"{times['from']}/{times['to']}"
    return times["period"]


def _stands_in(name: str, value: str, sentence: str) -> bool:
    """Whether a declared place or period can be read off the sentence."""
    if name == "period":
        return all(year in sentence for year in re.findall(r"\d{4}", value))
    named = {code for found in re.findall(r"⟨([^⟩]*)⟩", sentence) for code in found.split("+")}
    return set(value.split("+")) <= named


def _category(categories: Sequence[tuple[str, re.Pattern[str]]], around: Surroundings) -> tuple[str, bool]:
    """The category that the words give, and whether they stand in the sentence.

    "Respectively" deals the categories out in order; else the words behind the figure are asked first, then those
    before it (the nearest), the sentence, and last the paragraph and the headings.
    """
    words = around.words
    if re.search(r"\brespectively\b", words["all"], re.IGNORECASE):
        ordered = [name for _, name in sorted(_occurrences(categories, words["all"]))]
        if len(ordered) == around.peers:
            return ordered[around.rank], True
    for scope in ("figure", "after", "before", "all", "context", "section"):
        found = sorted(_occurrences(categories, words[scope]))
        if found:
            return found[0 if scope in ("figure", "after") else -1][1], scope not in ("context", "section")
    return "", True


def _occurrences(categories: Sequence[tuple[str, re.Pattern[str]]], words: str) -> list[tuple[int, str]]:
    """Where each category is named first."""
    found = ((pattern.search(words), name) for name, pattern in categories)
    return [(match.start(), name) for match, name in found if match]


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the package, compiled once a process."""
    return Catalogue(compile_entries(entries(), {indicator.id: indicator.topic for indicator in indicators()}))


def compile_entries(written: Mapping[str, Mapping[str, Any]], topics: Mapping[str, str]) -> list[Entry]:
    """The entries of a catalogue file, compiled; ``topics`` gives each indicator's.

    Raises ``UsmexDataError`` for an entry without a rule, or with a key that means nothing.
    """
    compiled: list[Entry] = []
    for name, entry in written.items():
        rules = entry.get("match", ())
        if not rules:
            raise UsmexDataError(
                "the entry has no rule", where=f"indicators.toml, {name}", remedy='add match = [{ all = ["…"] }]'
            )
        categories = tuple((label, term(words)) for label, words in entry.get("categories", {}).items())
        compiled.append(Entry(name, topics[name], tuple(_rule(name, entry, rule) for rule in rules), categories))
    return compiled


def _rule(name: str, entry: Mapping[str, Any], rule: Mapping[str, Any]) -> Rule:
    known = {*SCOPES, *_ELSEWHERE, *_STATES, "units", "category", "declare", "where", "when"}
    strange = sorted(set(rule) - known)
    if strange:
        raise UsmexDataError(
            f"a rule has keys that mean nothing: {', '.join(strange)}",
            where=f"indicators.toml, {name}",
            remedy=f"one of {', '.join(sorted(known))}",
        )
    where = (*rule.get("where", ()), *entry.get("where", ()))
    declared = {**entry.get("declare", {}), **rule.get("declare", {})}
    return Rule(
        units=frozenset(rule.get("units", entry.get("units", [entry["unit"]]))),
        wanted=tuple((scope, term(words)) for scope in SCOPES for words in rule.get(scope, ())),
        unwanted=tuple((scope, term(words)) for key, scope in _ELSEWHERE.items() for words in rule.get(key, ())),
        states=tuple((state, frozenset(rule[state])) for state in _STATES if state in rule),
        category=rule.get("category", ""),
        fixed=tuple((field, declared[field]) for field in _FIXED if field in declared),
        where=tuple(template(words) for words in where if not words.startswith(_BEFORE)),
        where_before=tuple(template(words.removeprefix(_BEFORE)) for words in where if words.startswith(_BEFORE)),
        when=tuple(template(words) for words in (*rule.get("when", ()), *entry.get("when", ()))),
    )


def suggest(reading: Reading) -> str:
    """An entry for a claim that the catalogue does not know, to be completed by hand."""
    words = [word for word in re.findall(r"[^\W\d_]{4,}", reading.counted or reading.subject) if word.islower()]
    name = "_".join(words[:4]) or "name_of_the_indicator"
    terms = ", ".join(f'"{word}"' for word in words[:3]) or '"words of meaning"'
    scope = "counted" if reading.counted else "all"
    return (
        f"[indicator.{name}]\n"
        f'title = "…"\ndefinition = "…"\nunit = "{reading.unit}"\ntopic = "…"\n'
        f"match = [{{ {scope} = [{terms}] }}]\n"
    )


def known_in_full(source: str) -> bool:
    """Whether every claim of a source must have an entry."""
    return source in complete_sources()
