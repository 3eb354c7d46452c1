"""Rows: what charts take, and what they refuse."""

from __future__ import annotations

from decimal import Decimal

import pandas as pd
import pytest

import charts_rows as sample
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.errors import UsmexDataError


def test_a_frame_becomes_rows_in_its_order():
    rows = rows_of(sample.gas())
    assert [row.text for row in rows] == ["4.8 bcf", "4.9 bcf", "5.1 billion cubic feet per day"]
    assert [row.value for row in rows] == [Decimal("4.8"), Decimal("4.9"), Decimal("5.1")]


def test_one_line_of_a_frame_is_a_row_too():
    assert rows_of(sample.gas().iloc[2])[0].claim_id == "white-papers-40050"


def test_rows_pass_through():
    rows = rows_of(sample.gas())
    assert rows_of(rows) == rows
    assert rows_of(rows[0]) == rows[:1]


def test_a_range_has_two_ends_and_no_value():
    row = rows_of(sample.wages())[0]
    assert row.value is None
    assert row.ends == (5.0, 7.0)


def test_a_bound_has_one_end():
    assert rows_of(sample.visas())[1].ends == (8000.0,)


@pytest.mark.parametrize("empty", [None, float("nan"), pd.NA, ""])
def test_every_kind_of_empty_cell_is_empty(empty):
    frame = sample.gas().iloc[:1].astype(object)
    frame["hedge"] = empty
    frame["value_low"] = empty
    row = rows_of(frame)[0]
    assert row.hedge == ""
    assert row.low is None


def test_large_whole_numbers_stay_whole():
    frame = sample.frame(sample.claim("forum-page-1", "$616.38 billion", "$616.38 billion", value=616.38e9, unit="USD"))
    assert rows_of(frame)[0].value == Decimal(616380000000)


def test_a_frame_of_something_else_is_refused():
    with pytest.raises(UsmexDataError, match="section, text, quote"):
        rows_of(pd.DataFrame({"claim_id": ["white-papers-1"], "source": ["white-papers"]}))


def test_a_row_without_figure_is_refused():
    frame = sample.gas().iloc[:1].astype(object)
    frame[["value", "value_low", "value_high"]] = None
    with pytest.raises(UsmexDataError, match="white-papers-40100: this row states no figure"):
        rows_of(frame)


def test_bare_numbers_are_refused():
    with pytest.raises((UsmexDataError, AttributeError, TypeError)):
        rows_of([4.8, 4.9])


def test_an_unknown_column_of_words_lists_the_known():
    row: Row = rows_of(sample.gas())[0]
    assert row.get("period") == "2017"
    with pytest.raises(UsmexDataError, match="known: claim_id"):
        row.get("value")
