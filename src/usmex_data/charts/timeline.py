"""A timeline: what texts of several years say of the same things, a lane a thing, under the times of the texts."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Final

from matplotlib.collections import LineCollection
from matplotlib.patches import Rectangle

from usmex_data.audit.readings import time_of
from usmex_data.charts import hedge
from usmex_data.charts.claim_rows import Row
from usmex_data.charts.figure import Figure
from usmex_data.charts.hedge import HATCH, Shape, shape_of
from usmex_data.charts.labels import Side, misquoted
from usmex_data.charts.style import GRID, INK, MUTED, SHADES, Colour
from usmex_data.charts.text import Face, measure
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    from matplotlib.axes import Axes

__all__ = ["timeline"]

_HEAD: Final = Face(10.5, INK, weight="bold")
_ASKED: Final = Face(9.5, MUTED)
_TEXT: Final = Face(9.0, INK, weight="semibold")
_PALE: Final = "#F1F3F5"
_TALL: Final = 0.13
"""Half of a bar's height, in lanes."""
_MARKS: Final = 0.54
"""How far below its head the marks of a lane stand, in lanes."""
_HALF: Final = 0.26
"""Half of the height that lines across a lane have."""
_BAND: Final = -0.36
"""Where the lanes begin, below the names of the texts."""
_TOP: Final = -1.1
_DAY: Final = 1 / 365
_DAYS: Final = 12 / 365
"""Up to here a time is a dot: a bar of its width could not be seen."""
_DOT: Final = 6.0
_OPEN: Final = frozenset({"..", ""})
_AHEAD: Final = re.compile(r"\b(?:will|would|planned|set to|to be|next|expected|may)\b", re.IGNORECASE)
_QUOTED: Final = re.compile(r"“([^”]+)”")


def timeline(
    figure: Figure,
    lanes: Mapping[str, Mapping[str, Row]],
    texts: Mapping[str, Row],
    *,
    asked: Mapping[str, str] | None = None,
    said: str = "",
    limits: tuple[int, int],
) -> Figure:
    """The figure, with a lane for each name of ``lanes`` and a mark for each of its rows, labelled with its key.

    A row stands at its period: a day is a dot, a month or a year a bar of its width, an open end an arrow. A row
    without a period stands where its text does. Solid is what the text tells as past, hatched what it tells as to
    come: by the status of the row, or by the words quoted in the label. The colour is that of the row's source, in the
    order of ``texts``: these are the times of the texts by their names, drawn across all lanes. ``asked`` are words to
    stand beside the name of a lane, and ``said`` the text that they quote. ``limits`` are the first year and the year
    after the last.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a row without time, a time outside the limits, and for quoted
    words that no text says.
    """
    ax = figure.axes[0]
    _check(lanes, asked or {}, said, figure.name)
    shades = _shades((*texts.values(), *(row for lane in lanes.values() for row in lane.values())))
    _scale(ax, len(lanes), limits)
    for row in texts.values():
        _text_mark(ax, row, _time(row, limits, figure.name), len(lanes))
        figure.rows.append(row)
    _text_names(figure, texts, shades, limits)
    homes = {row.source: row for row in texts.values()}
    for line, (name, events) in enumerate(lanes.items()):
        _head(figure, name, (asked or {}).get(name, ""), line, limits)
        for words, row in events.items():
            timed = row if row.period else replace(row, period=homes[row.source].period if row.source in homes else "")
            ends = _time(timed, limits, figure.name)
            _event(figure, timed, words, (ends, line + _MARKS), shades[row.source])
    return figure


def _check(lanes: Mapping[str, Mapping[str, Row]], asked: Mapping[str, str], said: str, where: str) -> None:
    for name, events in lanes.items():
        for words, row in events.items():
            if wrong := misquoted(words, [row.quote]):
                raise UsmexDataError(f"the sentence of {row.claim_id} does not say {wrong!r}", where=where)
        if wrong := misquoted(asked.get(name, ""), [" ".join(said.split())]):
            raise UsmexDataError(f"no text says {wrong!r}", where=where)
    if unknown := sorted(set(asked) - set(lanes)):
        raise UsmexDataError(f"{unknown[0]!r} is asked for but has no lane", where=where)


def _shades(rows: Sequence[Row]) -> Mapping[str, Colour]:
    sources = list(dict.fromkeys(row.source for row in rows))
    return {source: SHADES[place % len(SHADES)] for place, source in enumerate(sources)}


