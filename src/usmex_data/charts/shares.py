"""Shares as a hundred squares each: how much of a whole, without a scale to read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from matplotlib.patches import Rectangle

from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import HATCH, Shape, shape_of
from usmex_data.charts.labels import Words
from usmex_data.charts.style import GRID, Colour, colour_of
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["pictogram"]

_CELL: Final = 0.8
_APART: Final = 2.6


def pictogram(
    figure: Figure,
    rows: pd.DataFrame | Sequence[Row],
    *,
    by: str = "subject",
    names: Mapping[str, str] | None = None,
    label: Words = "",
) -> Figure:
    """The figure, with ten by ten squares for each row, as many of them filled as the share has percent.

    Squares are filled for an exact share, open for about; the squares beyond a bound or between the ends of a range
    are outlined: they may be part of it or not. The name of a share, from ``by`` and ``names``, stands below its words.
    """
    ax = figure.axes[0]
    marks = rows_of(rows)
    for row in marks:
        if row.unit != "percent" or not 0 <= min(row.ends) <= max(row.ends) <= 100:
            raise UsmexDataError(f"{row.text!r} is no share of a hundred", where=row.claim_id)
    ax.set_aspect("equal")
    ax.axis("off")
    ax.set_xlim(-0.2, len(marks) * (10 + _APART) - _APART + 0.2)
    ax.set_ylim(-3.4, 10.2)
    for number, row in enumerate(marks):
        left = number * (10 + _APART)
        _squares(ax, row, left)
        name = (names or {}).get(row.get(by), row.get(by))
        words = label or f"{row.text}\n{name}".strip()
        figure.drawn(ax, row, (left, 0, left + 10, 10), pad=(0, 0, 0, 0), label=words, sides=("below",))
    return figure


def filled(row: Row) -> tuple[int, int]:
    """How many squares a share surely has, and how many it may have, to the nearest whole one."""
    shape = shape_of(row)
    low, high = min(row.ends), max(row.ends)
    if shape.kind == "at_least":
        high = 100.0
    elif shape.kind == "at_most":
        low = 0.0
    return round(low), round(high)


def _squares(ax: Axes, row: Row, left: float) -> None:
    shape, colour = shape_of(row), colour_of(row)
    sure, possible = filled(row)
    for number in range(100):
        # From the bottom up, line by line: the eye reads the filled height.
        x, y = left + number % 10, number // 10
        ax.add_patch(_square((x, y), shape, colour, sure=number < sure, possible=number < possible))
    ax.patches[-100].set_gid(f"mark-{row.claim_id}")


def _square(place: tuple[float, float], shape: Shape, colour: Colour, *, sure: bool, possible: bool) -> Rectangle:
    x, y = place
    if not possible:
        return Rectangle((x, y), _CELL, _CELL, facecolor=GRID, edgecolor="none")
    solid = sure and not (shape.hollow or shape.hatched)
    return Rectangle(
        (x + 0.04, y + 0.04),
        _CELL - 0.08,
        _CELL - 0.08,
        facecolor=colour.mark if solid else "white",
        edgecolor=colour.mark,
        linewidth=1.0,
        linestyle=(0, (1.2, 1.2)) if not sure else "solid",
        hatch=HATCH if shape.hatched and sure else None,
    )
