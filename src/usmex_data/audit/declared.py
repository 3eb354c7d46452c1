"""Checks that are declared: statements, formulas and explanations of declared.toml, put to the rows that they choose.

A declaration chooses rows by what they say: claims by indicator, category, geography, partner, period and the like,
dates and counts by the words of their sentence. No value and no offset is ever named. The package's own declarations
choose among the sources that they were written for, whatever else is there. What chooses nothing is an error where all
of those are there; on other texts it does not apply and says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any, Final

from ..codebook.patterns import fold, term
from ..codebook.records import Claim
from ..errors import UsmexDataError
from ..storage.toml import read_toml
from .checks import KINDS, SEVERITIES, Check, Kind, Severity
from .formula import row_id
from .make import bracketed, make
from .readings import Row
from .row_index import RowIndex

__all__ = ["Declaration", "check_declarations", "declarations", "parse"]

_EQUAL: Final = frozenset(
    "source indicator category geography partner topic unit passage change status disposition".split()
)
_WORDS: Final = frozenset({"words", "before", "after", "text", "note", "section", "not_words"})
_TIME: Final = frozenset({"period"})
_HOW: Final = frozenset({"copies", "all", "first", "quantity"})
_OF_PASSAGES: Final = frozenset({"source", "words", "not_words"})
_NAME: Final = re.compile(r"[a-z_][a-z0-9_]*")
_REASONS: Final = ("words", "ties", "source", "years", "implied")
"""Why no rule finds what is declared: the head of declared.toml says what each means."""
_NEAR: Final = 60


@dataclass(frozen=True, slots=True)
class Declaration:
    """A check as it is declared; ``rows`` names what its formula stands on, ``shown`` what it only shows beside."""

    name: str
    kind: Kind
    statement: str
    formula: str
    explanation: str
    rows: Mapping[str, Mapping[str, Any]]
    shown: tuple[str, ...] = ()
    severity: Severity = "substance"
    question: str = ""
    passages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    """Sentences without figures to be shown, chosen by their source and words."""


@cache
def _file() -> dict[str, Any]:
    return read_toml(files(__package__) / "declared.toml")


def declarations() -> tuple[Declaration, ...]:
    """The package's own declarations, in the order of their file."""
    return parse(_file())


def _written_for() -> frozenset[str]:
    return frozenset(_file()["sources"])


def parse(table: Mapping[str, Any]) -> tuple[Declaration, ...]:
    """The declarations of a parsed file. Raises ``UsmexDataError`` for one that lacks a part or has one too many."""
    return tuple(_declaration(name, entry) for name, entry in table.get("check", {}).items())


def _declaration(name: str, entry: Mapping[str, Any]) -> Declaration:
    where = f"declared.toml, {name}"
    lacking = [key for key in ("kind", "statement", "formula", "explanation", "why") if not entry.get(key)]
    if not lacking and entry["why"] not in _REASONS:
        raise UsmexDataError(f"{entry['why']!r} is no reason", where=where, remedy=f"one of {', '.join(_REASONS)}")
    lacking += ["rows"] if not entry.get("rows") and not entry.get("passages") else []
    if lacking:
        raise UsmexDataError(f"the declaration has no {lacking[0]}", where=where, remedy="write one")
    kind = next((kind for kind in KINDS if kind == entry["kind"]), None)
    if kind is None:
        raise UsmexDataError(f"{entry['kind']!r} is no kind of check", where=where, remedy=f"one of {', '.join(KINDS)}")
    rows, passages = entry.get("rows", {}), entry.get("passages", {})
    choices = [(row, choice, _EQUAL | _WORDS | _TIME | _HOW) for row, choice in rows.items()]
    choices += [(row, choice, _OF_PASSAGES) for row, choice in passages.items()]
    for row, choice, known in choices:
        unknown = sorted(set(choice) - known)
        if unknown or not _NAME.fullmatch(row):
            raise UsmexDataError(
                f"rows cannot be chosen by {unknown[0]!r}" if unknown else f"{row!r} is no name for a formula",
                where=where,
                remedy=f"known: {', '.join(sorted(known))}",
            )
    named = set(_NAME.findall(entry["formula"]))
    shown = tuple(row for row in rows if row not in named)
    texts = entry["statement"], entry["formula"], entry["explanation"]
    return Declaration(name, kind, *texts, rows, shown, _severity(entry, where), entry.get("question", ""), passages)


def _severity(entry: Mapping[str, Any], where: str) -> Severity:
    said = entry.get("severity", "substance")
    severity = next((severity for severity in SEVERITIES if severity == said), None)
    if severity is None:
        raise UsmexDataError(f"{said!r} is no severity", where=where, remedy=f"one of {', '.join(SEVERITIES)}")
    return severity


