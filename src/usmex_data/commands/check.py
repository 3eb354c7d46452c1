"""The command ``check``: whether what lies in ``data/clean/`` is what a build makes."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from pathlib import Path
from typing import Final

from usmex_data.build import make_files, read_corpus
from usmex_data.codebook.assemble import require_known
from usmex_data.commands.progress import Progress
from usmex_data.corpus import CLEAN, find_root
from usmex_data.errors import UsmexDataError
from usmex_data.official.describe import stale
from usmex_data.official.read import RECORD
from usmex_data.storage.write import recover
from usmex_data.tables.csv_format import parse_csv
from usmex_data.tables.package import DESCRIPTOR

__all__ = ["differences", "run"]

_SHOWN: Final = 5


def run(*, strict: bool = True) -> int:
    """The exit status: 0 where every file is what a build makes, byte for byte; else 1, with the differences listed."""
    root = find_root()
    with Progress("building in memory") as progress:
        corpus = read_corpus(root, progress.told)
        if strict:
            require_known(corpus.assembled)
        made = make_files(corpus, progress.told)
    found = list(differences(made, stored(root / CLEAN)))
    if stale(root):
        found.append(f"{(RECORD / DESCRIPTOR).as_posix()}: differs")
    for line in found:
        sys.stdout.write(f"{line}\n")
    if found:
        sys.stdout.write("data/clean/ is not what a build makes. Build it anew: python -m usmex_data build --tables\n")
        return 1
    sys.stdout.write(f"data/clean/ is what a build makes: {len(made)} files, byte for byte\n")
    return 0


def stored(folder: Path) -> dict[str, bytes]:
    """The files of a folder by name."""
    recover(folder)
    return {path.name: path.read_bytes() for path in sorted(folder.glob("*")) if path.is_file()}


def differences(made: Mapping[str, bytes], there: Mapping[str, bytes]) -> Iterator[str]:
    """A line for each difference: files that are missing or too many, rows that are, and cells."""
    for name in sorted({*made, *there}):
        if name not in there:
            yield f"{name}: missing"
        elif name not in made:
            yield f"{name}: nothing makes it"
        elif made[name] != there[name]:
            yield from _in_file(name, made[name], there[name])


def _in_file(name: str, made: bytes, there: bytes) -> Iterator[str]:
    if not name.endswith(".csv"):
        yield f"{name}: differs"
        return
    try:
        header, fresh = parse_csv(made)
        old_header, old = parse_csv(there)
    except (UsmexDataError, UnicodeDecodeError):
        yield f"{name}: is no table any more"
        return
    if header != old_header:
        yield f"{name}: its columns are {', '.join(old_header)}, a build makes {', '.join(header)}"
        return
    lines = list(_rows(header, fresh, old))
    yield from (f"{name}: {line}" for line in lines[:_SHOWN] or ["differs in quotes or line ends alone"])
    if len(lines) > _SHOWN:
        yield f"{name}: … and {len(lines) - _SHOWN} more"


def _rows(header: Sequence[str], fresh: Sequence[tuple[str, ...]], old: Sequence[tuple[str, ...]]) -> Iterator[str]:
    by_key = {row[0]: row for row in old if row}
    new_by_key = {row[0]: row for row in fresh}
    for key, row in new_by_key.items():
        if key not in by_key:
            yield f"{key} is missing"
        elif by_key[key] != row:
            yield f"{key}: {'; '.join(_cells(header, row, by_key[key]))}"
    yield from (f"{key} is one that no build makes" for key in by_key if key not in new_by_key)
    if sorted(fresh) == sorted(old) and fresh != old:
        moved = SequenceMatcher(None, [row[0] for row in fresh], [row[0] for row in old], autojunk=False)
        at = next(tag[1] for tag in moved.get_opcodes() if tag[0] != "equal")
        yield f"its rows are in another order, from {fresh[min(at, len(fresh) - 1)][0]} on"
    elif len(old) != len(by_key):
        yield "has a key twice"


def _cells(header: Sequence[str], row: Sequence[str], old: Sequence[str]) -> Iterator[str]:
    if len(old) != len(header):
        yield f"{len(old)} cells, not {len(header)}"
        return
    for column, made, there in zip(header, row, old, strict=True):
        if made != there:
            yield f"{column} is {there!r}, a build makes {made!r}"
