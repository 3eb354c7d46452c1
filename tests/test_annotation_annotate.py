"""Sentences read as a whole: value, bounds, unit, hedge, span and what no claim comes of."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import claim, claims, readings


@pytest.mark.parametrize(
    ("text", "span", "amounts", "unit"),
    [
        ("Trade reached $616.38 billion.", "$616.38 billion", ("616380000000", "616380000000", "616380000000"), "USD"),
        ("Some five million jobs depend on it.", "Some five million", ("5000000", None, None), "count"),
        ("Over 260,000 people came.", "Over 260,000", ("260000", "260000", None), "person"),
        ("Fewer than 5 days of gas are kept.", "Fewer than 5 days", ("5", None, "5"), "day"),
        ("It pays between $5 and $7 per hour.", "between $5 and $7 per hour", (None, "5", "7"), "USD/hour"),
        ("It fell by almost half.", "almost half", ("50", None, None), "percent"),
        ("It lost €2.1\nbillion then.", "€2.1 billion", ("2100000000", "2100000000", "2100000000"), "EUR"),
    ],
)
def test_claim(text, span, amounts, unit):
    found = claim(text)
    expected = tuple(Decimal(each) if each else None for each in amounts)
    assert (found.text, found.unit) == (span, unit)
    assert (found.value, found.value_low, found.value_high) == expected
    assert text[found.start : found.end].replace("\n", " ") == span


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("It is 0.35% of GDP.", "of GDP"),
        ("Four of the six met.", "of the six"),
        ("It is four times greater than in 1994.", "than in 1994"),
        ("Rates rose 25 points to 34 points.", ""),
    ],
)
def test_base(text, base):
    assert claims(text)[0].base == base


def test_amount_said_again_keeps_its_rate():
    first, second = claims("Firms must pay $16 per hour. The $16 wage is high.")
    assert (first.unit, second.unit, second.inferred) == ("USD/hour", "USD/hour", ("unit",))


def test_nothing_numeric_is_lost():
    found = readings("On June 1, 2022, Article 34.7 let 5 million people leave on Route 66.")
    assert [reading.disposition for reading in found] == ["date", "reference", "claim", "name"]


def test_headings_hold_no_claims_of_small_numbers():
    assert claims("# Five steps\n\nThe text begins here and says nothing of numbers.") == []


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No figure at all.", "\0"])
def test_texts_without_figures(text):
    assert readings(text) == []


def test_a_published_date_that_is_none_is_no_error():
    assert claim("Output was 9 GW in 2040.", published="soon").status == "reported"
