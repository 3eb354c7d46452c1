"""The manifest of the corpus as a file that is changed: a source's table put in, replaced or taken out.

The rest of the file stays as it is, comments too. The folder of the sources is changed as a whole, text and manifest
together, or not at all.
"""

from __future__ import annotations

import json
import re
import tomllib
from pathlib import Path
from typing import Final

from usmex_data.corpus import Source, manifest_path
from usmex_data.errors import UsmexDataError
from usmex_data.storage.write import edited_folder, write_file

__all__ = ["entry", "put", "take_out"]

_KEYS: Final = (
    "title", "authors", "publisher", "published", "not_before", "language", "kind", "sha256", "bytes", "rights", "file",
)  # fmt: skip
_WHAT: Final = "the sources"


def entry(source: Source) -> str:
    """The source's table of ``sources.toml``."""
    keys = (*_KEYS, *(["country"] if source.country else []))
    values = {key: getattr(source, key) for key in keys} | {"authors": list(source.authors)}
    return f"[{source.id}]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())


def _toml(value: str | int | list[str]) -> str:
    # A JSON string is a TOML string too, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def put(root: Path, source: Source, *, replace: bool = False) -> None:
    """Make ``source`` one of the corpus: a new one at the end, or ``replace`` the text and the table of its id.

    Raises ``UsmexDataError`` for a file of its name that is there, and where nothing can be written.
    """
    manifest = manifest_path(root)
    if not replace and (manifest.parent / source.file).exists():
        raise UsmexDataError(
            "a file of that name is there", where=str(manifest.parent / source.file), remedy="give another id with --id"
        )
    written = _read(manifest)
    if not replace:
        changed = written.rstrip("\n") + "\n\n" + entry(source)
    else:
        start, end = _place(written, source.id, manifest)
        changed = written[:start] + entry(source) + _between(written[end:]) + written[end:]
    _check(changed, {**tomllib.loads(written), **tomllib.loads(entry(source))}, manifest)
    with edited_folder(manifest.parent, _WHAT) as folder:
        write_file(folder / source.file, source.raw)
        write_file(folder / manifest.name, changed)


def take_out(root: Path, source: Source) -> None:
    """Take a source out of the corpus, its text and its table.

    Raises ``UsmexDataError`` where the table cannot be told from the rest, and where nothing can be written.
    """
    manifest = manifest_path(root)
    written = _read(manifest)
    start, end = _place(written, source.id, manifest)
    changed = (written[:start].rstrip("\n") + "\n\n" + written[end:].lstrip("\n")).strip("\n") + "\n"
    rest = {name: table for name, table in tomllib.loads(written).items() if name != source.id}
    _check(changed, rest, manifest)
    with edited_folder(manifest.parent, _WHAT) as folder:
        write_file(folder / manifest.name, changed)
        (folder / source.file).unlink()


def _read(manifest: Path) -> str:
    return manifest.read_bytes().decode("utf-8").replace("\r\n", "\n")


def _place(written: str, name: str, manifest: Path) -> tuple[int, int]:
    """Where the table of a source stands: from its heading to the next one, or to the comments that lead up to it."""
    heading = re.search(rf"^\[\s*[\"']?{re.escape(name)}[\"']?\s*\][ \t]*(?:#.*)?$", written, re.MULTILINE)
    if heading is None:
        raise _unclear(name, manifest)
    following = re.compile(r"^\[", re.MULTILINE).search(written, heading.end())
    end = following.start() if following else len(written)
    lines = written[heading.start() : end].splitlines(keepends=True)
    while len(lines) > 1 and (not lines[-1].strip() or (following and lines[-1].startswith("#"))):
        lines.pop()
    return heading.start(), heading.start() + sum(map(len, lines))


def _between(rest: str) -> str:
    return "" if not rest or rest.startswith("\n") else "\n"


def _check(changed: str, expected: dict[str, object], manifest: Path) -> None:
    """Raise unless the changed file holds what it should: it is somebody's own, and may be written in any way."""
    try:
        held = tomllib.loads(changed)
    except tomllib.TOMLDecodeError:
        held = {}
    if held != expected:
        raise _unclear("of the source", manifest)


def _unclear(name: str, manifest: Path) -> UsmexDataError:
    return UsmexDataError(
        f"the table {name} cannot be told from what stands around it",
        where=str(manifest),
        remedy="write it as [ID] on a line of its own, with its keys below",
    )
