"""Tables in plain text, Markdown and what a PDF leaves of them: each cell's value, unit, time, and nothing else."""

from __future__ import annotations

from decimal import Decimal

import pytest

from readers import claims
from tables_in_text import TABLES


@pytest.mark.parametrize("name", TABLES)
def test_cells_and_nothing_else(name):
    text, cells = TABLES[name]
    found = claims(text)
    assert [claim.text for claim in found] == [cell[0] for cell in cells]
    for claim, (_, value, unit, period) in zip(found, cells, strict=True):
        assert value is None or claim.value == Decimal(value), claim.text
        assert unit is None or claim.unit == unit, claim.text
        assert period is None or claim.period == period, claim.text


@pytest.mark.parametrize("name", TABLES)
def test_an_unknown_unit_is_empty_and_doubted(name):
    for claim in claims(TABLES[name][0]):
        assert claim.unit or "table_head_unclear" in claim.doubt


def test_a_mark_that_sticks_to_a_number_is_doubted():
    found = {claim.text: claim.doubt for claim in claims(TABLES["note digits glued"][0])}
    assert found["1,204"] == ("footnote_mark",)
    assert found["1,310"] == ()


def test_a_column_of_changes_moves():
    table = "| Port | 2020 | Change (%) |\n|---|---|---|\n| Arica | 1,204 | 4.1 |\n| Salto | 980 | -2.2 |\n"
    found = {claim.text: claim.change for claim in claims(table)}
    assert (found["4.1"], found["-2.2"], found["980"]) == ("increase", "decrease", "level")


def test_bars_in_prose_are_no_table():
    text = "Home | About | News\n\nThe mill | once a barn | sold 40 carts in 2019."
    assert [(claim.text, claim.period) for claim in claims(text)] == [("40", "2019")]


def test_a_list_of_amounts_is_no_table():
    text = "We need three things.\n\n- 40 tents\n- 12 stoves\n- $300 in cash"
    assert [(claim.text, claim.unit) for claim in claims(text)] == [("40", "count"), ("12", "count"), ("$300", "USD")]


def test_the_label_is_the_subject():
    found = {claim.text: claim.subject for claim in claims(TABLES["caption billions"][0])}
    assert found["1,811.0"] == "Actual"


def test_captions_and_heads_hold_no_claims():
    words = {"billions of dollars", "Three Months", "000s", "1,000", "1 000"}
    assert not [claim.text for text, _ in TABLES.values() for claim in claims(text) if claim.text in words]
