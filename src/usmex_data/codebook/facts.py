"""Fact ids: the same for claims that say the same thing, and for no others."""

from __future__ import annotations

import hashlib
from decimal import Decimal

from ..catalogue.decimals import number
from .records import Claim

__all__ = ["EQUAL", "fact_id"]

EQUAL = (
    "indicator",
    "category",
    "geography",
    "partner",
    "period",
    "value",
    "value_low",
    "value_high",
    "unit",
    "modifier",
    "change",
    "status",
    "base",
)
"""The columns in which the claims of one fact are equal."""


def fact_id(claim: Claim) -> str:
    """``f-`` and ten hex digits over the columns of :data:`EQUAL`.

    A claim without an indicator measures nobody knows what, so that it equals only its copies.
    """
    parts = [_written(getattr(claim, name)) for name in EQUAL]
    if not claim.indicator:
        parts.append(claim.copy_of or claim.claim_id)
    return "f-" + hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:10]


def _written(value: object) -> str:
    if value is None:
        return ""
    return number(value) if isinstance(value, Decimal) else str(value)
