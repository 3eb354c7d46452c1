"""The archive: the CSVs with what is needed to use and cite them, in one zip."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from usmex_data.corpus import CLEAN
from usmex_data.export.typed import TypedTable
from usmex_data.tables.fields import package
from usmex_data.version import __version__

__all__ = ["ARCHIVE", "archive_file"]

ARCHIVE: Final = f"usmex-data-{__version__}.zip"
_BESIDE: Final = ("LICENSE-DATA", "CITATION.cff")
_MADE: Final = (2000, 1, 1, 0, 0, 0)
"""The time that every entry bears, so that the same files are the same archive."""


def archive_file(root: Path, tables: Sequence[TypedTable]) -> bytes:
    """The bytes of a zip: the files of ``data/clean``, a codebook, and licence and citation where there are."""
    clean = {path.name: path.read_bytes() for path in sorted((root / CLEAN).iterdir()) if path.is_file()}
    return _zip({**clean, **_beside(root), "codebook.md": _codebook(tables).encode("utf-8")})


def _beside(root: Path) -> dict[str, bytes]:
    """Licence and citation, from the repository's root or, in a wheel, from beside the data."""
    places = {name: (root / name, root / "data" / name) for name in _BESIDE}
    return {name: path.read_bytes() for name, paths in places.items() for path in paths if path.is_file()}


def _zip(files: Mapping[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in sorted(files.items()):
            archive.writestr(zipfile.ZipInfo(f"usmex-data-{__version__}/{name}", _MADE), content, zipfile.ZIP_DEFLATED)
    return written.getvalue()


def _codebook(tables: Sequence[TypedTable]) -> str:
    """Every table and column in Markdown."""
    said = package()
    lines = [f"# {said['title']}", "", said["description"], "", said["rights"], ""]
    for table in tables:
        lines += [f"## {table.meaning.name}.csv: {table.meaning.title}", "", table.meaning.description, ""]
        lines += [f"- `{field.name}` ({field.type}): {field.description}" for field in table.meaning.fields]
        lines.append("")
    return "\n".join(lines)
