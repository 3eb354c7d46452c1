"""The command ``remove``: a source taken out of the corpus, its text and its entry, or nothing of it."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from usmex_data.commands.manifest import take_out
from usmex_data.commands.progress import tell_waiting
from usmex_data.commands.trial import tried
from usmex_data.corpus import Source, find_checkout, load_sources, manifest_path
from usmex_data.errors import UsmexDataError
from usmex_data.storage.lock import exclusive

__all__ = ["run"]

_SHOWN: Final = 10
# Where a source is named by hand. What is made from the sources is made anew.
_NAMED_IN: Final = ("notebooks/*.ipynb", "docs/*.md", "docs/*.toml", "README.md", "data/record/*.csv", "src/**/*.toml")


def run(name: str, *, dry_run: bool = False, draft: bool = False) -> int:
    """The exit status of taking a source out: 0; what speaks of it elsewhere is printed.

    Raises ``UsmexDataError`` for an id that no source has, for the last source, and where a build would refuse the
    rest; with ``draft``, where ``build --draft`` would.
    """
    root = find_checkout()
    with exclusive(root, tell_waiting):
        known = load_sources(root)
        source = _source(name, known)
        rest = [each for each in known if each is not source]
        if not rest:
            raise UsmexDataError("it is the last source", where=name, remedy="add another before you take this one out")
        tried(root, rest, draft=draft)
        if not dry_run:
            take_out(root, source)
    sys.stdout.write("\n".join(_report(source, root, dry_run=dry_run)) + "\n")
    return 0


def _source(name: str, known: Sequence[Source]) -> Source:
    for each in known:
        if each.id == name:
            return each
    raise UsmexDataError(f"there is no source {name!r}", remedy=f"one of {', '.join(each.id for each in known)}")


def _report(source: Source, root: Path, *, dry_run: bool) -> Iterator[str]:
    named = _named(source.id, root)
    if named:
        yield f"{source.id} is still named in"
        yield from (f"  {place}" for place in named[:_SHOWN])
        if len(named) > _SHOWN:
            yield f"  … and {len(named) - _SHOWN} more"
    manifest = manifest_path(root)
    path = (manifest.parent / source.file).relative_to(root)
    yield "Nothing was changed." if dry_run else f"{path} and its entry in {manifest.name} are gone. Next: make"


def _named(name: str, root: Path) -> list[str]:
    """The files that name a source or a claim of it, with how often."""
    pattern = re.compile(rf"(?<![\w-]){re.escape(name)}(?:-[sq]?\d+)?(?![\w-])")
    found = []
    for path in sorted({path for glob in _NAMED_IN for path in root.glob(glob)}):
        times = len(pattern.findall(path.read_text(encoding="utf-8", errors="replace")))
        if times:
            place = path.relative_to(root).as_posix()
            found.append(f"{place}: {times} times" if times > 1 else place)
    return found
