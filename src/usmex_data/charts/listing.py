"""A small table as a figure: names, the source's words and their hedge marks, for figures that share no scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Final

from usmex_data.charts import hedge
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import shape_of
from usmex_data.charts.style import GRID, INK, MUTED, colour_of

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["table"]

_BEFORE: Final = 24.0
_AFTER: Final = 26.0
_MARK: Final = 0.42
"""Where the marks stand, in parts of the width; the source's words follow them."""


def table(
    figure: Figure,
    rows: pd.DataFrame | Sequence[Row],
    *,
    by: str = "subject",
    names: Mapping[str, str] | None = None,
    heads: tuple[str, str, str] = ("", "In the source's words", ""),
    last: str = "period",
    at: tuple[float, float] = (_MARK, 0.8),
) -> Figure:
    """The figure, with a line for each row: its name, its mark, the source's words, and the column ``last``.

    ``at`` are the places of mark and last column, in parts of the width.
    """
    ax = figure.axes[0]
    marks = rows_of(rows)
    ax.axis("off")
    ax.set_xlim(0, 1)
    ax.set_ylim(len(marks) - 0.5, -1.1)
    for place, head in zip((0.0, at[0], at[1]), heads, strict=True):
        ax.text(place, -0.75, head, color=MUTED, fontsize=8.6, va="center")
    for line, row in enumerate(marks):
        ax.axhline(line - 0.5, color=GRID, lw=0.8, zorder=1)
        _line(figure, row, line, name=(names or {}).get(row.get(by), row.get(by)), final=row.get(last), at=at)
    return figure


def _line(figure: Figure, row: Row, line: int, *, name: str, final: str, at: tuple[float, float]) -> None:
    ax = figure.axes[0]
    shape = shape_of(row)
    ax.text(0, line, name, color=INK, fontsize=10.5, va="center")
    ax.text(at[1], line, final, color=MUTED, fontsize=10, va="center")
    # A range is two dots beside each other here: the line has no scale.
    along = (at[0], at[0] + 0.028) if shape.kind == "range" else (at[0],)
    hedge.draw(ax, shape, along, line, colour_of(row).mark, gid=row.claim_id)
    # One reach for every shape: the words begin below each other.
    figure.drawn(ax, row, (at[0], line, at[0], line), pad=(_BEFORE, 6.0, _AFTER, 6.0), sides=("right",))
