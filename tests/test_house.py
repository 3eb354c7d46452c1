"""The house: what must hold of the repository itself, so that a clone works anywhere and stays what it says it is."""

from __future__ import annotations

import csv
import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[1]
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
MAKEFILE = (ROOT / "Makefile").read_text("utf-8")

# Written in pieces, so that this file does not hold what it looks for.
FOREIGN = {
    "a path of one machine": re.compile(
        r"(?<![\w.~+/-])/(?:work|tmp|root|home|Users|opt|private|mnt)/[\w.-]" + r"|[A-Z]:\\Users\\"
    ),
    "a registry's host": re.compile(
        r"pypi\.org|pythonhosted\.org|registry\.npmjs\.org|npmmirror|deb\.debian\.org|anaconda\.org|proxy\.golang\.org"
    ),
}


def tracked_files() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def requirements(groups: str) -> list[str]:
    project = PYPROJECT["project"]
    wanted = {
        "runtime": project["dependencies"],
        **project["optional-dependencies"],
        **PYPROJECT["dependency-groups"],
        "build": PYPROJECT["build-system"]["requires"],
    }
    return [each for group in groups.split() for each in wanted[group]]


def pins() -> dict[str, str]:
    """Return the lock's blocks, one a package, by normalised name."""
    blocks = re.split(r"\n(?=\S)", LOCK.strip())
    return {normal(re.match(r"[\w.-]+", block)[0]): block for block in blocks}


@pytest.mark.parametrize("what", FOREIGN)
def test_no_tracked_file_holds(what):
    found = []
    for path in tracked_files():
        content = path.read_bytes()
        if path == Path(__file__) or b"\0" in content:
            continue
        found += [f"{path.relative_to(ROOT)}: {match[0]}" for match in FOREIGN[what].finditer(content.decode("utf-8"))]
    assert not found


@pytest.mark.parametrize(
    ("line", "what"),
    [
        ("cd /" + "work/main", "a path of one machine"),
        ("see '/" + "home/ana/x'", "a path of one machine"),
        ("index = https://" + "pypi" + ".org/simple", "a registry's host"),
    ],
)
def test_the_search_finds(line, what):
    assert FOREIGN[what].search(line)


@pytest.mark.parametrize("line", ["wages and/or work/life", "https://example.org/work/paper", "$3/hour", "/home"])
def test_the_search_lets_be(line):
    assert not any(pattern.search(line) for pattern in FOREIGN.values())


# --- the environment ---


def test_every_pin_has_its_hashes():
    assert len(pins()) > 100
    for name, block in pins().items():
        assert re.match(r"[\w.-]+==[\w.!+]+( ; [^\\]+)? \\\n", block), f"{name} is not pinned"
        assert re.search(r"--hash=sha256:[0-9a-f]{64}", block), f"{name} has no hash"


def test_the_lock_names_no_address():
    assert "://" not in LOCK
    assert "index" not in re.sub(r"(?m)^[\w.-]+==.*$", "", LOCK)
    assert "--find-links" not in LOCK


@pytest.mark.parametrize("requirement", requirements("runtime docs formats dev build"))
def test_the_lock_holds(requirement):
    assert normal(re.match(r"[\w.-]+", requirement)[0]) in pins()


@pytest.mark.parametrize("requirement", requirements("distributed"))
def test_the_lock_does_without(requirement):
    assert normal(re.match(r"[\w.-]+", requirement)[0]) not in pins()


def test_exact_requirements_are_the_locks():
    for requirement in requirements("dev"):
        name, _, version = requirement.partition("==")
        if version:
            assert pins()[normal(name)].startswith(f"{normal(name)}=={version} ")


def test_each_requirement_and_each_ignored_rule_says_why():
    text = (ROOT / "pyproject.toml").read_text("utf-8")
    tables = re.findall(r"(?ms)^(?:dependencies|docs|formats|distributed|dev|ignore|\"[\w/*.]+\") = \[\n(.*?)^\]", text)
    lines = [line for table in tables for line in table.splitlines()]
    assert len(lines) > 40
    assert [line for line in lines if not re.search(r",\s+# \S+ \S+", line)] == []


