"""A check as a reader sees it: its verdict, and the sentences that it rests on side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal
from pathlib import Path
from typing import Any, Final, TypeVar

from ..codebook.records import Claim, QuantityRow
from ..corpus import find_root, load_sources
from ..document import read
from ..document.document import Document
from ..errors import UsmexDataError
from ..official.model import Official
from ..official.read import load_official
from ..tables.csv_format import LIST_SEPARATOR
from ..tables.fields import meanings
from ..tables.load import table_rows
from .checks import VERDICTS, Check
from .make import side_by_side
from .record_words import described
from .row_index import RowIndex
from .run import run

__all__ = ["cli_show", "known_rows", "load_rows", "overview", "rows_of", "show"]

_Row = TypeVar("_Row", Claim, QuantityRow)
_DECIMALS: Final = frozenset({"value", "value_low", "value_high"})
_INTEGERS: Final = frozenset({"start", "end", "quote_start", "quote_end", "sentence_start", "sentence_end"})
_LISTS: Final = frozenset({"inferred", "doubt"})


def show(check: Check, rows: RowIndex, official: Mapping[str, Official] | None = None) -> str:
    """A check with its sentences, the figures in guillemets, and the official figures among those given."""
    sides = " · ".join(
        part
        for part in (
            f"left {check.left}" if check.left else "",
            f"right {check.right}" if check.right else "",
            f"tolerance {check.tolerance}" if check.tolerance not in {"", "0"} else "",
        )
        if part
    )
    return "\n".join(
        [
            f"{check.check_id}: {check.kind}, {check.verdict.replace('_', ' ')} ({check.severity}; {check.basis})",
            "",
            check.statement,
            check.formula,
            *([sides] if sides else []),
            *([f"To ask: {check.question}"] if check.question else []),
            "",
            check.explanation,
            "",
            *side_by_side(rows, (*check.claim_ids, *check.quantity_ids, *check.passages)),
            *(
                f"{row_id}\n    {described(official[row_id])}"
                for row_id in check.official_ids
                if official and row_id in official
            ),
        ]
    )


def overview(checks: Sequence[Check]) -> str:
    """One line a check, and how many there are of each verdict."""
    width = max((len(check.check_id) for check in checks), default=0)
    lines = [f"{check.check_id:{width}}  {check.verdict:21}  {check.kind:13}  {check.statement}" for check in checks]
    counts = Counter(check.verdict for check in checks)
    summary = ", ".join(f"{counts[verdict]} {verdict.replace('_', ' ')}" for verdict in VERDICTS if counts[verdict])
    return "\n".join([*lines, "", f"{len(checks)} checks: {summary}"])


def cli_show(check_id: str = "", root: Path | None = None) -> str:
    """What ``python -m usmex_data audit [CHECK_ID]`` prints: a check with its sentences, or all checks in a line each.

    Worked out anew from claims.csv, quantities.csv and the sources. Raises ``UsmexDataError`` for a check that there is
    not, and where the tables are not built yet.
    """
    root = find_root() if root is None else root
    claims, quantities, documents = *load_rows(root), _documents(root)
    published = {source.id: source.time for source in load_sources(root)}
    record = load_official(root)
    checks = run(claims, quantities, documents, official=record, published=published)
    if not check_id:
        return overview(checks)
    chosen = [check for check in checks if check.check_id == check_id] or [
        check for check in checks if check_id in (*check.claim_ids, *check.quantity_ids)
    ]
    if not chosen:
        near = [check.check_id for check in checks if check_id.lower() in check.check_id]
        raise UsmexDataError(
            f"there is no check {check_id!r}",
            remedy=f"did you mean {', '.join(near[:5])}?" if near else "python -m usmex_data audit lists them all",
        )
    rows = RowIndex.of(claims, quantities, documents)
    official = {row.official_id: row for row in record}
    return "\n\n".join(show(check, rows, official) for check in chosen)


def _documents(root: Path) -> Mapping[str, Document]:
    return {source.id: read(source.raw, source.id, source.kind) for source in load_sources(root)}


def known_rows(root: Path | None = None) -> RowIndex:
    """The rows of a built corpus by id, each with its sentence: what formulas name and what a reader is shown.

    Raises ``UsmexDataError`` where the tables are not built yet.
    """
    root = find_root() if root is None else root
    return RowIndex.of(*load_rows(root), _documents(root))


# --- the tables read back --------------------------------------------------------------------------------------------


def load_rows(root: Path) -> tuple[tuple[Claim, ...], tuple[QuantityRow, ...]]:
    """The rows of both tables of a built corpus. Raises ``UsmexDataError`` where they are not built yet."""
    known = meanings()
    return (
        rows_of(Claim, table_rows(known["claims"], root)),
        rows_of(QuantityRow, table_rows(known["quantities"], root)),
    )


def rows_of(kind: type[_Row], written: Iterable[Sequence[str]]) -> tuple[_Row, ...]:
    """Written rows, every cell a string, as values of their kind."""
    names = [field.name for field in fields(kind)]
    return tuple(kind(**{name: _cell(name, cell) for name, cell in zip(names, row, strict=True)}) for row in written)


def _cell(name: str, cell: str) -> Any:
    if name in _DECIMALS:
        return Decimal(cell) if cell else None
    if name in _INTEGERS:
        return int(cell) if cell else None
    if name in _LISTS:
        return tuple(cell.split(LIST_SEPARATOR)) if cell else ()
    return cell
