"""The record is read whole or refused, and an error names the row and what to do."""

from __future__ import annotations

import shutil

import edtf
import pytest

from record_rows import CELLS
from usmex_data.corpus import find_root
from usmex_data.errors import UsmexDataError
from usmex_data.official.read import RECORD, load_official
from usmex_data.tables.csv_format import csv_line

HEADER = csv_line(tuple(CELLS))


@pytest.fixture
def root(tmp_path):
    """A root with one row in its record."""
    (tmp_path / RECORD).mkdir(parents=True)
    write(tmp_path)
    return tmp_path


def write(root, *rows, indicators="id,title,definition,unit\n"):
    cells = [{**CELLS, **row} for row in rows or ({},)]
    text = HEADER + "".join(csv_line(tuple(row.values())) for row in cells)
    (root / RECORD / "official.csv").write_text(text, encoding="utf-8", newline="")
    (root / RECORD / "indicators.csv").write_text(indicators, encoding="utf-8", newline="")


def refusal(root) -> str:
    with pytest.raises(UsmexDataError) as error:
        load_official(root)
    return str(error.value)


def test_a_row_is_read_as_it_is_written(root) -> None:
    (row,) = load_official(root)
    assert (row.official_id, str(row.value), str(row.precision), row.readings) == ("maize-001", "4.191", "0.001", 2)
    assert row.claim_ids == ()


def test_where_there_is_no_record_there_are_no_figures(tmp_path) -> None:
    assert load_official(tmp_path) == ()


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        ({"indicator": "natural_gas_import"}, "no codebook has the indicator 'natural_gas_import'"),
        ({"unit": "cubic hogsheads"}, "there is no unit 'cubic hogsheads'"),
        ({"geography": "ATLANTIS"}, "there is no place 'ATLANTIS'"),
        ({"origin": "hearsay"}, "must be one of primary, second_hand"),
        ({"read_in": "a page that someone saw"}, "read_in"),
        ({"definition": ""}, "definition must not be empty"),
        ({"released": "last spring"}, "released"),
        ({"value": "four"}, "not of its column's type"),
    ],
)
def test_a_row_that_says_what_nothing_declares_is_refused_and_named(root, cells, said) -> None:
    write(root, cells)
    message = refusal(root)
    assert said in message
    assert "official.csv" in message
    assert "README.md" in message


def test_an_indicator_of_the_record_alone_is_declared_beside_it(root) -> None:
    declared = "id,title,definition,unit\ntortillas,Tortillas,Tortillas eaten in the period.,count\n"
    write(root, {"indicator": "tortillas", "unit": "count", "value": "3", "precision": "1"}, indicators=declared)
    assert load_official(root)[0].indicator == "tortillas"
    write(root, {"indicator": "tortillas"}, indicators=declared)
    assert "tortillas is measured in count, not bcf/day" in refusal(root)


def test_what_the_codebook_has_is_not_declared_twice(root) -> None:
    write(root, indicators="id,title,definition,unit\nnatural_gas_imports,Gas,Gas bought.,bcf/day\n")
    assert "the codebook has natural_gas_imports too" in refusal(root)


def test_a_row_that_is_cut_off_is_named_by_its_line(root) -> None:
    with (root / RECORD / "official.csv").open("a", encoding="utf-8") as file:
        file.write("maize-002,natural_gas_imports\n")
    assert "row 3 has 2 cells, not 24" in refusal(root)


def test_the_record_of_this_repository_is_sound() -> None:
    rows = load_official(find_root())
    assert len(rows) > 300
    for row in rows:
        edtf.parse_edtf(row.period)
        edtf.parse_edtf(row.released)


def test_the_record_names_no_place_of_work() -> None:
    for path in (find_root() / RECORD).glob("*"):
        text = path.read_text(encoding="utf-8").lower()
        assert not [word for word in ("stored copy", "localhost", "/work/", "/home/", "mirror") if word in text], path


def test_a_copy_of_the_record_reads_the_same(tmp_path) -> None:
    shutil.copytree(find_root() / RECORD, tmp_path / RECORD)
    assert load_official(tmp_path) == load_official(find_root())
