"""Evidence: claims and names as the repository has them."""

from __future__ import annotations

import pytest

import charts_rows as sample
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.evidence import Evidence, evidence_of


@pytest.fixture
def root(tmp_path):
    clean = tmp_path / "data" / "clean"
    clean.mkdir(parents=True)
    (tmp_path / "data" / "raw").mkdir()
    rows = sample.gas().assign(section="Part 2 > Gas since 2016")
    rows.to_csv(clean / "claims.csv", index=False, lineterminator="\n")
    (clean / "quantities.csv").write_text(
        "quantity_id,text,disposition\nq-1,Title 42,name\nq-2,42,name\nq-3,2019,date\n", encoding="utf-8"
    )
    (tmp_path / "data" / "raw" / "sources.toml").write_text('[white-papers]\ntitle = "Forum 2025"\n', encoding="utf-8")
    return tmp_path


def test_claims_are_found_by_id(root):
    found = evidence_of(root).claims
    assert sorted(found) == ["white-papers-40050", "white-papers-40100", "white-papers-40130"]
    assert found["white-papers-40050"].ends == (5.1,)
    assert found["white-papers-40050"].period == "2019"


def test_names_titles_and_headings_may_hold_digits(root):
    names = evidence_of(root).names
    assert {"Title 42", "Forum 2025", "Part 2", "Gas since 2016"} <= set(names)


def test_a_number_alone_is_no_name(root):
    assert "42" not in evidence_of(root).names
    assert "2019" not in evidence_of(root).names


def test_names_are_blanked_whole_words_only():
    evidence = Evidence({}, ("Title 42",))
    assert evidence.without_names("Title 42, Title 421") == " " * 8 + ", Title 421"


def test_without_tables_there_is_a_remedy(tmp_path):
    with pytest.raises(UsmexDataError, match="make data"):
        evidence_of(tmp_path)
