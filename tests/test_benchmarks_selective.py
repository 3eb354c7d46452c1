"""The curve of doubts, on claims small enough to count by hand."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))

from harness.report import measured
from harness.selective import Verdict, curve, judged
from harness.texts import GoldText

RIGHT, WRONG_UNIT, WRONG = (True, True), (True, False), (False, False)
CLAIMS = [
    *(Verdict((), *RIGHT) for _ in range(6)),
    Verdict(("scale_letter",), *WRONG),
    Verdict(("unit_unknown",), *WRONG_UNIT),
    Verdict(("unit_unknown",), *RIGHT),
    Verdict(("scale_letter", "unit_unknown"), *WRONG),
]


def test_reasons_are_counted_each_for_itself():
    found = curve(CLAIMS)
    assert found["claims"] == 10
    assert found["reasons"] == {
        "scale_letter": {"covered": 2, "value": 0, "unit": 0},
        "unit_unknown": {"covered": 3, "value": 2, "unit": 1},
    }


def test_the_reason_that_is_most_often_wrong_is_withheld_first():
    assert curve(CLAIMS)["points"] == [
        {"withheld": "", "covered": 10, "value": 8, "unit": 7},
        {"withheld": "scale_letter", "covered": 8, "value": 8, "unit": 7},
        {"withheld": "unit_unknown", "covered": 6, "value": 6, "unit": 6},
    ]


def test_no_claims_have_a_curve_of_one_point():
    assert curve([])["points"] == [{"withheld": "", "covered": 0, "value": 0, "unit": 0}]


def test_only_what_the_gold_has_is_judged():
    assert judged(GoldText("none", "It weighs 5 kg.", [], [])) == []


def test_the_page_shows_the_curve():
    part = {
        "results": curve(CLAIMS),
        "commands": ["python benchmarks/run.py doubts"],
        "date": "2030-01-01",
        "machine": "m",
    }
    page = measured({"doubts": part})
    assert "| nothing | 100.0 | 80.0 | 70.0 |" in page
    assert "| … and `unit_unknown` | 60.0 | 100.0 | 100.0 |" in page
    assert "| `scale_letter` | 2 | 0.0 | 0.0 |" in page
