"""The descriptor of the record fits its tables, and strangers can read them by it."""

from __future__ import annotations

import json
import shutil

import frictionless
import pytest

from usmex_data.corpus import find_root
from usmex_data.official.describe import describe, stale
from usmex_data.official.read import RECORD


@pytest.fixture
def root(tmp_path):
    shutil.copytree(find_root() / RECORD, tmp_path / RECORD)
    return tmp_path


def test_it_is_written_once_and_again_when_a_table_changes(root) -> None:
    describe(root)
    assert not stale(root)
    assert not describe(root)
    path = root / RECORD / "official.csv"
    path.write_bytes(path.read_bytes().replace(b",2026-11-29,", b",2026-11-30,", 1))
    assert stale(root)
    assert describe(root)


def test_where_there_is_no_record_there_is_nothing_to_describe(tmp_path) -> None:
    assert not describe(tmp_path)
    assert not (tmp_path / RECORD).exists()


def test_what_is_committed_fits() -> None:
    assert not stale(find_root())


def test_every_column_is_described_and_frictionless_finds_no_fault(root) -> None:
    path = root / RECORD / "datapackage.json"
    resources = json.loads(path.read_text(encoding="utf-8"))["resources"]
    assert [resource["path"] for resource in resources] == ["official.csv", "indicators.csv"]
    for resource in resources:
        assert all(field["description"] for field in resource["schema"]["fields"])
    report = frictionless.validate(str(path))
    assert report.valid, report.flatten(["type", "note"])[:5]
