"""Where a figure finds the repository that it is drawn in, and leaves its files."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import Final

from usmex_data.corpus import ROOT_VARIABLE
from usmex_data.storage.toml import read_toml

__all__ = ["FIGURES_VARIABLE", "figures_folder", "repository", "source_titles"]

FIGURES_VARIABLE: Final = "USMEX_DATA_FIGURES"
"""Environment variable that names another folder for the figures' files; empty for none."""


def repository(start: Path | None = None) -> Path | None:
    """The folder of the repository that ``start`` lies in, or None outside of one.

    Without ``start``, it is the one that ``USMEX_DATA_ROOT`` names, or else that of the working directory.
    """
    named = os.environ.get(ROOT_VARIABLE)
    if start is None and named:
        return Path(named).resolve()
    start = (start or Path.cwd()).resolve()
    for folder in (start, *start.parents):
        if (folder / "data" / "raw" / "sources.toml").is_file():
            return folder
    return None


def figures_folder() -> Path | None:
    """The folder for SVG, PNG and rows: ``build/figures`` of the repository, or None where there is none."""
    named = os.environ.get(FIGURES_VARIABLE)
    if named is not None:
        return Path(named) if named else None
    root = repository()
    return root / "build" / "figures" if root else None


def source_titles() -> dict[str, str]:
    """The title of each source by its id, as its manifest has it; empty where there is no manifest."""
    root = repository()
    return dict(_titles(root / "data" / "raw" / "sources.toml")) if root else {}


@cache
def _titles(manifest: Path) -> tuple[tuple[str, str], ...]:
    tables = read_toml(manifest)
    return tuple((name, str(table.get("title", ""))) for name, table in tables.items() if isinstance(table, dict))
