"""A short run of texts and files made by chance; `make fuzz` makes a long one."""

from __future__ import annotations

import random

import pytest

import fuzzing


def test_what_must_hold_holds_of_some_seeds():
    tried, broken = fuzzing.run(1, count=40)
    assert tried == 40
    assert broken == []


def test_a_seed_is_always_the_same():
    assert fuzzing.text_of(random.Random(5)) == fuzzing.text_of(random.Random(5))
    assert fuzzing.file_of(random.Random(5)) == fuzzing.file_of(random.Random(5))
    assert fuzzing.text_of(random.Random(5)) != fuzzing.text_of(random.Random(6))


def row(**cells):
    return tuple(cells.get(name) for name in fuzzing.COLUMNS)


GOOD = {"start": 0, "end": 2, "period": "2019", "unit": "percent", "disposition": "claim", "modifier": "exact"}
GOOD |= {"value": 5, "value_low": 5, "value_high": 5}


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"end": 99}, "a span lies in the text"),
        ({"value_low": 6}, "bounds hold the value"),
        ({"modifier": "at_least"}, "an upper bound fits the modifier"),
        ({"period": "2019/2113/"}, "a period is EDTF"),
        ({"unit": "no_such_unit"}, "pint takes a unit"),
    ],
)
def test_what_does_not_hold_is_found(monkeypatch, wrong, said):
    monkeypatch.setattr(fuzzing, "rows", lambda _, language: [row(**GOOD)])
    fuzzing.check_text("5%")
    monkeypatch.setattr(fuzzing, "rows", lambda _, language: [row(**GOOD | wrong)])
    with pytest.raises(fuzzing.BrokenError, match=said):
        fuzzing.check_text("5%")


def test_spans_that_overlap_are_found(monkeypatch):
    monkeypatch.setattr(fuzzing, "rows", lambda _, language: [row(**GOOD), row(**GOOD | {"start": 1})])
    with pytest.raises(fuzzing.BrokenError, match="apart"):
        fuzzing.check_text("5%")


def test_a_text_that_says_something_else_within_another_is_found(monkeypatch):
    monkeypatch.setattr(fuzzing, "rows", lambda text, language: [row(**GOOD)] if text.startswith("5%") else [])
    with pytest.raises(fuzzing.BrokenError, match="alone and within another"):
        fuzzing.check_within("5%")


def test_an_error_of_a_library_is_found(monkeypatch):
    def read(content, name, kind):
        raise ZeroDivisionError(f"{content}, {name}, {kind}")

    monkeypatch.setattr(fuzzing, "read_bytes", read)
    with pytest.raises(fuzzing.BrokenError, match="a damaged pdf is explained: ZeroDivisionError"):
        fuzzing.check_file(b"5%", "pdf")
