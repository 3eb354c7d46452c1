"""Units that a sentence makes others than they say: pounds that are money, tons that are emissions."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .quantity import Quantity

__all__ = ["disambiguate"]

_TONS = ("ton", "metric_ton")
_OF = re.compile(r"\s+of\s")


def disambiguate(text: str, figures: Sequence[Quantity]) -> Sequence[Quantity]:
    """The figures of a sentence, in the units that the sentence means."""
    numerators = {Unit.of(figure.unit).head for figure in figures}
    if "pound" in numerators and _money()["spoken_of"].search(text):
        figures = _in_unit(figures, "GBP", lambda figure: _is_in(figure, "pound") and not _is_mass(text, figure))
    gas = _gases().search(text) if not numerators.isdisjoint(_TONS) else None
    if gas:
        unit, end = "tCO2e" if _GREENHOUSE.search(gas[0]) else "tCO2", gas.end()
        figures = _in_unit(figures, unit, lambda figure: _is_in(figure, *_TONS) and _is_emitted(text, end, figure))
    return figures


def _in_unit(figures: Sequence[Quantity], unit: str, wanted: Callable[[Quantity], bool]) -> list[Quantity]:
    """The figures, those wanted with another numerator."""
    return [
        replace(figure, unit=Unit.of(figure.unit).with_head(unit)) if wanted(figure) else figure for figure in figures
    ]


def _is_in(figure: Quantity, *units: str) -> bool:
    return Unit.of(figure.unit).head in units


# ------------------------------------------------------------------------------------------------- money or mass
@cache
def _money() -> dict[str, re.Pattern[str]]:
    words = table("units")["pounds"]
    return {
        "spoken_of": re.compile(rf"[£]|\b(?:{alternatives(words['money'])})\b", re.IGNORECASE),
        "of": re.compile(rf"\s+of\s+(?!(?:\w+\s+)?(?:{alternatives(words['of'])})\b)", re.IGNORECASE),
    }


def _is_mass(text: str, figure: Quantity) -> bool:
    """Whether pounds are pounds of something: "200 pounds of heroin"."""
    return bool(_money()["of"].match(text, figure.end))


# ------------------------------------------------------------------------------------------------------ emissions
_GREENHOUSE = re.compile(r"greenhouse|ghg", re.IGNORECASE)


@cache
def _gases() -> re.Pattern[str]:
    """Emissions by the name of their gas; a name with a digit is masked by now."""
    gases = alternatives(table("units")["emitted"]["gases"])
    return re.compile(rf"(?:\0+|\b(?:{gases}))\s+emissions\b|\bemissions\s+of\s+(?:\0+|(?:{gases})\b)", re.IGNORECASE)


def _is_emitted(text: str, named: int, figure: Quantity) -> bool:
    """Whether tons are of the gas that the clause has named before them, and of nothing else."""
    return named <= figure.start and ";" not in text[named : figure.start] and not _OF.match(text, figure.end)
