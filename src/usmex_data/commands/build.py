"""The commands ``build``, ``notebooks`` and ``site``: what a repository holds, made in order and summed up."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from usmex_data.build import Built, build
from usmex_data.commands.progress import Progress
from usmex_data.corpus import CLEAN, find_checkout
from usmex_data.errors import UsmexDataError
from usmex_data.fingerprints import LastRun, checksum_of, code, environment

__all__ = ["run", "run_notebooks", "run_site"]

_SHOWN: Final = 20
# What a notebook's stored outputs rest on beside the code and the tables.
_DRAWN_WITH: Final = ("matplotlib", "seaborn", "pandas", "nbclient", "ipykernel")


def run(*, tables_only: bool = False, strict: bool = True, force: bool = False, jobs: int = 2) -> int:
    """The exit status of building everything, or only the tables: 0, or 1 where the catalogue has gaps."""
    started = time.perf_counter()
    root = find_checkout()
    with Progress("building the tables") as progress:
        built = build(root, strict=strict, force=force, step=progress.told)
        executed, total = (0, 0) if tables_only or built.gaps else _notebooks(root, progress, force=force, jobs=jobs)
        pages = "" if tables_only or built.gaps else _site(root, progress)
    _list("without an indicator, in the table 'other'", built.strangers)
    _list("gaps in the catalogue", built.gaps)
    seconds = time.perf_counter() - started
    idle = not built.fresh and not executed and not pages
    sys.stdout.write(_summary(built, total, pages, seconds, idle=idle))
    return 1 if built.gaps else 0


def _list(heading: str, lines: Sequence[str]) -> None:
    """Print lines to stderr, the first ones of many."""
    if lines:
        more = [f"… and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        shown = "".join(f"  {line}\n" for line in [*lines[:_SHOWN], *more])
        sys.stderr.write(f"{len(lines)} {heading}:\n{shown}")


def run_notebooks(*, force: bool = False, jobs: int = 2) -> int:
    """The exit status of executing the notebooks and storing their outputs."""
    started = time.perf_counter()
    root = find_checkout()
    with Progress("executing the notebooks") as progress:
        executed, total = _notebooks(root, progress, force=force, jobs=jobs)
    state = f"{executed} of {total} notebooks executed" if executed else f"{total} notebooks, up to date"
    sys.stdout.write(f"{state}; {time.perf_counter() - started:.1f} s\n")
    return 0


def run_site() -> int:
    """The exit status of rendering the site into ``build/site``."""
    root = find_checkout()
    with Progress("rendering the site") as progress:
        pages = _site(root, progress)
    sys.stdout.write(f"{pages or 'the site is up to date'}: {root / 'build' / 'site' / 'index.html'}\n")
    return 0


def _summary(built: Built, notebooks: int, pages: str, seconds: float, *, idle: bool) -> str:
    counts = built.counts
    parts = [
        f"{counts.sources} sources",
        f"{counts.quantities} quantities",
        f"{counts.claims} claims",
        f"{counts.tables} tables",
        f"{notebooks} notebooks",
        *([pages] if pages else []),
        f"{seconds:.1f} s",
    ]
    if built.gaps:
        state = f"built with {len(built.gaps)} gaps in the catalogue"
    elif idle:
        state = "up to date"
    else:
        state = "built" if built.changed else "built, the tables as they were"
    return f"{state}: {', '.join(parts)}\n"


# --- notebooks and site --------------------------------------------------------------------------------------------


def _notebooks(root: Path, progress: Progress, *, force: bool, jobs: int) -> tuple[int, int]:
    """How many notebooks were executed, of how many; none where nothing that they rest on has changed."""
    paths = sorted((root / "notebooks").glob("*.ipynb"))
    inputs = _rests_on(root)
    last_run = LastRun(root, "notebooks")
    if not paths or (not force and last_run.last(inputs, checksum_of(root, paths)) is not None):
        return 0, len(paths)
    from usmex_data.notebooks.execute import execute_all

    progress.stage("executing the notebooks", len(paths))
    execute_all(paths, jobs, done=lambda run: progress.step(run.path.stem))
    last_run.set(inputs, checksum_of(root, paths), {"notebooks": len(paths)})
    return len(paths), len(paths)


def _rests_on(root: Path) -> str:
    drawn = checksum_of(Path(__file__).parents[1], code("commands", "site", "cli.py"), *environment(*_DRAWN_WITH))
    return checksum_of(root, _tables(root), drawn)


def _tables(root: Path) -> Sequence[Path]:
    return list((root / CLEAN).glob("*"))


def _site(root: Path, progress: Progress) -> str:
    """What was rendered, in words; nothing where it was up to date, or where this installation renders no site."""
    try:
        from usmex_data.site import build as render
    except ImportError as error:
        raise UsmexDataError(
            f"rendering the site needs a library that is not installed: {error.name}",
            remedy="install the extra that has it: pip install 'usmex-data[docs]'",
        ) from None
    progress.stage("rendering the site")
    report = render(root, root / "build" / "site")
    return f"{report.pages} pages" if report.made else ""
