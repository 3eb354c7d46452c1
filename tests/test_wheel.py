"""The wheel, installed into an empty environment and used from a directory that knows no checkout."""

from __future__ import annotations

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
UV = str(Path(sys.executable).with_name("uv"))
REPORT = "Trade reached $5 billion in 2019, and more than 40,000 trucks cross the border each month.\n"


def make(folder):
    """The paths of a wheel and a source distribution."""
    command = [sys.executable, "-m", "hatchling", "build", "--directory", str(folder)]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
    return sorted(folder.iterdir())


def pinned():
    """The versions that the lock pins, as a list of constraints."""
    return re.findall(r"^[^\s#][^\\\n]*", (ROOT / "requirements.lock").read_text("utf-8"), re.MULTILINE)


def interpreters():
    """This Python and, where uv finds it, the newest that is tried."""
    command = [UV, "python", "find", "--no-python-downloads", "3.13"]
    found = subprocess.run(command, check=False, capture_output=True, text=True)
    return [sys.executable, *([found.stdout.strip()] if found.returncode == 0 else [])]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    return next(path for path in make(tmp_path_factory.mktemp("dist")) if path.suffix == ".whl")


@pytest.fixture(scope="module", params=interpreters(), ids=lambda path: Path(path).resolve().name)
def installed(request, wheel, tmp_path_factory):
    """The Python of an environment that holds the wheel, what it requires, and nothing else."""
    folder = tmp_path_factory.mktemp("environment")
    constraints = folder / "constraints.txt"
    constraints.write_text("\n".join(pinned()), "utf-8")
    subprocess.run([UV, "venv", "--quiet", "--python", request.param, str(folder / "env")], check=True)
    python = folder / "env" / "bin" / "python"
    command = [UV, "pip", "install", "--quiet", "--python", str(python), "--constraint", str(constraints), str(wheel)]
    subprocess.run(command, check=True)
    return python


@pytest.fixture
def elsewhere(tmp_path):
    """An empty directory, and an environment in which nothing names the checkout."""
    clean = {key: value for key, value in os.environ.items() if key not in {"PYTHONPATH", "USMEX_DATA_ROOT"}}
    return {"cwd": tmp_path, "env": clean | {"PYTHONDONTWRITEBYTECODE": ""}}


def run(python, elsewhere, *arguments, status=0):
    done = subprocess.run([python, *arguments], check=False, capture_output=True, text=True, **elsewhere)
    assert done.returncode == status, done.stderr
    return done


def test_two_builds_are_the_same_bytes(tmp_path):
    first, second = (
        {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in make(tmp_path / name)} for name in "ab"
    )
    assert first == second
    assert len(first) == 2


def test_the_wheel_holds_every_table_and_its_rights(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    tables = {f"usmex_data/data/clean/{path.name}" for path in (ROOT / "data" / "clean").iterdir()}
    assert tables <= names
    assert "usmex_data/data/LICENSE-DATA" in names
    assert "usmex_data/data/raw/README.md" in names  # whose texts they are, and under what rights they are held


def test_the_lines_of_the_readme_run(installed, elsewhere):
    readme = (ROOT / "README.md").read_text("utf-8")
    lines = "\n".join(re.findall(r"^```python\n(.*?)^```", readme, re.MULTILINE | re.DOTALL))
    assert "um.load(" in lines
    run(installed, elsewhere, "-c", lines)
    (elsewhere["cwd"] / "report.txt").write_text(REPORT, "utf-8")
    commands = re.findall(r"^python -m usmex_data (extract report\.txt.*)$", readme, re.MULTILINE)
    assert commands
    for command in commands:
        done = run(installed, elsewhere, "-m", "usmex_data", *command.split())
        assert any("40000" in line for line in done.stdout.splitlines())


def test_every_table_loads(installed, elsewhere):
    code = "import json, usmex_data as um; from usmex_data.tables.fields import meanings\n"
    code += "print(json.dumps({name: len(um.load(name)) for name in meanings()}))"
    lengths = json.loads(run(installed, elsewhere, "-c", code).stdout)
    for name, length in lengths.items():
        lines = (ROOT / "data" / "clean" / f"{name}.csv").read_text("utf-8")
        assert (length > 0) == (lines.count("\n") > 1), name


@pytest.mark.parametrize("arguments", [("check",), ("show", "white-papers-190534"), ("audit",)], ids=" ".join)
def test_commands_that_read_work(installed, elsewhere, arguments):
    assert run(installed, elsewhere, "-m", "usmex_data", *arguments).stdout


@pytest.mark.parametrize("command", ["build", "notebooks", "site"])
def test_commands_that_write_leave_the_installed_data_alone(installed, elsewhere, command):
    done = run(installed, elsewhere, "-m", "usmex_data", command, status=2)
    assert "checkout" in done.stderr
    assert "Traceback" not in done.stderr
