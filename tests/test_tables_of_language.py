"""The tables of places, regions and units: every name has one meaning, every code exists, every unit converts."""

from __future__ import annotations

import logging
import re
import tomllib
from collections import defaultdict
from decimal import Decimal
from pathlib import Path

import pint
import pycountry
import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "src" / "usmex_data"


def table(path: str) -> dict:
    return tomllib.loads((PACKAGE / path).read_text("utf-8"))


PLACES = table("language/en/places.toml")
UNITS = table("language/en/units.toml")
REGIONS = table("catalogue/regions.toml")["region"]
DECLARED = table("catalogue/units.toml")["unit"]
REGISTRY = pint.UnitRegistry(on_redefinition="ignore")
REGISTRY.load_definitions(PACKAGE / "catalogue" / "pint_units.txt")

KINDS = ("country", "subdivision", "region")
COUNTRIES = {country.alpha_3 for country in pycountry.countries}
SUBDIVISIONS = {each.code for each in pycountry.subdivisions}


def more_than_one(meanings: dict) -> dict:
    return {name: what for name, what in meanings.items() if len(what) > 1}


# --- places ---


def named() -> dict[str, list[str]]:
    """Return the codes of every name, one for each time it stands in a table."""
    codes = defaultdict(list)
    for kind in KINDS:
        for code, names in PLACES[kind].items():
            for field in ("names", "demonyms", "weak"):
                for name in names.get(field, ()):
                    codes[name].append(code)
    for kind in ("city", "metonym"):
        for name, code in PLACES[kind].items():
            codes[name].append(code)
    for name, several in PLACES["ambiguous"].items():
        codes[name].append("|".join(several))
    for name in PLACES["not_places"]["names"]:
        codes[name].append("")
    return codes


NAMED = named()


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("United States", "USA"),
        ("U.S.", "USA"),
        ("US", "USA"),
        ("Americans", "USA"),
        ("Mexican American", "USA"),
        ("Mexico", "MEX"),
        ("México", "MEX"),
        ("Mexicans", "MEX"),
        ("Mexico City", "MX-CMX"),
        ("State of Mexico", "MX-MEX"),
        ("New Mexico", "US-NM"),
        ("Gulf of Mexico", "GULF_OF_MEXICO"),
        ("UAE", "ARE"),
        ("DRC", "COD"),
        ("Holland", "NLD"),
        ("Czechia", "CZE"),
        ("Ivory Coast", "CIV"),
        ("Côte d'Ivoire", "CIV"),
        ("South Korea", "KOR"),
        ("Saudi", "SAU"),
        ("Dutch", "NLD"),
        ("Californian", "US-CA"),
        ("Texans", "US-TX"),
        ("Washington, D.C.", "US-DC"),
        ("Washington State", "US-WA"),
        ("Washington", "USA"),
        ("Beijing", "CHN"),
        ("Brussels", "EU"),
        ("Moscow", "RUS"),
        ("London", "GBR"),
        ("Tijuana", "MX-BCN"),
        ("San Diego", "US-CA"),
        ("El Paso", "US-TX"),
        ("Ciudad Juárez", "MX-CHH"),
        ("Ciudad Juarez", "MX-CHH"),
        ("San Luis Potosí", "MX-SLP"),
        ("San Luis Potosi", "MX-SLP"),
        ("Latin American", "LATIN_AMERICA"),
        ("Central Americans", "CENTRAL_AMERICA"),
        ("North American", "NORTH_AMERICA"),
        ("Northern Triangle", "NORTHERN_TRIANGLE"),
        ("U.S.-Mexico border", "BORDER"),
        ("the Emirates", "ARE"),
        ("worldwide", "WORLD"),
        ("G20", "G20"),
        ("euro area", "EUROAREA"),
        ("Georgia", "GEO|US-GA"),
        ("Puerto Rico", "PRI"),
        ("World Bank", ""),
        ("Paris Agreement", ""),
        ("Mérida Initiative", ""),
        ("Colorado River", ""),
    ],
)
def test_place(name, code):
    assert NAMED[name] == [code]


def test_every_country_is_named():
    assert set(PLACES["country"]) == COUNTRIES


@pytest.mark.parametrize(("country", "number"), [("US", 51), ("MX", 32), ("CA", 13), ("BR", 27), ("IN", 36)])
def test_every_state_is_named(country, number):
    assert sum(code.startswith(f"{country}-") for code in PLACES["subdivision"]) == number


def test_subdivisions_exist():
    assert set(PLACES["subdivision"]) <= SUBDIVISIONS


