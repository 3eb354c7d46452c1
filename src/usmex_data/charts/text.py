"""Text of known size: measured, wrapped and set line by line, with words marked in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from matplotlib.font_manager import FontProperties
from matplotlib.patheffects import Stroke

from usmex_data.charts.boxes import Box

if TYPE_CHECKING:
    from matplotlib.figure import Figure as MplFigure
    from matplotlib.text import Text

__all__ = ["Face", "Word", "line_height", "measure", "put", "set_words", "words_of", "wrap"]


@dataclass(frozen=True, slots=True)
class Face:
    """How text is set: size in points, weight, colour, slant."""

    size: float
    colour: str
    weight: str = "regular"
    style: str = "normal"

    @property
    def properties(self) -> FontProperties:
        """The same for matplotlib."""
        return FontProperties(size=self.size, weight=self.weight, style=self.style)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a sentence, marked or not, and whether a space follows it."""

    text: str
    marked: bool = False
    spaced: bool = True


def measure(figure: MplFigure, text: str, face: Face) -> float:
    """The width of a line in pixels."""
    width, _height, _descent = _renderer(figure).get_text_width_height_descent(text, face.properties, ismath=False)
    return float(width)


def line_height(figure: MplFigure, face: Face) -> float:
    """The distance of two baselines in pixels."""
    return face.size * 1.26 * figure.dpi / 72


def wrap(figure: MplFigure, text: str, face: Face, width: float) -> list[str]:
    """The lines of ``text`` at a width in pixels; a word that is wider stands alone on its line."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and measure(figure, longer, face) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines


def words_of(text: str, start: int, end: int) -> list[Word]:
    """The words of a sentence, those of ``text[start:end]`` marked; a word may be cut where the mark begins or ends."""
    parts = [(text[:start], False), (text[start:end], True), (text[end:], False)]
    words: list[Word] = []
    for part, marked in parts:
        pieces = part.split()
        if part[:1].isspace() and words:
            words[-1] = Word(words[-1].text, words[-1].marked, spaced=True)
        for number, piece in enumerate(pieces):
            last = number == len(pieces) - 1
            words.append(Word(piece, marked, spaced=not last or part[-1:].isspace()))
    return words


def put(
    figure: MplFigure, box: Box, text: str, face: Face, *, halo: bool = False, gid: str = "", zorder: float = 6
) -> Text:
    """One line of text that fills ``box``, its left end at the left side and its middle at half height."""
    x = box.x0 / figure.bbox.width
    y = (box.y0 + box.height / 2) / figure.bbox.height
    common: dict[str, Any] = {
        "ha": "left",
        "va": "center_baseline",
        "color": face.colour,
        "fontproperties": face.properties,
    }
    if halo:
        # The halo is a text of its own below the real one: matplotlib turns text with path effects into curves,
        # and an SVG should hold text that can be searched and copied.
        ghost = figure.text(x, y, text, zorder=zorder - 0.5, **common)
        ghost.set_path_effects([Stroke(linewidth=3.2, foreground="white")])
        ghost.set_gid("halo")
    artist = figure.text(x, y, text, zorder=zorder, **common)
    artist.set_gid(gid or None)
    return artist


def set_words(
    figure: MplFigure, words: Sequence[Word], face: Face, marked: Face, width: float
) -> tuple[list[list[tuple[float, str, Face]]], Box]:
    """Lines of ``(left, text, face)`` runs for words that are wrapped at ``width``, and the size of them all.

    The box has its upper left corner at (0, 0).
    """
    lines: list[list[tuple[float, str, Face]]] = [[]]
    left, widest = 0.0, 0.0
    for group in _unbroken(words):
        spans = [(word, marked if word.marked else face) for word in group]
        size = sum(measure(figure, word.text, its) for word, its in spans)
        if lines[-1] and left + size > width:
            lines.append([])
            left = 0.0
        for word, its in spans:
            lines[-1].append((left, word.text, its))
            left += measure(figure, word.text, its)
        widest = max(widest, left)
        left += measure(figure, " ", face) if group[-1].spaced else 0.0
    return lines, Box(0, -len(lines) * line_height(figure, face), widest, 0)


def _unbroken(words: Sequence[Word]) -> list[list[Word]]:
    groups: list[list[Word]] = []
    for word in words:
        if groups and not groups[-1][-1].spaced:
            groups[-1].append(word)
        else:
            groups.append([word])
    return groups


def _renderer(figure: MplFigure) -> Any:
    return figure.canvas.get_renderer()  # type: ignore[attr-defined]
