"""Units that compare: what goes onto one scale, and what never does."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

from usmex_data.catalogue.unit import Unit
from usmex_data.errors import UsmexDataError
from usmex_data.tables.comparable import convert, converted
from usmex_data.tables.fields import meaning
from usmex_data.tables.load import load, table_rows

# Worked out by hand: 1 kWh is 0.001 MWh; a barrel is 42 gallons of 3.785411784 liters; 1 MMBtu is 0.293071 MWh;
# a year of the calendar is 365.25 days.
SAME = [
    ("6.8", "UScent/kWh", "68", "USD/MWh"),
    ("3", "USD/MMBtu", "10.2364", "USD/MWh"),
    ("2", "MXN/kWh", "2000", "MXN/MWh"),
    ("1000", "barrel", "158.987", "cubic_meter"),
    ("1", "bcf/day", "10342728218", "cubic_meter/year"),
    ("3", "GW", "3000", "MW"),
    ("700", "person/day", "255675", "person/year"),
    ("5", "per_thousand", "0.5", "percent"),
    ("25", "basis_point", "0.25", "percentage_point"),
    ("60", "mile/hour", "96.56064", "kilometer/hour"),
]
STAYS = [
    "USD",
    "USD/hour",
    "USD/year",
    "MXN/USD",
    "percent",
    "ratio",
    "rank",
    "count",
    "person",
    "tCO2",
    "degC",
    "gadget",
]


@pytest.mark.parametrize(("value", "unit", "expected", "to"), SAME)
def test_figures_of_one_kind(value, unit, expected, to):
    assert Unit.of(unit).comparable == to
    assert float(converted(Decimal(value), unit)) == pytest.approx(float(expected), rel=1e-5)


@pytest.mark.parametrize("unit", STAYS)
def test_what_is_like_nothing_else_stays(unit):
    assert Unit.of(unit).comparable == unit
    assert converted(Decimal("1.5"), unit) == Decimal("1.5")


def test_every_unit_has_one_that_is_its_own():
    for row in table_rows(meaning("units")):
        to = Unit.of(row[0]).comparable
        assert Unit.of(to).comparable == to
        assert convert(1.0, row[0], to) > 0


def test_series_are_converted_as_they_are():
    prices = pd.Series([6.8, 5.0])
    assert list(convert(prices.to_numpy(), "UScent/kWh", "USD/MWh")) == pytest.approx([68, 50])


@pytest.mark.parametrize(("unit", "to"), [("USD", "MXN"), ("barrel", "USD"), ("person", "vehicle"), ("GW", "GWh")])
def test_different_things_are_not_converted(unit, to):
    with pytest.raises(UsmexDataError, match="cannot be converted"):
        convert(1, unit, to)


def test_a_unit_that_there_is_not():
    with pytest.raises(UsmexDataError, match="smoot"):
        convert(1, "smoot", "meter")


def test_facts_on_one_scale_keep_their_order():
    prices = load("facts").query("comparable_unit == 'USD/MWh'").dropna(subset=["comparable_value"])
    assert len(set(prices["unit"])) > 1
    for _, same in prices.groupby("unit", observed=True):
        assert (same["value"].rank() == same["comparable_value"].rank()).all()
