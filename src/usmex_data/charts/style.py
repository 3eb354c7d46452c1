"""The look of the whole series: one font, one colour a country, light gridlines, the same bytes on every run."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any, Final

import seaborn as sns
from matplotlib import font_manager

from usmex_data.charts.claim_rows import Row

__all__ = [
    "ANNOTATION",
    "COLOURS",
    "DPI",
    "FONT",
    "GRID",
    "INK",
    "MUTED",
    "OTHER",
    "SHADES",
    "Colour",
    "apply",
    "colour_of",
    "font_file",
]

DPI: Final = 200
"""Of the PNG: twice the size at which a page shows it."""
INK: Final = "#22262B"
MUTED: Final = "#5A5F66"
"""Subtitle, axes and source note; 6:1 on white."""
ANNOTATION: Final = "#6A6F76"
GRID: Final = "#E4E6E9"
FONT: Final = "Source Sans Pro"
_WEIGHTS: Final = ("Regular", "It", "Semibold", "SemiboldIt", "Bold", "BoldIt")


@dataclass(frozen=True, slots=True)
class Colour:
    """A colour for marks, and a shade of it that is dark enough for text on white (4.5:1)."""

    mark: str
    text: str


OTHER: Final = Colour("#5A5F66", "#5A5F66")
# Told apart by people with each kind of colour blindness, and by lightness alone where it is printed in grey:
# tests/test_charts_style.py holds both.
COLOURS: Final[dict[str, Colour]] = {
    "USA": Colour("#14305E", "#14305E"),
    "MEX": Colour("#C8461E", "#B93F1A"),
    "CAN": Colour("#2FB09A", "#1A7867"),
    "MEX+USA": Colour("#7B3FA6", "#7B3FA6"),
    "CHN": Colour("#E8C04A", "#86690F"),
    "CENTRAL_AMERICA": Colour("#8FB8E8", "#35699F"),
}

SHADES: Final = (Colour("#2A3A50", "#2A3A50"), Colour("#8FA3B8", "#566A80"), Colour("#8A5200", "#8A5200"))
"""Of texts, where a figure tells who says what: no country's, and told apart as those are."""

_STATES: Final = {"US": "USA", "MX": "MEX", "CA": "CAN"}

_RC: Final[dict[str, Any]] = {
    "font.family": "sans-serif",
    "font.sans-serif": [FONT, "Source Sans 3", "DejaVu Sans"],
    "font.size": 10,
    # Amounts hold dollar signs; none of them starts a formula.
    "text.parse_math": False,
    "axes.unicode_minus": True,
    "text.hinting": "no_hinting",
    "text.color": INK,
    "axes.edgecolor": MUTED,
    "axes.labelcolor": MUTED,
    "axes.linewidth": 0.8,
    "axes.axisbelow": True,
    "axes.grid": False,
    "axes.spines.top": False,
    "axes.spines.right": False,
    "axes.spines.left": False,
    "xtick.color": MUTED,
    "ytick.color": MUTED,
    "xtick.major.size": 0,
    "ytick.major.size": 0,
    "grid.color": GRID,
    "grid.linewidth": 0.8,
    "hatch.linewidth": 0.9,
    "figure.dpi": DPI,
    "savefig.dpi": DPI,
    "figure.facecolor": "white",
    "svg.fonttype": "none",
    # Ids in an SVG are hashes; a fixed salt makes them the same on every run.
    "svg.hashsalt": "usmex-data",
}


def apply() -> None:
    """Set the style of the series for the rest of this process. Every figure calls it."""
    _register_font()
    sns.set_theme(style="white", rc=_RC)


@cache
def _register_font() -> None:
    # Read by path and not by name: what a machine has installed must not change a figure.
    for weight in _WEIGHTS:
        font_manager.fontManager.addfont(str(font_file(weight)))


def font_file(weight: str) -> Path:
    """The file of a weight of the font: Regular, Semibold, Bold, and their italics."""
    return Path(str(files("font_source_sans_pro") / "files" / f"SourceSansPro-{weight}.ttf"))


def colour_of(row: Row, column: str = "geography") -> Colour:
    """The colour of the country that the row is recorded for (or of another column), grey for any other place."""
    place = row.get(column)
    if place in COLOURS:
        return COLOURS[place]
    # US-CA and MX-BCN take their country's colour.
    state, _, part = place.partition("-")
    return COLOURS[_STATES[state]] if part and state in _STATES else OTHER
