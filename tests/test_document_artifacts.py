"""Page numbers, running heads and footnote marks on lines of their own."""

from __future__ import annotations

import pytest

from usmex_data.document import read
from usmex_data.document.artifacts import clear
from usmex_data.document.continuation import Continuation
from usmex_data.document.lines import split


def _removed(text: str) -> list[tuple[str, str, str]]:
    return [(line.text, kind, number) for line, kind, number in clear(split(text), Continuation())[1]]


def test_marks_and_page_numbers_count_up_each_for_itself() -> None:
    text = (
        "KEY RECOMMENDATIONS\n2\nThe economies are connected.\nIt is the second largest partner.\n1\nWhile volumes are"
        " massive, a full half\nof trade is in inputs, from automobiles to\nbeer.\n2\nEconomic integration rose.\n3\n"
        "In the United States, jobs depend on it and\nmillions fall into poverty\n1. https://a.org/x\n2. https://b.org"
        "\n3. Moran, NAFTA Later\n3\nin each country, increase inequality.\nThe reality is that we are stronger.\n4\n"
        "Estimates are small."
    )
    assert _removed(text) == [
        ("2", "page", "2"),
        ("1", "footnote_mark", "1"),
        ("2", "footnote_mark", "2"),
        ("3", "footnote_mark", "3"),
        ("3", "page", "3"),
        ("4", "page", "4"),
    ]


@pytest.mark.parametrize("foot", ["- 3 -", "Page 3 of 12", "3"])
def test_forms_of_page_numbers(foot: str) -> None:
    later = foot.replace("3", "4")
    assert _removed(f"Rain fell on the\n{foot}\nhills all day.\nSnow fell on the\n{later}\npeaks.") == [
        (foot, "page", "3"),
        (later, "page", "4"),
    ]


def test_a_column_of_numbers_is_data() -> None:
    assert _removed("Eggs laid\n12\n13\n14\nHens kept") == []


def test_a_lone_number_that_continues_no_count_is_text() -> None:
    assert _removed("The answer is\n42\nand nothing else.") == []


HEAD = "THE HARBOR REPORT 2031"


def test_running_heads_cut_sentences() -> None:
    text = (
        f"Ships wait for days outside the\n\n\n\n{HEAD}\n\n\n\nharbor until a berth is free.\n\n\n\n{HEAD}\n\nPANEL\n\n"
        f"Cranes are old.\n\n\n\n{HEAD}\n\nPANEL\n\nTugs are new.\n\nPANEL\n\nDone."
    )
    assert _removed(text) == [(HEAD, "layout", "")] * 3


def test_a_heading_that_recurs_is_no_running_head() -> None:
    text = "A title\n\n" + "Recommendations\n\n- Plant trees.\n\nNext chapter says more about the matter.\n\n" * 4
    assert _removed(text) == []


@pytest.mark.parametrize(
    "cut",
    [
        "17\nThe Wells of Peru\nat $106 billion at last.",
        "\n17\n\nat $106 billion at last.",
        "17\n$106 billion at last.",
    ],
)
def test_a_page_number_inside_a_sentence(cut: str) -> None:
    document = read(f"The debt of all the wells of the north stood\n{cut}")
    assert [(mark.kind, mark.number) for mark in document.marks if mark.kind == "page"] == [("page", "17")]
    assert "17" not in document.text
    assert "Wells of Peru" not in document.text


def test_a_count_on_a_line_of_its_own_is_text() -> None:
    document = read("The valleys of the south have altogether\n14\nschools and no well.")
    assert "14 schools" in document.text
