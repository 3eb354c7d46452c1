"""What the start page takes in: the numbers worth knowing with their sentences, and how much there is."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from usmex_data.addresses import claim_address
from usmex_data.errors import UsmexDataError
from usmex_data.site.data_pages import resources
from usmex_data.site.escape import markup
from usmex_data.site.site_data import Row, SiteData
from usmex_data.storage.toml import read_toml

__all__ = ["counts", "numbers"]

NUMBERS: Final = Path("docs", "_numbers.toml")
"""The numbers that the start page shows: claim, what it is, and the notebook that goes into it."""

_KEYS: Final = {"claim", "says", "notebook"}


def numbers(site_data: SiteData) -> str:
    """The numbers of the start page, each with the way to its sentence; their figures are the claims' own words.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a claim that there is none of.
    """
    path = site_data.root / NUMBERS
    if not path.is_file():
        return ""
    entries = read_toml(path)["number"]
    inside = "\n".join(_number(entry, site_data, str(path)) for entry in entries)
    return f'```{{raw}} html\n<div class="numbers">\n{inside}\n</div>\n```\n'


def _number(entry: Mapping[str, str], site_data: SiteData, where: str) -> str:
    if set(entry) != _KEYS:
        raise UsmexDataError(f"a number has {', '.join(sorted(_KEYS))}; found {', '.join(sorted(entry))}", where=where)
    row = site_data.claims.by_id.get(entry["claim"])
    if row is None:
        raise UsmexDataError(
            f"there is no claim {entry['claim']!r}", where=where, remedy="usmex_data.claims() lists them"
        )
    return (
        f'<div class="number"><p><a class="big" href="{claim_address(row["claim_id"], "")}">{markup(row["text"])}</a> '
        f"{markup(entry['says'])}{_more(entry['notebook'], site_data)}</p>"
        f"<details><summary>The sentence</summary>{_sentence(row, site_data)}</details></div>"
    )


def _more(name: str, site_data: SiteData) -> str:
    # The files are numbered in the order of the series; an order may change.
    known = {notebook.name.lstrip("0123456789-"): notebook.name for notebook in site_data.notebooks}
    return f' <a class="more" href="notebooks/{known[name]}.html">More on this</a>' if name in known else ""


def _sentence(row: Row, site_data: SiteData) -> str:
    quote, start, end = row["quote"], int(row["quote_start"]), int(row["quote_end"])
    titles = {source.id: source.title for source in site_data.sources}
    place = ", ".join(filter(None, [titles[row["source"]], row["section"].partition(" > ")[0]]))
    return (
        f"<blockquote><p>{markup(quote[:start])}<mark>{markup(quote[start:end])}</mark>{markup(quote[end:])}</p>"
        f"<footer>{markup(place)}</footer></blockquote>"
    )


def counts(site_data: SiteData) -> str:
    """How much there is, in one sentence of Markdown."""
    rows = site_data.claims.rows
    facts = {row["fact_id"] for row in rows}
    return (
        f"{len(site_data.sources)} [sources](sources/index.md), {len(rows)} [claims](data/claims.md) that state "
        f"{len(facts)} facts, {len(resources(site_data))} [tables](data/index.md), "
        f"{len(site_data.notebooks)} [notebook{'s' * (len(site_data.notebooks) != 1)}](notebooks/index.md).\n"
    )
