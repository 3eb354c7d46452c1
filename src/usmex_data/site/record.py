"""The official record on the site: its page, where each figure has an anchor, and what it says of a claim on a card."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Final

from usmex_data.addresses import address_of, official_anchor
from usmex_data.official.read import OFFICIAL, RECORD
from usmex_data.site.escape import attribute, markdown, markup
from usmex_data.site.site_data import Row, read_rows
from usmex_data.site.words import VERDICTS, number, period, place

__all__ = ["PAGE", "is_record", "official_rows", "record_page", "record_says"]

PAGE: Final = "record"
_AGREES: Final[Mapping[str, str]] = {
    "holds": "agrees",
    "holds_within_rounding": "agrees as far as both are rounded",
    "compatible": "may agree",
    "does_not_hold": "differs",
}
_HEAD: Final = """\
# The official record

What official statistics, laws and treaties say of the things that the texts speak of. These figures are not from the
texts: they are entered by hand, each with its source, and never mixed with the claims. *Second hand* means that another
page reports, quotes or copies the figure. [Download official.csv](../files/record/official.csv)

"""
_COLUMNS: Final = "| figure | for | value | publisher, table | read in |\n|---|---|---|---|---|"


def official_rows(root: Path) -> list[Row]:
    """The rows of the record as text; none where a repository has no record."""
    path = root / RECORD / OFFICIAL
    return read_rows(path) if path.is_file() else []


def record_page(rows: Sequence[Row]) -> str:
    """The Markdown of the page: a table for each run of rows with one title and definition."""
    parts = [_HEAD]
    for (title, definition), series in groupby(rows, key=lambda row: (row["title"], row["definition"])):
        parts += [f"**{markdown(title)}.** {markdown(definition)}\n", _COLUMNS, *map(_line, series), ""]
    return "\n".join(parts) + "\n"


def _line(row: Row) -> str:
    anchor = f"[{markdown(row['official_id'])}]{{#{official_anchor(row['official_id'])}}}"
    hand = " (second hand)" if row["origin"] == "second_hand" else ""
    where = " and ".join(filter(None, (place(row["geography"]), place(row["partner"]))))
    table = ", ".join(filter(None, (row["publisher"], row["series_or_table"])))
    read = ", ".join(f"[{n}](<{address}>)" for n, address in enumerate(row["read_in"].split(), 1))
    cells = (f"{where}, {period(row['period'])}", _value(row), f"{table}{hand}")
    return f"| {anchor} | {' | '.join(map(markdown, cells))} | {read} |"


def _value(row: Row) -> str:
    if not row["value"]:
        return "a date, or words"
    sign = f"{row['change']} of " if row["change"] not in {"", "level"} else ""
    return f"{sign}{number(row['value'])} {row['unit']}"


def is_record(check: Row) -> bool:
    """Whether a check holds a claim against the official record."""
    return check.get("kind") == "record"


def record_says(checks: Iterable[Row]) -> str:
    """What the record says of a claim, as HTML: verdict, why, and links to the figures; empty where it says nothing."""
    return "<br>".join(line for check in checks if is_record(check) for line in _said(check))


def _said(check: Row) -> Iterator[str]:
    verdict = _AGREES.get(check["verdict"], VERDICTS.get(check["verdict"], check["verdict"]))
    yield f"<strong>{markup(verdict)}</strong>: {markup(check['explanation'])}"
    names = [name for name in check["official_ids"].split(";") if name]
    links = (f"<a href={attribute(address_of(official_anchor(name)))}>{markup(name)}</a>" for name in names)
    yield f"Official figures: {', '.join(links)}"
