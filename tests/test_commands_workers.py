"""Work in other processes: in order, whatever becomes of a task, and no process left."""

from __future__ import annotations

import multiprocessing
import os
import signal
import time
from contextlib import closing
from dataclasses import dataclass

import pytest

from usmex_data.commands.workers import DiedError, LateError, work_through


@dataclass(frozen=True)
class Made:
    value: str
    last: bool = True
    size: int = 1


def work(task):
    if task == "die":
        os._exit(3)
    if task == "sleep":
        time.sleep(60)
    if task == "many":
        yield from (Made(str(number), last=False, size=1_000_000) for number in range(100))
    yield Made(task)


def done(tasks, jobs=2, allowed=0.0):
    found = []
    with closing(work_through(tasks, work, jobs=jobs, allowed=lambda _: allowed)) as results:
        for task, piece in results:
            found.append((task, type(piece) if isinstance(piece, Exception) else piece.value))
    return found


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_tasks(jobs):
    tasks = [str(number) for number in range(20)]
    assert done(tasks, jobs) == [(task, task) for task in tasks]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_process_that_ends_loses_only_its_own_task(jobs):
    assert done(["a", "die", "b"], jobs) == [("a", "a"), ("die", DiedError), ("b", "b")]


def test_a_task_that_takes_too_long_holds_up_nothing():
    started = time.monotonic()
    assert done(["sleep", "a", "b"], allowed=1.0) == [("sleep", LateError), ("a", "a"), ("b", "b")]
    assert time.monotonic() - started < 30


def test_results_that_wait_their_turn_make_their_process_wait_and_are_not_late():
    found = done(["many", "many", "a"], jobs=2, allowed=30.0)
    assert len(found) == 203
    assert found[-1] == ("a", "a")


def test_no_process_is_left_when_nobody_wants_more():
    results = work_through(["a", "sleep", "sleep"], work, jobs=2, allowed=lambda _: 0.0)
    next(results)
    assert multiprocessing.active_children()
    results.close()
    assert multiprocessing.active_children() == []


def test_a_signal_while_a_process_starts_waits_until_it_can_be_ended(monkeypatch):
    """Between a start and the list of processes nothing may come: what is not listed is not ended."""
    real = multiprocessing.get_context("fork").Process.start

    def start(process):
        real(process)
        signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(multiprocessing.get_context("fork").Process, "start", start)
    with pytest.raises(KeyboardInterrupt):
        done(["a", "sleep"])
    assert multiprocessing.active_children() == []


def test_nothing_to_do():
    assert done([]) == []
