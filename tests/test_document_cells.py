"""Cells of a row: told by bars, gaps, or the numbers that it ends with."""

from __future__ import annotations

import pytest

from usmex_data.document.cells import head_cells, is_number, is_year, split_cells


def cells(row):
    """The cells of a row in which a tab is a gap."""
    return [row[start:end] for start, end in split_cells(row, 0, len(row), lambda place: row[place] == "\t")]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("| Goats | 12 | |", ["Goats", "12", ""]),
        ("North | 12 | 14", ["North", "12", "14"]),
        ("South Coast\t1 204\t98", ["South Coast", "1 204", "98"]),
        ("Boeing 737\t12\t14", ["Boeing 737", "12", "14"]),
        ("Chile (6.6) 5.7 .. n.a.", ["Chile", "(6.6)", "5.7", "..", "n.a."]),
        ("Wages $ 451 $ 483", ["Wages", "$ 451", "$ 483"]),
        ("North\t1,204 310 98", ["North", "1,204", "310", "98"]),
    ],
)
def test_cells(row, expected):
    assert cells(row) == expected


@pytest.mark.parametrize(
    "cell", ["12", "1,204", "1 204", "-7.1", "–7.1", "(45)", "$4.50", "35%", "4-5", "12.5*", "4,500a"]
)
def test_number(cell):
    assert is_number(cell)


@pytest.mark.parametrize("cell", ["", "..", "Goats", "12 goats", "$4 billion", "2020.", "a12"])
def test_no_number(cell):
    assert not is_number(cell)


@pytest.mark.parametrize("cell", ["2020", "FY2021", "FY 2021", "2020-21", "2019/2020", "2024p"])
def test_year(cell):
    assert is_year(cell)


@pytest.mark.parametrize(
    ("head", "columns", "expected"),
    [
        ("Exports (US$) Growth (%)", 2, ["Exports (US$)", "Growth (%)"]),
        ("Exports (US$) Growth (%)", 4, ["Exports (US$)", "Growth (%)"]),
        ("Level Boys Girls", 2, ["Level", "Boys", "Girls"]),
        ("Share of all farms", 2, ["Share of all farms"]),
    ],
)
def test_head_cells(head, columns, expected):
    assert [head[start:end] for start, end in head_cells(head, [(0, len(head))], columns)] == expected
