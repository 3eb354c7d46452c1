"""The text of a Word file in blocks: paragraphs, headings, lists, tables, text boxes, then the notes.

Changes that were tracked count as accepted. Text that is hidden or struck out, pictures, charts, and what heads and
feet repeat on each page are not read, but counted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import takewhile
from typing import Final
from xml.etree.ElementTree import Element

from usmex_data.formats import tables
from usmex_data.formats.model import Limits, Lost, Read
from usmex_data.formats.tables import TableCell
from usmex_data.formats.word_notes import Notes
from usmex_data.formats.word_package import Package, attribute, child, name, on
from usmex_data.formats.word_styles import Styles
from usmex_data.formats.word_text import Inline

__all__ = ["read"]

_THROUGH: Final = frozenset("w:sdt w:sdtContent w:customXml w:ins w:moveTo w:smartTag".split())
_BESIDES: Final = {"header": "running head", "footer": "running foot", "comments": "set of comments"}


def read(content: bytes, source: str, limits: Limits) -> Read:
    """The text of a Word file's bytes and what of it was not read.

    Raises ``UsmexDataError`` for a damaged or locked file, and for one that unpacks to more than the limit.
    """
    package = Package(content, source, limits)
    reader = _Reader(package)
    blocks = [*reader.body(), *reader.notes()]
    for kind, called in _BESIDES.items():
        for part in package.related(package.main, kind):
            reader.lost[called] += any((text.text or "").strip() for text in package.elements(part, "w:t"))
    return "\n\n".join(blocks), reader.lost


class _Reader:
    """Reads the blocks of a file in order; ``lost`` counts what they leave out."""

    def __init__(self, package: Package) -> None:
        self.lost = Lost()
        self._package = package
        self._styles = Styles(package)
        self._notes = Notes(package)
        self._inline = Inline(self._styles, self._notes, self.lost)
        self._pending = ""
        """The beginning of a paragraph whose end was deleted."""

    def body(self) -> Iterator[str]:
        """The blocks of the text itself."""
        for element in self._package.elements(self._package.main, "w:body"):
            yield from self._blocks([element])
        if self._pending:
            yield self._pending

    def notes(self) -> Iterator[str]:
        """The notes that the text refers to, each with its printed number."""
        texts = {note: " ".join(self._blocks(list(element))) for note, element in self._notes.all()}
        for note, label in self._notes.labels():
            if texts.get(note):
                yield f"{label} {texts[note]}".strip()

    def _blocks(self, elements: list[Element]) -> Iterator[str]:
        """The blocks of elements in order, each with the text boxes that hang on it behind it."""
        stack = list(reversed(elements))
        while stack:
            element = stack.pop()
            tag = name(element.tag)
            if tag == "w:p":
                yield from self._paragraph(element)
                stack += [block for box in reversed(self._boxes()) for block in reversed(box)]
            elif tag == "w:tbl":
                nested: list[Element] = []
                yield from self._table(element, nested)
                stack += reversed(nested)
            elif tag in _THROUGH:
                stack += reversed(element)
            elif tag == "w:sectPr":
                self._notes.section_ends()
            elif tag == "w:altChunk":
                self.lost["embedded document"] += 1

    def _boxes(self) -> list[Element]:
        boxes = list(self._inline.boxes)
        self._inline.boxes.clear()
        return boxes

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        properties = child(paragraph, "w:pPr")
        text = self._pending + self._inline.text(paragraph)
        if child(properties, "w:sectPr") is not None:
            self._notes.section_ends()
        ends = child(properties, "w:rPr")
        if child(ends, "w:del") is not None or child(ends, "w:moveFrom") is not None:
            self._pending = f"{text} " if text and not text[-1].isspace() else text
            return
        self._pending = ""
        if text:
            yield self._marked(paragraph, text)

    def _marked(self, paragraph: Element, text: str) -> str:
        """The text of a paragraph with Markdown's mark for a heading or a list."""
        level = self._styles.level(paragraph)
        if level:
            return f"{'#' * level} {' '.join(text.split())}"
        numbering = child(paragraph, "w:pPr", "w:numPr")
        if numbering is not None:
            return f"- {text}" if attribute(child(numbering, "w:numId")) != "0" else text
        return f"- {text}" if self._styles.is_list(paragraph) else text

    # --- tables ---

    def _table(self, table: Element, nested: list[Element]) -> Iterator[str]:
        """The rows of a table between bars, or its blocks where it only lays them out; tables in cells are put off."""
        rows = [row for row in _parts(table, "w:tr") if child(row, "w:trPr", "w:del") is None]
        cells = [[cell for cell in _parts(row, "w:tc") if not _is_deleted(cell)] for row in rows]
        if max(map(len, cells), default=0) < 2:
            nested += [block for row in cells for cell in row for block in cell]
            return
        inner: list[Element] = []
        read = [self._row(row, own, inner) for row, own in zip(rows, cells, strict=True)]
        heads = len(list(takewhile(lambda row: on(child(row, "w:trPr", "w:tblHeader")), rows)))
        lines = tables.lines(read, heads if heads < len(rows) else 0)
        if lines:
            yield "\n".join(lines)
        nested += inner

    def _row(self, row: Element, cells: list[Element], nested: list[Element]) -> list[TableCell]:
        """The cells of a row that begins and ends where its table says: the columns that it leaves out are empty."""
        found = [*_gap(row, "w:gridBefore")]
        for cell in cells:
            across = child(cell, "w:tcPr", "w:hMerge")
            if found and across is not None and attribute(across) != "restart":
                found[-1] = replace(found[-1], columns=found[-1].columns + 1)
            else:
                found.append(self._cell(cell, nested))
        return [*found, *_gap(row, "w:gridAfter")]

    def _cell(self, cell: Element, nested: list[Element]) -> TableCell:
        """A cell with its text in a line; the tables and text boxes in it are put off."""
        properties = child(cell, "w:tcPr")
        span = attribute(child(properties, "w:gridSpan"))
        columns = int(span) if span.isdecimal() else 1
        merged = child(properties, "w:vMerge")
        if merged is not None and attribute(merged) != "restart":
            return TableCell("^^", columns)
        texts: list[str] = []
        stack = list(reversed(cell))
        while stack:
            element = stack.pop()
            tag = name(element.tag)
            if tag == "w:p":
                texts.append(self._inline.text(element))
                nested += [block for box in self._boxes() for block in box]
            elif tag == "w:tbl":
                nested.append(element)
            elif tag in _THROUGH:
                stack += reversed(element)
        return TableCell(" ".join(filter(None, texts)), columns)


def _parts(element: Element, wanted: str) -> Iterator[Element]:
    """The rows of a table or the cells of a row, those in content controls too."""
    stack = list(reversed(element))
    while stack:
        inner = stack.pop()
        tag = name(inner.tag)
        if tag == wanted:
            yield inner
        elif tag in _THROUGH:
            stack += reversed(inner)


def _is_deleted(cell: Element) -> bool:
    return child(cell, "w:tcPr", "w:cellDel") is not None


def _gap(row: Element, side: str) -> list[TableCell]:
    written = attribute(child(row, "w:trPr", side))
    return [TableCell("", int(written))] if written.isdecimal() and int(written) else []
