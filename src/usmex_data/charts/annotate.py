"""A sentence beside its mark: grey, in empty space, the figure marked in it, a thin leader to the mark."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from matplotlib.lines import Line2D

from usmex_data.charts import text as setting
from usmex_data.charts.boxes import Box, crossings, overlap_of
from usmex_data.charts.claim_rows import Row
from usmex_data.charts.style import ANNOTATION, INK
from usmex_data.charts.text import Face, Word

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MplFigure

__all__ = ["FACE", "MARKED", "excerpt", "find_room", "leader", "write"]

FACE: Final = Face(8.6, ANNOTATION)
MARKED: Final = Face(8.6, INK, weight="semibold")
_GRID: Final = 28


def excerpt(row: Row, words: int = 40) -> list[Word]:
    """The words of the row's sentence, its figure marked; a longer one is cut around the figure and says so by ``…``.

    It stands in quotation marks and is verbatim otherwise.
    """
    every = setting.words_of(row.quote, row.quote_start, row.quote_end)
    marked = [number for number, word in enumerate(every) if word.marked]
    first, last = (marked[0], marked[-1]) if marked else (0, 0)
    room = max(0, words - (last - first + 1))
    low = max(0, min(first - room // 2, len(every) - words))
    high = min(len(every), max(last + 1 + room - room // 2, low + words))
    opening = "“" if low == 0 else "“… "
    closing = "”" if high == len(every) else " …”"
    return [
        Word(opening, spaced=False),
        *every[low : high - 1],
        Word(every[high - 1].text, every[high - 1].marked, spaced=False),
        Word(closing.strip() if closing == "”" else closing, spaced=False),
    ]


def find_room(size: Box, anchor: Box, taken: Iterable[Box], area: Box, clear: float) -> Box:
    """The place in ``area`` for a box of ``size`` that covers nothing, near ``anchor``, its leader free.

    ``clear`` is the distance that it keeps from everything else. Where nothing is free, the least bad place.
    """
    boxes = list(taken)
    best, best_cost = size, float("inf")
    for column in range(_GRID + 1):
        for line in range(_GRID + 1):
            left = area.x0 + (area.width - size.width) * column / _GRID
            bottom = area.y0 + (area.height - size.height) * line / _GRID
            box = Box(left, bottom, left + size.width, bottom + size.height)
            cost = _cost(box, anchor, boxes, area, clear)
            if cost < best_cost:
                best, best_cost = box, cost
    return best


def _cost(box: Box, anchor: Box, boxes: list[Box], area: Box, clear: float) -> float:
    covered = overlap_of(box.grown(clear), boxes) + 3 * (box.width * box.height - box.shared(area))
    start, end = _ends(box, anchor)
    between = [other for other in boxes if other != anchor]
    return covered * 10 + 400 * clear * crossings(start, end, between) + box.distance(anchor) * clear


def _ends(box: Box, anchor: Box) -> tuple[tuple[float, float], tuple[float, float]]:
    start = box.nearest(*anchor.centre)
    return start, anchor.nearest(*start)


def write(figure: MplFigure, words: list[Word], box: Box, width: float, gid: str) -> None:
    """Write the words into ``box``, wrapped at ``width`` as they were when it was measured."""
    lines, _size = setting.set_words(figure, words, FACE, MARKED, width)
    height = setting.line_height(figure, FACE)
    for number, line in enumerate(lines):
        top = box.y1 - number * height
        for run, (left, text, face) in enumerate(_joined(figure, line)):
            place = Box(box.x0 + left, top - height, box.x1, top)
            setting.put(
                figure, place, text, face, halo=True, gid=f"{gid}-{number}" if run == 0 else f"{gid}-{number}-{run}"
            )


def _joined(figure: MplFigure, line: list[tuple[float, str, Face]]) -> list[tuple[float, str, Face]]:
    """The runs of a line, neighbours in one face joined to one text: an SVG then holds phrases and not words."""
    runs: list[tuple[float, str, Face]] = []
    end = 0.0
    for left, text, face in line:
        if runs and runs[-1][2] == face:
            space = " " if left > end + 0.5 else ""
            runs[-1] = (runs[-1][0], runs[-1][1] + space + text, face)
        else:
            runs.append((left, text, face))
        end = left + setting.measure(figure, text, face)
    return runs


def leader(figure: MplFigure, box: Box, anchor: Box, gap: float, gid: str) -> None:
    """Draw a thin line from the box to the mark, ``gap`` pixels short of both."""
    start, end = _ends(box, anchor)
    dx, dy = end[0] - start[0], end[1] - start[1]
    length = (dx * dx + dy * dy) ** 0.5
    if length <= 5 * gap:
        return
    near, far = gap / length, 1 - gap / length
    width, height = figure.bbox.width, figure.bbox.height
    xs = [(start[0] + dx * t) / width for t in (near, far)]
    ys = [(start[1] + dy * t) / height for t in (near, far)]
    line = Line2D(xs, ys, color=ANNOTATION, lw=0.7, transform=figure.transFigure, zorder=5)
    line.set_gid(gid)
    figure.add_artist(line)
