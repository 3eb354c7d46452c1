"""Checks of kind ``record`` on the five texts, beside the verdicts of a reader who had the same figures and no rule."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import cache

import pytest

from five_texts import FIVE
from record_rows import official
from usmex_data.audit import Check
from usmex_data.audit.record import check_record, require_derivations
from usmex_data.audit.row_index import RowIndex
from usmex_data.audit.show import load_rows
from usmex_data.corpus import find_root, load_sources
from usmex_data.errors import UsmexDataError
from usmex_data.official.read import load_official

AGREES = {"holds", "holds_within_rounding", "compatible"}

# What a reader found who compared each claim with the same figures before there was a rule: agrees, differs, or another
# definition. Where a claim agrees with one year and differs from the next, the reader wrote "agrees" for that year.
READ = {
    "agrees": """
        forum-page-3118 report-2022-20215 white-papers-106010 white-papers-107504 white-papers-107548
        white-papers-107599
        white-papers-108152 white-papers-108165 white-papers-108192 white-papers-108239 white-papers-119433
        white-papers-122565 white-papers-122613 white-papers-123306 white-papers-13910 white-papers-179741
        white-papers-18287 white-papers-189530 white-papers-190534 white-papers-190682 white-papers-227389
        white-papers-227826 white-papers-23938 white-papers-23949 white-papers-28514 white-papers-28523
        white-papers-28663 white-papers-28732 white-papers-29550 white-papers-32176 white-papers-32191
        white-papers-32323 white-papers-32627 white-papers-33866 white-papers-45005 white-papers-74645
        white-papers-77333 white-papers-88415 white-papers-99804
    """.split(),
    "differs": """
        forum-page-3164 report-2022-14700 report-2022-20159 report-2022-20193 white-papers-106062 white-papers-106082
        white-papers-107834 white-papers-16660 white-papers-16705 white-papers-179966 white-papers-189069
        white-papers-227768 white-papers-32328 white-papers-32518 white-papers-74246 white-papers-74276
    """.split(),
    "other definition": """
        white-papers-108331 white-papers-123538 white-papers-171532 white-papers-227433 white-papers-227714
        white-papers-28839 white-papers-50293 white-papers-50400 white-papers-50423 white-papers-74896
        white-papers-74918
    """.split(),
}

# Where the rule says another thing than that reader, and why it is the fairer one.
EXPLAINED = {
    "report-2022-14700": "other_definition",  # sales of six years against sales of one
    "report-2022-20159": "cannot_tell",  # no year, and an edition that came out after the report
    "report-2022-20193": "cannot_tell",  # the same
    "white-papers-107834": "forecast_of",  # the text itself calls it a forecast
    "white-papers-16660": "forecast_of",  # equals the forecast of October 2020, not the outcome
    "white-papers-16705": "forecast_of",  # the text itself calls it a forecast
    "white-papers-179966": "cannot_tell",  # "a few thousand" names no year, and the visas moved by more than it is off
    "white-papers-227768": "cannot_tell",  # no year, in a series that fell by more than it is off
    "white-papers-32328": "other_definition",  # the credit that the rule grants is measured in points of another whole
    "white-papers-32518": "other_definition",  # the story gives the range to others than assembly workers
    "white-papers-74246": "forecast_of",  # a preliminary estimate, and one of four months later
    "white-papers-74276": "forecast_of",  # the same
    "white-papers-108331": "compatible",  # marketed gas, which the paper's table has, is in the record now
    "white-papers-227433": "cannot_tell",  # the same thing by another survey, published after the text may have been
    "white-papers-227714": "compatible",  # half by the Migration Policy Institute, 45 percent by Pew
    "white-papers-74896": "cannot_tell",  # the figure of December 2020 was left out, that of October 2021 is late
    "white-papers-74918": "cannot_tell",  # the same
}


@cache
def rows() -> RowIndex:
    """The five texts as they are read."""
    claims, quantities = load_rows(find_root())
    return RowIndex.of([row for row in claims if row.source in FIVE], [row for row in quantities if row.source in FIVE])


def published() -> dict[str, str]:
    return {source.id: source.time for source in load_sources(find_root())}


@cache
def by_claim() -> dict[str, Check]:
    checks = check_record(rows(), load_official(find_root()), published())
    return {claim_id: check for check in checks for claim_id in check.claim_ids}


@pytest.mark.parametrize("claim_id", READ["agrees"])
def test_what_a_reader_found_to_agree_agrees_by_rule(claim_id) -> None:
    assert by_claim()[claim_id].verdict in AGREES


@pytest.mark.parametrize("claim_id", [each for each in READ["differs"] if each not in EXPLAINED])
def test_what_a_reader_found_to_differ_differs_by_rule(claim_id) -> None:
    assert by_claim()[claim_id].verdict == "does_not_hold"


@pytest.mark.parametrize("claim_id", [each for each in READ["other definition"] if each not in EXPLAINED])
def test_what_a_reader_found_to_be_another_thing_is_one_by_rule(claim_id) -> None:
    assert by_claim()[claim_id].verdict == "other_definition"


@pytest.mark.parametrize(("claim_id", "verdict"), EXPLAINED.items())
def test_where_the_rule_differs_from_the_reader_it_is_milder_and_known_why(claim_id, verdict) -> None:
    assert by_claim()[claim_id].verdict == verdict


def test_only_four_accusations_are_made() -> None:
    accused = {check.check_id for check in by_claim().values() if check.verdict == "does_not_hold"}
    told = "forum-page-3164 white-papers-106062 white-papers-106082 white-papers-189069"
    assert accused == {f"record-{claim_id}" for claim_id in told.split()}


def test_two_figures_of_one_sentence_hold_together_in_one_fiscal_year_only() -> None:
    words = by_claim()["white-papers-190534"].explanation
    assert "hold for fiscal 2019 alone, by the figures of H-2A and H-2B visas issued to Guatemalans" in words


def test_passages_that_contradict_each_other_describe_different_dates() -> None:
    first, second = by_claim()["white-papers-45005"], by_claim()["white-papers-13910"]
    assert "holds for 2019 and January to September 2020" in first.explanation
    assert "holds for 2020 to 2021" in second.explanation


def test_every_check_names_its_rows_and_reckons_them_anew() -> None:
    known = {row.official_id for row in load_official(find_root())}
    for check in by_claim().values():
        assert check.kind == "record"
        assert check.basis == "rule"
        assert set(check.official_ids) <= known
        assert check.official_ids
        assert "for from" not in check.explanation


def test_a_figure_is_nearer_than_one_percent_is_a_matter_of_sources() -> None:
    assert by_claim()["forum-page-3164"].severity == "sourcing"
    assert by_claim()["white-papers-106062"].severity == "substance"


def test_one_more_row_is_one_more_check() -> None:
    row = replace(
        official(indicator="exchange_rate", geography="MEX", partner="USA", period="2019", unit="MXN/USD", category=""),
        value=Decimal("19.26"),
        precision=Decimal("0.01"),
    )
    (check,) = check_record(rows(), [row], published())
    assert (check.check_id, check.verdict) == ("record-white-papers-124548", "holds")


def summed(number: int, value: str, **cells):
    """A row to reckon with, in barrels a day to the barrel."""
    return official(
        **{"official_id": f"maize-00{number}", "value": value, "precision": "1", "unit": "barrel/day", **cells}
    )


def test_a_derivation_that_does_not_come_out_stops_the_build() -> None:
    parts = [summed(1, "20"), summed(2, "31")]
    total = summed(3, "51", derivation="[maize-001] + [maize-002]")
    require_derivations([*parts, total])
    with pytest.raises(UsmexDataError, match="comes to 51, not 61"):
        require_derivations([*parts, replace(total, value=Decimal(61))])


def test_a_derivation_comes_out_as_far_as_its_rows_are_rounded() -> None:
    parts = [summed(1, "76.9", precision="0.1"), summed(2, "44.5", precision="0.1")]
    require_derivations([*parts, summed(3, "32.3", precision="0.1", derivation="[maize-001] - [maize-002]")])
    with pytest.raises(UsmexDataError):
        require_derivations([*parts, summed(3, "32.1", precision="0.1", derivation="[maize-001] - [maize-002]")])


@pytest.mark.parametrize(("values", "place"), [(("9", "7", "8"), "1"), (("7", "9", "8"), "3")])
def test_a_rank_is_derived_from_the_figures_ranked(values, place) -> None:
    ranked = [summed(number, value, precision="0.1") for number, value in enumerate(values)]
    rank = summed(9, place, unit="rank", derivation="rank([maize-000], [maize-001], [maize-002])")
    require_derivations([*ranked, rank])
    with pytest.raises(UsmexDataError):
        require_derivations([*ranked, replace(rank, value=Decimal(2))])
