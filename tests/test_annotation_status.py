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
        # the month of May, and words of law that rule nothing
        ("Rents rose 3 percent in March and May.", "reported"),
        ("In May, 40 schools opened.", "reported"),
        ("The agency had obligated $2 million.", "reported"),
        ("Import requirements came to 5 tons.", "reported"),
        ("Flights fell by 75 percent within days.", "reported"),
        ("Renewable power grew by 9 GW.", "reported"),
        ("The bank raised its target range by 25 basis points.", "reported"),
        # rules without a word of law
        ("Fares are capped at 9 percent of income.", "rule"),
        ("Benefits are limited to $35.", "rule"),
        ("Rents cannot exceed 30 percent of income.", "rule"),
        ("The duty on rice is 40 percent.", "rule"),
        ("The minimum wage is $9 an hour.", "rule"),
        ("The retirement age is 67 years.", "rule"),
        ("Permits are valid for six years.", "rule"),
        ("Claims are due within 30 days.", "rule"),
        ("Under the scheme, firms have 180 days to reply.", "rule"),
        ("The charter caps either side at two-thirds.", "rule"),
        ("The law obliges growers to keep 5 percent.", "rule"),
        # what a measure would do is foretold
        ("A ban would save 3,000 lives.", "forecast"),
        ("Finishing the road will require $5 billion.", "forecast"),
        ("The budget assumes growth of 2 percent.", "forecast"),
        # what is resolved, advised, asked for
        ("Our government will create 20,000 jobs.", "target"),
        ("The ministry will train 500 nurses.", "target"),
        ("The city is to hire 300 teachers.", "target"),
        ("Donors agreed to provide $4 billion.", "target"),
        ("The state should raise spending to 5 percent.", "target"),
        ("The authors propose a $3 billion fund.", "target"),
        ("Spend at least 15 percent of budgets on schools.", "target"),
        ("Its goal: 40 percent.", "target"),
        ("Emissions must stay below 250 tons.", "target"),
        ("States must spend $4 million a year to avoid delays.", "target"),
        ("Supply fell by 5 percent.", "reported"),
    ],
)
def test_status(text, expected):
    assert claim(text).status == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # what is given is neither aimed at nor foretold
        ("The state plans to hire 300 officers, up from 200.", ["target", "reported"]),
        ("The plan would add 40 GW to the existing 120 GW.", ["target", "reported"]),
        ("The herd could shrink to 87,000 from 125,000 now.", ["forecast", "reported"]),
        # a word for one figure does not reach the next
        ("Debt reached 70 percent of output, against a statutory limit of 55 percent.", ["reported", "rule"]),
        ("It was budgeted at $8 billion and has cost $17 billion.", ["target", "reported"]),
        ("A levy of 2 percent on land would raise $24 billion.", ["rule", "forecast"]),
        (
            "Chile spends 2 percent (target: 3 percent), and fees make up 40 percent.",
            ["reported", "target", "reported"],
        ),
        ("An estimated 400 died, and 30 percent of homes were lost.", ["reported", "reported"]),
        ("Of the 4 million eligible households, 60 percent applied.", ["reported", "reported"]),
        ("We estimate that 12 tons were sold, and forecast growth of 2 tons.", ["estimate", "forecast"]),
        # a label or an outlook before a colon reaches all behind it
        ("She made pledges: 50 GW of wind; 12 new parks.", ["target", "target"]),
        ("It will grow by 2 percent: 1 percent in the south and 3 percent in the north.", ["forecast"] * 3),
    ],
)
def test_status_of_each(text, expected):
    assert [claim.status for claim in claims(text)] == expected


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
