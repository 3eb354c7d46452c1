"""Rows of tables: negatives in parentheses, signs before digits."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import figures


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Finland (6.6) (5.7) 3.8", ["-6.6", "-5.7", "3.8"]),
        ("Greece 5,946 –11.0 3.4 12", ["5946", "-11.0", "3.4", "12"]),
        ("Ireland 5,233 +15.8 1.9 26", ["5233", "15.8", "1.9", "26"]),
    ],
)
def test_row(row, expected):
    assert [value for _, value, *_ in figures(row)] == [Decimal(value) for value in expected]


def test_parentheses_in_prose_negate_nothing():
    found = figures("The share (6.6) stood above that of all the other members of the union in each year.")
    assert [value for _, value, *_ in found] == [Decimal("6.6")]
