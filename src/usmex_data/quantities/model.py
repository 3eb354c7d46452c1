"""The values that reading numbers yields: what was written, where, and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

__all__ = ["Disposition", "Modifier", "Numeral", "NumeralKind", "Quantity"]

NumeralKind = Literal[
    "cardinal", "vague", "fraction", "odds", "multiplier", "rank", "ordinal", "digit_class", "date", "masked"
]
Modifier = Literal["exact", "approx", "at_least", "at_most", "range"]
Disposition = Literal[
    "claim", "date", "window", "reference", "page", "name", "heading", "list_count", "ordinal", "generic"
]


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: ``text[start:end]``, scale word included.

    ``mantissa`` and ``scale`` are kept apart, since a list or range shares the scale of its last member
    ("$3.5-4 billion"). ``spelled`` tells number words from digits.
    """

    start: int
    end: int
    kind: NumeralKind
    mantissa: Decimal = Decimal(0)
    scale: Decimal = Decimal(1)
    spelled: bool = False
    change: str = ""
    """For a multiplier that is a verb: ``increase`` or ``decrease``."""
    high: Decimal | None = None
    """The other end, for a class of digits ("double-digit")."""
    modifier: Modifier = "exact"
    """What the words themselves say: "thousands" is ``at_least``."""
    unit: str = ""
    """Set where the numeral is also its unit ("more than a century")."""

    @property
    def value(self) -> Decimal:
        """The number meant, scale multiplied out."""
        return self.mantissa * self.scale


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its unit, bounds and hedge, or a numeric expression that is none and says what it is.

    ``start`` and ``end`` span hedge to unit where they touch; ``number_start`` is the first character of the
    numeral. All offsets count code points of the document's text.
    """

    start: int
    end: int
    number_start: int
    number_end: int
    kind: NumeralKind
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    unit: str = ""
    modifier: Modifier = "exact"
    hedge: str = ""
    change: str = ""
    disposition: Disposition | Literal[""] = ""
    period: str = ""
    spelled: bool = False
    unit_inferred: bool = False
    noun_start: int = -1
    """Where the words that follow the span begin: the thing counted, for counts."""
    sentence: tuple[int, int] = (0, 0)
