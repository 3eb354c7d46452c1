"""Where everything on a figure stands: header, plot, note, then labels and sentences in what room is left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations, pairwise
from typing import TYPE_CHECKING, Final

from usmex_data.charts import annotate, hedge
from usmex_data.charts import text as setting
from usmex_data.charts.boxes import Box
from usmex_data.charts.claim_rows import Row
from usmex_data.charts.labels import Label, Side, place
from usmex_data.charts.panels import box_of, fit, frame_of, own_part, texts_of
from usmex_data.charts.style import INK, MUTED
from usmex_data.charts.text import Face, Word

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure as MplFigure

    from usmex_data.charts.figure import Figure

__all__ = ["Layout", "Pending", "Sentence", "arrange"]

_TITLE: Final = Face(15, INK, weight="bold")
_SUBTITLE: Final = Face(10.5, MUTED)
_KEY: Final = Face(8.6, MUTED)
_NOTE: Final = Face(7.6, MUTED)
_LABEL_SIZE: Final = 10.5
_MARGIN: Final = 6.0
_AFTER_HEADER: Final = 12.0
_BEFORE_NOTE: Final = 9.0
_KEY_AXES: Final = "key"
_HALF_DOT: Final = 6.0


@dataclass(frozen=True, slots=True)
class Pending:
    """A mark that was drawn: its row, its place on the axes (data), and the label that it is to get.

    ``pad`` is how far the mark reaches beyond its place, in points: left, below, right, above.
    """

    ax: Axes
    row: Row
    extent: tuple[float, float, float, float]
    pad: tuple[float, float, float, float]
    words: str | None
    sides: tuple[Side, ...]
    colour: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """The sentence of a row, to be written beside its mark."""

    row: Row
    words: list[Word]
    width: float
    at: tuple[float, float] | None


@dataclass(slots=True)
class Layout:
    """What stands where, in pixels: texts with their words, marks with their claims."""

    page: Box
    texts: list[tuple[str, Box]] = field(default_factory=list)
    marks: list[tuple[str, Box]] = field(default_factory=list)
    inside: set[tuple[str, str]] = field(default_factory=set)
    """Texts that stand on their own mark, as a bar's label may."""

    def problems(self) -> list[str]:
        """What a reader would trip over: text over text, text over a mark, text that is cut off."""
        found = [f"{name!r} is clipped" for name, box in self.texts if not self.page.holds(box)]
        for (one, box), (two, other) in combinations(self.texts, 2):
            if _touching(box, other):
                found.append(f"{one!r} stands over {two!r}")
        for words, box in self.texts:
            for claim, mark in self.marks:
                if (words, claim) not in self.inside and _touching(box, mark):
                    found.append(f"{words!r} stands over the mark of {claim}")
        return found


def _touching(one: Box, two: Box) -> bool:
    # Boxes hold the whole height of a line: a sliver of shared white is no overlap.
    return one.shared(two) > 0.04 * min(max(one.width * one.height, 1), max(two.width * two.height, 1))


