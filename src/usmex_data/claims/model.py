"""The rows that reading a text yields: a claim, and a numeric expression with what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..catalogue.doubts import Doubt

__all__ = ["Claim", "QuantityRow", "Reading"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says with one figure, as far as its own words tell: a claim without catalogue, copies and ids.

    ``start`` and ``end`` count code points of the raw text; ``quote_start`` and ``quote_end`` of the quote. What only
    claims have is empty unless it is given.
    """

    start: int
    end: int
    number_start: int
    text: str
    quote: str
    quote_start: int
    quote_end: int
    section: tuple[str, ...]
    passage: str
    value: Decimal | None
    value_low: Decimal | None = None
    value_high: Decimal | None = None
    unit: str
    counted: str = ""
    base: str = ""
    modifier: str
    hedge: str
    change: str = ""
    status: str = ""
    subject: str = ""
    geography: str = ""
    partner: str = ""
    period: str = ""
    period_text: str = ""
    inferred: tuple[str, ...] = ()
    doubt: tuple[Doubt, ...] = ()
    attribution: str = ""
    note: str = ""
    disposition: str


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
