"""Streams that are closed, full or cut off, and signals: one line, a documented status, no traceback, nothing left."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

COMMAND = f"{sys.executable} -m usmex_data"


def shell(command, **environment):
    done = subprocess.run(
        ["/bin/sh", "-c", command], capture_output=True, text=True, check=False, env=os.environ | environment
    )
    return done.returncode, done.stdout, done.stderr


@pytest.fixture
def text(tmp_path):
    path = tmp_path / "a.txt"
    path.write_text("Growth of 5% in 2020.\n" * 400)
    return path


def test_a_full_output_is_one_line_and_status_2(text):
    status, _, said = shell(f"{COMMAND} extract {text} > /dev/full")
    assert status == 2
    assert said.splitlines()[0] == "error: standard output: cannot be written: No space left on device"
    assert "Traceback" not in said
    assert "Exception" not in said


def test_a_full_output_is_no_traceback_for_any_command():
    status, _, said = shell(f"{COMMAND} --help > /dev/full")
    assert "Traceback" not in said
    assert status in {0, 2, 120}


def test_a_closed_output_is_one_line_and_status_2(text):
    status, _, said = shell(f"{COMMAND} extract {text} >&-")
    assert (status, said.splitlines()[0]) == (2, "error: standard output is closed")


@pytest.mark.parametrize("broken", ["2>/dev/full", "2>&-"])
def test_what_cannot_be_said_spoils_no_rows(text, broken):
    status, out, _ = shell(f"{COMMAND} extract --claims {text} /none/such.txt {broken}")
    assert status == 1
    assert len(out.splitlines()) == 401
    assert all(line.startswith(("file,", str(text))) for line in out.splitlines())


def test_no_room_for_temporary_files_is_needed(text):
    status, out, _ = shell(f"{COMMAND} extract --jobs 2 --claims {text} {text}", TMPDIR="/none/such", TEMP="", TMP="")
    assert (status, len(out.splitlines())) == (0, 801)


def test_escapes_of_a_terminal_are_written_out():
    name = "\x1b]0;owned\x07\x1b[2Jno.txt"
    done = subprocess.run([*COMMAND.split(), "extract", name], capture_output=True, check=False)
    assert done.returncode == 1
    assert b"\x1b" not in done.stderr
    assert b"\\x1b]0;owned" in done.stderr
    wrong = subprocess.run([*COMMAND.split(), "extract", "a", "--no-such\x1b[2J"], capture_output=True, check=False)
    assert (wrong.returncode, b"\x1b" in wrong.stderr) == (2, False)


def children(process):
    done = subprocess.run(["ps", "-o", "pid=", "--ppid", str(process.pid)], capture_output=True, text=True, check=False)
    return done.stdout.split()


@pytest.mark.parametrize(("sign", "status"), [(signal.SIGTERM, 143), (signal.SIGINT, 130)])
def test_a_signal_ends_all_processes_and_leaves_nothing(tmp_path, text, sign, status):
    pipe = tmp_path / "pipe.txt"
    os.mkfifo(pipe)
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    command = [*COMMAND.split(), "extract", "--jobs", "2", str(text), str(pipe), str(pipe)]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ | {"TMPDIR": str(scratch)}
    ) as process:
        assert process.stdout.readline()
        until = time.monotonic() + 20
        while len(children(process)) < 2 and time.monotonic() < until:
            time.sleep(0.1)
        workers = children(process)
        process.send_signal(sign)
        _, said = process.communicate(timeout=30)
    assert len(workers) == 2
    assert (process.returncode, said) == (status, b"stopped\n")
    assert not any(os.path.exists(f"/proc/{worker}") for worker in workers)  # noqa: PTH110 - not a file
    assert list(scratch.iterdir()) == []
