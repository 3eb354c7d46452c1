"""Ranges keep both ends; a movement from one level to another is no range."""

from __future__ import annotations

import pytest

from readers import figures, number
from usmex_data.quantities.ranges import link


@pytest.mark.parametrize(
    ("sentence", "span", "bounds", "unit"),
    [
        ("They earn between $5 and $7 per hour.", "between $5 and $7 per hour", "5..7", "USD/hour"),
        ("It holds perhaps 15-25%.", "perhaps 15-25%", "15..25", "percent"),
        ("It cost $3.5–4 billion.", "$3.5–4 billion", "3500000000..4000000000", "USD"),
        ("A range of 12.8–13.0 held.", "12.8–13.0", "12.8..13.0", ""),
        ("Growth of 1.7 to 1.9 per cent is likely.", "1.7 to 1.9 per cent", "1.7..1.9", "percent"),
        ("Prices ranging from $5 to $7 are common.", "from $5 to $7", "5..7", "USD"),
        ("It lost between a tenth and a fifth of it.", "between a tenth and a fifth", "10..20", "percent"),
        ("It runs five or six days.", "five or six days", "5..6", "day"),
        ("It runs for a five- to seven-year term.", "five- to seven-year", "5..7", "year"),
        ("They want a 10- to 15-percent cut.", "10- to 15-percent", "10..15", "percent"),
        ("It needs a two- or three-day test.", "two- or three-day", "2..3", "day"),
        ("A 40-to-60-foot fence stood.", "40-to-60-foot", "40..60", "foot"),
        ("Output will fall by 20 to 30 percent.", "20 to 30 percent", "20..30", "percent"),
        ("Costs fell by 3 to 5 percent.", "3 to 5 percent", "3..5", "percent"),
    ],
)
def test_range(sentence, span, bounds, unit):
    assert figures(sentence) == [(span, number(bounds), unit, "range")]


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("It rose from 62.5% to 75%.", [("62.5%", "62.5"), ("75%", "75")]),
        ("Prices rose from about $350 to $680 per kg.", [("about $350", "350"), ("$680 per kg", "680")]),
        ("Vacancies fell by 66,000 to 1,020,000.", [("66,000", "66000"), ("1,020,000", "1020000")]),
        ("Out of work were more, up 31,000 to 353,000.", [("31,000", "31000"), ("353,000", "353000")]),
        ("They held 5 and 6 kg.", [("5", "5"), ("6 kg", "6")]),
        ("It took 9 to 5 hours.", [("9", "9"), ("5 hours", "5")]),
        ("They hold 20% or 90% of it.", [("20%", "20"), ("90%", "90")]),
    ],
)
def test_two_levels(sentence, expected):
    assert [(span, value) for span, value, *_ in figures(sentence)] == [
        (span, number(value)) for span, value in expected
    ]


@pytest.mark.parametrize(
    ("between", "name"),
    [
        (" to ", "to"),
        ("-", "dash"),
        (" – ", "dash"),
        (" and a ", "and"),
        (", ", "list"),
        (", and about ", "list"),
        (" or ", "or"),
        (" in Mexico, ", ""),
        ("", ""),
    ],
)
def test_link(between, name):
    assert link(between) == name
