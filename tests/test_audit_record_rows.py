"""Which official figures bear on which claims: same thing, part, place and unit, or because the record says so."""

from __future__ import annotations

import pytest

from audit_texts import claim
from record_rows import official
from usmex_data.audit.record_rows import held, require_claims
from usmex_data.audit.row_index import RowIndex
from usmex_data.errors import UsmexDataError

GAS = {
    "indicator": "natural_gas_imports", "category": "pipeline", "unit": "bcf/day", "geography": "MEX", "partner": "USA",
    "fact_id": "f-1",
}  # fmt: skip


def direct(said, *rows) -> list[str]:
    return [row.official_id for case in held(RowIndex.of([said], []), rows) for row in case.direct]


def test_the_same_thing_is_found_by_rule() -> None:
    assert direct(claim("gas-paper-1", "4.8 bcf", "4.8", **GAS), official()) == ["maize-001"]


@pytest.mark.parametrize(
    "other",
    [
        {"indicator": "crude_oil_production"},
        {"category": "liquefied"},
        {"unit": "percent"},
        {"geography": "USA", "partner": "MEX"},
        {"partner": "CAN"},
    ],
)
def test_another_thing_part_place_or_unit_is_not(other) -> None:
    assert direct(claim("gas-paper-1", "4.8 bcf", "4.8", **GAS), official(**other)) == []


def test_a_whole_is_held_against_a_part_only_where_one_of_both_names_none() -> None:
    whole = claim("gas-paper-1", "4.8 bcf", "4.8", **{**GAS, "category": ""})
    assert direct(whole, official()) == ["maize-001"]


def test_a_rank_that_two_share_is_that_of_each_with_the_other() -> None:
    rank = {"indicator": "rank_as_trading_partner", "unit": "rank", "fact_id": "f-2", "geography": "MEX+USA"}
    row = official(indicator="rank_as_trading_partner", unit="rank", value="1", precision="1", category="")
    assert direct(claim("gas-paper-9", "leading partner", "1", **rank), row) == ["maize-001"]


def test_statements_of_one_fact_are_held_once_and_copies_not_at_all() -> None:
    first = claim("gas-paper-1", "4.8 bcf", "4.8", **GAS)
    again = claim("gas-paper-70", "4.8 bcf", "4.8", **GAS)
    copy = claim("gas-reprint-5", "4.8 bcf", "4.8", copy_of="gas-paper-1", **GAS)
    (case,) = held(RowIndex.of([first, again, copy], []), [official()])
    assert [each.claim_id for each in case.claims] == ["gas-paper-1", "gas-paper-70"]


def test_a_figure_of_another_thing_bears_on_a_claim_if_it_names_it() -> None:
    said = claim("gas-paper-1", "4.8 bcf", "4.8", **GAS)
    row = official(category="liquefied", claim_ids=("gas-paper-1",))
    (case,) = held(RowIndex.of([said], []), [row])
    assert (case.direct, case.other) == ((), (row,))


def test_a_row_whose_claim_is_gone_stops_the_build_and_says_what_to_do() -> None:
    rows = RowIndex.of([claim("gas-paper-1", "4.8 bcf", "4.8", **GAS)], [])
    with pytest.raises(UsmexDataError) as error:
        require_claims(rows, [official(claim_ids=("gas-paper-2",))])
    assert "there is no claim 'gas-paper-2'" in str(error.value)
    assert "official.csv, maize-001" in str(error.value)
    assert "name the claim that it bears on now" in str(error.value)


def test_a_row_with_the_id_of_a_claim_stops_the_build() -> None:
    rows = RowIndex.of([claim("maize-001", "4.8 bcf", "4.8", **GAS)], [])
    with pytest.raises(UsmexDataError, match="has the same id"):
        require_claims(rows, [official()])
