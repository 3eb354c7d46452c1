"""Which files the arguments of a command mean; what cannot be reached is said, and stops nothing."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from usmex_data.errors import UsmexDataError
from usmex_data.formats import SUFFIXES

__all__ = ["STANDARD_INPUT", "Input", "inputs"]

STANDARD_INPUT: Final = "-"
_WILD: Final = "*?["


@dataclass(frozen=True, slots=True)
class Input:
    """A file by the name that it is called, or the problem with a name that means none.

    Standard input has neither a path nor a problem.
    """

    name: str
    path: Path | None = None
    problem: UsmexDataError | None = None


def inputs(names: Iterable[str]) -> Iterator[Input]:
    """The files that names mean, in order; those of a folder or a glob sorted."""
    for name in names:
        try:
            yield from _of(name)
        except (OSError, ValueError) as error:
            yield _unreachable(name, error)


def _of(name: str) -> Iterator[Input]:
    if not name:
        yield Input(
            name, problem=UsmexDataError("an empty name", remedy="give a file, a folder, a glob, or - for input")
        )
    elif name == STANDARD_INPUT:
        yield Input(name)
    elif Path(name).is_dir():
        yield from _several(name, _below(Path(name)), f"no file in it that ends in {', '.join(SUFFIXES)}")
    elif any(sign in name for sign in _WILD) and not Path(name).exists():
        yield from _several(name, _matching(Path(name)), "matches no file")
    else:
        yield Input(name, Path(name))


def _several(name: str, found: Iterable[Input], problem: str) -> Iterator[Input]:
    some = False
    for each in found:
        some = True
        yield each
    if not some:
        yield Input(name, problem=UsmexDataError(problem, where=name, remedy="check its name"))


def _unreachable(name: str, error: Exception) -> Input:
    told = getattr(error, "strerror", None) or str(error)
    return Input(name, problem=UsmexDataError(f"cannot be reached: {told}", where=name, remedy="check its rights"))


def _below(folder: Path) -> list[Input]:
    """The files of a folder and of those in it, but for hidden ones; and the folders that cannot be read."""
    found: list[Input] = []
    failed: list[OSError] = []
    for place, folders, names in os.walk(folder, onerror=failed.append):
        folders[:] = [each for each in folders if not each.startswith(".")]
        for name in names:
            path = Path(place) / name
            if path.suffix.lower() in SUFFIXES and not name.startswith(".") and _is_file(path):
                found.append(Input(str(path), path))
    found += [_unreachable(str(error.filename), error) for error in failed]
    return sorted(found, key=lambda each: Path(each.name))


def _matching(pattern: Path) -> list[Input]:
    root = Path(pattern.anchor) if pattern.is_absolute() else Path()
    inside = pattern.relative_to(root)
    hidden = _hidden(inside)
    # As in a shell: only a pattern that names hidden ones means them.
    paths = (
        path for path in root.glob(str(inside)) if _is_file(path) and (hidden or not _hidden(path.relative_to(root)))
    )
    found = [Input(str(path), path) for path in paths]
    found += [_unreachable(str(error.filename), error) for error in _closed(root, inside)]
    return sorted(found, key=lambda each: Path(each.name))


def _closed(root: Path, pattern: Path) -> list[OSError]:
    """The folders that a glob would have looked into and cannot, which it passes over without a word."""
    fixed = root
    for part in pattern.parts[:-1]:
        if any(sign in part for sign in _WILD):
            break
        fixed /= part
    failed: list[OSError] = []
    if "**" in pattern.parts:
        for _, folders, _ in os.walk(fixed, onerror=failed.append):
            folders[:] = [each for each in folders if not each.startswith(".")]
    elif fixed.is_dir() and not os.access(fixed, os.R_OK | os.X_OK):
        failed.append(PermissionError(13, os.strerror(13), str(fixed)))
    return failed


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return True  # whoever reads it says what is wrong


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") and part not in {".", ".."} for part in path.parts)
