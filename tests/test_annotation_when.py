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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a month takes its year from the time before, behind, in the sentence before, or in the heading
        ("Herds were counted in May 2018: 40 goats. By July they had 60 goats.", ["2018-05", "2018-07"]),
        ("In 2016, 40 goats were sold. In October it was 60 goats.", ["2016", "2016-10"]),
        ("Sales rose by 12 percent in April 2019, and in June by 4 percent.", ["2019-04", "2019-06"]),
        ("Some 30 goats died in July, down from 50 goats in June 2017.", ["2017-07", "2017-06"]),
        ("In January 2020 they sold 30 goats, up from 12 goats in December.", ["2020-01", "2019-12"]),
        ("They sold 30 goats in December 2020. In January they sold 12 goats.", ["2020-12", "2021-01"]),
        (
            "Milk rose 3 percent in the first half of 2016 and 2 percent in the second half.",
            ["2016-01/2016-06", "2016-07/2016-12"],
        ),
        ("# MILK PRICES, AUGUST 2015\n\nMilk cost $3 in August, after $2 in July.", ["2015-08", "2015-07"]),
        ("# Milk prices, August 2015\n\nMilk fell 3 percent.", ["2015-08"]),
        ("# Working Paper No. 7, August 2015\n\nMilk fell 3 percent.", [""]),
        ("Milk fell 3 percent in July.", [""]),
        ("In 2015 milk fell 3 percent; by last June it cost $2.", ["2015", ""]),
        # a time that opens a clause is not of the clause before
        ("In 2011 cows gave 20 liters, and in 2015 goats gave 4 liters.", ["2011", "2015"]),
        ("As late as 1970 horses drew 30 percent of plows; in 2000 they drew 2 percent.", ["1970", "2000"]),
        # what a figure is compared with
        ("By 2040 herds are projected to be twice their 2010 level.", ["2040"]),
        ("Herds in 2014 were 12 percent below their 1995 level.", ["1995/2014"]),
        ("In 2014 herds were up 4 percent on 2013.", ["2013/2014"]),
        ("Milk came to 4 tons in 2014, down 20 percent from 2012.", ["2014", "2012/2014"]),
        ("Farms took 900 calls, against 700 in 2010.", ["", "2010"]),
        ("Milk hit $9, the highest since 1981.", [""]),
        ("The share fell from 9 percent in 2010 to 6 percent.", ["2010", ""]),
        ("In 2018, 40 percent of dairies founded in 1990 were open.", ["2018"]),
        ("The dairy, founded in 1944, sells $40 million a year.", [""]),
        ("The dairy, created in 1944, has 40 cows.", [""]),
        ("Herds were 5 percent smaller than flocks in 2012.", ["2012"]),
        ("Herds were 5 percent smaller than in 2012 and 9 percent smaller than in 2009.", ["2012/..", "2009/.."]),
        ("The storm, which struck in 1998, killed 40 goats.", ["1998"]),
        ("Herds peaked at 900 cows in 2004 and have since fallen to 400 cows.", ["2004", ""]),
        ("Some 40 goats died, up from 30 goats in the same month of 2012.", ["", "2012"]),
        ("Under the 1951 Milk Convention, farms must hold 500 cows.", [""]),
        ("Milk cost $3 in 2015 prices.", [""]),
        ("Lim et al. (2012) find that milk fell 3 percent.", [""]),
        ("Milk was 4 percent in 2015, up from 3 percent a year earlier.", ["2015", "2014"]),
        ("Some 12 percent kept goats in 2015. The same year, 20 percent kept cows.", ["2015", "2015"]),
        # a level takes the end of a span, a size all of it
        ("Herds grew 40 percent between 2010 and 2020, to 900 cows.", ["2010/2020", "2020"]),
        ("Milk rose from $2 to $3 between 2010 and 2020.", ["2010", "2020"]),
        ("Milk rose from $2 in 2010 to $3 in 2020, an increase of 50 percent.", ["2010", "2020", "2010/2020"]),
        ("Between FY 2008 and FY 2021 farms got $3 billion.", ["2008/2021"]),
        ("Losses total $20 million over the 2025–2034 period.", ["2025/2034"]),
        ("Some 900 calves died from fever in 2012.", ["2012"]),
        ("Today there are 9 herds, a decrease of 12 percent from the peak in 2007.", ["", "2007/.."]),
        # the sentence before hands its time to one about the past
        ("In 2015, milk reached $9. Wages fell 3 percent.", ["2015", "2015"]),
        ("In 2015, milk reached $9. Milk is 3 percent fat.", ["2015", ""]),
        ("In 2015, milk reached $9.\n\nWages fell 3 percent.", ["2015", ""]),
        ("Farms have 12 cows, and herds grew 3 percent in 2015.", ["", "2015"]),
        ("Farms keep 12 percent (target: 15 percent by 2030), and dairies 40 percent.", ["", "2030", ""]),
    ],
)
def test_which_time_is_a_figures_own(text, expected):
    assert [claim.period for claim in claims(text)] == expected


def test_a_period_from_another_sentence_is_inferred():
    before, after = claims("In 2015, milk reached $9. Wages fell 3 percent.")
    assert (before.inferred, after.inferred) == ((), ("period",))


def test_a_month_without_a_year_keeps_its_words():
    (found,) = claims("Milk fell 3 percent in July.")
    assert (found.period, found.period_text) == ("", "in July")
