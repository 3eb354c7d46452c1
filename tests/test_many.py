"""Many documents at once: the rows of each, in order, and an error a document."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import count, islice

import pytest

import usmex_data as um
from usmex_data import many
from usmex_data.extraction import COLUMNS

TEXTS = (
    "Ferries carried about 40,000 passengers in 2018.",
    "No figure stands here.",
    "Rents rose by 3.5 percent, and wages by at least 2 percent.",
    "",
    "The orchard covers between 12 and 15 hectares of the valley.",
    "More than half of the teachers left within three years.",
)
SPANISH = "El gobierno de la ciudad dijo que los trabajadores ganan más de 5 pesos por hora en las plantas del norte."


def pairs(documents):
    return [(f"d{k}", TEXTS[k % len(TEXTS)]) for k in range(documents)]


def one_by_one(documents):
    return [(name, row) for name, text in documents for row in um.rows(text)]


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_documents_give_the_rows_of_each_in_order(jobs):
    documents = pairs(90)
    found = list(um.extract_many(documents, jobs=jobs))
    assert found == one_by_one(documents)
    assert {name for name, _ in found} == {f"d{k}" for k in range(90) if k % 6 not in {1, 3}}


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_document_that_cannot_be_read_is_an_error_of_its_own(jobs):
    documents = [("first", TEXTS[0]), ("bytes", b"5 percent"), ("none", None), ("spanish", SPANISH), ("last", TEXTS[2])]
    found = list(um.extract_many(documents, jobs=jobs))
    errors = {name: row for name, row in found if isinstance(row, um.UsmexDataError)}
    assert list(errors) == ["bytes", "none", "spanish"]
    assert str(errors["bytes"]).startswith("bytes: expected a text, found bytes\n")
    assert [name for name, row in found if name not in errors] == ["first", "first", "last", "last"]


def test_what_is_asked_for_all_documents_is_that_of_extract():
    text = "Demand reached 5 GW in 2030."
    statuses = [
        next(row[COLUMNS.index("status")] for _, row in um.extract_many([("a", text)], jobs=1, published=when))
        for when in ("", "2021")
    ]
    assert statuses == ["reported", "forecast"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_documents_without_end_are_read_as_their_rows_are_asked_for(jobs):
    endless = ((f"d{k}", TEXTS[2]) for k in count())
    rows = um.extract_many(endless, jobs=jobs)
    assert [name for name, _ in islice(rows, 4)] == ["d0", "d0", "d1", "d1"]
    rows.close()


def test_a_document_that_ends_its_process_stops_no_other(monkeypatch):
    read = many.rows
    monkeypatch.setattr(many, "rows", lambda text, **more: os._exit(3) if text == "fatal" else read(text, **more))
    documents = pairs(70)
    documents[40] = ("d40", "fatal")
    found = list(um.extract_many(documents, jobs=2))
    errors = [(name, row) for name, row in found if isinstance(row, um.UsmexDataError)]
    assert [(name, row.what) for name, row in errors] == [("d40", "reading it ends the process")]
    assert [pair for pair in found if pair not in errors] == one_by_one(documents[:40] + documents[41:])


def test_a_defect_is_an_error_of_its_document(monkeypatch):
    monkeypatch.setattr(many, "rows", lambda text, **more: 1 / 0)
    ((name, error),) = um.extract_many([("a", "5 percent")], jobs=1)
    assert (name, error.what) == ("a", "ZeroDivisionError: division by zero")


def test_what_no_document_can_be_read_with_is_refused_at_once():
    with pytest.raises(um.UsmexDataError, match="-1 processes"):
        um.extract_many([], jobs=-1)
    with pytest.raises(um.UsmexDataError):
        um.extract_many([], country="Atlantis")


def test_many_documents_need_no_pandas():
    code = (
        "import sys, usmex_data as um\n"
        "print(len(list(um.extract_many([('a', 'Up 5 percent.')], jobs=1))), "
        "*sorted({'pandas', 'numpy', 'pint', 'matplotlib'} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["1"]
