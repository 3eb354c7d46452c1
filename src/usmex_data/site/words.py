"""What the codes of a row mean in words: hedges, statuses, numbers, units, places, periods."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Final

from usmex_data.catalogue.names import period, place
from usmex_data.catalogue.unit import Unit

__all__ = ["HEDGES", "PASSAGES", "STATUSES", "VERDICTS", "number", "period", "place", "unit", "value"]

HEDGES: Final[Mapping[str, str]] = {
    "exact": "stated without a hedge",
    "approx": "about this much",
    "at_least": "this much or more",
    "at_most": "this much or less",
    "range": "between these two; the text names no middle",
}
VERDICTS: Final = {
    "holds": "holds",
    "holds_within_rounding": "holds within rounding",
    "does_not_hold": "does not hold",
    "cannot_tell": "cannot be told",
    "read": "judged from the words",
    "compatible": "compatible",
    "derived": "follows from the figures",
    "agrees_in_another_year": "agrees in another year",
    "other_definition": "another definition",
    "forecast_of": "a forecast of it",
    "no_record": "no official figure",
}
STATUSES: Final[Mapping[str, str]] = {
    "reported": "reported as a fact",
    "rule": "set or proposed as a rule",
    "target": "a target or pledge",
    "forecast": "a forecast",
    "estimate": "an estimate, as the text says",
    "opinion": "opinion or quoted speech",
}
PASSAGES: Final[Mapping[str, str]] = {
    "body": "running text",
    "pull_quote": "pull quote",
    "footnote": "footnote",
    "summary": "summary",
    "heading": "heading",
    "table": "table",
}
_HEDGED: Final[Mapping[str, str]] = {"approx": "about {}", "at_least": "{} or more", "at_most": "{} or less"}
_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))


def number(digits: str) -> str:
    """A number of a CSV cell as English prints it: ``616380000000`` as ``616.38 billion``, ``3000`` as ``3,000``."""
    amount = Decimal(digits)
    for size, word in _SCALES:
        if abs(amount) >= size:
            return f"{_plain(amount / size)} {word}"
    return _plain(amount)


def _plain(amount: Decimal) -> str:
    shown = f"{amount:,f}"
    return shown.rstrip("0").rstrip(".") if "." in shown else shown


def unit(code: str, digits: str = "2") -> str:
    """What follows a number in a unit, its blank with it: ``percent`` is ``%``, ``USD/hour`` `` USD an hour``."""
    of = Unit.of(code)
    return of.label(digits, long=True) + "".join(f" per {rate}" for rate in of.parts[1:])


def value(row: Mapping[str, str]) -> str:
    """The value of a row of claims.csv with its unit and hedge; both ends of a range, never a middle."""
    code, ends = row["unit"], [row["value_low"], row["value_high"]]
    if code == "rank" and row["value"]:
        return f"rank {number(row['value'])}"
    if row["modifier"] == "range" or not row["value"]:
        known = [number(end) for end in ends if end]
        return (" to ".join(known) + unit(code)) if known else "not stated"
    return _HEDGED.get(row["modifier"], "{}").format(number(row["value"]) + unit(code, row["value"]))
