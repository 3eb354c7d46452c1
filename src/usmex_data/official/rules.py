"""What ties the cells of an official figure together, and the rows of the record to each other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Final

from usmex_data.official.model import Official

__all__ = ["faults"]

_REPOSITORY: Final = re.compile(r"https://github\.com/\S+")
_COMMIT: Final = re.compile(r"https://github\.com/[^/]+/[^/]+/(?:blob|tree)/[0-9a-f]{40}(?:/\S*)?")
_ID: Final = re.compile(r"\[([^\[\]]+)\]")
_DATE: Final = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?~?")


def faults(rows: Sequence[Official]) -> Iterator[str]:
    """A line for each fault of a row, and for rows that say the same thing or stand out of order."""
    known = {row.official_id for row in rows}
    for row in rows:
        yield from (f"{row.official_id}: {fault}" for fault in (*_value(row), *_dates(row), *_origins(row, known)))
    yield from _twice(rows)
    ids = [row.official_id for row in rows]
    yield from (
        f"{later}: stands after {earlier}; the rows are in the order of their ids"
        for earlier, later in pairwise(ids)
        if later <= earlier
    )


def _value(row: Official) -> Iterator[str]:
    """A value has unit, precision and change; a decrease is told by the change, not by a minus."""
    if row.value is None:
        if row.unit or row.precision is not None or row.change or row.derivation:
            yield "without a value, unit, precision, change and derivation are empty"
        return
    if not row.unit or row.precision is None or not row.change:
        yield "a value needs unit, precision and change"
        return
    if row.precision <= 0 or row.value % row.precision != 0:
        yield f"{row.value} is no multiple of its precision, {row.precision}"
    if row.change != "level" and row.value < 0:
        yield f"the {row.change} is {row.value}; its size is positive, its sign stands in the column change"
    if row.unit == "rank" and (row.value < 1 or row.value != row.value.to_integral_value()):
        yield f"{row.value} is no rank"


def _dates(row: Official) -> Iterator[str]:
    """Dates are of the calendar, a period does not end before it begins, and nothing is read before its release."""
    named = {"read_on": row.read_on, "released": row.released}
    named |= {f"period ({part})": part for part in row.period.split("/") if part not in {"", ".."}}
    wrong = [f"{name}: {written} is no date" for name, written in named.items() if _first_day(written) is None]
    yield from wrong
    if wrong:
        return
    start, slash, end = row.period.partition("/")
    if slash and {start, end}.isdisjoint({"", ".."}) and str(_first_day(start)) > str(_first_day(end)):
        yield f"the period {row.period} ends before it begins"
    if str(_first_day(row.released)) > row.read_on:
        yield f"released {row.released}, after it was read on {row.read_on}"


def _first_day(written: str) -> date | None:
    found = _DATE.fullmatch(written)
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2] or 1), int(found[3] or 1))
    except ValueError:
        return None


def _origins(row: Official, known: set[str]) -> Iterator[str]:
    for address in row.read_in.split():
        if _REPOSITORY.fullmatch(address) and not _COMMIT.fullmatch(address):
            yield f"{address} names no commit: a repository changes"
    for name in _ID.findall(row.derivation):
        if name == row.official_id or name not in known:
            yield f"it is derived from {name}, which is {'itself' if name in known else 'no row'}"


def _twice(rows: Sequence[Official]) -> Iterator[str]:
    """Rows of one thing, period, vintage, standing and publisher: one figure entered twice."""
    first: dict[tuple[str | Decimal | None, ...], str] = {}
    for row in rows:
        key = (
            row.indicator, row.category, row.geography, row.partner, row.period, row.unit, row.status, row.released,
            row.publisher, row.definition if row.value is not None else row.title,
        )  # fmt: skip
        other = first.setdefault(key, row.official_id)
        if other != row.official_id:
            yield f"{row.official_id}: the same thing, period, vintage and publisher as {other}"