def check_declarations(
    rows: RowIndex, declared: Iterable[Declaration] | None = None, *, strict: bool | None = None
) -> list[Check]:
    """The declared checks that apply to the rows; the package's own see the rows of their own sources alone.

    ``strict`` raises ``UsmexDataError`` for a declaration that chooses nothing, or rows that say different things; by
    default so where the package's own declarations meet all the sources that they were written for.
    """
    if declared is None:
        strict = _written_for() <= set(rows.sources()) if strict is None else strict
        declared, rows = declarations(), rows.of_sources(_written_for())
    checks = []
    for declaration in declared:
        check = _check(declaration, rows, bool(strict))
        if check is not None:
            checks.append(check)
    return checks


def _check(declaration: Declaration, rows: RowIndex, strict: bool) -> Check | None:
    chosen: dict[str, list[Row]] = {}
    for name, choice in declaration.rows.items():
        found = _choose(choice, rows)
        if not found or (len(found) > 1 and not choice.get("all") and not _one_fact(found)):
            if strict:
                raise _misfit(declaration, name, found)
            return None
        chosen[name] = found if choice.get("all") else found[:1]
    passages = [_passage(choice, rows) for choice in declaration.passages.values()]
    for name, ids in zip(declaration.passages, passages, strict=True):
        if len({rows.sentences[each] for each in ids}) != 1:
            if strict:
                raise _misfit(declaration, name, ids)
            return None
    return make(
        rows,
        check_id=declaration.name,
        kind=declaration.kind,
        severity=declaration.severity,
        basis="declared",
        question=declaration.question,
        formula=_with_ids(declaration.formula, chosen),
        statement=declaration.statement,
        explanation=declaration.explanation,
        shown=[row_id(row) for name in declaration.shown for row in chosen[name]],
        passages=[ids[0] for ids in passages],
    )


def _with_ids(formula: str, chosen: Mapping[str, list[Row]]) -> str:
    def ids(match: re.Match[str]) -> str:
        return bracketed(map(row_id, chosen[match[0]])) if match[0] in chosen else match[0]

    return _NAME.sub(ids, formula)


def _misfit(declaration: Declaration, name: str, found: Sequence[Row | str]) -> UsmexDataError:
    ids = [row if isinstance(row, str) else row_id(row) for row in found]
    what = f"chooses {len(ids)} rows: {', '.join(ids[:6])}" if ids else "chooses nothing"
    return UsmexDataError(
        f"{name} {what}",
        where=f"declared.toml, {declaration.name}",
        remedy="give its row other conditions, or take it out",
    )


def _one_fact(found: list[Row]) -> bool:
    claims = [row for row in found if isinstance(row, Claim)]
    values = {(claim.value, claim.value_low, claim.value_high) for claim in claims}
    return len(claims) == len(found) and len(values) == 1


# --- choosing --------------------------------------------------------------------------------------------------------


def _choose(choice: Mapping[str, Any], rows: RowIndex) -> list[Row]:
    """The rows that a choice fits, originals first; ``first`` keeps the first of them only."""
    table: Iterable[Row] = rows.quantities if "disposition" in choice or choice.get("quantity") else rows.claims
    found = [row for row in table if _fits(row, choice, rows)]
    if not choice.get("copies"):
        found = [row for row in found if not (isinstance(row, Claim) and row.copy_of)]
    return found[:1] if choice.get("first") else found


def _passage(choice: Mapping[str, Any], rows: RowIndex) -> list[str]:
    """The ids of the sentences of a source that hold all words of a choice, and none of ``not_words``."""
    return [
        name
        for name, sentence in rows.sentences.items()
        if name.rpartition("-s")[0] == choice["source"]
        and all(term(words).search(fold(sentence)) for words in choice["words"])
        and not any(term(words).search(fold(sentence)) for words in choice.get("not_words", ()))
    ]


def _fits(row: Row, choice: Mapping[str, Any], rows: RowIndex) -> bool:
    if any(getattr(row, key, None) != choice[key] for key in _EQUAL & choice.keys()):
        return False
    if "period" in choice and row.period != choice["period"]:
        return False
    if not _WORDS & choice.keys():
        return True
    place = rows.place(row)
    texts = {
        "words": place.sentence,
        "not_words": place.sentence,
        "before": place.before[-_NEAR:],
        "after": place.after[:_NEAR],
        "text": row.text,
        "note": getattr(row, "note", ""),
        "section": getattr(row, "section", ""),
    }
    return all(
        bool(term(words).search(fold(texts[key]))) != (key == "not_words")
        for key in _WORDS & choice.keys()
        for words in choice[key]
    )
