"""Lines grouped into paragraphs as they are printed."""

from __future__ import annotations

import pytest

from usmex_data.document.chunks import chunks, goes_on_as_address
from usmex_data.document.lines import letter_bullets, split


def _chunks(text: str) -> list[str]:
    lines = split(text)
    return [chunk.text for chunk in chunks(lines, letter_bullets(lines))]


GROUPED = [
    # The last line of a paragraph is short and ends a sentence.
    (
        (
            "Border region leaders will need to work together to\ndesign and implement strategies that meet the "
            "economic\n"
            "and environmental needs of all.\nThere is a huge potential for this type of cooperative"
        ),
        [
            (
                "Border region leaders will need to work together to design and implement strategies that meet the "
                "economic"
                " and environmental needs of all."
            ),
            "There is a huge potential for this type of cooperative",
        ],
    ),
    # A heading over two lines, numbered or not.
    (
        (
            "growth in the region is not what it could have been.\n2. Labor Rights and Labor Panels\nThe USMCA had "
            "three "
            "important features concerning labor\nrights."
        ),
        [
            "growth in the region is not what it could have been.",
            "2. Labor Rights and Labor Panels",
            "The USMCA had three important features concerning labor rights.",
        ],
    ),
    (
        (
            "economy that works for everyone in our countries.\nTrade, Supply Chains, and Work under the\nNew USMCA\n"
            "The Agreement, effective since July 1, 2020, ended\nthe uncertainty."
        ),
        [
            "economy that works for everyone in our countries.",
            "Trade, Supply Chains, and Work under the New USMCA",
            "The Agreement, effective since July 1, 2020, ended the uncertainty.",
        ],
    ),
    # A box in capitals breaks into a sentence.
    (
        (
            "more than anything else, has changed the labor market\nTHE IMPORTANCE OF INSTITUTIONS IN\nU.S.-MEXICO "
            "RELATIONS"
            "\nThe United States and Mexico have a broad relationship."
        ),
        [
            "more than anything else, has changed the labor market",
            "THE IMPORTANCE OF INSTITUTIONS IN U.S.-MEXICO RELATIONS",
            "The United States and Mexico have a broad relationship.",
        ],
    ),
    # Bullets, and the paragraph after them.
    (
        (
            "y Identify Best Practices to Approach the Fourth Industrial\nRevolution, the Transformative Arrival "
            "of New\n"
            "Technologies and Work\nWe wholly endorse their recommendations and believe them.\ny One more"
        ),
        [
            (
                "y Identify Best Practices to Approach the Fourth Industrial Revolution, the Transformative "
                "Arrival of New"
                " Technologies and Work"
            ),
            "We wholly endorse their recommendations and believe them.",
            "y One more",
        ],
    ),
    # A quote at the foot of a page.
    (
        (
            "it incorporated the American labor movement concerns about\nChanges in labor rights was good news for "
            "workers"
            " ...\n\nsocial dumping"
        ),
        [
            "it incorporated the American labor movement concerns about",
            "Changes in labor rights was good news for workers ...",
            "social dumping",
        ],
    ),
    # People, line by line.
    (
        "Theresa Brown, Bipartisan Policy Center\nSilvia Giorguli, El Colegio de México (Colmex)",
        ["Theresa Brown, Bipartisan Policy Center", "Silvia Giorguli, El Colegio de México (Colmex)"],
    ),
    # Plain mail of another topic.
    (
        (
            "We planted eleven hundred oaks along the northern\nedge of the moor. Most of them took.\n\nThe deer came "
            "in May."
        ),
        [
            "We planted eleven hundred oaks along the northern edge of the moor. Most of them took.",
            "The deer came in May.",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), GROUPED, ids=lambda value: value[:25] if isinstance(value, str) else "")
def test_lines_become_paragraphs(text: str, expected: list[str]) -> None:
    assert _chunks(text) == expected


@pytest.mark.parametrize(
    ("before", "line", "expected"),
    [
        ("2. https://www.wilsoncenter.org/ties-between-the-", "united-states-and-mexico", True),
        ("https://www.cepr.net/images/stories/", "reports/nafta-mexico-update-2017-03.pdf?v=2", True),
        ("https://www.iilj.org/publications/framework/", "want to renew the Agreement", False),
        ("a shift away from cross-", "border trade", False),
    ],
)
def test_addresses_go_on_in_the_next_line(before: str, line: str, expected: bool) -> None:
    assert goes_on_as_address(before, line) is expected


def test_a_text_in_one_line_is_no_heading_whatever_it_begins_with() -> None:
    short, long = "## Water and power", "## Water and power. " + "Dams hold less each year. " * 60
    lines = split(f"{short}\n\n{long}")
    assert [chunk.kind for chunk in chunks(lines, letter_bullets(lines))] == ["heading", "body"]


def test_rows_of_tables_stand_alone() -> None:
    lines = split("| Year | Cows |\n|------|-----:|\n| 2029 | 1,200 |\n\nSector\t2010\t2020\nCities\t14\t19\nThe end.")
    found = chunks(lines, frozenset())
    assert [(chunk.kind, chunk.text) for chunk in found] == [
        ("table", "| Year | Cows |"),
        ("table", "| 2029 | 1,200 |"),
        ("table", "Sector\t2010\t2020"),
        ("table", "Cities\t14\t19"),
        ("body", "The end."),
    ]
