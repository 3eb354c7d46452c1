"""Claims share a fact when they are equal in what makes one, and only then."""

from __future__ import annotations

import re
from collections import defaultdict
from decimal import Decimal
from typing import Any

import pytest

import claims_samples as sample
from usmex_data.codebook.facts import EQUAL, fact_id

HERDS = {
    "claim_id": "volume-1",
    "indicator": "herds",
    "category": "goats",
    "geography": "ESP",
    "period": "2019",
    "value": Decimal("40.50"),
    "unit": "percent",
    "modifier": "exact",
    "change": "level",
    "status": "reported",
    "base": "of the herds",
}


def test_a_fact_id_is_short_and_stable() -> None:
    assert re.fullmatch(r"f-[0-9a-f]{10}", fact_id(sample.claim(**HERDS)))
    assert fact_id(sample.claim(**HERDS)) == fact_id(sample.claim(**HERDS))


@pytest.mark.parametrize("column", EQUAL)
def test_a_difference_in_any_equality_column_makes_another_fact(column: str) -> None:
    other = Decimal(7) if column.startswith("value") else "other"
    assert fact_id(sample.claim(**HERDS)) != fact_id(sample.claim(**{**HERDS, column: other}))


@pytest.mark.parametrize("column", ["claim_id", "source", "text", "quote", "subject", "hedge", "note", "attribution"])
def test_what_else_differs_does_not(column: str) -> None:
    assert fact_id(sample.claim(**HERDS)) == fact_id(sample.claim(**{**HERDS, column: "other"}))


def test_a_number_is_the_same_however_it_is_written() -> None:
    assert fact_id(sample.claim(**HERDS)) == fact_id(sample.claim(**{**HERDS, "value": Decimal("40.5")}))


def test_values_do_not_run_into_each_other() -> None:
    one = sample.claim(**{**HERDS, "indicator": "herds", "category": "goats"})
    two = sample.claim(**{**HERDS, "indicator": "herdsgoats", "category": ""})
    assert fact_id(one) != fact_id(two)


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ({"claim_id": "a-1"}, {"claim_id": "a-2"}, False),
        ({"claim_id": "a-1"}, {"claim_id": "a-2", "copy_of": "a-1"}, True),
        ({"claim_id": "a-3", "copy_of": "a-1"}, {"claim_id": "a-2", "copy_of": "a-1"}, True),
    ],
)
def test_claims_that_no_entry_knows_equal_only_their_copies(
    one: dict[str, Any], two: dict[str, Any], same: bool
) -> None:
    unknown = {**HERDS, "indicator": ""}
    assert (fact_id(sample.claim(**unknown | one)) == fact_id(sample.claim(**unknown | two))) is same


def test_facts_of_the_sources_are_the_groups_of_equal_claims() -> None:
    groups, facts = defaultdict(set), defaultdict(set)
    for claim in sample.assembled().claims:
        if claim.indicator:
            key = tuple(str(getattr(claim, column)) for column in EQUAL)
            groups[key].add(claim.fact_id)
            facts[claim.fact_id].add(key)
    assert all(len(ids) == 1 for ids in groups.values())
    assert all(len(keys) == 1 for keys in facts.values())


def _ids(words: str, value: str) -> set[str]:
    claims = [claim for claim in sample.assembled().claims if words in claim.quote and claim.value == Decimal(value)]
    assert claims
    return {claim.fact_id for claim in claims}


def test_the_requirement_stated_twice_is_one_fact() -> None:
    again = _ids("The new 75% regional value content", "75")
    assert len(again) == 1
    assert again == _ids("requirement increased from 62.5% to 75%", "75")


def test_close_is_not_same() -> None:
    assert _ids("net-zero pledges will be 66%", "66").isdisjoint(_ids("two-thirds of the world's emissions", "66.6667"))


def test_a_pull_quote_carries_the_fact_of_its_body() -> None:
    assert len(_ids("60% more power per unit of capacity", "60")) == 1
