"""Calculations: named values, as shown, as stored, as drawn."""

from __future__ import annotations

import json

import pytest

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.hedge import shape_of
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.amounts import amount
from usmex_data.notebooks.calculations import MIME, calc, lines, rows

RANGE, ABOUT = (amount(row) for row in rows_of(sample.wages()))
LINE = amount(sample.wage_line())
MANY, FEW = (amount(row) for row in rows_of(sample.visas()))
MEXICO, STATES = (amount(row) for row in rows_of(sample.gaps())[:2])


@pytest.mark.parametrize(
    ("value", "unit", "options", "shown"),
    [
        (MEXICO - STATES, "percentage_point", {}, "22.3 percentage points"),
        (16 - RANGE, "USD/hour", {}, "$9–11 an hour"),
        (LINE - RANGE, "USD/hour", {}, "at least $9 an hour"),
        (ABOUT - 1, "USD/day", {}, "about $15 a day"),
        (LINE / RANGE, "ratio", {}, "at least 2.2 times"),  # 2.2857 rounded up would claim too much
        (FEW / 7, "person", {"digits": 0}, "at most 1,143 people"),
        (FEW, "person/day", {}, "at most 8,000 people a day"),
        (FEW / 250, "week", {"digits": 0}, "at most 32 weeks"),
        (ABOUT, "UScent/kWh", {}, "about 16 US cents a kWh"),
        (STATES, "bcf/day", {}, "12.6 bcf a day"),
        (STATES, "GW", {}, "12.6 GW"),
        (MEXICO / 3, "percent", {"digits": 2}, "11.63%"),
        (RANGE / 3, "USD", {}, "$1.6–2.4"),
        (MANY * 10, "count", {"scale": "million"}, "at least 2.6 million"),
        (MEXICO - 40, "percent", {}, "−5.1%"),
        (ABOUT - RANGE, "USD/hour", {}, "about $9–11 an hour"),
        (LINE + ABOUT, "USD", {}, "at least about $32"),
    ],
)
def test_the_value_is_shown_with_hedge_and_unit(value, unit, options, shown):
    assert calc("x", value, unit, **options).shown == shown


def test_a_calculation_says_formula_and_claims():
    gap = calc("gap", MEXICO - STATES, "percentage_point")
    assert str(gap) == "gap: 34.9 − 12.6 = 22.3 percentage points (report-2022-30000, report-2022-30001)"


def test_a_notebook_gets_anchor_links_and_record():
    bundle = calc("gap", MEXICO - STATES, "percentage_point")._repr_mimebundle_()
    assert 'id="calc-gap"' in bundle["text/html"]
    assert 'href="../sources/report-2022.html#report-2022-30001"' in bundle["text/html"]
    (record,) = bundle[MIME]
    assert record["printed"] == ["22.3"]
    assert record["claims"] == ["report-2022-30000", "report-2022-30001"]
    assert json.loads(json.dumps(record)) == record


def test_what_is_stored_counts_in_full():
    record = calc("x", MANY * 10, "count", scale="million").record()
    assert record["printed"] == ["2600000.0"] or record["printed"] == ["2600000"]
    assert record["shown"] == "at least 2.6 million"


def test_dollar_signs_start_no_formula():
    bundle = calc("x", 16 - RANGE, "USD/hour")._repr_mimebundle_()
    assert "<span>$</span>9–11" in bundle["text/html"]
    assert bundle["text/html"].replace("<span>$</span>", "").count("$") == 0


def test_several_are_one_output():
    made = lines(calc("a", RANGE * 2, "USD"), calc("b", RANGE * 3, "USD"))._repr_mimebundle_()
    assert [record["name"] for record in made[MIME]] == ["a", "b"]
    assert made["text/html"].count("<p ") == 2
    assert made["text/plain"].count("\n") == 1


@pytest.mark.parametrize(
    ("name", "value", "options", "message"),
    [
        ("Gap", RANGE, {}, "can't be in an address"),
        ("gap", RANGE - RANGE, {"scale": "zillion"}, "no scale word"),
        ("gap", 22.3, {}, "comes from no claim"),
    ],
)
def test_what_is_no_calculation(name, value, options, message):
    with pytest.raises(UsmexDataError, match=message):
        calc(name, value, "USD", **options)


@pytest.mark.parametrize(
    ("value", "modifier", "ends"),
    [
        (16 - RANGE, "range", (9.0, 11.0)),
        (MEXICO - STATES, "exact", (22.3,)),
        (ABOUT - 1, "approx", (15.0,)),
        (LINE - RANGE, "at_least", (9.0,)),
        (FEW * 2, "at_most", (16000.0,)),
    ],
)
def test_a_calculation_is_drawn_as_ours(value, modifier, ends):
    (row,) = rows_of(rows(calc("x", value, "USD"), category="gap"))
    assert row.computed
    assert shape_of(row).computed
    assert row.modifier == modifier
    assert row.ends == pytest.approx(ends)
    assert row.category == "gap"
    assert row.quote[row.quote_start : row.quote_end] == row.text


def test_the_note_says_that_it_is_ours():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title of just enough words", "Wages", name="x", alt=alt, height=1.5)
    charts.dots(figure, rows(calc("wage-gap", 16 - RANGE, "USD/hour"), category="gap")).finish()
    assert figure.note == "Our calculation: 16 − [5 … 7] = $9–11 an hour (white-papers-10500)."