def test_codes_of_names_exist():
    codes = {each for several in NAMED.values() for code in several for each in code.split("|") if each}
    assert not codes - COUNTRIES - SUBDIVISIONS - set(REGIONS)


def test_no_place_is_named_twice():
    assert not more_than_one(NAMED)


def test_cities_of_the_two_countries_give_their_state():
    assert not {name: code for name, code in PLACES["city"].items() if code in {"USA", "MEX"}}


def test_careful_names_are_names():
    assert not set(PLACES["careful"]["names"]) - set(NAMED)


def test_every_entry_has_a_name():
    for kind in KINDS:
        assert all(names["names"] and isinstance(names["demonyms"], list) for names in PLACES[kind].values())


@pytest.mark.parametrize("kind", ["country", "subdivision"])
def test_names_of_countries_and_states_have_a_capital(kind):
    every = [name for names in PLACES[kind].values() for name in names["names"] + names["demonyms"]]
    assert not [name for name in every if name == name.lower()]


def test_names_are_written_plainly():
    assert not [name for name in NAMED if re.search(r"[’‘–—\n]|^\s|\s$|\s\s|'s$", name)]


# --- regions ---


def test_regions_are_both_named_and_declared():
    assert set(REGIONS) == set(PLACES["region"])


@pytest.mark.parametrize("code", REGIONS)
def test_region(code):
    region = REGIONS[code]
    assert re.fullmatch(r"[A-Z][A-Z0-9_]+", code)
    assert code not in COUNTRIES
    assert set(region) <= {"name", "definition", "source", "members", "within"}
    assert region["name"]
    assert region["definition"].endswith(".")
    assert region["source"]
    for field in ("members", "within"):
        members = region.get(field, [])
        assert members == sorted(set(members))
        assert set(members) <= COUNTRIES | SUBDIVISIONS


@pytest.mark.parametrize(
    ("code", "number"),
    [
        ("USMCA", 3),
        ("BORDER", 10),
        ("CENTRAL_AMERICA", 7),
        ("NORTHERN_TRIANGLE", 3),
        ("G7", 7),
        ("G20", 19),
        ("EU", 27),
        ("EUROAREA", 20),
        ("OECD", 38),
        ("NATO", 32),
        ("ASEAN", 11),
        ("BRICS", 5),
        ("APEC", 21),
        ("UN", 193),
        ("AFRICAN_UNION", 55),
    ],
)
def test_number_of_members(code, number):
    assert len(REGIONS[code]["members"]) == number


def test_continents_share_out_the_countries():
    shared = [
        code for region in ("AFRICA", "AMERICAS", "ASIA", "EUROPE", "OCEANIA") for code in REGIONS[region]["members"]
    ]
    assert len(shared) == len(set(shared))
    assert COUNTRIES - set(shared) == {"ATA"}


@pytest.mark.parametrize(
    ("part", "whole"),
    [
        ("NORTHERN_TRIANGLE", "CENTRAL_AMERICA"),
        ("CENTRAL_AMERICA", "LATIN_AMERICA"),
        ("LATIN_AMERICA", "AMERICAS"),
        ("USMCA", "AMERICAS"),
        ("G7", "G20"),
        ("EUROAREA", "EU"),
        ("EU", "EEA"),
        ("BRICS", "BRICS_PLUS"),
        ("OPEC", "OPEC_PLUS"),
        ("US_BORDER_STATES", "BORDER"),
        ("MX_BORDER_STATES", "BORDER"),
    ],
)
def test_part_of(part, whole):
    assert set(REGIONS[part]["members"]) < set(REGIONS[whole]["members"])


# --- words and symbols of units ---


def spellings() -> dict[tuple[str, str], list[tuple[str, Decimal]]]:
    """Return what every alias stands for, by the alias and the word that must follow it."""
    meanings = defaultdict(list)
    for unit in UNITS["unit"]:
        meaning = unit["canonical"], Decimal(unit.get("factor", "1"))
        symbols = unit.get("symbols", ())
        aliases = {word.lower().replace("-", " ") for word in unit.get("words", ())}
        aliases |= set(symbols) if unit.get("case") else {symbol.lower() for symbol in symbols}
        for alias in aliases:
            meanings[alias, unit.get("of", "")].append(meaning)
    for code, currency in UNITS["currency"].items():
        for alias in {word.lower() for word in currency["words"]} | set(currency["prefixes"]):
            meanings[alias, ""].append((code, Decimal(1)))
    return meanings


SPELLINGS = spellings()


