"""Checks of kind ``record``: what the texts state, held against the official record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from ..errors import UsmexDataError
from ..official.model import Official
from ..official.read import OFFICIAL, RECORD
from .checks import Check, Severity
from .formula import evaluate
from .make import named
from .record_judge import Finding, judge, rate
from .record_rows import Held, held, require_claims
from .record_words import explained, periods, question, stated
from .row_index import RowIndex

__all__ = ["check_record", "require_derivations"]

_CLOSE: Final = Fraction(1, 100)
"""Nearer than this, a figure is another vintage or table rather than another fact."""
_AGREE: Final = frozenset({"holds", "holds_within_rounding"})
_SEVERAL: Final = 2
_OPEN: Final = frozenset({"other_definition", "no_record", "cannot_tell"})


def check_record(rows: RowIndex, official: Sequence[Official], published: Mapping[str, str]) -> list[Check]:
    """A check for each fact on which the record bears, in the order of the texts.

    ``published`` says by source when it came out, in EDTF. Raises ``UsmexDataError`` for an official figure that names
    a claim which there is not, or whose derivation does not come out.
    """
    require_claims(rows, official)
    require_derivations(official)
    judged = [
        _Judged(case, judge(case, published.get(case.claim.source, "")), published) for case in held(rows, official)
    ]
    return [each.check(_together(each, judged)) for each in judged]


@dataclass(frozen=True, slots=True)
class _Judged:
    case: Held
    finding: Finding
    published: Mapping[str, str]

    def check(self, together: str) -> Check:
        claim, finding = self.case.claim, self.finding
        row = finding.decisive
        formula = (
            "read()" if row.value is None or row.unit != claim.unit else f"[{claim.claim_id}] == [{row.official_id}]"
        )
        outcome = evaluate(formula, {claim.claim_id: claim, row.official_id: row})
        told = explained(self.case, finding, self.published.get(claim.source, ""))
        return Check(
            check_id=f"record-{claim.claim_id}",
            kind="record",
            verdict=finding.verdict,
            severity=self.severity(),
            basis="rule",
            statement=f"{_upper(named(claim))}: {stated(claim)} agrees with the official record.",
            question=question(self.case, finding),
            formula=formula,
            left=outcome.left,
            right=outcome.right,
            tolerance=outcome.tolerance,
            claim_ids=tuple(each.claim_id for each in self.case.claims),
            quantity_ids=(),
            official_ids=self.used(),
            explanation=f"{told} {together}".strip(),
        )

    def severity(self) -> Severity:
        ahead = self.finding.verdict == "forecast_of" and self.case.claim.status in {"forecast", "estimate"}
        if ahead or self.finding.verdict in _OPEN:
            return "sourcing"
        close = self.case.claim.unit != "rank" and self.finding.gap < _CLOSE
        return "sourcing" if self.finding.verdict == "does_not_hold" and close else "substance"

    def used(self) -> tuple[str, ...]:
        finding = self.finding
        rows = (finding.decisive, *finding.agreeing, *finding.against, *self.case.other)
        shown = [row.official_id for row in (*rows, *([finding.forecast] if finding.forecast else []))]
        return tuple(dict.fromkeys(shown))

    def years(self) -> dict[str, list[Official]]:
        """The periods in which the fact agrees, by figures of the same thing here or, as the record says, elsewhere."""
        claim, found = self.case.claim, dict[str, list[Official]]()
        like = [row for row in self.case.other if row.indicator == claim.indicator and row.unit == claim.unit]
        for row in (*self.case.direct, *like):
            if row.status != "rule" and rate(claim, row).agrees:
                found.setdefault(row.period, []).append(row)
        return found


def _together(each: _Judged, judged: Sequence[_Judged]) -> str:
    """Of two figures of one sentence that names no year: the years in which both hold, where the record has several."""
    claim = each.case.claim
    for other in judged:
        mate = other.case.claim
        if mate is claim or claim.period or mate.period or (mate.source, mate.quote) != (claim.source, claim.quote):
            continue
        if any(len({row.period for row in case.direct}) < _SEVERAL for case in (each.case, other.case)):
            continue
        ours, theirs = each.years(), other.years()
        both = [row for period in ours if period in theirs for row in (*ours[period], *theirs[period])]
        if both:
            apart = [row.title for row in both if row in each.case.other or row in other.case.other]
            where = f", by the figures of {apart[0]}" if apart else ""
            pair = f"“{claim.text.strip()}” and “{mate.text.strip()}”, of one sentence"
            return f"Both {pair}, hold for {periods(both)} alone{where}."
    return ""


def _upper(words: str) -> str:
    return words[:1].upper() + words[1:]


def require_derivations(official: Sequence[Official]) -> None:
    """Raise ``UsmexDataError`` for an official figure that does not follow from the rows that its derivation names."""
    by_id = {row.official_id: row for row in official}
    for row in official:
        if not row.derivation:
            continue
        outcome = evaluate(f"{row.derivation} == [{row.official_id}]", by_id)
        if outcome.verdict not in _AGREE:
            raise UsmexDataError(
                f"{row.derivation} comes to {outcome.left}, not {outcome.right}",
                where=f"{RECORD / OFFICIAL}, {row.official_id}",
                remedy="mend the value or the derivation",
            )
