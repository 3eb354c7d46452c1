"""Files and folders written whole or not at all: made beside, put in place by rename, the old kept until then."""

from __future__ import annotations

import ctypes
import os
import shutil
import stat
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from usmex_data.errors import UsmexDataError
from usmex_data.storage.lock import exclusive

__all__ = ["disk_errors", "edited_folder", "recover", "staged_folder", "write_file", "write_folder"]

_EXCHANGE: Final = 2
_HERE: Final = -100
_OLD_STAYS: Final = "what was there is still in place; make room or give leave to write, and try again"
_BUILD_AGAIN: Final = "the old ones are still in place; make room or give leave to write, and build again"


@contextmanager
def disk_errors(what: str, where: Path, remedy: str = _OLD_STAYS) -> Iterator[None]:
    """A context that raises ``UsmexDataError`` for a disk that is full, read-only or gone."""
    try:
        yield
    except OSError as error:
        raise UsmexDataError(
            f"{what} cannot be written: {error.strerror or error}", where=str(error.filename or where), remedy=remedy
        ) from error


# --- a file --------------------------------------------------------------------------------------------------------


def write_file(path: Path, content: bytes | str) -> None:
    """Put ``content`` into a file, all of it or none; text is written as UTF-8 with LF.

    A link stays one: the file that it names is written. What is no file (a pipe, ``/dev/stdout``) is written to as it
    is. Raises ``OSError``.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    target = Path(os.path.realpath(path))
    if target.exists() and not target.is_file():
        target.write_bytes(data)
        return
    fresh = target.with_name(f".{target.name[:200]}.{os.getpid()}.new")
    try:
        _write(fresh, data)
        if target.exists():
            fresh.chmod(stat.S_IMODE(target.stat().st_mode))
        fresh.replace(target)
    except BaseException:
        with suppress(OSError):
            fresh.unlink()
        raise
    _sync(target.parent)


def _write(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


# --- a folder ------------------------------------------------------------------------------------------------------


def write_folder(folder: Path, files: Mapping[str, bytes], what: str = "the tables") -> bool:
    """Make ``folder`` hold these files and no others, all of them or none; false if it held them already.

    A process that is killed on the way leaves the folder as it was or as it should be; what it staged is cleared by
    the next one. Raises ``UsmexDataError``, which calls the files ``what``, where the disk does not play along.
    """
    folder = Path(os.path.realpath(folder))
    with disk_errors(what, folder, _BUILD_AGAIN):
        folder.parent.mkdir(parents=True, exist_ok=True)
        with exclusive(folder.parent):
            recover(folder)
            if _holds(folder, files):
                _clear(folder)
                return False
            with staged_folder(folder) as fresh:
                _fill(fresh, files)
    return True


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    folder.mkdir()
    for name, content in files.items():
        _write(folder / name, content)


@contextmanager
def edited_folder(folder: Path, what: str) -> Iterator[Path]:
    """A copy of a folder to be changed, which takes the folder's place at the end of the context, or never.

    The copy shares its files with the folder: put others in their place with :func:`write_file`, and never write into
    them. Raises ``UsmexDataError``, which calls the folder ``what``, where the disk does not play along.
    """
    folder = Path(os.path.realpath(folder))
    with disk_errors(what, folder), exclusive(folder.parent):
        recover(folder)
        with staged_folder(folder) as fresh:
            shutil.copytree(folder, fresh, symlinks=True, copy_function=_link)
            yield fresh


@contextmanager
def staged_folder(folder: Path) -> Iterator[Path]:
    """The path at which a folder is made; it takes the place of ``folder`` at the end of the context, or goes away.

    The caller holds the lock. Raises ``OSError``.
    """
    _clear(folder)
    fresh = _sibling(folder, "new")
    try:
        yield fresh
        _swap(fresh, folder)
    finally:
        _clear(folder)


def _swap(fresh: Path, folder: Path) -> None:
    _sync(fresh)
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchange(fresh, folder):
        # No system call does it in one: for a moment the old one stands under another name, where recover() looks.
        folder.rename(_sibling(folder, "old"))
        fresh.rename(folder)
    _sync(folder.parent)


def recover(folder: Path) -> None:
    """Put the old folder back where a swap in two steps was cut off between them."""
    old = _sibling(folder, "old")
    if not folder.exists() and old.is_dir():
        with suppress(FileNotFoundError):  # another process was faster
            old.rename(folder)


def _sibling(folder: Path, state: str) -> Path:
    return folder.with_name(f".{folder.name}.{state}")


def _clear(folder: Path) -> None:
    for state in ("new", "old"):
        shutil.rmtree(_sibling(folder, state), ignore_errors=True)


def _holds(folder: Path, files: Mapping[str, bytes]) -> bool:
    if not folder.is_dir() or {path.name for path in folder.iterdir()} != set(files):
        return False
    return all((folder / name).read_bytes() == content for name, content in files.items())


def _link(source: str, target: str) -> None:
    try:
        os.link(source, target, follow_symlinks=False)
    except OSError:  # another device, or a file system without links
        shutil.copy2(source, target)


def _exchange(one: Path, other: Path) -> bool:
    """Whether two folders could change places in one step, which Linux can on most file systems."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    names = (_HERE, os.fsencode(one), _HERE, os.fsencode(other), _EXCHANGE)
    return bool(renameat2(*names) == 0)


def _sync(folder: Path) -> None:
    # Makes the names last through a loss of power. Not every system lets a folder be opened.
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
