"""Numbers in words: sums of words, where one number ends and the next begins, signs and decimals."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import values
from usmex_data.quantities.words import value_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("some five million jobs", [("five million", "5000000")]),
        ("fifty consulates", [("fifty", "50")]),
        ("twenty-five states", [("twenty-five", "25")]),
        ("twenty five states", [("twenty five", "25")]),
        ("two hundred and five schools", [("two hundred and five", "205")]),
        (
            "one hundred twenty-three thousand four hundred and six",
            [("one hundred twenty-three thousand four hundred and six", "123406")],
        ),
        ("a million a day", [("million", "1000000")]),
        ("two and three", [("two", "2"), ("three", "3")]),
        ("five six seven", [("five", "5"), ("six", "6"), ("seven", "7")]),
        ("twenty and thirty", [("twenty", "20"), ("thirty", "30")]),
        ("three dozen towns", [("three dozen", "36")]),
        ("minus ten point eight feet", [("minus ten point eight", "-10.8")]),
        ("zero point zero five", [("zero point zero five", "0.05")]),
        ("ten million thousand", [("ten million", "10000000"), ("thousand", "1000")]),
        ("nineteen hundred men", [("nineteen hundred", "1900")]),
        ("sixty-two percent", [("sixty-two", "62")]),
        ("someone alone in Kenya", []),
        ("a tense moment", []),
    ],
)
def test_words(text, expected):
    assert values(text) == [(written, Decimal(value)) for written, value in expected]


@pytest.mark.parametrize(
    ("word", "value"), [("a", "1"), ("An", "1"), ("ninety-nine", "99"), ("1,000", "1000"), ("hundred", "100")]
)
def test_value_of(word, value):
    assert value_of(word) == Decimal(value)
