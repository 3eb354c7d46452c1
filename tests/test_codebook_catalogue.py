"""The catalogue knows claims by words of meaning: in the sources, and in texts it has never seen."""

from __future__ import annotations

import re
from typing import Any

import pytest

import claims_samples as sample
from readers import claims
from usmex_data import catalogue
from usmex_data.annotation.gazetteer import places
from usmex_data.annotation.where import place_groups
from usmex_data.catalogue import indicator
from usmex_data.codebook.catalogue import compile_entries, known_in_full
from usmex_data.codebook.patterns import fold, mark, mark_dates, template, term
from usmex_data.codebook.suggestions import suggest
from usmex_data.errors import UsmexDataError
from usmex_data.quantities.dates import dates

# What the papers say, at times shortened, and what a careful reader makes of it: indicator, category, geography,
# partner, period.
READ = [
    (
        (
            "The United States is, by far, Mexico's top trading partner, and Mexico is the United States' "
            "second largest partner."
        ),
        [("rank_as_trading_partner", "", "USA", "MEX", ""), ("rank_as_trading_partner", "", "MEX", "USA", "")],
    ),
    (
        "Mexico has an important trade relationship with China (its second trading partner after the U.S.).",
        [("rank_as_trading_partner", "", "CHN", "MEX", "")],
    ),
    (
        "Mexico and the United States are each country's leading trade partner.",
        [("rank_as_trading_partner", "", "MEX+USA", "", "")],
    ),
    (
        (
            "Mexican imports of natural gas from the U.S. by gas pipeline reached 5.1 billion cubic feet per day in "
            "2019, compared to 4.8 bcf in 2017."
        ),
        [
            ("natural_gas_imports", "pipeline", "MEX", "USA", "2019"),
            ("natural_gas_imports", "pipeline", "MEX", "USA", "2017"),
        ],
    ),
    (
        (
            "In contrast, Mexican mid- and large-size industrials paid $12 US cents/KWh and $8.4 US cents/KWh "
            "respectively in 2019 according to Mexico's Energy Regulatory Commission, CRE."
        ),
        [
            ("industrial_electricity_tariff", "mid-size industrial", "MEX", "", "2019"),
            ("industrial_electricity_tariff", "large-size industrial", "MEX", "", "2019"),
        ],
    ),
    (
        (
            "In 2019, the average cost of natural gas in Mexico was below $3/mmbtu versus nearly $8/mmbtu for fuel "
            "oil and around $25/mmbtu for diesel."
        ),
        [
            ("fuel_cost", "natural gas", "MEX", "", "2019"),
            ("fuel_cost", "fuel oil", "MEX", "", "2019"),
            ("fuel_cost", "diesel", "MEX", "", "2019"),
        ],
    ),
    (
        (
            "Of this 40%, 15% can relate to research and development, and information technology jobs, while 25% must "
            "relate to manufacturing costs."
        ),
        [
            ("labor_value_content_requirement", "total", "USMCA", "", ""),
            ("labor_value_content_requirement", "research, development and IT", "USMCA", "", ""),
            ("labor_value_content_requirement", "manufacturing", "USMCA", "", ""),
        ],
    ),
    (
        "The gender gap in working poverty is 4.3 percentage points in Mexico, 1 in the U.S., and 0.1 in Canada.",
        [
            ("gender_gap_working_poverty", "", "MEX", "", ""),
            ("gender_gap_working_poverty", "", "USA", "", ""),
            ("gender_gap_working_poverty", "", "CAN", "", ""),
        ],
    ),
    (
        (
            "It is estimated that 30 thousand migrants from Central America and 15 thousand Ukrainians have crossed "
            "from Tijuana into San Diego. Over 500 Russian nationals are crossing weekly."
        ),
        [
            ("migrants_crossed", "", "US-CA", "CENTRAL_AMERICA", ""),
            ("migrants_crossed", "", "US-CA", "UKR", ""),
            ("migrants_crossing_per_week", "", "US-CA", "RUS", ""),
        ],
    ),
    (
        (
            "The average capacity factor of wind plants was about 42.5% in the United States and Mexico in 2019. "
            "For China it was 26%."
        ),
        [
            ("capacity_factor", "onshore wind", "MEX+USA", "", "2019"),
            ("capacity_factor", "onshore wind", "CHN", "", ""),
        ],
    ),
]

