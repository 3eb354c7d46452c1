"""Execution: the same bytes each time, and errors that say which notebook and cell."""

from __future__ import annotations

import nbformat
import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.execute import execute_all, executed, normal


def write(path, *sources):
    cells = [
        nbformat.v4.new_markdown_cell(source[1:]) if source.startswith("#") else nbformat.v4.new_code_cell(source)
        for source in sources
    ]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"language_info": {"name": "python"}, "widgets": {}})
    nbformat.write(notebook, path)
    return path


@pytest.fixture(scope="module")
def runs(tmp_path_factory):
    folder = tmp_path_factory.mktemp("notebooks")
    one = write(folder / "one.ipynb", "## Title", "import math\nmath.pi", "print('said')")
    two = write(folder / "two.ipynb", "import os\nsorted({'b', 'a'}), os.path.basename(os.getcwd())")
    told = []
    first = execute_all([one, two], workers=2, done=told.append)
    stored = [path.read_bytes() for path in (one, two)]
    second = execute_all([one, two], workers=1)
    return {"first": first, "second": second, "stored": stored, "told": told, "folder": folder}


def test_runs_come_in_the_order_given_with_their_seconds(runs):
    assert [run.path.name for run in runs["first"]] == ["one.ipynb", "two.ipynb"]
    assert all(run.written and 0 < run.seconds < 60 for run in runs["first"])
    assert {run.path.name for run in runs["told"]} == {"one.ipynb", "two.ipynb"}


def test_a_second_run_gives_the_same_bytes_and_writes_nothing(runs):
    assert [(runs["folder"] / name).read_bytes() for name in ("one.ipynb", "two.ipynb")] == runs["stored"]
    assert not any(run.written for run in runs["second"])


def test_outputs_are_stored_without_times_and_versions(runs):
    notebook = nbformat.read(runs["folder"] / "one.ipynb", as_version=4)
    nbformat.validate(notebook)
    assert notebook.cells[1].outputs[0].data["text/plain"] == "3.141592653589793"
    assert notebook.cells[2].outputs[0].text == "said\n"
    assert [cell.execution_count for cell in notebook.cells[1:]] == [1, 2]
    assert [cell.id for cell in notebook.cells] == ["cell-01", "cell-02", "cell-03"]
    assert notebook.metadata == {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    assert all(cell.metadata == {} for cell in notebook.cells)
    assert runs["stored"][0].endswith(b"}\n")


def test_a_notebook_runs_in_its_own_folder(runs):
    notebook = nbformat.read(runs["folder"] / "two.ipynb", as_version=4)
    assert runs["folder"].name in notebook.cells[0].outputs[0].data["text/plain"]


def test_no_new_files_are_left(runs):
    assert sorted(path.name for path in runs["folder"].iterdir()) == ["one.ipynb", "two.ipynb"]


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("1 / 0", "cell 2 fails: ZeroDivisionError: division by zero"),
        ("import warnings\nwarnings.warn('look out')", "cell 2 warns"),
    ],
)
def test_a_failure_names_notebook_and_cell_and_leaves_the_file(tmp_path, source, message):
    path = write(tmp_path / "bad.ipynb", "## Title", source)
    before = path.read_bytes()
    with pytest.raises(UsmexDataError) as caught:
        execute_all([path])
    said = str(caught.value)
    assert message in said
    assert "bad.ipynb" in said
    assert "\x1b[" not in said
    assert path.read_bytes() == before


def test_a_fresh_run_writes_nothing(tmp_path):
    path = write(tmp_path / "a.ipynb", "import os\nos.environ['USMEX_DATA_FIGURES']")
    before = path.read_bytes()
    assert executed(path).cells[0].outputs[0].data["text/plain"] == "''"
    assert path.read_bytes() == before


def test_the_site_finds_the_alt_text():
    output = nbformat.v4.new_output(
        "display_data", data={"image/png": "x"}, metadata={"image/png": {"alt": "It tells the finding."}}
    )
    cell = nbformat.v4.new_code_cell("fig.show()", outputs=[output])
    cell.metadata = {
        "tags": ["hide-input"],
        "execution": {"iopub.status.busy": "now"},
        "mystnb": {"image": {"width": "1"}},
    }
    made = normal(nbformat.v4.new_notebook(cells=[cell])).cells[0].metadata
    assert made == {"tags": ["hide-input"], "mystnb": {"image": {"width": "1", "alt": "It tells the finding."}}}
