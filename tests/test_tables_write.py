"""Tables are written whole or not at all, whatever ends the process and wherever."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.tables import write
from usmex_data.tables.write import recover, write_files

OLD = {"claims.csv": b"id\nold\n", "trade.csv": b"id\n"}
NEW = {"claims.csv": b"id\nnew\n", "datapackage.json": b"{}\n"}


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def beside(folder):
    return {path.name for path in folder.parent.iterdir()} - {folder.name}


@pytest.fixture
def folder(tmp_path):
    write_files(tmp_path / "data" / "clean", OLD)
    return tmp_path / "data" / "clean"


def test_the_first_tables_are_written(folder):
    assert held(folder) == OLD
    assert beside(folder) == set()


def test_new_tables_take_the_place_of_old_ones_and_of_any_other_file(folder):
    assert write_files(folder, NEW) is True
    assert held(folder) == NEW
    assert beside(folder) == set()


def test_the_same_tables_are_not_written_again(folder):
    before = (folder / "claims.csv").stat()
    assert write_files(folder, OLD) is False
    assert (folder / "claims.csv").stat() == before


@pytest.mark.parametrize("state", ["new", "old"])
def test_what_a_killed_build_left_is_cleared(folder, state):
    left = folder.with_name(f".clean.{state}")
    left.mkdir()
    (left / "claims.csv").write_bytes(b"id\nhal")
    write_files(folder, OLD)
    assert held(folder) == OLD
    assert beside(folder) == set()


@pytest.mark.parametrize("fails", ["_stage", "_swap"])
def test_a_write_that_fails_leaves_the_old_ones(folder, monkeypatch, fails):
    def full(*_):
        raise OSError(28, "No space left on device", "claims.csv")

    monkeypatch.setattr(write, fails, full)
    with pytest.raises(UsmexDataError, match="No space left on device") as caught:
        write_files(folder, NEW)
    assert "the old ones are still in place" in str(caught.value)
    assert held(folder) == OLD


def test_a_swap_in_two_steps_does_the_same(folder, monkeypatch):
    monkeypatch.setattr(write, "_exchange", lambda one, other: False)
    assert write_files(folder, NEW) is True
    assert held(folder) == NEW
    assert beside(folder) == set()


def test_a_swap_cut_off_between_its_steps_is_undone(folder):
    folder.rename(folder.with_name(".clean.old"))
    recover(folder)
    assert held(folder) == OLD


# Writes NEW, and stops for good at the moment that the test asks for.
KILLED = """
import sys, time
from pathlib import Path
from usmex_data.tables import write

def stop(*_):
    print("here", flush=True)
    time.sleep(60)

moment, folder = sys.argv[1], Path(sys.argv[2])
if moment == "while staging":
    real = write.os.fsync
    write.os.fsync = lambda handle: stop() if (folder.with_name(".clean.new") / "claims.csv").exists() else real(handle)
elif moment == "before the swap":
    write._swap = stop
elif moment == "between two renames":
    write._exchange = lambda one, other: False
    real_rename = Path.rename
    def rename(self, target):
        done = real_rename(self, target)
        if self == folder:
            stop()
        return done
    Path.rename = rename
elif moment == "after the swap":
    real_clear, calls = write._clear, []
    write._clear = lambda where: (calls.append(1), real_clear(where) if len(calls) == 1 else stop())
write.write_files(folder, {"claims.csv": b"id\\nnew\\n", "datapackage.json": b"{}\\n"})
"""


@pytest.mark.parametrize(
    ("moment", "left"),
    [("while staging", OLD), ("before the swap", OLD), ("between two renames", OLD), ("after the swap", NEW)],
)
def test_a_killed_process_leaves_all_or_nothing(folder, moment, left):
    process = subprocess.Popen([sys.executable, "-c", KILLED, moment, str(folder)], stdout=subprocess.PIPE, text=True)
    assert process.stdout.readline() == "here\n"
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    recover(folder)
    assert held(folder) == left
    assert write_files(folder, NEW) is (left == OLD)
    assert held(folder) == NEW
    assert beside(folder) == set()


def test_two_builds_at_once_wait_for_each_other(folder):
    code = "import sys; from pathlib import Path; from usmex_data.tables.write import write_files\n"
    code += "for turn in range(40): write_files(Path(sys.argv[1]), {n: sys.argv[2].encode() * 9999 for n in 'ab'})"
    both = [subprocess.Popen([sys.executable, "-c", code, str(folder), letter]) for letter in "xy"]
    while any(process.poll() is None for process in both):
        recover(folder)
        assert folder.is_dir()
        time.sleep(0.005)
    assert [process.returncode for process in both] == [0, 0]
    assert set(held(folder)) == {"a", "b"}
    assert len(set(held(folder).values())) == 1
    assert beside(folder) == set()


def test_a_folder_that_may_not_be_written_is_explained(tmp_path):
    (tmp_path / "data").write_bytes(b"a file in the way")
    with pytest.raises(UsmexDataError, match="the tables cannot be written") as caught:
        write_files(Path(tmp_path / "data" / "clean"), NEW)
    assert "build again" in str(caught.value)
