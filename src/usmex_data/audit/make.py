"""A check made: its formula worked out, its rows sorted, its figures named in the words of their texts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..catalogue import indicators
from ..claims.model import Claim
from .formula import evaluate
from .model import Check, Kind
from .readings import Row
from .rows import Rows

__all__ = ["bracketed", "make", "named", "quoted", "side_by_side"]

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


def quoted(row: Row) -> str:
    """The figure as the text has it, with its source: “over 260,000” (white-papers)."""
    return f"“{row.text.strip()}” ({row.source})"


def named(claim: Claim) -> str:
    """What a claim measures: the indicator's title in small letters, or the words of the text."""
    titles = {indicator.id: indicator.title for indicator in indicators()}
    title = titles.get(claim.indicator) or claim.counted or claim.subject or claim.unit
    title = title[:1].lower() + title[1:] if title[1:2].islower() else title
    places = " / ".join(filter(None, (claim.geography, claim.partner)))
    details = ", ".join(filter(None, (claim.category, places, claim.period)))
    return f"{title} ({details})" if details else title


def side_by_side(rows: Rows, ids: tuple[str, ...]) -> list[str]:
    """The sentences of rows, one a line, each with its id and the figure in guillemets; then, cut to the width."""
    lines = []
    for name in ids:
        row = rows.by_id.get(name)
        if row is None:
            continue
        place = rows.place(row)
        sentence = f"{place.before}«{place.sentence[place.start : place.end]}»{place.after}" if place.sentence else ""
        lines.append(f"{name}\n    {' '.join((sentence or f'«{row.text}»').split())}")
    return lines
