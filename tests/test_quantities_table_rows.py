"""Cells of tables read as claims: value in the unit and scale of their heads, the time and place of their own."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import claims, readings

CROPS = """Output of selected crops (thousand tons)

                 2021      2022      2023
Wheat           1 204     1 310     1 298
Maize             812       790       ..

The minister opened 12 schools in 2020.
"""
PUPILS = """Table 2: Enrollment by level, 2022-23 (number of students)
Level       Boys      Girls     Total
Primary     1,200     1,150     2,350
Secondary     900       880     1,780
"""
BUDGET = """| Item | FY 2021 ($ millions) | FY 2022 ($ millions) | Change (%) |
|:--|--:|--:|--:|
| Roads | 1,250 | 1,310 | 4.8 |
| Ports (percent of total) | 12.5 | 13.1 | 4.8 |
| Staff aged 15-24 | (45) | — | n.a. |
| Notes | Includes $3 million for repairs. | | |
"""
COUNTRIES = """Country
Population (millions)
GDP growth (%)
Ghana
33.5
2.9
Togo
9.1
5.6
"""
YEARS = "| Year | Deaths per 1,000 births |\n|---|---|\n| 2000 | 45 |\n| 2010 | 32 |\n"
PLACES = "Fatal falls 2020 2021\nOhio 12 14\nTexas 40 38\n"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (CROPS, [("1 204", 1204000, "ton", "2021", ""), ("790", 790000, "ton", "2022", "")]),
        (PUPILS, [("1,150", 1150, "person", "2022/2023", ""), ("2,350", 2350, "person", "2022/2023", "")]),
        (
            BUDGET,
            [
                ("1,310", 1310000000, "USD", "2022", ""),
                ("4.8", "4.8", "percent", "", ""),
                ("13.1", "13.1", "percent", "2022", ""),
                ("(45)", -45000000, "USD", "2021", ""),
                ("$3 million", 3000000, "USD", "", ""),
            ],
        ),
        (COUNTRIES, [("33.5", 33500000, "person", "", "GHA"), ("2.9", "2.9", "percent", "", "GHA")]),
        (YEARS, [("45", 45, "per_thousand", "2000", ""), ("32", 32, "per_thousand", "2010", "")]),
        (PLACES, [("12", 12, "count", "2020", "US-OH"), ("38", 38, "count", "2021", "US-TX")]),
    ],
)
def test_cells(table, expected):
    found = [(claim.text, claim.value, claim.unit, claim.period, claim.geography) for claim in claims(table)]
    for text, value, unit, period, place in expected:
        assert (text, Decimal(value), unit, period, place) in found


@pytest.mark.parametrize("table", [CROPS, PUPILS, BUDGET, COUNTRIES, YEARS, PLACES])
def test_heads_and_labels_are_no_claims(table):
    found = [claim.text for claim in claims(table)]
    assert not {"thousand tons", "$ millions", "millions", "15-24", "1,000", "2020", "2021"} & set(found)


def test_what_comes_from_the_head_is_inferred():
    found = next(claim for claim in claims(CROPS) if claim.text == "790")
    assert found.inferred == ("period", "unit")


def test_figures_behind_a_table_are_read_as_ever():
    found = {reading.text: reading.counted for reading in readings(CROPS)}
    assert found["12"] == "schools"


def test_a_year_to_come_makes_a_cell_a_forecast():
    found = {claim.text: claim.status for claim in claims("Wheat (tons) 2021 2031\nNorth 40 50\nSouth 60 70\n")}
    assert (found["40"], found["70"]) == ("reported", "forecast")
