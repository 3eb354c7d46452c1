"""The names that others call: what they give, what they refuse, and that nothing heavy comes with the package."""

from __future__ import annotations

import inspect
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import usmex_data as um
from usmex_data import extraction
from usmex_data.extraction import COLUMNS, rows

ROOT = Path(__file__).resolve().parents[1]
CONTRACT = (
    "start end text value value_low value_high unit counted base modifier hedge change status period geography partner "
    "doubt disposition"
)
TEXT = "In 2019, Mexico imported about 5.1 billion cubic feet per day. Wages of between $5 and $7 per hour are paid."


def test_extract_has_the_contracts_columns_and_types():
    frame = um.extract(TEXT)
    assert " ".join(frame.columns) == " ".join(COLUMNS) == CONTRACT
    assert {name: str(frame[name].dtype) for name in ("start", "value", "unit", "text", "disposition")} == {
        "start": "Int64",
        "value": "Float64",
        "unit": "category",
        "text": "str",
        "disposition": "category",
    }


@pytest.mark.parametrize("text", ["", "No figure.", "Up 5%.", TEXT, "Canada spent $9 billion on ports in 2019."])
def test_the_types_of_columns_are_those_of_any_text(text):
    frame = um.extract(text)
    numbers = {"start": "Int64", "end": "Int64", "value": "Float64", "value_low": "Float64", "value_high": "Float64"}
    categories = dict.fromkeys(("unit", "modifier", "change", "status", "disposition"), "category")
    assert {name: str(frame[name].dtype) for name in COLUMNS} == dict.fromkeys(COLUMNS, "str") | numbers | categories
    for name in categories:
        known = frame[name].cat.categories
        assert str(known.dtype) == "str"
        assert list(known) == sorted(set(frame[name].dropna()))


def test_a_frame_holds_the_rows_and_what_is_empty_is_missing():
    frame = um.extract(TEXT)
    for cells, row in zip(frame.itertuples(index=False), rows(TEXT), strict=True):
        for cell, plain in zip(cells, row, strict=True):
            if plain is None or plain in ("", ()):
                assert isinstance(cell, float) != (cell is pd.NA)
            else:
                assert cell == (float(plain) if isinstance(plain, Decimal) else plain)


def test_extract_reads_a_text():
    claims = um.extract(TEXT).query("disposition == 'claim'").reset_index(drop=True)
    assert list(claims["unit"]) == ["bcf/day", "USD/hour"]
    assert list(claims["modifier"]) == ["approx", "range"]
    assert claims["value"].isna().tolist() == [False, True]
    assert (claims["value_low"][1], claims["value_high"][1]) == (5, 7)
    for row in claims.itertuples():
        assert TEXT[row.start : row.end] == row.text


def test_rows_are_the_same_without_pandas():
    found = [dict(zip(COLUMNS, row, strict=True)) for row in rows(TEXT)]
    assert [row["text"] for row in found] == um.extract(TEXT)["text"].tolist()
    assert Decimal("5.1") in [row["value"] for row in found]


def test_a_doubt_is_a_column_and_empty_for_most():
    text = "Canada spent $9 billion on ports. Peru spent 3 billion soles."
    frame = um.extract(text)
    assert frame["doubt"].fillna("").tolist() == ["whose_dollar", ""]
    assert [row[COLUMNS.index("doubt")] for row in rows(text)] == [("whose_dollar",), ()]


def test_a_later_year_is_a_forecast_only_for_who_knows_when_it_was_written():
    text = "Demand reached 5 GW in 2030."
    status = [
        um.extract(text, published=when).query("disposition == 'claim'")["status"].item() for when in ("", "2021")
    ]
    assert status == ["reported", "forecast"]


@pytest.mark.parametrize("text", ["", " ", "\n\n", "No figure at all.", "\0", "\ud800", "\ufeff", "(((((", "$$$$"])
def test_any_text_gives_a_frame(text):
    frame = um.extract(text)
    assert tuple(frame.columns) == COLUMNS
    assert len(frame) == 0


@settings(max_examples=60, deadline=None)
@given(
    st.text(
        st.sampled_from("Mexico paid about $5.1 billion, or 62% (2019)–\n\t½³²\ufeff\ud800%€£,.;-'\"#*|<>[]é"),
        max_size=120,
    )
)
def test_spans_lie_in_the_text_and_never_overlap(text):
    done = 0
    for row in um.extract(text, language="en").itertuples():
        assert done <= row.start < row.end <= len(text)
        done = row.end


PARAGRAPHS = (
    "## Trade in {year}",
    "In {year}, imports reached ${n}.{m} billion, up {m} percent from {before}. Exports fell by about {m}%.",
    "Between {m} and {n} plants in Texas pay more than $16 per hour; the others pay the $16 wage.",
    "Some {n},000 people crossed each day, “{m} times as many as in {before}”, as the mayor said.",
    "1. Five of the {n} states agreed.\n2. Mexico's second largest partner sent {n} trucks.",
    "Emissions were {n} MtCO2 in Canada.¹ A third came from power plants, and {m},5 % from ships.",
    "{n}",
    "The U.S. Department of Energy estimates that {m}.{n} bcf per day\nflowed south, well over 100 mil-\nlion a month.",
)