# Sentences that no source holds, as next year's report may write them.
UNSEEN = [
    (
        "In 2022, Mexico imported 5.7 billion cubic feet per day of natural gas by pipeline from the United States.",
        ("natural_gas_imports", "pipeline", "MEX", "USA", "2022"),
    ),
    ("Canada is Mexico's third largest trading partner.", ("rank_as_trading_partner", "", "CAN", "MEX", "")),
    (
        "Mexico became the United States' top trading partner in 2023.",
        ("rank_as_trading_partner", "", "MEX", "USA", "2023"),
    ),
    ("There are now 53 Mexican consulates in the United States.", ("consulates", "", "USA", "MEX", "")),
    ("There are three U.S. consulates in Canada.", ("consulates", "", "CAN", "USA", "")),
    (
        "Some 310,000 Mexicans travel to the United States each year for seasonal work.",
        ("seasonal_workers_per_year", "", "USA", "MEX", ""),
    ),
    (
        "Under the USMCA, 45% of a truck's value must count as labor value content.",
        ("labor_value_content_requirement", "total", "USMCA", "", ""),
    ),
    ("In 2023, coal generation cost $88/MWh in Mexico.", ("power_generation_cost", "coal", "MEX", "", "2023")),
    ("The U.S. GDP grew 2.5% in 2023.", ("gdp_change", "", "USA", "", "2023")),
    (
        "Mexico's GDP per capita grew 0.7% a year during 2000-2020.",
        ("gdp_per_capita_growth", "", "MEX", "", "2000/2020"),
    ),
    ("The exchange rate was 17.05 MX$/US$ in 2023.", ("exchange_rate", "", "MEX", "USA", "2023")),
    ("Over 70 countries have a price on carbon.", ("countries_pricing_carbon", "", "WORLD", "", "")),
]


@pytest.mark.parametrize(("sentence", "expected"), READ)
def test_a_claim_is_known_by_its_words(sentence: str, expected: list[tuple[str, ...]]) -> None:
    found = [(c.indicator, c.category, c.geography, c.partner, c.period) for c in sample.known(sentence)]
    assert [each[:4] for each in found] == [each[:4] for each in expected]
    assert all(read[4] == wanted[4] for read, wanted in zip(found, expected, strict=True) if wanted[4])


@pytest.mark.parametrize(("sentence", "expected"), UNSEEN)
def test_the_same_claim_in_other_words_is_known(sentence: str, expected: tuple[str, ...]) -> None:
    (claim,) = sample.known(sentence)
    assert (claim.indicator, claim.category, claim.geography, claim.partner, claim.period) == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "The bank keeps 25% of its deposits in cash.",
        "Sales of books rose by 12% in 2019.",
        "There were 1.3 unemployed people for every vacancy.",
        "The farm ships 40,000 crates a day.",
        "Rainfall reached 300 mm in May 2020.",
    ],
)
def test_what_nobody_measures_here_is_other(sentence: str) -> None:
    assert {(claim.topic, claim.indicator, claim.category) for claim in sample.known(sentence)} <= {("other", "", "")}


# --- the entries --------------------------------------------------------------------------------------------------


def test_topics_are_the_closed_list() -> None:
    assert [topic.id for topic in catalogue.topics()] == (
        "trade auto_rules_of_origin electricity_prices natural_gas oil energy_transition economy migration diaspora "
        "gender_gaps health_security diplomacy border_water governance other"
    ).split()
    assert all(topic.title and topic.takes_in.endswith(".") for topic in catalogue.topics())


