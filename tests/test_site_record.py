"""The official record on the site: anchors for its figures, and what a card says."""

from __future__ import annotations

from pathlib import Path

from record_rows import CELLS
from usmex_data.addresses import address_of, official_anchor
from usmex_data.corpus import find_root
from usmex_data.site.record import official_rows, record_page, record_says

CHECK = {
    "kind": "record",
    "verdict": "does_not_hold",
    "explanation": "The text has 4.8; the record has <4.2>.",
    "official_ids": "maize-001;maize-002",
}


def test_each_figure_has_its_anchor_its_value_and_where_it_was_read() -> None:
    page = record_page([CELLS])
    assert "[maize\\-001]{#official-maize-001}" in page
    assert "4\\.191 bcf\\/day" in page
    assert f"(<{CELLS['read_in']}>)" in page
    assert "Pipeline only" in page


def test_what_was_read_second_hand_says_so() -> None:
    assert "second hand" not in record_page([CELLS]).partition("| figure")[2]
    assert "second hand" in record_page([{**CELLS, "origin": "second_hand"}]).partition("| figure")[2]


def test_a_decrease_is_told_in_words() -> None:
    assert "decrease of 3\\.5 percent" in record_page(
        [{**CELLS, "value": "3.5", "unit": "percent", "change": "decrease"}]
    )


def test_hostile_words_are_shown_and_never_run() -> None:
    page = record_page([{**CELLS, "title": "<script>alert(1)</script> | `x`"}])
    assert "<script>" not in page


def test_a_card_tells_verdict_reason_and_figures() -> None:
    said = record_says([CHECK])
    assert "<strong>differs</strong>: The text has 4.8; the record has &lt;4.2&gt;." in said
    assert '<a href="../data/record.html#official-maize-001">maize-001</a>' in said


def test_checks_of_other_kinds_say_nothing_of_the_record() -> None:
    assert record_says([{**CHECK, "kind": "agreement"}]) == ""


def test_an_address_of_an_official_figure_leads_to_its_anchor() -> None:
    assert address_of(official_anchor("gas-008")) == "../data/record.html#official-gas-008"
    assert address_of("white-papers-352") == "../sources/white-papers.html#white-papers-352"


def test_a_repository_without_a_record_has_no_rows(tmp_path: Path) -> None:
    assert official_rows(tmp_path) == []
    assert len(official_rows(find_root())) > 300
