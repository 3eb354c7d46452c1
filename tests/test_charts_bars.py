"""Bars and compositions: lengths, hatches, sums."""

from __future__ import annotations

import matplotlib as mpl
import pytest
from matplotlib.text import Annotation

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.hedge import HATCH
from usmex_data.errors import UsmexDataError


def new(height=2.2):
    alt = "A sentence that tells the finding to whoever cannot see it."
    return charts.figure("A title that has just enough words", "What, unit, period", name="x", alt=alt, height=height)


def blocks(figure):
    return {patch.get_gid(): patch for patch in figure.axes[0].patches if patch.get_gid()}


def is_open(patch):
    return patch.get_facecolor() == mpl.colors.to_rgba("white")


@pytest.fixture
def bars():
    return charts.bars(new(), sample.shares(), by="subject")


def test_bars_start_at_zero(bars):
    assert bars.axes[0].get_xlim()[0] == 0
    assert blocks(bars)["mark-forum-page-100"].get_x() == 0
    assert blocks(bars)["mark-forum-page-100"].get_width() == 80


def test_about_is_an_open_bar(bars):
    assert is_open(blocks(bars)["mark-forum-page-120"])
    assert not is_open(blocks(bars)["mark-forum-page-100"])


def test_a_range_is_open_between_its_ends(bars):
    sure, open_part = blocks(bars)["mark-forum-page-140"], blocks(bars)["mark-forum-page-140-1"]
    assert (sure.get_width(), open_part.get_x(), open_part.get_width()) == (15, 15, 10)
    assert is_open(open_part)
    assert not is_open(sure)


def test_a_target_is_hatched(bars):
    assert blocks(bars)["mark-forum-page-160"].get_hatch() == HATCH
    assert blocks(bars)["mark-forum-page-100"].get_hatch() is None


def test_a_bound_goes_on(bars):
    (arrow,) = [each for each in bars.axes[0].texts if isinstance(each, Annotation)]
    assert arrow.get_gid() == "mark-forum-page-100-arrow"
    assert arrow.xyann[0] > 0


def test_labels_are_the_sources_words(bars):
    said = {name for name, _box in bars.finish().layout.texts}
    assert {"Over 80%", "about 25%", "15-25%", "55%"} <= said


def test_bars_below_zero_are_refused():
    frame = sample.frame(sample.claim("white-papers-1", "It fell by 9 %.", "9 %", value=-9, unit="percent"))
    with pytest.raises(UsmexDataError, match="bars start at zero"):
        charts.bars(new(), frame)


def compose(parts=None, whole=None, **more):
    rows = sample.labor()
    return charts.composition(
        new(1.5), rows.iloc[1:] if parts is None else parts, rows.iloc[0] if whole is None else whole, **more
    )


def test_parts_stand_beside_each_other():
    drawn = blocks(compose(rest="at any wage"))
    first, second = drawn["mark-white-papers-10215"], drawn["mark-white-papers-10320"]
    assert (first.get_x(), first.get_width()) == (0, 15)
    assert (second.get_x(), second.get_width()) == (15, 25)
    assert first.get_hatch() == HATCH


def test_the_rest_fills_a_hundred():
    assert compose(rest="at any wage").axes[0].get_xlim()[1] == 100
    assert compose().axes[0].get_xlim()[1] == 40


def test_the_bracket_spans_the_whole():
    figure = compose(rest="at any wage")
    (bracket,) = figure.axes[0].lines
    assert (min(bracket.get_xdata()), max(bracket.get_xdata())) == (0, 40)
    assert bracket.get_gid() == "mark-white-papers-10210"


def test_parts_and_whole_are_named_in_the_sources_words():
    said = {name for name, _box in compose(rest="at any wage").finish().layout.texts}
    assert {"40% labor value content", "15% research and development", "25% manufacturing"} <= said


def test_parts_that_do_not_add_up_are_refused():
    with pytest.raises(UsmexDataError, match="15% is not 40%"):
        compose(parts=sample.labor().iloc[1:2])


def test_hedged_parts_do_not_stack():
    rows = sample.labor()
    rows.loc[1, "modifier"] = "approx"
    with pytest.raises(UsmexDataError, match="only exact figures stack"):
        compose(parts=rows.iloc[1:])
