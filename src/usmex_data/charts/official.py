"""Official figures beside the claims: in grey, marked as not from the texts, with a source note of their own."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from usmex_data.addresses import official_anchor
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.charts.figure import Figure
from usmex_data.charts.labels import AROUND, Side, Words
from usmex_data.charts.scales import tick_formatter
from usmex_data.charts.style import Colour
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["GREY", "official", "official_rows"]

GREY: Final = Colour("#8A9099", "#5A5F66")
_SIZE: Final = 5.5
_REACH: Final = 4.0


def official(
    figure: Figure,
    rows: pd.DataFrame | pd.Series[Any] | Sequence[Row],
    *,
    at: Mapping[str, float],
    column: str = "period",
    along: Literal["x", "y"] = "x",
    joined: bool = True,
    label: Words | None = None,
    sides: tuple[Side, ...] = AROUND,
    ax: Axes | None = None,
    second_hand: bool = False,
) -> Figure:
    """The figure, with official figures as small grey squares, joined by a grey line: a series beside the claims.

    ``rows`` are rows of ``um.record()``. ``at`` says where on the axis ``along`` each word of ``column`` stands, and
    picks the rows; values run along the other axis. ``label`` is a pattern with the row's columns in braces; without
    it the marks have no words, and the note under the figure names them. What was read second hand is drawn only with
    ``second_hand=True``. Raises ``UsmexDataError`` for such a row, and where no row is left to draw.
    """
    ax = ax or figure.axes[0]
    given = official_rows(rows, second_hand=second_hand) if _is_record(rows) else rows_of(cast("Sequence[Row]", rows))
    marks = [row for row in given if row.get(column) in at]
    if not marks:
        raise UsmexDataError(f"no official figure has a {column} of {', '.join(at)}", where=figure.name)
    places = [(at[row.get(column)], float(row.value or 0)) for row in marks]
    points = [place if along == "x" else (place[1], place[0]) for place in places]
    if joined and len(points) > 1:
        ax.plot(*zip(*points, strict=True), color=GREY.mark, lw=1.2, zorder=2, gid="official")
        figure.paths.append((ax, points))
    for row, (x, y) in zip(marks, points, strict=True):
        mark = ax.scatter(x, y, s=_SIZE**2, marker="s", color=GREY.mark, zorder=3, clip_on=False)
        mark.set_gid(f"mark-{row.claim_id}")
        figure.drawn(ax, row, (x, y, x, y), pad=(_REACH,) * 4, label=label, sides=sides, colour=GREY.text)
    return figure


def official_rows(rows: object, *, second_hand: bool = False) -> tuple[Row, ...]:
    """The rows of ``um.record()``, or one of them, as charts draw them: in grey, with the publisher in the note.

    Raises ``UsmexDataError`` for rows that are none of the record's, and for one that was read second hand unless
    ``second_hand`` says that the chart tells so.
    """
    if not _is_record(rows):
        raise UsmexDataError("these rows are no official figures", remedy="take them from usmex_data.record()")
    frame: Any = rows if hasattr(rows, "columns") else cast("Any", rows).to_frame().T
    records = cast("list[dict[str, Any]]", frame.to_dict(orient="records"))
    weak = [str(each["official_id"]) for each in records if each["origin"] == "second_hand"]
    if weak and not second_hand:
        raise UsmexDataError(
            f"{', '.join(weak[:3])}: read second hand",
            remedy="leave such rows out, or say so in the figure and pass second_hand=True",
        )
    return tuple(_row(each) for each in records if not _empty(each["value"]))


def _is_record(rows: object) -> bool:
    return "official_id" in getattr(rows, "columns", getattr(rows, "index", ()))


def _row(each: Mapping[str, Any]) -> Row:
    value = Decimal(str(each["value"]))
    value = value.quantize(Decimal(1)) if value == value.to_integral_value() else value
    text = tick_formatter(str(each["unit"]))(float(value), None)
    return Row(
        claim_id=official_anchor(str(each["official_id"])),
        source="",
        section=_words(each["series_or_table"]),
        text=text,
        quote=text,
        quote_start=0,
        quote_end=len(text),
        value=value,
        low=value,
        high=value,
        unit=str(each["unit"]),
        modifier="exact",
        status=str(each["status"]),
        indicator=_words(each["indicator"]),
        category=_words(each["category"]),
        geography=_words(each["geography"]),
        partner=_words(each["partner"]),
        period=_words(each["period"]),
        change=_words(each["change"]),
        attribution=_words(each["publisher"]),
    )


def _words(cell: object) -> str:
    return "" if _empty(cell) else str(cell)


def _empty(cell: object) -> bool:
    return cell is None or str(cell) in {"", "nan", "<NA>"}
