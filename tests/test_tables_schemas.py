"""Schemas refuse wrong rows, and say which row, which cell and what should stand there."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from table_samples import QUOTE, claim, quantity, source
from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import Table
from usmex_data.tables.fields import meaning, meanings
from usmex_data.tables.reference import reference_tables
from usmex_data.tables.schemas import check, check_table, schema_of
from usmex_data.tables.tidy import claims_table, quantities_table, tidy_tables


def tables(claims, quantities=()):
    sources = [source()]
    return [
        claims_table(claims),
        quantities_table(quantities),
        *tidy_tables(claims, sources),
        *reference_tables(claims, quantities, sources),
    ]


def test_sound_tables_pass():
    check(tables([claim()], [quantity()]))
    check(tables([]))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"modifier": "aprox"}, "modifier 'aprox' must be one of exact, approx, at_least, at_most, range"),
        ({"status": ""}, "status must not be empty"),
        ({"unit": ""}, "unit must not be empty without the doubt unit_unknown"),
        ({"doubt": ("whose_dollar", "hunch")}, "doubt 'hunch' is none of decimal_comma, scale_letter"),
        ({"change": "rise"}, "change 'rise' must be one of level, increase, decrease"),
        ({"passage": "box"}, "passage 'box' must be one of"),
        ({"claim_id": "White Papers-120"}, "claim_id 'White Papers-120' must have the form"),
        ({"fact_id": "f-12"}, "fact_id 'f-12' must have the form"),
        ({"geography": "Mexico"}, "geography 'Mexico' must have the form"),
        ({"period": "in 2019"}, "period 'in 2019' must have the form"),
        ({"period": "2019-2020"}, "period '2019-2020' must have the form"),
        ({"start": -1}, "start -1 must be 0 or more"),
        ({"start": 148}, "its span ends where it begins: 148 to 148"),
        ({"quote_end": 49}, "quote_start and quote_end do not show 'about 5.1 billion cubic feet per day'"),
        ({"hedge": "nearly"}, "hedge 'nearly' is not in the quote"),
        ({"base": "of demand"}, "base 'of demand' is not in the quote"),
        ({"counted": "barrels"}, "counted 'barrels' is not in the quote"),
        ({"subject": "Canada"}, "subject 'Canada' is not in the quote"),
        ({"period_text": "last year"}, "period_text 'last year' is not in the quote"),
        ({"geography": "USA+MEX"}, "geography 'USA+MEX' is not in order"),
        ({"partner": "USA+USA"}, "partner 'USA+USA' is not in order, or has a place twice"),
        ({"claim_id": "trade-paper-120"}, "its id does not begin with its source, white-papers"),
        ({"value": None}, "approx without a value"),
        ({"value_low": Decimal(5)}, "approx 5.1 cannot be bounded by '5' and ''"),
        ({"modifier": "exact"}, "exact 5.1 cannot be bounded by '' and ''"),
        ({"modifier": "at_least", "value_high": Decimal("5.1")}, "at_least 5.1 cannot be bounded by '' and '5.1'"),
        ({"modifier": "at_most", "value_low": Decimal("5.1")}, "at_most 5.1 cannot be bounded by '5.1' and ''"),
        ({"modifier": "range"}, "a range has two ends, the lower first, and no value"),
        ({"modifier": "range", "value": None, "value_low": Decimal(7), "value_high": Decimal(5)}, "'7' to '5'"),
        ({"modifier": "range", "value": None, "value_low": Decimal(5)}, "a range has two ends"),
    ],
)
def test_a_wrong_claim_is_refused(wrong, said):
    row = claim(fact_id="f-0123456789", **{key: value for key, value in wrong.items() if key != "fact_id"})
    if "fact_id" in wrong:
        row = replace(row, fact_id=wrong["fact_id"])
    with pytest.raises(UsmexDataError) as caught:
        check_table(claims_table([row]))
    assert said in str(caught.value)
    assert "claims.csv is not as it should be" in str(caught.value)
    assert row.claim_id in str(caught.value)


@pytest.mark.parametrize(
    "right",
    [
        {"modifier": "exact", "value_low": Decimal("5.1"), "value_high": Decimal("5.1")},
        {"modifier": "at_least", "value_low": Decimal("5.1")},
        {"modifier": "at_most", "value_high": Decimal("5.1")},
        {"modifier": "range", "value": None, "value_low": Decimal(5), "value_high": Decimal(7)},
        *(
            {"period": period}
            for period in ("", "2020-02", "1994/2016", "2008/..", "../2025", "201X", "2019~", "2021-01-20")
        ),
        {"doubt": ("whose_dollar", "carried_period")},
        {"unit": "", "doubt": ("unit_unknown",)},
        *({"geography": place} for place in ("", "MEX+USA", "US-CA", "CENTRAL_AMERICA", "G20", "CAN+MX-BCN+US-CA")),
    ],
)
def test_a_right_claim_passes(right):
    check_table(claims_table([claim(**right)]))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"disposition": "date"}, "disposition 'date' with claim_id 'white-papers-120'"),
        ({"claim_id": ""}, "disposition 'claim' with claim_id ''"),
        ({"disposition": "number"}, "disposition 'number' must be one of claim, date, window"),
        ({"text": ""}, "text must not be empty"),
        ({"quantity_id": "white-papers-120"}, "quantity_id 'white-papers-120' must have the form"),
    ],
)
def test_a_wrong_quantity_is_refused(wrong, said):
    with pytest.raises(UsmexDataError) as caught:
        check_table(quantities_table([quantity(**wrong)]))
    assert said in str(caught.value)


def test_a_key_stands_once():
    with pytest.raises(UsmexDataError, match="claim_id 'white-papers-120' stands in more than one row"):
        check_table(claims_table([claim(), claim(start=200, end=210)]))


def test_every_wrong_row_is_counted_and_the_first_are_named():
    wrong = [claim(claim_id=f"white-papers-{at}", start=at, end=at + 9, status="") for at in range(100, 900, 100)]
    with pytest.raises(UsmexDataError, match="… and 3 more") as caught:
        check_table(claims_table(wrong))
    assert str(caught.value).count("status must not be empty") == 5


def test_other_columns_are_refused():
    with pytest.raises(UsmexDataError, match=r"topics\.csv: its columns are id, name"):
        check_table(Table("topics", ("id", "name"), ()))


def test_a_cell_of_another_type_is_refused():
    sound = tables([claim()])[0]
    at = sound.columns.index("start")
    row = (*sound.rows[0][:at], "soon", *sound.rows[0][at + 1 :])
    with pytest.raises(UsmexDataError, match="a cell is not of its column's type"):
        check_table(Table("claims", sound.columns, (row,)))


@pytest.mark.parametrize(
    ("claims", "quantities", "said"),
    [
        ([claim(indicator="no_such_indicator")], (), "indicators.csv has no id 'no_such_indicator'"),
        ([claim(copy_of="white-papers-1")], (), "claims.csv has no claim_id 'white-papers-1'"),
        ([claim()], [quantity(claim_id="white-papers-7")], "claims.csv has no claim_id 'white-papers-7'"),
        ([claim(), claim(claim_id="white-papers-130", start=130, end=160, period="2018")], (), "overlap"),
        (
            [
                claim(fact_id="f-0123456789"),
                claim(fact_id="f-0123456789", claim_id="white-papers-9", start=9, end=20, status="rule"),
            ],
            (),
            "white-papers-9 and white-papers-120 are one fact and differ in status",
        ),
        (
            [
                claim(),
                claim(claim_id="white-papers-500", start=500, end=510, copy_of="white-papers-120"),
                claim(claim_id="white-papers-900", start=900, end=910, copy_of="white-papers-500"),
            ],
            (),
            "white-papers-900 copies white-papers-500, which is a copy itself",
        ),
    ],
)
def test_what_does_not_fit_together_is_refused(claims, quantities, said):
    with pytest.raises(UsmexDataError) as caught:
        check(tables(claims, quantities))
    assert said in str(caught.value)


@pytest.mark.parametrize("name", meanings())
def test_every_table_has_a_schema_of_its_columns(name):
    schema = schema_of(meaning(name))
    assert tuple(schema.columns) == meaning(name).columns
    assert schema.strict
    assert schema.ordered


def test_the_samples_are_what_they_say():
    assert QUOTE[14:50] == claim().text
