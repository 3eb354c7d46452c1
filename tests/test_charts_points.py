"""Dots and slopes: where marks stand, what is written at them, what is refused."""

from __future__ import annotations

import pytest
from matplotlib.collections import LineCollection, PathCollection

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.hedge import Shape
from usmex_data.charts.points import reach
from usmex_data.errors import UsmexDataError


def new(height=2.4, **changes):
    alt = "A sentence that tells the finding to whoever cannot see it."
    return charts.figure(
        "A title that has just enough words", "What, unit, period", name="x", alt=alt, height=height, **changes
    )


def marks(figure, axes=0):
    dots = [each for each in figure.axes[axes].collections if isinstance(each, PathCollection)]
    return {dot.get_gid(): tuple(dot.get_offsets()[0]) for dot in dots}


def names(figure, axes=0):
    return [tick.get_text() for tick in figure.axes[axes].get_yticklabels()]


def said(figure):
    return [name for name, _box in figure.finish().layout.texts]


def test_each_row_stands_at_its_value_on_its_line():
    figure = charts.dots(new(), sample.prices(), by="geography")
    assert marks(figure) == {
        "mark-white-papers-50300": (12.0, 0.0),
        "mark-white-papers-50330": (8.4, 0.0),
        "mark-white-papers-50100": (6.8, 1.0),
        "mark-white-papers-50150": (5.5, 2.0),
    }


def test_lines_are_named_as_asked():
    assert names(charts.dots(new(), sample.wages(), names={"auto assembly": "Assembly"})) == [
        "Assembly",
        "engineering and R&D",
    ]


def test_every_mark_is_a_row():
    figure = charts.dots(new(), sample.prices(), by="geography", threshold=None)
    assert {row.claim_id for row in figure.rows} == {gid.removeprefix("mark-") for gid in marks(figure)}


def test_the_scale_begins_at_zero():
    assert charts.dots(new(), sample.prices()).axes[0].get_xlim()[0] == 0


def test_a_negative_value_opens_the_scale_below_zero():
    frame = sample.frame(
        sample.claim(
            "white-papers-1", "GDP fell by 9 percent.", "9 percent", value=-9, unit="percent", category="Mexico"
        )
    )
    low, high = charts.dots(new(), frame).axes[0].get_xlim()
    assert low < -9
    assert high >= 0


def test_limits_that_leave_a_row_out_are_refused():
    with pytest.raises(UsmexDataError, match="leaves rows out"):
        charts.dots(new(), sample.prices(), limits=(6, 14))


def test_a_threshold_is_a_line_across_all():
    figure = charts.dots(new(), sample.wages(), threshold=sample.wage_line())
    (line,) = [each for each in figure.axes[0].collections if each.get_gid() == "mark-white-papers-9100"]
    assert isinstance(line, LineCollection)
    assert {x for x, _y in line.get_segments()[0]} == {16.0}
    assert "at least $16 dollars per hour" in said(figure)


def test_a_threshold_stands_in_the_note():
    assert "white-papers-9100" in charts.dots(new(), sample.wages(), threshold=sample.wage_line()).note


def test_two_units_have_no_scale():
    import pandas as pd

    with pytest.raises(UsmexDataError, match=r"no scale in common: USD/hour .*, UScent/kWh"):
        charts.dots(new(), pd.concat([sample.wages(), sample.prices()]))


def test_the_first_rank_stands_on_the_right():
    quote = "Mexico is the second largest partner and the top source."
    frame = sample.frame(
        sample.claim("report-2022-1", quote, "second largest partner", value=2, unit="rank", category="partner"),
        sample.claim("report-2022-2", quote, "top source", value=1, unit="rank", category="source"),
    )
    ax = charts.dots(new(), frame).axes[0]
    assert ax.xaxis_inverted()
    assert [tick.get_text() for tick in ax.get_xticklabels()] == ["no. 1", "no. 2"]


def test_panels_have_one_width_and_keep_their_labels():
    figure = new(panels=2, height=1.9)
    for ax, (_indicator, rows) in zip(figure.axes, sample.gaps().groupby("indicator", sort=False), strict=True):
        charts.dots(figure, rows, ax=ax)
    figure.finish()
    widths = [ax.get_window_extent().width for ax in figure.axes]
    assert widths[0] == pytest.approx(widths[1], abs=1)
    boxes = dict(figure.layout.texts)
    assert boxes["34.9 percentage points"].x1 < figure.axes[1].get_window_extent().x0
    assert boxes["4.3 percentage points"].x0 > figure.axes[0].get_window_extent().x1


