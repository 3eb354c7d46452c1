"""One process at a time writes in a repository, and one thread of it."""

from __future__ import annotations

import subprocess
import sys
import threading

import pytest

from usmex_data.storage import lock
from usmex_data.storage.lock import exclusive

HOLD = """
import sys
from pathlib import Path
from usmex_data.storage.lock import exclusive
with exclusive(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""


@pytest.fixture
def holder(tmp_path):
    process = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "held\n"
    yield process
    process.kill()
    process.communicate()


def test_who_comes_second_is_told_and_waits_until_the_first_is_done(tmp_path, holder):
    def release():
        holder.stdin.write("\n")
        holder.stdin.flush()

    with exclusive(tmp_path, waiting=release):
        assert holder.wait() == 0, "the context began after the other process had ended"


def test_a_process_that_is_killed_holds_nothing(tmp_path, holder):
    with exclusive(tmp_path, waiting=holder.kill):
        assert holder.wait() < 0


def test_another_folder_is_another_lock(tmp_path, holder):
    other = tmp_path / "other"
    other.mkdir()
    with exclusive(other, waiting=pytest.fail):
        assert holder.poll() is None


def test_the_thread_that_holds_it_may_take_it_again(tmp_path):
    with exclusive(tmp_path), exclusive(tmp_path / "."), exclusive(tmp_path):
        pass
    assert lock._HELD[tmp_path.resolve()].depth == 0


def test_threads_wait_for_each_other(tmp_path):
    inside, seen = [], []

    def work():
        for _ in range(200):
            with exclusive(tmp_path):
                inside.append(1)
                seen.append(len(inside))
                inside.pop()

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert seen == [1] * 800


@pytest.mark.parametrize("missing", [None, "refused"])
def test_a_system_without_locks_goes_on_without(tmp_path, monkeypatch, missing):
    class Refuses:
        LOCK_EX, LOCK_NB = 2, 4

        @staticmethod
        def flock(handle, how):
            raise OSError(95, "Operation not supported")

    monkeypatch.setattr(lock, "_fcntl", lambda: Refuses if missing else None)
    with exclusive(tmp_path), exclusive(tmp_path):
        assert lock._HELD[tmp_path.resolve()].handle == -1


def test_it_makes_no_file_and_takes_a_folder_that_may_only_be_read(tmp_path):
    folder = tmp_path / "read-only"
    folder.mkdir()
    folder.chmod(0o555)
    with exclusive(folder):
        assert list(folder.iterdir()) == []


def test_an_error_inside_gives_it_back(tmp_path):
    with pytest.raises(ValueError, match="inside"), exclusive(tmp_path):
        raise ValueError("inside")
    assert lock._HELD[tmp_path.resolve()].depth == 0
