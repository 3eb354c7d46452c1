"""Work done in other processes, in order, each piece as it is made; what takes too long or dies stops nothing else.

A process of its own is the only thing that ends a library in C, or a pipe that nobody writes. Results that wait for
their turn stay in memory up to a budget; then their processes wait. So nothing is put on disk, and nothing left there.
"""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Final, Generic, Protocol, TypeVar

__all__ = ["DiedError", "LateError", "Piece", "work_through"]

_AHEAD: Final = 4
"""So many tasks a process are begun before the first of them is asked for."""
_SIGNALS: Final = (signal.SIGINT, signal.SIGTERM)
_BUDGET: Final = 32_000_000
"""So many characters of results may wait for their turn."""


class Piece(Protocol):
    """A part of what a task gives; the last one says so. ``size`` is what it takes of the budget."""

    @property
    def last(self) -> bool:
        """Whether nothing of its task comes behind it."""

    @property
    def size(self) -> int:
        """How many characters it holds."""


_Task = TypeVar("_Task")
_Made = TypeVar("_Made", bound=Piece)


class DiedError(Exception):
    """The process of a task ended before the task did."""


class LateError(Exception):
    """A task took longer than it may; ``seconds`` is how long."""

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        super().__init__(seconds)


@dataclass(slots=True)
class _Worker:
    """A process, and the task that it is at; times are in seconds of the monotonic clock."""

    process: BaseProcess
    connection: Connection
    task: int = -1
    allowed: float = 0.0
    """How long its task may take; 0 for as long as it likes."""
    deadline: float = 0.0
    held_since: float = 0.0
    """Since when it waits for its results to be taken, which is no fault of its own."""


@contextmanager
def _undisturbed() -> Iterator[None]:
    """A context in which signals wait: one between the start of a process and its entry would leave it behind."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, _SIGNALS)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(connection: Connection, work: Callable[[_Task], Iterator[_Made]]) -> None:
    """The life of a process: take a task, send its pieces, until nobody asks any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, _SIGNALS)
    with suppress(EOFError, OSError):
        while True:
            for piece in work(connection.recv()):
                connection.send(piece)


class _Pool(Generic[_Task, _Made]):
    def __init__(self, tasks: Sequence[_Task], work: Callable[[_Task], Iterator[_Made]], jobs: int) -> None:
        # Forked processes have what this one has loaded; elsewhere they load it anew.
        self._context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self._tasks = tasks
        self._work = work
        self._jobs = jobs
        self._workers: list[_Worker] = []
        self._next = 0
        self.waiting: dict[int, deque[_Made | Exception]] = {}
        self.held = 0

    def start(self, until: int, allowed: Callable[[_Task], float]) -> None:
        """Give tasks before ``until`` to processes that have none."""
        while self._next < min(until, len(self._tasks)):
            worker = next((each for each in self._workers if each.task < 0), None)
            if worker is None and len(self._workers) >= self._jobs:
                return
            worker = worker or self._spawn()
            task = self._tasks[self._next]
            worker.task, worker.allowed, worker.held_since = self._next, allowed(task), 0.0
            worker.deadline = time.monotonic() + worker.allowed
            self.waiting[self._next] = deque()
            with suppress(OSError):  # it died just now; that is seen when its pieces are awaited
                worker.connection.send(task)
            self._next += 1

    def _spawn(self) -> _Worker:
        with _undisturbed():
            ours, theirs = self._context.Pipe()
            process = self._context.Process(target=_serve, args=(theirs, self._work), daemon=True)
            process.start()
            theirs.close()
            worker = _Worker(process, ours)
            self._workers.append(worker)
        return worker

    def pump(self, current: int) -> None:
        """Wait for the next piece of any task, or for the time of one to be over; ``current`` is the one asked for."""
        now = time.monotonic()
        heard = []
        for worker in self._workers:
            if worker.task < 0:
                continue
            if worker.task != current and self.held > _BUDGET:
                worker.held_since = worker.held_since or now
                continue
            if worker.held_since:
                worker.deadline += now - worker.held_since
                worker.held_since = 0.0
            heard.append(worker)
        limited = [worker.deadline for worker in heard if worker.allowed]
        timeout = max(0.0, min(limited) - now) if limited else None
        ready = wait([worker.connection for worker in heard], timeout)
        for worker in heard:
            if worker.connection in ready:
                self._receive(worker)
            elif worker.allowed and time.monotonic() > worker.deadline:
                self._end(worker, LateError(worker.allowed))

    def _receive(self, worker: _Worker) -> None:
        try:
            piece: _Made = worker.connection.recv()
        except (EOFError, OSError):
            self._end(worker, DiedError())
            return
        self.waiting[worker.task].append(piece)
        self.held += piece.size
        if piece.last:
            worker.task = -1

    def _end(self, worker: _Worker, why: Exception) -> None:
        self.waiting[worker.task].append(why)
        with _undisturbed():
            self._workers.remove(worker)
            _kill(worker)

    def excuse(self, seconds: float) -> None:
        """Let no task be late for time in which nobody took results."""
        for worker in self._workers:
            worker.deadline += seconds

    def close(self) -> None:
        """End all processes at once, whatever they are at."""
        with _undisturbed():
            for worker in self._workers:
                _kill(worker)
            self._workers.clear()


def _kill(worker: _Worker) -> None:
    worker.process.kill()
    worker.process.join()
    worker.connection.close()


def work_through(
    tasks: Sequence[_Task],
    work: Callable[[_Task], Iterator[_Made]],
    *,
    jobs: int,
    allowed: Callable[[_Task], float],
) -> Generator[tuple[_Task, _Made | Exception], None, None]:
    """Each task with each of its pieces, in order; or an error where there is no last piece.

    ``allowed`` says how many seconds a task may take, 0 for any. However the iteration ends, no process is left.
    """
    pool = _Pool(tasks, work, max(1, jobs))
    try:
        for current, task in enumerate(tasks):
            last = False
            while not last:
                pool.start(current + max(1, jobs) * _AHEAD, allowed)
                if not pool.waiting[current]:
                    pool.pump(current)
                    continue
                piece = pool.waiting[current].popleft()
                last = isinstance(piece, Exception) or piece.last
                pool.held -= 0 if isinstance(piece, Exception) else piece.size
                left = time.monotonic()
                yield task, piece
                pool.excuse(time.monotonic() - left)
            del pool.waiting[current]
    finally:
        pool.close()
