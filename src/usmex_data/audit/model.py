"""What the audit finds: a check, which is a row of checks.csv."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal

__all__ = ["KINDS", "VERDICTS", "Check", "Kind", "Verdict"]

Kind = Literal["agreement", "contradiction", "arithmetic", "implied", "oddity", "across_years"]
Verdict = Literal["holds", "holds_within_rounding", "does_not_hold", "cannot_tell"]

KINDS: Final[tuple[Kind, ...]] = ("agreement", "contradiction", "arithmetic", "implied", "oddity", "across_years")
VERDICTS: Final[tuple[Verdict, ...]] = ("holds", "holds_within_rounding", "does_not_hold", "cannot_tell")


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
    statement: str
    formula: str
    left: str
    right: str
    tolerance: str
    claim_ids: tuple[str, ...]
    quantity_ids: tuple[str, ...]
    explanation: str
    passages: tuple[str, ...] = ()
    """Sentences that hold no figure, but a reader should see: source and raw offset, ``report-s1204``."""
