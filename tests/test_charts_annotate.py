"""Sentences beside marks: what is quoted, what is marked in it, where it stands."""

from __future__ import annotations

import pytest

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.annotate import excerpt, find_room
from usmex_data.charts.boxes import Box, crossings
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.text import words_of


def printed(words):
    return "".join(f"{word.text} " if word.spaced else word.text for word in words).strip()


def marked(words):
    return printed([word for word in words if word.marked])


@pytest.mark.parametrize("number", range(3))
def test_a_short_sentence_is_quoted_whole(number):
    row = rows_of(sample.gas())[number]
    assert printed(excerpt(row)) == f"“{row.quote}”"
    assert marked(excerpt(row)) == row.text


@pytest.mark.parametrize("count", [8, 12, 20])
def test_a_long_one_is_cut_around_its_figure(count):
    row = rows_of(sample.visas())[1]
    words = excerpt(row, count)
    said = printed(words)
    assert marked(words) == "fewer than 8,000"
    assert said.startswith("“… ")
    assert said.endswith(" …”")
    inner = said.removeprefix("“… ").removesuffix(" …”")
    assert inner in row.quote
    assert len(inner.split()) == count


def test_a_cut_at_one_side_says_so_at_that_side():
    said = printed(excerpt(rows_of(sample.visas())[0], 10))
    assert said.startswith("“While")
    assert said.endswith(" …”")


@pytest.mark.parametrize(
    ("text", "figure"),
    [("paid $12, then", "$12"), ("(5%) of it", "5%"), ("half", "half"), ("a 50-50 split", "50-50")],
)
def test_words_are_cut_where_the_mark_begins(text, figure):
    start = text.index(figure)
    words = words_of(text, start, start + len(figure))
    assert printed(words) == text
    assert marked(words) == figure


def test_room_is_empty_and_near():
    area, anchor, wall = Box(0, 0, 1000, 400), Box(490, 190, 510, 210), Box(480, 0, 1000, 180)
    room = find_room(Box(0, -60, 200, 0), anchor, [anchor, wall], area, 5)
    assert area.holds(room)
    assert room.shared(wall) == 0
    assert room.shared(anchor) == 0
    assert room.distance(anchor) < 60


def test_a_line_through_a_box_is_seen():
    assert crossings((0, 0), (100, 100), [Box(40, 40, 60, 60), Box(0, 60, 20, 80)]) == 1


def test_sentences_keep_clear_of_the_line_between_marks():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Gas", name="x", alt=alt, height=2.4)
    charts.slope(figure, sample.gas()).annotate(sample.gas().iloc[2]).finish()
    (_words, box) = figure.layout.texts[-1]
    ends = figure.axes[0].transData.transform([(1, 4.9), (2, 5.1)])
    assert crossings(tuple(ends[0]), tuple(ends[1]), [box]) == 0


def test_a_place_may_be_given():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Gas", name="x", alt=alt, height=2.8)
    charts.slope(figure, sample.gas()).annotate(sample.gas().iloc[2], at=(0.02, 0.95), width=150).finish()
    box = figure.layout.texts[-1][1]
    frame = figure.axes[0].get_window_extent()
    assert box.x0 == pytest.approx(frame.x0 + 0.02 * frame.width)
    assert box.y1 == pytest.approx(frame.y0 + 0.95 * frame.height)
