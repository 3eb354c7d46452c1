"""Values of our own, with a name that prose can link to, their formula, and the claims they come from."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, Decimal
from html import escape
from typing import TYPE_CHECKING, Any, Final

from usmex_data.addresses import address_of, calc_anchor
from usmex_data.catalogue.unit import Unit
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.amounts import Amount, plain
from usmex_data.notebooks.quote import escaped

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["MIME", "Calculation", "Calculations", "calc", "lines", "rows"]

MIME: Final = "application/vnd.usmex-data.calculation+json"
"""How a notebook stores a calculation beside what it shows, for the check of the prose."""

_HEDGES: Final = {"approx": "about ", "at_least": "at least ", "at_most": "at most "}
_SCALES: Final = {"": 1, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 10**12}


@dataclass(frozen=True, slots=True)
class Calculation:
    """A named value: an amount in a unit, as printed with so many digits of a scale word."""

    name: str
    amount: Amount
    unit: str
    digits: int = 1
    scale: str = ""
    place: str = ""
    """Where it holds: the ``geography`` of its row."""

    @property
    def anchor(self) -> str:
        """Its anchor on the page: ``calc-NAME``."""
        return calc_anchor(self.name)

    @property
    def printed(self) -> tuple[Decimal, ...]:
        """The numbers as printed, rounded: one, or both ends of a range."""
        low, high = self.amount.low, self.amount.high
        # Bounds are rounded away from the value, so that what is printed stays true.
        if self.amount.modifier == "range":
            return self._rounded(low, ROUND_FLOOR), self._rounded(high, ROUND_CEILING)
        if self.amount.modifier == "at_most":
            return (self._rounded(high, ROUND_CEILING),)
        return (self._rounded(low, ROUND_FLOOR if self.amount.modifier == "at_least" else ROUND_HALF_UP),)

    @property
    def shown(self) -> str:
        """The value as printed, its hedge and unit with it: ``22.3 percentage points``, ``$9–11 an hour``."""
        hedge = _HEDGES.get(self.amount.modifier, "about " if self.amount.approx else "")
        about = "about " if self.amount.approx and hedge in {"at least ", "at most "} else ""
        number = "–".join(plain(end) for end in self.printed)
        return hedge + about + _in_unit(number + (f" {self.scale}" if self.scale else ""), self.unit)

    @property
    def formula(self) -> str:
        """The calculation in one line."""
        return f"{self.amount.formula} = {self.shown}"

    def __str__(self) -> str:
        return f"{self.name}: {self.formula} ({', '.join(self.amount.claims)})"

    __repr__ = __str__

    def record(self) -> dict[str, Any]:
        """What the check of the prose needs to know, as JSON holds it."""
        return {
            "name": self.name,
            "shown": self.shown,
            "printed": [str(end * _SCALES[self.scale]) for end in self.printed],
            "modifier": self.amount.modifier,
            "approx": self.amount.approx,
            "unit": self.unit,
            "formula": self.formula,
            "claims": list(self.amount.claims),
        }

    def _rounded(self, end: Decimal, rounding: str) -> Decimal:
        step = Decimal(1).scaleb(-self.digits)
        return (end / _SCALES[self.scale]).quantize(step, rounding).normalize()

    def html(self) -> str:
        """One line: formula, value, and links to the claims; it carries the anchor."""
        links = ", ".join(f'<a href="{escape(address_of(claim))}">{escaped(claim)}</a>' for claim in self.amount.claims)
        value = f"<strong>{escaped(self.shown)}</strong>"
        return (
            f'<p id="{self.anchor}" class="usmex-calc">{escaped(self.amount.formula)} = {value} '
            f'<span style="font-size:.85em;opacity:.75">({links})</span></p>'
        )

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, Any]:
        return Calculations((self,))._repr_mimebundle_()


@dataclass(frozen=True, slots=True)
class Calculations:
    """Several calculations below each other, the output of one cell."""

    items: tuple[Calculation, ...]

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, Any]:
        return {
            "text/plain": "\n".join(str(item) for item in self.items),
            "text/html": "\n".join(item.html() for item in self.items),
            MIME: [item.record() for item in self.items],
        }


def calc(name: str, value: Amount, unit: str, *, digits: int = 1, scale: str = "", place: str = "") -> Calculation:
    """A value with a name: ``calc("gap", amount(mexico) - amount(canada), "percentage_point")``.

    ``digits`` are kept behind the point, of ``scale`` (thousand, million, billion, trillion) where it is given. Raises
    :class:`~usmex_data.errors.UsmexDataError` for a value that comes from no claim, and for a name no address can hold.
    """
    calc_anchor(name)
    if not getattr(value, "claims", ()):
        raise UsmexDataError(f"{name} comes from no claim", remedy="start from amount(row)")
    if scale not in _SCALES:
        raise UsmexDataError(f"{scale!r} is no scale word", where=name, remedy=", ".join(filter(None, _SCALES)))
    return Calculation(name, value, unit, digits, scale, place)


def lines(*calculations: Calculation) -> Calculations:
    """The calculations as the output of one cell, a line each."""
    return Calculations(calculations)


def rows(*calculations: Calculation, **columns: str) -> pd.DataFrame:
    """The calculations as rows that the charts draw, marked as ours; ``columns`` sets further columns of all."""
    import pandas as pd

    return pd.DataFrame([_row(item) | columns for item in calculations])


def _row(item: Calculation) -> dict[str, Any]:
    amount = item.amount
    low, high = (None if end.is_infinite() else end for end in (amount.low, amount.high))
    single = {"range": None, "at_most": high}.get(amount.modifier, low)
    about = amount.modifier == "approx"
    return {
        "claim_id": item.anchor,
        "source": "",
        "section": "",
        "text": item.shown,
        "quote": item.formula,
        "quote_start": len(item.formula) - len(item.shown),
        "quote_end": len(item.formula),
        "value": single,
        "value_low": None if about else low,
        "value_high": None if about else high,
        "unit": item.unit,
        "modifier": amount.modifier,
        "hedge": "about" if amount.approx else "",
        "status": "reported",
        "geography": item.place,
        "formula": item.formula,
        "inputs": ";".join(amount.claims),
    }


def _in_unit(number: str, name: str) -> str:
    unit = Unit.of(name)
    said = f"${number}" if unit.head == "USD" else number + unit.label(number)
    return said + (f" {_article(unit.per)} {unit.per}" if unit.is_rate else "")


def _article(word: str) -> str:
    return "an" if word[0] in "aeio" or word == "hour" else "a"
