"""Stored against fresh: pictures by their pixels, the rest to the letter."""

from __future__ import annotations

import base64
import copy
import io

import nbformat
import numpy as np
import pytest
from PIL import Image

import charts_rows as sample
from usmex_data import charts
from usmex_data.notebooks.compare import compare, differences, picture_difference
from usmex_data.notebooks.execute import execute_all

ALT = "A sentence that tells the finding to whoever cannot see it."


def encoded(pixels):
    buffer = io.BytesIO()
    Image.fromarray(pixels).save(buffer, format="png")
    return base64.b64encode(buffer.getvalue()).decode("ascii")


@pytest.fixture(scope="module")
def pixels():
    figure = charts.figure("A title of just enough words", "Gas", name="x", alt=ALT, height=1.6)
    with Image.open(io.BytesIO(charts.slope(figure, sample.gas()).png())) as picture:
        return np.asarray(picture.convert("RGB")).copy()


def test_equal_pictures_are_equal(pixels):
    assert picture_difference(encoded(pixels), encoded(pixels)) == ""


def test_the_noise_of_another_machine_is_let_be(pixels):
    noise = np.random.default_rng(1).integers(-3, 4, pixels.shape)
    other = np.clip(pixels.astype(int) + noise, 0, 255).astype(np.uint8)
    assert picture_difference(encoded(pixels), encoded(other)) == ""


def test_one_changed_label_is_seen(pixels):
    frame = sample.gas().replace({"text": {"4.9 bcf": "4.8 bcf"}})
    figure = charts.figure("A title of just enough words", "Gas", name="x", alt=ALT, height=1.6)
    changed = base64.b64encode(charts.slope(figure, frame).png()).decode("ascii")
    assert "the picture differs" in picture_difference(encoded(pixels), changed)


def test_another_size_is_seen(pixels):
    assert "size changed" in picture_difference(encoded(pixels), encoded(pixels[:-2]))


def notebook(pixels):
    outputs = [
        nbformat.v4.new_output("display_data", data={"image/png": encoded(pixels), "text/plain": "Figure"}),
        nbformat.v4.new_output("execute_result", data={"text/plain": "5", "text/html": "<p>5</p>"}, execution_count=1),
        nbformat.v4.new_output("stream", name="stdout", text="said\n"),
    ]
    cells = [
        nbformat.v4.new_markdown_cell("# Title"),
        nbformat.v4.new_code_cell("x", outputs=outputs, execution_count=1),
    ]
    return nbformat.v4.new_notebook(cells=cells)


def change_png(cell):
    cell.outputs[0].data["image/png"] = encoded(np.zeros((4, 4, 3), dtype=np.uint8))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        (change_png, "cell 2: the picture's size changed"),
        (lambda cell: cell.outputs[1].data.update({"text/html": "<p>6</p>"}), "cell 2: text/html differs"),
        (lambda cell: cell.outputs[1].data.pop("text/html"), "cell 2: text/html is only stored"),
        (lambda cell: cell.outputs[2].update(text="other\n"), "cell 2: an output of type stream differs"),
        (lambda cell: cell.outputs.pop(), "cell 2: 3 outputs are stored, 2 came out"),
        (lambda cell: cell.update(source="y"), "cell 2: source differs"),
        (lambda cell: cell.update(execution_count=2), "cell 2: execution_count differs"),
        (lambda cell: cell.outputs[0].update(metadata={"image/png": {"alt": "new"}}), "an output of type display_data"),
    ],
)
def test_each_difference_is_named_with_its_cell(pixels, change, message):
    stored = notebook(pixels)
    fresh = copy.deepcopy(stored)
    assert differences(stored, fresh) == []
    change(fresh.cells[1])
    (found,) = differences(stored, fresh)
    assert message in found


def test_a_lost_cell_is_named(pixels):
    stored = notebook(pixels)
    fresh = copy.deepcopy(stored)
    fresh.cells.pop()
    assert differences(stored, fresh) == ["2 cells are stored, 1 were run"]


def test_a_stored_notebook_is_held_against_a_fresh_run(tmp_path):
    path = tmp_path / "a.ipynb"
    nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell("2 + 3")]), path)
    execute_all([path])
    assert compare(path) == []
    path.write_text(path.read_text(encoding="utf-8").replace('"5"', '"6"'), encoding="utf-8")
    assert compare(path) == ["cell 1: text/plain differs"]
