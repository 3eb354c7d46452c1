"""Claims and quantities as tables: the rows as they are, and a tidy table for each topic, one row a fact."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import fields
from operator import attrgetter
from typing import TYPE_CHECKING, Final, TypeVar

from usmex_data.addresses import claim_address
from usmex_data.catalogue import indicators
from usmex_data.catalogue.unit import Unit
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.corpus import Source
from usmex_data.errors import UsmexDataError
from usmex_data.tables.comparable import converted
from usmex_data.tables.csv_format import Cell, Table
from usmex_data.tables.fields import meaning, tidy_names

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

__all__ = ["claims_table", "facts_table", "quantities_table", "stated_year", "table_of", "tidy_tables", "year_of"]

_Row = TypeVar("_Row", bound="DataclassInstance")
_UNDATED: Final = 9999
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
    _refuse_fact_in_two(topics)
    facts = _Facts(sources)
    return [_table(name, map(facts.cells, _by_fact(found))) for name, found in topics.items()]


def facts_table(claims: Iterable[Claim], sources: Sequence[Source]) -> Table:
    """The table ``facts``: all topics in one, in the order in which the sources first state them.

    Beside what a tidy table has: the earliest claim that is no copy, and the figures in a unit that compares.
    """
    facts = _Facts(sources)
    return _table(
        "facts", (facts.cells(group) | facts.first(group) | _comparable(group[0]) for group in _by_fact(claims))
    )


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


def _by_fact(claims: Iterable[Claim]) -> Iterable[list[Claim]]:
    facts: dict[str, list[Claim]] = {}
    for claim in claims:
        facts.setdefault(claim.fact_id, []).append(claim)
    return facts.values()


def _table(name: str, rows: Iterable[Mapping[str, Cell]]) -> Table:
    columns = meaning(name).columns
    return Table(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


class _Facts:
    """Makes the cells of facts: what is known of indicators and sources beside the claims themselves."""

    def __init__(self, sources: Sequence[Source]) -> None:
        self._titles = {indicator.id: indicator.title for indicator in indicators()}
        self._years = {source.id: stated_year(source) for source in sources}

    def cells(self, claims: Sequence[Claim]) -> dict[str, Cell]:
        """The cells of one fact; its claims are equal in all that a tidy row says but in whom they credit."""
        first = claims[0]
        said = [year for claim in claims if (year := self._years[claim.source]) is not None]
        return {
            "fact_id": first.fact_id,
            "indicator": first.indicator,
            "title": self._titles.get(first.indicator, ""),
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
            "attribution": tuple(dict.fromkeys(claim.attribution for claim in claims if claim.attribution)),
            "n_statements": sum(not claim.copy_of for claim in claims),
            "n_claims": len(claims),
            "claim_ids": tuple(claim.claim_id for claim in claims),
        }

    def first(self, claims: Sequence[Claim]) -> dict[str, Cell]:
        """Topic, source, sentence and address of the earliest claim of a fact; of those of one year, an original's."""
        claim = min(claims, key=lambda each: (bool(each.copy_of), self._years[each.source] or _UNDATED))
        address = claim_address(claim.claim_id, root="")
        return {"topic": claim.topic, "source": claim.source, "quote": claim.quote, "address": address}


def _comparable(claim: Claim) -> dict[str, Cell]:
    return {
        "comparable_value": converted(claim.value, claim.unit),
        "comparable_low": converted(claim.value_low, claim.unit),
        "comparable_high": converted(claim.value_high, claim.unit),
        "comparable_unit": Unit.of(claim.unit).comparable,
    }
