"""Rows of claims and quantities: every digit covered, nothing overlapping, every text what the raw text says."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import claims_samples as sample
from usmex_data.codebook.assemble import SourceText, assemble, require_known
from usmex_data.codebook.catalogue import Catalogue
from usmex_data.codebook.coverage import overlaps, plain_text, quantity_rows, uncovered
from usmex_data.codebook.records import Claim
from usmex_data.errors import UsmexDataError

GOLD = Path(__file__).parent / "gold"
SOURCES = ["white-papers", "trade-paper", "diplomacy-paper", "report-2022", "forum-page"]
MILK = {"milk": {"unit": "percent", "match": [{"all": ["milk"]}]}}
FARM = (
    "# The valley\n\nIn 2019, goats gave 12% of the milk in Spain.¹ Sheep gave 30% of the wool. Cows gave 5% of the "
    "milk.\n\n1. See https://example.org/goats-2019/table-7 for more.\n"
)


def _raw(source: str) -> str:
    return next(text.document.raw for text in sample.corpus() if text.source_id == source)


# --- claims -------------------------------------------------------------------------------------------------------


def _farm(known: Catalogue) -> list[Claim]:
    return list(assemble([sample.source(FARM, "farm")], known).claims)


def test_a_claim_has_what_its_reading_and_its_entry_say() -> None:
    milk = _farm(sample.catalogue_of(MILK))[0]
    assert milk.claim_id == f"farm-{FARM.index('12%')}"
    assert (milk.indicator, milk.topic, milk.geography, milk.period) == ("milk", "economy", "ESP", "2019")
    assert (milk.section, milk.text, milk.unit) == ("The valley", "12%", "percent")
    assert milk.quote[milk.quote_start : milk.quote_end] == "12%"
    assert milk.note.startswith("1.")


def test_a_claim_that_no_entry_knows_goes_to_other() -> None:
    assembled = assemble([sample.source(FARM, "farm")], sample.catalogue_of(MILK))
    assert [(claim.text, claim.topic, claim.indicator) for claim in assembled.claims] == [
        ("12%", "economy", "milk"),
        ("30%", "other", ""),
        ("5%", "economy", "milk"),
    ]
    assert [unknown.claim.text for unknown in assembled.unknown] == ["30%"]
    assert assembled.unused == ()


def test_the_catalogue_changes_nothing_but_what_it_declares() -> None:
    entry = {"unit": "percent", "match": [{"all": ["milk"], "declare": {"geography": "FRA"}}]}
    plain, known = _farm(sample.catalogue_of(MILK))[0], _farm(sample.catalogue_of({"milk": entry}))[0]
    assert replace(known, geography="ESP", inferred=(), fact_id=plain.fact_id) == plain
    assert (known.geography, known.inferred) == ("FRA", ("geography",))


def test_an_entry_that_nothing_matches_is_named() -> None:
    assembled = assemble(
        [sample.source(FARM, "farm")],
        sample.catalogue_of({**MILK, "cheese": {"unit": "percent", "match": [{"all": ["cheese"]}]}}),
    )
    assert assembled.unused == ("cheese",)
    with pytest.raises(UsmexDataError, match="entries that no claim matches: cheese"):
        require_known(assembled)


def test_an_unknown_claim_of_a_source_known_in_full_stops_the_build() -> None:
    with pytest.raises(UsmexDataError) as error:
        require_known(assemble([sample.source(FARM, "report-2022")], sample.catalogue_of(MILK)))
    assert error.value.where == f"report-2022-{FARM.index('30%')}"
    assert "Sheep gave 30% of the wool" in error.value.what
    assert "[indicator." in error.value.remedy


def test_an_unknown_claim_of_a_new_source_does_not() -> None:
    require_known(assemble([sample.source(FARM, "report-2023")], sample.catalogue_of(MILK)))


def test_an_ambiguous_claim_stops_the_build_and_names_both_meanings() -> None:
    entries = {**MILK, "spain": {"unit": "percent", "match": [{"all": ["spain"]}]}}
    with pytest.raises(UsmexDataError, match=r"milk, spain") as error:
        require_known(assemble([sample.source(FARM, "report-2022")], sample.catalogue_of(entries)))
    assert "further condition" in error.value.remedy


def test_sources_keep_their_order_and_copies_their_originals() -> None:
    texts = [sample.source(FARM, "farm"), sample.source(f"Preface.\n\n{FARM}", "reprint")]
    claims = assemble(texts, sample.catalogue_of(MILK)).claims
    assert [claim.source for claim in claims] == ["farm"] * 3 + ["reprint"] * 3
    assert [claim.copy_of for claim in claims] == ["", "", "", *(claim.claim_id for claim in claims[:3])]
    assert [claim.fact_id for claim in claims[:3]] == [claim.fact_id for claim in claims[3:]]


def test_twice_the_same_rows() -> None:
    assert assemble(sample.corpus()) == assemble(sample.corpus())


# --- quantities ---------------------------------------------------------------------------------------------------


def test_every_kind_of_row() -> None:
    raw = (
        "Goats ate 5% of CO₂ bags.¹ The year 2019 passed.\n\n1. See [the list](https://example.org/a-1/b2) and "
        "https://example.org/c3.\n"
    )
    text = sample.source(raw, "farm")
    rows = quantity_rows("farm", text.document, text.readings)
    assert uncovered(raw, rows) == []
    assert overlaps(rows) == []
    by_text = {row.text: row.disposition for row in rows}
    assert by_text["5%"] == "claim"
    assert by_text["CO₂"] == "name"
    assert by_text["¹"] == by_text["1."] == "reference"
    assert by_text["2019"] == "date"
    assert [row.claim_id for row in rows if row.claim_id] == ["farm-10"]


@pytest.mark.parametrize(
    ("raw", "text", "disposition"),
    [
        ("The bags hold CO₂-free air.", "CO₂-free", "name"),
        ("Strain H1N1 and B-52, too.", "H1N1", "name"),
        ("See (https://example.org/a-1/b2).", "(https://example.org/a-1/b2).", "reference"),
        ("See example.org/goats/7 for more.", "example.org/goats/7", "reference"),
    ],
)
def test_names_and_addresses_that_nothing_read_are_covered(raw: str, text: str, disposition: str) -> None:
    rows = quantity_rows("farm", sample.source(raw, "farm").document, [])
    assert (text, disposition) in [(row.text, row.disposition) for row in rows]
    assert uncovered(raw, rows) == []


def test_a_number_that_nothing_covers_is_not_hidden() -> None:
    text = sample.source("There are 12 goats.", "farm")
    rows = quantity_rows("farm", text.document, [])
    assert uncovered("There are 12 goats.", rows) == [10, 11]


def test_overlapping_rows_are_told() -> None:
    row = quantity_rows("farm", (text := sample.source("There are 12 goats.", "farm")).document, text.readings)[0]
    assert overlaps([row, replace(row, start=row.start + 1)])
    assert not overlaps([row, replace(row, source="other", start=row.start + 1)])
    assert not overlaps([row, replace(row, start=row.end, end=row.end + 2)])


@pytest.mark.parametrize(
    ("raw", "right"),
    [
        (r"\$16", "$16"),
        ("over\n one  million", "over one million"),
        ("\ue1fbve", "five"),
        ("twenty-\n\ue1fbve years", "twenty-five years"),
        ("*The Economist*, 2020", "The Economist, 2020"),
        ("<https://example.org/7>", "https://example.org/7"),
        ("See <https://example.org/7", "See https://example.org/7"),
        ("https://example.org/a/\nb-2.pdf", "https://example.org/a/b-2.pdf"),
        ("¹²", "¹²"),
        ("<sup>1</sup>", "<sup>1</sup>"),
    ],
)
def test_put_right(raw: str, right: str) -> None:
    assert plain_text(raw) == right


@pytest.mark.parametrize("source", SOURCES)
def test_every_digit_of_a_source_has_its_row(source: str) -> None:
    rows = [row for row in sample.assembled().quantities if row.source == source]
    raw = _raw(source)
    assert [raw[max(0, place - 30) : place + 10] for place in uncovered(raw, rows)] == []
    assert overlaps(rows) == []


@pytest.mark.parametrize("source", SOURCES)
def test_the_text_of_a_row_is_the_raw_text_put_right(source: str) -> None:
    raw = _raw(source)
    rows = [*sample.assembled().quantities, *sample.assembled().claims]
    assert [
        (raw[row.start : row.end], row.text)
        for row in rows
        if row.source == source and plain_text(raw[row.start : row.end]) != row.text
    ] == []


def test_ids_are_unique_and_claims_are_linked_from_their_quantity() -> None:
    assembled = sample.assembled()
    claim_ids = [claim.claim_id for claim in assembled.claims]
    assert len(set(claim_ids)) == len(claim_ids)
    assert len({row.quantity_id for row in assembled.quantities}) == len(assembled.quantities)
    assert [row.claim_id for row in assembled.quantities if row.disposition == "claim"] != []
    assert sorted(row.claim_id for row in assembled.quantities if row.claim_id) == sorted(claim_ids)
    assert {row.disposition for row in assembled.quantities if row.claim_id} == {"claim"}


def test_rows_stand_in_source_order() -> None:
    order = {source: place for place, source in enumerate(SOURCES)}
    places = [(order[row.source], row.start) for row in sample.assembled().quantities]
    assert places == sorted(places)
    assert [order[claim.source] for claim in sample.assembled().claims] == sorted(
        order[claim.source] for claim in sample.assembled().claims
    )


def test_words_of_a_claim_stand_in_its_quote() -> None:
    for claim in sample.assembled().claims:
        assert claim.quote[claim.quote_start : claim.quote_end] == claim.text
        assert claim.period_text in claim.quote


# --- the sources --------------------------------------------------------------------------------------------------


def test_every_claim_of_the_sources_has_its_entry_and_every_entry_a_claim() -> None:
    require_known(sample.assembled())


def _gold(source: str) -> list[dict[str, Any]]:
    lines = [line for path in sorted(GOLD.glob(f"{source}*.jsonl")) for line in path.read_text("utf-8").splitlines()]
    rows = [json.loads(line) for line in lines]
    return [row for row in rows if "topic" in row and not row["optional"]]


@pytest.mark.parametrize(
    ("column", "least"), [("geography", 0.97), ("partner", 0.97), ("period", 0.97), ("topic", 0.97)]
)
def test_places_times_and_topics_are_those_of_a_careful_reader(column: str, least: float) -> None:
    right: Counter[bool] = Counter()
    for source in SOURCES:
        claims = {
            int(claim.claim_id.rpartition("-")[2]): claim
            for claim in sample.assembled().claims
            if claim.source == source
        }
        for row in _gold(source):
            claim = claims.get(row["numeral_start"])
            if claim:
                right[getattr(claim, column) == row[column]] += 1
    assert right.total() > 200
    assert right[True] / right.total() >= least


@pytest.mark.parametrize("source", SOURCES)
def test_rows_of_quantities_lie_in_their_sentences(source: str) -> None:
    rows = [row for row in sample.assembled().quantities if row.source == source]
    told = [row for row in rows if row.sentence_start is not None and row.sentence_end is not None]
    assert all(row.sentence_start < row.sentence_end for row in told)
    # A mark stands behind its sentence; a figure stands in it.
    figures = [row for row in told if row.disposition != "reference"]
    assert all(row.sentence_start <= row.start < row.end <= row.sentence_end for row in figures)
    assert all(row.sentence_start is not None for row in rows if row.disposition in ("claim", "date", "window"))


def test_a_sentence_holds_what_the_layout_put_into_it() -> None:
    raw = "Of the oaks 40% fell, and of the\n\n17\n\nelms some 12%.\n\nNothing was done."
    text = sample.source(raw)
    rows = {row.text: row for row in quantity_rows("made-up", text.document, text.readings)}
    sentence = (0, raw.index("\n\nNothing"))
    assert (rows["40%"].sentence_start, rows["40%"].sentence_end) == sentence
    assert (rows["some 12%"].sentence_start, rows["some 12%"].sentence_end) == sentence
    assert (rows["17"].disposition, rows["17"].sentence_start) == ("page", None)


# --- any text -----------------------------------------------------------------------------------------------------


@settings(max_examples=150, deadline=None)
@example("0é\n: 0")
@given(st.text(alphabet="0123456789 ab.%$\n-¹₂#[]()<>*/:hH1,;’–é½", max_size=120))
def test_of_any_text_rows_lie_apart_and_in_it(raw: str) -> None:
    text = sample.source(raw)
    rows = quantity_rows("made-up", text.document, text.readings)
    assert overlaps(rows) == []
    assert all(0 <= row.start < row.end <= len(raw) for row in rows)


_PIECES = "Mexico imports|5%|of gas|from the U.S.|in 2019|, while|$16 per hour|milk|(12)|billion|12|people|.|\n\n"


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(_PIECES.split("|")), max_size=25))
def test_of_any_words_claims_are_made_and_linked(words: list[str]) -> None:
    text = sample.source(" ".join(words))
    assembled = assemble([text, SourceText("again", text.document, text.readings)])
    ids = {claim.claim_id for claim in assembled.claims}
    assert {claim.copy_of for claim in assembled.claims} <= {"", *ids}
    assert all(re.fullmatch(r"f-[0-9a-f]{10}", claim.fact_id) for claim in assembled.claims)
