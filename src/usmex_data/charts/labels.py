"""Direct labels: each beside its mark, in its colour and in the source's words, none over another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Final, Literal

from usmex_data.charts.boxes import Box, overlap_of
from usmex_data.charts.claim_rows import Row
from usmex_data.charts.text import Face
from usmex_data.errors import UsmexDataError

__all__ = ["AROUND", "Label", "Placed", "Side", "Words", "misquoted", "place", "words_for"]

Side = Literal["right", "left", "above", "below", "inside"]
Words = str | Callable[[Row], str]
AROUND: Final[tuple[Side, ...]] = ("right", "above", "below", "left")
_PATTERN: Final = re.compile(r"\{(\w+)\}")
_QUOTED: Final = re.compile(r"“([^”]+)”")
_GAP: Final = 5.0
_STEPS: Final = (0.0, 0.6, 1.2, 1.8, 2.4)
"""How far a label may move from its mark where it has no room beside it, in heights of a line."""


@dataclass(frozen=True, slots=True)
class Label:
    """A text to be placed beside ``anchor``, on the first of ``sides`` that has room in ``area`` (pixels)."""

    row: Row
    lines: tuple[str, ...]
    face: Face
    anchor: Box
    area: Box
    sides: tuple[Side, ...] = AROUND


@dataclass(frozen=True, slots=True)
class Placed:
    """A label with the box of its text, and whether it stands so far off that it needs a leader."""

    label: Label
    box: Box
    moved: bool


def words_for(row: Row, label: Words | None = None) -> str:
    """What a label says: the words of the claim, or what ``label`` makes of its row, with those words in it.

    ``label`` is a function of the row, or a pattern with the row's columns in braces: ``"{text}, {category}"``. Raises
    :class:`~usmex_data.errors.UsmexDataError` for a label that does not repeat the source.
    """
    if label is None:
        return row.text
    text = label(row) if callable(label) else _PATTERN.sub(lambda found: row.get(found[1]), label)
    if row.text.casefold() not in text.casefold():
        raise UsmexDataError(f"a label must repeat the source's words {row.text!r}, not {text!r}", where=row.claim_id)
    return text


def misquoted(words: str, sentences: Iterable[str]) -> str:
    """The first quotation in ``words`` that no sentence holds; ``…`` in it stands for anything. Empty where all do."""
    known = list(sentences)
    for quoted in _QUOTED.findall(words):
        parts = [part.strip() for part in quoted.split("…")]
        if not any(all(part in sentence for part in parts) for sentence in known):
            return str(quoted)
    return ""


def place(
    labels: Sequence[Label], sizes: Sequence[tuple[float, float]], obstacles: Iterable[Box], pixel: float
) -> list[Placed]:
    """The labels, each where it covers least: no mark, no text, nothing outside its area.

    ``sizes`` are the widths and heights of their texts and ``pixel`` is the size of a point, all in pixels.
    Labels come first that have fewest sides to choose from; on a tie the order given decides.
    """
    taken = list(obstacles)
    result: dict[int, Placed] = {}
    for number in sorted(range(len(labels)), key=lambda n: len(labels[n].sides)):
        label, size = labels[number], sizes[number]
        others = [box for box in taken if box != label.anchor or "inside" not in label.sides]
        best = min(
            enumerate(_candidates(label, size, pixel)),
            key=lambda option: (round(_cost(option[1][0], others, label.area), 1), option[0]),
        )[1]
        result[number] = Placed(label, best[0], moved=best[1])
        taken.append(best[0].grown(1.5 * pixel))
    return [result[number] for number in range(len(labels))]


def _candidates(label: Label, size: tuple[float, float], pixel: float) -> list[tuple[Box, bool]]:
    return [
        (_beside(label.anchor, side, size, _GAP * pixel, shift=shift, up=up), shift > 0.6)
        for shift in _STEPS
        for side in label.sides
        for up in ((1, -1) if shift else (1,))
    ]


def _beside(anchor: Box, side: Side, size: tuple[float, float], gap: float, *, shift: float, up: int) -> Box:
    width, height = size
    x, y = anchor.centre
    if side == "inside":
        left, bottom = x - width / 2, y - height / 2 + up * shift * height
    elif side in {"right", "left"}:
        left = anchor.x1 + gap if side == "right" else anchor.x0 - gap - width
        bottom = y - height / 2 + up * shift * height
    else:
        # Sideways first, and away from the mark only a little: a label above its mark is read as the mark's.
        left = x - width / 2 + up * shift * height
        bottom = anchor.y1 + gap * 0.7 if side == "above" else anchor.y0 - gap * 0.7 - height
    return Box(left, bottom, left + width, bottom + height)


def _cost(box: Box, taken: Iterable[Box], area: Box) -> float:
    outside = box.width * box.height - box.shared(area)
    return overlap_of(box, taken) + 3 * outside
