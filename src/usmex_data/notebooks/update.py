"""The notebooks brought up to date: which of them were run, and which say what the tables no longer do."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from usmex_data.corpus import CLEAN
from usmex_data.errors import UsmexDataError
from usmex_data.fingerprints import LastRun, checksum_of, code, environment
from usmex_data.notebooks import prose
from usmex_data.notebooks.evidence import Evidence, evidence_of
from usmex_data.notebooks.execute import Run, try_all

__all__ = ["Updated", "update"]

# What a notebook's stored outputs rest on beside the code and the tables.
_DRAWN_WITH: Final = ("matplotlib", "seaborn", "pandas", "nbclient", "ipykernel")
_LATER: Final = ("commands", "site", "cli.py", "__main__.py")


@dataclass(frozen=True, slots=True)
class Updated:
    """A notebook that is up to date, or as near as a program can bring it."""

    name: str
    executed: bool
    stale: tuple[str, ...] = ()
    """Where its prose says what the tables don't, a line each: somebody has to read it again."""
    recounted: tuple[str, ...] = ()
    """The counts that were set anew in its prose."""
    failed: bool = False
    """Whether a cell of it fails, so that its stored outputs are those of an earlier run."""


def update(
    root: Path,
    *,
    force: bool = False,
    jobs: int = 2,
    begun: Callable[[int], None] | None = None,
    done: Callable[[Path], None] | None = None,
) -> list[Updated]:
    """The notebooks under ``root``, in their order; those that rest on what has changed are run and stored.

    ``begun`` is told how many that are, ``done`` of each. A notebook that fails keeps its stored outputs, holds up no
    other, and is tried again the next time.
    """
    paths = sorted((root / "notebooks").glob("*.ipynb"))
    rests_on = _rests_on(root)
    found = {path: None if force else _last(root, path, rests_on) for path in paths}
    due = [path for path in paths if found[path] is None]
    if due:
        if begun:
            begun(len(due))
        evidence = evidence_of(root)
        results = try_all(due, jobs, done=(lambda run: done(run.path)) if done else None)
        for path, result in zip(due, results, strict=True):
            found[path] = _updated(root, path, result, evidence, rests_on)
    return [each for each in found.values() if each is not None]


def _updated(root: Path, path: Path, result: Run | UsmexDataError, evidence: Evidence, rests_on: str) -> Updated:
    if isinstance(result, UsmexDataError):
        lines = str(result).splitlines()
        return Updated(path.name, executed=True, stale=(lines[0],), failed=True)
    errors = prose.check_notebook(json.loads(path.read_text(encoding="utf-8")), evidence, path.name)
    stale = tuple(f"{error.where}: {error.what}" for error in errors)
    _stamp(root, path).set(rests_on, checksum_of(root, [path]), {"stale": stale})
    return Updated(path.name, executed=True, stale=stale, recounted=result.recounted)


def _last(root: Path, path: Path, rests_on: str) -> Updated | None:
    said = _stamp(root, path).last(rests_on, checksum_of(root, [path]))
    return None if said is None else Updated(path.name, executed=False, stale=tuple(said["stale"]))


def _stamp(root: Path, path: Path) -> LastRun:
    return LastRun(root, f"notebook-{path.stem}")


def _rests_on(root: Path) -> str:
    drawn = checksum_of(Path(__file__).parents[1], code(*_LATER), *environment(*_DRAWN_WITH))
    return checksum_of(root, _tables(root), drawn)


def _tables(root: Path) -> Sequence[Path]:
    return list((root / CLEAN).glob("*"))
