"""Formulas of Office Math in a line: "3/4", "10⁶", "√(2)"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final
from xml.etree.ElementTree import Element

from usmex_data.formats.raised import raised
from usmex_data.formats.word_package import attribute, child, name

__all__ = ["formula"]

_DEEPEST: Final = 60
"""Formulas are nested no deeper; what is is left out."""


def formula(element: Element, depth: int = 0) -> str:
    """The text of a formula, or of a part of one."""
    if depth > _DEEPEST:
        return ""
    tag = name(element.tag)
    if tag in ("m:t", "w:t"):
        return element.text or ""
    if tag.endswith("Pr"):
        return ""
    special = _SPECIAL.get(tag)
    return special(element, depth + 1) if special else _inside(element, depth + 1)


def _inside(element: Element | None, depth: int) -> str:
    return "" if element is None else "".join(formula(each, depth) for each in element)


def _fraction(element: Element, depth: int) -> str:
    over, under = (_inside(child(element, part), depth) for part in ("m:num", "m:den"))
    return f"{_closed(over)}/{_closed(under)}"


def _power(element: Element, depth: int) -> str:
    return _inside(child(element, "m:e"), depth) + raised(_inside(child(element, "m:sup"), depth))


def _root(element: Element, depth: int) -> str:
    return f"√{_closed(_inside(child(element, 'm:e'), depth))}"


def _between(element: Element, depth: int) -> str:
    properties = child(element, "m:dPr")
    opening = attribute(child(properties, "m:begChr"), "m:val") or "("
    closing = attribute(child(properties, "m:endChr"), "m:val") or ")"
    inside = [_inside(each, depth) for each in element if name(each.tag) == "m:e"]
    return f"{opening}{', '.join(inside)}{closing}"


def _closed(text: str) -> str:
    """A part in parentheses, unless it is one number or word."""
    return text if text.replace(".", "").replace(",", "").isalnum() else f"({text})"


_SPECIAL: Final[dict[str, Callable[[Element, int], str]]] = {
    "m:f": _fraction, "m:sSup": _power, "m:rad": _root, "m:d": _between,
}  # fmt: skip
