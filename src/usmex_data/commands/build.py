"""The commands ``build``, ``notebooks`` and ``site``: what a repository holds, made in order and summed up."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final

from usmex_data.build import Built, build
from usmex_data.commands.progress import Progress, tell_waiting
from usmex_data.commands.streams import say
from usmex_data.corpus import find_checkout
from usmex_data.errors import UsmexDataError
from usmex_data.storage.lock import exclusive

if TYPE_CHECKING:
    from usmex_data.notebooks.update import Updated

__all__ = ["run", "run_notebooks", "run_site"]

_SHOWN: Final = 20


def run(*, tables_only: bool = False, strict: bool = True, force: bool = False, jobs: int = 2) -> int:
    """The exit status of building everything, or only the tables.

    0, or 1 where the catalogue has gaps or a notebook fails. A notebook whose prose says what the tables no longer do
    is named, and stops nothing.
    """
    started = time.perf_counter()
    root = find_checkout()
    with exclusive(root, tell_waiting):
        with Progress("building the tables") as progress:
            built = build(root, strict=strict, force=force, step=progress.told)
            whole = not tables_only and not built.gaps
            notebooks = _notebooks(root, progress, force=force, jobs=jobs) if whole else []
        _list("without an indicator, in the table 'other'", built.strangers)
        _list("gaps in the catalogue", built.gaps)
        _tell(notebooks)
        pages = _site(root) if whole else ""
    seconds = time.perf_counter() - started
    idle = not built.fresh and not pages and not any(each.executed for each in notebooks)
    sys.stdout.write(_summary(built, notebooks, pages, seconds, idle=idle))
    return 1 if built.gaps or any(each.failed for each in notebooks) else 0


def run_notebooks(*, force: bool = False, jobs: int = 2) -> int:
    """The exit status of executing the notebooks and storing their outputs: 0, or 1 where one fails."""
    started = time.perf_counter()
    root = find_checkout()
    with exclusive(root, tell_waiting), Progress("executing the notebooks") as progress:
        notebooks = _notebooks(root, progress, force=force, jobs=jobs)
    _tell(notebooks)
    executed, total = sum(each.executed for each in notebooks), len(notebooks)
    state = f"{executed} of {total} notebooks executed" if executed else f"{total} notebooks, up to date"
    sys.stdout.write(f"{state}; {time.perf_counter() - started:.1f} s\n")
    return 1 if any(each.failed for each in notebooks) else 0


def run_site() -> int:
    """The exit status of rendering the site into ``build/site``."""
    root = find_checkout()
    with exclusive(root, tell_waiting):
        pages = _site(root)
    sys.stdout.write(f"{pages or 'the site is up to date'}: {root / 'build' / 'site' / 'index.html'}\n")
    return 0


def _list(heading: str, lines: Sequence[str]) -> None:
    """Print lines to stderr, the first ones of many."""
    if lines:
        more = [f"… and {len(lines) - _SHOWN} more"] if len(lines) > _SHOWN else []
        say("\n".join([f"{len(lines)} {heading}:", *(f"  {line}" for line in [*lines[:_SHOWN], *more])]))


def _tell(notebooks: Sequence[Updated]) -> None:
    recounted = [f"{each.name}, {line}" for each in notebooks for line in each.recounted]
    _list("counts in the prose of notebooks set anew; see whether their sentences still hold", recounted)
    _list("places where a notebook says what the tables do not; read it again", [s for n in notebooks for s in n.stale])


def _summary(built: Built, notebooks: Sequence[Updated], pages: str, seconds: float, *, idle: bool) -> str:
    counts = built.counts
    parts = [
        f"{counts.sources} sources",
        f"{counts.quantities} quantities",
        f"{counts.claims} claims",
        f"{counts.tables} tables",
        f"{len(notebooks)} notebooks",
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


def _notebooks(root: Path, progress: Progress, *, force: bool, jobs: int) -> list[Updated]:
    from usmex_data.notebooks.update import update

    return update(
        root,
        force=force,
        jobs=jobs,
        begun=lambda total: progress.stage("executing the notebooks", total),
        done=lambda path: progress.step(path.stem),
    )


def _site(root: Path) -> str:
    """What was rendered, in words; nothing where it was up to date, or where this installation renders no site."""
    try:
        from usmex_data.site import build as render
    except ImportError as error:
        raise UsmexDataError(
            f"rendering the site needs a library that is not installed: {error.name}",
            remedy="install the extra that has it: pip install 'usmex-data[docs]'",
        ) from None
    with Progress("") as progress:
        progress.stage("rendering the site")
        report = render(root, root / "build" / "site")
    return f"{report.pages} pages" if report.made else ""