def test_matplotlib_stays_below_what_seaborn_breaks_on():
    assert "matplotlib>=3.11,<3.13" in PYPROJECT["project"]["dependencies"]


def test_importing_the_package_loads_nothing_heavy():
    code = (
        "import sys, usmex_data;"
        "print(*sorted({'pandas', 'numpy', 'pint', 'matplotlib', 'seaborn', 'pandera', 'rich'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == ""


def test_the_environment_this_runs_in_holds_the_package():
    code = "import usmex_data; print(usmex_data.__file__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT / "data")
    assert Path(done.stdout.strip()) == ROOT / "src" / "usmex_data" / "__init__.py"


# --- what is run ---


def test_ci_runs_what_a_reader_runs():
    script = ROOT / ".ci" / "run"
    lines = script.read_text("utf-8").splitlines()
    assert lines[0] == "#!/usr/bin/env bash"
    assert "set -euo pipefail" in lines
    assert "make test" in lines
    assert os.access(script, os.X_OK)
    workflow = yaml.safe_load((ROOT / ".github/workflows/ci.yml").read_text("utf-8"))
    steps = [step for job in workflow["jobs"].values() for step in job["steps"]]
    assert {"run": ".ci/run"} in steps


@pytest.mark.parametrize(
    "target", "all data notebooks site lab test lint check bench test-browser clean lock help".split()
)
def test_make_knows_and_explains(target):
    assert re.search(rf"(?m)^{target}\b[^#\n=]*## \S", MAKEFILE)


def test_make_checks_hashes_both_ways():
    installs = re.findall(r"\$\$(?:uv|pip) .*-r \S+lock", MAKEFILE)
    assert len(installs) == 3
    assert all("--require-hashes" in install for install in installs)


# --- what is said ---


def test_the_version_is_one():
    version = PYPROJECT["project"]["version"]
    citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
    changelog = (ROOT / "CHANGELOG.md").read_text("utf-8")
    assert citation["version"] == version
    assert citation["repository-code"] == PYPROJECT["project"]["urls"]["Repository"]
    assert re.search(r"(?m)^## (\d\S+)", changelog)[1] == version


def test_the_licences_keep_code_tables_and_sources_apart():
    assert (ROOT / "LICENSE").read_text("utf-8").startswith("MIT License")
    tables = (ROOT / "LICENSE-DATA").read_text("utf-8")
    assert "Attribution 4.0 International" in tables
    assert "does not cover: the source texts in data/raw/" in tables
    assert "LICENSE-DATA" in (ROOT / "data/raw/README.md").read_text("utf-8")


def test_git_keeps_the_sources_byte_for_byte():
    asked = ["git", "check-attr", "text", "eol", "--", "data/raw/white-papers.txt", "data/clean/claims.csv"]
    said = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert "white-papers.txt: text: unset" in said
    assert "claims.csv: eol: lf" in said


def test_nothing_built_is_tracked():
    names = {path.relative_to(ROOT).parts[0] for path in tracked_files()}
    assert not names & {"build", ".venv", "dist", ".mypy_cache", ".ruff_cache", ".pytest_cache"}


def test_the_walked_example_of_contributing_is_true():
    """Each step of the table says what the row says, and names modules that there are."""
    text = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    table = text.partition("### One figure")[2].partition("To see it")[0]
    with (ROOT / "data/clean/claims.csv").open(encoding="utf-8", newline="") as lines:
        (row,) = [row for row in csv.DictReader(lines) if f"`{row['claim_id']}`" in table]
    assert row["text"] == "over 260,000"
    assert f"from {row['start']} to {row['end']}" in table
    for column in ("modifier", "unit", "geography", "partner", "indicator"):
        assert f"`{row[column]}`" in table
    assert row["period_text"] in table
    rooms = ("document", "quantities", "annotation", "codebook", "charts")
    named = re.findall(rf"`((?:{'|'.join(rooms)})\.[a-z_]+)`", table)
    package = ROOT / "src" / "usmex_data"
    assert [name for name in named if not (package / f"{name.replace('.', '/')}.py").is_file()] == []
    assert len(named) > 12
