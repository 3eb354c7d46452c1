"""Numbers as the tables write them: one way, for cells and for the ids of facts."""

from __future__ import annotations

from decimal import Decimal

import pytest

from usmex_data.catalogue.decimals import number
from usmex_data.errors import UsmexDataError


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(616380000000), "616380000000"),
        (Decimal("6.1638E+11"), "616380000000"),
        (Decimal("0.10"), "0.1"),
        (Decimal("75.0"), "75"),
        (Decimal(100), "100"),
        (Decimal("0.0"), "0"),
        (Decimal("-0"), "0"),
        (Decimal("-0.00"), "0"),
        (Decimal("-1.50"), "-1.5"),
        (7, "7"),
    ],
)
def test_numbers_are_written_at_their_shortest(value: Decimal, written: str) -> None:
    assert number(value) == written


@pytest.mark.parametrize("value", [Decimal("Infinity"), Decimal("NaN")])
def test_what_is_no_number_cannot_be_written(value: Decimal) -> None:
    with pytest.raises(UsmexDataError, match="cannot stand in a table"):
        number(value)
