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
        ("Turnout fell by 30,000, or 4 percent.", ["30000 ", "4 percent"]),
        ("Rent took 38% of pay, and evictions reached 9,500.", ["38 percent", "9500 "]),
        ("Some 12% lived abroad, of whom 3 million in Spain.", ["12 percent", "3000000 "]),
        ("The vote was 55 percent, and it went from 9 seats in 2001 to 31 in 2005.", ["55 percent", "9 ", "31 "]),
        ("Boys live 70.1 years (north: 71.4; south: 68.9).", ["70.1 year", "71.4 year", "68.9 year"]),
        ("Copper fell from above $9,000 a ton to below $7,500.", ["9000 USD/ton", "7500 USD/ton"]),
        ("There were 3.1 (2.8–3.4) million births.", ["3100000 ", "2800000..3400000 "]),
        ("It cost €1.4 [1.1–1.7] billion.", ["1400000000 EUR", "1100000000..1700000000 EUR"]),
        ("It rose by 0.31 [0.25–0.40] m.", ["0.31 meter", "0.25..0.40 meter"]),
        ("It uses 279 liters a day, compared with a world average of 173.", ["279 liter/day", "173 liter/day"]),
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
