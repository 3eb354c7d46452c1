"""The source note: what it names, and that it names every row."""

from __future__ import annotations

import pandas as pd

import charts_rows as sample
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.note import source_note
from usmex_data.charts.places import source_titles

TITLES = {"white-papers": "U.S.-Mexico Forum 2025"}


def test_a_source_goes_by_its_title_a_section_by_its_last_heading():
    assert source_note(rows_of(sample.gas()), TITLES) == (
        "Source: U.S.-Mexico Forum 2025, “Natural Gas” (white-papers-40100, white-papers-40130, white-papers-40050)."
    )


def test_a_source_without_title_goes_by_its_id():
    assert (
        source_note(rows_of(sample.gas().iloc[:1]), {}) == "Source: white-papers, “Natural Gas” (white-papers-40100)."
    )


def test_each_section_is_named_once():
    note = source_note(rows_of(pd.concat([sample.wages(), sample.wage_line(), sample.gaps()])), TITLES)
    assert note.startswith("Sources: ")
    assert note.count("Rules of Origin") == 1
    assert note.count("report-2022, “Gender”") == 1


def test_a_row_drawn_twice_is_named_once():
    assert source_note(rows_of(sample.gas()) * 2, TITLES) == source_note(rows_of(sample.gas()), TITLES)


def test_what_is_ours_says_how_and_from_what():
    ours = sample.gas().iloc[:1].assign(claim_id="calc-rise", formula="5.1 − 4.8 = 0.3 bcf a day", inputs="a-1;a-2")
    assert source_note(rows_of(ours), TITLES) == "Our calculation: 5.1 − 4.8 = 0.3 bcf a day (a-1, a-2)."


def test_titles_come_from_the_manifest():
    assert source_titles()["white-papers"] == "U.S.-Mexico Forum 2025"


def test_outside_a_repository_there_are_none(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert source_titles() == {}


def test_several_of_ours_are_one_sentence():
    ours = sample.gas().iloc[:2].assign(claim_id=["calc-a", "calc-b"], formula=["1 + 1 = 2", "2 + 2 = 4"], inputs="a-1")
    assert source_note(rows_of(ours), TITLES) == "Our calculations: 1 + 1 = 2 (a-1); 2 + 2 = 4 (a-1)."
