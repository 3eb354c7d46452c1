"""The audit's rules on pairs of reports with seeded errors: what they find, and that they accuse nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks" / "audit"))

import score

PAIRS = ("city", "energy", "health", "labour", "port", "university")


@pytest.fixture(scope="module")
def scores() -> list[score.Score]:
    return [score.score(pair) for pair in PAIRS]


def test_there_are_enough_errors_and_near_misses_of_all_kinds(scores: list[score.Score]) -> None:
    assert sum(len(made.errors) for made in scores) >= 60
    assert sum(len(made.near) for made in scores) >= 60
    assert len({kind for made in scores for kind in made.errors.values()}) >= 12


def test_nine_in_ten_errors_are_found(scores: list[score.Score]) -> None:
    found, seeded = (sum(map(len, each)) for each in zip(*((m.found, m.errors) for m in scores), strict=True))
    assert found >= 0.9 * seeded


def test_nothing_that_is_right_is_accused(scores: list[score.Score]) -> None:
    assert [(made.pair, *accused) for made in scores for accused in made.accused] == []


def test_half_of_the_pairs_ranked_first_measure_one_thing(scores: list[score.Score]) -> None:
    right, shown = score.compared(scores)
    assert shown == 20
    assert right >= 10


def test_tags_are_taken_out_and_kept_by_sentence() -> None:
    text, tags = score.plain("It has 4 cats. {E01 total} {N02 scope} It has 3 dogs.")
    assert text == "It has 4 cats. It has 3 dogs."
    assert tags == {"It has 4 cats.": {"E01", "N02"}}
