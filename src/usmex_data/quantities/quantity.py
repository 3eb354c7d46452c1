"""The values that reading numbers yields: what was written, where, and how it is meant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal, NamedTuple

from ..catalogue.doubts import Doubt, in_order

__all__ = ["Disposition", "MaskMatch", "Modifier", "Numeral", "NumeralKind", "Quantity"]

NumeralKind = Literal[
    "cardinal", "vague", "fraction", "odds", "multiplier", "rank", "ordinal", "digit_class", "date", "masked"
]
Modifier = Literal["exact", "approx", "at_least", "at_most", "range"]
Disposition = Literal[
    "claim", "date", "window", "reference", "page", "name", "heading", "list_count", "ordinal", "generic"
]


class MaskMatch(NamedTuple):
    """A span whose numbers are no amount, whatever stands around them, and what it is."""

    start: int
    end: int
    disposition: Disposition


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written: ``text[start:end]``, scale word included.

    ``scale`` is what its scale word multiplied (1 without one): a list or range shares the scale of its last member
    ("$3.5-4 billion"). ``spelled`` tells number words from digits.
    """

    start: int
    end: int
    kind: NumeralKind
    value: Decimal
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
    doubt: tuple[Doubt, ...] = ()
    """Why its value may be another."""


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
    scale: Decimal = Decimal(1)
    """What the numeral's own scale word multiplied."""
    factor: Decimal = Decimal(1)
    """What the unit's own scale multiplied ("45 MMb/d")."""
    unit_inferred: bool = False
    sentence: tuple[int, int] = (0, 0)
    under: tuple[str, ...] | None = None
    """For the cell of a table, the words of its heads, label and caption, the nearest first."""
    doubt: tuple[Doubt, ...] = ()
    """Why the reading may be wrong, by the closed list of doubts.toml."""

    def in_unit(self, unit: str) -> Quantity:
        """The quantity with another unit."""
        return self if unit == self.unit else Quantity(
            self.start, self.end, self.number_start, self.number_end, self.kind,
            self.value, self.low, self.high, unit, self.modifier, self.hedge, self.change,
            self.disposition, self.period, self.spelled, self.scale, self.factor, self.unit_inferred, self.sentence,
            self.under, self.doubt,
        )  # fmt: skip

    def doubted(self, *reasons: Doubt) -> Quantity:
        """The quantity with further reasons for doubt."""
        return replace(self, doubt=in_order(self.doubt, reasons))

    def moved(self, by: int, end: int) -> Quantity:
        """The quantity of a sentence that runs from ``by`` to ``end`` of a text, with the text's offsets."""
        # Built by hand, field by field: it is done to every figure, and ``replace`` takes three times as long.
        return Quantity(
            self.start + by, self.end + by, self.number_start + by, self.number_end + by, self.kind,
            self.value, self.low, self.high, self.unit, self.modifier, self.hedge, self.change,
            self.disposition, self.period, self.spelled, self.scale, self.factor, self.unit_inferred, (by, end),
            self.under, self.doubt,
        )  # fmt: skip
