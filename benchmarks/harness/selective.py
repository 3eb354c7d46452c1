"""How much the column ``doubt`` knows: what is right of the claims with and without a doubt, on the gold texts.

Selective prediction: whoever withholds the claims that carry a doubt covers fewer of them, and more of what is left is
right. The curve withholds one reason after the other, the one with the most wrong claims first.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from usmex_data.extraction import COLUMNS, rows

from .score import Found, verdicts
from .texts import GoldText
from .units import contract_unit

__all__ = ["Verdict", "curve", "judged", "measure"]


@dataclass(frozen=True, slots=True)
class Verdict:
    """A claim that the gold has too: its doubts, and what of it is right."""

    doubt: tuple[str, ...]
    value: bool
    unit: bool


def measure(texts: Iterable[GoldText]) -> dict[str, Any]:
    """The curve, and what is right by reason, over all texts."""
    return curve([verdict for text in texts for verdict in judged(text)])


def judged(text: GoldText) -> list[Verdict]:
    """The claims of a text that its gold has too, each with what is right of it."""
    cells = [dict(zip(COLUMNS, row, strict=True)) for row in rows(text.raw)]
    claims = [cell for cell in cells if cell["disposition"] == "claim"]
    return [
        Verdict(tuple(claims[place]["doubt"] or ()), value, unit)
        for place, value, unit in verdicts(text.claims, [_found(cell) for cell in claims], contract_unit)
    ]


def _found(cell: dict[str, Any]) -> Found:
    value, low, high = (
        None if cell[name] is None else float(cell[name]) for name in ("value", "value_low", "value_high")
    )
    return Found(cell["start"], cell["end"], value, low, high, cell["unit"], cell["modifier"], cell["geography"])


def curve(claims: Sequence[Verdict]) -> dict[str, Any]:
    """Counts by reason, and the points of the curve: what is covered, and right of that, as reasons are withheld."""
    reasons = {reason for claim in claims for reason in claim.doubt}
    by_reason = {reason: _counts([claim for claim in claims if reason in claim.doubt]) for reason in sorted(reasons)}
    order = sorted(by_reason, key=lambda reason: (_right(by_reason[reason]), reason))
    points = []
    for held in range(len(order) + 1):
        withheld = set(order[:held])
        kept = [claim for claim in claims if withheld.isdisjoint(claim.doubt)]
        points.append({"withheld": order[held - 1] if held else "", **_counts(kept)})
    return {"claims": len(claims), "points": points, "reasons": by_reason}


def _counts(claims: Sequence[Verdict]) -> dict[str, int]:
    return {
        "covered": len(claims),
        "value": sum(claim.value for claim in claims),
        "unit": sum(claim.unit for claim in claims),
    }


def _right(counts: dict[str, int]) -> float:
    """The share of values and units that are right."""
    return (counts["value"] + counts["unit"]) / (2 * counts["covered"])
