"""Claims and quantities as tables: the rows as they are, and a tidy table for each topic, one row a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from usmex_data.catalogue import indicators
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.corpus import Source
from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import Cell, Table
from usmex_data.tables.fields import meaning, tidy_names

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["claims_table", "quantities_table", "stated_year", "table_of", "tidy_tables", "year_of"]

_Row = TypeVar("_Row", bound="DataclassInstance")
_YEAR: Final = re.compile(r"(\d{4})(?:-\d{2}){0,2}[?~%]?")


def claims_table(claims: Iterable[Claim]) -> Table:
    """The table ``claims``: the claims in their order."""
    return table_of("claims", Claim, claims)


def quantities_table(quantities: Iterable[QuantityRow]) -> Table:
    """The table ``quantities``: every numeric expression in its order."""
    return table_of("quantities", QuantityRow, quantities)


def tidy_tables(claims: Sequence[Claim], sources: Sequence[Source]) -> list[Table]:
    """A table for each topic, facts in the order in which the sources first state them; empty ones too.

    Raises ``UsmexDataError`` for a claim of a topic that there is not, and for one fact in two topics.
    """
    topics: dict[str, list[Claim]] = {name: [] for name in tidy_names()}
    for claim in claims:
        if claim.topic not in topics:
            raise UsmexDataError(
                f"there is no topic {claim.topic!r}", where=claim.claim_id, remedy=f"one of {', '.join(topics)}"
            )
        topics[claim.topic].append(claim)
    titles = {indicator.id: indicator.title for indicator in indicators()}
    years = {source.id: stated_year(source) for source in sources}
    _refuse_fact_in_two(topics)
    return [_tidy(name, found, titles, years) for name, found in topics.items()]


def year_of(period: str) -> int | None:
    """The year that a period (EDTF) lies in; none where it spans more than one, is open, or is not stated."""
    ends = {_YEAR.fullmatch(end) for end in period.split("/")}
    years = {int(end[1]) if end else None for end in ends}
    return years.pop() if len(years) == 1 else None


def stated_year(source: Source) -> int | None:
    """The year of a source; for one without a date, the earliest that it can be from."""
    found = _YEAR.match(source.published or source.not_before)
    return int(found[1]) if found else None


def table_of(name: str, kind: type[_Row], items: Iterable[_Row]) -> Table:
    """The table of rows that are dataclasses, whose fields are its columns.

    Raises ``UsmexDataError`` where fields.toml has other columns.
    """
    columns = meaning(name).columns
    declared = tuple(field.name for field in fields(kind))
    if columns != declared:
        odd = sorted(set(columns) ^ set(declared)) or ["their order"]
        raise UsmexDataError(
            f"fields.toml and {kind.__name__} differ in {', '.join(odd)}", where=f"table.{name}", remedy="mend one"
        )
    cells = attrgetter(*columns)
    return Table(name, columns, tuple(cells(item) for item in items))


def _refuse_fact_in_two(topics: Mapping[str, Sequence[Claim]]) -> None:
    homes: dict[str, str] = {}
    for name, claims in topics.items():
        for claim in claims:
            if homes.setdefault(claim.fact_id, name) != name:
                raise UsmexDataError(
                    f"one fact, {claim.fact_id}, in two topics: {homes[claim.fact_id]} and {name}",
                    where=claim.claim_id,
                    remedy="an indicator belongs to one topic: mend indicators.toml",
                )


def _tidy(name: str, claims: Sequence[Claim], titles: Mapping[str, str], years: Mapping[str, int | None]) -> Table:
    facts: dict[str, list[Claim]] = {}
    for claim in claims:
        facts.setdefault(claim.fact_id, []).append(claim)
    columns = meaning(name).columns
    rows = (_fact(group, titles, years) for group in facts.values())
    return Table(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


def _fact(claims: Sequence[Claim], titles: Mapping[str, str], years: Mapping[str, int | None]) -> dict[str, Cell]:
    """The cells of one fact; its claims are equal in all that a tidy row says but in whom they credit."""
    first = claims[0]
    said = [year for claim in claims if (year := years[claim.source]) is not None]
    credited = dict.fromkeys(claim.attribution for claim in claims if claim.attribution)
    return {
        "fact_id": first.fact_id,
        "indicator": first.indicator,
        "title": titles.get(first.indicator, ""),
        "category": first.category,
        "geography": first.geography,
        "partner": first.partner,
        "period": first.period,
        "year": year_of(first.period),
        "stated": min(said, default=None),
        "value": first.value,
        "value_low": first.value_low,
        "value_high": first.value_high,
        "unit": first.unit,
        "modifier": first.modifier,
        "change": first.change,
        "status": first.status,
        "base": first.base,
        "attribution": "; ".join(credited),
        "n_statements": sum(not claim.copy_of for claim in claims),
        "n_claims": len(claims),
        "claim_ids": tuple(claim.claim_id for claim in claims),
    }
