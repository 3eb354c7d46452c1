"""What ties the cells of an official figure together."""

from __future__ import annotations

from decimal import Decimal

import pytest

from record_rows import official
from usmex_data.official.rules import faults


def fault(**cells) -> str:
    return "\n".join(faults([official(**cells)]))


def test_a_sound_row_has_no_fault() -> None:
    assert fault() == ""


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"precision": ""}, "needs unit, precision and change"),
        ({"value": ""}, "without a value"),
        ({"precision": "0.01"}, "4.191 is no multiple of its precision, 0.01"),
        ({"change": "decrease", "value": "-3.5", "precision": "0.1"}, "its size is positive"),
        ({"unit": "rank", "value": "0", "precision": "1"}, "0 is no rank"),
        ({"period": "2017-13"}, "2017-13 is no date"),
        ({"period": "2019/2017"}, "ends before it begins"),
        ({"released": "2027"}, "after it was read"),
        ({"read_in": "https://github.com/someone/somewhere/blob/main/gas.csv"}, "names no commit"),
        ({"derivation": "[maize-001] * 2"}, "which is itself"),
        ({"derivation": "[maize-007] * 2"}, "which is no row"),
    ],
)
def test_each_fault_is_told_with_its_row(cells, said) -> None:
    told = fault(**cells)
    assert said in told
    assert "maize-001" in told


@pytest.mark.parametrize(
    "cells",
    [
        {"value": "-36.98", "precision": "0.01", "unit": "USD/barrel"},  # a price may be below nothing
        {"period": "../2020-08"},
        {"period": "2023-07-01/.."},
        {"released": "2020~"},
        {"value": "", "unit": "", "precision": "", "change": ""},  # a date
    ],
)
def test_what_is_odd_but_right_has_no_fault(cells) -> None:
    assert fault(**cells) == ""


def test_one_figure_entered_twice_is_a_fault_and_two_vintages_are_none() -> None:
    first, second = official(), official(official_id="maize-002")
    assert list(faults([first, second])) == ["maize-002: the same thing, period, vintage and publisher as maize-001"]
    later = official(official_id="maize-002", released="2023", value=Decimal("4.2"))
    assert not list(faults([first, later]))


def test_rows_stand_in_the_order_of_their_ids() -> None:
    rows = [official(official_id="maize-002"), official(period="2018")]
    assert list(faults(rows)) == ["maize-001: stands after maize-002; the rows are in the order of their ids"]
