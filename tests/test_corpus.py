"""The corpus: what the manifest vouches for is loaded, everything else is an error that says what to do."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import edtf
import pytest

from five_texts import FIVE, five_sources
from usmex_data.corpus import KINDS, ROOT_VARIABLE, check_entry, find_checkout, find_root, load_sources, manifest_path
from usmex_data.errors import UsmexDataError

TEXT = "Well over a billion dollars crosses the border each day.\r\nA café costs \\$5.\n".encode()
ENTRY = {
    "title": "A title",
    "authors": ["Ana Núñez", "Bo Li"],
    "publisher": "",
    "published": "2021",
    "not_before": "",
    "language": "en",
    "kind": "paper",
    "sha256": hashlib.sha256(TEXT).hexdigest(),
    "bytes": len(TEXT),
    "rights": "",
    "file": "one.txt",
}


def write_corpus(root: Path, *tables: tuple[str, dict[str, object]], text: bytes = TEXT) -> Path:
    manifest = manifest_path(root)
    manifest.parent.mkdir(parents=True)
    lines = []
    for name, entry in tables:
        lines.append(f'["{name}"]')
        lines += [f"{key} = {value!r}" for key, value in entry.items()]
    manifest.write_text("\n".join(lines), encoding="utf-8")
    (manifest.parent / "one.txt").write_bytes(text)
    return root


def failure(root: Path) -> UsmexDataError:
    with pytest.raises(UsmexDataError) as caught:
        load_sources(root)
    assert caught.value.where, "an error names its file"
    assert caught.value.remedy, "an error says what to do"
    return caught.value


# --- the five texts ---


def test_the_sources_come_in_the_manifests_order():
    assert [source.id for source in load_sources()][: len(FIVE)] == list(FIVE)


@pytest.mark.parametrize("source", five_sources(), ids=lambda source: source.id)
def test_a_source_is_its_file_byte_for_byte(source):
    content = (find_root() / "data" / "raw" / source.file).read_bytes()
    assert source.raw.encode("utf-8") == content
    assert source.bytes == len(content)
    assert source.sha256 == hashlib.sha256(content).hexdigest()


@pytest.mark.parametrize("source", five_sources(), ids=lambda source: source.id)
def test_what_is_said_of_a_source_stands_in_its_text(source):
    # Lines break inside titles; Markdown marks them. No title or name has a ligature.
    text = " ".join(source.raw.replace("#", " ").split()).casefold()
    for part in source.title.casefold().replace(": ", "|").split("|"):
        assert part in text
    for author in source.authors:
        assert author.casefold() in text
    for part in source.publisher.split(", "):
        assert part.casefold() in text
    assert source.rights.casefold() in text
    assert source.published in text


@pytest.mark.parametrize("source", five_sources(), ids=lambda source: source.id)
def test_a_source_has_a_date_or_the_earliest_it_can_have(source):
    assert bool(source.published) != bool(source.not_before)
    date = source.published or source.not_before
    assert str(edtf.parse_edtf(date)) == date


def test_the_page_of_summaries_is_known_as_one():
    assert {source.id: source.kind for source in load_sources()}["forum-page"] == "summary_page"


def test_a_source_is_a_value():
    first = load_sources()[0]
    assert first == load_sources()[0]
    assert hash(first) == hash(load_sources()[0])
    with pytest.raises(AttributeError):
        first.title = "another"
    assert "Acknowledgments" not in repr(first), "the text stays out of messages"


# --- any corpus ---


def test_newlines_are_kept_and_offsets_hold(tmp_path):
    (source,) = load_sources(write_corpus(tmp_path, ("one", ENTRY)))
    assert source.raw == TEXT.decode()
    assert "\r\n" in source.raw
    assert source.raw.index("billion") == 12
    assert source.authors == ("Ana Núñez", "Bo Li")


def test_a_changed_text_names_file_expected_and_found(tmp_path):
    other = TEXT.replace(b"billion", b"million")
    error = failure(write_corpus(tmp_path, ("one", ENTRY), text=other))
    assert error.where.endswith("one.txt")
    assert ENTRY["sha256"] in error.what
    assert hashlib.sha256(other).hexdigest() in error.what
    assert f"{len(TEXT)} bytes" in error.what
    assert "git checkout" in error.remedy


def test_a_wrong_size_is_an_error_even_if_the_checksum_holds(tmp_path):
    error = failure(write_corpus(tmp_path, ("one", ENTRY | {"bytes": 3})))
    assert "expected" in error.what
    assert "3 bytes" in error.what


def test_newlines_translated_on_the_way_are_found_out(tmp_path):
    assert "vouches" in failure(write_corpus(tmp_path, ("one", ENTRY), text=TEXT.replace(b"\r\n", b"\n"))).what


def test_a_missing_file(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    (root / "data/raw/one.txt").unlink()
    error = failure(root)
    assert error.what == "no such file"
    assert error.where.endswith("one.txt")


def test_a_file_that_is_a_directory(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    (root / "data/raw/one.txt").unlink()
    (root / "data/raw/one.txt").mkdir()
    assert "cannot be read" in failure(root).what


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (b"fine\nna\xefve", "byte 0xef at offset 7 (line 2)"),
        (b"\xff\xfea\x00", "byte 0xff at offset 0 (line 1)"),
        (b"a\n\ncut \xe2\x82", "byte 0xe2 at offset 7 (line 3)"),
        (b"half a pair \xed\xa0\x80", "byte 0xed at offset 12 (line 1)"),
    ],
)
def test_bytes_that_are_not_utf_8_are_placed(tmp_path, text, said):
    entry = ENTRY | {"bytes": len(text), "sha256": hashlib.sha256(text).hexdigest()}
    error = failure(write_corpus(tmp_path, ("one", entry), text=text))
    assert said in error.what
    assert "UTF-8" in error.remedy


def test_a_text_that_nobody_listed(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    (root / "data/raw/two.txt").write_bytes(b"abc")
    error = failure(root)
    assert error.where.endswith("two.txt")
    assert 'file = "two.txt", bytes = 3' in error.remedy
    assert hashlib.sha256(b"abc").hexdigest() in error.remedy


@pytest.mark.parametrize("name", ["README.md", ".DS_Store", "one.txt~"])
def test_files_that_are_no_texts_are_let_be(tmp_path, name):
    root = write_corpus(tmp_path, ("one", ENTRY))
    (root / "data/raw" / name).write_text("not a source")
    assert len(load_sources(root)) == 1


def test_a_folder_among_the_texts(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    (root / "data/raw/more").mkdir()
    assert failure(root).what == "not a file"


def test_two_sources_of_one_file(tmp_path):
    error = failure(write_corpus(tmp_path, ("one", ENTRY), ("two", ENTRY)))
    assert error.what == "one and two both name one.txt"


# --- manifests ---


def test_an_empty_manifest(tmp_path):
    error = failure(write_corpus(tmp_path))
    assert error.what == "lists no source"
    assert "sha256" in error.remedy


def test_no_manifest(tmp_path):
    assert failure(tmp_path).what == "no such file"


def test_a_manifest_that_is_not_toml(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    manifest_path(root).write_text("[one\n")
    assert failure(root).where == f"{manifest_path(root)}:1"


def test_a_manifest_that_is_not_utf_8(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    manifest_path(root).write_bytes(b"# caf\xe9\n")
    assert "byte 0xe9 at offset 5" in failure(root).what


def test_a_key_outside_any_table(tmp_path):
    root = write_corpus(tmp_path, ("one", ENTRY))
    manifest_path(root).write_text('title = "one"\n')
    assert "expected a table" in failure(root).what


def test_unknown_and_missing_keys_are_named(tmp_path):
    entry = {key: value for key, value in ENTRY.items() if key != "rights"} | {"right": "", "colour": "red"}
    error = failure(write_corpus(tmp_path, ("one", entry)))
    assert error.what == "unknown: colour, right; missing: rights"
    assert "[one]" in error.where
    assert "not_before" in error.remedy


@pytest.mark.parametrize("name", ["Trade", "trade paper", "trade_paper", "-a", "a--b", "á"])
def test_an_id_that_cannot_stand_in_an_address(tmp_path, name):
    assert "address" in failure(write_corpus(tmp_path, (name, ENTRY))).what


@pytest.mark.parametrize(
    ("key", "value", "expected"),
    [
        ("title", "", "cannot be empty"),
        ("title", 3, "a string"),
        ("authors", "Ana Núñez", "a list of names"),
        ("authors", [""], "a list of names"),
        ("published", "Feb. 26, 2021", "EDTF"),
        ("published", "2021-2-26", "EDTF"),
        ("not_before", "21", "EDTF"),
        ("language", "English", "language code"),
        ("kind", "sumary_page", "summary_page"),
        ("sha256", "abc", "64 hex digits"),
        ("sha256", str(ENTRY["sha256"]).upper(), "64 hex digits"),
        ("bytes", "76", "whole number"),
        ("bytes", -1, "whole number"),
        ("file", "../one.txt", "the name of a file"),
        ("file", "sources.toml", "the name of a file"),
        ("file", "", "cannot be empty"),
    ],
)
def test_a_value_that_is_not_as_it_should_be(tmp_path, key, value, expected):
    error = failure(write_corpus(tmp_path, ("one", ENTRY | {key: value})))
    assert error.what.startswith(f"{key}: expected ")
    assert expected in error.what
    assert repr(value) in error.what


@pytest.mark.parametrize(
    "value", ["2021", "2021-02", "2021-02-26", "2021?", "2020/2021", "2021/..", "2021-05/2021", "2024-02-29", ""]
)
def test_dates_that_a_manifest_may_give(tmp_path, value):
    assert load_sources(write_corpus(tmp_path, ("one", ENTRY | {"published": value})))[0].published == value


@pytest.mark.parametrize(
    "value",
    ["2024-13", "2024-13-45", "2024-00", "2023-02-29", "0000", "2024/2023", "2024-05/2024-04", "٢٠٢٤", "2024-1"],
)
def test_dates_that_no_calendar_has(tmp_path, value):
    assert "published: expected a date" in failure(write_corpus(tmp_path, ("one", ENTRY | {"published": value}))).what


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("authors", ("Ana Uno; Bea Dos",)),
        ("authors", (" ",)),
        ("authors", ("Ana\x1b[31m",)),
        ("title", "Red \x1b[31m alert"),
        ("title", "A bell \x07"),
        ("title", " "),
        ("rights", "\x00"),
    ],
)
def test_texts_that_no_table_or_page_can_show(key, value):
    source = replace(five_sources()[0], **{key: value})
    with pytest.raises(UsmexDataError, match=f"{key}: expected "):
        check_entry(source)


@pytest.mark.parametrize("name", ["index", "a" * 101])
def test_ids_that_no_page_can_have(tmp_path, name):
    assert "becomes part of addresses" in failure(write_corpus(tmp_path, (name, ENTRY))).what


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_kinds_that_a_manifest_may_give(tmp_path, kind):
    assert load_sources(write_corpus(tmp_path, ("one", ENTRY | {"kind": kind})))[0].kind == kind


# --- where the corpus is looked for ---


def test_the_environment_decides(tmp_path, monkeypatch):
    write_corpus(tmp_path, ("one", ENTRY))
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path))
    assert find_root() == tmp_path
    assert [source.id for source in load_sources()] == ["one"]


def test_an_environment_that_names_no_corpus(tmp_path, monkeypatch):
    monkeypatch.setenv(ROOT_VARIABLE, str(tmp_path))
    with pytest.raises(UsmexDataError, match=ROOT_VARIABLE) as caught:
        find_root()
    assert caught.value.where == str(tmp_path)
    assert "unset" in caught.value.remedy


def test_without_it_the_checkout_that_holds_the_package(tmp_path, monkeypatch):
    monkeypatch.delenv(ROOT_VARIABLE, raising=False)
    monkeypatch.chdir(tmp_path)
    assert find_root() == Path(__file__).resolve().parents[1]


def test_an_installed_package_looks_upward_from_the_current_directory(tmp_path, monkeypatch):
    monkeypatch.delenv(ROOT_VARIABLE, raising=False)
    monkeypatch.setattr("usmex_data.corpus.__file__", str(tmp_path / "site/usmex_data/corpus.py"))
    root = write_corpus(tmp_path / "project", ("one", ENTRY))
    below = root / "notebooks" / "drafts"
    below.mkdir(parents=True)
    monkeypatch.chdir(below)
    assert find_root() == root
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsmexDataError, match="no data to read"):
        find_root()


def test_data_installed_with_the_package_are_read_but_not_written_to(tmp_path, monkeypatch):
    monkeypatch.delenv(ROOT_VARIABLE, raising=False)
    package = write_corpus(tmp_path / "site" / "usmex_data", ("one", ENTRY))
    monkeypatch.setattr("usmex_data.corpus.__file__", str(package / "corpus.py"))
    monkeypatch.chdir(tmp_path)
    assert find_root() == package
    with pytest.raises(UsmexDataError, match="here or above"):
        find_checkout()


def test_reading_the_corpus_loads_no_tables_library():
    code = (
        "import sys, usmex_data.corpus as c; c.load_sources(); print(*{'pandas', 'pint', 'numpy'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
