"""A check made: its formula worked out, its rows sorted into claims and other quantities."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..claims.model import Claim
from .formula import evaluate
from .model import Check, Kind
from .readings import Row
from .rows import Rows

__all__ = ["bracketed", "make"]

_ID = re.compile(r"\[([^\[\]]+)\]")


def bracketed(ids: Iterable[str]) -> str:
    """Ids as the arguments of a formula's function: ``[a], [b]``."""
    return ", ".join(f"[{name}]" for name in ids)


def make(
    rows: Rows,
    *,
    check_id: str,
    kind: Kind,
    formula: str,
    statement: str,
    explanation: str,
    shown: Iterable[str] = (),
) -> Check:
    """The check of a formula; ``shown`` are the ids of rows that it does not reckon with, but a reader should see."""
    outcome = evaluate(formula, rows.by_id)
    ids = dict.fromkeys((*_ID.findall(formula), *shown))
    used: list[tuple[str, Row]] = [(name, rows.by_id[name]) for name in ids]
    return Check(
        check_id=check_id,
        kind=kind,
        verdict=outcome.verdict,
        statement=statement,
        formula=formula,
        left=outcome.left,
        right=outcome.right,
        tolerance=outcome.tolerance,
        claim_ids=tuple(name for name, row in used if isinstance(row, Claim)),
        quantity_ids=tuple(name for name, row in used if not isinstance(row, Claim)),
        explanation=explanation,
    )
