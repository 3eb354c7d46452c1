"""Arithmetic on claims: what they leave open stays open."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

import charts_rows as sample
from usmex_data.charts.claim_rows import rows_of
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.amounts import Amount, amount, plain

INFINITE = Decimal("Infinity")
RANGE, ABOUT = (amount(row) for row in rows_of(sample.wages()))
AT_LEAST = amount(sample.wage_line())
MANY, FEW = (amount(row) for row in rows_of(sample.visas()))
MEXICO, STATES = (amount(row) for row in rows_of(sample.gaps())[:2])


def as_printed(end):
    return str(end) if end.is_infinite() else str(round(float(end), 9)).removesuffix(".0")


@pytest.mark.parametrize(
    ("made", "expected", "formula"),
    [
        (MEXICO, ("34.9", "34.9", False, "exact"), "34.9"),
        (RANGE, ("5", "7", False, "range"), "[5 … 7]"),
        (ABOUT, ("16", "16", True, "approx"), "≈16"),
        (AT_LEAST, ("16", "Infinity", False, "at_least"), "≥16"),
        (FEW, ("0", "8000", False, "at_most"), "≤8,000"),
        (MEXICO - STATES, ("22.3", "22.3", False, "exact"), "34.9 − 12.6"),
        (16 - RANGE, ("9", "11", False, "range"), "16 − [5 … 7]"),
        (ABOUT - RANGE, ("9", "11", True, "range"), "≈16 − [5 … 7]"),
        (AT_LEAST - RANGE, ("9", "Infinity", False, "at_least"), "≥16 − [5 … 7]"),
        (RANGE * 2, ("10", "14", False, "range"), "[5 … 7] × 2"),
        (RANGE + RANGE, ("10", "14", False, "range"), "[5 … 7] + [5 … 7]"),
        (MANY / FEW, ("32.5", "Infinity", False, "at_least"), "≥260,000 ÷ ≤8,000"),
        (FEW / MANY * 0, ("0", "0", False, "exact"), "≤8,000 ÷ ≥260,000 × 0"),
        (35 / RANGE, ("5", "7", False, "range"), "35 ÷ [5 … 7]"),
        (2 * (1 + ABOUT), ("34", "34", True, "approx"), "2 × (1 + ≈16)"),
        (100 - (MEXICO - STATES), ("77.7", "77.7", False, "exact"), "100 − (34.9 − 12.6)"),
        (RANGE * -1, ("-7", "-5", False, "range"), "[5 … 7] × −1"),
    ],
)
def test_ends_hedge_and_formula_carry_through(made, expected, formula):
    low, high, approx, modifier = expected
    assert (as_printed(made.low), as_printed(made.high)) == (low, high)
    assert (made.approx, made.modifier) == (approx, modifier)
    assert made.formula == formula


def test_a_bound_on_what_may_fall_below_zero_is_open_below():
    frame = sample.frame(
        sample.claim("white-papers-1", "less than 5%", "5%", value=5, value_high=5, modifier="at_most", unit="percent")
    )
    assert amount(frame).low == -INFINITE
    assert amount(frame).modifier == "at_most"


def test_claims_are_kept_once_each_in_order():
    assert (MANY / FEW + FEW).claims == ("white-papers-90100", "white-papers-90300")


def test_a_range_is_never_averaged():
    assert RANGE.low != RANGE.high
    assert not hasattr(RANGE, "value")


def test_nothing_is_divided_by_what_may_be_zero():
    with pytest.raises(UsmexDataError, match="may be zero"):
        16 / (RANGE - 6)
    with pytest.raises(UsmexDataError, match="may be zero"):
        RANGE / 0


def test_floats_are_refused_since_they_are_not_exact():
    with pytest.raises(UsmexDataError, match="no exact number"):
        RANGE * 1.5


def test_an_amount_is_one_claim():
    with pytest.raises(UsmexDataError, match="these are 3"):
        amount(sample.gas())


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("22.30", "22.3"),
        ("616380000000", "616,380,000,000"),
        ("-4.5", "−4.5"),
        ("1E+3", "1,000"),
        ("0.10", "0.1"),
        ("0", "0"),
    ],
)
def test_numbers_are_printed_plainly(number, text):
    assert plain(Decimal(number)) == text


ends = some.tuples(some.integers(1, 10**6), some.integers(0, 10**6)).map(lambda pair: (pair[0], sum(pair)))


@given(ends, ends, some.sampled_from("+−×÷"))
def test_every_pair_of_possible_values_lies_within(one, two, sign):
    left, right = (Amount(Decimal(low), Decimal(high)) for low, high in (one, two))
    made = {"+": left + right, "−": left - right, "×": left * right, "÷": left / right}[sign]
    slack = Decimal("1e-18")
    for a in one:
        for b in two:
            a_, b_ = Decimal(a), Decimal(b)
            value = {"+": a_ + b_, "−": a_ - b_, "×": a_ * b_, "÷": a_ / b_}[sign]
            assert made.low - slack * abs(made.low) <= value <= made.high + slack * abs(made.high)
