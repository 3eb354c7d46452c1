"""The five texts that the catalogue and the declared checks were written for, whatever else a repository holds."""

from __future__ import annotations

import tomllib
from pathlib import Path

from usmex_data.commands.manifest import entry
from usmex_data.corpus import Source, load_sources, manifest_path

__all__ = ["FIVE", "copy_five", "five_sources"]

FIVE = ("white-papers", "trade-paper", "diplomacy-paper", "report-2022", "forum-page")


def five_sources() -> list[Source]:
    """The five sources as the repository holds them."""
    return [source for source in load_sources() if source.id in FIVE]


def copy_five(root: Path) -> None:
    """Put the five texts and a manifest of them under ``root``."""
    raw = manifest_path(root).parent
    raw.mkdir(parents=True)
    for source in five_sources():
        (raw / source.file).write_bytes(source.raw.encode("utf-8"))
    manifest_path(root).write_text("\n".join(map(entry, five_sources())), encoding="utf-8")
    assert set(tomllib.loads(manifest_path(root).read_text(encoding="utf-8"))) == set(FIVE)
