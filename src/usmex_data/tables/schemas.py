"""What tables must meet before they are written: schemas made from ``fields.toml``, and what ties cells together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from usmex_data.catalogue.doubts import doubts
from usmex_data.codebook.facts import EQUAL
from usmex_data.errors import UsmexDataError
from usmex_data.tables.csv_format import LIST_SEPARATOR, Table, cell
from usmex_data.tables.fields import Field, TableMeaning, meaning
from usmex_data.tables.frames import frame_of

if TYPE_CHECKING:
    import pandas as pd
    import pandera.pandas as pa

__all__ = ["check", "check_table", "schema_of"]

_SHOWN: Final = 5
_WORDS_OF_THE_QUOTE: Final = ("counted", "base", "subject", "hedge", "period_text")

Row = Mapping[str, str]


def check(tables: Sequence[Table]) -> None:
    """Raise ``UsmexDataError`` unless every table is as it should be, alone and beside the others.

    The error names the first rows that are not, each with what is wrong, and counts the rest.
    """
    rows = {table.name: _rows(table) for table in tables}
    for table in tables:
        check_table(table)
    problems = [*_references(tables, rows), *_facts(rows.get("claims", ())), *_spans(rows)]
    _refuse(problems, "the tables do not fit each other", "a defect of the rules or of the catalogue: mend it there")


def check_table(table: Table) -> None:
    """Raise ``UsmexDataError`` unless a table's columns, cells and rows are as ``fields.toml`` and the contract say."""
    said = meaning(table.name)
    if table.columns != said.columns:
        raise UsmexDataError(
            f"its columns are {', '.join(table.columns)}", where=f"{table.name}.csv", remedy=", ".join(said.columns)
        )
    rows = _rows(table)
    key = said.key[0]
    problems = list(_cells(said, table))
    if not problems:
        # Only rows whose cells are sound can be asked how these hang together.
        problems = [
            f"{row[key]}: {wrong}" for row in rows for rule in _RULES.get(table.name, ()) for wrong in rule(row)
        ]
    _refuse(
        problems, f"{table.name}.csv is not as it should be", "a defect of the rules or of the catalogue: mend it there"
    )


def schema_of(table: TableMeaning) -> pa.DataFrameSchema:
    """The pandera schema of a table: types, required cells, closed lists, patterns, smallest numbers, no key twice."""
    import pandera.pandas as pa

    return pa.DataFrameSchema(
        {field.name: _column(field) for field in table.fields},
        strict=True,
        ordered=True,
        unique=list(table.key),
        name=table.name,
    )


def _column(field: Field) -> pa.Column:
    import pandera.pandas as pa

    checks = []
    if field.values:
        checks.append(pa.Check.isin(field.values, error=f"must be one of {', '.join(field.values)}"))
    if field.pattern:
        checks.append(pa.Check.str_matches(f"^(?:{field.pattern})$", error=f"must have the form {field.pattern}"))
    if field.minimum is not None:
        checks.append(pa.Check.ge(field.minimum, error=f"must be {field.minimum} or more"))
    return pa.Column(None, checks, nullable=not field.required, unique=field.unique, description=field.description)


def _rows(table: Table) -> list[dict[str, str]]:
    return [dict(zip(table.columns, map(cell, row), strict=True)) for row in table.rows]


def _refuse(problems: Sequence[str], what: str, remedy: str) -> None:
    if not problems:
        return
    more = [f"… and {len(problems) - _SHOWN} more"] if len(problems) > _SHOWN else []
    raise UsmexDataError("\n  ".join([what, *problems[:_SHOWN], *more]), remedy=remedy)


# --- cells ---------------------------------------------------------------------------------------------------------


def _cells(said: TableMeaning, table: Table) -> Iterator[str]:
    """What pandera finds wrong with the cells, a line each, in words."""
    from pandera.errors import SchemaErrors

    try:
        frame = frame_of(said, [[cell(value) for value in row] for row in table.rows], categories=False)
    except ValueError as error:
        yield f"a cell is not of its column's type: {error}"
        return
    try:
        schema_of(said).validate(frame, lazy=True)
    except SchemaErrors as error:
        yield from _in_words(said, error.failure_cases, frame)


def _in_words(said: TableMeaning, cases: pd.DataFrame, frame: pd.DataFrame) -> Iterator[str]:
    key = frame[said.key[0]]
    for case in cases.to_dict("records"):
        column, index, check_name = case["column"], case["index"], str(case["check"])
        row = key.iloc[int(index)] if index == index and index is not None else said.name  # noqa: PLR0124 - NaN
        if check_name == "not_nullable":
            yield f"{row}: {column} must not be empty"
        elif "unique" in check_name:
            yield f"{row}: {column} {case['failure_case']!r} stands in more than one row"
        else:
            yield f"{row}: {column} {case['failure_case']!r} {check_name}"


