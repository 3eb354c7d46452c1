"""Figures in prose: what counts as one, what it is worth, how it is hedged."""

from __future__ import annotations

from decimal import Decimal

import pytest

from usmex_data.notebooks.figures import figures, hedge_class, numbers, years


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("over 260,000 people", ["260,000"]),
        ("62.5% of it", ["62.5%"]),
        ("62.5 % of it.", ["62.5 %"]),
        ("It costs $16.", ["$16"]),
        ("$5–7 an hour", ["$5", "7"]),
        ("some five million jobs", ["five million"]),
        ("a third of it", ["a third"]),
        ("two-thirds and three quarters", ["two-thirds", "three quarters"]),
        ("fifty consulates", ["fifty"]),
        ("half of all, and twice as much", ["half", "twice"]),
        ("it doubled", ["doubled"]),
        ("tens of millions", ["tens", "millions"]),
        ("5 percent", ["5", "percent"]),
        ("1½ times", ["1", "½"]),
        ("the two papers, three countries and one rule", []),
        ("the first of them, the third paper", []),
        ("G20, COVID-19, H1N1, CO2 and COP-26", []),
        ("no figure", []),
        ("34.9 against 12.6, 9.1", ["34.9", "12.6", "9.1"]),
    ],
)
def test_figures_are_found_in_digits_and_words(text, found):
    assert [figure.text for figure in figures(text)] == found
    assert all(text[figure.start : figure.end] == figure.text for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("in 2019 it", True),
        ("in 2019.", True),
        ("the 1990s", True),
        ("2,019", False),
        ("$2019", False),
        ("2019%", False),
        ("3019", False),
    ],
)
def test_a_year_is_told_from_a_figure(text, year):
    assert [figure.year for figure in figures(text)] == [year]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("$616.38 billion", ["616380000000"]),
        ("$3.5–4 billion", ["3500000000", "4000000000"]),
        ("between 3 and 4 billion", ["3", "4000000000"]),
        ("3 to 4 million", ["3000000", "4000000"]),
        ("447,000 vehicles", ["447000"]),
        ("5.1", ["5.1"]),
        ("none", []),
    ],
)
def test_numbers_are_worth_what_they_say(text, values):
    assert numbers(text) == [Decimal(value) for value in values]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("over 260,000", "at_least"),
        ("well over $1", "at_least"),
        ("fewer than 8,000", "at_most"),
        ("up to 40%", "at_most"),
        ("about 5", "approx"),
        ("some 5%", "approx"),
        ("close to the $16", "approx"),
        ("$16 or more", "at_least"),
        ("5.1 bcf", ""),
        ("only 5", ""),
        ("the 5", ""),
        ("about half", ""),
    ],
)
def test_the_hedge_beside_a_figure_is_read(text, kind):
    assert hedge_class(text) == kind


def test_years_of_periods():
    assert years(["1994/2016", "2019-04", "the 1990s", "2008/.."]) == {"1994", "2016", "2019", "1990s", "2008"}
