"""Numbers that are part of a name, or point to a place in a document."""

from __future__ import annotations

import pytest

from readers import figures, masked


@pytest.mark.parametrize(
    ("sentence", "text", "disposition"),
    [
        ("Level 4 of the plan.", "4", "name"),
        ("They drove Route 66 home.", "66", "name"),
        ("Title 42 ended.", "42", "name"),
        ("Article 34.7 binds them.", "34.7", "reference"),
        ("See Chapters 20 and 21 on it.", "20 and 21", "reference"),
        ("See pp. 20-21 on it.", "20-21", "reference"),
        ("Order No. 12 holds.", "12", "reference"),
        ("COVID-19 spread.", "COVID-19", "name"),
        ("The G20 met.", "G20", "name"),
        ("H1N1 spread.", "H1N1", "name"),
        ("Levels of PM2.5 fell.", "PM2.5", "name"),
        ("A 5G network.", "5G", "name"),
        ("It is open 24/7 there.", "24/7", "name"),
        ("The Group of Seven met.", "Group of Seven", "name"),
        ("A net-zero pledge.", "net-zero", "name"),
        ("In the 21st century it ends.", "21st century", "name"),
        ("A zero-sum game.", "zero-sum", "name"),
        ("The firm abcdefghij12 closed.", "12", "name"),
    ],
)
def test_name(sentence, text, disposition):
    assert (text, disposition, "") in masked(sentence)
    assert figures(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "span"),
    [
        ("They train 500 workers.", "500"),
        ("A wave 5 million strong.", "5 million"),
        ("The area 40 km north.", "40 km"),
        ("It costs US$5 now.", "US$5"),
        ("It costs USD5 now.", "USD5"),
    ],
)
def test_amounts_stay(sentence, span):
    assert [text for text, *_ in figures(sentence)] == [span]
