"""Texts of many kinds with their claims marked by reading: what is found, what is none, and with which value and unit.

``annotated_texts.txt`` holds a text behind each ``===``; a claim stands as ``{{its words|value|unit}}``, the unit empty
where it is not asked, the value of a range as ``low..high``. All else in the texts is no claim.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import pytest

from usmex_data.extraction import readings

_MARK = re.compile(r"\{\{(?P<words>.*?)\|(?P<value>.*?)\|(?P<unit>.*?)\}\}")


@dataclass
class Text:
    words: str = ""
    claims: list[tuple[int, int, str, str, str]] = field(default_factory=list)


@cache
def texts():
    """The texts by name, without the marks."""
    found = {}
    whole = (Path(__file__).parent / "annotated_texts.txt").read_text("utf-8")
    for part in re.split(r"^=== ", whole, flags=re.MULTILINE)[1:]:
        name, _, body = part.partition("\n")
        text, done = Text(), 0
        for mark in _MARK.finditer(body):
            text.words += body[done : mark.start()]
            start = len(text.words)
            text.claims.append((start, start + len(mark["words"]), mark["words"], mark["value"], mark["unit"]))
            text.words += mark["words"]
            done = mark.end()
        text.words += body[done:]
        found[name] = text
    return found


def number(written):
    """A value, or both ends of a range."""
    return tuple(float(end) for end in written.split(".."))


def stated(reading):
    ends = (reading.value,) if reading.value is not None else (reading.value_low, reading.value_high)
    return tuple(float(end) for end in ends if end is not None)


@cache
def measured(name):
    """Of a text: claims marked, found, right in value, asked for a unit, right in it; and those that are none."""
    text = texts()[name]
    claims = [each for each in readings(text.words, language="en") if each.disposition == "claim"]
    found = valued = asked = fitting = 0
    free = list(claims)
    for start, end, _, value, unit in text.claims:
        hit = next((each for each in free if each.start < end and start < each.end), None)
        if hit is None:
            continue
        free.remove(hit)
        found += 1
        valued += stated(hit) == pytest.approx(number(value))
        asked += bool(unit)
        fitting += bool(unit) and hit.unit == unit
    return len(text.claims), found, valued, asked, fitting, len(free)


def total(place):
    return sum(measured(name)[place] for name in texts())


def test_the_texts_are_marked():
    assert len(texts()) > 30
    assert total(0) > 350


def test_claims_are_found_and_nothing_else():
    assert total(1) >= 0.98 * total(0)
    assert total(1) >= 0.97 * (total(1) + total(5))


def test_values_and_units_are_right():
    assert total(2) == total(1)
    assert total(4) >= 0.98 * total(3)


@pytest.mark.parametrize("name", texts())
def test_each_text_is_read(name):
    marked, found, valued, _, _, wrong = measured(name)
    assert found >= marked - 1
    assert valued == found
    assert wrong <= 1
