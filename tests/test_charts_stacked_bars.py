"""Bars of a hundred: where pieces begin and end, what is left, what is open."""

from __future__ import annotations

import matplotlib as mpl
import pytest

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.hedge import HATCH
from usmex_data.errors import UsmexDataError


def new(height=3.0):
    alt = "A sentence that tells the finding to whoever cannot see it."
    return charts.figure("A title that has just enough words", "Percent", name="x", alt=alt, height=height)


def pieces(figure):
    return {patch.get_gid(): patch for patch in figure.axes[0].patches if patch.get_gid()}


@pytest.fixture
def lines():
    every = sample.shares()
    return {"Exports": [every.iloc[0]], "Two parts": [every.iloc[1], every.iloc[[3]]], "Fuel": [every.iloc[2:3]]}


def test_pieces_stand_side_by_side(lines):
    found = pieces(charts.stacked_bars(new(), lines, by="subject"))
    first, second = found["mark-forum-page-120"], found["mark-forum-page-160"]
    assert (first.get_x(), first.get_width()) == (0, 25)
    assert (second.get_x(), second.get_width()) == (25, 55)


def test_a_bound_is_filled_as_far_as_it_is_sure_and_open_to_the_end(lines):
    found = pieces(charts.stacked_bars(new(), lines, by="subject"))
    sure, rest = found["mark-forum-page-100"], found["mark-forum-page-100-1"]
    assert (sure.get_x(), sure.get_width(), rest.get_x(), rest.get_width()) == (0, 80, 80, 20)
    assert rest.get_facecolor() == mpl.colors.to_rgba("white")


def test_a_range_is_open_between_its_ends(lines):
    found = pieces(charts.stacked_bars(new(), lines, by="subject"))
    assert (found["mark-forum-page-140"].get_width(), found["mark-forum-page-140-1"].get_width()) == (15, 10)


def test_hedge_and_status_are_those_of_the_row(lines):
    found = pieces(charts.stacked_bars(new(), lines, by="subject"))
    assert found["mark-forum-page-120"].get_facecolor() == mpl.colors.to_rgba("white")
    assert found["mark-forum-page-160"].get_hatch() == HATCH


def test_every_line_is_a_hundred_long(lines):
    ax = charts.stacked_bars(new(), lines, by="subject").axes[0]
    assert ax.get_xlim() == (0, 100)
    assert [patch.get_width() for patch in ax.patches].count(100) == len(lines)
    assert [label.get_text() for label in ax.get_yticklabels()] == list(lines)


def test_what_is_left_is_ours_and_drawn_by_no_piece(lines):
    rest = sample.shares().iloc[[1]].assign(claim_id="calc-rest", text="75%", value=75, value_low=75, value_high=75)
    rest = rest.assign(formula="100 − 25 = 75%", inputs="forum-page-120", modifier="exact")
    figure = charts.stacked_bars(new(), {"Jobs": [lines["Two parts"][0], rest]}, by="subject")
    assert "mark-calc-rest" not in pieces(figure)
    assert "75%" in figure.finish().svg()
    assert "Our calculation: 100 − 25 = 75%" in figure.note


def test_names_stand_below_the_words(lines):
    figure = charts.stacked_bars(new(), lines, by="subject", names={"exports": "of all exports"}).finish()
    assert "of all exports" in figure.svg()


@pytest.mark.parametrize("change", [{"unit": "ratio"}, {"value": 120, "value_low": 120, "value_high": 120}])
def test_what_is_no_share_is_refused(change):
    with pytest.raises(UsmexDataError, match="no piece"):
        charts.stacked_bars(new(), {"One": [sample.shares().iloc[3:].assign(**change)]})


def test_pieces_of_more_than_a_hundred_are_refused():
    two = sample.shares().iloc[[0, 3]]
    with pytest.raises(UsmexDataError, match="no piece"):
        charts.stacked_bars(new(), {"Both": [two]}, by="subject")


def shared(value):
    """Two lines that start from opposite ends, and what they are said to share."""
    first = sample.shares().iloc[[0]]
    ours = {"text": f"{value}%", "value": value, "value_low": value, "value_high": value, "modifier": "exact"}
    ours |= {"formula": f"= {value}%", "inputs": "forum-page-100", "subject": "is both"}
    rest = (
        sample.shares()
        .iloc[[3]]
        .assign(claim_id="calc-rest", **ours | {"text": "45%", "value": 45, "value_low": 45, "value_high": 45})
    )
    lines = {"Place": [first], "Purpose": [rest, sample.shares().iloc[[3]]]}
    return charts.stacked_bars(
        new(), lines, by="subject", both=sample.shares().iloc[[3]].assign(claim_id="calc-both", **ours)
    )


def test_what_two_lines_share_is_dark_in_both_and_named_below():
    figure = shared(35)  # 80 from the left, 55 from the right
    dark = [patch for patch in figure.axes[0].patches if patch.get_alpha() not in {None, 1}]
    assert [(patch.get_x(), patch.get_width()) for patch in dark] == [(45, 35), (45, 35)]
    assert "35% is both" in {name for name, _box in figure.finish().layout.texts}


def test_a_share_that_the_lines_do_not_have_is_refused():
    with pytest.raises(UsmexDataError, match="not what the pieces share, 35%"):
        shared(30)