def test_no_indicator_is_of_the_topic_other() -> None:
    assert {indicator.topic for indicator in catalogue.indicators()} == {topic.id for topic in catalogue.topics()} - {
        "other"
    }


@pytest.mark.parametrize("indicator", catalogue.indicators(), ids=lambda indicator: indicator.id)
def test_an_indicator_says_what_it_measures(indicator: catalogue.Indicator) -> None:
    assert re.fullmatch(r"[a-z]+(?:_[a-z0-9]+)*", indicator.id)
    assert indicator.title[0].isupper()
    assert not indicator.title.endswith(".")
    assert indicator.definition.endswith(".")
    assert len(indicator.definition.split()) >= 7
    units = catalogue.table("units")["unit"]
    assert all(part in units for part in indicator.unit.split("/")) or indicator.unit in units


def _texts(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [text for each in value.values() for text in _texts(each)]
    return [text for each in value for text in _texts(each)] if isinstance(value, list) else [str(value)]


@pytest.mark.parametrize("name", list(catalogue.entries()))
def test_no_value_is_written_into_an_entry(name: str) -> None:
    entry = catalogue.entries()[name]
    written = _texts({key: entry[key] for key in ("match", "categories", "declare", "where") if key in entry})
    assert not [
        text for text in written if re.search(r"\d|\bper ?cent\b|\b(?:m|b|tr)illion\b", text) if "G20" not in text
    ]


def test_declared_places_are_known() -> None:
    regions = catalogue.table("regions")["region"]
    coding = {
        code
        for entry in catalogue.entries().values()
        for part in (entry, *entry["match"])
        for field, value in part.get("declare", {}).items()
        if field != "period"
        for code in value.split("+")
        if code
    }
    assert all(code in regions or re.fullmatch(r"[A-Z]{3}|(?:MX|US)-[A-Z]{2,3}", code) for code in coding)


def test_no_period_is_declared_but_an_empty_one() -> None:
    periods = {
        part.get("declare", {}).get("period", "")
        for entry in catalogue.entries().values()
        for part in (entry, *entry["match"])
    }
    assert periods == {""}


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"unit": "percent"}, "the entry has no rule"),
        ({"unit": "percent", "match": [{"all": ["goats"], "sometimes": ["milk"]}]}, "sometimes"),
        ({"unit": "percent", "match": [{"units": ["percent"]}]}, "asks for no words"),
        ({"unit": "percent", "macth": [{"all": ["goats"]}]}, "macth"),
    ],
)
def test_an_entry_that_cannot_be_right_is_refused(entry: dict[str, Any], message: str) -> None:
    with pytest.raises(UsmexDataError, match=message) as error:
        compile_entries({"goats": entry}, {"goats": "economy"})
    assert error.value.where == "indicators.toml, goats"
    assert error.value.remedy


@pytest.mark.parametrize("missing", ["title", "definition", "unit", "topic"])
def test_an_indicator_without_a_text_is_refused(missing: str) -> None:
    entry = {"title": "Goats", "definition": "How many there are.", "unit": "count", "topic": "economy"}
    with pytest.raises(UsmexDataError, match=f"no {missing}"):
        catalogue.indicator("goats", {**entry, missing: ""}, frozenset({"economy"}))


def test_an_unknown_topic_is_refused() -> None:
    entry = {"title": "Goats", "definition": "How many there are.", "unit": "count", "topic": "goats"}
    with pytest.raises(UsmexDataError, match="no topic 'goats'"):
        catalogue.indicator("goats", entry, frozenset({"economy"}))


# --- rules --------------------------------------------------------------------------------------------------------


def _found(entries: dict[str, dict[str, Any]], text: str) -> list[list[str]]:
    known = sample.catalogue_of(entries)
    return [[f"{d.indicator}:{d.category}" for d in known.find(each)] for each in sample.context(text)]


