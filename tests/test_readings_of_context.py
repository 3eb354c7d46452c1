"""When and where figures hold, and against what: the table of ``readings/context.txt``, by kind."""

from __future__ import annotations

from pathlib import Path

import edtf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from usmex_data import extract
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import readings

TABLE = Path(__file__).parent / "readings" / "context.txt"
FIELDS = {"place": "geography"}
PARTS = [
    "in", "from", "to", "since", "until", "the", "first quarter of", "FY", "fiscal", "2019", "2020-21", "1990s", "May",
    "31", "February 30,", "the year ended", "a year earlier", "respectively", "5 percent", "$4", "and", ",", "winter",
    "2019-13-45", "rose", "fell", "Q3", "mid-2018", "than in", "twice as high as on", "January 6", "through", ".",
    "three months to",
]  # fmt: skip


def asked(written):
    """The fields of a claim that a line of the table asks for."""
    fields = (part.strip().partition(" ") for part in written.split(";"))
    return {FIELDS.get(name, name): "" if value == "none" else value for name, _, value in fields}


def cases():
    """Kind and sentence with its claims: each its span, and the fields that are asked for."""
    kind, sentence, claims = "", "", []
    for line in [*TABLE.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  "):
            span, _, rest = line[2:].partition(" = ")
            claims.append((span, asked(rest)))
            continue
        if sentence:
            yield pytest.param(sentence.replace("⏎", "\n"), claims, id=f"{kind}: {sentence[:50]}")
        sentence, claims = "", []
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            sentence = line


@pytest.mark.parametrize(("sentence", "claims"), list(cases()))
def test_reading(sentence, claims):
    found = {each.text: each for each in readings(sentence) if each.disposition == "claim"}
    for span, fields in claims:
        assert span in found
        got = {name: getattr(found[span], name) for name in fields}
        got = {name: ";".join(value) if isinstance(value, tuple) else value for name, value in got.items()}
        assert got == fields


@settings(max_examples=200, deadline=None)
@given(st.lists(st.sampled_from(PARTS), min_size=3, max_size=14))
def test_every_period_is_valid_edtf(parts):
    for reading in readings(" ".join(parts) + ".", language="en"):
        if reading.period:
            edtf.parse_edtf(reading.period)


def test_the_caller_says_which_country():
    text = "In FY 2019 the national debt was 40 percent of output."
    (claim,) = (each for each in readings(text, country="CAN") if each.disposition == "claim")
    assert (claim.geography, claim.period, claim.doubt) == ("CAN", "2018-04/2019-03", ())
    assert "geography" in claim.inferred


def test_a_place_of_the_text_goes_before_the_callers_country():
    frame = extract("In Chile 40 percent of farms have wells. Some 12 percent of wells are dry.", country="PER")
    assert frame[frame.disposition == "claim"].geography.tolist() == ["CHL", "CHL"]


def test_a_country_that_no_code_stands_for():
    with pytest.raises(UsmexDataError, match="no country"):
        readings("Some 5 percent left.", country="Canada")


def test_a_period_after_the_text_was_written_is_never_reported():
    text = "Output was 5 GW in August 2023 and 6 GW in December 2023."
    claims = [each for each in readings(text, published="2023-09") if each.disposition == "claim"]
    assert [each.status for each in claims] == ["reported", "forecast"]


def test_a_bare_dollar_is_the_callers_country():
    (claim,) = (each for each in readings("The mill costs $4 million.", country="AUS") if each.disposition == "claim")
    assert (claim.unit, claim.geography, claim.doubt) == ("AUD", "AUS", ())
