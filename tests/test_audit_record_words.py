"""Official figures and their times in words."""

from __future__ import annotations

import pytest

from audit_texts import claim
from record_rows import official
from usmex_data.audit.record_judge import judge
from usmex_data.audit.record_rows import Held
from usmex_data.audit.record_words import amount, explained, periods, question, time


@pytest.mark.parametrize(
    ("cells", "words"),
    [
        ({"value": "614500000000", "unit": "USD"}, "$614.5 billion"),
        ({"value": "1680000000", "unit": "USD/day"}, "$1.68 billion per day"),
        ({"value": "10900000", "unit": "person"}, "10.9 million"),
        ({"value": "7751", "unit": "person"}, "7,751"),
        ({"value": "3", "unit": "rank"}, "third"),
        ({"value": "7", "unit": "rank"}, "number 7"),
        ({"value": "79.4", "unit": "percent"}, "79.4 percent"),
        ({"value": "2.32", "unit": "ratio"}, "2.32 times"),
        ({"value": "16.55", "unit": "USD/barrel"}, "$16.55 per barrel"),
        ({"value": "4.191", "unit": "bcf/day"}, "4.191 billion cubic feet per day"),
        ({"value": "6.81", "unit": "UScent/kWh"}, "6.81 U.S. cents per kilowatt-hour"),
    ],
)
def test_a_figure_in_words(cells, words) -> None:
    assert amount(official(**cells)) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2018-10/2019-09", "fiscal 2019"),
        ("2020-01/2020-09", "January to September 2020"),
        ("2018-10/2020-09", "October 2018 to September 2020"),
        ("2010/2019", "2010 to 2019"),
        ("2023-07-01/..", "from 1 July 2023 on"),
    ],
)
def test_a_time_in_words(edtf, words) -> None:
    assert time(edtf) == words


def test_years_that_follow_each_other_are_a_span() -> None:
    rows = [official(period=period) for period in ("2015", "2016", "2017", "2019", "2017-10/2018-09", "2020-02")]
    assert periods(rows) == "2015 to 2017, 2019, fiscal 2018 and February 2020"


def said(period: str = "2017", **given):
    return claim("gas-paper-1", "4.8 bcf", "4.8", unit="bcf/day", period=period, **given)


def told(case: Held, published: str = "2021") -> str:
    return explained(case, judge(case, published), published)


def test_an_accusation_says_both_figures_what_would_hold_and_what_could_be_known() -> None:
    case = Held((said(),), (official(),), ())
    words = told(case)
    assert "The text has “4.8 bcf” (2017); the record has 4.191 billion cubic feet per day (pipeline) in 2017" in words
    assert "It would hold at 4.191 billion cubic feet per day." in words
    assert "had come out in March 2018, before the text" in words
    assert question(case, judge(case, "2021")).startswith("Where is “4.8 bcf” for 2017 from?")


def test_a_later_vintage_is_told_as_one() -> None:
    words = told(Held((said(),), (official(released="2023"),), ()))
    assert "in 2023, after the text; the record has no earlier vintage" in words


def test_a_part_is_named_where_the_text_names_none() -> None:
    assert "(pipeline) in 2017" in told(Held((said(),), (official(),), ()))
    assert "(pipeline) in 2017" not in told(Held((said(category="pipeline"),), (official(),), ()))


def test_another_thing_is_told_with_its_definition_and_asks_nothing() -> None:
    case = Held((said(),), (), (official(category="liquefied"),))
    assert "That is another thing: Pipeline exports of natural gas" in told(case)
    assert question(case, judge(case, "2021")) == ""


def test_second_hand_is_told() -> None:
    assert told(Held((said(),), (official(origin="second_hand"),), ())).endswith("was read second hand.")
    assert "second hand" not in told(Held((said(),), (official(),), ()))
