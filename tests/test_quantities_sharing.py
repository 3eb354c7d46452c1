"""Units, scales and hedges that a list or comparison names once."""

from __future__ import annotations

import pytest

from readers import figures, number


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        (
            "The gap is 34.9 percentage points in Mexico, 12.6 in the U.S., and 9.1 in Canada.",
            ["34.9 percentage_point", "12.6 percentage_point", "9.1 percentage_point"],
        ),
        (
            "Imports were 5.1 billion cubic feet per day in 2019, compared to 4.8 bcf in 2017 and 4.9 bcf in 2018.",
            ["5.1 bcf/day", "4.8 bcf/day", "4.9 bcf/day"],
        ),
        ("It takes 5, 6 and 7 kg.", ["5 kilogram", "6 kilogram", "7 kilogram"]),
        ("At least 9%, 4%, and 11% of firms moved.", ["9 percent", "4 percent", "11 percent"]),
        ("Shares were 14, 17 and 21 percent.", ["14 percent", "17 percent", "21 percent"]),
        ("They spent $2, $3 and $5 million.", ["2000000 USD", "3000000 USD", "5000000 USD"]),
        (
            "It fell by 11.4 percentage points in Kenya, 7.2 points in Peru.",
            ["11.4 percentage_point", "7.2 percentage_point"],
        ),
        ("Brent averaged $82 a barrel, with a low of $72 in June.", ["82 USD/barrel", "72 USD/barrel"]),
        (
            "It fell by 11.4 percentage points (95% CI: 8.9–13.9).",
            ["11.4 percentage_point", "8.9..13.9 percentage_point"],
        ),
        ("They hired 40% of women and three men.", ["40 percent", "3 "]),
        ("It took 3 days; 12 came.", ["3 day", "12 "]),
        ("They built 40 km of road and 7 schools.", ["40 kilometer", "7 "]),
    ],
)
def test_shared_units(sentence, expected):
    found = figures(sentence)
    assert [(value, unit) for _, value, unit, _ in found] == [
        (number(value), unit) for value, _, unit in (words.partition(" ") for words in expected)
    ]


@pytest.mark.parametrize(
    ("sentence", "modifiers"),
    [
        ("At least 9%, 4%, and 11% of firms moved.", ["at_least", "at_least", "at_least"]),
        ("It is around 0.35% or $68.2 billion.", ["approx", "approx"]),
        ("Over one million people and 447,000 vehicles cross.", ["at_least", "exact"]),
        ("It reached 110 °F or more (43.3 °C).", ["at_least", "at_least"]),
        ("About 5 to 7 men and 3 boys.", ["range", "exact"]),
    ],
)
def test_shared_hedges(sentence, modifiers):
    assert [modifier for *_, modifier in figures(sentence)] == modifiers
