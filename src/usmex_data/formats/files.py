"""Opens a file, tells its format from its bytes, and has it read."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Final

from usmex_data.errors import UsmexDataError
from usmex_data.formats import plain
from usmex_data.formats.model import LIMITS, FileText, Limits, Read, listed

__all__ = ["SUFFIXES", "read_bytes", "read_file", "read_stream"]

SUFFIXES: Final = {
    ".txt": "text", ".text": "text", ".md": "text", ".markdown": "text", ".html": "html", ".htm": "html",
    ".xhtml": "html", ".pdf": "pdf", ".docx": "docx",
}  # fmt: skip
"""The endings that folders are searched for, and the format that each stands for."""

_FOREIGN_MAGIC: Final = (
    (b"\xd0\xcf\x11\xe0", "a file of old Word or Excel", "save it as .docx"),
    (b"\x89PNG", "a picture", "give its text"),
    (b"\xff\xd8\xff", "a picture", "give its text"),
    (b"GIF8", "a picture", "give its text"),
    (b"\x1f\x8b", "a gzip archive", "unpack it first"),
    (b"{\\rtf", "a file in Rich Text Format", "save it as .docx or .txt"),
)
_HTML_START: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL
)
_READERS: Final = {
    "pdf": "usmex_data.formats.pdf",
    "docx": "usmex_data.formats.word",
    "html": "usmex_data.formats.html",
}
_STEP: Final = 1 << 20


def read_file(path: Path, encoding: str = "utf-8", limits: Limits = LIMITS) -> FileText:
    """The text of a file in any of the formats.

    Raises ``UsmexDataError`` for a file that is missing, empty, binary, damaged, too large or in another encoding.
    """
    name = str(path)
    try:
        with _opened(path) as file:
            content = read_stream(file, name, limits)
    except FileNotFoundError:
        raise UsmexDataError("no such file", where=name, remedy="check its name") from None
    except IsADirectoryError:
        raise UsmexDataError("a folder, not a file", where=name, remedy="give the files in it") from None
    except OSError as error:
        raise UsmexDataError(f"cannot be read: {error.strerror}", where=name, remedy="make it readable") from None
    except ValueError:
        raise UsmexDataError("no such file: a name cannot hold a NUL", where=name, remedy="check its name") from None
    return read_bytes(content, name, SUFFIXES.get(path.suffix.lower(), "text"), encoding, limits)


def _opened(path: Path) -> BinaryIO:
    """The file, if it is one that ends: a device has no size, and may go on for ever."""
    file = path.open("rb")
    kind = os.fstat(file.fileno()).st_mode
    if stat.S_ISCHR(kind) or stat.S_ISBLK(kind):
        file.close()
        raise UsmexDataError("a device, not a file", where=str(path), remedy="copy what it holds into a file")
    return file


def read_stream(file: BinaryIO, name: str, limits: Limits = LIMITS) -> bytes:
    """All bytes of an open file or pipe.

    Raises ``UsmexDataError`` when there are more than ``limits.bytes``, however long it might go on.
    """
    parts: list[bytes] = []
    # What a file says to hold is read at once: parts put together would be there twice.
    step = min(os.fstat(file.fileno()).st_size, limits.bytes) + 1
    size = 0
    while part := file.read(max(step, _STEP)):
        step = 0
        size += len(part)
        if size > limits.bytes:
            raise UsmexDataError(
                f"more than {limits.bytes:,} bytes", where=name, remedy="part it, or allow more with --max-bytes"
            )
        parts.append(part)
    return b"".join(parts)


def read_bytes(
    content: bytes, name: str, kind: str = "text", encoding: str = "utf-8", limits: Limits = LIMITS
) -> FileText:
    """The text of a file's bytes; what they are decides over ``kind``, which the file's name suggests.

    ``name`` is how errors call it.
    """
    if not content or content.isspace():
        raise UsmexDataError("an empty file", where=name, remedy="give one with text in it")
    kind = _kind(content, name, kind)
    if kind == "text":
        return plain.read(content, name, encoding)
    reader: Callable[[bytes, str, Limits], Read] = import_module(_READERS[kind]).read
    text, lost = reader(content, name, limits)
    text = plain.without_strays(text)
    if not text.strip():
        raise UsmexDataError(
            "no text in it", where=name, remedy="if its pages are pictures, recognise their text first (ocrmypdf)"
        )
    missing = listed(lost)
    notes = [f"offsets count the text that was read from the {kind.upper()}"]
    if missing:
        notes.append(f"{', '.join(missing)} {'was' if sum(lost.values()) == 1 else 'were'} not read")
    return FileText(text, tuple(notes), converted=True, lost=missing)


def _kind(content: bytes, name: str, kind: str) -> str:
    if content.startswith(b"PK\x03\x04"):
        if b"word/" in content:
            return "docx"
        raise UsmexDataError("a zip archive", where=name, remedy="unpack it and give the texts in it")
    if content.startswith(b"%PDF-"):
        return "pdf"
    for magic, what, remedy in _FOREIGN_MAGIC:
        if content.startswith(magic):
            raise UsmexDataError(what, where=name, remedy=remedy)
    if kind == "text" and _HTML_START.match(content[:2000]):
        return "html"
    if kind in {"pdf", "docx"}:
        raise UsmexDataError(f"named like a {kind.upper()}, but it is none", where=name, remedy="give the file anew")
    return kind
