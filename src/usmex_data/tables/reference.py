"""The tables that say what codes mean: indicators, topics, sources, doubts, units, places and bodies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Final

from usmex_data.catalogue import indicators, table, topics
from usmex_data.catalogue.bodies import Body, bodies
from usmex_data.catalogue.doubts import doubts
from usmex_data.catalogue.unit import Unit
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.corpus import Source
from usmex_data.errors import UsmexDataError
from usmex_data.language import table as words
from usmex_data.tables.csv_format import Cell, Table
from usmex_data.tables.fields import meaning

__all__ = ["reference_tables", "unit_row"]


# ISO 3166-2 begins with the two letters of a country, which the data names by three: those that places.toml parts.
_ALPHA_3: Final = {
    "AU": "AUS", "BR": "BRA", "CA": "CAN", "CN": "CHN", "DE": "DEU", "ES": "ESP", "GB": "GBR", "IN": "IND", "MX": "MEX",
    "US": "USA",
}  # fmt: skip


def reference_tables(
    claims: Sequence[Claim], quantities: Sequence[QuantityRow], sources: Sequence[Source]
) -> list[Table]:
    """The tables of indicators, topics, sources, doubts, units, regions and bodies, with how often
    the data has each.

    Raises ``UsmexDataError`` for a unit or a place of the data that nothing declares.
    """
    return [
        _table("indicators", _indicators(claims)),
        _table("topics", _topics(claims)),
        _table("sources", _sources(claims, quantities, sources)),
        _table("doubts", _doubts(claims)),
        _table("units", _units(claims, quantities)),
        _table("regions", _regions(claims)),
        _table("bodies", _bodies(claims)),
    ]


def _table(name: str, rows: Iterable[Mapping[str, Cell]]) -> Table:
    columns = meaning(name).columns
    return Table(name, columns, tuple(tuple(row[column] for column in columns) for row in rows))


def _counts(claims: Sequence[Claim], key: Callable[[Claim], str]) -> tuple[Counter[str], Counter[str]]:
    """How many facts and how many claims each key has."""
    facts = {(key(claim), claim.fact_id) for claim in claims}
    return Counter(name for name, _ in facts), Counter(key(claim) for claim in claims)


def _indicators(claims: Sequence[Claim]) -> Iterator[dict[str, Cell]]:
    facts, found = _counts(claims, lambda claim: claim.indicator)
    for each in indicators():
        yield {
            "id": each.id,
            "title": each.title,
            "definition": each.definition,
            "unit": each.unit,
            "topic": each.topic,
            "n_facts": facts[each.id],
            "n_claims": found[each.id],
        }


def _topics(claims: Sequence[Claim]) -> Iterator[dict[str, Cell]]:
    facts, found = _counts(claims, lambda claim: claim.topic)
    for each in topics():
        counted = {"n_facts": facts[each.id], "n_claims": found[each.id]}
        yield {"id": each.id, "title": each.title, "takes_in": each.takes_in, **counted}


def _doubts(claims: Sequence[Claim]) -> Iterator[dict[str, Cell]]:
    found = Counter(str(reason) for claim in claims for reason in claim.doubt)
    for name, definition in doubts().items():
        yield {"id": name, "definition": definition, "n_claims": found[name]}


def _sources(
    claims: Sequence[Claim], quantities: Sequence[QuantityRow], sources: Sequence[Source]
) -> Iterator[dict[str, Cell]]:
    every = Counter(quantity.source for quantity in quantities)
    found = Counter(claim.source for claim in claims)
    own = Counter(claim.source for claim in claims if not claim.copy_of)
    for each in sources:
        yield {
            "id": each.id,
            "title": each.title,
            "authors": each.authors,
            "publisher": each.publisher,
            "published": each.published,
            "not_before": each.not_before,
            "language": each.language,
            "kind": each.kind,
            "file": each.file,
            "bytes": each.bytes,
            "sha256": each.sha256,
            "rights": each.rights,
            "n_quantities": every[each.id],
            "n_claims": found[each.id],
            "n_statements": own[each.id],
        }


def _bodies(claims: Sequence[Claim]) -> Iterator[dict[str, Cell]]:
    """The declared bodies, then those that the texts credit and nothing declares."""
    found = Counter(claim.attribution for claim in claims if claim.attribution)
    declared = bodies()
    others = sorted(set(found) - {body.id for body in declared})
    for body in (*declared, *(Body(name, name) for name in others)):
        yield {"id": body.id, "name": body.name, "names": body.names, "place": body.place, "n_claims": found[body.id]}


# --- units ---------------------------------------------------------------------------------------------------------


def _units(claims: Sequence[Claim], quantities: Sequence[QuantityRow]) -> Iterator[dict[str, Cell]]:
    declared: dict[str, Any] = table("units")["unit"]
    found = Counter(claim.unit for claim in claims)
    used = {quantity.unit for quantity in quantities if quantity.unit} | set(found)
    for name in (*declared, *sorted(used - set(declared))):
        yield {**unit_row(name), "n_claims": found[name]}


def unit_row(name: str) -> dict[str, Cell]:
    """Id, title, definition, dimension and pint's notation of a unit; a rate that is not declared is composed.

    Raises ``UsmexDataError`` for a unit that ``units.toml`` does not declare, in whole or by its parts.
    """
    return {"id": name, **Unit.of(name).row()}


# --- places --------------------------------------------------------------------------------------------------------


def _regions(claims: Sequence[Claim]) -> Iterator[dict[str, Cell]]:
    found: Counter[str] = Counter()
    for claim in claims:
        found.update({code for field in (claim.geography, claim.partner) for code in field.split("+") if code})
    regions: dict[str, Any] = table("regions")["region"]
    for code, entry in regions.items():
        yield {
            "id": code,
            "name": entry["name"],
            "kind": "region",
            "definition": entry["definition"],
            "origin": entry["source"],
            "members": tuple(entry.get("members", ())),
            "within": tuple(entry.get("within", ())),
            "n_claims": found[code],
        }
    for code in sorted(set(found) - set(regions)):
        yield {**_standard_place(code), "n_claims": found[code]}


def _standard_place(code: str) -> dict[str, Cell]:
    """The row of a country or subdivision, whose code ISO 3166 defines."""
    places = words("places")
    kind = "subdivision" if "-" in code else "country"
    if code not in places[kind]:
        raise UsmexDataError(f"there is no place {code!r}", where="places.toml", remedy="declare it there")
    name = places[kind][code]["names"][0]
    country = code.partition("-")[0]
    standard = "ISO 3166-2" if kind == "subdivision" else "ISO 3166-1"
    return {
        "id": code,
        "name": name,
        "kind": kind,
        "definition": f"{name}, as {standard} has it.",
        "origin": standard,
        "members": (),
        "within": (_ALPHA_3[country],) if kind == "subdivision" else (),
    }
