"""Notebooks brought up to date: only those that rest on what has changed, and those that go stale are named."""

from __future__ import annotations

import csv
import json
from dataclasses import fields

import pytest

from usmex_data.codebook.records import Claim
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks import update as module
from usmex_data.notebooks.execute import Run
from usmex_data.notebooks.update import update


def write(root, name, *prose):
    cells = [{"cell_type": "markdown", "source": text, "metadata": {}, "id": "a"} for text in prose]
    path = root / "notebooks" / name
    path.write_text(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}))
    return path


@pytest.fixture
def root(tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "data" / "clean").mkdir(parents=True)
    with (tmp_path / "data/clean/claims.csv").open("w", encoding="utf-8", newline="") as lines:
        csv.writer(lines).writerow(each.name for each in fields(Claim))
    write(tmp_path, "one.ipynb", "# Sound")
    write(tmp_path, "two.ipynb", "# Stale\n\nThere were 99 of them.")
    return tmp_path


@pytest.fixture
def ran(monkeypatch):
    """The names of the notebooks that were run; none is, really, and three.ipynb fails."""
    names = []

    def try_all(paths, workers, *, done):
        names.extend(path.name for path in paths)
        failed = UsmexDataError("cell 2 fails: KeyError", where="three.ipynb", remedy="a traceback")
        return [
            failed if path.name == "three.ipynb" else Run(path, 0.1, False, ("cell 1: 2 is 3 now",)) for path in paths
        ]

    monkeypatch.setattr(module, "try_all", try_all)
    return names


def test_each_is_run_once_and_stale_prose_is_told_each_time(root, ran):
    first, second = update(root), update(root)
    assert ran == ["one.ipynb", "two.ipynb"]
    assert [each.executed for each in (*first, *second)] == [True, True, False, False]
    assert [each.stale for each in first] == [each.stale for each in second]
    assert first[0].stale == ()
    assert "two.ipynb, cell 1: a bare figure" in first[1].stale[0]
    assert [each.recounted for each in (first[0], second[0])] == [("cell 1: 2 is 3 now",), ()]


def test_a_changed_notebook_is_run_alone(root, ran):
    update(root)
    ran.clear()
    write(root, "one.ipynb", "# Sound, and changed")
    write(root, "new.ipynb", "# New")
    update(root)
    assert ran == ["new.ipynb", "one.ipynb"]


def test_changed_tables_concern_all_of_them(root, ran):
    update(root)
    (root / "data/clean/trade.csv").write_text("id\n")
    update(root)
    assert ran == ["one.ipynb", "two.ipynb"] * 2


def test_one_that_fails_is_named_holds_up_no_other_and_is_tried_again(root, ran):
    write(root, "three.ipynb", "# Fails")
    for _ in range(2):
        made = {each.name: each for each in update(root)}
        assert made["three.ipynb"].failed
        assert made["three.ipynb"].stale == ("three.ipynb: cell 2 fails: KeyError",)
        assert not made["one.ipynb"].failed
    assert ran == ["one.ipynb", "three.ipynb", "two.ipynb", "three.ipynb"]


def test_force_runs_what_is_up_to_date(root, ran):
    begun = []
    update(root)
    update(root, force=True, begun=begun.append)
    assert ran == ["one.ipynb", "two.ipynb"] * 2
    assert begun == [2]
