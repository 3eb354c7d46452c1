"""How a claim is meant, drawn as a shape: never an error bar, since no source gives a distribution."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from matplotlib.text import Annotation

from usmex_data.charts.claim_rows import Row

if TYPE_CHECKING:
    from matplotlib.artist import Artist
    from matplotlib.axes import Axes

__all__ = ["HATCH", "KEY", "Shape", "draw", "end_at_zero", "shape_of"]

Kind = Literal["exact", "approx", "at_least", "at_most", "range"]
_SIZE: Final = 9.0
"""Diameter of a dot in points."""
_ARROW: Final = 21.0
_SHORTEST: Final = 11.0
"""What an arrow needs to be seen beside its dot, in points from the middle of it."""
HATCH: Final = "///////"
_NOT_OBSERVED: Final = frozenset({"forecast", "target", "rule"})


@dataclass(frozen=True, slots=True)
class Shape:
    """What a mark looks like: its kind, hatched where nothing was observed yet, a diamond where it is ours."""

    kind: Kind
    hatched: bool = False
    computed: bool = False
    hollow: bool = False
    """Open in the middle: the source says about, of a figure or of both ends of a range."""


KEY: Final[tuple[tuple[Shape, str], ...]] = (
    (Shape("exact"), "as stated"),
    (Shape("approx", hollow=True), "about"),
    (Shape("at_least"), "or more"),
    (Shape("at_most"), "or less"),
    (Shape("range"), "from … to"),
    (Shape("exact", hatched=True), "rule, target, forecast"),
    (Shape("exact", computed=True), "our calculation"),
)
"""Each shape with its meaning, in the order of the key."""


def shape_of(row: Row) -> Shape:
    """The shape of a row, by modifier and status."""
    kind: Kind = "exact"
    for known in ("approx", "at_least", "at_most", "range"):
        if row.modifier == known:
            kind = known
    hollow = kind == "approx" or (kind == "range" and bool(row.hedge))
    return Shape(kind, hatched=row.status in _NOT_OBSERVED, computed=row.computed, hollow=hollow)


def draw(
    ax: Axes,
    shape: Shape,
    along: Sequence[float],
    across: float,
    colour: str,
    *,
    axis: Literal["x", "y"] = "x",
    size: float = _SIZE,
    gid: str = "",
) -> list[Artist]:
    """The artists of one mark: ``along`` holds its place on the scale of ``axis``, or the two ends of a range."""
    places = [(end, across) if axis == "x" else (across, end) for end in along]
    artists: list[Artist] = []
    if shape.kind == "range":
        artists += _bar_between(ax, places, colour, size)
    artists += [_dot(ax, place, shape, colour, size) for place in places]
    if shape.kind in {"at_least", "at_most"}:
        artists.append(_arrow(ax, places[0], shape.kind, colour, axis=axis, size=size))
    for number, artist in enumerate(artists):
        if gid:
            artist.set_gid(f"mark-{gid}" if number == 0 else f"mark-{gid}-{number}")
    return artists


def _dot(ax: Axes, place: tuple[float, float], shape: Shape, colour: str, size: float) -> Artist:
    open_middle = shape.hollow or shape.hatched
    return ax.scatter(
        *place,
        s=(size * (0.92 if shape.computed else 1.0)) ** 2,
        marker="D" if shape.computed else "o",
        facecolor="white" if open_middle else colour,
        edgecolor=colour,
        linewidth=1.6,
        linestyle=(0, (1.6, 0.9)) if shape.hatched and shape.hollow else "solid",
        hatch=HATCH if shape.hatched else None,
        zorder=4,
        clip_on=False,
    )


def _bar_between(ax: Axes, places: list[tuple[float, float]], colour: str, size: float) -> list[Artist]:
    xs, ys = zip(*places, strict=True)
    return list(ax.plot(xs, ys, color=colour, alpha=0.35, lw=size * 0.45, solid_capstyle="butt", zorder=3))


def _arrow(ax: Axes, place: tuple[float, float], kind: Kind, colour: str, *, axis: str, size: float) -> Artist:
    inverted = ax.xaxis_inverted() if axis == "x" else ax.yaxis_inverted()
    length = _ARROW if (kind == "at_least") != inverted else -_ARROW
    # The head stands at the text's end of the annotation, so that its length is in points and not in data.
    return ax.annotate(
        "",
        xy=place,
        xytext=(length, 0) if axis == "x" else (0, length),
        textcoords="offset points",
        arrowprops={
            "arrowstyle": "<-,head_length=0.35,head_width=0.28",
            "color": colour,
            "lw": 1.6,
            "shrinkA": 0,
            "shrinkB": size / 2,
        },
        zorder=4,
        annotation_clip=False,
    )


def end_at_zero(ax: Axes) -> None:
    """End arrows at zero where a scale begins there, for there is nothing less than none.

    Where zero is too near for an arrow there is none: then the words at the mark alone say "fewer than". To be called
    when the axes have their place.
    """
    begins = (ax.get_xlim()[0], ax.get_ylim()[0])
    zero = ax.transData.transform((0.0, 0.0))
    for arrow in ax.texts:
        if not isinstance(arrow, Annotation) or arrow.arrow_patch is None:
            continue
        offset = list(arrow.xyann)
        along = 0 if offset[0] else 1
        if begins[along] != 0 or offset[along] >= 0:
            continue
        start = ax.transData.transform(arrow.xy)[along]
        room = float(start - zero[along]) * 72 / ax.figure.dpi
        offset[along] = -min(-offset[along], room)
        arrow.xyann = (offset[0], offset[1])
        arrow.set_visible(room >= _SHORTEST)