# --- rows ----------------------------------------------------------------------------------------------------------


def _bounds(row: Row) -> Iterator[str]:
    """Value and bounds as the modifier has them."""
    value, low, high, modifier = row["value"], row["value_low"], row["value_high"], row["modifier"]
    expected = {
        "exact": (value, value),
        "at_least": (value, ""),
        "at_most": ("", value),
        "approx": ("", ""),
    }
    if modifier == "range":
        if value or not (low and high) or float(low) > float(high):
            yield f"a range has two ends, the lower first, and no value: {low!r} to {high!r}, value {value!r}"
    elif not value:
        yield f"{modifier} without a value"
    elif (low, high) != expected[modifier]:
        yield f"{modifier} {value} cannot be bounded by {low!r} and {high!r}"


def _span(row: Row) -> Iterator[str]:
    if int(row["start"]) >= int(row["end"]):
        yield f"its span ends where it begins: {row['start']} to {row['end']}"


def _quoted(row: Row) -> Iterator[str]:
    """The quote holds the text where it says, and the words that are said to be its own."""
    quote = row["quote"]
    if quote[int(row["quote_start"]) : int(row["quote_end"])] != row["text"]:
        yield f"quote_start and quote_end do not show {row['text']!r} in the quote"
    for column in _WORDS_OF_THE_QUOTE:
        if row[column] not in quote:
            yield f"{column} {row[column]!r} is not in the quote"


def _places(row: Row) -> Iterator[str]:
    for column in ("geography", "partner"):
        codes = row[column].split("+")
        if codes != sorted(set(codes)):
            yield f"{column} {row[column]!r} is not in order, or has a place twice"


def _doubted(row: Row) -> Iterator[str]:
    if not row["unit"] and "unit_unknown" not in row["doubt"].split(LIST_SEPARATOR):
        yield "unit must not be empty without the doubt unit_unknown"
    for reason in filter(None, row["doubt"].split(LIST_SEPARATOR)):
        if reason not in doubts():
            yield f"doubt {reason!r} is none of {', '.join(doubts())}"


def _id_of_source(row: Row) -> Iterator[str]:
    if row["claim_id"].rpartition("-")[0] != row["source"]:
        yield f"its id does not begin with its source, {row['source']}"


def _disposed(row: Row) -> Iterator[str]:
    if (row["disposition"] == "claim") != bool(row["claim_id"]):
        yield f"disposition {row['disposition']!r} with claim_id {row['claim_id']!r}"


_RULES: Final[dict[str, tuple[Callable[[Row], Iterable[str]], ...]]] = {
    "claims": (_bounds, _span, _quoted, _places, _doubted, _id_of_source),
    "quantities": (_span, _disposed),
}


# --- between rows and tables ---------------------------------------------------------------------------------------


def _references(tables: Sequence[Table], rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Keys of other tables that these do not have; of a list, each key for itself."""
    for table in tables:
        said = meaning(table.name)
        for column, target, key in said.refers:
            known = {row[key] for row in rows.get(target, ())}
            lists = said.holds_lists(column)
            for row in rows[table.name]:
                for each in row[column].split(LIST_SEPARATOR) if lists else [row[column]]:
                    if each and each not in known:
                        yield f"{table.name}.csv, {row[said.key[0]]}: {target}.csv has no {key} {each!r}"


def _facts(claims: Sequence[Row]) -> Iterator[str]:
    """Claims of one fact are equal in what makes a fact; copies are of originals; topics are their indicators'."""
    first: dict[str, Row] = {}
    originals = {row["claim_id"] for row in claims if not row["copy_of"]}
    for row in claims:
        other = first.setdefault(row["fact_id"], row)
        odd = [column for column in EQUAL if row[column] != other[column]]
        if odd:
            yield f"{row['claim_id']} and {other['claim_id']} are one fact and differ in {', '.join(odd)}"
        if row["copy_of"] and row["copy_of"] not in originals:
            yield f"{row['claim_id']} copies {row['copy_of']}, which is a copy itself"


def _spans(rows: Mapping[str, Sequence[Row]]) -> Iterator[str]:
    """Spans of one source that overlap, in claims and in quantities."""
    for name, key in (("claims", "claim_id"), ("quantities", "quantity_id")):
        ordered = sorted(rows.get(name, ()), key=lambda row: (row["source"], int(row["start"]), int(row["end"])))
        for row, later in pairwise(ordered):
            if row["source"] == later["source"] and int(later["start"]) < int(row["end"]):
                yield f"{name}.csv: {row[key]} and {later[key]} overlap"
