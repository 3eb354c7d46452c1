"""The files of an export, made in memory and written whole."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final

from usmex_data.corpus import find_root
from usmex_data.errors import UsmexDataError
from usmex_data.export.archive import ARCHIVE, archive_file
from usmex_data.export.parquet import parquet_files
from usmex_data.export.sqlite import SQLITE, sqlite_file
from usmex_data.export.typed import TypedTable, typed_tables
from usmex_data.export.workbook import WORKBOOK, workbook_file
from usmex_data.storage.write import disk_errors, write_file

__all__ = ["FORMS", "export"]

FORMS: Final = ("parquet", "sqlite", "xlsx", "zip")
_INSTALL: Final = "install what writes them: pip install '.[export]'"


def export(folder: Path, forms: Sequence[str] = FORMS, root: Path | None = None) -> tuple[Path, ...]:
    """The files written to ``folder``, which is made if need be: the tables of ``data/clean`` in each of ``forms``.

    The same tables give the same bytes with the same versions of pyarrow, XlsxWriter and SQLite. Raises
    ``UsmexDataError`` for a form that there is not, for one whose library is not installed, for tables that are not
    built, and for a folder that cannot be written to.
    """
    strange = sorted(set(forms) - set(FORMS))
    if strange:
        raise UsmexDataError(f"there is no form {', '.join(strange)}", remedy=f"one of {', '.join(FORMS)}")
    root = find_root() if root is None else root
    tables = typed_tables(root)
    files: dict[str, bytes] = {}
    for form in forms:
        files |= _made(form, root, tables)
    return _write(folder, files)


def _made(form: str, root: Path, tables: Sequence[TypedTable]) -> dict[str, bytes]:
    makers: dict[str, Callable[[], dict[str, bytes]]] = {
        "parquet": lambda: parquet_files(tables),
        "sqlite": lambda: {SQLITE: sqlite_file(tables)},
        "xlsx": lambda: {WORKBOOK: workbook_file(tables)},
        "zip": lambda: {ARCHIVE: archive_file(root, tables)},
    }
    try:
        return makers[form]()
    except ModuleNotFoundError as error:
        raise UsmexDataError(f"{form} needs {error.name}, which is not installed", remedy=_INSTALL) from None


def _write(folder: Path, files: Mapping[str, bytes]) -> tuple[Path, ...]:
    for name, content in files.items():
        path = folder / name
        with disk_errors(name, folder, remedy="name another folder with --to"):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_file(path, content)
    return tuple(folder / name for name in files)
