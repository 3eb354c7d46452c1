"""Whether there is anything to do: checksums of what a stage was made from and of what it made, kept in ``build/``."""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from usmex_data.storage.write import write_file

__all__ = ["LastRun", "checksum_of", "code", "environment"]

_CODE = frozenset({".py", ".toml", ".txt"})


@dataclass(frozen=True, slots=True)
class LastRun:
    """The record of a stage's last run under ``root``."""

    root: Path
    stage: str

    @property
    def path(self) -> Path:
        """Where the record lies."""
        return self.root / "build" / f"{self.stage}.json"

    def last(self, inputs: str, outputs: str) -> dict[str, Any] | None:
        """What the last run said of itself, if inputs and outputs are those of that run; else None."""
        try:
            record = json.loads(self.path.read_text(encoding="utf-8"))
            same = record["inputs"] == inputs and record["outputs"] == outputs
            return dict(record["said"]) if same else None
        except (OSError, ValueError, KeyError, TypeError):
            return None  # no record, or one that nobody can read: then there is something to do

    def set(self, inputs: str, outputs: str, said: Mapping[str, Any]) -> None:
        """Record a run."""
        record = {"inputs": inputs, "outputs": outputs, "said": dict(said)}
        with suppress(OSError):  # without a record, the next run does the work anew; no more is lost
            self.path.parent.mkdir(parents=True, exist_ok=True)
            write_file(self.path, json.dumps(record, indent=1) + "\n")


def checksum_of(base: Path, paths: Iterable[Path], *more: str) -> str:
    """A checksum over files, by their names below ``base`` and their bytes, and over ``more``."""
    total = hashlib.sha256("\0".join(more).encode())
    for path in sorted(path for path in paths if path.is_file()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        total.update(f"{path.relative_to(base).as_posix()}\0{content}\n".encode())
    return total.hexdigest()


def code(*later: str) -> Iterator[Path]:
    """The files of this package that results rest on: code and tables, but for the rooms named."""
    package = Path(__file__).parent
    for path in package.rglob("*"):
        if path.suffix in _CODE and path.relative_to(package).parts[0] not in later:
            yield path


def environment(*libraries: str) -> tuple[str, ...]:
    """The versions of Python and of the libraries that results rest on."""
    return (f"python {sys.version_info[0]}.{sys.version_info[1]}", *(f"{name} {_version(name)}" for name in libraries))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "none"
