"""Tables written whole or not at all: staged beside, swapped in by rename, the old ones kept until the new stand."""

from __future__ import annotations

import ctypes
import os
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from usmex_data.errors import UsmexDataError

__all__ = ["CLEAN", "recover", "write_files"]

CLEAN: Final = Path("data", "clean")

_EXCHANGE: Final = 2
_HERE: Final = -100


def write_files(folder: Path, files: Mapping[str, bytes]) -> bool:
    """Make ``folder`` hold these files and no others, all of them or none; false if it held them already.

    A process that is killed on the way leaves the folder as it was or as it should be; what it staged is cleared by
    the next one. Raises ``UsmexDataError`` where the disk does not play along.
    """
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        with _alone(folder.parent):
            recover(folder)
            _clear(folder)
            if _holds(folder, files):
                return False
            fresh = _sibling(folder, "new")
            _stage(fresh, files)
            _swap(fresh, folder)
            _clear(folder)
    except OSError as error:
        raise UsmexDataError(
            f"the tables cannot be written: {error.strerror}",
            where=str(error.filename or folder),
            remedy="the old ones are still in place; make room or give leave to write, and build again",
        ) from error
    return True


def recover(folder: Path) -> None:
    """Put the old tables back where a swap in two steps was cut off between them."""
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


def _stage(fresh: Path, files: Mapping[str, bytes]) -> None:
    fresh.mkdir()
    for name, content in files.items():
        with (fresh / name).open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    _sync(fresh)


def _swap(fresh: Path, folder: Path) -> None:
    if not folder.exists():
        fresh.rename(folder)
    elif not _exchange(fresh, folder):
        # No system call does it in one: for a moment the old tables stand under another name, where recover() looks.
        folder.rename(_sibling(folder, "old"))
        fresh.rename(folder)
    _sync(folder.parent)


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


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Hold other builds of the same tables back until this one is done."""
    try:
        import fcntl
    except ImportError:  # Windows: two builds at once are the user's own affair there
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)
