"""The peers' own public tests, put to us: what of them can be had, and how many cases we read as they do.

quantulum3's come with its package. Others' are in no package: a copy of CQE's sets (NewsQuant among them) or of
recognizers-text's Specs is scored too where one lays its JSON files into ``build/bench-suites``.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from usmex_data.annotation.reading import Reading
from usmex_data.extraction import readings

from .environments import ROOT, Peer
from .units import Unit, contract_unit, peer_unit, plain, same_amount

__all__ = ["LOCAL", "Case", "Expected", "outcome", "read_suite", "suites"]

LOCAL = ROOT / "build" / "bench-suites"
_ARTICLE = re.compile(r"\ba\b(?!.*(?:\b1\b|\bone\b))", re.IGNORECASE)
_TERM = re.compile(r"\babsolute zero\b(?!.*(?<![\d.])0\b)", re.IGNORECASE)
_VAGUE = re.compile(r"(?:a few|several|tens|dozens|hundreds|thousands|millions|billions)\b", re.IGNORECASE)
"""Vague amounts, which the data contract reads and the suites leave out."""
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?$")


@dataclass(frozen=True, slots=True)
class Expected:
    """What a case wants: a figure or both ends of a range, and a unit by the suite's name."""

    low: float
    high: float
    unit: str
    middle: float | None = None
    """The figure itself, where ``low`` and ``high`` are what a printed ± makes of it."""


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence and all that is to be found in it; ``aside`` says why it cannot be compared, if so."""

    text: str
    expected: tuple[Expected, ...]
    aside: str = ""


def _expected(row: dict[str, Any], text: str) -> Expected | None:
    """One expectation of any of the three forms; None for a value that is no number."""
    resolution = row.get("Resolution") or row
    value = resolution.get("value")
    unit = resolution.get("normalized_unit", resolution.get("unit", "")) or ""
    spread = float(row.get("uncertainty") or 0)
    ends = re.split(r"(?<=\d)-(?=\d)", str(value))
    if not all(_NUMBER.match(end) for end in ends):
        return None
    printed = spread and any(sign in text for sign in ("±", "+/-"))
    return Expected(float(ends[0]) - spread, float(ends[-1]) + spread, unit, float(ends[0]) if printed else None)


def read_suite(rows: Iterable[dict[str, Any]]) -> Iterator[Case]:
    """Cases as quantulum3 (req, res), CQE (text, quantities) or recognizers-text (Input, Results) writes them."""
    for row in rows:
        text = row.get("req") or row.get("text") or row.get("Input") or ""
        listed: list[dict[str, Any]] = next((row[name] for name in ("res", "quantities", "Results") if name in row), [])
        expected = [_expected(one, text) for one in listed]
        known = tuple(one for one in expected if one is not None)
        if len(known) < len(expected):
            yield Case(text, known, "a value that is no number")
        elif any(peer_unit(one.unit) is None for one in known):
            yield Case(text, known, "a unit that no table or registry here knows")
        elif any(one.low == one.high == 1 for one in known) and _ARTICLE.search(text):
            yield Case(text, known, "an article as the number one, which ours is not to be")
        elif any(one.low == one.high == 0 for one in known) and _TERM.search(text):
            yield Case(text, known, "a term of science as the number zero, which names are not to be")
        elif any(one.unit in ("", "-", "dimensionless") for one in known):
            # Theirs take years, names and list numbers for quantities, which ours are not to.
            yield Case(text, known, "a bare number, which may be a year, a name or a count")
        elif not known:
            yield Case(text, known, "nothing to be found")
        else:
            yield Case(text, known)


def _ends(reading: Reading) -> tuple[float, float] | None:
    if reading.value is not None:
        return float(reading.value), float(reading.value)
    if reading.value_low is not None and reading.value_high is not None:
        return float(reading.value_low), float(reading.value_high)
    return None


def _meets(reading: Reading, unit: Unit, wanted: Expected, wanted_unit: Unit) -> str:
    """``right``, ``value`` or ``unit`` for what is wrong, or nothing if the figures are not alike at all."""
    ends = _ends(reading)
    if ends is None:
        return ""
    ours, theirs = plain(unit), plain(wanted_unit)
    if all(same_amount(one, ours, other, theirs) for one, other in zip(ends, (wanted.low, wanted.high), strict=True)):
        return "right"
    if math.isclose(ends[0], wanted.low, rel_tol=1e-3) and math.isclose(ends[1], wanted.high, rel_tol=1e-3):
        return "unit"
    return "value" if ours.dimension == theirs.dimension else ""


def _apart(expected: Sequence[Expected], rows: Sequence[Reading]) -> Iterator[Expected]:
    """The expectations, a range as its two ends where we read two levels ("from -18 °C to -34 °C") and no range."""
    ranges = any(row.modifier == "range" for row in rows)
    for wanted in expected:
        if wanted.middle is not None and not ranges:
            yield Expected(wanted.middle, wanted.middle, wanted.unit)
        elif wanted.low != wanted.high and not ranges:
            yield Expected(wanted.low, wanted.low, wanted.unit)
            yield Expected(wanted.high, wanted.high, wanted.unit)
        else:
            yield wanted


def outcome(case: Case, rows: Sequence[Reading]) -> str:
    """``right`` if all that the case wants is found and no other measure; else what is wrong first."""
    left = list(rows)
    for wanted in _apart(case.expected, left):
        wanted_unit = peer_unit(wanted.unit)
        verdicts = [
            (_meets(row, contract_unit(row.unit) or Unit((), 1.0, ""), wanted, wanted_unit), row)
            for row in left
            if wanted_unit
        ]
        for verdict in ("right", "unit", "value"):
            matching = [row for found, row in verdicts if found == verdict]
            if matching:
                break
        else:
            return "missed"
        if verdict != "right":
            return verdict
        left.remove(matching[0])
    measured = (row for row in left if row.disposition == "claim" and row.unit not in ("count", "rank", "ratio"))
    more = any(not _VAGUE.search(row.text) for row in measured)
    return "false" if more else "right"


def _scored(cases: Iterable[Case]) -> dict[str, Any]:
    counts: Counter[str] = Counter()
    aside: Counter[str] = Counter()
    wrong: list[str] = []
    for case in cases:
        counts["cases"] += 1
        if case.aside:
            aside[case.aside] += 1
            continue
        counts["compared"] += 1
        try:
            verdict = outcome(case, readings(case.text))
        except Exception as error:  # noqa: BLE001 - one that stops at a sentence has that case wrong, and goes on
            verdict = f"stopped by {type(error).__name__}"
        counts[verdict] += 1
        if verdict != "right":
            wrong.append(f"{verdict}: {case.text}")
    return {"counts": dict(counts), "aside": dict(aside), "wrong": wrong}


def _rows(path: Path) -> list[dict[str, Any]]:
    loaded = json.loads(path.read_text(encoding="utf-8"))
    return loaded if isinstance(loaded, list) else []


def suites(peers: Sequence[Peer]) -> dict[str, Any]:
    """Scores by suite, without the sentences themselves, which belong to the suites' authors."""
    found: dict[str, Any] = {}
    for peer in peers:
        if peer.name == "quantulum3" and peer.python is not None:
            own = "lib/*/site-packages/quantulum3/_lang/en_US/tests/quantities*.json"
            for path in sorted(peer.python.parent.parent.glob(own)):
                found[f"quantulum3 {path.stem}"] = _scored(read_suite(_rows(path)))
    for path in sorted(LOCAL.glob("*.json")):
        found[path.stem] = _scored(read_suite(_rows(path)))
    LOCAL.mkdir(parents=True, exist_ok=True)
    lines = [f"{name}: {line}\n" for name, scored in found.items() for line in scored.pop("wrong")]
    (LOCAL / "wrong.txt").write_text("".join(lines), encoding="utf-8")
    return found
