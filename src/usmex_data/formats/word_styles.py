"""What the styles of a Word file make of a paragraph or a run: a heading, a list, raised or hidden text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final
from xml.etree.ElementTree import Element

from usmex_data.formats.word_package import Package, attribute, child, on

__all__ = ["Styles"]

_HEADING: Final = re.compile(r"heading (\d)", re.IGNORECASE)
_LOWEST: Final = 6
_RAISED_BY: Final = 4
"""From so many half points on, text that is moved up is a mark, and no correction of a line."""


@dataclass(frozen=True, slots=True)
class _Style:
    based_on: str
    called: str
    level: int
    listed: bool
    look: dict[str, str] = field(default_factory=dict)


class Styles:
    """The styles of a file by their ids, each with what it inherits."""

    def __init__(self, package: Package) -> None:
        self._styles: dict[str, _Style] = {}
        for part in package.related(package.main, "styles"):
            for element in package.elements(part, "w:style"):
                self._styles[attribute(element, "w:styleId")] = _style(element)
        self._looks: dict[str, dict[str, str]] = {}

    def level(self, paragraph: Element) -> int:
        """The level of a heading from 1, and 0 for other paragraphs."""
        own = _level(child(paragraph, "w:pPr"))
        if own >= 0:
            return own
        for style in self._chain(attribute(child(paragraph, "w:pPr", "w:pStyle"))):
            match = _HEADING.fullmatch(style.called)
            if match:
                return min(int(match[1]), _LOWEST)
            if style.called.lower() == "title":
                return 1
            if style.level >= 0:
                return style.level
        return 0

    def is_list(self, paragraph: Element) -> bool:
        """Whether the style of a paragraph gives it a bullet or number."""
        chain = self._chain(attribute(child(paragraph, "w:pPr", "w:pStyle")))
        return any(style.listed or style.called.startswith("List") for style in chain)

    def look(self, properties: Element | None) -> Mapping[str, str]:
        """How a run looks that has these properties (``raised``, ``hidden``, ``struck``, ``font``)."""
        if properties is None:
            return {}
        own = _look(properties)
        style = attribute(child(properties, "w:rStyle"))
        return {**self._inherited(style), **own} if style else own

    def _inherited(self, style: str) -> dict[str, str]:
        if style not in self._looks:
            found: dict[str, str] = {}
            for each in reversed(self._chain(style)):
                found |= each.look
            self._looks[style] = found
        return self._looks[style]

    def _chain(self, style: str) -> list[_Style]:
        """A style and those that it is based on; a circle is cut."""
        found: dict[str, _Style] = {}
        while style in self._styles and style not in found:
            found[style] = self._styles[style]
            style = found[style].based_on
        return list(found.values())


def _style(element: Element) -> _Style:
    properties = child(element, "w:pPr")
    return _Style(
        based_on=attribute(child(element, "w:basedOn")),
        called=attribute(child(element, "w:name")),
        level=_level(properties),
        listed=child(properties, "w:numPr") is not None,
        look=_look(child(element, "w:rPr")),
    )


def _level(properties: Element | None) -> int:
    """The level of an outline from 1; 0 for body text, -1 where nothing is said."""
    written = attribute(child(properties, "w:outlineLvl"))
    if not written.isdecimal():
        return -1
    return min(int(written) + 1, _LOWEST) if int(written) < 9 else 0


def _look(properties: Element | None) -> dict[str, str]:
    if properties is None:
        return {}
    found: dict[str, str] = {}
    aligned = attribute(child(properties, "w:vertAlign"))
    moved = attribute(child(properties, "w:position"))
    if aligned:
        found["raised"] = "yes" if aligned == "superscript" else ""
    elif moved.isdecimal():
        found["raised"] = "yes" if int(moved) >= _RAISED_BY else ""
    for key, tags in (("hidden", ("w:vanish",)), ("struck", ("w:strike", "w:dstrike"))):
        told = [each for tag in tags if (each := child(properties, tag)) is not None]
        if told:
            found[key] = "yes" if any(map(on, told)) else ""
    font = attribute(child(properties, "w:rFonts"), "w:ascii")
    if font:
        found["font"] = font
    return found
