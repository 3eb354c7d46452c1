"""Figures of the series: forms that draw rows of claims, each in the shape of its hedge and in its source's words."""

from __future__ import annotations

from usmex_data.charts.bars import bars
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure, figure
from usmex_data.charts.hedge import KEY, Shape, shape_of
from usmex_data.charts.listing import table
from usmex_data.charts.official import official, official_rows
from usmex_data.charts.points import dots, slope
from usmex_data.charts.stacked_bars import stacked_bars
from usmex_data.charts.timeline import timeline
from usmex_data.charts.verdicts import verdicts

__all__ = [
    "KEY",
    "Figure",
    "Row",
    "Shape",
    "bars",
    "dots",
    "figure",
    "official",
    "official_rows",
    "rows_of",
    "shape_of",
    "slope",
    "stacked_bars",
    "table",
    "timeline",
    "verdicts",
]
