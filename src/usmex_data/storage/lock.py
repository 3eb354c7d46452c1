"""The one lock of a repository: whatever writes there waits until whoever writes there is done."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import ModuleType
from typing import Final

__all__ = ["exclusive"]


@dataclass(slots=True)
class _Held:
    """A folder's lock within this process; the thread that holds it may take it again."""

    turn: threading.RLock = field(default_factory=threading.RLock)
    depth: int = 0
    handle: int = -1


_HELD: Final[dict[Path, _Held]] = {}
_GUARD: Final = threading.Lock()


@contextmanager
def exclusive(folder: Path, waiting: Callable[[], None] | None = None) -> Iterator[None]:
    """A context in which no other process or thread is in the same context for the same folder.

    The lock lies on the folder itself: no file is made, a read-only folder will do, and it ends with its process.
    ``waiting`` is called once where another holds it. On systems without ``fcntl`` (Windows), and on file systems that
    know no locks, only threads of this process wait for each other.
    """
    with _GUARD:
        held = _HELD.setdefault(folder.resolve(), _Held())
    with held.turn:
        if not held.depth:
            held.handle = _locked(folder, waiting)
        held.depth += 1
        try:
            yield
        finally:
            held.depth -= 1
            if not held.depth and held.handle >= 0:
                os.close(held.handle)


def _locked(folder: Path, waiting: Callable[[], None] | None) -> int:
    """A handle of the folder that holds the lock until it is closed; -1 where there are no locks."""
    fcntl = _fcntl()
    if fcntl is None:
        return -1
    handle = os.open(folder, os.O_RDONLY)
    try:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if waiting:
                waiting()
            fcntl.flock(handle, fcntl.LOCK_EX)
    except OSError:
        # Some network file systems lock no folders. The context then guards within this process only.
        os.close(handle)
        return -1
    except BaseException:
        os.close(handle)
        raise
    return handle


def _fcntl() -> ModuleType | None:
    try:
        import fcntl
    except ImportError:
        return None
    return fcntl
