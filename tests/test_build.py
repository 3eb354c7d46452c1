"""The build: the same bytes each time, nothing done twice or by half; and what is committed is what it makes."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest

from five_texts import FIVE
from usmex_data.build import build, make_files, make_tables, read_corpus
from usmex_data.codebook.assemble import require_known
from usmex_data.commands.check import differences, stored
from usmex_data.corpus import ROOT_VARIABLE, load_sources
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import COLUMNS, readings
from usmex_data.tables import schemas
from usmex_data.tables.fields import meanings

ROOT = Path(__file__).resolve().parents[1]


def files(root):
    return stored(root / "data" / "clean")


@pytest.fixture(scope="module")
def read_once():
    return read_corpus(ROOT)


def test_what_is_committed_is_what_a_build_makes(read_once):
    assert list(differences(make_files(read_once), files(ROOT))) == []


def test_catalogue_and_sources_fit_each_other(read_once):
    require_known(read_once.assembled)


def test_no_claim_of_these_texts_is_in_other(read_once):
    other = [claim for claim in read_once.assembled.claims if claim.topic == "other"]
    assert [claim.claim_id for claim in other if claim.source in FIVE] == []


def test_every_table_is_made(read_once):
    assert [table.name for table in make_tables(read_once)] == list(meanings())


@pytest.mark.parametrize("seed", ["1", "4711"])
def test_two_builds_are_the_same_bytes(built, corpus, seed):
    code = "from usmex_data.build import build; build(strict=False)"
    environment = os.environ | {"PYTHONHASHSEED": seed, ROOT_VARIABLE: str(corpus), "TZ": "Asia/Tokyo", "LC_ALL": "C"}
    subprocess.run([sys.executable, "-c", code], env=environment, check=True)
    assert files(corpus) == files(built)


def test_a_build_tells_what_it_does_and_what_it_made(corpus, built, read_once):
    steps = []
    made = build(corpus, strict=False, step=lambda *step: steps.append(step))
    assert (made.fresh, made.changed) == (True, True)
    assert [step[0] for step in steps[:5]] == [f"read {source.id}" for source in load_sources(corpus)]
    assert (made.counts.sources, made.counts.tables) == (5, len(meanings()))
    assert made.counts.claims == len(read_once.assembled.claims)
    assert files(corpus) == files(built)


def test_a_second_build_does_nothing(finished):
    steps = []
    second = build(finished, strict=False, step=lambda *step: steps.append(step))
    assert (second.fresh, second.changed, second.counts.sources, steps) == (False, False, 5, [])


def test_a_build_by_force_finds_the_tables_as_they_were(finished):
    again = build(finished, strict=False, force=True)
    assert (again.fresh, again.changed) == (True, False)


@pytest.mark.parametrize("touched", ["data/clean/trade.csv", "data/clean/more.csv", "build/tables.json"])
def test_what_was_changed_is_made_anew(finished, built, touched):
    (finished / touched).write_text("id\nby hand\n")
    made = build(finished, strict=False)
    assert made.fresh
    assert made.changed is touched.startswith("data")
    assert files(finished) == files(built)


def test_a_source_that_was_changed_stops_the_build_and_keeps_the_tables(finished, built):
    text = finished / "data/raw/forum-page.txt"
    text.write_bytes(text.read_bytes().replace(b"616.38", b"616.39"))
    with pytest.raises(UsmexDataError, match="not the text that the manifest vouches for"):
        build(finished, strict=False)
    assert files(finished) == files(built)


def test_tables_that_are_not_sound_are_not_written(finished, built, monkeypatch):
    def refuse(_):
        raise UsmexDataError("claims.csv is not as it should be")

    monkeypatch.setattr(schemas, "check", refuse)
    with pytest.raises(UsmexDataError, match="not as it should be"):
        build(finished, strict=False, force=True)
    assert files(finished) == files(built)


@pytest.mark.parametrize("moment", [0.5, 2.0])
def test_a_build_that_is_killed_keeps_the_tables(finished, built, moment):
    (finished / "data/clean/trade.csv").write_bytes(b"old\n")
    before = files(finished)
    code = "from usmex_data.build import build; build(strict=False)"
    process = subprocess.Popen([sys.executable, "-c", code])
    time.sleep(moment)
    process.send_signal(signal.SIGKILL)
    process.wait()
    assert files(finished) in (before, files(built))
    build(finished, strict=False)
    assert files(finished) == files(built)
    assert {path.name for path in (finished / "data").iterdir()} == {"raw", "clean"}


def test_claims_are_what_extract_reads_plus_what_the_catalogue_declares(read_once):
    """The catalogue may say where and when; all else is the text's own."""
    sources, assembled = read_once.sources, read_once.assembled
    own = [name for name in COLUMNS if name not in {"geography", "partner", "period", "disposition"}]
    for source in sources:
        if source.kind == "summary_page":
            continue  # read as summaries, which extract() cannot know
        found = {
            (reading.start, reading.end): reading
            for reading in readings(source.raw, published=source.published or source.not_before)
            if reading.disposition == "claim"
        }
        claims = [claim for claim in assembled.claims if claim.source == source.id]
        assert {(claim.start, claim.end) for claim in claims} == set(found)
        for claim in claims:
            reading = found[claim.start, claim.end]
            assert [getattr(claim, name) for name in own] == [getattr(reading, name) for name in own]


LIGATURES = str.maketrans({0xE1FA: "ff", 0xE1FB: "fi", 0xE1FC: "fl", 0xE1FD: "ffi"})


def letters(text):
    return re.sub(r"[^A-Za-z0-9]", "", text.translate(LIGATURES))


def test_every_span_cuts_its_figure_out_of_the_raw_text(read_once):
    sources, assembled = read_once.sources, read_once.assembled
    raw = {source.id: source.raw for source in sources}
    for claim in assembled.claims:
        assert letters(raw[claim.source][claim.start : claim.end]) == letters(claim.text), claim.claim_id


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        # Read from the texts, line by line.
        ("forum-page", "$616.38 billion", ("USD", "616380000000", "616380000000", "616380000000", "exact")),
        ("forum-page", "Well over a billion dollars", ("USD/day", "1000000000", "1000000000", None, "at_least")),
        ("white-papers", "second largest partner", ("rank", "2", "2", "2", "exact")),
        ("white-papers", "5.1 billion cubic feet per day", ("bcf/day", "5.1", "5.1", "5.1", "exact")),
        ("white-papers", "perhaps 15-25%", ("percent", None, "15", "25", "range")),
        ("white-papers", "about 80 percent", ("percent", "80", None, None, "approx")),
        ("diplomacy-paper", "300 miles", ("mile", "300", "300", "300", "exact")),
        ("report-2022", "Nearly 150", ("person", "150", None, None, "approx")),
    ],
)
def test_claims_that_anyone_can_read(read_once, source, text, expected):
    unit, *figures, modifier = expected
    found = [claim for claim in read_once.assembled.claims if claim.source == source and claim.text == text]
    assert found, f"{source} has no claim {text!r}"
    sought = (unit, *(Decimal(each) if each else None for each in figures), modifier)
    assert sought in [(c.unit, c.value, c.value_low, c.value_high, c.modifier) for c in found]