def arrange(figure: Figure) -> Layout:
    """The layout of a figure, with everything written into place; what an earlier one wrote is taken away."""
    canvas = figure.canvas
    _clear(canvas)
    point = canvas.dpi / 72
    width = canvas.get_size_inches()[0] * canvas.dpi
    inner = width - 2 * _MARGIN * point
    header = [(line, _TITLE) for line in setting.wrap(canvas, figure.title, _TITLE, inner)]
    header += [(line, _SUBTITLE) for line in setting.wrap(canvas, figure.subtitle, _SUBTITLE, inner)]
    note = [(line, _NOTE) for line in setting.wrap(canvas, figure.note, _NOTE, inner)]
    above = _height(canvas, header) + (1.7 * setting.line_height(canvas, _KEY) if figure.shapes else 0)
    above += (_MARGIN + _AFTER_HEADER) * point
    below = _height(canvas, note) + (_MARGIN + _BEFORE_NOTE) * point
    plot = figure.height * canvas.dpi
    canvas.set_size_inches(width / canvas.dpi, round(above + plot + below) / canvas.dpi)
    page = Box(0, 0, canvas.bbox.width, canvas.bbox.height)
    result = Layout(page)
    left, top = _MARGIN * point, page.y1 - _MARGIN * point
    bottom = _write_lines(figure, result, header, left, top)
    if figure.shapes:
        _write_key(figure, result, left, bottom - 0.45 * setting.line_height(canvas, _KEY))
    area = Box(left, below, page.x1 - left, page.y1 - above)
    _write_lines(figure, result, note, left, below - _BEFORE_NOTE * point)
    fit(figure.axes, area, point)
    for ax in figure.axes:
        hedge.end_at_zero(ax)
    _register(figure, result, point)
    _label(figure, result, area, point)
    _annotate(figure, result, area, point)
    return result


def _clear(canvas: MplFigure) -> None:
    for artist in [*canvas.texts, *canvas.lines]:
        artist.remove()
    for ax in canvas.axes:
        if ax.get_label() == _KEY_AXES:
            ax.remove()


def _height(canvas: MplFigure, lines: Iterable[tuple[str, Face]]) -> float:
    return sum(setting.line_height(canvas, face) for _line, face in lines)


def _write_lines(figure: Figure, result: Layout, lines: Sequence[tuple[str, Face]], left: float, top: float) -> float:
    for line, face in lines:
        height = setting.line_height(figure.canvas, face)
        box = Box(left, top - height, left + setting.measure(figure.canvas, line, face), top)
        setting.put(figure.canvas, box, line, face)
        result.texts.append((line, box))
        top -= height
    return top


def _write_key(figure: Figure, result: Layout, left: float, top: float) -> None:
    canvas = figure.canvas
    point, height = canvas.dpi / 72, setting.line_height(canvas, _KEY)
    page = result.page
    # Axes over the whole page whose data are pixels: the key's marks are drawn by the same hand as the others.
    ax = canvas.add_axes((0, 0, 1, 1), label=_KEY_AXES, frameon=False)
    ax.set(xlim=(0, page.x1), ylim=(0, page.y1), xticks=[], yticks=[])
    ax.set_zorder(-1)
    for shape, meaning in figure.shapes:
        before = 22.0 if shape.kind == "at_most" else 4.0
        wide = {"range": 24.0, "at_least": 18.0}.get(shape.kind, 0.0)
        x = left + before * point
        ends = (x, x + wide * point) if shape.kind == "range" else (x,)
        hedge.draw(ax, shape, ends, top - height / 2, INK, size=7)
        start = x + (wide + 9) * point
        box = Box(start, top - height, start + setting.measure(canvas, meaning, _KEY), top)
        setting.put(canvas, box, meaning, _KEY)
        result.texts.append((meaning, box))
        left = box.x1 + 11 * point


def _register(figure: Figure, result: Layout, point: float) -> None:
    """Tell the layout of the axes' own texts and of every mark."""
    for ax in figure.axes:
        result.texts += [(text.get_text(), box_of(text)) for text in texts_of(ax)]
    result.marks += [(pending.row.claim_id, _mark_box(pending, point)) for pending in figure.pending]


def _mark_box(pending: Pending, point: float) -> Box:
    x0, y0, x1, y1 = pending.extent
    corners = pending.ax.transData.transform([(x0, y0), (x1, y1)])
    xs, ys = sorted(float(x) for x in corners[:, 0]), sorted(float(y) for y in corners[:, 1])
    left, below, right, above = (each * point for each in pending.pad)
    box = Box(xs[0] - left, ys[0] - below, xs[1] + right, ys[1] + above)
    # An arrow ends at zero, where half of a dot may still lie beyond.
    frame, half = frame_of(pending.ax), _HALF_DOT * point
    x0 = max(box.x0, min(xs[0], frame.x0) - half) if pending.ax.get_xlim()[0] == 0 else box.x0
    y0 = max(box.y0, min(ys[0], frame.y0) - half) if pending.ax.get_ylim()[0] == 0 else box.y0
    return Box(x0, y0, box.x1, box.y1)


