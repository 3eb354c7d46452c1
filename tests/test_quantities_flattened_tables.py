"""Rows of tables: negatives in parentheses, signs before digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import figures
from usmex_data.document import read
from usmex_data.quantities import find
from usmex_data.quantities.flattened_tables import heads


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Finland (6.6) (5.7) 3.8", ["-6.6", "-5.7", "3.8"]),
        ("Greece 5,946 –11.0 3.4 12", ["5946", "-11.0", "3.4", "12"]),
        ("Ireland 5,233 +15.8 1.9 26", ["5233", "15.8", "1.9", "26"]),
    ],
)
def test_row(row, expected):
    assert [value for _, value, *_ in figures(row)] == [Decimal(value) for value in expected]


def test_parentheses_in_prose_negate_nothing():
    found = figures("The share (6.6) stood above that of all the other members of the union in each year.")
    assert [value for _, value, *_ in found] == [Decimal("6.6")]


@pytest.mark.parametrize(
    ("words", "units"),
    [
        ("Balance (€ billion) Debt (per cent of GDP)", [("EUR", 10**9), ("percent", 1)]),
        ("Country € million Change on 2015 (%) Rank in EU", [("EUR", 10**6), ("percent", 1), ("rank", 1)]),
        ("Output (GW) Price ($/MWh)", [("GW", 1), ("USD/MWh", 1)]),
        ("Sales (US$ million) Staff (thousand people)", [("USD", 10**6)]),
        ("The tariff (a tax) and the quota (a limit) ended.", []),
        ("The share (%) fell.", []),
    ],
)
def test_heads(words, units):
    found = [(head.unit, head.factor) for head in heads(words)]
    assert found == (units if len(units) > 1 else [])


TABLE = """Table 2 Trade and growth, selected members
Exports (US$ million) Growth (%)
2020 2021 2020 2021
Chile (6.6) 5.7 1.2 2.4
Peru 4.1 .. 3.3 (0.8)

In prose that follows the table 40 schools closed, 12 opened and 7 moved.
"""


def test_cells_have_the_units_of_their_heads():
    document = read(TABLE)
    found = [(item.value, item.unit) for item in find(document) if item.disposition in ("", "claim")]
    millions = [("-6600000", "USD"), ("5700000", "USD"), ("1.2", "percent"), ("2.4", "percent")]
    peru = [("4100000", "USD"), ("3.3", "percent"), ("-0.8", "percent")]
    prose = [("40", ""), ("12", ""), ("7", "")]
    assert found == [(Decimal(value), unit) for value, unit in [*millions, *peru, *prose]]


def test_rows_that_the_heads_do_not_divide_keep_their_numbers():
    document = read("Balance (€ billion) Debt (%) Chile 1.1 2.2 3.3")
    assert [item.unit for item in find(document) if not item.disposition] == ["", "", ""]
