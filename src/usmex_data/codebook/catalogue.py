"""Which indicator a claim belongs to, by words of meaning.

Every condition of a rule must hold. Of all rules that hold, the one with the most conditions wins: the more a rule
asks for, the more it knows. Two rules of different meaning with as many are an ambiguity, an error of the catalogue.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from ..catalogue import complete_sources, entries, indicators
from ..errors import UsmexDataError
from .coding import Categories, Coding, Declaration, code_claim
from .context import SCOPES, ClaimContext
from .patterns import template, term

__all__ = ["Catalogue", "Entry", "Rule", "catalogue", "compile_entries", "known_in_full"]

_STATES = ("status", "change", "modifier", "passage", "geography", "partner")
_FIXED = ("geography", "partner", "period")
_BEFORE = "before:"
_ELSEWHERE = {"none": "all"} | {f"not_{scope}": scope for scope in SCOPES if scope != "all"}
_KEYS = frozenset({*SCOPES, *_ELSEWHERE, *_STATES, "units", "category", "declare", "where", "when"})
_ENTRY_KEYS = frozenset({"title", "definition", "unit", "units", "topic", "categories", "match", "declare", "where"})


@dataclass(frozen=True, slots=True)
class Rule:
    """Conditions under which a claim belongs to an entry, and what the entry then declares."""

    units: frozenset[str]
    wanted: tuple[tuple[str, re.Pattern[str]], ...]
    """Scope and what it must hold."""
    unwanted: tuple[tuple[str, re.Pattern[str]], ...]
    states: tuple[tuple[str, frozenset[str]], ...]
    declaration: Declaration

    @property
    def score(self) -> int:
        """How many conditions the rule has; what must be absent does not count, since it only keeps others out."""
        return len(self.wanted) + len(self.states)

    def holds(self, context: ClaimContext) -> bool:
        """Whether every condition is met."""
        words, reading = context.words, context.reading
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
    categories: Categories


class Catalogue:
    """The compiled entries; rules are looked up by unit, so that few are tried for a claim."""

    def __init__(self, entries: Sequence[Entry]) -> None:
        self.entries = tuple(entries)
        self._by_unit: dict[str, list[tuple[Entry, Rule]]] = {}
        for entry in entries:
            for rule in entry.rules:
                for unit in rule.units:
                    self._by_unit.setdefault(unit, []).append((entry, rule))

    def find(self, context: ClaimContext) -> list[Coding]:
        """What the catalogue knows of a claim: one meaning, none where no rule holds, more where it is ambiguous."""
        held = [pair for pair in self._by_unit.get(context.reading.unit, ()) if pair[1].holds(context)]
        best = max((rule.score for _, rule in held), default=0)
        found: list[Coding] = []
        for entry, rule in held:
            if rule.score == best:
                coding = code_claim(entry.indicator, entry.topic, rule.declaration, entry.categories, context)
                if coding not in found:
                    found.append(coding)
        return found


@cache
def catalogue() -> Catalogue:
    """The catalogue that ships with the package, compiled once a process."""
    return Catalogue(compile_entries(entries(), {indicator.id: indicator.topic for indicator in indicators()}))


def compile_entries(written: Mapping[str, Mapping[str, Any]], topics: Mapping[str, str]) -> list[Entry]:
    """The entries of a catalogue file, compiled; ``topics`` gives each indicator's.

    Raises ``UsmexDataError`` for an entry without a rule, for a rule without a condition, and for a key that means
    nothing.
    """
    compiled: list[Entry] = []
    for name, entry in written.items():
        _refuse_strange(name, entry, _ENTRY_KEYS)
        rules = entry.get("match", [])
        if not isinstance(rules, list) or not all(isinstance(rule, Mapping) for rule in rules):
            raise UsmexDataError("match is no list of rules", where=_where(name), remedy='match = [{ all = ["…"] }]')
        if not rules:
            raise UsmexDataError("the entry has no rule", where=_where(name), remedy='add match = [{ all = ["…"] }]')
        categories = tuple((label, term(words)) for label, words in entry.get("categories", {}).items())
        compiled.append(Entry(name, topics[name], tuple(_rule(name, entry, rule) for rule in rules), categories))
    return compiled


def _rule(name: str, entry: Mapping[str, Any], rule: Mapping[str, Any]) -> Rule:
    _refuse_strange(name, rule, _KEYS)
    _refuse_no_lists(name, rule)
    wanted = tuple((scope, term(words)) for scope in SCOPES for words in rule.get(scope, ()))
    if not wanted:
        raise UsmexDataError(
            "a rule asks for no words, so that it would hold for every claim of its unit",
            where=_where(name),
            remedy=f'add words of meaning, as in all = ["…"]; scopes are {", ".join(SCOPES)}',
        )
    return Rule(
        units=frozenset(rule.get("units", entry.get("units", [entry["unit"]]))),
        wanted=wanted,
        unwanted=tuple((scope, term(words)) for key, scope in _ELSEWHERE.items() for words in rule.get(key, ())),
        states=tuple((state, frozenset(rule[state])) for state in _STATES if state in rule),
        declaration=_declaration(entry, rule),
    )


def _declaration(entry: Mapping[str, Any], rule: Mapping[str, Any]) -> Declaration:
    where = (*rule.get("where", ()), *entry.get("where", ()))
    coding = {**entry.get("declare", {}), **rule.get("declare", {})}
    return Declaration(
        category=rule.get("category", ""),
        fixed=tuple((field, coding[field]) for field in _FIXED if field in coding),
        where=tuple(template(words) for words in where if not words.startswith(_BEFORE)),
        where_before=tuple(template(words.removeprefix(_BEFORE)) for words in where if words.startswith(_BEFORE)),
        when=tuple(template(words) for words in rule.get("when", ())),
    )


def _refuse_strange(name: str, written: Mapping[str, Any], known: frozenset[str]) -> None:
    strange = sorted(set(written) - known)
    if strange:
        raise UsmexDataError(
            f"keys that mean nothing here: {', '.join(strange)}",
            where=_where(name),
            remedy=f"one of {', '.join(sorted(known))}",
        )


def _refuse_no_lists(name: str, rule: Mapping[str, Any]) -> None:
    for key in rule.keys() & {*SCOPES, *_ELSEWHERE, *_STATES, "units", "where", "when"}:
        words = rule[key]
        if not isinstance(words, list) or not all(isinstance(each, str) and each.strip(" ….") for each in words):
            remedy = f'write {key} = ["…"], with words for the dots'
            raise UsmexDataError(f"{key} is no list of words", where=_where(name), remedy=remedy)


def _where(name: str) -> str:
    return f"indicators.toml, {name}"


def known_in_full(source: str) -> bool:
    """Whether every claim of a source must have an entry."""
    return source in complete_sources()
