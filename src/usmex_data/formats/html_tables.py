"""The tables of web pages: their rows between bars, or that they only lay the page out."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any, Final

from usmex_data.formats import tables
from usmex_data.formats.tables import TableCell

__all__ = ["Table", "find_table"]

_LONG: Final = 250
"""A cell of data holds no more characters, but for one in four of them."""
_MOST_ROWS: Final = 65_534
"""As far as the standard lets a cell reach down."""


@dataclass(slots=True)
class Table:
    """A table as lines, or else the cells that it lays out."""

    lines: list[str] = field(default_factory=list)
    cells: list[Any] = field(default_factory=list)
    is_layout: bool = False


def find_table(node: Any, text_of: Callable[[Any], tuple[str, bool]], shown: Callable[[Any], bool]) -> Table:
    """What a ``table`` element holds.

    ``text_of`` reads a cell, and tells whether it has a structure of its own, such as a list; ``shown`` tells hidden
    elements.
    """
    caption = ""
    rows: list[list[TableCell]] = []
    cells: list[Any] = []
    heads = 0
    structured = False
    for part, row in _rows(node, shown):
        if part == "caption":
            caption = text_of(row)[0]
            cells.append(row)
            continue
        found = [cell for cell in _children(row) if cell.tag in ("td", "th") and shown(cell)]
        cells += found
        read = [text_of(cell) for cell in found]
        structured = structured or any(own for _, own in read)
        rows.append([_cell(cell, text, part == "thead") for cell, (text, _) in zip(found, read, strict=True)])
        heads += part == "thead" and heads == len(rows) - 1
    if _is_layout(node, rows, stated=bool(caption or heads), structured=structured):
        return Table(cells=cells, is_layout=True)
    return Table([*([caption] if caption else []), *tables.lines(rows, heads if heads < len(rows) else 0)])


def _rows(node: Any, shown: Callable[[Any], bool]) -> Iterator[tuple[str, Any]]:
    """The rows of a table with the part that each stands in, and its caption; the foot comes last, as it is shown."""
    feet: list[tuple[str, Any]] = []
    for child in _children(node):
        if child.tag in ("tr", "caption") and shown(child):
            yield child.tag, child
        elif child.tag in ("thead", "tbody", "tfoot") and shown(child):
            found = ((child.tag, row) for row in _children(child) if row.tag == "tr" and shown(row))
            if child.tag == "tfoot":
                feet += found
            else:
                yield from found
    yield from feet


def _children(node: Any) -> Iterator[Any]:
    child = node.first_child
    while child is not None:
        if child.is_element_node:
            yield child
        child = child.next


def _cell(node: Any, text: str, in_head: bool) -> TableCell:
    attributes = node.attributes
    down = _count(attributes.get("rowspan"), _MOST_ROWS)
    return TableCell(
        text,
        columns=max(1, _count(attributes.get("colspan"), 1000)),
        rows=down or _MOST_ROWS,
        head=in_head or node.tag == "th",
    )


def _count(written: str | None, most: int) -> int:
    """A number of columns or rows; 1 for what is none, as browsers have it."""
    digits = (written or "1").strip()[:6]
    return min(int(digits), most) if digits.isascii() and digits.isdecimal() else 1


def _is_layout(node: Any, rows: list[list[TableCell]], *, stated: bool, structured: bool) -> bool:
    """Whether a table holds no data, but pieces of the page: long texts, headings, lists, or one cell only."""
    role = (node.attributes.get("role") or "").lower()
    if role in ("presentation", "none"):
        return True
    texts = [cell.text for row in rows for cell in row]
    if stated or role in ("table", "grid") or any(cell.head for row in rows for cell in row):
        return len(texts) < 2
    if len(rows) < 2 or max(map(len, rows)) < 2:
        return True
    return structured or sum(len(text) > _LONG for text in texts) * 4 > len(texts)
