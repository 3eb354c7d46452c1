"""The verdict of the record: by rule, on made-up claims, and fair to whoever wrote before a figure came out."""

from __future__ import annotations

import pytest

from audit_texts import claim
from record_rows import official
from usmex_data.audit.record_judge import judge, known, rate
from usmex_data.audit.record_rows import Held

TEXT = "2021"
OVER = {"modifier": "at_least", "hedge": "over", "high": None}
ABOUT = {"modifier": "approx", "hedge": "about", "low": None, "high": None}


def tonnes(text: str, value: str | None, **given):
    """A claim of a harvest, in percent or barrels as the test needs it."""
    return claim("harvest-1", text, value, **{"unit": "barrel/day", "indicator": "crude_oil_production", **given})


def row(value: str, **given):
    cells = {"precision": "0.1", "unit": "barrel/day", "category": "", "released": "2020-03", **given}
    return official(**{"value": value, **cells})


def verdict(said, *rows, other=(), published=TEXT) -> str:
    return judge(Held((said,), tuple(rows), tuple(other)), published).verdict


@pytest.mark.parametrize(
    ("said", "figure", "how"),
    [
        (tonnes("5.1", "5.1"), row("5.11", precision="0.01"), "holds_within_rounding"),
        (tonnes("5.1", "5.1"), row("5.1"), "holds"),
        (tonnes("5.1", "5.1"), row("5.2"), "no"),
        (tonnes("50", "50"), row("50.4"), "holds_within_rounding"),
        (tonnes("50", "50"), row("52.0"), "compatible"),
        (tonnes("over 4", "4", **OVER), row("9.3"), "holds"),
        (tonnes("over 4", "4", **OVER), row("3.2"), "no"),
        (tonnes("over 5.5", "5.5", **OVER), row("5.45", precision="0.01"), "compatible"),
        (tonnes("under 20", "20", modifier="at_most", hedge="under", low=None), row("16.5"), "holds"),
        (tonnes("about 125", "125", **ABOUT), row("121.0"), "compatible"),
        (tonnes("about 125", "125", **ABOUT), row("90.0"), "no"),
        (tonnes("between 5 and 7", None, low="5", high="7", modifier="range"), row("6.0"), "holds"),
        (tonnes("3%", "3", change="increase", unit="percent"), row("3.0", change="decrease", unit="percent"), "no"),
    ],
)  # fmt: skip
def test_a_claim_agrees_as_far_as_both_are_rounded_and_its_hedge_goes(said, figure, how) -> None:
    assert rate(said, figure).how == how


# --- a claim that names its time -----------------------------------------------------------------------------------


def test_the_figure_of_the_time_decides() -> None:
    said = tonnes("4.8", "4.8", period="2017")
    assert verdict(said, row("4.8", period="2017"), row("3.1", period="2018")) == "holds"
    assert verdict(said, row("4.2", period="2017"), row("3.1", period="2018")) == "does_not_hold"


def test_where_the_year_differs_and_another_fits_the_verdict_says_so() -> None:
    said = tonnes("4.8", "4.8", period="2017")
    found = judge(Held((said,), (row("4.2", period="2017"), row("4.8", period="2018")), ()), TEXT)
    assert found.verdict == "agrees_in_another_year"
    assert [each.period for each in found.agreeing] == ["2018"]


def test_another_year_alone_says_nothing_against_the_claim() -> None:
    assert verdict(tonnes("4.8", "4.8", period="2017"), row("3.1", period="2018")) == "no_record"


def test_of_two_vintages_the_nearer_one_decides() -> None:
    said = tonnes("4.8", "4.8", period="2017")
    assert verdict(said, row("4.6", period="2017", released="2023"), row("4.8", period="2017")) == "holds"


def test_a_later_vintage_alone_forgives_what_a_revision_may_change() -> None:
    said = tonnes("103.7", "103.7", period="2017")
    assert verdict(said, row("105.1", period="2017", released="2023")) == "cannot_tell"
    assert verdict(said, row("105.1", period="2017", released="2019")) == "does_not_hold"
    assert verdict(said, row("119.0", period="2017", released="2023")) == "does_not_hold"


def test_a_month_may_be_told_by_a_day_of_it_and_a_year_may_not() -> None:
    day = row("50.1", period="2020-02-03")
    assert verdict(tonnes("50.1", "50.1", period="2020-02"), day) == "holds"
    year = row("61.0", period="2020")
    assert verdict(tonnes("50.1", "50.1", period="2020"), day, year) == "does_not_hold"


