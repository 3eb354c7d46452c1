"""What a text is once its layout is undone: one readable text, its blocks, and the way back to the raw characters."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Literal

__all__ = ["Block", "BlockKind", "Cell", "Document", "Mark", "MarkKind"]

BlockKind = Literal[
    "heading", "body", "list_item", "pull_quote", "summary", "table", "footnote", "reference", "contents", "names"
]
MarkKind = Literal["footnote_mark", "footnote_number", "page", "list_number", "heading_number", "link_target", "layout"]


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, list item or note, whole: parts that the layout cut apart stand joined.

    ``start`` and ``end`` are offsets into :attr:`Document.text`; ``section`` is the heading path as printed.
    """

    start: int
    end: int
    kind: BlockKind
    section: tuple[str, ...] = ()
    number: str = ""
    """The note's own number, for footnotes and references."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table's row, and what names its column, its row and the table, as spans of :attr:`Document.text`."""

    start: int
    end: int
    heads: tuple[tuple[int, int], ...] = ()
    """The heads of its column, the nearest first."""
    labels: tuple[tuple[int, int], ...] = ()
    """The cells of its row before the numbers; empty for such a label itself."""
    captions: tuple[tuple[int, int], ...] = ()
    sections: tuple[tuple[int, int], ...] = ()
    """The rows without numbers that head its part of the table, the nearest first."""
    corners: tuple[tuple[int, int], ...] = ()
    """The cells of the heads over the labels."""
    column: int = -1
    """Which column of numbers it stands in, from 0; -1 for a label."""
    headless: bool = False
    """Whether the table has heads, but none that is known to be over it."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Something printed that is no part of the running text and was taken out of it.

    ``start`` and ``end`` are offsets into the raw text; ``at`` is the place in :attr:`Document.text` where it stood.
    """

    start: int
    end: int
    kind: MarkKind
    at: int
    number: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A text with its layout undone.

    ``text`` holds the blocks in reading order, one a line, two line feeds between them. ``offsets[i]`` is the raw
    offset of the character that ``text[i]`` came from (for an inserted space: of the characters it replaces), and
    ``ends[i]`` the raw offset behind it. All offsets count code points.
    """

    source: str
    raw: str
    text: str
    offsets: Sequence[int]
    ends: Sequence[int]
    blocks: tuple[Block, ...]
    marks: tuple[Mark, ...]
    sentences: tuple[tuple[int, int], ...]
    joints: tuple[int, ...] = ()
    """Offsets into ``text`` where the character before and the one at the offset were cut apart by other content."""
    _block_starts: tuple[int, ...] = field(default=(), repr=False)
    cells: tuple[Cell, ...] = ()
    """The cells of tables, in text order."""
    heads: tuple[tuple[int, int], ...] = ()
    """The spans of the heads and captions of tables, in text order."""
    _by_raw: list[tuple[list[int], list[int]]] = field(default_factory=list, repr=False, compare=False)
    """The places of the text in the order of their raw offsets, and these offsets; made when first asked for."""

    def raw_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of ``text[start:end]``.

        Raises ``ValueError`` for an empty span.
        """
        if not 0 <= start < end <= len(self.text):
            raise ValueError(f"no such span in the text: {start}..{end} of {len(self.text)}")
        return self.offsets[start], self.ends[end - 1]

    def text_span(self, start: int, end: int) -> tuple[int, int] | None:
        """The span of the text that came from ``raw[start:end]``: the way back of :meth:`raw_span`.

        Where the layout was undone it is the first stretch that lies in one piece; ``None`` where nothing of it stands
        in the text.
        """
        if not self._by_raw:
            places = sorted(range(len(self.text)), key=self.offsets.__getitem__)
            self._by_raw.append((places, [self.offsets[place] for place in places]))
        places, raw = self._by_raw[0]
        index = bisect_left(raw, start)
        if index == len(raw) or raw[index] >= end:
            return None
        first = last = places[index]
        while last < len(self.text) and start <= self.offsets[last] < end:
            last += 1
        return first, last

    def sentence_at(self, place: int) -> tuple[int, int] | None:
        """The sentence in which a place of the text lies, if it lies in one."""
        index = bisect_right(self.sentences, place, key=_first) - 1
        return self.sentences[index] if index >= 0 and place < self.sentences[index][1] else None

    def outer_span(self, start: int, end: int) -> tuple[int, int]:
        """The raw span that holds all of ``text[start:end]``, whatever stood between where the layout cut it."""
        cuts = [start, *(joint for joint in self.joints if start < joint < end), end]
        spans = [self.raw_span(low, high) for low, high in pairwise(cuts)]
        return min(low for low, _ in spans), max(high for _, high in spans)

    def clip(self, start: int, end: int, keep: int) -> tuple[int, int]:
        """The part of ``text[start:end]`` around ``keep`` that lies in one piece in the raw text, spaces trimmed."""
        for joint in self.joints:
            if start < joint <= keep:
                start = joint
            elif keep < joint < end:
                end = joint
                break
        while start < keep and self.text[start].isspace():
            start += 1
        while end > keep + 1 and self.text[end - 1].isspace():
            end -= 1
        return start, end

    def cells_in(self, start: int, end: int) -> tuple[Cell, ...]:
        """The cells of tables that begin in ``text[start:end]``."""
        return self.cells[bisect_left(self.cells, start, key=_begin) : bisect_left(self.cells, end, key=_begin)]

    def is_head(self, position: int) -> bool:
        """Whether a place of the text lies in the head or caption of a table."""
        index = bisect_right(self.heads, position, key=lambda span: span[0]) - 1
        return index >= 0 and position < self.heads[index][1]

    def block_at(self, position: int) -> Block:
        """The block that holds a place of the text."""
        return self.blocks[max(0, bisect_right(self._block_starts, position) - 1)]


def _first(span: tuple[int, int]) -> int:
    return span[0]


def _begin(cell: Cell) -> int:
    return cell.start
