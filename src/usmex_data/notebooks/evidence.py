"""What prose may rest on: the claims, and the names and titles in the sources that hold digits."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from usmex_data.charts.claim_rows import Row, row_of
from usmex_data.storage.toml import read_toml
from usmex_data.tables.csv_format import read_csv

__all__ = ["Evidence", "evidence_of"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Claims by id, and the phrases with digits that are names: "Title 42", the title of a source, a heading."""

    claims: Mapping[str, Row]
    names: tuple[str, ...] = ()

    def without_names(self, text: str) -> str:
        """The text with blanks, one for each character, where a name stands."""
        for name in self.names:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", lambda found: " " * len(found[0]), text)
        return text


def evidence_of(root: Path) -> Evidence:
    """The evidence in a repository: ``data/clean/claims.csv``, the names in ``quantities.csv``, the sources' titles.

    Raises :class:`~usmex_data.errors.UsmexDataError` where there are no claims yet.
    """
    clean = root / "data" / "clean"
    claims = {record["claim_id"]: row_of(record) for record in read_csv(clean / "claims.csv", "run: make data")}
    names = [row.section for row in claims.values()]
    names += [part for row in claims.values() for part in row.section.split(" > ")]
    if (clean / "quantities.csv").is_file():
        names += [
            each["text"]
            for each in read_csv(clean / "quantities.csv", "run: make data")
            if each["disposition"] == "name"
        ]
    manifest = root / "data" / "raw" / "sources.toml"
    if manifest.is_file():
        tables = read_toml(manifest).values()
        names += [str(each.get("title", "")) for each in tables if isinstance(each, dict)]
    return Evidence(claims, _worth_knowing(names))


def _worth_knowing(names: Iterable[str]) -> tuple[str, ...]:
    # A name that is nothing but digits would excuse the number wherever it stands.
    kept = {name.strip() for name in names if re.search(r"\d", name) and re.search(r"[^\W\d]", name)}
    return tuple(sorted(kept, key=lambda name: (-len(name), name)))
