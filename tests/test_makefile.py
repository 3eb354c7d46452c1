"""What `make` says where it cannot go on: one line, whatever the reason, and what to do."""

from __future__ import annotations

import os
import shutil
import stat
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]

# Stands for a Python: of an old version, without venv, or with a pip that fails in this way.
FAKE = """#!/bin/sh
case "$*" in
  *version_info*) exit {old} ;;
  *"-m venv"*) test -z "{no_venv}" || {{ echo "ensurepip is not available."; echo "Traceback"; exit 1; }}
    mkdir -p "$3/bin" && cp "$0" "$3/bin/python" ;;
  *"-m pip"*) echo "{pip}"; echo "ERROR: the last line" >&2; exit 1 ;;
esac
"""


def script(path, text):
    path.write_text(text)
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


@pytest.fixture
def folder(tmp_path):
    for name in ("Makefile", "requirements.lock", "pyproject.toml"):
        shutil.copyfile(ROOT / name, tmp_path / name)
    return tmp_path


def make(folder, *arguments, **environment):
    """The lines that a failing `make` prints to stderr, without make's own."""
    done = subprocess.run(
        ["make", *arguments], cwd=folder, env=os.environ | environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    return [line for line in done.stderr.splitlines() if not line.startswith(("make:", "make["))]


@pytest.mark.parametrize(
    ("fake", "said"),
    [
        ({"old": 1}, "Python 3.11 or newer is needed"),
        ({"no_venv": "yes"}, "cannot make an environment in .venv: install its venv module"),
        ({"pip": "Cannot connect to proxy. Tunnel connection failed: 407"}, "the proxy cannot be reached, or refuses"),
        ({"pip": "[SSL: CERTIFICATE_VERIFY_FAILED]"}, "the certificate of the package index is not trusted"),
        ({"pip": "Failed to establish a new connection: [Errno 111]"}, "the package index cannot be reached"),
        ({"pip": "Temporary failure in name resolution"}, "the package index cannot be reached"),
        ({"pip": "THESE PACKAGES DO NOT MATCH. These do not match the hashes"}, "a package is not the one that"),
        ({"pip": "OSError: [Errno 28] No space left on device"}, "the disk is full"),
        ({"pip": "[Errno 30] Read-only file system"}, ".venv cannot be written"),
        ({"pip": "something else"}, "ERROR: the last line"),
    ],
)
def test_the_environment_cannot_be_set_up(folder, fake, said):
    python = script(folder / "python", FAKE.format(**{"old": 0, "no_venv": "", "pip": "", **fake}))
    (line,) = make(folder, "setup", f"PYTHON={python}")
    assert said in line
    assert not (folder / ".venv" / ".ready").exists()


def test_tests_need_a_clone(folder):
    (line,) = make(folder, "clone", GIT_CEILING_DIRECTORIES=str(folder.parent))
    assert line == "make test needs a clone: this folder is no git repository"


def test_tests_need_git(folder):
    (folder / "bin").mkdir()
    for name in ("bash", "make"):
        (folder / "bin" / name).symlink_to(shutil.which(name))
    assert make(folder, "clone", PATH=str(folder / "bin")) == ["make test needs git, which is not installed"]


def test_the_repository_of_another_user_is_named(folder):
    (folder / "bin").mkdir()
    script(folder / "bin/git", "#!/bin/sh\necho 'fatal: detected dubious ownership in repository' >&2\nexit 128\n")
    (line,) = make(folder, "clone", PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
    assert "git config --global --add safe.directory" in line


def test_jupyter_does_not_run_as_root(folder):
    (folder / ".venv").mkdir()
    (folder / ".venv/.ready").touch()
    (folder / "bin").mkdir()
    script(folder / "bin/id", "#!/bin/sh\necho 0\n")
    (line,) = make(folder, "lab", PATH=f"{folder / 'bin'}:{os.environ['PATH']}")
    assert line.startswith("JupyterLab does not run as root")
