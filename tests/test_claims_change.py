"""Sizes of movements, and levels."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Prices rose 17 percent.", ["increase"]),
        ("Prices rose by about 17 percent.", ["increase"]),
        ("Prices fell by 17 percent to $5.", ["decrease", "level"]),
        ("Prices rose from $5 to $7.", ["level", "level"]),
        ("A reduction of 17 percent followed.", ["decrease"]),
        ("A 17 percent annual increase followed.", ["increase"]),
        ("Pay is 17 percent higher than in Peru.", ["level"]),
        ("Pay is 17 percent higher than in 2015.", ["increase"]),
        ("Trade doubled.", ["increase"]),
        ("Costs halved.", ["decrease"]),
        ("They pay twice as much as men.", ["level"]),
        ("The share is 17 percent.", ["level"]),
        ("It is the second largest partner.", ["level"]),
        ("Costs fell by 80 percent for solar and 50 percent for wind.", ["decrease", "decrease"]),
        ("Vacancies fell by 66,000 to 1,020,000.", ["decrease", "level"]),
    ],
)
def test_change(text, expected):
    assert [claim.change for claim in claims(text)] == expected
