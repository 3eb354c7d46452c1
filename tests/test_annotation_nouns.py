"""Noun phrases behind numbers."""

from __future__ import annotations

import pytest

from usmex_data.annotation.nouns import is_plural, noun_after, unit_of


@pytest.mark.parametrize(
    ("text", "phrase", "unit"),
    [
        (" highly active U.S. consulates throughout", "highly active U.S. consulates", "count"),
        (" people of all ages", "people", "person"),
        (" Mexicans in Texas", "Mexicans", "person"),
        (" pieces of climate legislation", "pieces of climate legislation", "count"),
        (" electric vehicles sold", "electric vehicles", "vehicle"),
        (" asylum seekers", "asylum seekers", "person"),
        (" more jobs", "jobs", "count"),
    ],
)
def test_noun(text, phrase, unit):
    noun = noun_after(text, 0, len(text))
    assert noun is not None
    assert (text[noun.start : noun.end], unit_of(text, noun)) == (phrase, unit)


@pytest.mark.parametrize("text", ["", " of them", ", and", " in Mexico", " 12"])
def test_no_noun(text):
    assert noun_after(text, 0, len(text)) is None


@pytest.mark.parametrize(
    ("word", "answer"), [("trees", True), ("people", True), ("glass", False), ("crisis", False), ("gas", False)]
)
def test_plural(word, answer):
    assert is_plural(word) is answer
