"""The tables in other forms: the same cells with their types, the same bytes each time, nothing run or guessed at."""

from __future__ import annotations

import csv
import io
import sqlite3
import zipfile
from pathlib import Path

import openpyxl
import pandas as pd
import pyarrow.parquet as pq
import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.export import FORMS, export
from usmex_data.export.archive import ARCHIVE
from usmex_data.export.sqlite import SQLITE, sqlite_file
from usmex_data.export.typed import TypedTable
from usmex_data.export.workbook import WORKBOOK, workbook_file
from usmex_data.tables.fields import meaning, meanings

NAMES = tuple(meanings())
HOSTILE = ("=1+1", "+1", "-1", "@SUM(A1)", "50-50", "2019-04", "1e5", "007", "café – ñ", "https://example.org/x")


ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def exported(built_once, tmp_path_factory):
    folder = tmp_path_factory.mktemp("export")
    export(folder, root=built_once)
    return folder


def written(built, name):
    """The rows of a CSV as the standard library reads them, every cell a string."""
    with (built / f"data/clean/{name}.csv").open(encoding="utf-8", newline="") as lines:
        _, *rows = csv.reader(lines)
    return rows


def as_text(kind, value):
    """What a CSV has for a value read back, whose type must be that of its column."""
    if value is None:
        return ""
    expected = {"string": str, "list": (str, list), "integer": int, "year": int, "number": (int, float)}[kind]
    assert isinstance(value, expected), (kind, value)
    if kind == "list":
        return value if isinstance(value, str) else ";".join(value)
    return str(value) if kind != "number" else value


def same(kind, cell, value):
    found = as_text(kind, value)
    return found == (float(cell) if kind == "number" and cell else cell)


def differing(name, rows, found):
    table = meaning(name)
    assert len(rows) == len(found)
    return [
        (row[0], field.name, cell, value)
        for row, values in zip(rows, found, strict=True)
        for field, cell, value in zip(table.fields, row, values, strict=True)
        if not same(field.type, cell, value)
    ]


@pytest.mark.parametrize("name", NAMES)
def test_parquet_has_the_cells_of_the_csv(built, exported, name):
    table = pq.read_table(exported / "parquet" / f"{name}.parquet")
    found = [tuple(row.values()) for row in table.to_pylist()]
    assert differing(name, written(built, name), found) == []
    assert all(field.metadata[b"description"] for field in table.schema)


@pytest.mark.parametrize("name", NAMES)
def test_sqlite_has_the_cells_of_the_csv(built, exported, name):
    database = sqlite3.connect(exported / SQLITE)
    found = database.execute(f'SELECT * FROM "{name}"').fetchall()
    database.close()
    assert differing(name, written(built, name), found) == []


@pytest.fixture(scope="module")
def workbook(exported):
    return openpyxl.load_workbook(exported / WORKBOOK)


@pytest.mark.parametrize("name", NAMES)
def test_the_workbook_has_the_cells_of_the_csv(built, workbook, name):
    sheet = workbook[name]
    head, *found = sheet.iter_rows(values_only=True)
    assert head == meaning(name).columns
    assert sheet.freeze_panes == "B2"
    assert differing(name, written(built, name), found) == []


def test_the_workbook_says_what_it_is(workbook):
    about = {row[0]: row[1] for row in workbook["about"].iter_rows(values_only=True)}
    assert "register of claims" in about["description"]
    described = {(row[0], row[1]) for row in workbook["codebook"].iter_rows(min_row=2, values_only=True)}
    assert described == {(name, column) for name in NAMES for column in meaning(name).columns}


def test_lists_of_keys_join_in_sqlite(exported):
    database = sqlite3.connect(exported / SQLITE)
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    query = """SELECT trade.n_claims, count(*) FROM trade JOIN trade_claim_ids USING (fact_id)
               JOIN claims USING (claim_id) WHERE claims.fact_id = trade.fact_id GROUP BY trade.fact_id"""
    counted = database.execute(query).fetchall()
    facts = database.execute("SELECT count(*) FROM trade").fetchone()[0]
    database.close()
    assert len(counted) == facts
    assert all(expected == found for expected, found in counted)


def hostile():
    """A table of cells that spreadsheets would run or make something else of."""
    table = meaning("topics")
    return (TypedTable(table, tuple((f"t{at}", text, text, 1, 1) for at, text in enumerate(HOSTILE))),)


def test_no_cell_becomes_a_formula_a_link_a_number_or_a_date():
    book = openpyxl.load_workbook(io.BytesIO(workbook_file(hostile())))
    cells = [row[1] for row in book["topics"].iter_rows(min_row=2)]
    assert [cell.value for cell in cells] == list(HOSTILE)
    assert {cell.data_type for cell in cells} == {"s"}
    assert all(cell.hyperlink is None for cell in cells)


def test_text_stays_text_in_sqlite(tmp_path):
    path = tmp_path / "x.sqlite"
    path.write_bytes(sqlite_file(hostile()))
    database = sqlite3.connect(path)
    assert [row[0] for row in database.execute("SELECT title FROM topics")] == list(HOSTILE)
    database.close()


def test_the_archive_is_complete(tmp_path):
    export(tmp_path, ["zip"], root=ROOT)
    with zipfile.ZipFile(tmp_path / ARCHIVE) as archive:
        files = {name.partition("/")[2]: archive.read(name) for name in archive.namelist()}
    clean = {path.name: path.read_bytes() for path in (ROOT / "data/clean").iterdir()}
    assert {name: files[name] for name in clean} == clean
    assert set(files) - set(clean) == {"codebook.md", "LICENSE-DATA", "CITATION.cff"}
    codebook = files["codebook.md"].decode("utf-8")
    assert all(f"## {name}.csv" in codebook for name in NAMES)


def test_the_same_tables_are_the_same_bytes(built, exported, tmp_path):
    for path in export(tmp_path, root=built):
        assert path.read_bytes() == (exported / path.relative_to(tmp_path)).read_bytes(), path.name


def test_a_form_that_there_is_not(built, tmp_path):
    with pytest.raises(UsmexDataError, match="stata") as caught:
        export(tmp_path, ["stata"], root=built)
    assert all(form in caught.value.remedy for form in FORMS)


def test_a_folder_that_is_a_file(built, tmp_path):
    (tmp_path / "taken").write_text("")
    with pytest.raises(UsmexDataError, match="cannot be written"):
        export(tmp_path / "taken", ["zip"], root=built)


def test_a_library_that_is_not_there(built, tmp_path, monkeypatch):
    monkeypatch.setitem(__import__("sys").modules, "xlsxwriter.workbook", None)
    with pytest.raises(UsmexDataError, match="not installed") as caught:
        export(tmp_path, ["xlsx"], root=built)
    assert "export" in caught.value.remedy


def test_pandas_reads_types_from_parquet(exported):
    frame = pd.read_parquet(exported / "parquet" / "trade.parquet")
    assert frame["period"].dropna().map(type).eq(str).all()
