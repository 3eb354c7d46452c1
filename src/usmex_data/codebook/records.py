"""The rows that a build writes: a claim, and a numeric expression with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..catalogue.doubts import Doubt

__all__ = ["Claim", "QuantityRow"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A row of claims.csv; the fields are its columns, in order. Lists are tuples, empty text means not stated."""

    claim_id: str
    fact_id: str
    copy_of: str
    source: str
    section: str
    passage: str
    start: int
    end: int
    text: str
    quote: str
    quote_start: int
    quote_end: int
    value: Decimal | None
    value_low: Decimal | None
    value_high: Decimal | None
    unit: str
    counted: str
    base: str
    modifier: str
    hedge: str
    change: str
    status: str
    topic: str
    indicator: str
    category: str
    subject: str
    geography: str
    partner: str
    period: str
    period_text: str
    inferred: tuple[str, ...]
    doubt: tuple[Doubt, ...]
    attribution: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class QuantityRow:
    """A row of quantities.csv; the fields are its columns, in order."""

    quantity_id: str
    source: str
    start: int
    end: int
    text: str
    value: Decimal | None
    unit: str
    period: str
    disposition: str
    claim_id: str
    sentence_start: int | None = None
    """Where the sentence begins and ends in the raw text; ``None`` for what stands in none."""
    sentence_end: int | None = None