def test_the_rule_that_asks_for_more_wins() -> None:
    entries = {
        "milk": {"unit": "percent", "match": [{"all": ["milk"]}]},
        "goat_milk": {"unit": "percent", "match": [{"all": ["milk", "goat*"]}]},
    }
    assert _found(entries, "Goats give 12% of the milk.") == [["goat_milk:"]]
    assert _found(entries, "Cows give 80% of the milk.") == [["milk:"]]
    assert _found(entries, "Cows give 80% of the meat.") == [[]]


def test_rules_of_different_meaning_with_as_many_conditions_are_ambiguous() -> None:
    entries = {
        "milk": {"unit": "percent", "match": [{"all": ["milk"]}]},
        "goats": {"unit": "percent", "match": [{"all": ["goat*"]}]},
    }
    assert _found(entries, "Goats give 12% of the milk.") == [["milk:", "goats:"]]


def test_rules_of_the_same_meaning_are_not() -> None:
    entries = {"milk": {"unit": "percent", "match": [{"all": ["milk"]}, {"all": ["goat*"]}]}}
    assert _found(entries, "Goats give 12% of the milk.") == [["milk:"]]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ({"before": ["goats"]}, [True, False]),
        ({"after": ["goats"]}, [False, False]),
        ({"after": ["sheep"]}, [False, True]),
        ({"near": ["sheep"]}, [False, True]),
        ({"all": ["goats", "sheep"]}, [True, True]),
        ({"all": ["goats"], "none": ["sheep"]}, [False, False]),
        ({"all": ["goats"], "not_before": ["sheep"]}, [True, True]),
        ({"base": ["milk"]}, [True, False]),
        ({"base": ["sheep"]}, [False, True]),
        ({"context": ["farm"]}, [True, True]),
        ({"figure": ["about"]}, [True, False]),
        ({"all": ["goats"], "modifier": ["exact"]}, [False, True]),
    ],
)
def test_where_a_rule_looks(rule: dict[str, Any], expected: list[bool]) -> None:
    text = "This is about a farm. The goats give about 12% of the milk, and 30% of the sheep are black."
    found = _found({"farm": {"unit": "percent", "match": [rule]}}, text)
    assert [bool(each) for each in found] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Goats and sheep gave 12% and 30% respectively.", ["goats", "sheep"]),
        ("It is 12% for goats and 30% for sheep.", ["goats", "sheep"]),
        ("Goats gave 12%, while sheep gave 30%.", ["goats", "sheep"]),
        ("The sheep are gone. Of milk, 12% is left.", ["sheep"]),
        ("Of milk, 12% is left.", [""]),
    ],
)
def test_the_category_is_the_one_that_the_figure_is_of(text: str, expected: list[str]) -> None:
    entry = {
        "unit": "percent",
        "categories": {"sheep": "sheep", "goats": "goat*"},
        "match": [{"context": ["milk|gave|it"]}],
    }
    assert _found({"milk": entry}, text) == [[f"milk:{category}"] for category in expected]


def test_a_category_from_the_paragraph_is_inferred() -> None:
    entry = {"unit": "percent", "categories": {"sheep": "sheep"}, "match": [{"all": ["milk"]}]}
    (each,) = sample.context("The sheep are gone. Of the milk, 12% is left.")
    (coding,) = sample.catalogue_of({"milk": entry}).find(each)
    assert coding.outside == {"category"}


# --- what entries declare -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "rule", "fields", "outside"),
    [
        ("In Spain, goats give 12%.", {"declare": {"geography": "ESP"}}, {"geography": "ESP"}, set()),
        ("Goats give 12%.", {"declare": {"geography": "ESP"}}, {"geography": "ESP"}, {"geography"}),
        ("Goats of the U.S.-Mexico border give 12%.", {"declare": {"geography": "MEX+USA"}}, None, set()),
        ("Goats of Tijuana give 12%.", {"declare": {"geography": "MEX"}}, {"geography": "MEX"}, set()),
        ("Goats in Spain give 12%.", {"declare": {"geography": ""}}, {"geography": ""}, set()),
        (
            "Goats from Spain give 12% in France.",
            {"where": ["from {partner} ... {figure} in {geography}"]},
            {"geography": "FRA", "partner": "ESP"},
            set(),
        ),
        (
            "They came to France. Goats give 12%.",
            {"where": ["before: came to {geography}"]},
            {"geography": "FRA"},
            {"geography"},
        ),
    ],
)
def test_declared_places(text: str, rule: dict[str, Any], fields: dict[str, str] | None, outside: set[str]) -> None:
    each = sample.context(text)[-1]
    known = sample.catalogue_of({"goats": {"unit": "percent", "match": [{"all": ["goats"], **rule}]}})
    (coding,) = known.find(each)
    assert fields is None or coding.fields == fields
    assert coding.outside == outside


