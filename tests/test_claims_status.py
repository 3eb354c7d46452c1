"""How a figure is meant, and who is credited with it."""

from __future__ import annotations

import pytest

from readers import claim, claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Exports were $5 billion.", "reported"),
        ("Firms must pay $16 an hour.", "rule"),
        ("The tariff is 25 percent.", "rule"),
        ("Mexico pledged to cut emissions by 22 percent.", "target"),
        ("The plan calls for 12 hospitals.", "target"),
        ("Output will reach 9 GW.", "forecast"),
        ("The fund projected growth of 3.2 percent.", "forecast"),
        ("Output was 9 GW in 2040.", "forecast"),
        ("It is estimated that 5 million left.", "estimate"),
        ("Analysts put the loss at $5 billion.", "estimate"),
        ("“We lost 5 million men,” she said.", "opinion"),
        ("If it were a country, it would have 40 million people.", "opinion"),
        ("The average tariff paid was 3 percent.", "reported"),
    ],
)
def test_status(text, expected):
    assert claim(text).status == expected


def test_what_lies_long_before_the_text_is_no_forecast():
    _, past = claims("The fund expects growth of 3.2 percent in 2030, after 3.5 percent in 2019.")
    assert (past.period, past.status) == ("2019", "reported")


def test_an_unknown_date_of_writing_foretells_nothing():
    assert claim("Output was 9 GW in 2040.", published="").status == "reported"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("According to the World Bank, 5 million left.", "World Bank"),
        ("The EIA estimates that 5 million barrels were lost.", "EIA"),
        ("Data from INEGI show that 5 million left.", "INEGI"),
        ("Some 5 million left.", ""),
    ],
)
def test_attribution(text, name):
    assert claim(text).attribution == name
