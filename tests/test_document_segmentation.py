"""A long text is cut where a reader would pause, and what one segment shows of the layout is known in the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usmex_data.document import Continuation, read
from usmex_data.document.attached_marks import noted_numbers
from usmex_data.document.segmentation import segments

PARAGRAPH = "Trade grew again in the north. Prices fell by then, as the U.S. Congress\nhad foreseen for years.\n\n"


def cut(text: str, size: int) -> list[str]:
    return [text[start:end] for start, end in segments(text, size)]


@pytest.mark.parametrize(
    ("text", "size", "begins"),
    [
        (PARAGRAPH * 30, 900, "Trade grew"),
        (" ".join((PARAGRAPH * 30).split()), 900, ("Trade grew", "Prices fell")),
        ("wages and prices " * 200, 900, ("wages", "and", "prices")),
        ("7" * 4000, 900, "7"),
        ("A heading\n\nof words without an end\n\n" * 90, 900, ("A heading", "of words")),
    ],
)
def test_a_cut_is_made_where_a_reader_would_pause(text, size, begins):
    found = cut(text, size)
    assert len(found) > 3
    assert all(segment.startswith(begins) for segment in found)
    assert min(map(len, found)) > size / 2


def test_a_short_text_is_one_segment():
    assert list(segments("", 100)) == [(0, 0)]
    assert list(segments("Five.", 5)) == [(0, 5)]


@given(st.text(st.sampled_from("Ab .\n\t”1é"), max_size=300), st.integers(1, 60))
def test_segments_are_the_whole_text_and_none_is_too_long(text, size):
    found = cut(text, size)
    assert "".join(found) == text
    assert all(len(segment) <= size for segment in found)
    assert all(found) or not text


TOWNS = "Ada Bel Cor Dan Eda Fay Gil Hal Ida Jon Kay Leo Mae".split()


def pages(first: int, last: int) -> str:
    return "".join(
        f"The council of {TOWNS[page]} met and heard its members in\n\n{page}\n\nWater and Trade\n\n"
        "the usual order. It then set the agenda of its next meeting.\n\n"
        for page in range(first, last)
    )


def test_page_numbers_and_running_heads_are_known_in_the_next_segment():
    continuation = Continuation()
    read(pages(7, 12), continuation=continuation)
    assert (continuation.page, continuation.heads) == (11, {"Water and Trade"})
    document = read(pages(12, 13), continuation=continuation)
    assert document.text == (
        "The council of Mae met and heard its members in the usual order. It then set the agenda of its next meeting."
    )


def test_notes_at_the_end_belong_to_marks_of_an_earlier_segment():
    before = "The river fell.¹ The lake rose.² Nobody knew why, and nobody asked.\n\n"
    notes = "1. Ministry of Water, Yearbook, 2028, p. 4.\n\n2. It fell by 5% in 2027.\n"
    continuation = Continuation(noted=noted_numbers(before + notes))
    read(before, continuation=continuation)
    assert continuation.marks == {"1": 1, "2": 1}
    assert [block.kind for block in read(notes, continuation=continuation).blocks] == ["reference", "footnote"]
    assert [block.kind for block in read(before + notes).blocks][1:] == ["reference", "footnote"]


def test_the_heading_path_goes_on():
    continuation = Continuation()
    read("# Trade\n\nIt grew.\n\n## Steel\n\nIt grew too.\n\n", continuation=continuation)
    document = read("It went on to grow.\n\n## Cars\n\nThey did not.\n", continuation=continuation)
    assert [block.section for block in document.blocks] == [
        ("Trade", "Steel"), ("Trade", "Cars"), ("Trade", "Cars"),
    ]  # fmt: skip


def test_what_is_carried_stays_small():
    continuation = Continuation()
    read("# " + PARAGRAPH.strip().replace("\n", " ") * 30, continuation=continuation)
    assert continuation.path == ()
    continuation.wait([("1", 10**6), ("2", 0), ("12345", 3), ("note", 3)])
    assert continuation.marks == {"1": 99}
