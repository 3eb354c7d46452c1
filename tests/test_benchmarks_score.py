"""The benchmarks' scorer: what counts as found, exact, right and false, on sentences small enough to count by hand."""

from __future__ import annotations

import json
import sys
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"
sys.path.insert(0, str(BENCHMARKS))

from harness.report import f1, measured  # noqa: E402
from harness.score import Gold, read_findings, read_gold, score  # noqa: E402
from harness.suites import outcome, read_suite  # noqa: E402
from harness.texts import HOSTILE, gold_texts, long_text  # noqa: E402
from harness.units import contract_unit, peer_unit, plain, same_amount, scale_of  # noqa: E402

RAW = "In 2019 exports rose from about $350 to $680 per kg; some 5 to 7 percent went to Peru, 4.8 bcf a day to Chile."


def row(numeral: str, **fields: object) -> dict[str, object]:
    empty = {
        "value": "",
        "value_low": "",
        "value_high": "",
        "hedge": "",
        "base": "",
        "geography": "",
        "optional": False,
    }
    at = RAW.index(numeral)
    return {**empty, "numeral_start": at, "numeral": numeral, "text": numeral, "modifier": "exact", **fields}


SOME = {"hedge": "some"}
CLAIMS = [
    row("350", text="about $350", value="350", unit="USD/kg", modifier="approx", hedge="about", geography="CHL"),
    row("680", text="$680 per kg", value="680", unit="USD/kg"),
    row("5 to 7", text="some 5 to 7 percent", value_low="5", value_high="7", unit="percent", modifier="range", **SOME),
    row("4.8", text="4.8 bcf a day", value="4.8", unit="bcf/day"),
]
NOT_CLAIMS = [{"numeral_start": 3, "numeral": "2019", "disposition": "date"}]


@pytest.fixture
def gold(tmp_path: Path) -> tuple[list[Gold], list[object]]:
    claims, others = tmp_path / "a.jsonl", tmp_path / "a.not.jsonl"
    claims.write_text("\n".join(map(json.dumps, CLAIMS)), encoding="utf-8")
    others.write_text("\n".join(map(json.dumps, NOT_CLAIMS)), encoding="utf-8")
    return read_gold(RAW, claims, others)


def found(text: str, value: float | None, unit: str = "", **more: object) -> str:
    start = RAW.index(text)
    return json.dumps({"start": start, "end": start + len(text), "value": value, "unit": unit, **more})


def counted(gold, *lines: str) -> Counter[str]:
    return score(RAW, *gold, read_findings(lines), peer_unit)


def test_gold_spans_hold_hedge_and_unit_and_know_themselves_without_the_hedge(gold):
    spans = [(RAW[claim.start : claim.end], RAW[slice(*claim.bare)]) for claim in gold[0]]
    assert spans == [
        ("about $350", "$350"),
        ("$680 per kg", "$680 per kg"),
        ("some 5 to 7 percent", "5 to 7 percent"),
        ("4.8 bcf a day", "4.8 bcf a day"),
    ]


def test_nothing_found(gold):
    assert counted(gold) == {"gold": 4}


def test_hedge_may_be_in_the_span_or_out(gold):
    for text in ("about $350", "$350"):
        assert counted(gold, found(text, 350, "dollar per kilogram"))["exact"] == 1
    assert counted(gold, found("350", 350))["exact"] == 0


@pytest.mark.parametrize(
    ("line", "value", "dimension", "amount"),
    [
        (found("$680 per kg", 680, "dollar per kilogram"), 1, 1, 1),
        (found("$680", 680, "dollar"), 1, 0, 0),  # the rate is lost
        (found("$680 per kg", 0.68, "dollar per gram"), 1, 1, 1),  # the same amount in another unit
        (found("$680 per kg", 68, "dollar per kilogram"), 0, 1, 0),
        (found("680", 680, "no such unit"), 1, 0, 0),
        (found("4.8 bcf a day", 4_800_000_000, "cubic foot per day"), 1, 1, 1),
        (found("4.8 bcf", 4_800_000_000, "cubic foot"), 1, 0, 0),
    ],
)
def test_value_and_unit(gold, line, value, dimension, amount):
    counts = counted(gold, line)
    assert (counts["found"], counts["value"], counts["dimension"], counts["amount"]) == (1, value, dimension, amount)


def test_a_range_is_right_with_both_ends_in_one_finding_or_in_two(gold):
    whole = counted(gold, found("5 to 7 percent", 6, "percentage", low=5, high=7))
    assert (whole["value"], whole["range_right"], whole["exact"]) == (1, 1, 1)
    apart = counted(gold, found("some 5", 5), found("7 percent", 7, "percentage"))
    assert (apart["value"], apart["range_right"], apart["split"], apart["false"]) == (1, 0, 1, 0)
    middle = counted(gold, found("5 to 7 percent", 6, "percentage"))
    assert (middle["value"], middle["range_right"]) == (0, 0)


