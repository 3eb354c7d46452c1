"""Notebooks run from top to bottom and stored with their outputs, the same bytes on every run."""

from __future__ import annotations

import asyncio
import os
import re
import time
from collections.abc import Callable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from usmex_data.charts.places import FIGURES_VARIABLE
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.recount import recount
from usmex_data.storage.write import disk_errors, write_file

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = ["Run", "execute_all", "executed", "normal", "try_all"]

_TIMEOUT: Final = 120
_KERNEL: Final = {"display_name": "Python 3", "language": "python", "name": "python3"}
_COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
_TAIL: Final = 6


@dataclass(frozen=True, slots=True)
class Run:
    """How the execution of one notebook went: the seconds it took, and whether its file was written anew.

    ``recounted`` are the counts in its prose that were set to what the tables hold now.
    """

    path: Path
    seconds: float
    written: bool
    recounted: tuple[str, ...] = ()


def execute_all(paths: Sequence[Path], workers: int = 2, *, done: Callable[[Run], None] | None = None) -> list[Run]:
    """The runs of the notebooks, ``workers`` at a time, in the order given; each is stored as soon as it is done.

    A notebook whose outputs did not change is not written. ``done`` is called after each. Raises
    :class:`~usmex_data.errors.UsmexDataError` for the first that fails or warns, after the others have ended; a
    failing notebook's file stays as it was.
    """
    results = try_all(paths, workers, done=done)
    for result in results:
        if isinstance(result, UsmexDataError):
            raise result
    return [result for result in results if isinstance(result, Run)]


def try_all(
    paths: Sequence[Path], workers: int = 2, *, done: Callable[[Run], None] | None = None
) -> list[Run | UsmexDataError]:
    """The runs of the notebooks as of :func:`execute_all`, with the error in the place of each that fails or warns."""
    return asyncio.run(_try_all(paths, workers, done))


async def _try_all(
    paths: Sequence[Path], workers: int, done: Callable[[Run], None] | None
) -> list[Run | UsmexDataError]:
    gate = asyncio.Semaphore(max(1, workers))

    async def one(path: Path) -> Run:
        async with gate:
            start = time.perf_counter()
            notebook = await _run(path)
            recounted = tuple(recount(notebook))
            text = _text(notebook)
            written = text != path.read_text(encoding="utf-8")
            if written:
                with disk_errors("the notebook", path):
                    write_file(path, text)
            run = Run(path, time.perf_counter() - start, written, recounted)
        if done:
            done(run)
        return run

    results = await asyncio.gather(*(one(Path(path)) for path in paths), return_exceptions=True)
    for result in results:
        if isinstance(result, BaseException) and not isinstance(result, UsmexDataError):
            raise result
    return [result for result in results if isinstance(result, (Run, UsmexDataError))]


def executed(path: Path) -> Any:
    """A fresh run of the notebook, in the stored form; no file is written, nor are the figures' files."""
    with _no_figures():
        notebook = asyncio.run(_run(path))
    recount(notebook)
    return notebook


def normal(notebook: Any) -> Any:
    """The notebook in the stored form: cells with ids by their order, no versions or times, alt texts for the site."""
    notebook.metadata = {"kernelspec": dict(_KERNEL)}
    notebook.nbformat, notebook.nbformat_minor = 4, 5
    for number, cell in enumerate(notebook.cells, 1):
        cell["id"] = f"cell-{number:02d}"
        kept = {key: value for key, value in cell.metadata.items() if key in {"tags", "mystnb"}}
        alt = [_alt_of(output) for output in cell.get("outputs", ())]
        if any(alt):
            # Where the site's builder looks for it; JupyterLab and nbconvert read the output's own metadata.
            mystnb = kept.setdefault("mystnb", {})
            mystnb["image"] = {**mystnb.get("image", {}), "alt": next(filter(None, alt))}
        cell.metadata = kept
    return notebook


async def _run(path: Path) -> Any:
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError
    from traitlets.config import Config

    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    config = Config()
    # ipykernel warns on every run where the machine's kernels talk over plain TCP.
    config.KernelManager.transport_encryption = "auto"
    client = NotebookClient(
        notebook,
        timeout=_TIMEOUT,
        kernel_name=_KERNEL["name"],
        record_timing=False,
        resources={"metadata": {"path": str(path.parent)}},
        config=config,
    )
    try:
        await client.async_execute(env=os.environ | {"PYTHONHASHSEED": "0"})
    except CellExecutionError as error:
        raise _failure(path, notebook, error.traceback) from None
    except (CellTimeoutError, DeadKernelError) as error:
        raise UsmexDataError(f"{type(error).__name__}: {str(error).splitlines()[0]}", where=str(path)) from None
    _check_quiet(path, notebook)
    return normal(notebook)


def _failure(path: Path, notebook: Any, traceback: str) -> UsmexDataError:
    failed = [
        (number, output)
        for number, cell in enumerate(notebook.cells, 1)
        for output in cell.get("outputs", ())
        if output.output_type == "error"
    ]
    number, output = failed[0] if failed else (0, {"ename": "error", "evalue": traceback})
    said = _COLOUR.sub("", traceback).strip().splitlines()
    tail = "\n  ".join(line for line in said[-_TAIL:] if line.strip())
    message = f"cell {number} fails: {output['ename']}: {output['evalue']}"
    return UsmexDataError(message, where=str(path), remedy=tail)


def _check_quiet(path: Path, notebook: Any) -> None:
    for number, cell in enumerate(notebook.cells, 1):
        for output in cell.get("outputs", ()):
            if output.output_type == "stream" and output.name == "stderr":
                said = _COLOUR.sub("", output.text).strip()
                raise UsmexDataError(f"cell {number} warns", where=str(path), remedy=said[-600:])


def _alt_of(output: Any) -> str:
    return str(output.get("metadata", {}).get("image/png", {}).get("alt", ""))


def _text(notebook: Any) -> str:
    import nbformat

    text: str = nbformat.writes(notebook)  # type: ignore[no-untyped-call]
    return text.rstrip("\n") + "\n"


@contextmanager
def _no_figures() -> Iterator[None]:
    before = os.environ.get(FIGURES_VARIABLE)
    os.environ[FIGURES_VARIABLE] = ""
    try:
        yield
    finally:
        if before is None:
            del os.environ[FIGURES_VARIABLE]
        else:
            os.environ[FIGURES_VARIABLE] = before
