"""Shares as pieces of bars of a hundred: what a share takes, and what it leaves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from usmex_data.charts.bars import block
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import shape_of
from usmex_data.charts.style import INK, Colour, colour_of
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["stacked_bars"]

_WHOLE: Final = 100.0
_THICK: Final = 0.4
"""Of a line: the rest is room for two lines of words above the piece."""
_REST: Final = Colour("#EDEFF1", "#5A5F66")


def stacked_bars(
    figure: Figure,
    lines: Mapping[str, Sequence[pd.DataFrame | pd.Series[Any] | Row]],
    *,
    by: str = "category",
    names: Mapping[str, str] | None = None,
    both: pd.DataFrame | Row | None = None,
    ax: Axes | None = None,
) -> Figure:
    """The figure, with a bar of a hundred percent for each of ``lines``, the first on top, its rows as pieces of it.

    Pieces stand side by side in the order of their rows. A value of ours is what the claims before it leave, drawn
    pale. Above each piece stand its words, and below these its name, from column ``by`` and ``names``. A bound is
    filled as far as it is sure, and outlined where it may go on. Pieces of more than a hundred percent are an error.
    ``both`` is a value of ours: the least that the claims of all lines share as they lie, dark in each bar, under its
    words and its name. One that is not what they share is an error.
    """
    ax = ax or figure.axes[0]
    if not lines:
        raise UsmexDataError("there is no line to draw", where=figure.name)
    ax.set_xlim(0, _WHOLE)
    ax.set_ylim(len(lines) - (0.7 if both is None else 0.1), -0.85)
    ax.set_yticks(range(len(lines)), list(lines))
    ax.tick_params(axis="y", labelcolor=INK, labelsize=10.5, pad=8)
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    spans: list[tuple[float, float]] = []
    for number, pieces in enumerate(lines.values()):
        ax.barh(number, _WHOLE, _THICK, facecolor=_REST.mark, edgecolor="none", zorder=1)
        left = 0.0
        for row in (row for rows in pieces for row in rows_of(rows)):
            _piece(ax, row, (left, number))
            if not row.computed:
                spans.append((left, left + _reach(row)[0]))
            label = f"{row.text}\n{(names or {}).get(row.get(by), row.get(by))}".strip()
            right = left + max(row.ends)
            extent = (left, number - _THICK / 2, right, number + _THICK / 2)
            colour = _REST.text if row.computed else colour_of(row).text
            figure.drawn(ax, row, extent, pad=(0, 0, 0, 0), label=label, sides=("above",), colour=colour)
            left = right
    for row in () if both is None else rows_of(both):
        name = (names or {}).get(row.get(by), row.get(by))
        _both(figure, ax, row, f"{row.text} {name}".strip(), (spans, len(lines)))
    for piece in ax.patches:
        # The edges of the first and the last piece keep their whole width.
        piece.set_clip_on(False)
    return figure


def _piece(ax: Axes, row: Row, place: tuple[float, int]) -> None:
    left, line = place
    sure, possible = _reach(row)
    if row.unit != "percent" or sure < 0 or left + max(row.ends) > _WHOLE + 1e-9:
        raise UsmexDataError(f"{row.text!r} is no piece of what is left of a hundred percent", where=row.claim_id)
    if row.computed:
        return
    shape, colour = shape_of(row), colour_of(row)
    block(
        ax,
        left,
        sure,
        line,
        colour,
        hatched=shape.hatched,
        hollow=shape.hollow,
        gid=row.claim_id,
        thick=_THICK,
    )
    if possible > sure:
        right = min(left + possible, _WHOLE)
        ax.barh(
            line,
            right - left - sure,
            _THICK,
            left=left + sure,
            facecolor="white",
            edgecolor=colour.mark,
            linewidth=1.2,
            linestyle=(0, (1.4, 1.4)),
            zorder=2,
        )[0].set_gid(f"mark-{row.claim_id}-1")


def _both(figure: Figure, ax: Axes, row: Row, words: str, among: tuple[Sequence[tuple[float, float]], int]) -> None:
    spans, lines = among
    low, high = max(left for left, _right in spans), min(right for _left, right in spans)
    if abs(high - low - row.ends[0]) > 1e-9:
        raise UsmexDataError(f"{row.text!r} is not what the pieces share, {high - low:g}%", where=figure.name)
    for line in range(lines):
        ax.barh(line, high - low, _THICK, left=low, facecolor=INK, edgecolor="none", alpha=0.38, zorder=4)
    top = lines - 1 + _THICK / 2 + 0.1
    ax.plot([low, low, high, high], [top, top + 0.1, top + 0.1, top], color=INK, lw=1.2, clip_on=False)[0].set_gid(
        f"mark-{row.claim_id}"
    )
    figure.drawn(ax, row, (low, top, high, top + 0.1), pad=(0, 0, 0, 0), label=words, sides=("below",), colour=INK)


def _reach(row: Row) -> tuple[float, float]:
    """How far a share surely goes, and how far it may go."""
    low, high = min(row.ends), max(row.ends)
    if row.modifier == "at_least":
        return low, _WHOLE
    return (0.0, high) if row.modifier == "at_most" else (low, high)
