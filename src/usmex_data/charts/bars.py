"""Bars from zero: solid where it was observed, hatched where it is set or foreseen."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import HATCH, shape_of
from usmex_data.charts.labels import Words
from usmex_data.charts.scales import common_unit, tick_formatter
from usmex_data.charts.style import INK, Colour, colour_of
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["bars", "block"]

_THICK: Final = 0.62
_ARROW: Final = 18.0


def bars(
    figure: Figure,
    rows: pd.DataFrame | Sequence[Row],
    *,
    by: str = "category",
    names: Mapping[str, str] | None = None,
    label: Words = "{text}",
    ax: Axes | None = None,
) -> Figure:
    """The figure, with a bar from zero for each row, the first on top.

    The end of a bar carries the hedge: closed for an exact figure, an open bar for about, an arrow that goes on for a
    bound; between the ends of a range the bar is open. Hatched is what was not observed.
    """
    ax = ax or figure.axes[0]
    marks = rows_of(rows)
    unit = common_unit(marks)
    if any(end < 0 for row in marks for end in row.ends):
        raise UsmexDataError("bars start at zero; draw figures below it as dots", where=figure.name)
    ax.set_ylim(len(marks) - 0.45, -0.55)
    ax.set_xlim(0, max(end for row in marks for end in row.ends) * 1.25)
    ax.set_yticks(range(len(marks)), [(names or {}).get(row.get(by), row.get(by)) for row in marks])
    ax.tick_params(axis="y", labelcolor=INK, labelsize=10.5, pad=8)
    ax.grid(axis="x")
    ax.spines["bottom"].set_visible(False)
    ax.locator_params(axis="x", nbins=6)
    ax.xaxis.set_major_formatter(tick_formatter(unit))
    for line, row in enumerate(marks):
        _bar(figure, ax, row, line, label)
    return figure


def _bar(figure: Figure, ax: Axes, row: Row, line: int, label: Words) -> None:
    shape, colour = shape_of(row), colour_of(row)
    low, high = min(row.ends), max(row.ends)
    block(ax, 0, low, line, colour, hatched=shape.hatched, hollow=shape.hollow, gid=row.claim_id)
    if shape.kind == "range":
        block(ax, low, high - low, line, colour, hatched=shape.hatched, hollow=True, gid=f"{row.claim_id}-1")
    arrow = _ARROW if shape.kind == "at_least" else 0.0
    if shape.kind in {"at_least", "at_most"}:
        way = 1 if shape.kind == "at_least" else -1
        ink = colour.mark if way > 0 or shape.hatched else "white"
        head = {
            "arrowstyle": "<-,head_length=0.35,head_width=0.28",
            "color": ink,
            "lw": 1.8,
            "shrinkA": 0,
            "shrinkB": 2,
        }
        tip = ax.annotate("", xy=(low, line), xytext=(way * _ARROW, 0), textcoords="offset points", arrowprops=head)
        tip.set_gid(f"mark-{row.claim_id}-arrow")
    figure.drawn(ax, row, (0, line - 0.3, high, line + 0.3), pad=(0, 0, arrow, 0), label=label, sides=("right",))


def block(
    ax: Axes,
    left: float,
    width: float,
    line: float,
    colour: Colour,
    *,
    hatched: bool,
    hollow: bool,
    gid: str,
    thick: float = _THICK,
) -> None:
    """Draw a piece of a bar: solid, open in the middle where hollow, hatched where not observed."""
    piece = ax.barh(
        line,
        width,
        thick,
        left=left,
        facecolor="white" if hatched or hollow else colour.mark,
        edgecolor=colour.mark,
        linewidth=1.5,
        linestyle=(0, (2, 1.2)) if hatched and hollow else "solid",
        hatch=HATCH if hatched else None,
        zorder=3,
    )
    piece[0].set_gid(f"mark-{gid}")
