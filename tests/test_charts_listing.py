"""The small table: a line for each row, words below each other."""

from __future__ import annotations

import pytest

import charts_rows as sample
from usmex_data import charts


@pytest.fixture
def table():
    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Percent", name="x", alt=alt, height=1.8)
    return charts.table(figure, sample.shares(), names={"fuel": "Share of fuel"}).finish()


def test_each_row_has_name_and_words(table):
    said = [name for name, _box in table.layout.texts]
    assert {"exports", "jobs", "Share of fuel", "Over 80%", "about 25%", "15-25%", "55%"} <= set(said)


def test_words_begin_below_each_other(table):
    boxes = dict(table.layout.texts)
    starts = {round(boxes[words].x0) for words in ("Over 80%", "about 25%", "15-25%", "55%")}
    assert len(starts) == 1


def test_figures_of_several_units_may_stand_in_it():
    import pandas as pd

    alt = "A sentence that tells the finding to whoever cannot see it."
    figure = charts.figure("A title that has just enough words", "Percent", name="x", alt=alt, height=2)
    rows = pd.concat([sample.shares(), sample.visas()])
    assert len(charts.table(figure, rows, by="category").finish().rows) == 6
