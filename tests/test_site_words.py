"""Codes of rows in words."""

from __future__ import annotations

import pytest

from usmex_data.site.words import number, unit, value


@pytest.mark.parametrize(
    ("digits", "words"),
    [
        ("616380000000", "616.38 billion"),
        ("3500000000000", "3.5 trillion"),
        ("5000000", "5 million"),
        ("447000", "447,000"),
        ("1234.5", "1,234.5"),
        ("66.6667", "66.6667"),
        ("100", "100"),
        ("0", "0"),
        ("-2500000", "-2.5 million"),
        ("0.35", "0.35"),
    ],
)
def test_number(digits, words):
    assert number(digits) == words


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("percent", "%"),
        ("percentage_point", " percentage points"),
        ("USD/hour", " USD per hour"),
        ("person/year", " people per year"),
        ("year", " years"),
        ("bcf/day", " billion cubic feet per day"),
        ("count", ""),
        ("", ""),
        ("furlong", " furlong"),
    ],
)
def test_unit(code, words):
    assert unit(code) == words


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"value": "1", "unit": "year"}, "1 year"),
        ({"value": "2", "unit": "rank"}, "rank 2"),
        ({"value_low": "5", "value_high": "7", "unit": "USD/hour", "modifier": "range"}, "5 to 7 USD per hour"),
        ({"value_low": "5", "unit": "USD", "modifier": "range"}, "5 USD"),
        ({"unit": "USD"}, "not stated"),
        ({"value": "5000000", "unit": "person", "modifier": "approx"}, "about 5 million people"),
        ({"value": "260000", "unit": "person/year", "modifier": "at_least"}, "260,000 people per year or more"),
        ({"value": "8000", "unit": "person", "modifier": "at_most"}, "8,000 people or less"),
        ({"value": "34.9", "value_low": "34.9", "value_high": "34.9", "unit": "percent"}, "34.9%"),
    ],
)
def test_value(cells, words):
    empty = {"value": "", "value_low": "", "value_high": "", "unit": "", "modifier": "exact"}
    assert value(empty | cells) == words
