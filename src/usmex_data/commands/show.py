"""The command ``show``: a claim in its sentence, and the proof that it stands in the raw text where its row says."""

from __future__ import annotations

import sys
import textwrap
from collections.abc import Iterator, Mapping
from typing import Final

from usmex_data.codebook.coverage import plain_text
from usmex_data.corpus import Source, load_sources
from usmex_data.errors import UsmexDataError
from usmex_data.tables.fields import meaning
from usmex_data.tables.load import table_rows

__all__ = ["run"]

_WIDTH: Final = 100
_BESIDE: Final = (
    "counted", "base", "hedge", "change", "status", "topic", "indicator", "category", "geography", "partner", "period",
    "period_text", "inferred", "doubt", "attribution", "note",
)  # fmt: skip

Row = Mapping[str, str]


def run(claim_id: str) -> int:
    """The exit status of printing a claim: 0, or 1 where the raw text does not hold it as its row says.

    Raises ``UsmexDataError`` for an id that no claim has.
    """
    rows = _claims()
    row = rows.get(claim_id)
    if row is None:
        raise _unknown(claim_id, rows)
    source = {each.id: each for each in load_sources()}.get(row["source"])
    if source is None:
        raise UsmexDataError(f"there is no source {row['source']!r}", remedy="build the tables anew")
    proof, sound = _proof(row, source)
    sys.stdout.write("\n".join([*_sentence(row), "", *_facts(row, source), *_others(row, rows), "", *proof]) + "\n")
    return 0 if sound else 1


def _claims() -> dict[str, Row]:
    table = meaning("claims")
    return {row[0]: dict(zip(table.columns, row, strict=True)) for row in table_rows(table)}


def _unknown(claim_id: str, rows: Mapping[str, Row]) -> UsmexDataError:
    """An error that names the claims nearest to an id that there is not."""
    source, _, offset = claim_id.rpartition("-")
    same = [row for row in rows.values() if row["source"] == source]
    if not same or not offset.isdecimal():
        known = ", ".join(dict.fromkeys(row["source"] for row in rows.values()))
        return UsmexDataError(
            f"there is no claim {claim_id!r}", remedy=f"an id is a source and an offset; the sources are {known}"
        )
    near = sorted(same, key=lambda row: abs(int(row["start"]) - int(offset)))[:3]
    listed = "; ".join(f"{row['claim_id']} “{row['text']}”" for row in near)
    return UsmexDataError(f"there is no claim {claim_id!r}", remedy=f"the nearest are {listed}")


def _sentence(row: Row) -> Iterator[str]:
    """The sentence in lines, with carets below the figure."""
    quote, start, end = row["quote"], int(row["quote_start"]), int(row["quote_end"])
    at = 0
    for line in textwrap.wrap(quote, _WIDTH, drop_whitespace=False, break_on_hyphens=False):
        yield f"  {line.rstrip()}"
        low, high = max(start, at), min(end, at + len(line))
        if low < high:
            yield "  " + " " * (low - at) + "^" * (high - low)
        at += len(line)


def _facts(row: Row, source: Source) -> Iterator[str]:
    yield _line("claim", row["claim_id"])
    value = row["value"] or f"{row['value_low']} to {row['value_high']}"
    yield _line("value", f"{value} {row['unit']} ({row['modifier']})")
    yield from (_line(column, row[column]) for column in _BESIDE if row[column])
    yield _line("source", f"{source.title} ({source.id})")
    yield _line("section", row["section"] or "–")
    yield _line("passage", row["passage"])


def _others(row: Row, rows: Mapping[str, Row]) -> Iterator[str]:
    if row["copy_of"]:
        yield _line("copy of", row["copy_of"])
    copies = [other["claim_id"] for other in rows.values() if other["copy_of"] == row["claim_id"]]
    if copies:
        yield _line("copies", ", ".join(copies))
    same = [
        other["claim_id"]
        for other in rows.values()
        if other["fact_id"] == row["fact_id"]
        and other is not row
        and not other["copy_of"]
        and other["claim_id"] != row["copy_of"]
    ]
    if same:
        yield _line("also in", ", ".join(same))


def _line(label: str, text: str) -> str:
    return textwrap.fill(text, _WIDTH, initial_indent=f"{label:12}", subsequent_indent=" " * 12)


def _proof(row: Row, source: Source) -> tuple[list[str], bool]:
    """The raw characters that the row's offsets cut out, and whether they hold what the row says."""
    start, end = int(row["start"]), int(row["end"])
    raw = source.raw[start:end]
    number = source.raw.count("\n", 0, start) + 1
    sound = _letters(plain_text(raw)) == _letters(row["text"])
    verdict = "" if sound else "   not what the row says: build the tables anew"
    return [f"data/raw/{source.file}, line {number}, code points {start} to {end}:", f"  {raw!r}{verdict}"], sound


def _letters(text: str) -> str:
    # What putting right leaves as it is: spaces, hyphens and escapes come and go.
    return "".join(char for char in text if char.isascii() and char.isalnum())
