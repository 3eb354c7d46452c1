"""Footnotes and endnotes of a Word file, with the numbers that are printed: Word itself keeps only ids."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final
from xml.etree.ElementTree import Element

from usmex_data.formats.raised import mark
from usmex_data.formats.word_package import Package, attribute, child

__all__ = ["Notes"]

_KINDS: Final = ("w:footnote", "w:endnote")
_USUAL: Final = {"w:footnote": "decimal", "w:endnote": "lowerRoman"}
"""How Word numbers them where a file does not say."""
_SEPARATORS: Final = frozenset({"separator", "continuationSeparator", "continuationNotice"})
_ROMAN: Final = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_SIGNS: Final = "*†‡§"


class Notes:
    """Numbers notes in the order in which the text refers to them."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._forms = dict(_USUAL)
        self._starts = dict.fromkeys(_KINDS, 1)
        self._restarts = dict.fromkeys(_KINDS, "")
        self._next = dict.fromkeys(_KINDS, 1)
        self._numbers: dict[tuple[str, str], str] = {}
        for part in package.related(package.main, "settings"):
            for kind in _KINDS:
                for element in package.elements(part, f"{kind}Pr"):
                    self._set(kind, element)
        self._sections = iter(self._of_sections())
        self._begin()
        self._next = dict(self._starts)

    def _of_sections(self) -> list[list[tuple[str, Element]]]:
        """What each section says of its notes."""
        main = self._package.main
        if not self._package.mentions(main, b"notePr"):
            return []
        sections = self._package.elements(main, "w:sectPr")
        return [[(kind, own) for kind in _KINDS if (own := child(each, f"{kind}Pr")) is not None] for each in sections]

    def section_ends(self) -> None:
        """Go on to the next section, which may number its notes anew."""
        self._begin()
        for kind in _KINDS:
            if self._restarts[kind] == "eachSect":
                self._next[kind] = self._starts[kind]

    def _begin(self) -> None:
        for kind, element in next(self._sections, []):
            self._set(kind, element)

    def _set(self, kind: str, element: Element) -> None:
        form = attribute(child(element, "w:numFmt"))
        start = attribute(child(element, "w:numStart"))
        self._forms[kind] = form or self._forms[kind]
        self._starts[kind] = int(start) if start.isdecimal() else self._starts[kind]
        self._restarts[kind] = attribute(child(element, "w:numRestart")) or self._restarts[kind]

    def mark(self, kind: str, reference: Element) -> str:
        """The mark that is printed for a reference, which numbers its note; empty where the text has its own."""
        note = (kind, attribute(reference, "w:id"))
        if attribute(reference, "w:customMarkFollows") in ("1", "true", "on"):
            self._numbers.setdefault(note, "")
            return ""
        if note not in self._numbers:
            self._numbers[note] = _printed(self._next[kind], self._forms[kind])
            self._next[kind] += 1
        return mark(self._numbers[note])

    def all(self) -> Iterator[tuple[tuple[str, str], Element]]:
        """Each note that the text refers to, in the file's order; :meth:`label` tells what is printed before it."""
        for kind in _KINDS:
            for part in self._package.related(self._package.main, f"{kind.removeprefix('w:')}s"):
                for element in self._package.elements(part, kind):
                    note = (kind, attribute(element, "w:id"))
                    if note in self._numbers and attribute(element, "w:type") not in _SEPARATORS:
                        yield note, element

    def labels(self) -> Iterator[tuple[tuple[str, str], str]]:
        """The notes in the order in which the text refers to them, with what is printed before each."""
        for note, number in self._numbers.items():
            written = mark(number)
            yield note, f"{written}:" if written.startswith("[^") else written


def _printed(number: int, form: str) -> str:
    if form in ("lowerRoman", "upperRoman"):
        roman = _roman(number)
        return roman.upper() if form == "upperRoman" else roman
    if form in ("lowerLetter", "upperLetter"):
        # After z come aa, bb and so on.
        letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
        return letter.upper() if form == "upperLetter" else letter
    if form == "chicago":
        return _SIGNS[(number - 1) % len(_SIGNS)] * ((number - 1) // len(_SIGNS) + 1)
    return str(number)


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        written += letters * count
    return written