def test_a_slope_runs_through_its_steps_in_order():
    figure = charts.slope(new(2.2), sample.gas())
    assert [tick.get_text() for tick in figure.axes[0].get_xticklabels()] == ["2017", "2018", "2019"]
    (line,) = figure.axes[0].lines
    assert list(line.get_xdata()) == [0, 1, 2]
    assert list(line.get_ydata()) == [4.8, 4.9, 5.1]
    assert {"4.8 bcf", "4.9 bcf", "5.1 billion cubic feet per day"} <= set(said(figure))


def test_a_slope_takes_the_order_that_is_given():
    figure = charts.slope(new(2.2), sample.gas().iloc[::-1], steps=["2017", "2018", "2019"])
    assert list(figure.axes[0].lines[0].get_ydata()) == [4.8, 4.9, 5.1]


def test_a_slope_of_ranges_leads_to_both_ends():
    quote = "from $5 to $7 and then from $8 to $9"
    frame = sample.frame(
        *(
            sample.claim(f"white-papers-{low}", quote, text, value_low=low, value_high=high, modifier="range",
                         unit="USD", geography="MEX", period=str(2010 + low))
            for low, high, text in ((5, 7, "from $5 to $7"), (8, 9, "from $8 to $9"))
        )
    )  # fmt: skip
    lines = charts.slope(new(2.2), frame).axes[0].lines
    drawn = {tuple(line.get_ydata()) for line in lines if len(set(line.get_xdata())) == 2}
    assert drawn == {(5.0, 8.0), (7.0, 9.0)}


def test_two_rows_at_one_step_are_refused():
    with pytest.raises(UsmexDataError, match="no step of its own"):
        charts.slope(new(), sample.prices(), by="unit")


def arrows(figure):
    return {each.get_gid(): each for each in figure.axes[0].texts if getattr(each, "arrow_patch", None)}


def at_most(value, highest):
    """A bound on a scale that another row makes long, with its figure laid out."""
    quote = "Fewer than a few came, and then very many."
    few = sample.claim(
        "white-papers-1", quote, "a few", value_high=value, modifier="at_most", unit="person", category="a"
    )
    many = sample.claim("white-papers-2", quote, "very many", value=highest, unit="person", category="b")
    return charts.dots(new(1.8), sample.frame(few, many), limits=(0, 1.1 * highest)).finish()


@pytest.mark.parametrize("value", [8, 30, 200])
def test_an_arrow_towards_less_ends_at_zero(value):
    figure = at_most(value, 250)
    (arrow,) = arrows(figure).values()
    start, zero = figure.axes[0].transData.transform([(value, 0), (0, 0)])[:, 0]
    assert arrow.get_visible()
    assert start + arrow.xyann[0] * figure.canvas.dpi / 72 >= zero - 0.5
    assert arrow.xyann[0] < 0


def test_where_zero_is_too_near_the_words_alone_say_less():
    figure = at_most(1, 250)
    assert not any(arrow.get_visible() for arrow in arrows(figure).values())
    assert "a few" in said(figure)


def test_a_scale_that_goes_below_zero_keeps_the_whole_arrow():
    quote = "It grew by less than 1 percent, after a fall of 9 percent."
    rows = sample.frame(
        sample.claim(
            "white-papers-1", quote, "1 percent", value_high=1, modifier="at_most", unit="percent", category="a"
        ),
        sample.claim("white-papers-2", quote, "9 percent", value=-9, unit="percent", category="b"),
    )
    (arrow,) = arrows(charts.dots(new(1.8), rows).finish()).values()
    assert arrow.xyann[0] < -20


def test_an_arrow_towards_zero_has_room():
    figure = charts.dots(new(1.8), sample.visas(), colour_by="partner").finish()
    assert figure.layout.problems() == []


@pytest.mark.parametrize(
    ("kind", "axis", "inverted", "long"),
    [
        ("at_least", "x", False, 2),
        ("at_most", "x", False, 0),
        ("at_least", "y", False, 3),
        ("at_most", "y", False, 1),
        ("at_most", "x", True, 2),
    ],
)
def test_a_mark_reaches_as_far_as_its_arrow(kind, axis, inverted, long):
    sides = reach(Shape(kind), axis, inverted=inverted)
    assert max(sides) == sides[long] > 20
    assert sorted(sides)[2] < 10


def test_rows_may_be_given_as_such():
    assert len(charts.dots(new(), rows_of(sample.wages())).rows) == 2
