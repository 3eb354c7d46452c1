"""The site, rendered whole or not at all."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import time
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import Final

from usmex_data.errors import UsmexDataError
from usmex_data.fingerprints import LastRun, checksum_of, code, environment
from usmex_data.site.links import faults
from usmex_data.site.pages import write_project
from usmex_data.site.site_data import gather
from usmex_data.storage.lock import exclusive
from usmex_data.storage.write import disk_errors, staged_folder

__all__ = ["SiteReport", "build"]

_TOOLS: Final = ("sphinx", "myst-nb", "furo", "font-source-sans-pro", "fonttools")
_MADE_FROM: Final = ("data/*/*", "docs/**/*", "notebooks/*.ipynb", "build/figures/*")
_STAGE: Final = "site"
# What Sphinx and the theme keep for themselves, and the search that ours takes the place of.
_UNUSED: Final = (
    ".buildinfo", "objects.inv", "searchindex.js", "_static/searchtools.js", "_static/language_data.js",
    "_static/base-stemmer.js", "_static/english-stemmer.js", "_static/styles/furo.css.map",
    "_static/styles/furo-extensions.css.map", "_static/scripts/furo.js.map", "_static/skeleton.css",
)  # fmt: skip
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
    with exclusive(root), disk_errors("the site", out):
        return _build(root, out, begin)


def _build(root: Path, out: Path, begin: float) -> SiteReport:
    out.parent.mkdir(parents=True, exist_ok=True)
    stamp = LastRun(root, _STAGE)
    inputs = _inputs(root)
    if (known := stamp.last(inputs, _outputs(out))) is not None:
        return SiteReport(known["pages"], known["claims"], 0.0, made=False)
    site_data = gather(root)
    project = root / "build" / "site-src"
    write_project(site_data, project)
    with staged_folder(out) as fresh:
        _render(project, fresh)
        _check(fresh, len(site_data.claims.rows))
    pages = sum(1 for _page in out.rglob("*.html"))
    report = SiteReport(pages, len(site_data.claims.rows), time.perf_counter() - begin)
    stamp.set(inputs, _outputs(out), {"pages": report.pages, "claims": report.claims})
    return report


def _check_tools() -> None:
    missing = [name for name in ("sphinx", "myst_nb", "furo") if not find_spec(name)]
    if missing:
        raise UsmexDataError(f"the site needs {', '.join(missing)}", remedy="pip install 'usmex-data[docs]'")


def _render(project: Path, fresh: Path) -> None:
    """Render the project with Sphinx; a warning is an error."""
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
    for name in _UNUSED:
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


def _outputs(out: Path) -> str:
    return checksum_of(out, out.rglob("*.html"))


def _inputs(root: Path) -> str:
    """A checksum over everything that the site is made from: texts, tables, notebooks, pages, code, tools."""
    package = Path(__file__).resolve().parents[1]
    rests_on = checksum_of(package, code(), *environment(*_TOOLS))
    return checksum_of(root, (path for pattern in _MADE_FROM for path in root.glob(pattern)), rests_on)
