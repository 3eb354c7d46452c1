"""Footnotes joined to the figures that their marks stand behind."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from ..document.document import Document, Mark

__all__ = ["Notes"]


class Notes:
    """The notes of a document by number; numbers may start anew with each paper that it holds."""

    def __init__(self, document: Document) -> None:
        self._text = document.text
        self._marks = [mark for mark in document.marks if mark.kind == "footnote_mark"]
        self._marks.sort(key=lambda mark: mark.at)
        self._places = [mark.at for mark in self._marks]
        self._notes: dict[str, list[tuple[int, int, int]]] = {}
        for block in document.blocks:
            if block.number and block.end > block.start:
                entry = (document.offsets[block.start], block.start, block.end)
                self._notes.setdefault(block.number, []).append(entry)

    def behind(self, start: int, sentence_end: int) -> str:
        """Number and text of the note whose mark is the first behind ``start`` in its sentence; empty without one."""
        index = bisect_left(self._places, start)
        if index == len(self._marks) or self._marks[index].at > sentence_end + 1:
            return ""
        mark = self._marks[index]
        return f"{mark.number}. {self._note(mark)}".rstrip() if self._note(mark) else ""

    def _note(self, mark: Mark) -> str:
        notes = self._notes.get(mark.number, [])
        index = bisect_right(notes, (mark.start, 0, 0))
        if index == len(notes):
            return ""
        _, start, end = notes[index]
        return self._text[start:end]
