"""Pictograms: as many squares as the share has percent, and which of them are open."""

from __future__ import annotations

import matplotlib as mpl
import pytest

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.hedge import HATCH
from usmex_data.charts.shares import filled
from usmex_data.charts.style import COLOURS, GRID
from usmex_data.errors import UsmexDataError


@pytest.fixture
def squares():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Percent", name="x", alt=alt, height=2.3)
    charts.pictogram(figure, sample.shares()).finish()
    patches = figure.axes[0].patches
    return [patches[number : number + 100] for number in range(0, 400, 100)]


def count(patches, colour):
    return sum(patch.get_facecolor() == mpl.colors.to_rgba(colour) for patch in patches)


def test_a_bound_fills_its_squares_and_leaves_the_rest_open(squares):
    assert count(squares[0], COLOURS["MEX"].mark) == 80
    assert count(squares[0], "white") == 20
    assert count(squares[0], GRID) == 0


def test_about_is_open(squares):
    assert count(squares[1], COLOURS["MEX"].mark) == 0
    assert count(squares[1], "white") == 25
    assert count(squares[1], GRID) == 75


def test_a_range_is_open_between_its_ends(squares):
    assert count(squares[2], COLOURS["USA"].mark) == 15
    assert count(squares[2], "white") == 10


def test_a_target_is_hatched(squares):
    assert sum(patch.get_hatch() == HATCH for patch in squares[3]) == 55


@pytest.mark.parametrize(("row", "expected"), [(0, (80, 100)), (1, (25, 25)), (2, (15, 25)), (3, (55, 55))])
def test_how_many_squares_are_sure_and_possible(row, expected):
    assert filled(rows_of(sample.shares())[row]) == expected


@pytest.mark.parametrize("change", [{"unit": "ratio"}, {"value": 120, "value_low": 120, "value_high": 120}])
def test_what_is_no_share_is_refused(change):
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Percent", name="x", alt=alt)
    with pytest.raises(UsmexDataError, match="no share of a hundred"):
        charts.pictogram(figure, sample.shares().iloc[3:].assign(**change))
