"""Axes: how each unit is written."""

from __future__ import annotations

import pandas as pd
import pytest

import charts_rows as sample
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.scales import common_unit, tick_formatter
from usmex_data.errors import UsmexDataError


@pytest.mark.parametrize(
    ("unit", "value", "written"),
    [
        ("percent", 40, "40%"),
        ("percent", 2.5, "2.5%"),
        ("percentage_point", 34.9, "34.9"),
        ("USD/hour", 16, "$16"),
        ("USD", 1.5e9, "$1.5 billion"),
        ("USD", -2e6, "−$2 million"),
        ("USD", 3.5e12, "$3.5 trillion"),
        ("USD/MWh", 104, "$104"),
        ("UScent/kWh", 8.4, "8.4¢"),
        ("person", 260000, "260,000"),
        ("person", 5e6, "5 million"),
        ("rank", 2, "no. 2"),
        ("ratio", 4, "4×"),
        ("bcf/day", 5.1, "5.1"),
        ("percent", -9, "−9%"),
        ("degC", 1.5, "1.5 °C"),
    ],
)
def test_a_value_is_written_as_readers_know_it(unit, value, written):
    assert tick_formatter(unit)(value, 0) == written


def test_one_unit_is_common():
    assert common_unit(rows_of(sample.gas())) == "bcf/day"


def test_two_units_are_an_error_that_names_them():
    with pytest.raises(UsmexDataError, match=r"bcf/day \(white-papers-40050\), UScent/kWh"):
        common_unit(rows_of(pd.concat([sample.gas(), sample.prices()])))