@pytest.mark.parametrize(
    ("text", "when", "period", "words", "outside"),
    [
        ("Goats gave 12% more; it was dry from 2010 to 2015.", "from {period}", "2010/2015", "2010 to 2015", set()),
        ("Goats gave 12% less; there was a peak in 2007.", "peak in {since}", "2007/..", "2007", set()),
        ("Until May 2011 it held. Goats gave 12%.", "until {until}", "../2011-05", "", {"period"}),
        ("Between 2015 and 2018 it was dry. Goats gave 12%.", "between {period}", "2015/2018", "", {"period"}),
    ],
)
def test_declared_times(text: str, when: str, period: str, words: str, outside: set[str]) -> None:
    each = sample.context(text)[-1]
    known = sample.catalogue_of({"goats": {"unit": "percent", "match": [{"all": ["goats"], "when": [when]}]}})
    (coding,) = known.find(each)
    assert coding.fields["period"] == period
    assert coding.fields["period_text"] == words
    assert coding.outside == outside


def test_words_that_were_read_for_another_time_fall() -> None:
    rule = {"all": ["goats"], "declare": {"period": ""}}
    (each,) = sample.context("In 2019, goats gave 12%.")
    (coding,) = sample.catalogue_of({"goats": {"unit": "percent", "match": [rule]}}).find(each)
    assert coding.fields == {"period": "", "period_text": ""}


# --- terms and templates ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "text", "holds"),
    [
        ("import*", "Imports of gas", True),
        ("import", "Imports of gas", False),
        ("regional value content|RVC", "the RVC requirement", True),
        ("regional value content|RVC", "the rvc requirement", False),
        ("regional value content|RVC", "Regional  Value-Content", True),
        ("fuel oil", "fuel-oil generation", True),
        ("oil", "turmoil", False),
        ("latter's", "the latter’s partner", True),
        ("U.S.", "in the U.S. today", True),
        ("a.b", "axb", False),
    ],
)
def test_terms(words: str, text: str, holds: bool) -> None:
    assert bool(term(words).search(fold(text))) is holds


def test_folding_keeps_offsets() -> None:
    text = "“Mexico’s” – 5 %\nof"
    assert len(fold(text)) == len(text)
    assert fold(text) == '"Mexico\'s" - 5 % of'


def test_marks() -> None:
    (said,) = claims("In 2019, Mexico bought 5% of U.S. gas.")
    marked = mark(said.quote, (said.quote_start, said.quote_end), said.places, said.dates)
    assert marked == "In ⟪2019⟫, ⟨MEX⟩ bought ⟦5%⟧ of ⟨USA⟩ gas."
    assert mark_dates("Since 2012 for solar") == "Since ⟪2012⟫ for solar"


