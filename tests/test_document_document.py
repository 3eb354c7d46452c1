"""The way between a text and its raw text, there and back, and the sentence of a place."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usmex_data.document import read

RAW = Path(__file__).parents[1] / "data" / "raw"
PIECES = st.sampled_from(
    ["The oak ", "fell. ", "\n", "\n\n", "12 ", "¹", "<sup>4</sup>", "**", "[a](b) ", "\ue1fb", "co-\nop "]
)


@given(st.lists(PIECES, max_size=30).map("".join))
def test_the_way_there_and_back_is_the_same(raw: str) -> None:
    document = read(raw)
    for place, (start, end) in enumerate(zip(document.offsets, document.ends, strict=True)):
        if start == end:
            continue  # what was put in for nothing
        span = document.text_span(start, end)
        assert span is not None
        assert document.offsets[span[0]] == document.offsets[place]


@pytest.mark.parametrize("name", ["trade-paper", "report-2022"])
def test_sentences_of_sources_lead_there_and_back(name: str) -> None:
    document = read((RAW / f"{name}.txt").read_bytes().decode("utf-8"), name)
    for start, end in document.sentences:
        low, high = document.outer_span(start, end)
        assert low <= document.offsets[start] < document.ends[start] <= high
        found = document.text_span(document.offsets[start], document.ends[start])
        assert found is not None
        assert document.sentence_at(found[0]) == (start, end)


def test_what_is_not_in_the_text_has_no_words_there() -> None:
    document = read("Oaks fell.¹\n\n1. In the north.\n")
    mark = next(mark for mark in document.marks if mark.kind == "footnote_mark")
    span = document.text_span(mark.start, mark.end)
    assert span is None or not document.text[slice(*span)].strip()
    assert document.text_span(len(document.raw), len(document.raw) + 9) is None


def test_a_place_between_sentences_lies_in_none() -> None:
    document = read("Oaks fell.\n\nElms stood.\n")
    assert document.sentence_at(3) == (0, 10)
    assert document.sentence_at(11) is None
