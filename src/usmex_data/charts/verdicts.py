"""Checks of the audit as marks: a strip a kind, the verdict by shape and colour, and what some of them say."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from usmex_data.charts.claim_rows import CheckRow, checks_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.labels import misquoted
from usmex_data.charts.style import INK, MUTED
from usmex_data.charts.text import Face, measure
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["verdicts"]

_FAILS: Final = "#A3123A"
_PALE: Final = "#A9B0B9"


@dataclass(frozen=True, slots=True)
class _Look:
    words: str
    several: str
    marker: str
    face: str
    edge: str
    text: str


# From the loudest to the quietest: told apart by shape alone, and by lightness alone where it is printed in grey.
_LOOKS: Final[Mapping[str, _Look]] = {
    "does_not_hold": _Look("does not hold", "do not hold", "D", _FAILS, _FAILS, _FAILS),
    "cannot_tell": _Look("undecided", "undecided", "o", "white", MUTED, MUTED),
    "read": _Look("judged from words", "judged from words", "v", "white", MUTED, MUTED),
    "compatible": _Look("compatible", "compatible", "s", "white", _PALE, MUTED),
    "holds_within_rounding": _Look("holds within rounding", "hold within rounding", "s", "white", MUTED, MUTED),
    "holds": _Look("holds", "hold", "s", _PALE, _PALE, MUTED),
}
_ORDER: Final = tuple(_LOOKS)
_SIZES: Final = {"D": 7.4, "o": 8.0, "s": 7.6, "v": 8.0}
_KEY: Final = Face(9.5, MUTED, weight="semibold")
_KEY_LINE: Final = -1.9
_STRIP: Final = 0.8
"""Of the figure's width, at least: the names of the kinds take the rest."""
_APART: Final = 0.45
"""Between two kinds, in lines."""
_WIDEST: Final = 30
"""Marks of a strip beside each other; further ones stand below."""
_BELOW: Final = 0.85


def verdicts(
    figure: Figure,
    checks: pd.DataFrame | Sequence[CheckRow],
    kinds: Mapping[str, str],
    *,
    told: Mapping[str, str] | None = None,
    said: Mapping[str, Sequence[str]] | None = None,
) -> Figure:
    """The figure, with a mark for each check in a strip for its kind, the worst first, under a key with their numbers.

    ``kinds`` are the names of the kinds, in the order of the strips. A check of ``told`` has a line of its own with
    these words beside it; what they quote stands in the check's sentences, which are ``said``. Raises
    :class:`~usmex_data.errors.UsmexDataError` for a kind without name, and for words that no sentence has.
    """
    told, rows = told or {}, checks_of(checks)
    _check(rows, kinds, told, said or {}, figure.name)
    ax = figure.axes[0]
    line, names = 0.0, []
    for kind, name in kinds.items():
        of_kind = sorted((row for row in rows if row.kind == kind), key=lambda row: _ORDER.index(row.verdict))
        names.append((line, name))
        for row in (row for row in of_kind if row.check_id in told):
            _mark(ax, row, 0, line)
            ax.text(0.9, line, told[row.check_id], color=_LOOKS[row.verdict].text, fontsize=10, va="center_baseline")
            line += 1
        strip = [row for row in of_kind if row.check_id not in told]
        for place, row in enumerate(strip):
            _mark(ax, row, place % _WIDEST, line + place // _WIDEST * _BELOW)
        line += (1 + (len(strip) - 1) // _WIDEST * _BELOW if strip else 0) + _APART
    ax.set_xlim(-0.6, _WIDEST - 0.2)
    ax.set_ylim(line - _APART - 0.4, _KEY_LINE - 0.5)
    ax.set_yticks([place for place, _name in names], [name for _place, name in names])
    ax.tick_params(axis="y", labelcolor=INK, labelsize=10.5, pad=8)
    ax.xaxis.set_visible(False)
    ax.spines["bottom"].set_visible(False)
    _key(figure, rows)
    figure.checks += rows
    return figure


def _check(
    rows: Sequence[CheckRow],
    kinds: Mapping[str, str],
    told: Mapping[str, str],
    said: Mapping[str, Sequence[str]],
    where: str,
) -> None:
    for row in rows:
        if row.kind not in kinds or row.verdict not in _LOOKS:
            raise UsmexDataError(f"{row.check_id} is {row.kind}, {row.verdict}: no strip is for it", where=where)
    for name, words in told.items():
        if name not in {row.check_id for row in rows}:
            raise UsmexDataError(f"{name} has words but is not drawn", where=where)
        if wrong := misquoted(words, said.get(name, ())):
            raise UsmexDataError(f"no sentence of {name} says {wrong!r}", where=where)


def _mark(ax: Axes, row: CheckRow, x: float, y: float) -> None:
    look = _LOOKS[row.verdict]
    mark = _drawn(ax, look, x, y)
    mark.set_gid(f"mark-check-{row.check_id}")


def _drawn(ax: Axes, look: _Look, x: float, y: float) -> Any:
    size = _SIZES[look.marker]
    style = {"markersize": size, "markerfacecolor": look.face, "markeredgecolor": look.edge, "markeredgewidth": 1.4}
    return ax.plot([x], [y], look.marker, clip_on=False, zorder=3, **style)[0]  # type: ignore[arg-type]


def _key(figure: Figure, rows: Sequence[CheckRow]) -> None:
    ax = figure.axes[0]
    low, high = ax.get_xlim()
    pixels = _STRIP * figure.canvas.bbox.width / (high - low)
    left, line = 0.0, _KEY_LINE
    for verdict, look in _LOOKS.items():
        number = sum(row.verdict == verdict for row in rows)
        if not number:
            continue
        words = f"{number} {look.words if number == 1 else look.several}"
        width = 2.2 + measure(figure.canvas, words, _KEY) / pixels
        if left and left + width > high + 2.2:
            # The key goes on in a line below, and close to the first strip.
            left, line = 0.0, line + _BELOW
        _drawn(ax, look, left, line)
        ax.text(left + 0.7, line, words, color=look.text, va="center_baseline", fontproperties=_KEY.properties)
        left += width
