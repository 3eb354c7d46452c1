"""What the start page takes in: the numbers worth knowing with their sentences, and how much there is."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from usmex_data.addresses import claim_address
from usmex_data.errors import UsmexDataError
from usmex_data.site.data_pages import resources
from usmex_data.site.escape import markup
from usmex_data.site.material import Material, Row

__all__ = ["counts", "numbers"]

NUMBERS: Final = Path("docs", "_numbers.toml")
"""The numbers that the start page shows: claim, what it is, and the notebook that goes into it."""

_KEYS: Final = {"claim", "says", "notebook"}


def numbers(material: Material) -> str:
    """The numbers of the start page, each with the way to its sentence; their figures are the claims' own words.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a claim that there is none of.
    """
    path = material.root / NUMBERS
    if not path.is_file():
        return ""
    entries = tomllib.loads(path.read_text(encoding="utf-8"))["number"]
    inside = "\n".join(_number(entry, material, str(path)) for entry in entries)
    return f'```{{raw}} html\n<div class="numbers">\n{inside}\n</div>\n```\n'


def _number(entry: Mapping[str, str], material: Material, where: str) -> str:
    if set(entry) != _KEYS:
        raise UsmexDataError(f"a number has {', '.join(sorted(_KEYS))}; found {', '.join(sorted(entry))}", where=where)
    row = material.claims.by_id.get(entry["claim"])
    if row is None:
        raise UsmexDataError(
            f"there is no claim {entry['claim']!r}", where=where, remedy="usmex_data.claims() lists them"
        )
    return (
        f'<div class="number"><p><a class="big" href="{claim_address(row["claim_id"], "")}">{markup(row["text"])}</a> '
        f"{markup(entry['says'])}{_more(entry['notebook'], material)}</p>"
        f"<details><summary>The sentence</summary>{_sentence(row, material)}</details></div>"
    )


def _more(name: str, material: Material) -> str:
    # The files are numbered in the order of the series; an order may change.
    known = {notebook.name.lstrip("0123456789-"): notebook.name for notebook in material.notebooks}
    return f' <a class="more" href="notebooks/{known[name]}.html">More on this</a>' if name in known else ""


def _sentence(row: Row, material: Material) -> str:
    quote, start, end = row["quote"], int(row["quote_start"]), int(row["quote_end"])
    titles = {source.id: source.title for source in material.sources}
    place = ", ".join(filter(None, [titles[row["source"]], row["section"].partition(" > ")[0]]))
    return (
        f"<blockquote><p>{markup(quote[:start])}<mark>{markup(quote[start:end])}</mark>{markup(quote[end:])}</p>"
        f"<footer>{markup(place)}</footer></blockquote>"
    )


def counts(material: Material) -> str:
    """How much there is, in one sentence of Markdown."""
    rows = material.claims.rows
    facts = {row["fact_id"] for row in rows}
    return (
        f"{len(material.sources)} [sources](sources/index.md), {len(rows)} [claims](data/claims.md) that state "
        f"{len(facts)} facts, {len(resources(material))} [tables](data/index.md), "
        f"{len(material.notebooks)} [notebook{'s' * (len(material.notebooks) != 1)}](notebooks/index.md).\n"
    )
