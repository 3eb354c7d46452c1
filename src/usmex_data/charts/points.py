"""Dots and slopes: figures on one scale, each in the shape of its hedge."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final, Literal

from usmex_data.charts import hedge
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import Shape, shape_of
from usmex_data.charts.labels import AROUND, Side, Words
from usmex_data.charts.scales import common_unit, tick_formatter
from usmex_data.charts.style import GRID, INK, Colour, colour_of
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["dots", "reach", "slope"]

_DOT: Final = 6.0
_ARROW: Final = 24.0


def dots(
    figure: Figure,
    rows: pd.DataFrame | Sequence[Row],
    *,
    by: str = "category",
    names: Mapping[str, str] | None = None,
    threshold: pd.DataFrame | pd.Series[Any] | Row | None = None,
    label: Words = "{text}",
    ax: Axes | None = None,
    limits: tuple[float, float] | None = None,
    colour_by: str = "geography",
) -> Figure:
    """The figure, with each row as a dot on one scale, a line for each word of column ``by``, the first on top.

    A range is a dumbbell. ``threshold`` is a row that the others are held against, drawn as a line. ``names`` are the
    words to print for those of ``by``; the colour is that of the place in column ``colour_by``. The scale begins at
    zero unless ``limits`` are given or a value is negative; for ranks the first stands on the right. ``label`` may add
    to the source's words, never replace them.
    """
    ax = ax or figure.axes[0]
    marks, lines = rows_of(rows), rows_of(threshold) if threshold is not None else ()
    unit = common_unit((*marks, *lines))
    places = list(dict.fromkeys(row.get(by) for row in marks))
    _scale(ax, (*marks, *lines), unit, limits)
    ax.set_ylim(len(places) - 0.4, -0.75 if lines else -0.6)
    ax.set_yticks(range(len(places)), [(names or {}).get(place, place) for place in places])
    ax.tick_params(axis="y", labelcolor=INK, labelsize=10.5, pad=8)
    ax.hlines(range(len(places)), *ax.get_xlim(), color=GRID, lw=0.8, zorder=1)
    for row in lines:
        _threshold(figure, ax, row, label)
    for row in marks:
        _dot(figure, ax, row, places.index(row.get(by)), label=label, colour=colour_of(row, colour_by))
    return figure


def _dot(figure: Figure, ax: Axes, row: Row, line: int, *, label: Words, colour: Colour) -> None:
    shape = shape_of(row)
    hedge.draw(ax, shape, row.ends, line, colour.mark, gid=row.claim_id)
    figure.drawn(
        ax,
        row,
        (min(row.ends), line, max(row.ends), line),
        pad=reach(shape, "x", inverted=ax.xaxis_inverted()),
        label=label,
        sides=("above", "right", "left", "below"),
        colour=colour.text,
    )


def _threshold(figure: Figure, ax: Axes, row: Row, label: Words) -> None:
    low, high = ax.get_ylim()[1], ax.get_ylim()[0]
    for number, end in enumerate(row.ends):
        line = ax.vlines(end, low + 0.25, high, color=INK, lw=1.3, ls=(0, (4, 2.5)), zorder=2)
        line.set_gid(f"mark-{row.claim_id}" if number == 0 else f"mark-{row.claim_id}-{number}")
    extent = (min(row.ends), low + 0.25, max(row.ends), high)
    figure.drawn(ax, row, extent, pad=(1.5, 0, 1.5, 0), label=label, sides=("above",), colour=INK)


def reach(shape: Shape, axis: Literal["x", "y"], *, inverted: bool = False) -> tuple[float, float, float, float]:
    """How far a mark reaches beyond its place, in points: left, below, right, above."""
    forward = (shape.kind == "at_least") != inverted
    long = shape.kind in {"at_least", "at_most"}
    before = _ARROW if long and not forward else _DOT
    after = _ARROW if long and forward else _DOT
    return (before, _DOT, after, _DOT) if axis == "x" else (_DOT, before, _DOT, after)


def _scale(ax: Axes, rows: Sequence[Row], unit: str, limits: tuple[float, float] | None) -> None:
    ends = [end for row in rows for end in row.ends]
    if limits is None:
        low, high = min(0.0, *ends), max(0.0, *ends)
        room = 0.1 * (high - low)
        limits = (low - (room if low < 0 else 0), high + room)
    if unit == "rank":
        limits = (max(ends) + 0.6, 0.4)
        ax.set_xticks(range(1, int(max(ends)) + 1))
    if not min(limits) <= min(ends) <= max(ends) <= max(limits):
        raise UsmexDataError(f"the scale from {limits[0]:g} to {limits[1]:g} leaves rows out", where="dots")
    ax.set_xlim(*limits)
    ax.grid(axis="x")
    ax.spines["bottom"].set_visible(False)
    if unit != "rank":
        ax.locator_params(axis="x", nbins=6)
    ax.xaxis.set_major_formatter(tick_formatter(unit))


def slope(
    figure: Figure,
    rows: pd.DataFrame | Sequence[Row],
    *,
    x: str = "period",
    by: str = "geography",
    names: Mapping[str, str] | None = None,
    steps: Sequence[str] | None = None,
    label: Words = "{text}",
    ax: Axes | None = None,
    limits: tuple[float, float] | None = None,
) -> Figure:
    """The figure, with a line for each word of column ``by`` through its rows, one step for each word of column ``x``.

    ``steps`` puts the words of ``x`` in order and ``names`` prints others for them; each point is labelled in the
    source's words, so there is no scale to read and it need not begin at zero. Rows that lack a value in ``x`` or
    stand twice at one step are an error.
    """
    ax = ax or figure.axes[0]
    marks = rows_of(rows)
    common_unit(marks)
    order = list(steps or dict.fromkeys(row.get(x) for row in marks))
    lines: dict[str, dict[str, Row]] = {}
    for row in marks:
        line = lines.setdefault(row.get(by), {})
        if row.get(x) in line or row.get(x) not in order:
            raise UsmexDataError(f"{row.get(x)!r} is no step of its own", where=row.claim_id)
        line[row.get(x)] = row
    ends = [end for row in marks for end in row.ends]
    span = (max(ends) - min(ends)) or 1.0
    ax.set_xlim(-0.45, len(order) - 0.55)
    ax.set_ylim(*(limits or (min(ends) - 0.25 * span, max(ends) + 0.25 * span)))
    ax.set_xticks(range(len(order)), [(names or {}).get(step, step) for step in order])
    ax.tick_params(axis="x", labelcolor=INK, labelsize=10.5, pad=6)
    ax.yaxis.set_visible(False)
    ax.grid(axis="x")
    ax.spines["bottom"].set_visible(False)
    for line in lines.values():
        _draw_line(figure, ax, [(order.index(step), line[step]) for step in order if step in line], label)
    return figure


def _draw_line(figure: Figure, ax: Axes, points: list[tuple[int, Row]], label: Words) -> None:
    colour, steps = colour_of(points[0][1]), [step for step, _row in points]
    # The line only leads the eye from mark to mark; what is stated are the marks. A range has no middle: both of its
    # ends are led to.
    for ends in {tuple(pick(row.ends) for _step, row in points): None for pick in (min, max)}:
        ax.plot(steps, ends, color=colour.mark, lw=1.8, alpha=0.55, zorder=3)
        figure.paths.append((ax, list(zip(map(float, steps), ends, strict=True))))
    for number, (step, row) in enumerate(points):
        shape = shape_of(row)
        hedge.draw(ax, shape, row.ends, step, colour_of(row).mark, axis="y", gid=row.claim_id)
        sides: tuple[Side, ...] = AROUND
        if number == 0:
            sides = ("left", "above", "below")
        elif number == len(points) - 1:
            sides = ("right", "above", "below")
        else:
            sides = ("above", "below")
        figure.drawn(
            ax,
            row,
            (step, min(row.ends), step, max(row.ends)),
            pad=reach(shape, "y", inverted=ax.yaxis_inverted()),
            label=label,
            sides=sides,
        )
