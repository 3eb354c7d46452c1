"""The notebooks of the series: their shape, every figure of their prose, and that they run to what is stored."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from usmex_data.notebooks import prose, structure
from usmex_data.notebooks.compare import compare
from usmex_data.notebooks.evidence import evidence_of

ROOT = Path(__file__).resolve().parents[1]
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
named = pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)


@pytest.fixture(scope="module")
def evidence():
    return evidence_of(ROOT)


def test_the_series_is_whole():
    assert [path.stem[:2] for path in NOTEBOOKS] == ["01", "02", "03", "04", "05", "06", "07", "08"]


@named
def test_shape(path):
    assert structure.check(json.loads(path.read_text("utf-8"))) == []


@named
def test_every_figure_in_prose_is_its_claims_or_a_calculations(path, evidence):
    errors = prose.check_notebook(json.loads(path.read_text("utf-8")), evidence, path.name)
    assert [str(error) for error in errors] == []


@named
def test_a_new_run_gives_what_is_stored_pictures_too(path):
    assert compare(path) == []
