"""What reading a text yields for one figure: a claim without catalogue, copies and ids."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from ..catalogue.doubts import Doubt

__all__ = ["Found", "Reading"]

Found = tuple[int, int, str]
"""Where something stands in a sentence, its end excluded, and what it is in the data."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a text says with one figure, as far as its own words tell: a claim without catalogue, copies and ids.

    ``start`` and ``end`` count code points of the raw text, and so do ``sentence_start`` and ``sentence_end``, between
    which all of the quote lies; ``quote_start`` and ``quote_end`` count those of the quote. What only claims have is
    empty unless it is given.
    """

    start: int
    end: int
    number_start: int
    text: str
    quote: str
    quote_start: int
    quote_end: int
    sentence_start: int
    sentence_end: int
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
    places: tuple[Found, ...] = ()
    """The places that its sentence names, as they were read: where each stands in the quote, and its code."""
    dates: tuple[Found, ...] = ()
    """The dates that its sentence names: where each stands in the quote, and its EDTF."""
