"""The parts of a Word file: a zip of XML, opened within limits and read element by element.

The standard library is enough for it, and safer: python-docx gives neither content controls nor moved text nor
endnotes. docs/formats.md tells what else was tried.
"""

from __future__ import annotations

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from functools import lru_cache
from io import BytesIO
from typing import Final
from xml.etree.ElementTree import Element, iterparse

from usmex_data.errors import UsmexDataError
from usmex_data.formats.model import Limits, damaged

__all__ = ["Package", "attribute", "child", "name", "on"]

_SPACES: Final = {
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w:",
    "http://purl.oclc.org/ooxml/wordprocessingml/main": "w:",
    "http://schemas.openxmlformats.org/officeDocument/2006/math": "m:",
    "http://purl.oclc.org/ooxml/officeDocument/math": "m:",
    "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc:",
}
"""The two namespaces that each vocabulary has (transitional and strict); all others lose theirs."""
_MAIN: Final = "word/document.xml"
_OFF: Final = frozenset({"0", "false", "off", "none"})
_HEAD: Final = 4096


@lru_cache(maxsize=4096)
def name(tag: str) -> str:
    """The short name of an element or attribute: "w:p"."""
    space, _, local = tag.rpartition("}")
    return _SPACES.get(space[1:], "") + local


def child(element: Element | None, *path: str) -> Element | None:
    """The first element at the end of a path of short names, such as ``("w:pPr", "w:pStyle")``."""
    for step in path:
        if element is None:
            return None
        element = next((each for each in element if name(each.tag) == step), None)
    return element


def attribute(element: Element | None, key: str = "w:val") -> str:
    """The value of an attribute by its short name; empty if there is none."""
    if element is None:
        return ""
    return next((value for tag, value in element.items() if name(tag) == key), "")


def on(element: Element | None) -> bool:
    """Whether a property that is there is on: without a value it is."""
    return element is not None and attribute(element).lower() not in _OFF


class Package:
    """An opened Word file.

    Raises ``UsmexDataError`` for what is no zip, is locked, or would unpack to more than the limit allows.
    """

    def __init__(self, content: bytes, source: str, limits: Limits) -> None:
        self._source = source
        try:
            self._zip = zipfile.ZipFile(BytesIO(content))
        except Exception as error:  # noqa: BLE001 - a damaged file can make the library raise anything
            raise damaged("DOCX", source, error) from None
        # A part gives no more bytes than it says here, whatever is packed in it.
        size = sum(info.file_size for info in self._zip.infolist() if info.filename.endswith((".xml", ".rels")))
        if size > limits.expansion * len(content):
            raise UsmexDataError(
                f"unpacks to {size:,} bytes, {size // len(content):,} times its size",
                where=source,
                remedy="if it is meant to, allow it with --max-expansion",
            )
        self._names = frozenset(self._zip.namelist())
        self.main = next(self.related("", "officeDocument"), _MAIN)

    def related(self, part: str, kind: str) -> Iterator[str]:
        """The names of the parts that a part refers to as ``kind``, such as "footnotes"."""
        folder, _, last = part.rpartition("/")
        listing = posixpath.join(folder, "_rels", f"{last}.rels")
        if listing not in self._names:
            return
        for element in self.elements(listing, "Relationship"):
            outside = element.get("TargetMode") == "External"
            target = posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/")
            if element.get("Type", "").endswith(f"/{kind}") and not outside and target in self._names:
                yield target

    def mentions(self, part: str, words: bytes) -> bool:
        """Whether a part holds these bytes."""
        try:
            return words in self._zip.read(part)
        except (KeyError, RuntimeError, zipfile.BadZipFile, zlib.error, OSError):
            return False  # whoever reads it says what is wrong

    def elements(self, part: str, parent: str) -> Iterator[Element]:
        """The elements named ``parent`` of a part, or the children of the one of that name if it holds blocks.

        Each is whole when it comes, and gone when the next is asked for.
        """
        try:
            with self._zip.open(part) as file:
                _refuse_entities(file.peek(_HEAD))  # type: ignore[attr-defined]
                yield from _elements(iterparse(file, ("start", "end")), parent)  # noqa: S314 - entities are refused
        except UsmexDataError:
            raise
        except RuntimeError as error:
            raise UsmexDataError(
                f"locked by a password ({error})", where=self._source, remedy="save it without one"
            ) from None
        except Exception as error:  # noqa: BLE001 - a damaged file can make the library raise anything
            raise damaged("DOCX", self._source, error) from None


def _elements(events: Iterator[tuple[str, Element]], wanted: str) -> Iterator[Element]:
    path: list[Element] = []
    for event, element in events:
        if event == "start":
            path.append(element)
            continue
        path.pop()
        if not path:
            continue
        body = wanted == "w:body" and len(path) == 2 and name(path[-1].tag) == wanted
        if body or (wanted != "w:body" and name(element.tag) == wanted):
            yield element
            path[-1].remove(element)


def _refuse_entities(head: bytes) -> None:
    if b"<!DOCTYPE" in head.replace(b"\0", b""):
        raise ValueError("it declares a document type, which Word never does")
