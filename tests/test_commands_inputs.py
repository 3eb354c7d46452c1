"""Which files arguments mean, and what is said of those that cannot be reached."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from usmex_data.commands.inputs import inputs


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "deep" / ".hidden").mkdir(parents=True)
    for name in ("b.txt", "a.md", "deep/c.html", ".d.txt", "deep/.hidden/e.txt", "table.xlsx"):
        (tmp_path / name).write_text("5%")
    return tmp_path


def names(*arguments):
    return [Path(each.name).name for each in inputs(map(str, arguments)) if each.problem is None]


def problems(*arguments):
    return [str(each.problem).splitlines()[0] for each in inputs(map(str, arguments)) if each.problem is not None]


def test_a_folder_means_its_files_that_can_be_read_in_order(folder):
    assert names(folder) == ["a.md", "b.txt", "c.html"]
    assert problems(folder) == []


def test_a_glob_means_what_a_shell_would(folder):
    assert names(f"{folder}/*.txt") == ["b.txt"]
    assert names(f"{folder}/.*.txt") == [".d.txt"]
    assert names(f"{folder}/**/*.html") == ["c.html"]


def test_a_name_with_wild_cards_may_be_a_file(folder):
    (folder / "what?.txt").write_text("5%")
    assert names(f"{folder}/what?.txt") == ["what?.txt"]


def test_a_missing_file_is_left_to_whoever_reads_it(folder):
    assert names(folder / "none.txt") == ["none.txt"]


def test_an_empty_name_is_no_folder():
    assert problems("") == ["an empty name"]
    assert names("") == []


def test_names_that_no_system_can_reach_stop_nothing(folder):
    long = "x" * 5000
    assert problems(long)[0].endswith("cannot be reached: File name too long")
    assert names(long, folder / "a.md") == ["a.md"]


def test_folders_and_globs_that_mean_nothing(folder):
    (folder / "empty").mkdir()
    said = problems(folder / "empty", f"{folder}/*.pdf")
    assert "no file in it that ends in .txt" in said[0]
    assert said[1].endswith("*.pdf: matches no file")


@pytest.fixture
def closed(folder, monkeypatch):
    """A folder that cannot be listed, for root too."""
    real = os.scandir

    def scandir(path="."):
        if str(path).endswith("deep"):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(os, "scandir", scandir)
    return folder


@pytest.mark.parametrize("argument", ["{}", "{}/**/*.*"])
def test_a_subfolder_that_cannot_be_read_is_said(closed, argument):
    said = problems(argument.format(closed))
    assert said == [f"{closed}/deep: cannot be reached: Permission denied"]
    assert "a.md" in names(argument.format(closed))
