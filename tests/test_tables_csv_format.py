"""Cells and lines of CSV: numbers at their shortest, lists by semicolon, and what comes back is what went in."""

from __future__ import annotations

import csv
import io
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import Table, cell, csv_line, number, parse_csv


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (Decimal(616380000000), "616380000000"),
        (Decimal("6.1638E+11"), "616380000000"),
        (Decimal("62.50"), "62.5"),
        (Decimal("75.0"), "75"),
        (Decimal("0.35"), "0.35"),
        (Decimal("3.5E-5"), "0.000035"),
        (Decimal("33.3333"), "33.3333"),
        (Decimal(100), "100"),
        (Decimal("1E+9"), "1000000000"),
        (Decimal(0), "0"),
        (Decimal("0.00"), "0"),
        (Decimal("-0"), "0"),
        (Decimal("-0.0"), "0"),
        (Decimal("-2.10"), "-2.1"),
        (5000, "5000"),
    ],
)
def test_a_number_is_written_at_its_shortest(value, written):
    assert number(value) == written


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_no_number_is_refused(value):
    with pytest.raises(UsmexDataError, match="cannot stand in a table"):
        number(value)


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**18), max_value=10**18))
def test_a_number_reads_back_as_itself_and_no_shorter_one_does(value):
    written = number(value)
    assert Decimal(written) == value
    assert "E" not in written.upper()
    assert "," not in written
    assert written == "0" or not written.lstrip("-").startswith("00")
    assert "." not in written or written[-1] not in "0."


@pytest.mark.parametrize(
    ("value", "written"),
    [(None, ""), ("", ""), ("a; b", "a; b"), ((), ""), (("unit",), "unit"), (("geography", "unit"), "geography;unit")],
)
def test_a_cell(value, written):
    assert cell(value) == written


def test_an_item_with_the_separator_is_refused():
    with pytest.raises(UsmexDataError, match="parts lists"):
        cell(("one; two", "three"))


@pytest.mark.parametrize(
    ("values", "line"),
    [
        (("a", 1, None), "a,1,\n"),
        (("over $5, or so",), '"over $5, or so"\n'),
        (('the "Forum"',), '"the ""Forum"""\n'),
        (("two\nlines",), '"two\nlines"\n'),
        (("señal – ½",), "señal – ½\n"),
        (("",), '""\n'),
    ],
)
def test_a_line_is_quoted_as_the_standard_has_it(values, line):
    assert csv_line(values) == line


def test_a_table_as_bytes():
    table = Table("t", ("id", "value"), (("a", Decimal("1.50")), ("ñ", None)))
    assert table.csv() == "id,value\na,1.5\nñ,\n".encode()
    assert table.column("value") == [Decimal("1.50"), None]


words = st.text(st.characters(codec="utf-8", exclude_characters="\0"))


@given(st.lists(st.tuples(words, words), max_size=5))
def test_a_table_reads_back_as_it_was(rows):
    content = Table("t", ("one", "two"), tuple(rows)).csv()
    assert parse_csv(content) == (("one", "two"), rows)
    assert list(csv.reader(io.StringIO(content.decode(), newline="")))[1:] == [list(row) for row in rows]


def test_an_empty_file_is_no_table():
    with pytest.raises(UsmexDataError, match="no table"):
        parse_csv(b"")
