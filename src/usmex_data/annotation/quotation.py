"""Which stretches of a document stand between quotation marks, as somebody's words."""

from __future__ import annotations

import re
from bisect import bisect_right

from ..document.document import Document
from ..language import table

__all__ = ["Quotations"]


class Quotations:
    """The quotation marks of a document; those of one block do not reach into the next."""

    def __init__(self, document: Document) -> None:
        marks = table("context")["speech"]
        self._places: list[int] = []
        self._open: list[bool] = []
        opening, closing, straight = marks["opening"], marks["closing"], marks["straight"]
        pattern = re.compile(f"[{re.escape(opening + closing + straight)}]")
        for block in document.blocks:
            curly = turned = 0
            self._note(block.start, opened=False)
            for match in pattern.finditer(document.text, block.start, block.end):
                curly += (match[0] in opening) - (match[0] in closing)
                turned ^= match[0] in straight
                self._note(match.start() + 1, opened=curly > 0 or bool(turned))

    def _note(self, place: int, *, opened: bool) -> None:
        self._places.append(place)
        self._open.append(opened)

    def holds(self, position: int) -> bool:
        """Whether a place of the text stands between quotation marks."""
        index = bisect_right(self._places, position) - 1
        return index >= 0 and self._open[index]