def _label(figure: Figure, result: Layout, area: Box, point: float) -> None:
    labels, sizes = [], []
    canvas = figure.canvas
    for pending in figure.pending:
        if pending.words is None:
            continue
        face = Face(_LABEL_SIZE, pending.colour, weight="semibold")
        lines = tuple(pending.words.split("\n"))
        region = own_part(pending.ax, figure.axes, area, point)
        labels.append(Label(pending.row, lines, face, _mark_box(pending, point), region, pending.sides))
        height = len(lines) * setting.line_height(canvas, face) * 0.95
        sizes.append((max(setting.measure(canvas, line, face) for line in lines), height))
    obstacles = [box for _name, box in (*result.texts, *result.marks)]
    for placed in place(labels, sizes, obstacles, point):
        label, box = placed.label, placed.box
        step = box.height / len(label.lines)
        for number, line in enumerate(label.lines):
            # Lines above or below a mark are centred over it, those beside it stand at one edge.
            spare = box.width - setting.measure(canvas, line, label.face)
            beside = box.x0 >= label.anchor.x1 or box.x1 <= label.anchor.x0
            left = box.x0 + (spare * (box.x1 <= label.anchor.x0) if beside else spare / 2)
            row = Box(left, box.y1 - (number + 1) * step, box.x1, box.y1 - number * step)
            setting.put(canvas, row, line, label.face, halo=True, gid=f"label-{label.row.claim_id}-{number}")
        if placed.moved:
            annotate.leader(canvas, box, label.anchor, 2 * point, f"leader-{label.row.claim_id}")
        words = " ".join(label.lines)
        result.texts.append((words, box))
        if "inside" in label.sides:
            result.inside.add((words, label.row.claim_id))


def _path_boxes(figure: Figure, point: float) -> list[Box]:
    """Small boxes along every line between marks."""
    boxes = []
    for ax, path in figure.paths:
        ends = ax.transData.transform(path)
        for (x0, y0), (x1, y1) in pairwise(ends):
            steps = max(1, int(max(abs(x1 - x0), abs(y1 - y0)) / (6 * point)))
            for step in range(steps + 1):
                x, y = x0 + (x1 - x0) * step / steps, y0 + (y1 - y0) * step / steps
                boxes.append(Box(float(x), float(y), float(x), float(y)).grown(2 * point))
    return boxes


def _annotate(figure: Figure, result: Layout, area: Box, point: float) -> None:
    canvas = figure.canvas
    for sentence in figure.sentences:
        width = sentence.width * point
        _lines, size = setting.set_words(canvas, sentence.words, annotate.FACE, annotate.MARKED, width)
        pending = next(each for each in figure.pending if each.row.claim_id == sentence.row.claim_id)
        anchor = _mark_box(pending, point)
        if sentence.at is None:
            taken = [box for _name, box in (*result.texts, *result.marks)] + _path_boxes(figure, point)
            frame = frame_of(pending.ax)
            room = Box(frame.x0 + 4 * point, frame.y0, frame.x1, area.y1)
            box = annotate.find_room(size, anchor, taken, room, 5 * point)
        else:
            frame = frame_of(pending.ax)
            left = frame.x0 + sentence.at[0] * frame.width
            top = frame.y0 + sentence.at[1] * frame.height
            box = Box(left, top - size.height, left + size.width, top)
        claim = sentence.row.claim_id
        annotate.leader(canvas, box, anchor, 2.5 * point, f"leader-{claim}")
        annotate.write(canvas, sentence.words, box, width, f"quote-{claim}")
        result.texts.append(("".join(f"{word.text} " if word.spaced else word.text for word in sentence.words), box))
