"""A check made: its formula worked out, its rows sorted, its figures named in the words of their texts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from ..catalogue import indicators
from ..catalogue.names import period, place
from ..codebook.records import Claim
from .checks import Basis, Check, Kind, Severity
from .formula import evaluate
from .readings import Row
from .row_index import RowIndex

__all__ = ["bracketed", "listed", "make", "named", "number", "quoted", "side_by_side"]

_ID = re.compile(r"\[([^\[\]]+)\]")
_SETTLED = frozenset({"holds", "holds_within_rounding", "compatible", "derived"})
_NUMBERS = "no one two three four five six seven eight nine ten eleven twelve".split()


def bracketed(ids: Iterable[str]) -> str:
    """Ids as the arguments of a formula's function: ``[a], [b]``."""
    return ", ".join(f"[{name}]" for name in ids)


def make(
    rows: RowIndex,
    *,
    check_id: str,
    kind: Kind,
    formula: str,
    statement: str,
    explanation: str,
    severity: Severity = "substance",
    basis: Basis = "rule",
    question: str = "",
    grant: str = "",
    shown: Iterable[str] = (),
    passages: Iterable[str] = (),
) -> Check:
    """The check of a formula; ``shown`` are the ids of rows that it does not reckon with, but a reader should see.

    ``passages`` are ids of sentences likewise. ``question`` is put where the verdict leaves one. ``grant`` is
    what a fair reader grants the authors where the statement
    does not hold.
    """
    outcome = evaluate(formula, rows.by_id)
    ids = dict.fromkeys((*_ID.findall(formula), *shown))
    used: list[tuple[str, Row]] = [(name, rows.by_id[name]) for name in ids]
    return Check(
        check_id=check_id,
        kind=kind,
        verdict=outcome.verdict,
        severity=severity,
        basis=basis,
        statement=statement,
        question="" if outcome.verdict in _SETTLED else question,
        formula=formula,
        left=outcome.left,
        right=outcome.right,
        tolerance=outcome.tolerance,
        claim_ids=tuple(name for name, row in used if isinstance(row, Claim)),
        quantity_ids=tuple(name for name, row in used if not isinstance(row, Claim)),
        explanation=f"{explanation} {grant}".strip() if outcome.verdict == "does_not_hold" else explanation,
        passages=tuple(dict.fromkeys(passages)),
    )


def number(count: int) -> str:
    """A count as prose has it: in words up to twelve."""
    return _NUMBERS[count] if count < len(_NUMBERS) else f"{count:,}"


def quoted(row: Row) -> str:
    """The figure as the text has it, with its source: “over 260,000” (white-papers)."""
    return f"“{row.text.strip()}” ({row.source})"


def listed(rows: Iterable[Row]) -> str:
    """Figures with their sources, each once: “40%” (white-papers, three times), “50” (report-2022)."""
    said = Counter((row.text.strip(), row.source) for row in rows)
    times = {1: "", 2: ", twice"}
    return ", ".join(
        f"“{text}” ({source}{times.get(count, f', {number(count)} times')})" for (text, source), count in said.items()
    )


def named(claim: Claim) -> str:
    """What a claim measures, and where and when: the indicator's title, or the words of the text."""
    titles = {indicator.id: indicator.title for indicator in indicators()}
    title = titles.get(claim.indicator) or claim.counted or claim.subject or claim.unit
    partner = f"other side: {place(claim.partner)}" if claim.partner else ""
    details = "; ".join(filter(None, (claim.category, place(claim.geography), partner, period(claim.period))))
    return f"{title} ({details})" if details else title


def side_by_side(rows: RowIndex, ids: tuple[str, ...]) -> list[str]:
    """The sentences of rows, one a line, each with its id and the figure in guillemets; then, cut to the width."""
    lines = []
    for name in ids:
        if name in rows.sentences:
            lines.append(f"{name}\n    «{' '.join(rows.sentences[name].split())}»")
        row = rows.by_id.get(name)
        if row is None:
            continue
        place = rows.place(row)
        sentence = f"{place.before}«{place.sentence[place.start : place.end]}»{place.after}" if place.sentence else ""
        lines.append(f"{name}\n    {' '.join((sentence or f'«{row.text}»').split())}")
    return lines
