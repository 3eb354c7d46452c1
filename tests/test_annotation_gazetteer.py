"""Names of places in prose, and the people and things that bear them."""

from __future__ import annotations

import pytest

from usmex_data.annotation.gazetteer import places


def codes(text):
    return [place.code for place in places(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trade between the United States and Mexico", ["USA", "MEX"]),
        ("U.S. exports", ["USA"]),
        ("in New Mexico and Texas", ["US-NM", "US-TX"]),
        ("Mexicans and Hondurans", ["MEX", "HND"]),
        ("Ciudad Juárez", ["MX-CHH"]),
        ("the World Bank", []),
        ("the Paris Agreement", []),
        ("the European Union’s imports", ["EU"]),
        ("Global emissions", ["WORLD"]),
        ("usually in august", []),
    ],
)
def test_codes(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Alejandra León spoke.",
        "Mr. Washington spoke.",
        "Jordan Peterson spoke.",
        "a report by Santiago Salinas",
        "President Washington spoke.",
        "Austin Powers came.",
    ],
)
def test_people_are_no_places(text):
    assert codes(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In Jordan, prices rose.", ["JOR"]),
        ("Northern Virginia grew.", ["US-VA"]),
        ("Prices in Chile rose.", ["CHL"]),
        ("Houston County", ["US-TX"]),
        ("Paris, London and Lima", ["FRA", "GBR", "PER"]),
    ],
)
def test_places_that_could_be_people(text, expected):
    assert codes(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Georgia and Texas", ["US-GA", "US-TX"]),
        ("Georgia and Armenia", ["GEO", "ARM"]),
        ("Georgia", ["GEO"]),
        ("Mérida in Venezuela", ["VEN", "VEN"]),
        ("León and Madrid, Spain", ["ESP", "ESP", "ESP"]),
    ],
)
def test_names_with_several_meanings(text, expected):
    assert codes(text) == expected


def test_spans():
    text = "from Baja California to the U.S."
    assert [text[place.start : place.end] for place in places(text)] == ["Baja California", "U.S."]