def _time(row: Row, limits: tuple[int, int], where: str) -> tuple[float, float]:
    """The first and the last moment of a row, in years; an open end is that of the scale."""
    time = time_of(row.period)
    if time is None:
        raise UsmexDataError(f"{row.claim_id} names no time, and its text has none", where=where)
    low = float(limits[0] if time.core.low is None else time.core.low)
    # The last day of a span ends with its night.
    high = limits[1] if time.core.high is None else min(float(time.core.high) + _DAY, float(time.core.high // 1 + 1))
    if not limits[0] <= low < high <= limits[1]:
        raise UsmexDataError(f"the scale from {limits[0]} to {limits[1]} leaves {row.claim_id} out", where=where)
    return low, high


def _scale(ax: Axes, lanes: int, limits: tuple[int, int]) -> None:
    ax.set_xlim(*limits)
    ax.set_ylim(lanes, _TOP)
    ax.set_xticks([year + 0.5 for year in range(*limits)], [str(year) for year in range(*limits)])
    ax.tick_params(axis="x", labelcolor=MUTED, labelsize=10)
    _across(ax, range(limits[0], limits[1] + 1), lanes, color=GRID, lw=0.8, zorder=0)
    ax.hlines([line + _MARKS for line in range(lanes)], *limits, color=GRID, lw=0.8, zorder=0)
    ax.yaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)


def _across(ax: Axes, places: Iterable[float], lanes: int, **look: Any) -> LineCollection:
    """Lines across the lanes, not through their names."""
    ends = [(line + _MARKS - _HALF, line + _MARKS + _HALF) for line in range(lanes)]
    segments = [[(x, low), (x, high)] for x in places for low, high in ends]
    lines = LineCollection(segments, **look)
    ax.add_collection(lines, autolim=False)
    return lines


def _text_mark(ax: Axes, row: Row, ends: tuple[float, float], lanes: int) -> None:
    low, high = ends
    if high - low <= _DAYS:
        mark = _across(ax, [(low + high) / 2], lanes, color=MUTED, lw=1.1, ls=[(0, (3, 2))], zorder=1)
        mark.set_gid(f"mark-{row.claim_id}")
        return
    band = Rectangle((low, _BAND), high - low, lanes - _BAND, facecolor=_PALE, edgecolor="none", zorder=-1)
    band.set_gid(f"mark-{row.claim_id}")
    ax.add_patch(band)


def _text_names(
    figure: Figure, texts: Mapping[str, Row], shades: Mapping[str, Colour], limits: tuple[int, int]
) -> None:
    """The names of the texts over their marks; one whose neighbour is too near ends at its own mark."""
    pixels = figure.canvas.bbox.width / (limits[1] - limits[0])
    places = []
    for name, row in texts.items():
        low, high = _time(row, limits, figure.name)
        width = max(measure(figure.canvas, line, _TEXT) for line in (name, row.text)) / pixels
        places.append(((low + high) / 2, width, name, row))
    for number, (x, width, name, row) in enumerate(places):
        following = places[number + 1 :][:1]
        crowded = any(x + width / 2 > other - wide / 2 for other, wide, *_rest in following)
        # Each line on a baseline of its own: a block would sink by what hangs below its last.
        for line, words in enumerate((row.text, name)):
            figure.axes[0].annotate(
                words, (x, _BAND), (0, 5 + line * _TEXT.size * 1.26), textcoords="offset points",
                ha="right" if crowded else "center", va="baseline", annotation_clip=False,
                color=shades[row.source].text, fontproperties=_TEXT.properties,
            )  # fmt: skip


def _head(figure: Figure, name: str, asked: str, line: int, limits: tuple[int, int]) -> None:
    ax = figure.axes[0]
    pixels = figure.canvas.bbox.width / (limits[1] - limits[0])
    ax.text(limits[0], line, name, va="center_baseline", color=_HEAD.colour, fontproperties=_HEAD.properties)
    if asked:
        x = limits[0] + (measure(figure.canvas, name, _HEAD) + 8 * figure.canvas.dpi / 72) / pixels
        ax.text(x, line, asked, va="center_baseline", color=_ASKED.colour, fontproperties=_ASKED.properties)


def _event(figure: Figure, row: Row, words: str, place: tuple[tuple[float, float], float], colour: Colour) -> None:
    """The mark of a row at its ends and height, with its label."""
    ax, ((low, high), y) = figure.axes[0], place
    quoted = _QUOTED.findall(words)
    ahead = shape_of(row).hatched or any(_AHEAD.search(said) for said in quoted)
    if high - low <= _DAYS:
        middle = (low + high) / 2
        hedge.draw(ax, Shape("exact", hatched=ahead), (middle,), y, colour.mark, gid=row.claim_id)
        extent, reach = (middle, y, middle, y), _DOT
    else:
        _bar(ax, row, (low, high), y, colour.mark, ahead=ahead)
        extent, reach = (low, y + _TALL, high, y - _TALL), 1.0
    sides: tuple[Side, ...] = ("right", "left", "below", "above")
    figure.drawn(ax, row, extent, pad=(reach,) * 4, label=words, sides=sides, colour=colour.text)


def _bar(ax: Axes, row: Row, ends: tuple[float, float], y: float, colour: str, *, ahead: bool) -> None:
    """A span as a bar; hollow where the text says about, with an arrow's head where an end lies open."""
    about = any(sign in row.period for sign in "~?%")
    bar = Rectangle(
        (ends[0], y - _TALL), ends[1] - ends[0], 2 * _TALL, facecolor="white" if ahead or about else colour,
        edgecolor=colour, linewidth=1.3, linestyle="dashed" if about else "solid", hatch=HATCH if ahead else None,
        zorder=4,
    )  # fmt: skip
    bar.set_gid(f"mark-{row.claim_id}")
    ax.add_patch(bar)
    first, separator, last = row.period.partition("/")
    for open_end, x, head in ((first in _OPEN, ends[0], "<"), (bool(separator) and last in _OPEN, ends[1], ">")):
        if open_end:
            ax.plot([x], [y], head, color=colour, markersize=8, clip_on=False, zorder=5)
