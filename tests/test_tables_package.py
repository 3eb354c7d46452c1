"""The descriptor and the tables as a stranger opens them: frictionless, pandas, polars, DuckDB, and our own loader."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from decimal import Decimal

import duckdb
import frictionless
import pandas as pd
import polars as pl
import pytest

from usmex_data.catalogue import topics
from usmex_data.corpus import load_sources
from usmex_data.export import export
from usmex_data.tables.fields import meaning, meanings
from usmex_data.tables.load import load

NAMES = tuple(meanings())


def descriptor(built):
    return json.loads((built / "data/clean/datapackage.json").read_bytes())


def written(built, name):
    """The rows of a CSV as the standard library reads them, every cell a string."""
    with (built / f"data/clean/{name}.csv").open(encoding="utf-8", newline="") as lines:
        header, *rows = csv.reader(lines)
    return header, rows


def same(cell, found):
    """Whether what a reader made of a cell is the cell: empty, a number of the same size, a date, or the same words."""
    if cell == "":
        return bool(pd.isna(found)) or found == ""
    if isinstance(found, bool):
        return cell.lower() == str(found).lower()
    if isinstance(found, (int, float, Decimal)):
        return float(cell) == float(found)
    return str(found) == cell


def differing(built, name, frame_rows):
    header, rows = written(built, name)
    assert len(frame_rows) == len(rows)
    return [
        (row[0], column, cell, found)
        for row, found_row in zip(rows, frame_rows, strict=True)
        for column, cell, found in zip(header, row, found_row, strict=True)
        if not same(cell, found)
    ]


# --- as strangers open them ---


@pytest.mark.parametrize("name", NAMES)
def test_pandas_reads_what_is_written(built, name):
    frame = pd.read_csv(built / f"data/clean/{name}.csv")
    assert tuple(frame.columns) == meaning(name).columns
    assert differing(built, name, list(frame.itertuples(index=False, name=None))) == []


@pytest.mark.parametrize("name", NAMES)
def test_polars_reads_what_is_written(built, name):
    frame = pl.read_csv(built / f"data/clean/{name}.csv", infer_schema_length=None)
    assert tuple(frame.columns) == meaning(name).columns
    assert differing(built, name, frame.rows()) == []


@pytest.mark.parametrize("name", NAMES)
def test_duckdb_reads_what_is_written(built, name):
    with duckdb.connect() as connection:
        found = connection.execute("SELECT * FROM read_csv(?)", [str(built / f"data/clean/{name}.csv")])
        assert tuple(column[0] for column in found.description) == meaning(name).columns
        assert differing(built, name, found.fetchall()) == []


def test_frictionless_finds_nothing_wrong(built):
    report = frictionless.validate(str(built / "data/clean/datapackage.json"))
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert report.valid
    assert report.stats["tasks"] == len(NAMES)


@pytest.mark.parametrize(
    ("pattern", "replacement", "said"),
    [(rb"(?m)^(white-papers-\d+,f-)", rb"\g<1>z", "pattern"), (rb",body,", b",column,", "enum")],
)
def test_frictionless_does_find_what_is_wrong(built, tmp_path, pattern, replacement, said):
    for path in (built / "data/clean").iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    claims = tmp_path / "claims.csv"
    claims.write_bytes(re.sub(pattern, replacement, claims.read_bytes(), count=1))
    found = frictionless.validate(str(tmp_path / "datapackage.json"))
    assert not found.valid
    assert any(said in message or "hash" in message for (message,) in found.flatten(["message"]))


# --- all topics at once, read as docs/using-the-data.md says ---

TOPICS = [topic.id for topic in topics()]


def types():
    """The columns that hold text, as a reader must be told where every cell that is filled is a year."""
    return [field.name for field in meaning("trade").fields if field.type in {"string", "list"}]


def facts_of(built):
    """Facts and their periods, as the CSVs have them."""
    return sorted((row[0], row[6]) for name in TOPICS for row in written(built, name)[1])


def test_pandas_joins_the_topics(built):
    paths = [built / f"data/clean/{name}.csv" for name in TOPICS]
    frame = pd.concat([pd.read_csv(path, dtype=dict.fromkeys(types(), "str")) for path in paths])
    assert sorted(zip(frame["fact_id"], frame["period"].fillna(""), strict=True)) == facts_of(built)


def test_polars_joins_the_topics_from_parquet(built, tmp_path):
    export(tmp_path, ["parquet"], root=built)
    frame = pl.concat([pl.read_parquet(tmp_path / "parquet" / f"{name}.parquet") for name in TOPICS])
    assert sorted(zip(frame["fact_id"], frame["period"].fill_null(""), strict=True)) == facts_of(built)


def test_duckdb_joins_the_topics(built):
    paths = [str(built / f"data/clean/{name}.csv") for name in TOPICS]
    query = "SELECT fact_id, coalesce(period, '') FROM read_csv(?, types={'period': 'VARCHAR'}, union_by_name=true)"
    with duckdb.connect() as connection:
        assert sorted(connection.execute(query, [paths]).fetchall()) == facts_of(built)


def test_facts_are_the_topics(built):
    header, rows = written(built, "facts")
    at = header.index("period")
    assert sorted((row[0], row[at]) for row in rows) == facts_of(built)
    unaided = pd.read_csv(built / "data/clean/facts.csv")
    assert list(unaided["period"].fillna("")) == [row[at] for row in rows]


# --- the bytes ---


@pytest.mark.parametrize("name", NAMES)
def test_the_bytes_are_plain(built, name):
    content = (built / f"data/clean/{name}.csv").read_bytes()
    assert not content.startswith(b"\xef\xbb\xbf")
    assert b"\r" not in content
    assert content.endswith(b"\n")
    assert not content.endswith(b"\n\n")
    assert content.decode("utf-8").count("\0") == 0


@pytest.mark.parametrize("name", NAMES)
def test_numbers_are_plain(built, name):
    header, rows = written(built, name)
    kinds = {field.name: field.type for field in meaning(name).fields}
    for row in rows:
        for column, cell in zip(header, row, strict=True):
            if kinds[column] in {"number", "integer", "year"} and cell:
                assert re.fullmatch(r"-?(0|[1-9]\d*)(\.\d*[1-9])?", cell), (name, row[0], column, cell)


# --- the descriptor ---


def test_it_describes_every_file_and_no_other(built):
    found = descriptor(built)
    assert found["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert {each["path"] for each in found["resources"]} | {"datapackage.json"} == {
        path.name for path in (built / "data/clean").iterdir()
    }
    for each in found["resources"]:
        content = (built / "data/clean" / each["path"]).read_bytes()
        assert each["bytes"] == len(content)
        assert each["hash"] == f"sha256:{hashlib.sha256(content).hexdigest()}"
        assert each["licenses"][0]["name"] == "CC-BY-4.0"


def test_every_field_is_typed_and_described(built):
    for each in descriptor(built)["resources"]:
        header, _ = written(built, each["name"])
        assert [field["name"] for field in each["schema"]["fields"]] == header
        for field in each["schema"]["fields"]:
            assert field["type"] in {"string", "integer", "number", "year", "list"}
            assert len(field["title"]) > 1
            assert len(field["description"]) > 15
            assert field["description"].endswith(".")
        assert each["title"]
        assert len(each["description"]) > 40


def test_keys_refer_to_tables_that_are_there(built):
    resources = {each["name"]: each for each in descriptor(built)["resources"]}
    referring = 0
    for each in resources.values():
        columns = {field["name"] for field in each["schema"]["fields"]}
        assert set(each["schema"]["primaryKey"]) <= columns
        for key in each["schema"].get("foreignKeys", ()):
            target = resources[key["reference"].get("resource", each["name"])]
            assert set(key["fields"]) <= columns
            assert set(key["reference"]["fields"]) <= {field["name"] for field in target["schema"]["fields"]}
            referring += 1
    assert referring > 15


def test_it_names_the_sources_and_no_time(built):
    found = descriptor(built)
    assert [each["title"] for each in found["sources"]] == [source.title for source in load_sources(built)]
    assert "created" not in found
    assert "© UC San Diego" in found["description"]


# --- our own loader ---


@pytest.mark.parametrize("name", NAMES)
def test_load_gives_what_is_written_in_proper_types(built, name):
    frame = load(name)
    dtypes = {field.name: str(frame[field.name].dtype) for field in meaning(name).fields}
    for field in meaning(name).fields:
        if field.type in {"integer", "year"}:
            assert dtypes[field.name] == "Int64"
        elif field.type == "number":
            assert dtypes[field.name] == "Float64"
        else:
            assert dtypes[field.name] == ("category" if field.category else "str")
    assert differing(built, name, list(frame.itertuples(index=False, name=None))) == []


def test_a_topic_is_described_by_what_it_takes_in(built):
    described = {each["name"]: each["description"] for each in descriptor(built)["resources"]}
    for topic in topics():
        assert described[topic.id].startswith(topic.takes_in)
