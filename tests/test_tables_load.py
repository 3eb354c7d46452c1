"""Loading: names, filters, what a frame says of itself, and what to do where a table is not there."""

from __future__ import annotations

import inspect
import shutil

import pytest

import usmex_data as um
from usmex_data.errors import UsmexDataError
from usmex_data.tables.fields import meanings


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("electricity", "electricity_prices"),
        ("electricity prices", "electricity_prices"),
        ("Claims", "claims"),
        ("gender-gaps", "gender_gaps"),
        ("claim", "claims"),
    ],
)
def test_a_name_that_is_nearly_right(built, name, meant):
    with pytest.raises(UsmexDataError, match=f"did you mean .*{meant}") as caught:
        um.load(name)
    assert "known: claims, quantities, checks, trade" in str(caught.value)


def test_a_name_like_none(built):
    with pytest.raises(UsmexDataError, match="there is no table 'zzz'") as caught:
        um.load("zzz")
    assert "did you mean" not in str(caught.value)
    for name in meanings():
        assert name in str(caught.value)


@pytest.mark.parametrize("name", ["../raw/sources", "claims.csv", "", "claims\0"])
def test_a_name_is_no_path(built, name):
    with pytest.raises(UsmexDataError, match="there is no table"):
        um.load(name)


def test_a_frame_says_what_it_holds(built):
    frame = um.load("claims")
    attrs = frame.attrs
    assert attrs["name"] == "claims"
    assert attrs["units"]["percent"] == "Percent"
    assert set(attrs["units"]) == set(frame["unit"])
    assert "U.S.-Mexico Forum" in attrs["source"]
    assert attrs["licenses"] == ["CC-BY-4.0"]
    assert "© UC San Diego" in attrs["rights"]
    assert set(attrs["fields"]) == set(frame.columns)
    assert um.load("indicators").attrs["title"] == "Indicators"


def test_claims_by_source_topic_and_indicator(built):
    every = um.claims()
    assert len(every) == len(um.load("claims"))
    some = um.claims(source="report-2022", topic="migration")
    assert 0 < len(some) < len(every)
    assert set(some["source"]) == {"report-2022"}
    assert set(some["topic"]) == {"migration"}
    assert list(some.index) == list(range(len(some)))
    indicator = every["indicator"].dropna().iloc[0]
    assert set(um.claims(indicator=indicator)["indicator"]) == {indicator}
    assert some.attrs["name"] == "claims"


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ({"topic": "trades"}, "there is no topic 'trades'\n  did you mean trade"),
        ({"source": "white-paper"}, "there is no source 'white-paper'\n  did you mean white-papers"),
        ({"indicator": "zzz"}, "there is no indicator 'zzz'"),
    ],
)
def test_a_filter_that_there_is_not(built, asked, said):
    with pytest.raises(UsmexDataError) as caught:
        um.claims(**asked)
    assert said in str(caught.value)


def test_a_table_that_is_not_built(corpus):
    with pytest.raises(UsmexDataError, match="the table is not built yet") as caught:
        um.load("trade")
    assert "python -m usmex_data build" in str(caught.value)


def test_a_table_with_other_columns(built, corpus):
    shutil.copytree(built / "data/clean", corpus / "data/clean")
    (corpus / "data/clean/trade.csv").write_text("id,value\n")
    with pytest.raises(UsmexDataError, match="not the columns that the table has"):
        um.load("trade")


def test_claims_is_a_function_and_no_room_shares_its_name(built):
    assert inspect.isfunction(um.claims)
    assert len(um.claims(topic="trade")) == (um.load("claims")["topic"] == "trade").sum()


# --- one claim by its meaning --------------------------------------------------------------------------------------


def test_one_claim_by_its_meaning(built):
    every = um.claims()
    own = every[every["copy_of"].isna()]
    alone = own.groupby("indicator", observed=True)["fact_id"].transform("nunique") == 1
    wanted = own[alone].iloc[0]
    found = um.claim(wanted["indicator"])
    assert (found["claim_id"], found["quote"]) == (wanted["claim_id"], wanted["quote"])


def test_a_fact_stated_again_is_its_first_claim_and_never_a_copy(built):
    every = um.claims()
    alone = every.groupby("indicator", observed=True)["fact_id"].transform("nunique") == 1
    again = every[alone & every.duplicated("fact_id", keep=False)]
    assert len(again)
    for indicator, rows in again.groupby("indicator", observed=True):
        found = um.claim(str(indicator))
        assert found["claim_id"] == rows[rows["copy_of"].isna()]["claim_id"].iloc[0]


def test_where_several_facts_fit_the_error_lists_them(built):
    facts = um.claims().groupby("indicator", observed=True)["fact_id"].nunique()
    indicator = str(facts.idxmax())
    with pytest.raises(UsmexDataError, match=rf"{facts.max()} facts fit indicator='{indicator}'") as caught:
        um.claim(indicator)
    rows = um.claims(indicator=indicator).drop_duplicates("fact_id")
    lines = str(caught.value).splitlines()
    assert all(
        any(row.claim_id in line and repr(row.text) in line for line in lines) for row in rows.head(30).itertuples()
    )


def test_where_no_claim_fits_the_error_lists_those_of_the_indicator(built):
    indicator = str(um.claims()["indicator"].iloc[0])
    with pytest.raises(UsmexDataError, match="no claim fits") as caught:
        um.claim(indicator, period="1066")
    assert um.claims(indicator=indicator)["claim_id"].iloc[0] in str(caught.value)


def test_what_no_column_is_named(built):
    with pytest.raises(UsmexDataError, match="there is no column of claims 'place'"):
        um.claim(str(um.claims()["indicator"].iloc[0]), place="MEX")
    with pytest.raises(UsmexDataError, match="there is no indicator 'rain'"):
        um.claim("rain")
