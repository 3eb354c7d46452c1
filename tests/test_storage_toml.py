"""A file that is no TOML is named with its line, whichever of our tables it is."""

from __future__ import annotations

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.storage.toml import read_toml


@pytest.mark.parametrize(
    ("content", "line", "what"),
    [
        (b"a = 1\nb = \n", 2, "not valid TOML: Invalid value"),
        (b"[x]\na = 1\n[x]\n", 3, "not valid TOML: Cannot declare"),
        (b'a = "never closed\n', 1, "not valid TOML"),
        (b"a = [1,\n2,\n", 3, "not valid TOML"),  # the end of the file is where it breaks off
        (b"a = 1\n# caf\xe9\n", 2, "not UTF-8"),
        (b"\xef\xbb\xbfa = 1\n", 1, "not valid TOML"),
    ],
)
def test_the_error_has_file_and_line(tmp_path, content, line, what):
    path = tmp_path / "indicators.toml"
    path.write_bytes(content)
    with pytest.raises(UsmexDataError) as caught:
        read_toml(path)
    assert caught.value.where == f"{path}:{line}"
    assert caught.value.what.startswith(what)
    assert caught.value.remedy


def test_a_missing_one_too(tmp_path):
    with pytest.raises(UsmexDataError, match="cannot be read: No such file"):
        read_toml(tmp_path / "indicators.toml")


def test_one_that_is_sound_is_its_tables(tmp_path):
    path = tmp_path / "a.toml"
    path.write_bytes(b'[x]\r\na = "\xc3\xa9"\r\n')
    assert read_toml(path) == {"x": {"a": "é"}}
