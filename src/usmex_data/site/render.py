"""The site, rendered whole or not at all."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from usmex_data.errors import UsmexDataError
from usmex_data.site.links import faults
from usmex_data.site.material import gather
from usmex_data.site.pages import write_project

__all__ = ["SiteReport", "build"]

_TOOLS: Final = ("sphinx", "myst-nb", "pydata-sphinx-theme", "sphinx-design", "font-source-sans-pro", "fonttools")
_STAMP: Final = "site-made-from.json"
_SHOWN: Final = 20


@dataclass(frozen=True, slots=True)
class SiteReport:
    """What was made: pages, claims marked in them, the seconds it took; ``made`` is false where nothing had changed."""

    pages: int
    claims: int
    seconds: float
    made: bool = True


def build(root: Path, out: Path) -> SiteReport:
    """The report of a site of the repository ``root``, rendered into ``out``.

    Nothing is done where nothing has changed since the last time. An ``out`` that is there stays as it was until the
    new one is whole. Raises :class:`~usmex_data.errors.UsmexDataError` for missing tables, dead links and anchors,
    claims without a place in their text, and resources from elsewhere.
    """
    begin = time.perf_counter()
    _check_tools()
    with _alone(root / "build"):
        return _build(root, out, begin)


def _build(root: Path, out: Path, begin: float) -> SiteReport:
    out.parent.mkdir(parents=True, exist_ok=True)
    stamp = out.parent / _STAMP
    made_from = _fingerprint(root)
    if report := _unchanged(stamp, made_from, out):
        return report
    material = gather(root)
    project = root / "build" / "site-src"
    write_project(material, project)
    fresh = out.parent / f"{out.name}-new"
    _render(project, fresh)
    _check(fresh, len(material.claims.rows))
    _swap(fresh, out)
    pages = sum(1 for _page in out.rglob("*.html"))
    report = SiteReport(pages, len(material.claims.rows), time.perf_counter() - begin)
    stamp.write_text(json.dumps({"made_from": made_from, "report": asdict(report)}), encoding="utf-8")
    return report


def _check_tools() -> None:
    missing = [name for name in ("sphinx", "myst_nb", "pydata_sphinx_theme", "sphinx_design") if not find_spec(name)]
    if missing:
        raise UsmexDataError(f"the site needs {', '.join(missing)}", remedy="pip install 'usmex-data[docs]'")


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    """Nothing; whoever builds the same site meanwhile waits until this one is done."""
    import fcntl

    folder.mkdir(parents=True, exist_ok=True)
    with (folder / "site.lock").open("w", encoding="utf-8") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _render(project: Path, fresh: Path) -> None:
    """Nothing; Sphinx has rendered the project without a warning."""
    shutil.rmtree(fresh, ignore_errors=True)
    doctrees = fresh.parent / "site-doctrees"
    shutil.rmtree(doctrees, ignore_errors=True)
    command = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-E", "-b", "html"]
    command += ["-d", str(doctrees), str(project), str(fresh)]
    # A process of its own, since Sphinx leaves much behind in one; and the same bytes on every machine and day.
    environment = os.environ | {"SOURCE_DATE_EPOCH": "0", "PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        faults_named = [line for line in lines if re.search(r"\b(?:WARNING|ERROR|CRITICAL|Error)\b", line)]
        said = "\n  ".join((faults_named or lines)[-_SHOWN:])
        raise UsmexDataError("Sphinx did not render the site", where=str(project), remedy=said)
    # What Sphinx and the theme keep for themselves is of no use to readers.
    for name in (".buildinfo", "objects.inv", "_static/webpack-macros.html"):
        (fresh / name).unlink(missing_ok=True)


def _check(site: Path, claims: int) -> None:
    found = faults(site)
    if not (site / "index.html").is_file():
        found.append("there is no start page")
    if found:
        more = f"\n  and {len(found) - _SHOWN} more" if len(found) > _SHOWN else ""
        raise UsmexDataError(
            f"{len(found)} faults in the site with its {claims} claims",
            where=str(site),
            remedy="\n  ".join(found[:_SHOWN]) + more,
        )


def _swap(fresh: Path, out: Path) -> None:
    old = out.parent / f"{out.name}-old"
    shutil.rmtree(old, ignore_errors=True)
    if out.exists():
        out.rename(old)
    fresh.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _unchanged(stamp: Path, made_from: str, out: Path) -> SiteReport | None:
    if not stamp.is_file() or not (out / "index.html").is_file():
        return None
    known = json.loads(stamp.read_text(encoding="utf-8"))
    if known["made_from"] != made_from:
        return None
    return SiteReport(known["report"]["pages"], known["report"]["claims"], 0.0, made=False)


def _fingerprint(root: Path) -> str:
    """A hash of everything that the site is made from: texts, tables, notebooks, pages, code, tools."""
    sha = hashlib.sha256()
    for tool in _TOOLS:
        try:
            sha.update(f"{tool}=={version(tool)}\n".encode())
        except PackageNotFoundError:
            sha.update(f"{tool} is missing\n".encode())
    for path in _inputs(root):
        sha.update(f"{path}\n".encode())
        sha.update(path.read_bytes())
    return sha.hexdigest()


def _inputs(root: Path) -> Iterator[Path]:
    package = Path(__file__).resolve().parents[1]
    for folder, pattern in (
        (root / "data", "*/*"),
        (root / "docs", "**/*"),
        (root / "notebooks", "*.ipynb"),
        (root / "build" / "figures", "*"),
        (package, "**/*.py"),
        (package, "**/*.toml"),
    ):
        yield from (path for path in sorted(folder.glob(pattern)) if path.is_file() and "__pycache__" not in path.parts)
