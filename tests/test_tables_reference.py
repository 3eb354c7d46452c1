"""The tables that say what codes mean: every code of the data has its row, and an unknown one is an error."""

from __future__ import annotations

import pycountry
import pytest

import usmex_data
from table_samples import claim, quantity, source
from usmex_data.catalogue import table
from usmex_data.errors import UsmexDataError
from usmex_data.language import table as words
from usmex_data.tables.reference import _ALPHA_3, reference_tables, unit_row


def made(claims=(), quantities=(), sources=()):
    found = reference_tables(list(claims), list(quantities), list(sources))
    return {each.name: {row[0]: dict(zip(each.columns, row, strict=True)) for row in each.rows} for each in found}


def test_the_tables_are_those_of_the_contract():
    assert list(made()) == ["indicators", "topics", "sources", "doubts", "units", "regions", "bodies"]
    assert list(made(sources=[source()])["sources"]["white-papers"]) == (
        "id title authors publisher published not_before language kind file bytes sha256 rights "
        "n_quantities n_claims n_statements".split()
    )


def test_counts_tell_facts_claims_and_statements_apart():
    claims = [
        claim(),
        claim(claim_id="white-papers-900", copy_of="white-papers-120"),
        claim(claim_id="white-papers-950", period="2018"),
    ]
    tables = made(claims, [quantity(), quantity(quantity_id="white-papers-q9")], [source()])
    gas, text = tables["topics"]["natural_gas"], tables["sources"]["white-papers"]
    assert (gas["n_facts"], gas["n_claims"]) == (2, 3)
    assert (text["n_quantities"], text["n_claims"], text["n_statements"]) == (2, 3, 2)
    assert tables["units"]["bcf/day"]["n_claims"] == 3
    assert tables["units"]["USD"]["n_claims"] == 0
    assert tables["topics"]["trade"]["n_claims"] == 0


def test_a_rate_that_is_not_declared_is_composed():
    assert "USD/day/person" not in table("units")["unit"]
    row = unit_row("USD/day/person")
    assert row["title"] == "U.S. dollars per day per person"
    assert row["dimension"] == "[USD] / [time] / [person]"
    assert usmex_data.units()(row["pint"]).check("[USD] / [time] / [person]")


def test_a_unit_of_the_data_has_a_row_even_if_composed():
    assert made([claim(unit="USD/day/person")])["units"]["USD/day/person"]["n_claims"] == 1
    assert "mile/day" in made(quantities=[quantity(unit="mile/day")])["units"]


@pytest.mark.parametrize("unit", ["parsec", "USD/parsec", "parsec/day", "/day", "USD/"])
def test_an_unknown_unit_is_an_error(unit):
    with pytest.raises(UsmexDataError, match="there is no unit"):
        unit_row(unit)


@pytest.mark.parametrize("name", table("units")["unit"])
def test_pint_reads_every_unit_in_its_dimension(name):
    row = unit_row(name)
    quantity = usmex_data.units()(row["pint"])
    assert row["dimension"] == "dimensionless" or quantity.check(row["dimension"])
    assert row["dimension"] != "dimensionless" or getattr(quantity, "dimensionless", True)


def test_a_barrel_is_one_of_oil():
    registry = usmex_data.units()
    assert registry("1 barrel").to("gallon").magnitude == pytest.approx(42)
    assert registry("5.1 bcf/day").to("mcf/day").magnitude == pytest.approx(5_100_000)
    assert registry is usmex_data.units()


def test_places_of_the_data_have_rows():
    tables = made([claim(geography="MEX+USA", partner="US-CA"), claim(claim_id="white-papers-9", geography="BORDER")])
    places = tables["regions"]
    assert (places["MEX"]["kind"], places["MEX"]["name"], places["MEX"]["n_claims"]) == ("country", "Mexico", 1)
    assert (places["US-CA"]["kind"], places["US-CA"]["within"]) == ("subdivision", ("USA",))
    assert (places["BORDER"]["kind"], places["BORDER"]["n_claims"]) == ("region", 1)
    assert "US-TX" in places["BORDER"]["members"]
    assert "CAN" not in places


@pytest.mark.parametrize("code", ["ATLANTIS", "XYZ", "US-ZZ"])
def test_an_unknown_place_is_an_error(code):
    with pytest.raises(UsmexDataError, match=f"there is no place '{code}'"):
        made([claim(geography=code)])


def test_every_subdivision_lies_in_a_country():
    for code in words("places")["subdivision"]:
        assert _ALPHA_3[code[:2]] == pycountry.countries.get(alpha_2=code[:2]).alpha_3
