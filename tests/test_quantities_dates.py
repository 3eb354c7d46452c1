"""Dates as prose writes them, and four-digit numbers that are none."""

from __future__ import annotations

import pytest

from usmex_data.quantities.dates import dates


@pytest.mark.parametrize(
    ("text", "written", "period"),
    [
        ("in 2019 it", "2019", "2019"),
        ("In 2019 women held", "2019", "2019"),
        ("since 2019 patients pay", "2019", "2019"),
        ("It fell over 2023.", "2023", "2023"),
        ("on June 1, 2022", "June 1, 2022", "2022-06-01"),
        ("June 1-2, 2022", "June 1-2, 2022", "2022-06-01/2022-06-02"),
        ("April 30 to May 2, 2021", "April 30 to May 2, 2021", "2021-04-30/2021-05-02"),
        ("20 January 2021", "20 January 2021", "2021-01-20"),
        ("the 3rd of May 2020", "3rd of May 2020", "2020-05-03"),
        ("February 2020", "February 2020", "2020-02"),
        ("Sept. 2020", "Sept. 2020", "2020-09"),
        ("early March 2020", "early March 2020", "2020-03"),
        ("March to May 2020", "March to May 2020", "2020-03/2020-05"),
        ("2020-02-29", "2020-02-29", "2020-02-29"),
        ("in 2009-10 it", "2009-10", "2009/2010"),
        ("2009-11", "2009-11", "2009-11"),
        ("5/31/2022", "5/31/2022", "2022-05-31"),
        ("31/5/2022", "31/5/2022", "2022-05-31"),
        ("31.5.2022", "31.5.2022", "2022-05-31"),
        ("summer of 2020", "summer of 2020", "2020-22"),
        ("Q3 2021", "Q3 2021", "2021-07/2021-09"),
        ("2021-Q3", "2021-Q3", "2021-07/2021-09"),
        ("H2 2021", "H2 2021", "2021-07/2021-12"),
        ("the third quarter of 2021", "third quarter of 2021", "2021-07/2021-09"),
        ("the second half of 2019", "second half of 2019", "2019-07/2019-12"),
        ("the first nine months of 2021", "first nine months of 2021", "2021-01/2021-09"),
        ("the last two months of 2021", "last two months of 2021", "2021-11/2021-12"),
        ("FY 2023", "FY 2023", "2023"),
        ("fiscal year 2023-24", "fiscal year 2023-24", "2023/2024"),
        ("the 1990s", "1990s", "199X"),
        ("in 2012–13", "2012–13", "2012/2013"),
        ("in 1999-05", "1999-05", "1999-05"),
        ("1994 to 2016", "1994 to 2016", "1994/2016"),
        ("in 2016.14 The", "2016", "2016"),
        ("June 31, 2021", "June 31, 2021", "2021"),
        ("on May 5 it", "May 5", ""),
        ("the first quarter saw", "first quarter", ""),
        ("MARCH 2020", "MARCH 2020", "2020-03"),
    ],
)
def test_date(text, written, period):
    assert [(text[found.start : found.end], found.period) for found in dates(text, 0, len(text))] == [(written, period)]


@pytest.mark.parametrize(
    "text",
    [
        "a plant of 2000 MW",
        "about 1800 firms",
        "2019 workers",
        "$2020",
        "12,019",
        "some 1500-2000 people",
        "in 2000 MW",
        "over 2000 of them",
        "it may 2",
        "no date at all",
        "",
    ],
)
def test_no_date(text):
    assert list(dates(text, 0, len(text))) == []


def test_only_the_given_stretch_is_read():
    text = "in 2018 and 2019"
    assert [found.period for found in dates(text, 8, len(text))] == ["2019"]


def test_digits_of_other_scripts_are_no_period():
    from usmex_data.quantities.periods import checked

    assert checked("202\u0663") == ""
    assert checked("2023") == "2023"
