"""Arithmetic on claims that keeps what they leave open: bounds stay bounds, a range is never averaged."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import TYPE_CHECKING, Any, Final

from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.official import official_rows
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Amount", "amount", "plain"]

_INFINITE: Final = Decimal("Infinity")
_BELOW_ZERO: Final = frozenset({"percent", "percentage_point", "degC"})
"""Units in which "at most" may go below zero; of anything else there is nothing or something."""
_ATOM, _PRODUCT, _SUM = 2, 1, 0


@dataclass(frozen=True, slots=True)
class Amount:
    """Everything between ``low`` and ``high`` (infinite where open), as far as the claims it is made of say.

    ``approx`` says that the ends themselves are hedged. A claim that is used twice counts as two that may differ: the
    interval can come out too wide, never too narrow. ``formula`` is the calculation as printed.
    """

    low: Decimal
    high: Decimal
    approx: bool = False
    formula: str = ""
    claims: tuple[str, ...] = ()
    binding: int = _ATOM
    """How tightly the formula holds together, for its parentheses."""

    @property
    def modifier(self) -> str:
        """How it is meant, in the words of the data contract."""
        if self.low == self.high:
            return "approx" if self.approx else "exact"
        if self.high == _INFINITE:
            return "at_least"
        return "at_most" if self.low in {-_INFINITE, 0} else "range"

    def __add__(self, other: Amount | Decimal | int) -> Amount:
        return _joined(self, _of(other), "+")

    def __radd__(self, other: Decimal | int) -> Amount:
        return _joined(_of(other), self, "+")

    def __sub__(self, other: Amount | Decimal | int) -> Amount:
        return _joined(self, _of(other), "−")

    def __rsub__(self, other: Decimal | int) -> Amount:
        return _joined(_of(other), self, "−")

    def __mul__(self, other: Amount | Decimal | int) -> Amount:
        return _joined(self, _of(other), "×")

    def __rmul__(self, other: Decimal | int) -> Amount:
        return _joined(_of(other), self, "×")

    def __truediv__(self, other: Amount | Decimal | int) -> Amount:
        return _joined(self, _of(other), "÷")

    def __rtruediv__(self, other: Decimal | int) -> Amount:
        return _joined(_of(other), self, "÷")


def amount(row: pd.DataFrame | pd.Series[Any] | Row) -> Amount:
    """What one claim says, or one row of the official record, to calculate with.

    Raises :class:`~usmex_data.errors.UsmexDataError` where it is not one row.
    """
    official = "official_id" in getattr(row, "columns", getattr(row, "index", ()))
    rows = official_rows(row, second_hand=True) if official else rows_of(row)
    if len(rows) != 1:
        raise UsmexDataError(f"an amount is one claim; these are {len(rows)}", remedy="pick one by its claim_id")
    one = rows[0]
    low, high, approx = one.low, one.high, one.modifier == "approx" or (one.modifier == "range" and bool(one.hedge))
    if one.modifier in {"exact", "approx"} and one.value is not None:
        low = high = one.value
    floor = -_INFINITE if one.unit in _BELOW_ZERO else Decimal(0)
    ends = (floor if low is None else low, _INFINITE if high is None else high)
    return Amount(*ends, approx=approx, formula=_shown(*ends, approx=approx), claims=(one.claim_id,))


def plain(number: Decimal) -> str:
    """A number as printed: thousands apart, no superfluous zeros, a true minus sign."""
    text = f"{number.normalize():,f}" if number != number.to_integral_value() else f"{number.quantize(Decimal(1)):,f}"
    return text.replace("-", "−")


def _shown(low: Decimal, high: Decimal, *, approx: bool) -> str:
    if low == high:
        text = plain(low)
    elif high == _INFINITE:
        text = f"≥{plain(low)}"
    elif low in {-_INFINITE, 0}:
        text = f"≤{plain(high)}"
    else:
        text = f"[{plain(low)} … {plain(high)}]"
    return f"≈{text}" if approx else text


def _of(value: Amount | Decimal | int) -> Amount:
    if isinstance(value, Amount):
        return value
    if isinstance(value, (Decimal, int)):
        return Amount(Decimal(value), Decimal(value), formula=plain(Decimal(value)))
    raise UsmexDataError(f"{value!r} is no exact number", remedy='write Decimal("2.5") instead of 2.5')


def _joined(left: Amount, right: Amount, sign: str) -> Amount:
    ends = sorted(_ends(left, right, sign))
    claims = tuple(dict.fromkeys((*left.claims, *right.claims)))
    binding = _SUM if sign in "+−" else _PRODUCT
    # The right side of − and ÷ needs its parentheses also where it binds as tightly.
    formula = f"{_inside(left, binding)} {sign} {_inside(right, binding + (sign in '−÷'))}"
    return Amount(ends[0], ends[-1], left.approx or right.approx, formula, claims, binding)


def _inside(part: Amount, binding: int) -> str:
    return f"({part.formula})" if part.binding < binding else part.formula


def _ends(left: Amount, right: Amount, sign: str) -> list[Decimal]:
    if sign == "+":
        return [left.low + right.low, left.high + right.high]
    if sign == "−":
        return [left.low - right.high, left.high - right.low]
    if sign == "÷":
        if right.low < 0 < right.high or right.low == right.high == 0:
            raise UsmexDataError(f"{right.formula} may be zero, nothing can be divided by it")
        right = Amount(_inverse(right.high, -1), _inverse(right.low, 1))
    corners = product((left.low, left.high), (right.low, right.high))
    # Nothing times anything is nothing, however large; Decimal calls 0 × ∞ invalid.
    return [Decimal(0) if 0 in pair else pair[0] * pair[1] for pair in corners]


def _inverse(number: Decimal, beyond: int) -> Decimal:
    # An end at zero: whatever comes close to it makes the quotient as large as one likes.
    if number == 0:
        return _INFINITE * beyond
    return Decimal(0) if number.is_infinite() else 1 / number
