"""The text of a web page as a browser shows it, in lines, with the marks that Markdown has for headings and tables.

The tree is built by Lexbor (selectolax), which follows the HTML standard: what an end tag's absence means is decided as
browsers decide it. Hidden text, scripts, templates, ``noscript``, menus and struck-out text are not read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, Final

from usmex_data.formats.html_hidden import hidden_by_styles, is_hidden
from usmex_data.formats.html_source import decoded, tamed
from usmex_data.formats.html_tables import Table, find_table
from usmex_data.formats.model import Limits, Lost, Read

__all__ = ["read"]

_BLOCKS: Final = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form header hr html legend main ol p pre section summary table tbody td tfoot th thead tr ul".split()
)
_SILENT: Final = frozenset(
    "script style noscript template head datalist select textarea rp rt annotation annotation-xml title".split()
)
_NAMED: Final = {
    "img": "image", "svg": "image", "canvas": "image", "iframe": "embedded page", "object": "embedded object",
    "embed": "embedded object", "video": "video", "audio": "recording", "nav": "menu", "del": "struck passage",
}  # fmt: skip
"""What is not read, and what it is called when that is said."""
_FOR_EARS: Final = frozenset("sr-only visually-hidden visuallyhidden screen-reader-text screen-reader-only".split())
"""The classes that the common style sheets hide from eyes; what they hold often repeats what stands beside it."""
_STRUCTURE: Final = {"p": 1} | dict.fromkeys("h1 h2 h3 h4 h5 h6 ul ol form".split(), 2)
"""What a cell of data has none of, but for one paragraph."""
_GAP: Final = "\x1f"
"""Stands for a space that is printed as it is."""
_EMPTY: Final = re.compile(r"#{1,6}|-")
"""A heading or a point of a list without a word."""
_SPACE: Final = re.compile(r"\s+")


def read(content: bytes, name: str, limits: Limits) -> Read:
    """The text of a page and what of it was not read; a broken page is read as browsers do."""
    del name, limits  # there is nothing to complain of, and nothing unfolds
    from selectolax.lexbor import LexborDocumentOptions, LexborHTMLParser

    # Its events copy what a menu of choices shows, which nobody asks for here.
    options = int(LexborDocumentOptions.WO_EVENTS)
    tree = LexborHTMLParser(tamed(decoded(content)), options=options, scripting=True)
    reader = _Reader(hidden_by_styles(tree))
    reader.walk([tree.root])
    lines = (re.sub(r"[ \t\xa0]+", " ", line).strip() for line in "".join(reader.parts).split("\n"))
    text = (
        re.sub(r"\n{3,}", "\n\n", "\n".join("" if _EMPTY.fullmatch(line) else line for line in lines))
        .replace(_GAP, " ")
        .strip()
    )
    return f"{text}\n", reader.lost


class _Reader:
    """The text collected so far; ``hidden`` are the ids of elements that style sheets hide."""

    def __init__(self, hidden: frozenset[int]) -> None:
        self.parts: list[str] = []
        self.lost = Lost()
        self._hidden = hidden
        self._later: list[Any] | None = None
        """Where a table within a cell waits until its row has been read."""
        self._structure = 0

    def walk(self, stack: list[Any]) -> None:
        """Collect the text of nodes, the last of the stack first; without recursion into deep nests."""
        parts = self.parts
        while stack:
            node = stack.pop()
            if isinstance(node, str):
                parts.append(node)
            elif node.is_text_node:
                parts.append(_SPACE.sub(" ", node.text_content))
            elif node.is_element_node and self._shown(node):
                stack.extend(reversed(list(self._element(node))))

    def text_of(self, node: Any, later: list[Any]) -> tuple[str, bool]:
        """The text of one cell in a line, and whether it has headings, lists or paragraphs of its own.

        The tables in it are put off to ``later``.
        """
        outer, self.parts, self._later, self._structure = self.parts, [], later, 0
        self.walk(list(reversed(list(_children(node)))))
        text, self.parts, self._later = "".join(self.parts), outer, None
        return _SPACE.sub(" ", text.replace(_GAP, " ")).strip(), self._structure > 1

    def _shown(self, node: Any) -> bool:
        name = node.tag
        if name in _SILENT:
            return False
        kind = _NAMED.get(name)
        attributes = node.attributes
        if kind is None and attributes:
            if is_hidden(attributes) or node.mem_id in self._hidden or _is_for_ears(attributes):
                kind = "hidden passage" if node.text(deep=True).strip() else ""
            elif attributes.get("aria-hidden") == "true" and _twin_is_formula(node):
                kind = ""
        if kind:
            self.lost[kind] += 1
        return kind is None

    def _element(self, node: Any) -> Iterator[Any]:
        """What stands for an element: strings, and the nodes that are to be read."""
        name = node.tag
        if name == "br":
            yield "\n"
        elif name == "table":
            yield from self._table(node)
        elif name == "pre":
            yield from ("\n\n", *(_as_printed(child) for child in _children(node)), "\n\n")
        elif name in ("msup", "mfrac"):
            yield from _formula(name, list(_children(node)))
        else:
            self._structure += _STRUCTURE.get(name, 0)
            before, after = _around(name)
            yield from (before, *_children(node), after)

    def _table(self, node: Any) -> Iterator[Any]:
        if self._later is not None:
            self._later.append(node)
            return
        later: list[Any] = []
        before = self.lost.copy()
        found: Table = find_table(node, lambda cell: self.text_of(cell, later), self._shown)
        if found.is_layout:
            self.lost = before  # its cells are read once more
            yield from _around_each(found.cells)
            return
        yield from ("\n\n", *(f"{line}\n" for line in found.lines), "\n")
        yield from later


def _children(node: Any) -> Iterator[Any]:
    child = node.first_child
    while child is not None:
        yield child
        child = child.next


def _around_each(nodes: list[Any]) -> Iterator[Any]:
    for node in nodes:
        yield from ("\n\n", *_children(node), "\n\n")


def _as_printed(node: Any) -> Any:
    """A text node with its line ends and spaces; whatever else stands in ``pre`` is read as elsewhere."""
    if not node.is_text_node:
        return node.text(deep=True).replace(" ", _GAP).replace("\t", _GAP * 4) if node.is_element_node else ""
    return node.text_content.replace(" ", _GAP).replace("\t", _GAP * 4)


def _around(name: str) -> tuple[str, str]:
    """What stands before and after an element: line feeds for blocks, and the marks that Markdown has for some."""
    if len(name) == 2 and name[0] == "h" and name[1] in "123456":
        return f"\n\n{'#' * int(name[1])} ", "\n\n"
    if name == "li":
        return "\n- ", "\n"
    if name == "sup":
        return "<sup>", "</sup>"
    if name == "q":
        return "“", "”"
    return ("\n\n", "\n\n") if name in _BLOCKS else ("", "")


def _formula(name: str, children: list[Any]) -> Iterator[Any]:
    """A power or a fraction of MathML."""
    elements = [child for child in children if child.is_element_node]
    if len(elements) != 2:
        yield from children
    elif name == "msup":
        yield from (elements[0], "<sup>", elements[1], "</sup>")
    else:
        yield from (elements[0], "/", elements[1])


def _is_for_ears(attributes: dict[str, str | None]) -> bool:
    return not _FOR_EARS.isdisjoint((attributes.get("class") or "").split())


def _twin_is_formula(node: Any) -> bool:
    """Whether an element that screen readers skip only draws the formula that stands beside it as MathML."""
    return any(
        twin is not None and twin.is_element_node and (twin.tag == "math" or twin.css_first("math") is not None)
        for twin in (node.prev, node.next)
    )
