"""Text and Markdown as they are, in any encoding that is named; what is none is told from its bytes."""

from __future__ import annotations

import codecs
from collections.abc import Iterator
from typing import Final

from usmex_data.errors import UsmexDataError
from usmex_data.formats.model import FileText

__all__ = ["codec", "read", "without_strays"]

_MARKS: Final = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
"""Byte order marks; UTF-32's begins with UTF-16's."""
_SAMPLE: Final = 8192
_WIDE: Final = frozenset({"utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be"})
_NO_CHARSETS: Final = frozenset({"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"})
"""What Python calls text encodings and no file is written in."""
_LAYOUT: Final = b"\t\n\v\f\r\x1b"


def read(content: bytes, name: str, encoding: str) -> FileText:
    """The text of a file's bytes.

    Raises ``UsmexDataError`` for an encoding that there is not, and for bytes that are binary or in another encoding,
    by whichever of its names the encoding was called.
    """
    found = codec(encoding)
    _refuse(content, name, found)
    try:
        text = content.decode(found)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsmexDataError(
            f"not {encoding.upper()}: byte 0x{content[error.start]:02x} at offset {error.start} (line {line}): "
            f"{error.reason}",
            where=name,
            remedy="say how it is encoded, such as --encoding windows-1252, or save it as UTF-8",
        ) from None
    at = text.find("\0") if found != "utf-8" else -1
    if at >= 0:
        raise _nul(at, text.count("\n", 0, at) + 1, name)
    return FileText(text, tuple(_notes(text)))


def codec(encoding: str) -> str:
    """The one name of an encoding that is called by any of its names: "utf-8" for "U8" and "UTF_8"."""
    try:
        found = codecs.lookup(encoding)
        b"a".decode(found.name)
    except UnicodeError:
        pass  # a byte is no letter of a wide one
    except (LookupError, ValueError, TypeError):
        found = None
    if found is None or found.name.replace("_", "-") in _NO_CHARSETS:
        raise UsmexDataError(f"there is no encoding {encoding!r}", remedy="try windows-1252, latin-1 or utf-16")
    return found.name


def _refuse(content: bytes, name: str, encoding: str) -> None:
    if encoding in _WIDE:
        return
    wide = _marked(content) or _looks_wide(content)
    if wide:
        what = wide.upper().removesuffix("-LE").removesuffix("-BE")
        raise UsmexDataError(
            f"{what}, not {encoding.upper()}", where=name, remedy=f"add --encoding {wide}, or save it as UTF-8"
        )
    at = content.find(b"\0")
    if at >= 0:
        raise _nul(at, content.count(b"\n", 0, at) + 1, name)
    sample = content[:_SAMPLE]
    odd = sum(byte < 32 and byte not in _LAYOUT for byte in sample)
    if odd * 20 > len(sample):
        raise UsmexDataError("binary, not text", where=name, remedy="give its plain text")


def _nul(at: int, line: int, name: str) -> UsmexDataError:
    return UsmexDataError(
        f"a NUL at offset {at} (line {line}): it is binary or damaged", where=name, remedy="give its plain text"
    )


def _marked(content: bytes) -> str:
    return next((encoding for mark, encoding in _MARKS if content.startswith(mark)), "")


def _looks_wide(content: bytes) -> str:
    """The encoding of two or four bytes a character that bytes without a mark seem to be in, or none.

    Most letters of a text are of the first 256, so three bytes of four are zero, or one of two.
    """
    sample = content[: _SAMPLE // 4 * 4]
    if len(sample) <= 8 or b"\0" not in sample:
        return ""
    share = [sample[place::4].count(0) / len(sample[place::4]) for place in range(4)]
    zero = [each > 0.8 for each in share]
    if zero == [False, True, True, True]:
        return "utf-32-le"
    if zero == [True, True, True, False]:
        return "utf-32-be"
    if zero == [False, True, False, True]:
        return "utf-16-le"
    return "utf-16-be" if zero == [True, False, True, False] else ""


def _notes(text: str) -> Iterator[str]:
    if text.startswith("\ufeff"):
        yield "it begins with a byte order mark, which offsets count"
    if "\r\n" in text:
        yield "its lines end in CRLF; offsets count both characters"


def without_strays(text: str) -> str:
    """The text without what no file can hold: NUL and half characters, which damaged files yield."""
    return text.replace("\0", "").encode("utf-16", "surrogatepass").decode("utf-16", "replace")
