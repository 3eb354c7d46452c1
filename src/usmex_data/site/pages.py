"""The Sphinx project that the site is rendered from: hand-written pages, generated ones, and the files they carry."""

from __future__ import annotations

import io
import logging
import shutil
from collections.abc import Iterable
from importlib.resources import files
from pathlib import Path
from typing import Final

from usmex_data.official.read import RECORD
from usmex_data.site.cards import CARDS, cards
from usmex_data.site.dark_figures import dark
from usmex_data.site.data_pages import data_pages
from usmex_data.site.explorer import explorer_page
from usmex_data.site.lookup import explorer_script, search_script
from usmex_data.site.notebook_pages import findings, notebook_index, notebook_page
from usmex_data.site.site_data import SiteData
from usmex_data.site.source_page import index_page, source_page
from usmex_data.site.start import counts, numbers

__all__ = ["write_project"]

_EXTRA: Final = "_extra"
"""The folder whose content the site carries as it is."""
_FIGURE_ENDINGS: Final = (".svg", ".png", ".csv")
_FACES: Final = ("Regular", "It", "Semibold", "Bold")
# Latin with all its accents, punctuation, currency signs, superscripts, fractions, arrows and the commonest signs.
_LETTERS: Final = (
    "U+0020-024F,U+0300-0304,U+02C6-02DD,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-218F,U+2190-21FF,U+2200-22FF,"
    "U+25A0-25FF"
)


def write_project(site_data: SiteData, project: Path) -> None:
    """Write to ``project`` everything that Sphinx needs, and leave nothing there from an earlier time."""
    shutil.rmtree(project, ignore_errors=True)
    shutil.copytree(site_data.root / "docs", project, ignore=shutil.ignore_patterns("__pycache__"))
    _write_fonts(project / "_static" / "fonts")
    _write_sources(site_data, project)
    for name, text in data_pages(site_data):
        _write(project / "data" / f"{name}.md", text)
    _write(project / "claims.md", explorer_page())
    _write(project / "_static" / "claims-data.js", explorer_script(site_data))
    _write(project / "_static" / "search-data.js", search_script(site_data))
    _write_notebooks(site_data, project)
    _copy(site_data.clean.glob("*.*"), project / _EXTRA / "files")
    _copy((site_data.root / RECORD).glob("*.*"), project / _EXTRA / "files" / "record")


def _write_sources(site_data: SiteData, project: Path) -> None:
    _write(project / "sources" / "index.md", index_page(site_data))
    for source in site_data.sources:
        _write(project / "sources" / f"{source.id}.md", source_page(source, site_data))
        _write(project / CARDS / "sources" / f"{source.id}.html", cards(source.id, site_data))


def _write_notebooks(site_data: SiteData, project: Path) -> None:
    drawn = site_data.root / "build" / "figures"
    figures = frozenset(
        path.stem for path in drawn.glob("*.svg") if all(path.with_suffix(end).is_file() for end in _FIGURE_ENDINGS)
    )
    _write(project / "notebooks" / "index.md", notebook_index(site_data))
    # Hand-written pages take the table in by name.
    _write(project / "_generated" / "findings.md", findings(site_data, ""))
    _write(project / "_generated" / "numbers.md", numbers(site_data))
    _write(project / "_generated" / "counts.md", counts(site_data))
    for notebook in site_data.notebooks:
        _write(project / "notebooks" / f"{notebook.name}.ipynb", notebook_page(notebook, figures))
    _copy((site_data.root / "notebooks").glob("*.ipynb"), project / _EXTRA / "files" / "notebooks")
    _copy(
        (drawn / f"{name}{end}" for name in sorted(figures) for end in _FIGURE_ENDINGS),
        project / _EXTRA / "files" / "figures",
    )
    for name in figures:
        light = (drawn / f"{name}.svg").read_text(encoding="utf-8")
        _write(project / _EXTRA / "files" / "figures" / f"{name}-dark.svg", dark(light))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")


def _copy(paths: Iterable[Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for path in paths:
        shutil.copyfile(path, folder / path.name)


def _write_fonts(folder: Path) -> None:
    """Write to ``folder`` a WOFF of each face and the font's licence."""
    folder.mkdir(parents=True, exist_ok=True)
    for face in _FACES:
        (folder / f"SourceSansPro-{face}.woff").write_bytes(_woff(face))
    licence = files("font_source_sans_pro") / "files" / "LICENSE.txt"
    (folder / "SourceSansPro-LICENSE.txt").write_bytes(licence.read_bytes())


def _woff(face: str) -> bytes:
    from fontTools.subset import Options, Subsetter, parse_unicodes, save_font  # type: ignore[import-untyped]
    from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

    # It tells of tables that it leaves out, which are of no use to browsers.
    logging.getLogger("fontTools.subset").setLevel(logging.ERROR)
    options = Options(flavor="woff", layout_features=["kern", "liga", "mark", "mkmk", "tnum", "sups"])
    options.recalc_timestamp = False
    source = files("font_source_sans_pro") / "files" / f"SourceSansPro-{face}.ttf"
    font = TTFont(io.BytesIO(source.read_bytes()), recalcTimestamp=False)
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=parse_unicodes(_LETTERS))
    subsetter.subset(font)
    made = io.BytesIO()
    save_font(font, made, options)
    return made.getvalue()