def long_text(paragraphs: int) -> str:
    filled = (
        PARAGRAPHS[(k * k + k // 7) % len(PARAGRAPHS)].format(n=20 + k, m=1 + k % 7, year=2000 + k % 20, before=1999)
        for k in range(paragraphs)
    )
    return "\n\n".join(filled)


@pytest.mark.parametrize("joint", ["\n\n", " "])
@pytest.mark.parametrize("size", [1_500, 4_000])
def test_a_long_text_says_the_same_in_segments(monkeypatch, joint, size):
    text = long_text(160).replace("\n\n", joint).replace("## " if joint == " " else "\0", "")
    whole = list(rows(text))
    assert len(whole) > 300
    monkeypatch.setattr(extraction, "_SEGMENT", size)
    assert list(rows(text)) == whole


def test_a_long_text_is_read_as_its_rows_are_asked_for(monkeypatch):
    done = []
    read = extraction.read_document
    monkeypatch.setattr(extraction, "_SEGMENT", 2_000)
    monkeypatch.setattr(extraction, "read_document", lambda *given, **more: done.append(1) or read(*given, **more))
    each = rows(long_text(160))
    next(each)
    assert len(done) == 1
    assert sum(1 for _ in each) > 300
    assert len(done) > 5


@pytest.mark.parametrize("wrong", [None, 5, b"bytes", Path("report.txt"), ["a text"]])
def test_what_is_no_text_is_refused(wrong):
    with pytest.raises(um.UsmexDataError, match="expected a text, found"):
        um.extract(wrong)


@pytest.mark.parametrize("wrong", [None, 2021, ["2021"], b"2021"])
def test_what_is_no_date_is_refused(wrong):
    with pytest.raises(um.UsmexDataError, match="expected a date for published, found"):
        um.extract("Up 5%", published=wrong)


@pytest.mark.parametrize("wrong", [None, 5, ["a"], [["a"]], {}])
def test_what_is_no_id_or_name_is_refused(built, wrong):
    with pytest.raises(um.UsmexDataError, match="expected the id of one claim, found"):
        um.show(wrong)
    with pytest.raises(um.UsmexDataError, match="there is no source"):
        um.read_source(wrong)
    with pytest.raises(um.UsmexDataError, match="there is no table"):
        um.load(wrong)


def test_read_source_gives_the_document(built):
    document = um.read_source("trade-paper")
    assert document.source == "trade-paper"
    assert document.raw.encode() == (built / "data/raw/trade-paper.txt").read_bytes()
    assert "\ue1fb" in document.raw
    assert "\ue1fb" not in document.text


def test_a_source_that_there_is_not(built):
    with pytest.raises(um.UsmexDataError, match="there is no source 'trade'") as caught:
        um.read_source("trade")
    assert "white-papers, trade-paper, diplomacy-paper" in str(caught.value)


def test_show_marks_the_figure(built):
    claim = um.claims(source="forum-page").query("text == '$616.38 billion'").iloc[0]
    shown = um.show(claim["claim_id"])
    assert "[$616.38 billion]" in str(shown)
    assert f"sources/forum-page.html#{claim['claim_id']}" in shown._repr_html_()


def test_the_callable_room_tells_what_it_takes():
    assert list(inspect.signature(um.claims).parameters) == ["topic", "source", "indicator"]


def test_the_package_lists_its_names():
    assert set("claims extract load read_source show units UsmexDataError TextError".split()) <= set(dir(um))
    with pytest.raises(AttributeError, match=r"has no attribute 'lod'; it has .*load"):
        _ = um.lod


def run(code):
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stdout.split()


def test_the_package_is_light():
    loaded = run("import sys; before = {*sys.modules}; import usmex_data; print(*sorted({*sys.modules} - before))")
    assert [name for name in loaded if name.startswith("usmex_data")] == ["usmex_data", "usmex_data.version"]
    assert {"csv", "dataclasses", "decimal", "hashlib", "json", "pathlib", "tomllib"} & set(loaded) == set()


@pytest.mark.parametrize(
    "code",
    [
        "import usmex_data",
        "import usmex_data.extraction",
        "import usmex_data.build",
        "from usmex_data.extraction import rows; list(rows('Wages of $5 in 2019.'))",
        "import usmex_data.commands.extract",
        "import usmex_data.commands.show",
    ],
)
def test_the_core_needs_no_pandas(code):
    heavy = "{'pandas', 'numpy', 'pint', 'pandera', 'matplotlib', 'rich', 'pypdfium2', 'selectolax'}"
    assert run(f"{code}\nimport sys; print(*sorted({heavy} & set(sys.modules)))") == []


@pytest.mark.parametrize(
    "name",
    [
        "audit",
        "claim",
        "claims",
        "convert",
        "extract",
        "extract_many",
        "load",
        "read_source",
        "record",
        "rows",
        "show",
        "units",
    ],
)
def test_each_name_can_be_called_in_a_fresh_process(name):
    assert run(f"import usmex_data as um; print(callable(um.{name}))") == ["True"]
    assert run(f"from usmex_data import {name}; print(callable({name}))") == ["True"]
