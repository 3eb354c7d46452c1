"""A finding of a rule: a formula over the figures of a passage, with the sentence and the question that go with it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from .checks import Check, Kind, Severity
from .formula import Outcome, evaluate
from .make import make
from .passages import Date, Figure
from .row_index import RowIndex

__all__ = ["alike", "finding", "plain", "said"]

_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_BARE: Final = frozenset({"", "count"})
_COUNTED: Final = _BARE | {"person", "vehicle", "household", "animal", "tree"}
_NUMBER: Final = re.compile(r"-?\d+(?:\.\d+)?")
_FAIR: Final = "A fair reader grants that a figure may be of another date or scope than its sentence says."


def finding(
    rows: RowIndex,
    *,
    rule: str,
    of: Figure | Date,
    formula: str,
    statement: str,
    question: str,
    explanation: str,
    kind: Kind = "arithmetic",
    severity: Severity = "substance",
    grant: str = _FAIR,
    shown: Iterable[Figure | Date] = (),
) -> Check:
    """The check of a formula that a rule has found; ``{left}`` and ``{right}`` in its words stand for its sides."""
    check = make(
        rows,
        check_id=f"{rule}-{of.id}",
        kind=kind,
        severity=severity,
        formula=formula,
        statement=statement,
        question=question,
        explanation=explanation,
        grant=grant,
        shown=[each.id for each in shown],
    )
    sides = {"{left}": plain(check.left), "{right}": plain(check.right)}
    return replace(
        check,
        question=_filled(check.question, sides),
        explanation=_filled(check.explanation, sides),
    )


def outcome(rows: RowIndex, formula: str) -> Outcome:
    """What a formula comes to."""
    return evaluate(formula, rows.by_id)


def _filled(text: str, sides: dict[str, str]) -> str:
    for name, side in sides.items():
        text = text.replace(name, side)
    return text


def plain(side: str) -> str:
    """A side of a formula as prose has it: three digits that count, thousands set apart."""
    return _NUMBER.sub(lambda match: _short(match[0]), side).replace("/", " to ")


def _short(number: str) -> str:
    value = float(number)
    for scale, word in _SCALES:
        if abs(value) >= scale:
            return f"{value / scale:.4g} {word}"
    if value == int(value):
        return f"{int(value):,}" if abs(value) >= 10_000 else str(int(value))
    return f"{value:,.0f}" if abs(value) >= 1000 else f"{value:.1f}" if abs(value) >= 10 else f"{value:.2g}"


def said(figure: Figure | Date) -> str:
    """A figure or date as the text has it, in quotation marks."""
    return f"“{' '.join(figure.row.text.split())}”"


def alike(*figures: Figure) -> bool:
    """Whether figures are of one unit; a bare count may be of people."""
    units = {figure.unit for figure in figures}
    return len(units) == 1 or (units <= _COUNTED and len(units - _BARE) < 2)
