"""The closed list of doubts: one place, a line each, the same names for the type checker."""

from __future__ import annotations

from typing import get_args

from usmex_data.catalogue.doubts import Doubt, doubts, in_order


def test_the_type_and_the_table_have_the_same_names_in_the_same_order():
    assert list(get_args(Doubt)) == list(doubts())


def test_each_reason_says_in_one_line_which_reading_was_taken():
    for reason, definition in doubts().items():
        assert definition.endswith("."), reason
        assert "\n" not in definition, reason
        assert ";" not in reason


def test_reasons_stand_once_and_in_the_order_of_the_list():
    assert in_order((), ()) == ()
    assert in_order(("whose_dollar",), ()) == ("whose_dollar",)
    assert in_order(("carried_period", "whose_dollar"), ("decimal_comma", "whose_dollar")) == (
        "decimal_comma",
        "whose_dollar",
        "carried_period",
    )
