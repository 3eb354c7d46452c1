"""Places and periods by their names."""

from __future__ import annotations

import pytest

from usmex_data.catalogue.names import period, place


@pytest.mark.parametrize(
    ("codes", "words"),
    [
        ("MEX", "Mexico"),
        ("MEX+USA", "Mexico and United States"),
        ("CAN+MEX+USA", "Canada, Mexico and United States"),
        ("US-TX", "Texas"),
        ("BORDER", "U.S.-Mexico border"),
        ("XYZ", "XYZ"),
        ("", ""),
    ],
)
def test_place(codes, words):
    assert place(codes) == words


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2019", "2019"),
        ("2020-04", "April 2020"),
        ("2021-01-20", "20 January 2021"),
        ("1994/2016", "1994 to 2016"),
        ("2008/..", "from 2008 on"),
        ("../2020", "until 2020"),
        ("2019~", "about 2019"),
        ("2020-01/2020-06", "January 2020 to June 2020"),
        ("2020-21", "2020-21"),
        ("199X", "199X"),
        ("", ""),
    ],
)
def test_period(edtf, words):
    assert period(edtf) == words
