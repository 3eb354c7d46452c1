"""The errors that people see: what happened, where, and what to do about it."""

from __future__ import annotations

import re
from functools import partial
from typing import Any, Final

__all__ = ["TextError", "UsmexDataError", "printable"]

_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069]")
"""What a terminal obeys instead of showing it; line feeds and tabs do no harm."""


def printable(text: str) -> str:
    """The text for a terminal: escapes, which a name or a quotation may hold, are written out."""
    return _CONTROL.sub(lambda sign: sign[0].encode("unicode_escape").decode("ascii"), text)


class UsmexDataError(Exception):
    """Any failure that this package explains to its user.

    ``what`` says what happened, ``where`` names the file, table or entry, and ``remedy`` what to do.
    ``str(error)`` holds all three, one a line.
    """

    def __init__(self, what: str, *, where: str = "", remedy: str = "") -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__("\n".join(line for line in self._lines() if line))

    def __reduce__(self) -> tuple[Any, ...]:
        # An exception is pickled by its message alone, which is not what these are made from.
        return partial(type(self), where=self.where, remedy=self.remedy), self._made_from()

    def _made_from(self) -> tuple[Any, ...]:
        return (self.what,)

    def _lines(self) -> list[str]:
        head = f"{self.where}: {self.what}" if self.where else self.what
        return [head, f"  {self.remedy}" if self.remedy else ""]


class TextError(UsmexDataError):
    """A failure at a place in a text; it prints the line with a caret under the span.

    ``start`` and ``end`` are code-point offsets into ``text`` (0-based, end excluded).
    """

    def __init__(self, what: str, text: str, start: int, end: int, *, where: str = "", remedy: str = "") -> None:
        self.text, self.start, self.end = text, start, end
        super().__init__(what, where=where, remedy=remedy)

    def _made_from(self) -> tuple[Any, ...]:
        return self.what, self.text, self.start, self.end

    def _lines(self) -> list[str]:
        line_start = self.text.rfind("\n", 0, self.start) + 1
        line_end = self.text.find("\n", self.start)
        line = self.text[line_start : line_end if line_end >= 0 else None]
        number = self.text.count("\n", 0, line_start) + 1
        column = self.start - line_start
        width = max(1, min(self.end, line_start + len(line)) - self.start)
        low = max(0, column - 60)
        shown = line[low : column + width + 60]
        place = f"{self.where}:{number}" if self.where else f"line {number}"
        caret = " " * (column - low) + "^" * width
        return [f"{place}: {self.what}", f"  {shown}", f"  {caret}", f"  {self.remedy}" if self.remedy else ""]
