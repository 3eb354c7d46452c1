"""The README says nothing that the repository does not show: its measures, its picture, its notebooks, its commands."""

from __future__ import annotations

import base64
import json
import re
import runpy
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text("utf-8")


def outputs(notebook):
    cells = json.loads(notebook.read_text("utf-8"))["cells"]
    return [output for cell in cells for output in cell.get("outputs", ())]


def test_the_measures_are_those_of_the_published_tables():
    gold = runpy.run_path(str(ROOT / "benchmarks" / "gold.py"))
    assert gold["table"](gold["measures"]()) in README


def test_the_picture_is_one_that_its_notebook_stores():
    alt, path = re.search(r"!\[([^\]]+)\]\(([^)]+)\)", README).groups()
    stored = [
        base64.b64decode(output["data"]["image/png"])
        for output in outputs(ROOT / "notebooks" / "02-auto-rules-of-origin.ipynb")
        if "image/png" in output.get("data", {})
    ]
    assert (ROOT / path).read_bytes() in stored
    assert alt


def test_every_notebook_has_its_line():
    assert re.findall(r"\(notebooks/([^)]+)\)", README) == sorted(
        path.name for path in (ROOT / "notebooks").glob("*.ipynb")
    )


@pytest.mark.parametrize("target", sorted(set(re.findall(r"\]\((?!https?:)([^)#]+)", README))))
def test_links_lead_to_files(target):
    assert (ROOT / target).exists()


@pytest.mark.parametrize("command", sorted(set(re.findall(r"python -m usmex_data (\w+)", README))))
def test_commands_exist(command, capsys):
    from usmex_data.cli import main

    with pytest.raises(SystemExit) as stopped:
        main([command, "--help"])
    assert stopped.value.code == 0
    assert command in capsys.readouterr().out
