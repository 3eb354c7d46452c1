"""What must hold of the reading of any text: nothing crashes, overlaps, moves or is skipped, and time is linear."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counted_work import growth
from usmex_data.annotation import annotate
from usmex_data.document import read as document
from usmex_data.quantities import find

PIECES = [
    "1", "0", "42", "1,234", "5.1", ".5", "½", "¼ of", "-", "–", "−", "+", "$", "€", "US$", "%", "°C",
    "per cent", "percentage points", "million", "bn", "a", "an", "half", "third", "two-thirds", "one", "two",
    "hundred", "thousands", "of", "in", "out of", "to", "from", "between", "and", "or", ",", ".", ";", ":",
    "(", ")", "[", "“", "”", '"', "'", "\n", "\n\n", "\t", " ", "\u00a0", "\u202f", "\0", "about",
    "more than", "no more than", "at least", "or more", "per", "hour", "a year", "each year", "kWh", "/MWh",
    "barrels", "people", "states", "Mexico", "the United States", "Georgia", "Mr. Washington", "second",
    "largest", "top", "trading partner", "2019", "June 1", "2019-12-31", "Q3 2021", "last year", "since",
    "by 2040", "rose", "fell by", "doubled", "twice as much", "will", "must", "estimated", "according to",
    "EIA", "COVID-19", "G20", "Article 34.7", "§ 12", "https://a.b/1", "# ", "- ", "* ", "| ", "¹²", "²",
    "\\$", "ﬁ", "\ue1fb", "É", "İ", "ß", "ſ", "\u0301", "٣", "x" * 40, "[1]", "1.", "(1)", "3:1", "p < 0.05",
    "95% CI", "0/0", "1/0", "9" * 40,
]  # fmt: skip
TEXTS = st.one_of(
    st.text(max_size=300),
    st.lists(st.sampled_from(PIECES), max_size=60).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=60).map("".join),
)
SUBSTRINGS = ("counted", "base", "subject", "hedge", "period_text")


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_quantities_are_apart_and_hold_their_numbers(text):
    position = 0
    for item in find(document(text)):
        assert position <= item.start <= item.number_start < item.number_end <= item.end
        assert item.sentence[0] <= item.start
        assert item.end <= item.sentence[1]
        position = item.end


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_readings_map_back_to_the_raw_text(text):
    spans = []
    for reading in annotate(document(text)):
        assert reading.start <= reading.number_start < reading.end
        assert reading.quote[reading.quote_start : reading.quote_end] == reading.text
        assert all(getattr(reading, name) in reading.quote for name in SUBSTRINGS)
        spans.append((reading.start, reading.end))
    spans.sort()
    assert all(first[1] <= second[0] for first, second in pairwise(spans))


@settings(max_examples=300, deadline=None)
@given(TEXTS)
def test_no_digit_is_skipped(text):
    doc = document(text)
    covered = set()
    for reading in annotate(doc):
        covered.update(range(reading.start, reading.end))
    for mark in doc.marks:
        covered.update(range(mark.start, mark.end))
    assert [place for place, char in enumerate(text) if char in "0123456789" and place not in covered] == []


@settings(max_examples=100, deadline=None)
@given(TEXTS)
def test_reading_twice_is_the_same(text):
    assert annotate(document(text)) == annotate(document(text))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_bounds_fit_the_modifier(text):
    for reading in annotate(document(text)):
        if reading.disposition == "claim":
            low, high = reading.value_low, reading.value_high
            assert (low is None) == (reading.modifier in ("at_most", "approx"))
            assert (high is None) == (reading.modifier in ("at_least", "approx"))
            assert (reading.value is None) == (reading.modifier == "range")
            assert reading.unit or "unit_unknown" in reading.doubt


HOSTILE = [
    "1,", "((((", "$$$$", "    ", "a\u0301\u0301", "1-", "1-1-", "one ", "a of ", "“", '"', "1 1/2 ", "$1 ",
    "1.", "A-1", "half ", "in 2019 ", "Mexico 1 ", "1%, ", "1 to ", "§ 1 ", "http://a", "a@", "#1",
    "largest ", "no more than ", "1 per ", "U.S. ", "from 1 ", "AAAA ", "Aa", "a-a-", "9", "to the ", "must ",
    "(1) ", "[1] ", ": ", "- ", "imports ", "of which ", "last year ", "than ",
]  # fmt: skip


@pytest.fixture(scope="module")
def grown():
    return growth("sentence", HOSTILE, 1_000)


@pytest.mark.parametrize("unit", HOSTILE)
def test_work_is_linear_in_one_endless_sentence(grown, unit):
    # Four times the text: four times the work, a little more while windows fill, sixteen if it were quadratic.
    assert grown[unit] < 6


def test_work_that_grows_faster_than_the_text_would_be_noticed():
    assert growth("wasteful", ["a "], 1_000)["a "] > 12
