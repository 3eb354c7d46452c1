"""Text files: their encodings by any name, and what is no text."""

from __future__ import annotations

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.formats import read_bytes
from usmex_data.formats.plain import codec, without_strays

SENTENCE = "Mexico imported 5.1 billion cubic feet per day in 2019."


def test_another_encoding_can_be_named():
    assert read_bytes("año".encode("latin-1"), "a.txt", encoding="latin-1").text == "año"
    assert read_bytes(SENTENCE.encode("utf-16"), "a.txt", encoding="utf-16").text == SENTENCE
    with pytest.raises(UsmexDataError, match="there is no encoding 'utf-9'"):
        read_bytes(b"abc", "a.txt", encoding="utf-9")


@pytest.mark.parametrize(
    ("content", "note"),
    [(b"\xef\xbb\xbf5%", "byte order mark"), (b"5%\r\n", "CRLF"), (b"5%\n", "")],
)
def test_oddities_are_kept_and_noted(content, note):
    found = read_bytes(content, "a.txt")
    assert found.text.encode() == content
    assert not found.converted
    assert [note in each for each in found.notes] == ([True] if note else [])


def test_what_damaged_files_yield_can_be_written():
    assert without_strays("a\0b\ud800c😀") == "ab\ufffdc😀"


@pytest.mark.parametrize("alias", ["utf-8", "UTF8", "utf_8", "U8", "cp65001", "Utf-8"])
def test_an_encoding_has_many_names_and_the_same_checks(alias):
    assert codec(alias) == "utf-8"
    with pytest.raises(UsmexDataError, match="UTF-16, not"):
        read_bytes(SENTENCE.encode("utf-16"), "a.txt", encoding=alias)
    with pytest.raises(UsmexDataError, match="a NUL at offset 3"):
        read_bytes(b"abc\0def", "a.txt", encoding=alias)


@pytest.mark.parametrize("encoding", ["latin-1", "cp1252", "L1", "utf-8-sig", "mac-roman", "ascii"])
def test_what_is_binary_is_so_in_any_encoding(encoding):
    with pytest.raises(UsmexDataError, match="a NUL at offset 3"):
        read_bytes(b"abc\0def", "a.txt", encoding=encoding)
    with pytest.raises(UsmexDataError, match="binary, not text"):
        read_bytes(bytes(range(1, 32)) * 40, "a.txt", encoding=encoding)


@pytest.mark.parametrize("encoding", ["hex", "rot13", "zlib", "idna", "unicode_escape", "utf-7", "a\0b", "", "é"])
def test_what_is_no_encoding_of_texts_is_refused(encoding):
    with pytest.raises(UsmexDataError, match="there is no encoding"):
        read_bytes(b"abc", "a.txt", encoding=encoding)


@pytest.mark.parametrize("wide", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be", "utf-16", "utf-32"])
def test_wide_encodings_are_told_apart_and_can_be_read_as_said(wide):
    content = SENTENCE.encode(wide)
    with pytest.raises(UsmexDataError, match=f"{wide[:6].upper()}, not UTF-8") as caught:
        read_bytes(content, "a.txt")
    advised = caught.value.remedy.split("--encoding ")[1].split(",")[0]
    assert advised == wide
    assert read_bytes(content, "a.txt", encoding=advised).text == SENTENCE


def test_letters_beyond_latin_ones_do_not_hide_a_wide_encoding():
    with pytest.raises(UsmexDataError, match="UTF-16, not UTF-8"):
        read_bytes(f"{SENTENCE} — “año” € Ω".encode("utf-16-le"), "a.txt")


def test_bytes_that_are_no_text_of_a_wide_encoding():
    with pytest.raises(UsmexDataError, match="not UTF-16"):
        read_bytes(b"\x00\xd8a", "a.txt", encoding="utf-16-le")
    with pytest.raises(UsmexDataError, match="a NUL at offset 1"):
        read_bytes("a\0b".encode("utf-16-le"), "a.txt", encoding="utf-16-le")