@pytest.mark.parametrize(
    ("words", "sentence", "found"),
    [
        (
            "{geography} is {partner} {figure}",
            "The U.S. is Mexico's [first] partner.",
            {"geography": "USA", "partner": "MEX"},
        ),
        ("{geography} ... is {figure}", "Spain, with France, is [first].", {"geography": "FRA"}),
        ("{geography} was {figure}", "Spain is [first].", None),
        ("{geography} .... is {figure}", "Spain, with France, is [first].", {"geography": "ESP"}),
        ("{geography} ... {place} {figure}", "Spain holds the world's [largest] herd.", {"geography": "ESP"}),
        ("[ ... {partner} embassy", "It is the [largest U.S. embassy] abroad.", {"partner": "USA"}),
        ("{figure} are? of {partner} origin", "Some [five] of Mexican origin", {"partner": "MEX"}),
        ("{figure} are? of {partner} origin", "Some [five] are of Mexican origin", {"partner": "MEX"}),
        ("import|imports from {partner}", "imports from the United States [5]", {"partner": "USA"}),
        ("since ... {since} for wind", "[x] since 2012 for solar and 2010 for wind", {"since": "2010"}),
    ],
)
def test_templates(words: str, sentence: str, found: dict[str, str] | None) -> None:
    start, end = sentence.index("["), sentence.index("]") - 1
    plain = sentence.replace("[", "").replace("]", "")
    named = [(group.start, group.end, group.code) for group in place_groups(plain, places(plain))]
    dated = [(date.start, date.end, date.period) for date in dates(plain, 0, len(plain))]
    marked = mark(plain, (start, end), named, dated)
    match = template(words).search(marked)
    assert (match.groupdict() if match else None) == found


@pytest.mark.parametrize(
    ("text", "geography"),
    [
        ("Georgia shipped 5 million tons to other parts of the United States.", "US-GA"),
        ("Georgia shipped 5 million tons to Armenia and Turkey.", "GEO"),
        ("In New York, 12% of the goats are white.", "US-NY"),
    ],
)
def test_entries_see_the_places_that_the_reading_found(text: str, geography: str) -> None:
    """The words behind a figure tell which Georgia is meant; a template sees the same one."""
    (each,) = sample.context(text)
    entry = {"unit": each.reading.unit, "match": [{"all": ["Georgia|goats"]}], "where": ["{geography} ... {figure}"]}
    entry["where"] += ["In {geography}, {figure}"]
    (found,) = sample.catalogue_of({"goods": entry}).find(each)
    assert each.reading.geography == geography
    assert found.fields.get("geography", geography) == geography
    assert next(code for _, _, code in each.reading.places) == geography


# --- what nobody knows --------------------------------------------------------------------------------------------


def test_a_suggested_entry_can_be_completed() -> None:
    (each,) = sample.context("The valley has 45,000 black goats.")
    (entry,) = suggest([each])
    written = str(entry)
    assert written.splitlines()[0] == "[indicator.black_goats]"
    assert 'unit = "count"' in written
    assert 'counted = ["black", "goats"]' in written


def test_the_five_sources_are_known_in_full() -> None:
    assert all(map(known_in_full, ("white-papers", "trade-paper", "diplomacy-paper", "report-2022", "forum-page")))
    assert not known_in_full("report-2023")


@pytest.mark.parametrize(
    ("entry", "message"),
    [
        ({"match": "words"}, "match is no list of rules"),
        ({"match": ["words"]}, "match is no list of rules"),
        ({"match": [{"all": "words"}]}, "all is no list of words"),
        ({"match": [{"counted": ["…"]}]}, "counted is no list of words"),
        ({"match": [{"all": ["words"], "none": [3]}]}, "none is no list of words"),
    ],
)
def test_an_entry_of_another_shape_is_an_error_of_ours(entry: dict[str, Any], message: str) -> None:
    with pytest.raises(UsmexDataError, match=message):
        compile_entries({"name": {"unit": "count", **entry}}, {"name": "economy"})


@pytest.mark.parametrize("key", ["title", "definition", "unit", "topic"])
@pytest.mark.parametrize("left", ["…", "...", " ", "", 3])
def test_dots_that_nobody_completed_are_an_error(key: str, left: object) -> None:
    entry = {"title": "T", "definition": "D.", "unit": "count", "topic": "economy", key: left}
    with pytest.raises(UsmexDataError, match=f"the entry has no {key}"):
        indicator("name", entry, frozenset({"economy"}))
