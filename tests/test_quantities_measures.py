"""Units and scales that the heads and captions of tables name."""

from __future__ import annotations

from decimal import Decimal

import pytest

from usmex_data.quantities.measures import combined, measure


@pytest.mark.parametrize(
    ("words", "unit", "factor"),
    [
        ("(in thousands)", "", 10**3),
        ("Herds (’000)", "", 10**3),
        ("(millions)", "", 10**6),
        ("(US$)", "USD", 1),
        ("Coal (TWh)", "TWh", 1),
        ("Fiscal balance (percent of GDP)", "percent", 1),
        ("Output per head (current US$)", "USD", 1),
        ("Exports by Port (millions of dollars)", "USD", 10**6),
        ("Exports, billions of U.S. dollars", "USD", 10**9),
        ("Exports in millions of pesos", "MXN", 10**6),
        ("Budget (billions, 2012 dollars)", "USD", 10**9),
        ("Debt (€ billions)", "EUR", 10**9),
        ("Debt ($bn)", "USD", 10**9),
        ("Thousand tons", "ton", 10**3),
        ("Deaths per 1,000 births", "per_thousand", 1),
        ("Output (thousand barrels per day)", "barrel/day", 10**3),
        ("GDP (annual % change)", "percent", 1),
        ("Rank", "rank", 1),
    ],
)
def test_measure(words, unit, factor):
    assert measure(words, whole=True) == (unit, Decimal(factor))


@pytest.mark.parametrize("words", ["Country", "Women in parliament", "Model (A)", "Years", "FY 2021", "(2015=100)"])
def test_no_measure(words):
    assert measure(words, whole=True) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["(%)", "(in millions)"], ("percent", 1)),
        (["(US$)", "(in millions)"], ("USD", 10**6)),
        (["(millions)", "(US$)"], ("USD", 10**6)),
        (["Population (millions)", "(billions of dollars)"], ("", 10**6)),
        (["2020", "Wages"], ("", 1)),
    ],
)
def test_the_nearest_comes_first(words, expected):
    found = combined(measure(each, whole=True) for each in words)
    assert found == (expected[0], Decimal(expected[1]))