def test_a_forecast_is_held_against_what_came_of_it_as_a_forecast() -> None:
    said = tonnes("2%", "2", unit="percent", change="increase", period="2022", status="forecast")
    outcome = row("3.1", unit="percent", change="increase", period="2022", released="2023-02")
    assert verdict(said, outcome, published="2022") == "forecast_of"


def test_a_forecast_told_as_an_outcome_is_known_by_the_forecast() -> None:
    said = tonnes("4.3%", "4.3", unit="percent", change="decrease", period="2020")
    outcome = row("3.5", unit="percent", change="decrease", period="2020", released="2021-02")
    forecast = row("4.3", unit="percent", change="decrease", period="2020", status="forecast", released="2020-10")
    found = judge(Held((said,), (outcome, forecast), ()), TEXT)
    assert (found.verdict, found.decisive, found.forecast) == ("forecast_of", outcome, forecast)
    assert verdict(said, outcome) == "does_not_hold"


def test_an_estimate_is_not_blamed_for_a_later_one() -> None:
    said = tonnes("10%", "10", unit="percent", change="decrease", period="2020", status="estimate")
    later = row("8.8", unit="percent", change="decrease", period="2020", released="2021-04")
    earlier = row("8.8", unit="percent", change="decrease", period="2020", released="2020-12")
    assert verdict(said, later) == "forecast_of"
    assert verdict(said, earlier) == "does_not_hold"


# --- a claim that names no time ------------------------------------------------------------------------------------


def test_without_a_year_the_years_in_which_it_holds_are_told() -> None:
    years = [row(value, period=str(2015 + n)) for n, value in enumerate(("3.0", "1.0", "2.0"))]
    found = judge(Held((tonnes("1.0", "1.0"),), tuple(years), ()), TEXT)
    assert found.verdict == "compatible"
    assert [each.period for each in found.agreeing] == ["2016"]


def test_without_a_year_it_holds_if_it_does_in_every_year() -> None:
    said = tonnes("over 1", "1", **OVER)
    assert verdict(said, row("1.5", period="2018"), row("1.7", period="2019")) == "holds"


def test_without_a_year_a_later_edition_contradicts_nothing() -> None:
    years = [row(value, period=str(2018 + n), released="2022-09") for n, value in enumerate(("33.8", "32.3"))]
    assert verdict(tonnes("34.9", "34.9"), *years, published="2022") == "cannot_tell"


def test_without_a_year_a_series_that_moves_by_as_much_contradicts_nothing() -> None:
    said = tonnes("10.5", "10.5")
    assert verdict(said, row("12.5", period="2007"), row("10.9", period="2019")) == "cannot_tell"
    assert verdict(said, row("12.5", period="2018"), row("12.4", period="2019")) == "does_not_hold"


def test_a_year_after_the_text_is_no_year_of_it() -> None:
    assert verdict(tonnes("4.8", "4.8"), row("3.1", period="2023", released="2024")) == "no_record"


def test_a_rule_is_held_against_the_rule_whenever_it_begins() -> None:
    said = tonnes("75%", "75", unit="percent", status="rule")
    rule = row("75.0", unit="percent", status="rule", period="2023-07-01/..", released="2018")
    assert verdict(said, rule) == "holds"
    assert verdict(tonnes("80%", "80", unit="percent", status="rule"), rule) == "does_not_hold"


# --- other things, and what could be known -------------------------------------------------------------------------


def test_figures_of_another_thing_are_never_compared() -> None:
    assert verdict(tonnes("1", "1"), other=[row("0.5")]) == "other_definition"
    assert verdict(tonnes("0.5", "0.5"), other=[row("0.5")]) == "other_definition"


@pytest.mark.parametrize(
    ("released", "published", "how"),
    [
        ("2020-12", "2021", "known"),
        ("2021-02", "2021", "unsure"),
        ("2022", "2021", "later"),
        ("2020~", "2021", "known"),
        ("2023", "2023-05-09/..", "unsure"),
        ("2019", "2023-05-09/..", "known"),
        ("2019", "", "unsure"),
    ],
)
def test_what_could_be_known_is_told_by_the_release(released, published, how) -> None:
    assert known(official(released=released), published) == how
