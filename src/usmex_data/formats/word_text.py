"""The text of one paragraph of a Word file, as it is printed with all changes accepted."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final
from xml.etree.ElementTree import Element

from usmex_data.formats.model import Lost
from usmex_data.formats.raised import raised
from usmex_data.formats.word_math import formula
from usmex_data.formats.word_notes import Notes
from usmex_data.formats.word_package import attribute, child, name
from usmex_data.formats.word_styles import Styles
from usmex_data.formats.word_symbols import from_font, symbol

__all__ = ["Inline"]

_THROUGH: Final = frozenset(
    "w:hyperlink w:ins w:moveTo w:smartTag w:customXml w:sdt w:sdtContent w:fldSimple w:bdo w:dir w:r w:ruby "
    "w:rubyBase w:subDoc".split()
)
"""These only hold what is printed."""
_LETTERS: Final = {
    "w:tab": "\t", "w:ptab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-", "w:softHyphen": "",
}  # fmt: skip
_PICTURES: Final = {
    "pic": "image",
    "imagedata": "image",
    "chart": "chart",
    "relIds": "diagram",
    "OLEObject": "embedded object",
}
"""What an element within a drawing shows; a chart's own numbers stand in another part."""


class Inline:
    """Reads the text of paragraphs; text boxes wait in ``boxes``, what cannot be read is counted in ``lost``."""

    def __init__(self, styles: Styles, notes: Notes, lost: Lost) -> None:
        self.boxes: list[Element] = []
        self.lost = lost
        self._styles = styles
        self._notes = notes

    def text(self, paragraph: Element) -> str:
        """The text of a paragraph, its line breaks as line feeds."""
        return "".join(self._below(paragraph)).strip(" \t\n")

    def _below(self, element: Element) -> Iterator[str]:
        """The text below an element; the stack holds what is still to come, so that deep nests do no harm."""
        stack: list[Iterator[Element]] = [iter(element)]
        while stack:
            inner = next(stack[-1], None)
            if inner is None:
                stack.pop()
                continue
            tag = name(inner.tag)
            if tag == "w:r":
                yield self._run(inner)
            elif tag in _THROUGH:
                stack.append(iter(inner))
            elif tag in ("m:oMath", "m:oMathPara"):
                yield formula(inner)
            elif tag == "mc:AlternateContent":
                stack.append(iter(_chosen(inner)))

    def _run(self, run: Element) -> str:
        properties = child(run, "w:rPr")
        look = self._styles.look(properties)
        text = "".join(self._parts(run, look))
        if look.get("hidden") or look.get("struck"):
            if text.strip():
                self.lost["hidden passage" if look.get("hidden") else "struck passage"] += 1
            return ""
        return raised(text) if look.get("raised") and text.strip() else text

    def _parts(self, run: Element, look: Mapping[str, str]) -> Iterator[str]:
        font = look.get("font", "")
        for part in run:
            tag = name(part.tag)
            if tag == "w:t":
                yield from_font(part.text or "", font)
            elif tag in _LETTERS:
                yield _LETTERS[tag]
            elif tag == "w:sym":
                yield self._symbol(part)
            elif tag in ("w:footnoteReference", "w:endnoteReference"):
                yield self._notes.mark(tag.removesuffix("Reference"), part)
            elif tag in ("w:drawing", "w:pict", "w:object"):
                self._drawing(part)
            elif tag == "mc:AlternateContent":
                for inner in _chosen(part):
                    self._drawing(inner)
            elif tag == "w:ruby":
                yield from self._below(part)

    def _symbol(self, element: Element) -> str:
        found = symbol(attribute(element, "w:font"), attribute(element, "w:char"))
        if not found:
            self.lost["symbol"] += 1
        return found

    def _drawing(self, drawing: Element) -> None:
        """Put a drawing's text boxes aside, and count what else it shows."""
        stack = [drawing]
        while stack:
            element = stack.pop()
            tag = name(element.tag)
            if tag == "w:txbxContent":
                self.boxes.append(element)
            elif tag == "mc:AlternateContent":
                stack.extend(reversed(_chosen(element)))
            else:
                kind = _PICTURES.get(tag)
                if kind:
                    self.lost[kind] += 1
                stack.extend(reversed(element))


def _chosen(alternatives: Element) -> list[Element]:
    """The elements of the one alternative that is read: the first with text in it, or else the first."""
    choices = [each for each in alternatives if name(each.tag) in ("mc:Choice", "mc:Fallback")]
    for choice in choices:
        if any(name(each.tag) in ("w:txbxContent", "w:t", "m:t") for each in choice.iter()):
            return list(choice)
    return list(choices[0]) if choices else []
