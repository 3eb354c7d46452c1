"""When a figure holds: dates near it, baselines that it is compared with, words that only a calendar resolves."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In 2019, output was 5 GW.", [("2019", "In 2019")]),
        ("Output was 5 GW in February 2020.", [("2020-02", "in February 2020")]),
        ("Output was 5 GW in 2017 and 6 GW in 2018.", [("2017", "in 2017"), ("2018", "in 2018")]),
        ("Output is 6 GW, compared to 2015.", [("", "")]),
        ("Exports have doubled since 2008.", [("2008/..", "since 2008")]),
        ("Output will reach 9 GW by 2040.", [("2040", "by 2040")]),
        ("It was 9 GW in February 2020 and 7 GW in April.", [("2020-02", "in February 2020"), ("2020-04", "in April")]),
        ("Wages fell 1.3 percent between 2010 and 2015.", [("2010/2015", "between 2010 and 2015")]),
        ("Wages fell 1.3 percent last year.", [("", "last year")]),
        ("Some 5 percent are poor today.", [("", "today")]),
        ("Growth was 2 percent in the third quarter of 2021.", [("2021-07/2021-09", "in the third quarter of 2021")]),
        ("Growth was 2 percent.", [("", "")]),
    ],
)
def test_period(text, expected):
    assert [(claim.period, claim.period_text) for claim in claims(text)] == expected


def test_movement_between_two_dates_takes_the_span():
    found = claims("Prices rose 20 percent from March 2010 to May 2020.")
    assert [claim.period for claim in found] == ["2010-03/2020-05"]
