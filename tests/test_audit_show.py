from __future__ import annotations

import pytest

from audit_texts import corpus
from usmex_data.audit import Check, cli_show, known_rows, show
from usmex_data.audit.row_index import RowIndex
from usmex_data.audit.show import overview, rows_of
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import parse_csv
from usmex_data.tables.tidy import claims_table, quantities_table

TEXT = "The plan of 1998 has four goals: 1) clean water, 2) safe roads, 3) good schools. It cost $6.8 US cents/kWh."


def test_a_check_shows_its_sentences_with_the_figures_marked() -> None:
    made = corpus(plan=TEXT)
    rows = RowIndex.of(made.claims, made.quantities, made.documents)
    [check] = [check for check in made.checks() if check.check_id.startswith("cents")]
    shown = show(check, rows)
    assert "It cost «$6.8 US cents/kWh»." in shown
    assert "oddity, does not hold" in shown
    assert check.explanation in shown


def test_without_the_texts_a_count_shows_itself() -> None:
    made = corpus(plan=TEXT)
    [check] = [check for check in made.checks() if check.check_id.startswith("list")]
    assert "«four»" in show(check, RowIndex.of(made.claims, made.quantities))
    assert "has «four» goals" in show(check, RowIndex.of(made.claims, made.quantities, made.documents))


def test_the_rows_of_the_corpus_know_their_sentences() -> None:
    rows = known_rows()
    assert rows.place(rows.by_id["white-papers-q151964"]).sentence.startswith("In 2011, the Mérida Initiative was")
    assert rows.place(rows.by_id["white-papers-227768"]).sentence.startswith("Currently, there are 10.5 million")


def test_the_overview_has_a_line_a_check_and_the_counts() -> None:
    checks = corpus(plan=TEXT).checks()
    lines = overview(checks).splitlines()
    assert len(lines) == len(checks) + 2
    assert lines[-1] == "2 checks: 2 does not hold"


def test_rows_read_back_as_they_were_written() -> None:
    made = corpus(plan=TEXT, letter="Some 4.5 million people, over half of the island, left between 1845 and 1851.")
    assert rows_of(Claim, parse_csv(claims_table(made.claims).csv())[1]) == made.claims
    assert rows_of(QuantityRow, parse_csv(quantities_table(made.quantities).csv())[1]) == made.quantities


def test_checks_are_values() -> None:
    check: Check = corpus(plan=TEXT).checks()[0]
    assert hash(check) == hash(corpus(plan=TEXT).checks()[0])
    with pytest.raises(AttributeError):
        check.verdict = "holds"  # type: ignore[misc]


def test_an_unknown_check_names_those_that_are_near() -> None:
    with pytest.raises(UsmexDataError, match="there is no check 'merida'") as raised:
        cli_show("merida")
    assert "merida-reformulated" in str(raised.value)
    assert "«2014»" in cli_show("merida-reformulated")


def test_a_check_against_the_record_shows_the_official_figures() -> None:
    shown = cli_show("record-white-papers-227646")
    assert "«11 million»" in shown
    assert "diaspora-002\n    People born in Mexico who live in the United States, 2019: 10.9 million." in shown
    assert "Read in https://www.pewresearch.org/" in shown
