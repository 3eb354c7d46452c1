"""Fractions and odds: shares in percent, parts of a scale word, and what only looks like either."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import values
from usmex_data.quantities.numeral_patterns import plain, share


@pytest.mark.parametrize(
    ("text", "written", "percent"),
    [
        ("a third of exports", "third", "33.3333"),
        ("two-thirds of imports", "two-thirds", "66.6667"),
        ("two thirds of imports", "two thirds", "66.6667"),
        ("three quarters of adults", "three quarters", "75"),
        ("half of the fleet", "half", "50"),
        ("fell by almost half.", "half", "50"),
        ("rose by a quarter.", "quarter", "25"),
        ("a tenth of the crop", "tenth", "10"),
        ("nine-tenths of the law", "nine-tenths", "90"),
        ("three in five voters", "three in five", "60"),
        ("1 in 10 households", "1 in 10", "10"),
        ("one out of every four", "one out of every four", "25"),
        ("one girl in twelve had left", "one girl in twelve", "8.3333"),
        ("4 out of 10 recovered", "4 out of 10", "40"),
        ("a 50-50 chance", "50-50", "50"),
        ("a fifty-fifty chance", "fifty-fifty", "50"),
        ("¼ of it is transport", "¼", "25"),
        ("3/4 of adults", "3/4", "75"),
        ("a thousandth of the cost", "thousandth", "0.1"),
    ],
)
def test_share(text, written, percent):
    assert values(text) == [(written, Decimal(percent))]


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("a quarter of a million jobs", "quarter of a million", "250000"),
        ("half a billion dollars", "half a billion", "500000000"),
        ("three quarters of a million", "three quarters of a million", "750000"),
        ("two and a half million people", "two and a half million", "2500000"),
        ("five and three quarters miles", "five and three quarters", "5.75"),
    ],
)
def test_part_of_a_number(text, written, value):
    assert values(text) == [(written, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("five in three", [("five", "5"), ("three", "3")]),  # more than all
        ("two schools in three cities", [("two", "2"), ("three", "3")]),
        ("5 in 20 percent", [("5", "5"), ("20", "20")]),
        ("sixteen of the 40 quarters", [("sixteen", "16"), ("40", "40")]),
        ("3 in 2019", [("3", "3"), ("2019", "2019")]),
        ("half measures", []),
        ("the latter half", []),
    ],
)
def test_no_share(text, expected):
    assert values(text) == [(written, Decimal(value)) for written, value in expected]


def test_share_has_four_places_at_most():
    assert share(Decimal(1), Decimal(7)) == Decimal("14.2857")
    assert str(plain(Decimal("2.500"))) == "2.5"
    assert str(plain(Decimal("1E+3"))) == "1000"
