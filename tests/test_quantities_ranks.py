"""Ranks that a sentence states; superlatives without a set are none."""

from __future__ import annotations

import pytest

from readers import figures

RANK = "rank"


@pytest.mark.parametrize(
    ("sentence", "span", "value"),
    [
        ("Mexico is its second largest trading partner.", "second largest trading partner", 2),
        ("Mexico is by far the top trading partner.", "top trading partner", 1),
        ("Mexico is the world's tenth-largest oil exporter.", "tenth-largest oil exporter", 10),
        ("It is the world's busiest border crossing.", "busiest border crossing", 1),
        ("Portugal ranked 28th of all.", "28th", 28),
        ("Peru came third in the vote.", "third", 3),
        ("Iowa is number one in the nation.", "number one", 1),
        ("Iowa is second only to Illinois.", "second only to", 2),
        ("It had the lowest of the four nations.", "lowest", 1),
        ("It is the largest mine in the world.", "largest mine", 1),
        ("China, the largest buyer of coal, came.", "largest buyer", 1),
        ("It is the 3rd largest port.", "3rd largest port", 3),
        ("Its rate is the world's lowest.", "lowest", 1),
        ("That is 5.5% of output, the highest in the EU.", "highest", 1),
        ("Chile rose to third.", "third", 3),
        ("Togo is up from tenth in that list.", "tenth", 10),
        ("It slipped from the 5th place.", "5th", 5),
    ],
)
def test_rank(sentence, span, value):
    found = [(text, amount) for text, amount, unit, _ in figures(sentence) if unit == RANK]
    assert found == [(span, value)]


@pytest.mark.parametrize(
    "sentence",
    [
        "It is one of the largest ports in the world.",
        "It is a leading exporter.",
        "It is the latest in a row.",
        "He moved to second base.",
        "Rain fell to the second floor.",
        "It is among the poorest countries.",
        "That is the best way.",
        "They had the largest role.",
        "The first meeting came.",
        "The main supplier left.",
        "It stands at the highest level between them.",
    ],
)
def test_no_rank(sentence):
    assert [text for text, _, unit, _ in figures(sentence) if unit == RANK] == []
