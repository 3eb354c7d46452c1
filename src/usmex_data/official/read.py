"""The record read from ``data/record/``, and refused whole if one row of it is not as it should be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from usmex_data.catalogue import indicators
from usmex_data.catalogue.names import place
from usmex_data.catalogue.unit import Unit
from usmex_data.errors import UsmexDataError
from usmex_data.official.model import Official, official_of
from usmex_data.official.rules import faults
from usmex_data.tables.csv_format import Table, parse_csv
from usmex_data.tables.fields import meaning
from usmex_data.tables.schemas import check_table

__all__ = ["INDICATORS", "OFFICIAL", "RECORD", "load_official", "read_record", "record_rows"]

RECORD: Final = Path("data", "record")
OFFICIAL: Final = "official.csv"
INDICATORS: Final = "indicators.csv"
_SHOWN: Final = 5
_REMEDY: Final = "data/record/README.md says what a row needs"


def load_official(root: Path) -> tuple[Official, ...]:
    """The official figures under ``root``, in their order; none where there is no record.

    Raises ``UsmexDataError`` that names the rows which are not as they should be.
    """
    content = read_record(root)
    if not content:
        return ()
    rows = record_rows(content)
    known = {row["id"]: row["unit"] for row in _checked("record_indicators", rows[INDICATORS], INDICATORS)}
    own = [indicator.id for indicator in indicators() if indicator.id in known]
    if own:
        raise UsmexDataError(
            f"the codebook has {', '.join(own)} too",
            where=str(RECORD / INDICATORS),
            remedy="take the line out: figures of the same thing have the codebook's indicator",
        )
    found = tuple(official_of(row) for row in _checked("record_official", rows[OFFICIAL], OFFICIAL))
    _refuse([*_unknown(found, known), *faults(found)])
    return found


def read_record(root: Path) -> dict[str, bytes]:
    """The CSVs of the record by name, as they lie under ``root``; none where there is no record."""
    folder = root / RECORD
    if not (folder / OFFICIAL).is_file():
        return {}
    missing = folder / INDICATORS
    if not missing.is_file():
        raise UsmexDataError("the file is missing", where=str(missing), remedy=_REMEDY)
    return {name: (folder / name).read_bytes() for name in (OFFICIAL, INDICATORS)}


def record_rows(content: Mapping[str, bytes]) -> dict[str, tuple[tuple[str, ...], list[tuple[str, ...]]]]:
    """Header and rows of each file of the record. Raises ``UsmexDataError`` for one that is no table in UTF-8."""
    found = {}
    for name, written in content.items():
        try:
            found[name] = parse_csv(written)
        except UnicodeDecodeError as error:
            raise UsmexDataError(
                f"byte {error.start} is not UTF-8", where=str(RECORD / name), remedy="save the file as UTF-8"
            ) from None
    return found


def _checked(table: str, written: tuple[tuple[str, ...], Sequence[tuple[str, ...]]], name: str) -> list[dict[str, str]]:
    """The rows as cells by column, if the schema of ``fields.toml`` takes them."""
    header, rows = written
    said = meaning(table)
    where = str(RECORD / name)
    if header != said.columns:
        raise UsmexDataError(
            f"its columns are {', '.join(header)}", where=where, remedy=f"they must be {', '.join(said.columns)}"
        )
    for number, row in enumerate(rows, 2):
        if len(row) != len(header):
            raise UsmexDataError(
                f"row {number} has {len(row)} cells, not {len(header)}", where=where, remedy="a comma needs quotes"
            )
    try:
        check_table(Table(table, header, tuple(rows)))
    except UsmexDataError as error:
        raise UsmexDataError(error.what, where=where, remedy=_REMEDY) from None
    return [dict(zip(header, row, strict=True)) for row in rows]


def _unknown(rows: Sequence[Official], record_only: Mapping[str, str]) -> Iterator[str]:
    """Indicators, units and places that nothing declares."""
    codebook = {indicator.id for indicator in indicators()}
    for row in rows:
        if row.indicator not in codebook and row.indicator not in record_only:
            yield f"{row.official_id}: no codebook has the indicator {row.indicator!r}; add it to {RECORD / INDICATORS}"
        elif row.unit and record_only.get(row.indicator, row.unit) != row.unit:
            yield f"{row.official_id}: {row.indicator} is measured in {record_only[row.indicator]}, not {row.unit}"
        if row.unit and not _is_unit(row.unit):
            yield f"{row.official_id}: there is no unit {row.unit!r}; units.toml declares them"
        for code in (*row.geography.split("+"), *row.partner.split("+")):
            if code and place(code) == code:
                yield f"{row.official_id}: there is no place {code!r}"


def _is_unit(unit: str) -> bool:
    try:
        Unit.of(unit).row()
    except UsmexDataError:
        return False
    return True


def _refuse(problems: Sequence[str]) -> None:
    if problems:
        more = [f"… and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
        raise UsmexDataError(
            "\n  ".join(["rows that are not as they should be", *problems[:_SHOWN], *more]),
            where=str(RECORD / OFFICIAL),
            remedy=_REMEDY,
        )
