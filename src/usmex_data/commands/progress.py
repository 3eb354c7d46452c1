"""What a long command shows on the way: a moving bar at a terminal, plain lines in a log."""

from __future__ import annotations

import sys
import time
from contextlib import suppress
from types import TracebackType
from typing import Any, Final, Self, TextIO

from usmex_data.commands.streams import say
from usmex_data.errors import printable

__all__ = ["Progress", "tell_waiting"]

_PLAIN_EVERY: Final = 5.0
_PATIENCE: Final = 0.5


def tell_waiting() -> None:
    """Say on stderr that another process has to be done first."""
    say("waiting for another process that writes in this repository")


class Progress:
    """A display of steps done, on stderr: ``with Progress("reading", 5) as progress: progress.step("white-papers")``.

    At a terminal it is a bar that appears after half a second and goes when it is done; elsewhere it is a line now
    and then. ``total`` may be 0 for not known.
    """

    def __init__(self, label: str, total: int = 0, stream: TextIO | None = None) -> None:
        self._label, self._total = label, total
        self._stream = sys.stderr if stream is None else stream
        self._done = 0
        self._started = time.monotonic()
        self._said = self._started
        self._bar: Any = None
        self._task: Any = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.stop()
            self._bar = None

    def stage(self, label: str, total: int = 0) -> None:
        """Begin another stretch of work."""
        self._label, self._total, self._done = label, total, 0
        if self._bar is not None:
            self._bar.reset(self._task, description=label, total=total or None)
        elif not self._stream.isatty():
            self._line()

    def step(self, what: str = "") -> None:
        """Count one thing as done, and name it."""
        self._done += 1
        now = time.monotonic()
        if self._stream.isatty():
            if self._bar is None and now - self._started > _PATIENCE:
                self._open()
            if self._bar is not None:
                self._bar.update(
                    self._task, completed=self._done, description=printable(f"{self._label} {what}".strip())
                )
        elif now - self._said > _PLAIN_EVERY and self._total != 1:
            self._said = now
            self._line()

    def told(self, what: str, done: int, total: int) -> None:
        """Take what a build tells on the way."""
        self._total, self._done = total, done - 1
        self.step(what)

    def say(self, line: str) -> None:
        """Print a line that stays, above the bar if there is one."""
        if self._bar is not None:
            self._bar.console.print(printable(line), markup=False, highlight=False, soft_wrap=True)
        else:
            self._write(printable(line))

    def _line(self) -> None:
        count = f" {self._done} of {self._total}" if self._total and self._done else f" {self._done or ''}".rstrip()
        self._write(f"{self._label}{count}")

    def _write(self, line: str) -> None:
        with suppress(OSError):  # where nothing can be said, the work goes on
            self._stream.write(f"{line}\n")
            self._stream.flush()

    def _open(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
        from rich.progress import Progress as Bar

        self._bar = Bar(
            TextColumn("{task.description}", markup=False),
            BarColumn(bar_width=30),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            console=Console(file=self._stream),
            transient=True,
        )
        self._task = self._bar.add_task(self._label, total=self._total or None, completed=self._done)
        self._bar.start()
