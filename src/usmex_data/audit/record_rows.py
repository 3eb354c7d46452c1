"""Which official figures bear on which facts of the texts: by what they measure, never by what they say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..codebook.records import Claim
from ..errors import UsmexDataError
from ..official.model import Official
from ..official.read import OFFICIAL, RECORD
from .readings import value_of
from .row_index import RowIndex

__all__ = ["Held", "held", "require_claims"]

_NO_FACT = frozenset({"opinion"})


@dataclass(frozen=True, slots=True)
class Held:
    """A fact with its statements, and the official figures that bear on it."""

    claims: tuple[Claim, ...]
    direct: tuple[Official, ...]
    """Figures of the same thing: indicator, part, place, partner and unit."""
    other: tuple[Official, ...]
    """Figures of another thing, part or place that bear on it, as the record says."""

    @property
    def claim(self) -> Claim:
        """The first statement of the fact."""
        return self.claims[0]


def held(rows: RowIndex, official: Sequence[Official]) -> list[Held]:
    """The facts on which official figures bear, in the order of the texts."""
    by_indicator: dict[str, list[Official]] = {}
    by_claim: dict[str, list[Official]] = {}
    for row in official:
        if row.value is not None:
            by_indicator.setdefault(row.indicator, []).append(row)
        for claim_id in row.claim_ids:
            by_claim.setdefault(claim_id, []).append(row)
    found = []
    for claims in _facts(rows):
        sides = _sides(claims[0])
        direct = [row for row in by_indicator.get(claims[0].indicator, ()) if _same(row, claims[0], sides)]
        named = {row.official_id: row for claim in claims for row in by_claim.get(claim.claim_id, ())}
        other = [row for row in named.values() if row not in direct]
        if direct or other:
            found.append(Held(claims, tuple(direct), tuple(other)))
    return found


def _facts(rows: RowIndex) -> list[tuple[Claim, ...]]:
    """The original statements of each fact that has an indicator and a value, in the order of the texts."""
    facts: dict[str, list[Claim]] = {}
    for claim in rows.originals():
        if claim.indicator and claim.status not in _NO_FACT and value_of(claim) is not None:
            facts.setdefault(claim.fact_id, []).append(claim)
    return [tuple(claims) for claims in facts.values()]


def _sides(claim: Claim) -> list[tuple[str, str]]:
    """Place and partner; for a rank that two places share without a partner, that of each with the other."""
    places = claim.geography.split("+")
    if claim.unit == "rank" and len(places) == 2 and not claim.partner:
        return [(places[0], places[1]), (places[1], places[0])]
    return [(claim.geography, claim.partner)]


def _same(row: Official, claim: Claim, sides: Iterable[tuple[str, str]]) -> bool:
    parts = row.category == claim.category or not (row.category and claim.category)
    return parts and row.unit == claim.unit and (row.geography, row.partner) in sides


def require_claims(rows: RowIndex, official: Sequence[Official]) -> None:
    """Raise ``UsmexDataError`` for an official figure that names a claim which there is not, or has a claim's id."""
    known: Mapping[str, object] = rows.by_id
    for row in official:
        where = f"{RECORD / OFFICIAL}, {row.official_id}"
        for claim_id in row.claim_ids:
            if claim_id not in known:
                raise UsmexDataError(
                    f"there is no claim {claim_id!r}",
                    where=where,
                    remedy="the text or its reading has changed: name the claim that it bears on now, or none",
                )
        if row.official_id in known:
            raise UsmexDataError("a claim or quantity has the same id", where=where, remedy="give it another")
