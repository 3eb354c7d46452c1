"""Footnote marks that stick to the text are told from numbers that belong there."""

from __future__ import annotations

import pytest

from usmex_data.document import read
from usmex_data.document.attached_marks import attached_marks
from usmex_data.document.continuation import Continuation

NOTE = "\n\n3 See Ministry of Water, Yearbook 2028."


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        (f"Cities take a fifth and industry the rest.3{NOTE}", ["3"]),
        (f"It rose in spring,3 the ministry said.{NOTE}", ["3"]),
        ("Rain fell.1 Snow fell.2 Hail fell.\n\n1. By hand.\n2. By radar.", ["1", "2"]),
        ("The herd grew to 3,200.1\nShepherds moved it uphill.\n\n1 See Ministry of Water.", ["1"]),
        ("Rain fell.1 The herd grew to 400.2 Their milk is sold.\n\n1 By hand.", ["1", "2"]),
        # No decimals can stand there, note or none.
        ("Goats were 55%.3 Sheep were fewer.", ["3"]),
        ("Wells must be deeper by 2030.12 Farmers object.", ["12"]),
        # Decimals, though a sentence or a paragraph follows: no mark came before.
        ("A well costs $45.6 In the hills it costs less.", []),
        ("The herd grew to 400.2 Their milk is sold.", []),
        ("The index stood at 134.5\n\nThe peso rose.", []),
        ("The average was 1,234.25\n\nThe rest.", []),
        (f"The index stood at 134.3\nThe peso rose.{NOTE}", []),
        # No note, an abbreviation, a decimal, a version, a year.
        ("Cities take a fifth and industry the rest.3 That is all.", []),
        (f"See vol.3 and p.3 of it.{NOTE}", []),
        (f"It rose by 4.3 percent.{NOTE}", []),
        (f"Python 3.3 came out.{NOTE}", []),
        (f"It fell to 169.3 MtCO2e.{NOTE}", []),
        (f"It cost 120.3 Mexican pesos.{NOTE}", []),
        ("A goat costs $5,127.12 Canadian.", []),
        ("See section 112.1 The law says so.", []),
        ("12.1 The state of wells", []),
        ("Growth was 12.5 In brief", []),
    ],
)
def test_glued_marks(text: str, numbers: list[str]) -> None:
    assert list(attached_marks(text, Continuation()).values()) == numbers


def test_they_are_taken_out_and_joined_to_their_notes() -> None:
    document = read(f"Cities take a fifth and industry the rest.3{NOTE}\n\nThe ministry plans more wells.")
    assert [(block.kind, block.number) for block in document.blocks] == [("body", ""), ("reference", "3"), ("body", "")]
    assert document.text.startswith("Cities take a fifth and industry the rest.\n")


def test_a_line_that_starts_with_a_number_is_text_without_a_mark() -> None:
    document = read("The count went on for years.\n3 Men stayed on the hill until the very end of it.")
    assert "3 Men stayed" in document.text
    assert document.marks == ()
