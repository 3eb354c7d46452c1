"""Notebooks as the site renders them: as stored, their links to claims made links between pages."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from usmex_data.addresses import calc_of, claim_of
from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.markdown import links
from usmex_data.site.escape import attribute, markdown
from usmex_data.site.site_data import Notebook, SiteData

__all__ = ["findings", "notebook_index", "notebook_page"]

_FIGURE: Final = re.compile(r"""\bname\s*=\s*["']([a-z0-9]+(?:-[a-z0-9]+)*)["']""")
# A full stop behind a capital is no end: "the U.S. Congress".
_SENTENCE_END: Final = re.compile(r"(?<=[a-z\d)\]*”%][.!?])\s+(?=[A-Z“\[*])")
_TARGET: Final = re.compile(r"\]\([^()\s]*\)")
_ENOUGH: Final = 160


def notebook_page(notebook: Notebook, figures: frozenset[str]) -> str:
    """The notebook as JSON, with links that Sphinx can check and the files of each figure below it.

    ``figures`` are the names of the figures that have files.
    """
    cells = list(_cells(notebook.content["cells"], figures))
    take = f"[Download this notebook](../files/notebooks/{notebook.name}.ipynb) to run it in JupyterLab."
    cells.append(_prose(f"{{.aside}}\n{take}", "site-download"))
    return json.dumps({**notebook.content, "cells": cells}, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def _cells(cells: list[Mapping[str, Any]], figures: frozenset[str]) -> Iterator[Mapping[str, Any]]:
    for number, cell in enumerate(cells, 1):
        source = "".join(cell["source"])
        if cell["cell_type"] == "markdown":
            yield {**cell, "source": page_links(source)}
            continue
        named = [name for name in dict.fromkeys(_FIGURE.findall(source)) if name in figures]
        yield _drawn(_shown(_folded(cell, source) if _tells_by_itself(cell) else cell), named)
        for place, name in enumerate(named):
            yield _prose(_files(name), f"site-figure-{number:02d}-{place}")


def _tells_by_itself(cell: Mapping[str, Any]) -> bool:
    """Whether the code is only the way to what it shows (a figure, sentences, values of ours), or shows nothing."""
    if cell["metadata"].get("tags"):
        return False
    shown: list[Mapping[str, Any]] = [output.get("data", {}) for output in cell["outputs"]]
    return all("image/png" in each or MIME in each or "usmex-quote" in str(each.get("text/html", "")) for each in shown)


def _shown(cell: Mapping[str, Any]) -> Mapping[str, Any]:
    """The cell without what its outputs hold for the check of the prose alone."""
    outputs = [
        {**each, "data": {kind: said for kind, said in each["data"].items() if kind != MIME}}
        if "data" in each
        else each
        for each in cell["outputs"]
    ]
    return {**cell, "outputs": outputs}


def _drawn(cell: Mapping[str, Any], names: Sequence[str]) -> Mapping[str, Any]:
    """The cell with its pictures as drawings, one for light pages and one for dark, where figures of these names exist.

    A cell that shows more or fewer pictures than it names keeps them as they are.
    """
    pictures = [output for output in cell["outputs"] if "image/png" in output.get("data", {})]
    if not names or len(pictures) != len(names):
        return cell
    waiting = iter(names)
    outputs = [
        _drawing(each, next(waiting)) if any(each is one for one in pictures) else each for each in cell["outputs"]
    ]
    return {**cell, "outputs": outputs}


def _drawing(output: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    alt = attribute(str(output.get("metadata", {}).get("image/png", {}).get("alt", name)))
    shown = "".join(
        f'<img class="only-{shade}" loading="lazy" src="../files/figures/{name}{ending}.svg" alt={alt}>'
        for shade, ending in (("light", ""), ("dark", "-dark"))
    )
    return {**output, "data": {"text/html": f'<div class="drawing">{shown}</div>'}, "metadata": {}}


def _folded(cell: Mapping[str, Any], source: str) -> Mapping[str, Any]:
    """The cell with its code behind a line that opens it."""
    words = "imports" if source.startswith(("import ", "from ")) and not cell["outputs"] else "code"
    mystnb = {
        **cell["metadata"].get("mystnb", {}),
        "code_prompt_show": f"Show {words}",
        "code_prompt_hide": f"Hide {words}",
    }
    return {**cell, "metadata": {**cell["metadata"], "tags": ["hide-input"], "mystnb": mystnb}}


def _prose(text: str, name: str) -> Mapping[str, Any]:
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": text}


def _files(name: str) -> str:
    kinds = (("svg", "SVG"), ("png", "PNG"), ("csv", "the rows drawn, as CSV"))
    return "{.figure-files}\nThis figure: " + ", ".join(
        f"[{said}](../files/figures/{name}.{end})" for end, said in kinds
    )


def page_links(source: str, root: str = "../") -> str:
    """Markdown whose links to claims name the page's source file, so that Sphinx checks page and anchor.

    ``root`` is the way to the site's first folder from where the Markdown will stand.
    """
    for link in reversed(links(source)):
        if claim := claim_of(link.target):
            page = link.target.rpartition("sources/")[2].partition(".html#")[0]
            head, tail = source[: link.start], source[link.end :]
            source = f"{head}[{link.text}]({root}sources/{page}.md#{claim}){tail}"
    return source


def _opening(paragraph: str) -> str:
    """The first sentences of a paragraph, as many as a table can bear."""
    kept: list[str] = []
    for sentence in _SENTENCE_END.split(paragraph):
        kept.append(sentence)
        if len(_TARGET.sub("]", " ".join(kept))) >= _ENOUGH:
            break
    return " ".join(kept)


def _from_outside(source: str, page: str) -> str:
    """Markdown whose links to calculations of the notebook work on other pages too."""
    for link in reversed(links(source)):
        if calc_of(link.target):
            source = f"{source[: link.start]}[{link.text}]({page}.html{link.target}){source[link.end :]}"
    return source


def findings(site_data: SiteData, root: str = "../") -> str:
    """A table of the notebooks with their findings, for a page that is ``root`` away from the first folder."""
    if not site_data.notebooks:
        return "No notebook is finished yet.\n"
    lines = ["| notebook | finding |", "|---|---|"]
    for notebook in site_data.notebooks:
        page = f"{root}notebooks/{notebook.name}"
        finding = _from_outside(page_links(_opening(notebook.finding), root), page).replace("|", "\\|")
        lines.append(f"| [{markdown(notebook.title)}]({page}.ipynb) | {finding} |")
    return "{.findings}\n" + "\n".join(lines) + "\n"


def notebook_index(site_data: SiteData) -> str:
    """The page that lists the notebooks."""
    hidden = "\n".join(notebook.name for notebook in site_data.notebooks)
    tree = f"```{{toctree}}\n:hidden:\n\n{hidden}\n```\n" if hidden else ""
    opening = "# Notebooks\n\nEach figure in their prose leads to the sentence it comes from."
    return f"{opening}\n\n{findings(site_data)}\n{tree}"
