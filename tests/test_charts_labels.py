"""Labels: what they may say, and that they find room."""

from __future__ import annotations

from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as some

import charts_rows as sample
from usmex_data.charts.boxes import Box
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.labels import Label, misquoted, place, words_for
from usmex_data.charts.text import Face
from usmex_data.errors import UsmexDataError

ROW = rows_of(sample.gas())[2]
AREA = Box(0, 0, 1000, 1000)


def label(x, y, area=AREA, sides=("right", "above", "below", "left")):
    return Label(ROW, (ROW.text,), Face(10, "black"), Box(x - 5, y - 5, x + 5, y + 5), area, sides)


def placed(labels, size=(60, 12), obstacles=()):
    marks = [each.anchor for each in labels]
    return place(labels, [size] * len(labels), [*marks, *obstacles], 1.0)


@pytest.mark.parametrize(
    ("pattern", "words"),
    [
        (None, "5.1 billion cubic feet per day"),
        ("{text}", "5.1 billion cubic feet per day"),
        ("{text} in {period}", "5.1 billion cubic feet per day in 2019"),
        (lambda row: f"{row.period}: {row.text}", "2019: 5.1 billion cubic feet per day"),
    ],
)
def test_a_label_may_add_to_the_words(pattern, words):
    assert words_for(ROW, pattern) == words


@pytest.mark.parametrize("pattern", ["5.1", "about 5 billion", lambda _row: ""])
def test_a_label_may_not_replace_them(pattern):
    with pytest.raises(UsmexDataError, match="repeat the source's words"):
        words_for(ROW, pattern)


def test_the_first_side_with_room_is_taken():
    (one,) = placed([label(500, 500)])
    assert one.box.x0 > 505
    assert one.box.centre[1] == pytest.approx(500)
    (two,) = placed([label(500, 500)], obstacles=[Box(506, 490, 900, 507)])
    assert two.box.y0 > 505


def test_labels_stay_in_their_area():
    (one,) = placed([label(990, 500)])
    assert AREA.holds(one.box)
    assert one.box.x1 < 990


def test_a_label_that_moves_far_says_so():
    walls = [Box(506, 480, 900, 520), Box(440, 507, 560, 530), Box(440, 470, 560, 493), Box(100, 480, 494, 520)]
    (one,) = placed([label(500, 500)], obstacles=walls)
    assert one.moved


def test_neighbours_do_not_collide():
    found = placed([label(500, 500), label(508, 503), label(516, 497), label(505, 512)])
    for one, two in combinations(found, 2):
        assert one.box.shared(two.box) == 0


@given(some.lists(some.tuples(some.integers(100, 900), some.integers(100, 900)), min_size=1, max_size=4, unique=True))
def test_the_same_labels_find_the_same_places(points):
    labels = [label(x, y) for x, y in points]
    assert placed(labels) == placed(labels)
    for one in placed(labels):
        assert AREA.holds(one.box)


@pytest.mark.parametrize(
    ("words", "wrong"),
    [
        ("no quotation", ""),
        ("“rose by 5%”", ""),
        ("“rose … last year”; “Prices”", ""),
        ("“rose by 6%”", "rose by 6%"),
        ("“Prices rose”; “Wages … fell”", "Wages … fell"),
        ("“Prices … wages fell”", "Prices … wages fell"),  # parts of two sentences
    ],
)
def test_quotations_stand_in_a_sentence(words, wrong):
    assert misquoted(words, ["Prices rose by 5% last year.", "Now wages fell."]) == wrong