@pytest.mark.parametrize(
    ("alias", "of", "canonical", "factor"),
    [
        ("%", "", "percent", "1"),
        ("percentage points", "", "percentage_point", "1"),
        ("$", "", "USD", "1"),
        ("US$", "", "USD", "1"),
        ("pesos", "", "MXN", "1"),
        ("us cents", "", "UScent", "1"),
        ("pence", "", "GBP", "0.01"),
        ("gw", "", "GW", "1"),
        ("kwh", "", "kWh", "1"),
        ("megawatt hours", "", "MWh", "1"),
        ("mmbtu", "", "MMBtu", "1"),
        ("bcf", "", "bcf", "1"),
        ("tcf", "", "bcf", "1000"),
        ("bbl", "", "barrel", "1"),
        ("b/d", "", "barrel/day", "1"),
        ("kb/d", "", "barrel/day", "1000"),
        ("mb/d", "", "barrel/day", "1000000"),
        ("Mb/d", "", "barrel/day", "1000"),
        ("mmb/d", "", "barrel/day", "1000000"),
        ("tons", "co2", "tCO2", "1"),
        ("Mt", "co2", "tCO2", "1000000"),
        ("gt", "co2", "tCO2", "1000000000"),
        ("tonnes", "co2e", "tCO2e", "1"),
        ("tons", "", "ton", "1"),
        ("tonnes", "", "metric_ton", "1"),
        ("Mt", "", "metric_ton", "1000000"),
        ("MT", "", "metric_ton", "1"),
        ("acre feet", "", "acre_foot", "1"),
        ("°c", "", "degC", "1"),
        ("degrees celsius", "", "degC", "1"),
        ("decades", "", "year", "10"),
        ("mph", "", "mile/hour", "1"),
    ],
)
def test_unit_of_alias(alias, of, canonical, factor):
    assert SPELLINGS[alias, of] == [(canonical, Decimal(factor))]


def test_no_alias_stands_twice():
    assert not more_than_one(SPELLINGS)


def test_no_alias_in_any_case_hides_one_whose_case_matters():
    exact = {symbol for unit in UNITS["unit"] if unit.get("case") and "of" not in unit for symbol in unit["symbols"]}
    loose = {
        symbol.lower()
        for unit in UNITS["unit"]
        if not unit.get("case") and "of" not in unit
        for symbol in unit.get("symbols", ())
    }
    assert not {symbol for symbol in exact if symbol.lower() in loose}


@pytest.mark.parametrize(
    "symbol", ["t", "m", "s", "g", "h", "C", "W", "V", "l", "L", "ha", "mi", "pp", "bp", "x", "MB", "Mt"]
)
def test_short_symbols_need_a_digit(symbol):
    entries = [unit for unit in UNITS["unit"] if symbol in unit.get("symbols", ()) and "of" not in unit]
    assert len(entries) == 1
    assert entries[0]["needs_digit"]


def test_a_letter_alone_never_stands_without_a_digit():
    free = [
        symbol
        for unit in UNITS["unit"]
        if not unit.get("needs_digit") and "of" not in unit
        for symbol in unit.get("symbols", ())
        if len(symbol) == 1 and symbol.isalpha()
    ]
    assert not free


@pytest.mark.parametrize("unit", UNITS["unit"], ids=lambda unit: unit["canonical"])
def test_entry(unit):
    known = {"canonical", "kind", "symbols", "words", "case", "needs_digit", "weak", "shy", "factor", "of"}
    assert set(unit) <= known
    assert unit["kind"]
    assert unit.get("symbols") or unit.get("words")
    assert Decimal(unit.get("factor", "1")) > 0
    assert unit.get("of", "co2") in UNITS["following"]


def canonicals() -> set[str]:
    """Return every canonical unit that a table of English can yield, before composition."""
    rate = UNITS["rate"]
    found = {unit["canonical"] for unit in UNITS["unit"]} | set(UNITS["currency"]) | set(UNITS["counted"])
    found |= set(rate["denominators"]) | set(rate["population"])
    found |= set(rate["adverbs"].values()) | set(rate["adjectives"].values())
    return found | {row[field] for row in UNITS["absorb"] for field in ("of", "canonical")}


@pytest.mark.parametrize("canonical", sorted(canonicals()))
def test_what_english_yields_is_declared(canonical):
    assert canonical in DECLARED


@pytest.mark.parametrize("kind", ["denominators", "population"])
def test_no_denominator_stands_twice(kind):
    meanings = defaultdict(list)
    for unit, words in UNITS["rate"][kind].items():
        for word in words:
            meanings[word].append(unit)
    assert not more_than_one(meanings)


