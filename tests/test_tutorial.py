"""The tutorial, followed to its end in a copy of the repository: its commands, what it shows, and what it promises.

Tables, checks and the tests that an added source could upset; notebooks and site have tests of their own.
"""

from __future__ import annotations

import itertools
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
PAGE = (ROOT / "docs" / "add-a-source.md").read_text("utf-8")
COMMANDS = re.findall(r"^python -m usmex_data (.+)$", PAGE, re.MULTILINE)
SHOWN = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)[1]
# What is said of the five texts, and of whatever the repository holds.
TESTS = (
    "tests/test_corpus.py",
    "tests/test_codebook_assemble.py",
    "tests/test_build.py::test_what_is_committed_is_what_a_build_makes",
    "tests/test_build.py::test_catalogue_and_sources_fit_each_other",
    "tests/test_build.py::test_no_claim_of_these_texts_is_in_other",
    "tests/test_site_passages.py::test_every_claim_of_the_corpus_has_its_place",
)


@pytest.fixture(scope="module")
def repository(tmp_path_factory):
    root = tmp_path_factory.mktemp("tutorial")
    for name in ("src", "data", "docs", "tests"):
        shutil.copytree(ROOT / name, root / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copyfile(ROOT / "pyproject.toml", root / "pyproject.toml")
    return root


def python(root, *arguments, expected=0):
    """What a command prints in the copy; its messages too."""
    environment = os.environ | {"PYTHONPATH": str(root / "src"), "USMEX_DATA_ROOT": ""}
    done = subprocess.run(
        [sys.executable, *arguments], cwd=root, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == expected, done.stdout + done.stderr
    return done.stdout, done.stderr


def follow(root, command):
    words, _, target = command.partition(" > ")
    out, _ = python(root, "-m", "usmex_data", *shlex.split(words))
    if target:
        (root / target).write_text(out, "utf-8")
    return out


def files(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def completed(out):
    """The suggested entries with something written for each dot, in a topic that there is."""
    written = "\n".join(line[2:] for line in out.splitlines() if line.startswith("  [indicator.") or "= " in line)
    written = written.replace('topic = "…"', 'topic = "economy"')
    number = itertools.count(1)
    return "\n\n" + re.sub("…", lambda _: f"Said here {next(number)}", written) + "\n"


def test_its_commands_are_those_that_are_followed_here():
    assert [command.split()[0] for command in COMMANDS] == ["add", "add", "add", "remove", "extract"]


def test_followed_to_its_end(repository):
    raw = files(repository / "data/raw")
    look, add, replace, remove, extract = COMMANDS
    looked = follow(repository, f"{look} --all")
    assert [line for line in SHOWN.splitlines() if line not in looked.splitlines()] == []
    assert files(repository / "data/raw") == raw

    assert "data/raw/border-brief.txt and its entry in data/raw/sources.toml are in place" in follow(repository, add)
    out, said = python(repository, "-m", "usmex_data", "build", "--tables")
    assert "6 sources" in out
    assert "5 without an indicator, in the table 'other':" in said
    python(repository, "-m", "pytest", "-q", "-p", "no:cacheprovider", *TESTS)

    catalogue = repository / "src/usmex_data/catalogue/indicators.toml"
    before = catalogue.read_text("utf-8")
    catalogue.write_text(
        before.replace('"forum-page"]', '"forum-page", "border-brief"]', 1) + completed(looked), "utf-8"
    )
    out, said = python(repository, "-m", "usmex_data", "build", "--tables")
    assert "without an indicator" not in said
    catalogue.write_text(before, "utf-8")

    follow(repository, replace)
    assert 'publisher = "Border Desk"' in (repository / "data/raw/sources.toml").read_text("utf-8")
    follow(repository, remove)
    assert files(repository / "data/raw") == raw
    follow(repository, extract)
    assert (repository / "claims.csv").read_text("utf-8").count("\n") == 11
