"""Tables are written whole or not at all, whatever ends the process and wherever."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.storage import write
from usmex_data.storage.write import edited_folder, recover, write_file, write_folder

OLD = {"claims.csv": b"id\nold\n", "trade.csv": b"id\n"}
NEW = {"claims.csv": b"id\nnew\n", "datapackage.json": b"{}\n"}


def held(folder):
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def beside(folder):
    return {path.name for path in folder.parent.iterdir()} - {folder.name}


@pytest.fixture
def folder(tmp_path):
    write_folder(tmp_path / "data" / "clean", OLD)
    return tmp_path / "data" / "clean"


def test_the_first_tables_are_written(folder):
    assert held(folder) == OLD
    assert beside(folder) == set()


def test_new_tables_take_the_place_of_old_ones_and_of_any_other_file(folder):
    assert write_folder(folder, NEW) is True
    assert held(folder) == NEW
    assert beside(folder) == set()


def test_the_same_tables_are_not_written_again(folder):
    before = (folder / "claims.csv").stat()
    assert write_folder(folder, OLD) is False
    assert (folder / "claims.csv").stat() == before


@pytest.mark.parametrize("state", ["new", "old"])
def test_what_a_killed_build_left_is_cleared(folder, state):
    left = folder.with_name(f".clean.{state}")
    left.mkdir()
    (left / "claims.csv").write_bytes(b"id\nhal")
    write_folder(folder, OLD)
    assert held(folder) == OLD
    assert beside(folder) == set()


@pytest.mark.parametrize("fails", ["_fill", "_swap"])
def test_a_write_that_fails_leaves_the_old_ones(folder, monkeypatch, fails):
    def full(*_):
        raise OSError(28, "No space left on device", "claims.csv")

    monkeypatch.setattr(write, fails, full)
    with pytest.raises(UsmexDataError, match="No space left on device") as caught:
        write_folder(folder, NEW)
    assert "the old ones are still in place" in str(caught.value)
    assert held(folder) == OLD


def test_a_swap_in_two_steps_does_the_same(folder, monkeypatch):
    monkeypatch.setattr(write, "_exchange", lambda one, other: False)
    assert write_folder(folder, NEW) is True
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
from usmex_data.storage import write

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
write.write_folder(folder, {"claims.csv": b"id\\nnew\\n", "datapackage.json": b"{}\\n"})
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
    assert write_folder(folder, NEW) is (left == OLD)
    assert held(folder) == NEW
    assert beside(folder) == set()


def test_two_builds_at_once_wait_for_each_other(folder):
    code = "import sys; from pathlib import Path; from usmex_data.storage.write import write_folder\n"
    code += "for turn in range(40): write_folder(Path(sys.argv[1]), {n: sys.argv[2].encode() * 9999 for n in 'ab'})"
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
        write_folder(Path(tmp_path / "data" / "clean"), NEW)
    assert "build again" in str(caught.value)


# --- a file ---


# Writes more than the process may: what a full disk does, on any machine.
LIMITED = """
import resource, signal, sys
from pathlib import Path
from usmex_data.storage import write
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))
path = Path(sys.argv[1])
try:
    {call}
except Exception as error:
    print(type(error).__name__)
"""


@pytest.mark.parametrize("there", [b"", b"old"])
def test_a_disk_that_fills_up_leaves_the_old_file_or_none(tmp_path, there):
    path = tmp_path / "notes.txt"
    if there:
        path.write_bytes(there)
    code = LIMITED.format(call="write.write_file(path, b'x' * 5000)")
    done = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "OSError\n"
    assert held(tmp_path) == ({"notes.txt": there} if there else {})


def test_a_disk_that_fills_up_leaves_the_old_folder(folder):
    code = LIMITED.format(call="write.write_folder(path, {'claims.csv': b'x' * 5000})")
    done = subprocess.run([sys.executable, "-c", code, str(folder)], capture_output=True, text=True, check=True)
    assert done.stdout == "UsmexDataError\n"
    assert held(folder) == OLD
    assert beside(folder) == set()


def test_a_file_keeps_its_mode_and_takes_text_as_it_is(tmp_path):
    path = tmp_path / "notes.txt"
    path.write_text("old")
    path.chmod(0o640)
    write_file(path, "é\r\n\n")
    assert path.read_bytes() == b"\xc3\xa9\r\n\n"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_link_stays_a_link(tmp_path):
    (tmp_path / "real.txt").write_text("old")
    link = tmp_path / "link.txt"
    link.symlink_to("real.txt")
    write_file(link, "new")
    assert link.is_symlink()
    assert (tmp_path / "real.txt").read_text() == "new"


def test_what_is_no_file_is_written_to_as_it_is():
    write_file(Path("/dev/null"), "gone")
    assert not Path("/dev/null").is_file()


def test_a_name_as_long_as_the_system_takes_is_written(tmp_path):
    path = tmp_path / ("x" * 251 + ".txt")
    write_file(path, "whole")
    assert held(tmp_path) == {path.name: b"whole"}


# --- a folder that is changed ---


def test_a_changed_copy_takes_the_folders_place(folder):
    with edited_folder(folder, "the tables") as fresh:
        write_file(fresh / "claims.csv", "new")
        (fresh / "trade.csv").unlink()
        assert held(folder) == OLD, "nobody sees a half"
    assert held(folder) == {"claims.csv": b"new"}
    assert beside(folder) == set()


@pytest.mark.parametrize(("error", "raised"), [(OSError(28, "full"), UsmexDataError), (KeyError("x"), KeyError)])
def test_a_change_that_fails_leaves_the_folder(folder, error, raised):
    def change():
        with edited_folder(folder, "the tables") as fresh:
            write_file(fresh / "claims.csv", "new")
            raise error

    with pytest.raises(raised):
        change()
    assert held(folder) == OLD
    assert beside(folder) == set()


def test_a_folder_that_is_a_link_stays_one(folder, tmp_path):
    link = tmp_path / "link"
    link.symlink_to(folder)
    with edited_folder(link, "the tables") as fresh:
        write_file(fresh / "claims.csv", "new")
    assert link.is_symlink()
    assert held(folder) == OLD | {"claims.csv": b"new"}


def test_without_links_files_are_copied(folder, monkeypatch):
    def no_links(*_, **__):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr(write.os, "link", no_links)
    with edited_folder(folder, "the tables") as fresh:
        write_file(fresh / "new.csv", "new")
    assert held(folder) == OLD | {"new.csv": b"new"}