@pytest.mark.parametrize("denominator", UNITS["rate"]["denominators"])
def test_every_denominator_makes_a_price(denominator):
    price = REGISTRY.parse_units(f"USD/{denominator}")
    assert (price * REGISTRY.parse_units(denominator)).dimensionality == REGISTRY.parse_units("USD").dimensionality


@pytest.mark.parametrize("noun", ["people", "workers", "migrants", "Latinos", "students", "citizens"])
def test_people(noun):
    assert noun in UNITS["counted"]["person"]


def test_no_noun_is_counted_in_two_units():
    meanings = defaultdict(list)
    for unit, nouns in UNITS["counted"].items():
        for noun in nouns:
            meanings[noun].append(unit)
    assert not more_than_one(meanings)


def test_absorbed_scales():
    for row in UNITS["absorb"]:
        whole = REGISTRY.Quantity(1, row["canonical"]).to(row["of"]).magnitude
        assert whole == pytest.approx(float(row["size"]))
        assert Decimal(row["from"]) >= Decimal(row["size"])


def test_codes_that_are_words_are_codes():
    prefixes = {prefix for currency in UNITS["currency"].values() for prefix in currency["prefixes"]}
    assert set(UNITS["currency_codes"]["words_of_english"]) <= prefixes


# --- the catalogue of units ---

OF_THE_CONTRACT = (
    "percent percentage_point USD USD/hour USD/day USD/year UScent/kWh USD/MWh USD/MMBtu USD/barrel MXN/USD bcf/day "
    "barrel/day barrel GW tCO2 person person/day person/week person/year vehicle/day minute day month year mile degC "
    "ratio rank count"
).split()


@pytest.mark.parametrize("unit", OF_THE_CONTRACT)
def test_the_contract_s_units_are_declared(unit):
    assert unit in DECLARED


@pytest.mark.parametrize("unit", DECLARED)
def test_declared_unit(unit):
    entry = DECLARED[unit]
    assert set(entry) <= {"title", "one", "definition", "dimension", "pint"}
    assert entry["title"]
    assert entry["definition"].endswith(".")
    assert ("one" in entry) is ("/" not in unit)
    dimension = entry["dimension"]
    wanted = {} if dimension == "dimensionless" else dict(REGISTRY.get_dimensionality(dimension))
    assert dict(REGISTRY.parse_units(unit).dimensionality) == wanted
    assert REGISTRY.parse_units(entry["pint"]) == REGISTRY.parse_units(unit)


@pytest.mark.parametrize("unit", [unit for unit in DECLARED if "/" in unit])
def test_parts_of_a_rate_are_declared(unit):
    assert set(unit.split("/")) <= set(DECLARED)


@pytest.mark.parametrize(
    ("amount", "unit", "other", "expected"),
    [
        (12, "UScent/kWh", "USD/MWh", 120),
        (1, "bcf", "cubic_foot", 1_000_000_000),
        (1, "bcm", "cubic_meter", 1_000_000_000),
        (1, "MMBtu", "therm", 10),
        (1, "barrel", "gallon", 42),
        (1, "decennium", "year", 10),
        (4, "calendar_quarter", "year", 1),
        (1, "GWh", "MWh", 1000),
        (100, "basis_point", "percentage_point", 1),
        (1, "square_kilometer", "square_meter", 1_000_000),
        (34, "per_hundred_thousand", "per_million", 340),
        (1, "tCO2e", "tCO2", 1),
        (1, "USD/person/year", "USD/person/decennium", 10),
    ],
)
def test_conversion(amount, unit, other, expected):
    assert REGISTRY.Quantity(amount, unit).to(other).magnitude == pytest.approx(expected)


@pytest.mark.parametrize(
    ("unit", "other"), [("USD", "MXN"), ("person", "vehicle"), ("tCO2", "metric_ton"), ("rank", "count")]
)
def test_what_does_not_convert(unit, other):
    with pytest.raises(pint.DimensionalityError):
        REGISTRY.Quantity(1, unit).to(other)


def test_nothing_of_pint_is_redefined_but_the_barrel(caplog):
    """Pint's barrel holds 31.5 gallons, that of oil 42."""
    with caplog.at_level(logging.WARNING):
        pint.UnitRegistry().load_definitions(PACKAGE / "catalogue" / "pint_units.txt")
    assert {re.search("'(.*?)'", message)[1] for message in caplog.messages} == {"barrel", "bbl"}


def test_codes_of_currencies_are_iso_4217_or_said_not_to_be():
    iso = {currency.alpha_3 for currency in pycountry.currencies}
    for code in set(UNITS["currency"]) - iso:
        assert re.search(r"no longer in use|of no state", DECLARED[code]["definition"])
