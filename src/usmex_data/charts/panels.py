"""Panels of a figure: of one width, side by side, with what belongs to each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from usmex_data.charts.boxes import Box

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.text import Text

__all__ = ["box_of", "fit", "frame_of", "own_part", "texts_of"]

_BETWEEN_PANELS: Final = 20.0


def fit(axes: Sequence[Axes], area: Box, point: float) -> None:
    """Fill the area with panels of one width, their tick labels and titles included."""
    page = axes[0].figure.bbox
    for _pass in range(3):
        frames = [frame_of(ax) for ax in axes]
        over = [_overhang(ax, frame) for ax, frame in zip(axes, frames, strict=True)]
        gaps = _BETWEEN_PANELS * point * (len(axes) - 1)
        width = (area.width - gaps - sum(each[0] + each[2] for each in over)) / len(axes)
        bottom = area.y0 + max(each[1] for each in over)
        top = area.y1 - max(each[3] for each in over)
        left = area.x0
        for ax, (before, _below, after, _above) in zip(axes, over, strict=True):
            left += before
            ax.set_position((left / page.width, bottom / page.height, width / page.width, (top - bottom) / page.height))
            left += width + after + _BETWEEN_PANELS * point


def frame_of(ax: Axes) -> Box:
    """The rectangle of a panel's scales."""
    box = ax.get_window_extent()
    return Box(box.x0, box.y0, box.x1, box.y1)


def _overhang(ax: Axes, frame: Box) -> tuple[float, float, float, float]:
    renderer: Any = ax.figure.canvas.get_renderer()  # type: ignore[attr-defined]
    tight = ax.get_tightbbox(renderer, bbox_extra_artists=[])
    if tight is None:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        max(0.0, frame.x0 - tight.x0),
        max(0.0, frame.y0 - tight.y0),
        max(0.0, tight.x1 - frame.x1),
        max(0.0, tight.y1 - frame.y1),
    )


def texts_of(ax: Axes) -> list[Text]:
    """The texts that a panel draws: tick labels, axis labels, title, and what was written on it."""
    # Ticks outside the limits exist and aren't drawn; a hidden axis has none at all.
    ticks: list[Text] = []
    for axis in (ax.xaxis, ax.yaxis):
        low, high = sorted(axis.get_view_interval())
        if axis.get_visible():
            slack = 1e-9 * (abs(high) + abs(low) + 1)
            ticks += [t.label1 for t in axis.get_major_ticks() if low - slack <= t.get_loc() <= high + slack]
            ticks.append(axis.label)
    every = [*ticks, ax.title, *ax.texts]
    return [text for text in every if text.get_visible() and text.get_text().strip()]


def box_of(text: Text) -> Box:
    """The rectangle that a text fills."""
    box = text.get_window_extent()
    return Box(box.x0, box.y0, box.x1, box.y1)


def own_part(ax: Axes, axes: Sequence[Axes], area: Box, point: float) -> Box:
    """The part of the area that belongs to one panel: a label over the border is read as the neighbour's."""
    frame, border = frame_of(ax), _BETWEEN_PANELS * point * 0.4
    first, last = ax is axes[0], ax is axes[-1]
    return Box(area.x0 if first else frame.x0 - border, area.y0, area.x1 if last else frame.x1 + border, area.y1)
