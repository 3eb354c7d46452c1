"""nbval's run fails for a picture that changed, and for nothing else that it passed."""

from __future__ import annotations

import base64
import io
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest
from PIL import Image

from nbval_pictures import difference

TESTS = Path(__file__).resolve().parent
DRAW = (
    "import base64, io\nfrom PIL import Image\nfrom IPython.display import Image as Shown\nbuffer = io.BytesIO()\n"
    "Image.new('RGB', (64, 64), 'red').save(buffer, 'png')\n"
    "Shown(buffer.getvalue(), alt='A red square.')"
)


def png(colour, size=(64, 64)):
    buffer = io.BytesIO()
    Image.new("RGB", size, colour).save(buffer, "png")
    return base64.b64encode(buffer.getvalue()).decode()


def output(picture, **metadata):
    return {"output_type": "display_data", "data": {"image/png": picture}, "metadata": {"image/png": metadata}}


@pytest.mark.parametrize(
    ("stored", "fresh", "said"),
    [
        ([output(png("red"))], [output(png("red"))], ""),
        ([output(png("red"))], [output(png((250, 3, 3)))], ""),  # as another machine may draw it
        ([output(png("red"))], [output(png("blue"))], "the picture differs"),
        ([output(png("red"))], [output(png("red", (80, 64)))], "the picture's size changed"),
        ([output(png("red"), alt="One.")], [output(png("red"), alt="Two.")], "alt text"),
        ([output(png("red"))], [], "a stored picture did not come out"),
        ([], [output(png("red"))], "a picture is only in the fresh run"),
        ([{"output_type": "stream", "text": "a"}], [{"output_type": "stream", "text": "b"}], ""),
    ],
)
def test_pictures_are_held_against_each_other(stored, fresh, said):
    found = difference(stored, fresh)
    assert said in found
    assert bool(said) == bool(found)


@pytest.mark.parametrize(("colour", "failed"), [("red", 0), ("blue", 1)])
def test_a_run_of_nbval_fails_for_a_changed_picture(tmp_path, colour, failed):
    (tmp_path / "conftest.py").write_text(
        f"import sys\nsys.path.insert(0, {str(TESTS)!r})\n"
        "from nbval_pictures import compare_pictures_too\ncompare_pictures_too()\n"
    )
    shown = nbformat.v4.new_output(
        "execute_result",
        {"image/png": png(colour), "text/plain": "<IPython.core.display.Image object>"},
        metadata={"image/png": {"alt": "A red square."}},
        execution_count=1,
    )
    cell = nbformat.v4.new_code_cell(DRAW, outputs=[shown], execution_count=1)
    nbformat.write(nbformat.v4.new_notebook(cells=[cell]), tmp_path / "a.ipynb")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--nbval", "--nbval-current-env"]
    done = subprocess.run([*command, str(tmp_path)], cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == failed, done.stdout + done.stderr
    assert ("the picture differs" in done.stdout) == bool(failed)
