"""The errors that people see: what, where, what to do; and for a text, the line with a caret under the span."""

from __future__ import annotations

import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from usmex_data.errors import TextError, UsmexDataError


@pytest.mark.parametrize(
    ("error", "printed"),
    [
        (UsmexDataError("it broke"), "it broke"),
        (UsmexDataError("it broke", where="a.csv"), "a.csv: it broke"),
        (UsmexDataError("it broke", remedy="mend it"), "it broke\n  mend it"),
        (UsmexDataError("it broke", where="a.csv", remedy="mend it"), "a.csv: it broke\n  mend it"),
    ],
)
def test_an_error_says_what_where_and_what_to_do(error, printed):
    assert str(error) == printed


def test_its_parts_can_be_asked_for():
    error = UsmexDataError("it broke", where="a.csv", remedy="mend it")
    assert (error.what, error.where, error.remedy) == ("it broke", "a.csv", "mend it")
    assert isinstance(error, Exception)


def test_a_text_error_shows_the_line_with_a_caret_under_the_span():
    text = "First line.\nWages of $5 and $7 per hour.\nLast line.\n"
    start = text.index("$5")
    error = TextError("which is it", text, start, start + 9, where="one.txt", remedy="say so")
    assert str(error).split("\n") == [
        "one.txt:2: which is it",
        "  Wages of $5 and $7 per hour.",
        "           ^^^^^^^^^",
        "  say so",
    ]


@pytest.mark.parametrize(
    ("text", "start", "end", "printed"),
    [
        ("abc", 0, 1, ["line 1: odd", "  abc", "  ^"]),
        ("abc", 2, 3, ["line 1: odd", "  abc", "    ^"]),
        ("abc", 1, 1, ["line 1: odd", "  abc", "   ^"]),
        ("abc", 3, 3, ["line 1: odd", "  abc", "     ^"]),
        ("ab\ncd", 1, 5, ["line 1: odd", "  ab", "   ^"]),
        ("ab\ncd", 3, 5, ["line 2: odd", "  cd", "  ^^"]),
        ("", 0, 0, ["line 1: odd", "  ", "  ^"]),
    ],
)
def test_a_caret_at_the_edges(text, start, end, printed):
    assert str(TextError("odd", text, start, end)).rstrip("\n").split("\n") == printed


def test_a_long_line_is_cut_around_the_span():
    text = "x" * 500 + " 42 " + "y" * 500
    line, caret = str(TextError("odd", text, 501, 503)).split("\n")[1:3]
    assert len(line) < 130
    assert line[caret.index("^") : caret.rindex("^") + 1] == "42"


@given(st.text(st.characters(codec="utf-8", exclude_characters="\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")), st.data())
def test_the_caret_stands_under_the_span_in_any_text(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    error = TextError("odd", text, start, end)
    assert (error.start, error.end, error.text) == (start, end, text)
    line, caret = str(error).split("\n")[1:3]
    first = text[start:end].split("\n")[0]
    assert line[caret.index("^") :].startswith(first)
    assert caret.count("^") == max(1, len(first))


@pytest.mark.parametrize(
    "error",
    [
        UsmexDataError("it broke", where="a.csv", remedy="mend it"),
        UsmexDataError("it broke"),
        TextError("which is it", "Wages of $5.\n", 9, 11, where="one.txt", remedy="say so"),
        TextError("which is it", "Wages of $5.\n", 9, 11),
    ],
)
def test_errors_cross_process_borders(error):
    copy = pickle.loads(pickle.dumps(error))
    assert type(copy) is type(error)
    assert str(copy) == str(error)
    assert vars(copy) == vars(error)
