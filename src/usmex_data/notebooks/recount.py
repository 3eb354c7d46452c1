"""Counts in the prose, kept in step with the tables: a link to a count of rows says the number that there is now.

Only what counts rows is set, ``[133](#calc-checks)``, and only where the link's text is that number and no more. Every
other figure is a source's or rests on one; where such a figure changes, its sentence has to be read again.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from usmex_data.addresses import calc_of
from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.checks import ROWS_OF
from usmex_data.notebooks.markdown import links

__all__ = ["recount"]


def recount(notebook: Mapping[str, Any]) -> list[str]:
    """What was set in the Markdown cells of an executed notebook, a line each: ``cell 1: 133 is 136 now``."""
    counts = dict(_counts(notebook))
    told = []
    for number, cell in enumerate(notebook["cells"], 1):
        if counts and cell["cell_type"] == "markdown":
            source = cell["source"] if isinstance(cell["source"], str) else "".join(cell["source"])
            for old, new, start in reversed(list(_changes(source, counts))):
                source = source[:start] + new + source[start + len(old) :]
                told.append(f"cell {number}: {old} is {new} now")
            cell["source"] = source
    return told


def _changes(source: str, counts: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    """What links say, what they should, and where, in the order of the text."""
    for link in links(source):
        new = counts.get(calc_of(link.target), link.text)
        if link.text != new and link.text.replace(",", "").isdecimal():
            yield link.text, new, link.text_start


def _counts(notebook: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            for record in output.get("data", {}).get(MIME, ()):
                if record["formula"].startswith(ROWS_OF):
                    yield record["name"], record["shown"]
