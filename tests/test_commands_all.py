"""Commands where things go wrong around them: streams closed or full, a disk that takes nothing, files that go away."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest

from site_repository import write_sources
from usmex_data.build import build
from usmex_data.cli import main
from usmex_data.corpus import ROOT_VARIABLE
from usmex_data.storage import write

TEXT = "The valley has 300 goats. In 2020, trade came to $5 billion.\n"
COMMANDS = {
    "build": ["build", "--tables", "--draft", "--force"],
    "check": ["check", "--draft"],
    "show": ["show", "one-15"],
    "add": ["add", "two.txt", "--title", "Two", "--dry-run"],
}


@pytest.fixture(scope="module")
def built_small(tmp_path_factory):
    root = tmp_path_factory.mktemp("small")
    write_sources(root, {"one": TEXT, "more": TEXT.replace("goats", "sheep")})
    build(root, strict=False)
    (root / "two.txt").write_text(TEXT.replace("goats", "cows"))
    return root


def shell(root, command, redirection):
    words = " ".join([sys.executable, "-m", "usmex_data", *COMMANDS[command]])
    environment = os.environ | {ROOT_VARIABLE: str(root)}
    done = subprocess.run(
        ["bash", "-c", f"{words} {redirection}"], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout, done.stderr


@pytest.mark.parametrize("command", ["build", "show", "add"])
def test_standard_output_that_is_full_or_closed_is_a_line_and_a_status(built_small, command):
    for redirection, said in ((">/dev/full", "No space left on device"), (">&-", "standard output is closed")):
        status, _, error = shell(built_small, command, redirection)
        assert status == 2
        assert [line for line in error.splitlines() if said in line and line.startswith("error: ")]


@pytest.mark.parametrize("redirection", ["2>/dev/full", "2>&-"])
def test_nothing_to_complain_to_stops_nothing(built_small, redirection):
    status, out, _ = shell(built_small, "build", redirection)
    assert (status, bool(out)) == (0, True)


def test_a_disk_that_takes_nothing_leaves_the_tables_and_says_so(built_small, monkeypatch, capsys):
    def read_only(path, data):
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setenv(ROOT_VARIABLE, str(built_small))
    monkeypatch.setattr(write, "_write", read_only)
    clean = built_small / "data/clean"
    (clean / "trade.csv").write_text("changed\n")
    before = {path.name: path.read_bytes() for path in clean.iterdir()}
    assert main(COMMANDS["build"]) == 2
    assert main(["remove", "one"]) == 2
    error = capsys.readouterr().err
    assert error.count("cannot be written: Read-only file system") == 2
    assert {path.name: path.read_bytes() for path in clean.iterdir()} == before


def test_a_tree_that_is_as_it_should_be_needs_no_writing(built_small, monkeypatch):
    monkeypatch.setenv(ROOT_VARIABLE, str(built_small))
    assert main(COMMANDS["build"]) == 0

    def read_only(path, *_, **__):
        raise OSError(30, "Read-only file system", str(path))

    monkeypatch.setattr(write, "_write", read_only)
    assert main(COMMANDS["build"]) == 0
    assert main(COMMANDS["check"]) == 0


@pytest.mark.parametrize("gone", ["data/raw/one.txt", "data/clean/claims.csv"])
def test_a_file_that_has_gone_is_named(built_small, tmp_path, monkeypatch, capsys, gone):
    root = tmp_path / "copy"
    shutil.copytree(built_small, root)
    (root / gone).unlink()
    monkeypatch.setenv(ROOT_VARIABLE, str(root))
    assert main(COMMANDS["show"]) == 2
    assert gone.rpartition("/")[2].partition(".")[0] in capsys.readouterr().err
