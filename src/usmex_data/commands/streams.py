"""Standard output and standard error, closed, full or cut off as they may be, and the signals that end a command."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn, TextIO

from usmex_data.errors import printable

__all__ = ["Terminated", "prepared", "say", "settled", "silence"]


class Terminated(BaseException):
    """Somebody asked the process to end; what it has begun is cleared away on the way out."""


@contextmanager
def prepared() -> Iterator[None]:
    """A context in which standard error can be written to, and SIGTERM is an exception like SIGINT."""
    if sys.stderr is None:
        # What is printed to nothing would go to standard output, among the rows.
        sys.stderr = open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - it is open as long as the process
    before = None
    with suppress(ValueError):  # only the main thread may set it
        before = signal.signal(signal.SIGTERM, _end)
    try:
        yield
    finally:
        if before is not None:
            signal.signal(signal.SIGTERM, before)


def _end(number: int, frame: FrameType | None) -> NoReturn:
    del number, frame
    raise Terminated


def say(text: str) -> None:
    """Print a line to standard error, as far as that can be done."""
    with suppress(OSError):
        print(printable(text), file=sys.stderr)  # noqa: T201 - a command line prints


def settled(stream: TextIO) -> OSError | None:
    """Why what was written to a stream could not be, if it could not; then it is given up, and raises no more."""
    try:
        stream.flush()
    except OSError as error:
        silence(stream)
        return error
    return None


def silence(stream: TextIO) -> None:
    """Let a stream swallow what it holds and what is still written to it: at its end Python would flush it again."""
    with suppress(OSError, ValueError):
        empty = os.open(os.devnull, os.O_WRONLY)
        os.dup2(empty, stream.fileno())
        os.close(empty)
