"""The notebooks of the series: their shape, every figure of their prose, and that they run to what is stored."""

from __future__ import annotations

import copy
import json
from pathlib import Path

import nbformat
import pytest

from usmex_data.notebooks import prose, structure
from usmex_data.notebooks.evidence import evidence_of
from usmex_data.notebooks.execute import normal
from usmex_data.notebooks.recount import recount

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
named = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def evidence():
    return evidence_of(ROOT)


def test_the_series_is_whole():
    assert len(NOTEBOOKS) >= 8
    assert [path.stem[:2] for path in NOTEBOOKS] == [f"{number:02}" for number in range(1, len(NOTEBOOKS) + 1)]


@named
def test_shape(path):
    assert structure.check(json.loads(path.read_text("utf-8"))) == []


@named
def test_every_figure_in_prose_is_its_claims_or_a_calculations(path, evidence):
    errors = prose.check_notebook(json.loads(path.read_text("utf-8")), evidence, path.name)
    assert [str(error) for error in errors] == []


@named
def test_it_is_stored_as_a_run_leaves_it(path):
    # nbval runs it and compares what it prints and draws (tests/nbval_pictures.py).
    stored = nbformat.read(path, as_version=4)
    assert normal(copy.deepcopy(stored)) == stored
    counts = [cell.execution_count for cell in stored.cells if cell.cell_type == "code"]
    assert counts == list(range(1, len(counts) + 1))
    assert recount(stored) == []
