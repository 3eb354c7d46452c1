"""What a single line is by itself."""

from __future__ import annotations

import pytest

from usmex_data.document import lines


@pytest.mark.parametrize(
    ("text", "length", "number"),
    [
        ("- Restore cabinet-level dialogue", 2, ""),
        ("• Álvaro Santos, Co-chair", 2, ""),
        ("1. Rules of Origin (ROO)", 3, "1"),
        ("12) Second, labor", 4, "12"),
        ("i) building back together", 3, "i"),
        ("(a) the first", 4, "a"),
        ("IV. A New Mexican Narrative", 4, "IV"),
        ("1.5 million people", 0, ""),
        ("2020 was a pivot point", 0, ""),
        ("2.1 Groundwater depletion", 4, "2.1"),
        ("2.1 Million people", 0, ""),
        ("2.1 Percent of them left.", 0, ""),
        ("I. am", 3, "I"),
        ("A shift away", 0, ""),
        ("-5% growth", 0, ""),
    ],
)
def test_bullets_and_numbers(text: str, length: int, number: str) -> None:
    assert lines.enumerator(text) == (length, number)


def test_a_letter_is_a_bullet_where_the_text_uses_it_so() -> None:
    found = lines.split("y The regional value content\nrose.\ny A labor value content\nz Only once")
    letters = lines.letter_bullets(found)
    assert letters == {"y"}
    assert lines.enumerator("y The regional", letters) == (2, "")
    assert lines.enumerator("z Only once", letters) == (0, "")


@pytest.mark.parametrize(
    ("text", "closed"),
    [
        ("binds our economic futures.", True),
        ("the 2025 goals?", True),
        ("he called it “shared responsibility.”", True),
        ("focused on three aspects:", True),
        ("across the border (2020).", True),
        ("in the U.S.", True),
        ("according to Dr.", False),
        ("see, e.g.", False),
        ("are close to the $16", False),
        ("announced restrictions on non-", False),
        ("trade, investment,", False),
    ],
)
def test_ends_of_sentences(text: str, closed: bool) -> None:
    assert lines.ends_sentence(text) is closed


@pytest.mark.parametrize(
    "text", ["force a change of the", "jobs, wages,", "on non-", "will fall by", "A", "a price of $"]
)
def test_no_sentence_ends_behind_small_words(text: str) -> None:
    assert lines.strongly_open(text)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("per hour requirement. This", True),
        ("(and with Canada)", True),
        ("“technologize” the private sector", True),
        ("Mexican governments were", False),
        ("https://www.census.gov", False),
        ("2020 was", False),
    ],
)
def test_starts_inside_a_sentence(text: str, inside: bool) -> None:
    assert lines.starts_inside(text) is inside


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("A Challenging and Quickly Evolving Economic Outlook", True),
        ("How the U.S. and Mexico Can Work", True),
        ("Objectives that Guide Us", True),
        ("The U.S. and Mexican economies, like others", False),
        ("Economic and productive integration", False),
        ("Working Together Works.", False),
        ("", False),
    ],
)
def test_titles(text: str, title: bool) -> None:
    assert lines.is_title(text) is title


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Rafael Fernández de Castro, USMEX", True),
        ("Ma. Isabel Studer, University of California Alianza MX", True),
        ("Sofía Ramírez Aguilar, México ¿Cómo Vamos?", True),
        ("Carlos de la Parra", True),
        ("Energy and Sustainability", False),
        ("The Jeffrey Davidow Award", False),
        ("MIGRATION GROUP", False),
        ("Migration", False),
        ("Ana Saiz voted.", False),
    ],
)
def test_names(text: str, name: bool) -> None:
    assert lines.is_name(text) is name


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("Álvaro Santos and Christopher Wilson", True),
        ("Rafael Fernández de Castro, Pamela Starr, and Jorge Schiavon", True),
        ("Migration – Silvia Giorguli and Andrew Selee", True),
        ("Trade, Economy, and Work", False),
        ("Security and Public Health", False),
    ],
)
def test_people(text: str, people: bool) -> None:
    assert lines.is_people(text) is people
