"""Facts that the texts state in several places: whether they agree, judged with what hedges and digits allow."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import combinations
from typing import Final

from ..codebook.records import Claim
from .checks import Check, Verdict
from .make import listed, make, named, number
from .readings import time_of, value_of
from .row_index import RowIndex

__all__ = ["check_agreement"]

_NO_FACT: Final = frozenset({"opinion"})
"""Quoted speech and what-ifs state nothing that could agree."""


def check_agreement(rows: RowIndex) -> list[Check]:
    """A check for each thing that two originals or more measure alike: same indicator, sub-series, place and time."""
    found = []
    order = {claim.claim_id: place for place, claim in enumerate(rows.claims)}
    for (*_, geography, partner), group in _groups(rows.originals()).items():
        for cluster in _clusters(group):
            if len(cluster) > 1:
                ordered = sorted(cluster, key=lambda claim: order[claim.claim_id])
                check = _check(ordered, geography, partner, rows)
                if check.verdict not in _AGREE or not _are_neighbours(ordered):
                    found.append(check)
    return found


_AGREE: Final = frozenset({"holds", "holds_within_rounding", "compatible"})


def _are_neighbours(cluster: Sequence[Claim]) -> bool:
    """Whether all passages are of one section: that an author repeats a figure confirms nothing."""
    return len({(claim.source, claim.section) for claim in cluster}) == 1 and bool(cluster[0].section)


def _groups(claims: Iterable[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    groups: dict[tuple[str, ...], list[Claim]] = {}
    for claim in claims:
        if not claim.indicator or claim.status in _NO_FACT or value_of(claim) is None:
            continue
        for geography, partner in _sides(claim):
            key = claim.indicator, claim.category, claim.unit, claim.change, geography, partner
            groups.setdefault(key, []).append(claim)
    return groups


def _sides(claim: Claim) -> list[tuple[str, str]]:
    """Whose rank in whose list: a rank that two places share without a partner is that of each with the other."""
    places = claim.geography.split("+")
    if claim.unit == "rank" and len(places) == 2 and not claim.partner:
        return [(places[0], places[1]), (places[1], places[0])]
    return [(claim.geography, claim.partner)]


def _clusters(group: Sequence[Claim]) -> list[list[Claim]]:
    """Claims that may be about one time: of one period, and all that name none. Different levels of one sentence, as in
    "from 62.5 to 75 percent", are no statements of one fact.
    """
    undated = [claim for claim in group if not claim.period]
    periods = dict.fromkeys(claim.period for claim in group if claim.period)
    clusters = [[claim for claim in group if claim.period == period] for period in periods]
    clusters = [*clusters, undated] if len(periods) != 1 else [[*clusters[0], *undated]]
    return [_one_a_sentence(cluster) for cluster in clusters]


def _one_a_sentence(cluster: Sequence[Claim]) -> list[Claim]:
    sentences: dict[tuple[str, str], list[Claim]] = {}
    for claim in cluster:
        sentences.setdefault((claim.source, claim.quote), []).append(claim)
    kept = [claims[-1] for claims in sentences.values() if len(claims) == 1 or _is_change(claims)]
    return sorted(kept, key=cluster.index)


def _is_change(claims: Sequence[Claim]) -> bool:
    """Whether a sentence moves from one level to another: then the last is what it states."""
    return all(f"to {claim.text}" in claim.quote for claim in claims[1:])


def _check(cluster: Sequence[Claim], geography: str, partner: str, rows: RowIndex) -> Check:
    doubt = _doubt(cluster)
    formula = " == ".join(f"[{claim.claim_id}]" for claim in cluster)
    first = cluster[0]
    measured = named(replace(first, geography=geography, partner=partner))
    check = make(
        rows,
        check_id=f"same-{first.indicator.replace('_', '-')}-{first.claim_id}",
        question=f"{listed(cluster)}: which?",
        kind="agreement",
        formula=f"perhaps({formula})" if doubt else formula,
        statement=f"{measured[:1].upper()}{measured[1:]}: {number(len(cluster))} passages give the same figure.",
        explanation="",
    )
    why = f"They differ. {doubt}" if doubt and check.verdict == "cannot_tell" else _WHY[check.verdict]
    return replace(
        check,
        kind="contradiction" if check.verdict == "does_not_hold" else "agreement",
        explanation=f"{listed(cluster)}. {why}",
    )


def _doubt(cluster: Sequence[Claim]) -> str:
    """Why passages that differ need not contradict each other; empty where they would."""
    if any(not _same_time(a, b) for a, b in combinations(cluster, 2)):
        return "Not all of them name a time, so that the figure may have changed."
    if len({claim.base for claim in cluster if claim.base}) > 1:
        return "They may be shares of different wholes."
    return ""


_WHY: dict[Verdict, str] = {
    "holds": "They agree.",
    "holds_within_rounding": "They agree as far as their digits and hedges go.",
    "cannot_tell": "They differ by no more than a round figure or a hedge may hide.",
    "does_not_hold": "Same thing, same place, same time: no number is all of them. A fair reader grants that they may "
    "be counted in ways, or on days, that the passages do not tell.",
}


def _same_time(a: Claim, b: Claim) -> bool:
    """Whether two claims speak of one time: they name it, or stand undated in one text."""
    if a.period and b.period:
        first, second = time_of(a.period), time_of(b.period)
        return first is not None and first == second
    return not a.period and not b.period and a.source == b.source and not (a.period_text or b.period_text)
