"""Hedges as shapes: what each modifier and status looks like."""

from __future__ import annotations

import matplotlib as mpl
import numpy as np
import pytest
from matplotlib.collections import PathCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.text import Annotation

import charts_rows as sample
from usmex_data.charts.claim_rows import rows_of
from usmex_data.charts.hedge import HATCH, KEY, Shape, draw, shape_of

INK = "#C8461E"


@pytest.fixture
def ax():
    axes = Figure(figsize=(4, 2), dpi=100).subplots()
    axes.set(xlim=(0, 10), ylim=(0, 10))
    return axes


def parts(artists, kind):
    return [artist for artist in artists if isinstance(artist, kind)]


def is_open(dot):
    return np.allclose(dot.get_facecolor()[0], mpl.colors.to_rgba("white"))


@pytest.mark.parametrize(
    ("modifier", "hedge", "status", "shape"),
    [
        ("exact", "", "reported", Shape("exact")),
        ("approx", "about", "reported", Shape("approx", hollow=True)),
        ("at_least", "over", "reported", Shape("at_least")),
        ("at_most", "under", "estimate", Shape("at_most")),
        ("range", "", "reported", Shape("range")),
        ("range", "perhaps", "reported", Shape("range", hollow=True)),
        ("exact", "", "rule", Shape("exact", hatched=True)),
        ("exact", "", "target", Shape("exact", hatched=True)),
        ("at_least", "over", "forecast", Shape("at_least", hatched=True)),
        ("approx", "some", "forecast", Shape("approx", hatched=True, hollow=True)),
        ("exact", "", "opinion", Shape("exact")),
    ],
)
def test_the_shape_is_the_modifier_and_the_status(modifier, hedge, status, shape):
    row = sample.wages().iloc[:1].assign(modifier=modifier, hedge=hedge, status=status)
    assert shape_of(rows_of(row)[0]) == shape


def test_a_value_of_ours_is_a_diamond():
    row = sample.wages().iloc[:1].assign(claim_id="calc-gap")
    assert shape_of(rows_of(row)[0]).computed


def test_exact_is_a_solid_dot(ax):
    (dot,) = draw(ax, Shape("exact"), (4,), 5, INK)
    assert isinstance(dot, PathCollection)
    assert not is_open(dot)
    assert dot.get_offsets().tolist() == [[4, 5]]


def test_about_is_a_hollow_dot(ax):
    (dot,) = draw(ax, Shape("approx", hollow=True), (4,), 5, INK)
    assert is_open(dot)
    assert dot.get_hatch() is None


def test_not_observed_is_hatched(ax):
    (dot,) = draw(ax, Shape("exact", hatched=True), (4,), 5, INK)
    assert is_open(dot)
    assert dot.get_hatch() == HATCH


@pytest.mark.parametrize(
    ("kind", "axis", "inverted", "direction"),
    [
        ("at_least", "x", False, (1, 0)),
        ("at_most", "x", False, (-1, 0)),
        ("at_least", "y", False, (0, 1)),
        ("at_most", "y", False, (0, -1)),
        ("at_least", "x", True, (-1, 0)),
        ("at_most", "y", True, (0, 1)),
    ],
)
def test_a_bound_is_a_dot_with_an_open_arrow_its_way(ax, kind, axis, inverted, direction):
    if inverted:
        ax.invert_xaxis() if axis == "x" else ax.invert_yaxis()
    artists = draw(ax, Shape(kind), (4,), 5, INK, axis=axis)
    (dot,), (arrow,) = parts(artists, PathCollection), parts(artists, Annotation)
    assert not is_open(dot)
    assert tuple(np.sign(arrow.xyann)) == direction
    assert arrow.arrowprops["arrowstyle"].startswith("<-")
    assert arrow.xy == ((4, 5) if axis == "x" else (5, 4))


def test_a_range_is_a_dumbbell_with_nothing_in_its_middle(ax):
    artists = draw(ax, Shape("range"), (4, 8), 5, INK)
    (bar,) = parts(artists, Line2D)
    dots = parts(artists, PathCollection)
    assert [dot.get_offsets().tolist() for dot in dots] == [[[4, 5]], [[8, 5]]]
    assert list(bar.get_xdata()) == [4, 8]
    assert bar.get_marker() == "None"
    assert bar.get_alpha() < 0.5


def test_a_hedged_range_has_hollow_ends(ax):
    dots = parts(draw(ax, Shape("range", hollow=True), (4, 8), 5, INK), PathCollection)
    assert all(is_open(dot) for dot in dots)


def test_ours_is_drawn_as_a_diamond(ax):
    (dot,) = draw(ax, Shape("exact", computed=True), (4,), 5, INK)
    assert len(dot.get_paths()[0].vertices) == 5


@pytest.mark.parametrize("shape", [shape for shape, _words in KEY])
def test_no_shape_is_an_error_bar(ax, shape):
    draw(ax, shape, (4, 8) if shape.kind == "range" else (4,), 5, INK)
    assert not ax.containers


def test_marks_carry_their_claim(ax):
    artists = draw(ax, Shape("range"), (4, 8), 5, INK, gid="white-papers-1")
    assert [artist.get_gid() for artist in artists] == [
        "mark-white-papers-1",
        "mark-white-papers-1-1",
        "mark-white-papers-1-2",
    ]


def test_the_key_explains_every_shape_once():
    shapes = [shape for shape, _words in KEY]
    assert {shape.kind for shape in shapes} == {"exact", "approx", "at_least", "at_most", "range"}
    assert len(set(shapes)) == len(shapes)
    assert any(shape.hatched for shape in shapes)
    assert any(shape.computed for shape in shapes)
