"""How well the published claims agree with annotations made by reading: ``python benchmarks/gold.py``.

The gold lies in ``tests/gold``: a line a claim, made by reading the texts, not by running anything. It covers the five
texts without their reprints (the trade paper, and the diplomacy paper inside the volume). Optional rows, where the
contract leaves it open whether a text makes a claim, count neither as missed nor as wrong.
"""

from __future__ import annotations

import csv
import json
from collections.abc import Iterable, Iterator
from pathlib import Path

__all__ = ["FIELDS", "measures", "table"]

ROOT = Path(__file__).resolve().parents[1]
GOLD = {
    "white-papers": ("white-papers-energy", "white-papers-other"),
    "diplomacy-paper": ("diplomacy-paper",),
    "report-2022": ("report-2022",),
    "forum-page": ("forum-page",),
}
FIELDS = ("value", "unit", "modifier", "geography", "period", "status", "change")
_REPRINTED = "Strategic Diplomacy"
"""The chapter of the volume whose gold is that of its reprint."""

Row = dict[str, str]


def measures(root: Path = ROOT) -> dict[str, float]:
    """Percentages by name: recall and precision of claims, and of those found, each field right.

    ``change`` counts the rows that are movements.
    """
    right = dict.fromkeys(FIELDS, 0)
    asked = dict.fromkeys(FIELDS, 0)
    wanted = found = extracted = known = 0
    for gold, rows in _sources(root):
        pairs = [(line, _row_at(line, rows)) for line in gold]
        matched = {row["claim_id"] for _, row in pairs if row}
        extracted += len(rows)
        known += len(matched)
        for line, row in pairs:
            if line["optional"]:
                continue
            wanted += 1
            if row is None:
                continue
            found += 1
            for field in FIELDS:
                if field == "change" and line["change"] == "level":
                    continue
                asked[field] += 1
                right[field] += _agrees(field, line, row)
    shares = {"recall of claims": 100 * found / wanted, "precision of claims": 100 * known / extracted}
    return shares | {field: 100 * right[field] / asked[field] for field in FIELDS}


def table(shares: dict[str, float]) -> str:
    """The measures as a Markdown table, one decimal."""
    lines = ["| measure | % |", "| --- | --: |"]
    return "\n".join([*lines, *(f"| {name} | {share:.1f} |" for name, share in shares.items())])


def _sources(root: Path) -> Iterator[tuple[list[dict[str, str]], list[Row]]]:
    with (root / "data" / "clean" / "claims.csv").open(encoding="utf-8", newline="") as file:
        claims = list(csv.DictReader(file))
    for source, names in GOLD.items():
        files = (root / "tests" / "gold" / f"{name}.jsonl" for name in names)
        gold = [json.loads(line) for file in files for line in file.read_text("utf-8").splitlines()]
        yield gold, [row for row in claims if row["source"] == source and not _is_reprinted(row)]


def _is_reprinted(row: Row) -> bool:
    return row["source"] == "white-papers" and row["section"].startswith(_REPRINTED)


def _row_at(line: dict[str, str], rows: Iterable[Row]) -> Row | None:
    at = int(line["numeral_start"])
    exact = (row for row in rows if int(row["claim_id"].rpartition("-")[2]) == at)
    around = (row for row in rows if int(row["start"]) <= at < int(row["end"]))
    return next(exact, None) or next(around, None)


def _agrees(field: str, line: dict[str, str], row: Row) -> bool:
    if field == "value" and not line["value"]:
        return all(line[end] == row[end] for end in ("value_low", "value_high"))
    return line[field] == row[field]


if __name__ == "__main__":
    print(table(measures()))
