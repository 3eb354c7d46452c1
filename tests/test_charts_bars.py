"""Bars: lengths, hatches, bounds."""

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
