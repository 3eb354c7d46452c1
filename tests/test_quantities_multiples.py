"""Multipliers, ratios, ordinals, vague numbers and classes of digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import figures, values
from usmex_data.language.phrases import tokens
from usmex_data.quantities.numerals import numerals


@pytest.mark.parametrize(
    ("text", "written", "value"),
    [
        ("trade doubled", "doubled", "2"),
        ("it more than tripled", "tripled", "3"),
        ("costs halved", "halved", "0.5"),
        ("four times greater", "four times", "4"),
        ("1.5 times the average", "1.5 times", "1.5"),
        ("two and a half times as much", "two and a half times", "2.5"),
        ("a tenfold rise", "tenfold", "10"),
        ("a 12-fold rise", "12-fold", "12"),
        ("outweigh it 3:1", "3:1", "3"),
        ("a 10-to-1 vote", "10-to-1", "10"),
        ("odds of 2.5:1", "2.5:1", "2.5"),
        ("the twenty-first session", "twenty-first", "21"),
        ("its 28th year", "28th", "28"),
        ("tens of millions", "tens of millions", "10000000"),
        ("hundreds of thousands", "hundreds of thousands", "100000"),
        ("thousands left", "thousands", "1000"),
        ("a few thousand men", "a few thousand", "3000"),
        ("a couple of hundred nurses", "a couple of hundred", "200"),
        ("several million trees", "several million", "3000000"),
        ("zero or negative growth", "zero or negative", "0"),
        ("for more than a decade", "decade", "10"),
    ],
)
def test_value(text, written, value):
    assert values(text) == [(written, Decimal(value))]


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [("double-digit growth", 10, 99), ("in triple digits", 100, 999), ("a six-digit sum", 100000, 999999)],
)
def test_class_of_digits_is_a_range(text, low, high):
    ((_, bounds, _, modifier),) = figures(text)
    assert (bounds, modifier) == ((low, high), "range")


@pytest.mark.parametrize(
    ("text", "change"),
    [("trade doubled", "increase"), ("costs halved", "decrease"), ("twice the cost", ""), ("a threefold rise", "")],
)
def test_verbs_say_which_way(text, change):
    (numeral,) = numerals(text, tokens(text))
    assert numeral.change == change


@pytest.mark.parametrize("text", ["he double-checked it", "at 10:30:15 of 3:0"])
def test_what_is_no_multiple(text):
    assert all(numeral.kind != "multiplier" for numeral in numerals(text, tokens(text)))


@pytest.mark.parametrize(
    ("text", "modifier"),
    [("tens of millions of people", "at_least"), ("a few thousand people", "approx"), ("zero or negative", "at_most")],
)
def test_vague_words_bound_themselves(text, modifier):
    assert figures(text)[0][3] == modifier
