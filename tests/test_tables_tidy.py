"""Tidy tables: one row a fact, and what its row says of the claims that state it."""

from __future__ import annotations

from dataclasses import fields
from decimal import Decimal

import pytest

from table_samples import claim, quantity, source
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.errors import UsmexDataError
from usmex_data.tables.tidy import claims_table, facts_table, quantities_table, stated_year, tidy_tables, year_of

CONTRACT = {
    "claims": "claim_id fact_id copy_of source section passage start end text quote quote_start quote_end value "
    "value_low value_high unit counted base modifier hedge change status topic indicator category subject geography "
    "partner period period_text inferred doubt attribution note",
    "quantities": "quantity_id source start end text value unit period disposition claim_id sentence_start "
    "sentence_end",
    "tidy": "fact_id indicator title category geography partner period year stated value value_low value_high unit "
    "modifier change status base attribution n_statements n_claims claim_ids",
    "topics": "trade auto_rules_of_origin electricity_prices natural_gas oil energy_transition economy migration "
    "diaspora gender_gaps health_security diplomacy border_water governance other",
}
SOURCES = (source(),)


def rows(table):
    return [dict(zip(table.columns, row, strict=True)) for row in table.rows]


def tidy(claims, sources=SOURCES, topic="natural_gas"):
    return rows({table.name: table for table in tidy_tables(claims, sources)}[topic])


def test_the_columns_are_the_contracts():
    assert " ".join(claims_table([]).columns) == CONTRACT["claims"]
    assert " ".join(quantities_table([]).columns) == CONTRACT["quantities"]
    tables = tidy_tables([], [])
    assert " ".join(table.name for table in tables) == CONTRACT["topics"]
    assert {" ".join(table.columns) for table in tables} == {CONTRACT["tidy"]}
    assert [field.name for field in fields(Claim)] == CONTRACT["claims"].split()
    assert [field.name for field in fields(QuantityRow)] == CONTRACT["quantities"].split()


def test_rows_stand_as_they_are():
    assert rows(claims_table([claim()]))[0]["quote_end"] == 50
    assert rows(quantities_table([quantity()]))[0]["disposition"] == "claim"


def test_claims_of_one_fact_are_one_row():
    first = claim(attribution="EIA")
    again = claim(claim_id="report-2022-7", source="report-2022", attribution="CRE")
    copy = claim(claim_id="trade-paper-9", source="trade-paper", copy_of="white-papers-120", attribution="EIA")
    sources = [source(), source(id="report-2022", published="2022"), source(id="trade-paper", published="2020")]
    (row,) = tidy([first, again, copy], sources)
    assert row["claim_ids"] == ("white-papers-120", "report-2022-7", "trade-paper-9")
    assert (row["indicator"], row["title"]) == ("natural_gas_imports", "Imports of natural gas")
    assert (row["n_claims"], row["n_statements"]) == (3, 2)
    assert row["attribution"] == ("EIA", "CRE")
    assert (row["stated"], row["year"], row["period"]) == (2020, 2019, "2019")
    assert (str(row["value"]), row["unit"], row["modifier"]) == ("5.1", "bcf/day", "approx")


def test_close_is_not_the_same():
    two = [claim(), claim(claim_id="white-papers-900", modifier="exact", hedge="")]
    assert [row["modifier"] for row in tidy(two)] == ["approx", "exact"]


def test_facts_stand_where_they_are_first_stated_and_in_no_other_table():
    claims = [claim(period="2018"), claim(claim_id="white-papers-900", topic="oil"), claim(claim_id="white-papers-950")]
    claims[2] = claim(claim_id="white-papers-950", period="2017")
    assert [row["period"] for row in tidy(claims)] == ["2018", "2017"]
    assert [row["claim_ids"] for row in tidy(claims, topic="oil")] == [("white-papers-900",)]
    assert tidy(claims, topic="trade") == []


def test_a_topic_that_there_is_not_is_refused():
    with pytest.raises(UsmexDataError, match="there is no topic 'gas'"):
        tidy_tables([claim(topic="gas")], [source()])


def test_a_fact_in_two_topics_is_refused():
    claims = [claim(fact_id="f-0123456789"), claim(claim_id="white-papers-900", fact_id="f-0123456789", topic="oil")]
    with pytest.raises(UsmexDataError, match="one fact, f-0123456789, in two topics: natural_gas and oil"):
        tidy_tables(claims, [source()])


@pytest.mark.parametrize(
    ("period", "year"),
    [
        ("", None),
        ("2019", 2019),
        ("2020-02", 2020),
        ("2021-01-20", 2021),
        ("2019~", 2019),
        ("2020-06/2020-08", 2020),
        ("2019/2019", 2019),
        ("1994/2016", None),
        ("2008/..", None),
        ("../2025", None),
        ("201X", None),
    ],
)
def test_the_year_of_a_period(period, year):
    assert year_of(period) == year


@pytest.mark.parametrize(
    ("published", "not_before", "year"),
    [("2021", "", 2021), ("2021-02-26", "", 2021), ("", "2023-05-09", 2023), ("", "", None)],
)
def test_the_year_of_a_source(published, not_before, year):
    assert stated_year(source(published=published, not_before=not_before)) == year


# --- all topics in one ---


def facts(claims, sources=SOURCES):
    return rows(facts_table(claims, sources))


def test_facts_have_every_column_of_the_topics_and_their_values():
    claims = [claim(), claim(claim_id="white-papers-9", fact_id="f-0000000009", topic="oil", indicator="")]
    one = {row["fact_id"]: row for row in facts(claims)}
    for topic in ("natural_gas", "oil"):
        for row in tidy(claims, topic=topic):
            assert row.items() <= one[row["fact_id"]].items()
    assert [row["topic"] for row in one.values()] == ["natural_gas", "oil"]


def test_a_fact_shows_the_earliest_claim_that_is_no_copy():
    copy = claim(claim_id="trade-paper-9", source="trade-paper", copy_of="white-papers-120", quote="A reprint.")
    later = claim(claim_id="report-2022-7", source="report-2022", quote="Said again.")
    undated = claim(claim_id="forum-page-3", source="forum-page", quote="No date.")
    sources = [
        source(id="trade-paper", published="2019"),
        source(id="report-2022", published="2022"),
        source(id="forum-page", published=""),
        source(published="2021"),
    ]
    (row,) = facts([copy, later, undated, claim()], sources)
    assert (row["source"], row["quote"]) == ("white-papers", claim().quote)
    assert row["address"] == f"sources/white-papers.html#{claim().claim_id}"


@pytest.mark.parametrize(
    ("value", "unit", "comparable"),
    [
        ("6.8", "UScent/kWh", ("68", "USD/MWh")),
        ("104", "USD/MWh", ("104", "USD/MWh")),
        ("16", "USD/hour", ("16", "USD/hour")),
    ],
)
def test_figures_of_one_kind_stand_on_one_scale(value, unit, comparable):
    stated = Decimal(value)
    (row,) = facts([claim(value=stated, value_low=stated, value_high=None, unit=unit)])
    found = row["comparable_value"], row["comparable_low"], row["comparable_unit"]
    assert found == (Decimal(comparable[0]), Decimal(comparable[0]), comparable[1])
    assert row["comparable_high"] is None
    assert (row["value"], row["unit"]) == (stated, unit)


def test_a_range_has_no_comparable_value():
    (row,) = facts([claim(value=None, value_low=Decimal(5), value_high=Decimal(7), unit="GW", modifier="range")])
    assert (row["comparable_value"], row["comparable_low"], row["comparable_high"]) == (None, 5000, 7000)
