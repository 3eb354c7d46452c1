"""What the audit finds: a check, which is a row of checks.csv, and the closed lists of its columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, get_args

__all__ = ["BASES", "KINDS", "SEVERITIES", "VERDICTS", "Basis", "Check", "Kind", "Severity", "Verdict", "order"]

Kind = Literal["contradiction", "arithmetic", "agreement", "implied", "oddity", "across_years", "record"]
Verdict = Literal[
    "does_not_hold",
    "cannot_tell",
    "read",
    "compatible",
    "holds_within_rounding",
    "holds",
    "derived",
    # Only against the official record:
    "agrees_in_another_year",
    "other_definition",
    "forecast_of",
    "no_record",
]
"""``compatible``: both may be true, and neither confirms the other. ``cannot_tell``: a formula could have failed, and
what is printed leaves it open. ``read``: words alone speak, and a reader judged them. ``derived``: it follows, and
cannot fail.
"""
Severity = Literal["substance", "sourcing", "print"]
"""What is at stake: what the text says; where it has it from; how it is worded and printed."""
Basis = Literal["rule", "declared"]

KINDS: Final[tuple[Kind, ...]] = get_args(Kind)
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
SEVERITIES: Final[tuple[Severity, ...]] = get_args(Severity)
BASES: Final[tuple[Basis, ...]] = get_args(Basis)


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """A statement that the texts make or need, put to their own figures; the fields are the columns of checks.csv.

    ``formula`` names rows by their ids in brackets, so that claims.csv and quantities.csv are enough to work it out
    again: ``[report-12] + [report-40] == [report-77]``. ``left`` and ``right`` are what its sides come to, a number,
    an interval (``12/14``, ``250000/..``) or a date; ``tolerance`` is how far the sides may lie apart by the digits
    that are printed and the words that stand before them.
    """

    check_id: str
    kind: Kind
    verdict: Verdict
    severity: Severity
    basis: Basis
    statement: str
    question: str
    """What one would ask the author, in a line; empty where there is nothing to ask."""
    formula: str
    left: str
    right: str
    tolerance: str
    claim_ids: tuple[str, ...]
    quantity_ids: tuple[str, ...]
    official_ids: tuple[str, ...] = ()
    """Rows of the official record that the claims are held against."""
    explanation: str
    passages: tuple[str, ...] = ()
    """Sentences that hold no figure, but a reader should see: source and raw offset, ``report-s1204``."""


def order(check: Check) -> tuple[int, int, int]:
    """Where a check stands among others: the worst verdict first, then what is most at stake, then by kind."""
    return VERDICTS.index(check.verdict), SEVERITIES.index(check.severity), KINDS.index(check.kind)