def test_a_year_is_false_as_a_claim_but_not_as_a_quantity(gold):
    counts = counted(gold, found("2019", 2019), found("rose", 1))
    assert (counts["false"], counts["false_quantities"]) == (2, 1)


def test_hedges_and_places_count_only_where_the_gold_has_them(gold):
    counts = counted(gold, found("about $350", 350, "dollar", modifier="approx", geography="CHL"), found("680", 680))
    assert (counts["hedged"], counts["hedged_right"]) == (1, 1)
    assert (counts["place"], counts["place_right"]) == (1, 1)


def test_one_finding_is_the_match_of_one_claim(gold):
    counts = counted(gold, found("$350 to $680 per kg", 350, "dollar per kilogram"))
    assert (counts["found"], counts["false"]) == (1, 0)


def test_optional_claims_count_neither_way(gold):
    optional = replace(gold[0][0], optional=True)
    counts = score(RAW, [optional], gold[1], read_findings([found("$350", 350)]), peer_unit)
    assert (counts["gold"], counts["false"]) == (0, 0)


@pytest.mark.parametrize(
    ("contract", "peer"),
    [
        ("USD/barrel", "dollar per barrel"),
        ("percentage_point", "percentage"),
        ("km", "kilometre"),
        ("square_foot", "square foot"),
        ("ug/m3", "microgram per cubic metre"),
        ("TWh", "terawatt hour"),
        ("degC", "degree Celsius"),
        ("MtCO2", "megaton"),
        ("person/day", "per day"),
        ("hour/week", "hour per week"),
        ("acre_foot", "acre-feet"),
    ],
)
def test_names_of_one_unit(contract, peer):
    ours, theirs = contract_unit(contract), peer_unit(peer)
    assert ours is not None
    assert theirs is not None
    assert plain(ours).equals(plain(theirs))


def test_shares_are_told_from_numbers_and_people_from_days():
    percent, number, day, person = (peer_unit(name) for name in ("percentage", "dimensionless", "day", "person"))
    assert not percent.convertible(number)
    assert not plain(day).convertible(plain(person))
    assert plain(person).convertible(number)
    assert same_amount(66.6667, percent, 2 / 3, number)


def test_degrees_convert_with_their_zero():
    assert same_amount(100, peer_unit("celsius"), 212, peer_unit("fahrenheit"))
    assert not same_amount(100, peer_unit("celsius"), 100, peer_unit("fahrenheit"))


def test_a_scale_in_a_units_name():
    assert scale_of("bcf/day") == 1e9
    assert scale_of("USD/day") == 1


def test_every_unit_of_the_gold_is_known_and_every_figure_stands_in_its_span():
    for text in gold_texts():
        for claim in text.claims:
            assert contract_unit(claim.unit) is not None, claim.unit
            assert claim.start <= claim.figure[0] < claim.figure[1] <= claim.end


def test_suites_are_read_in_three_forms_and_say_what_they_leave_aside():
    cases = list(
        read_suite(
            [
                {"req": "It weighs 3 to 5 kg", "res": [{"value": 4, "unit": "kilogram", "uncertainty": 1}]},
                {"text": "up 2.1%", "quantities": [{"value": "2.1", "normalized_unit": "percentage"}]},
                {"Input": "ten miles", "Results": [{"Resolution": {"value": "10", "unit": "Mile"}}]},
                {"req": "in 1979", "res": [{"value": 1979, "unit": "dimensionless"}]},
                {"req": "nothing", "res": []},
                {"req": "2.5±0.1 kg", "res": [{"value": 2.5, "unit": "kilogram", "uncertainty": 0.1}]},
                {"req": "near absolute zero", "res": [{"value": 0, "unit": "kelvin"}]},
                {"req": "a gallon of milk", "res": [{"value": 1, "unit": "gallon"}]},
            ]
        )
    )
    assert [(case.expected[0].low, case.expected[0].high) for case in cases[:3]] == [(3, 5), (2.1, 2.1), (10, 10)]
    assert [bool(case.aside) for case in cases] == [False, False, False, True, True, False, True, True]
    assert cases[5].expected[0].middle == 2.5
    assert outcome(cases[0], []) == "missed"


def test_long_texts_have_the_size_and_shape_asked_for():
    lines, line = (long_text(0.05, shape) for shape in ("lines", "line"))
    assert all(50_000 <= len(text.encode()) < 60_000 for text in (lines, line))
    assert "\n\n" in lines
    assert "\n" not in line
    assert long_text(0.05, "line") == line


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_have_the_size_asked_for(kind):
    assert 996 <= len(HOSTILE[kind](1000).encode()) <= 1000


def test_f1_is_the_harmonic_mean():
    assert f1(3, 4, 6) == pytest.approx(100 * 2 * (0.75 * 0.5) / (0.75 + 0.5))
    assert f1(0, 0, 0) == 0


def test_the_page_says_what_could_not_be_measured():
    page = measured({"peers": {"x": {"title": "X", "version": "", "configuration": "", "reason": "no wheel"}}})
    assert "| X | – | not measured: no wheel |" in page
