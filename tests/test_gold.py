"""The five texts and the benchmark texts, read against what careful readers wrote down by hand."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from usmex_data.annotation import annotate
from usmex_data.document import read as document

ROOT = Path(__file__).resolve().parents[1]
FIVE = {  # gold files, when published, kind; the diplomacy paper in white-papers is annotated as a source of its own
    "white-papers": (("white-papers-energy", "white-papers-other"), "2021", ""),
    "diplomacy-paper": (("diplomacy-paper",), "2021", ""),
    "report-2022": (("report-2022",), "2022", ""),
    "forum-page": (("forum-page",), "2023", "summary_page"),
}
UNSEEN = sorted(path.stem for path in (ROOT / "benchmarks" / "text").glob("*.txt"))
# Two names of one unit: the benchmark's annotators abbreviated.
SAME = {
    "kg": "kilogram", "km": "kilometer", "m": "meter", "mg": "milligram", "kcal": "kilocalorie", "m3": "cubic_meter",
    "litre": "liter", "ug": "microgram", "per_1000": "per_thousand", "per_100000": "per_hundred_thousand",
}  # fmt: skip
SCALED = {"GtCO2": ("tCO2", 10**9), "MtCO2e": ("tCO2e", 10**6), "MtCO2": ("tCO2", 10**6)}


def gold(path):
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def decimal(text):
    return Decimal(text) if text else None


class Measures(Counter):
    """How many claims were to be found, were found, were extracted, and of which fields are right."""

    def share(self, what, of):
        return self[what] / self[of]


def is_at(reading, row):
    start = row["numeral_start"]
    number = start <= reading.number_start < start + len(row["numeral"])
    return number or reading.start <= start < max(reading.end, reading.number_start + 1)


def partner(rows, found):
    """Each gold row with the reading of its figure, the one that begins at the numeral before any other."""
    exact = {reading.number_start: reading for reading in reversed(found)}
    for row in rows:
        near = next((reading for reading in found if is_at(reading, row)), None)
        yield row, exact.get(row["numeral_start"], near)


def canonical(unit):
    return "/".join(SAME.get(part, part) for part in unit.split("/"))


def same_value(row, reading):
    if not row["value"]:
        return (decimal(row["value_low"]), decimal(row["value_high"])) == (reading.value_low, reading.value_high)
    return decimal(row["value"]) * SCALED.get(row["unit"], ("", 1))[1] == reading.value


def right(row, reading):
    """The names of the fields in which a reading is as the gold row has it."""
    if same_value(row, reading):
        yield "value"
    if SCALED.get(row["unit"], (canonical(row["unit"]), 1))[0] == reading.unit:
        yield "unit"
    yield from (name for name in ("modifier", "period", "status") if getattr(reading, name) == row[name])
    if row["change"] != "level" and reading.change == row["change"]:
        yield "change"


def measure(rows, found):
    measures, used = Measures(extracted=len(found)), set()
    for row, reading in partner(rows, found):
        measures["wanted"] += not row["optional"]
        if reading is None:
            continue
        used.add(id(reading))
        if not row["optional"]:
            measures["found"] += 1
            measures["changes"] += row["change"] != "level"
            measures.update(right(row, reading))
    measures["fitting"] = len(used)
    return measures


@cache
def of_source(name):
    files, published, kind = FIVE[name]
    raw = (ROOT / "data" / "raw" / f"{name}.txt").read_bytes().decode("utf-8")
    rows = [row for file in files for row in gold(ROOT / "tests" / "gold" / f"{file}.jsonl")]
    end = raw.rindex("STRATEGIC DIPLOMACY\n") if name == "white-papers" else len(raw)
    readings = annotate(document(raw, name, kind), published)
    return measure(rows, [each for each in readings if each.disposition == "claim" and each.number_start < end])


@cache
def of_benchmark(name):
    raw = (ROOT / "benchmarks" / "text" / f"{name}.txt").read_bytes().decode("utf-8")
    found = [each for each in annotate(document(raw), "2024") if each.disposition == "claim"]
    return measure(gold(ROOT / "benchmarks" / "gold" / f"{name}.jsonl"), found)


def total(parts):
    return sum(parts, start=Counter())


@pytest.mark.parametrize(
    ("what", "of", "least"),
    [
        ("found", "wanted", 0.97),
        ("fitting", "extracted", 0.93),
        ("value", "found", 0.99),
        ("unit", "found", 0.97),
        ("modifier", "found", 0.95),
        ("period", "found", 0.90),
        ("status", "found", 0.88),
        ("change", "changes", 0.85),
    ],
)
def test_five_texts(what, of, least):
    measures = Measures(total(of_source(name) for name in FIVE))
    assert measures.share(what, of) >= least


@pytest.mark.parametrize(
    ("what", "of", "least"),
    [
        ("found", "wanted", 0.90),
        ("fitting", "extracted", 0.85),
        ("value", "found", 0.97),
        ("unit", "found", 0.93),
        ("modifier", "found", 0.93),
    ],
)
def test_unseen_texts(what, of, least):
    measures = Measures(total(of_benchmark(name) for name in UNSEEN))
    assert measures.share(what, of) >= least


@pytest.mark.parametrize("name", UNSEEN)
def test_each_unseen_text(name):
    measures = of_benchmark(name)
    assert measures.share("found", "wanted") >= 0.90
    assert measures.share("fitting", "extracted") >= 0.85
