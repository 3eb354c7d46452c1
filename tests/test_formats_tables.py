"""Tables of any format between bars: merged cells are written once, and go on."""

from __future__ import annotations

import pytest

from usmex_data.extraction import rows
from usmex_data.formats.tables import TableCell, lines

PLAIN = [[TableCell("Year"), TableCell("Jobs")], [TableCell("2019"), TableCell("40")]]


def test_rows_between_bars():
    assert lines(PLAIN) == ["| Year | Jobs |", "| 2019 | 40 |"]
    assert lines(PLAIN, heads=1) == ["| Year | Jobs |", "| --- | --- |", "| 2019 | 40 |"]


def test_rows_of_nothing_but_heads_are_the_head():
    heads = [[TableCell("Year", head=True), TableCell("", head=False)], *PLAIN[1:]]
    assert lines(heads)[1] == "| --- | --- |"
    assert lines([[TableCell("Year", head=True)]] * 2) == ["| Year |", "| Year |"]


@pytest.mark.parametrize(
    ("rows_of", "written"),
    [
        ([[TableCell("A", columns=2), TableCell("B")]], ["| A || B |"]),
        ([[TableCell("A", rows=2), TableCell("B")], [TableCell("C")]], ["| A | B |", "| ^^ | C |"]),
        ([[TableCell("A", columns=2, rows=2)], [TableCell("C")]], ["| A || |", "| ^^ | ^^ | C |"]),
        ([[TableCell("A"), TableCell("B", rows=3)], [TableCell("C")], []], ["| A | B |", "| C | ^^ |"]),
        ([[TableCell("A"), TableCell("B")], [TableCell("C")]], ["| A | B |", "| C | |"]),
        ([[TableCell("a|b\n c")]], ["| a¦b c |"]),
        ([], []),
        ([[]], []),
    ],
)
def test_merged_cells(rows_of, written):
    assert lines(rows_of) == written


@pytest.mark.parametrize(
    ("table", "units"),
    [
        ("| Mill | Output (ton) ||\n| ^^ | Spring | Autumn |\n| --- | --- | --- |\n| A | 40 | 50 |", ["ton", "ton"]),
        ("| Mill | Output (ton) || Pay (USD) |\n| --- | --- | --- | --- |\n| A | 40 | 50 | 7 |", ["ton", "ton", "USD"]),
        ("| Mill | Output (ton) | Pay (USD) |\n| --- | --- | --- |\n| A | 40 ||\n", [""]),
        ("| Mill | Output (ton) | |\n| --- | --- | --- |\n| A | 40 | 50 |", ["ton", ""]),
    ],
)
def test_a_head_reaches_the_columns_that_it_goes_on_over(table, units):
    found = [row[6] for row in rows(table) if row[-1] == "claim"]
    assert [unit if unit != "count" else "" for unit in found] == units


def test_a_label_reaches_the_rows_that_it_goes_on_over():
    table = "| Year | Mill | Output (ton) |\n| --- | --- | --- |\n| 2019 | A | 40 |\n| ^^ | B | 50 |"
    claims = [(row[2], row[13]) for row in rows(table) if row[-1] == "claim"]
    assert claims == [("40", "2019"), ("50", "2019")]
