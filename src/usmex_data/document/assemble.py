"""Makes the readable text out of chunks, with the way back to the raw characters."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field

from usmex_data.document.cells import TableLayout, cells_of
from usmex_data.document.chunks import Chunk
from usmex_data.document.document import Block, BlockKind, Cell, Document, Mark
from usmex_data.document.flow import Hyphens, lines_of
from usmex_data.document.offset_map import Cut, OffsetMap, Repaired
from usmex_data.document.sentences import sentences

__all__ = ["assemble"]

_UNSEEN = re.compile(r"[\s*_#\\|>~=+-]*\Z")
_DIGIT = re.compile(r"[\d⁰¹²³⁴⁵⁶⁷⁸⁹₀-₉]+")
_FAR = 60
"""Nothing but white space and marks is not longer than this."""
_LEADING = ("footnote_number", "list_number", "heading_number")
"""These marks belong to what follows them."""
_WHOLE: frozenset[str] = frozenset({"heading", "names", "contents", "reference"})


@dataclass(slots=True)
class _Builder:
    """The text so far, its traces, and where pieces of the repaired text went."""

    repaired: Repaired
    hyphens: Hyphens
    marked: list[tuple[int, int]]
    """The raw spans of footnote marks and link targets, in order: they cut no sentence."""
    parts: list[str] = field(default_factory=list)
    length: int = 0
    offsets: OffsetMap = field(default_factory=OffsetMap)
    ends: OffsetMap = field(default_factory=OffsetMap)
    placed: list[tuple[int, int, int]] = field(default_factory=list)
    """(start, end) in the repaired text and the place in the final one."""
    joints: list[int] = field(default_factory=list)

    def piece(self, start: int, end: int) -> None:
        """Part of the repaired text, whose line feeds become spaces."""
        if start < end:
            self.placed.append((start, end, self.length))
            self.repaired.map_offsets(start, end, self.offsets, self.ends)
            self._say(self.repaired.text[start:end].replace("\n", " ").replace("\t", " "))

    def filler(self, letters: str, start: int, end: int) -> None:
        """Letters that nobody printed, standing for the raw span."""
        self.offsets.run(start, len(letters), 0)
        self.ends.run(max(start, end), len(letters), 0)
        self._say(letters)

    def drop_last(self) -> None:
        """Take the last character back: the hyphen of a word broken at a line's end."""
        self.parts[-1] = self.parts[-1][:-1]
        self.offsets.pop()
        self.ends.pop()
        self.length -= 1

    def _say(self, letters: str) -> None:
        self.parts.append(letters)
        self.length += len(letters)


def assemble(repaired: Repaired, chunks: list[Chunk], cuts: list[Cut], source: str) -> Document:
    """The finished document; ``cuts`` are all characters taken out of the repaired text."""
    marked = sorted((cut.start, cut.end) for cut in cuts if cut.kind in ("footnote_mark", "link_target"))
    builder = _Builder(repaired, Hyphens(repaired.text), marked)
    blocks: list[Block] = []
    layouts: dict[int, TableLayout] = {}
    for chunk in chunks:
        if builder.length:
            last = builder.ends[-1]
            builder.filler("\n\n", last, last)
        start = builder.length
        _write(builder, chunk)
        if builder.length > start:
            kind: BlockKind = chunk.kind  # type: ignore[assignment]
            number = chunk.number if kind in ("footnote", "reference") else ""
            blocks.append(Block(start, builder.length, kind, chunk.section, number))
            _tabled(layouts, chunk, (start, builder.length))
    text = "".join(builder.parts)
    cells = _cells(builder, text, layouts)
    rows = frozenset(row for layout in layouts.values() for row, _ in layout.rows)
    spans = tuple(span for block in blocks for span in _spans(text, block, rows))
    marks = _marks(builder, repaired, cuts)
    return Document(
        source, repaired.raw, text, builder.offsets, builder.ends, tuple(blocks), marks, spans,
        tuple(builder.joints), tuple(block.start for block in blocks), tuple(cells), _heads(layouts),
    )  # fmt: skip


def _spans(text: str, block: Block, rows: frozenset[int]) -> list[tuple[int, int]]:
    whole = block.kind in _WHOLE or block.start in rows
    return [(block.start, block.end)] if whole else sentences(text, block.start, block.end)


def _tabled(layouts: dict[int, TableLayout], chunk: Chunk, span: tuple[int, int]) -> None:
    """Note a chunk's place in the finished text if it is part of a table."""
    line = chunk.lines[0]
    if line.role:
        layout = layouts.setdefault(line.layout, TableLayout())
        {"caption": layout.captions, "head": layout.heads}.get(line.role, layout.rows).append(span)


def _cells(builder: _Builder, text: str, layouts: dict[int, TableLayout]) -> list[Cell]:
    """The cells of all tables, in text order."""
    raw, offsets, ends = builder.repaired.raw, builder.offsets, builder.ends

    def is_wide(place: int) -> bool:
        return ends[place] - offsets[place] > 1 or raw[offsets[place]] in "\t\n"

    return sorted(
        (cell for layout in layouts.values() for cell in cells_of(text, layout, is_wide)), key=lambda cell: cell.start
    )


def _heads(layouts: dict[int, TableLayout]) -> tuple[tuple[int, int], ...]:
    return tuple(sorted(span for layout in layouts.values() for span in (*layout.captions, *layout.heads)))


def _write(builder: _Builder, chunk: Chunk) -> None:
    """Add a chunk's lines, joined as its words want it."""
    first = end = -1
    before = ""
    lead = 0 if chunk.kind == "heading" and not chunk.level else chunk.lead
    for place, line in enumerate(lines_of(chunk)):
        start = line.start + (lead if place == 0 else 0)
        if start >= line.end:
            continue
        after = line.text[-(line.end - start) :]
        glue = builder.hyphens.glue(before, after) if before else ""
        if not before:
            first = start
        elif glue != " " or start != end + 1:
            builder.piece(first, end)
            _connect(builder, glue, start)
            first = start
        end, before = line.end, after
    if first < end:
        builder.piece(first, end)


def _connect(builder: _Builder, glue: str | None, start: int) -> None:
    """Put between two lines what belongs there, and note a joint where other content stood between them."""
    low, high = builder.ends[-1], builder.repaired.raw_start(start)
    cut = high < low or not _UNSEEN.match(_without(builder, low, high))
    if glue is None:
        builder.drop_last()
    elif glue:
        builder.filler(glue, low, low if cut else high)
    if cut:
        builder.joints.append(builder.length)


def _without(builder: _Builder, low: int, high: int) -> str:
    """The raw span without footnote marks."""
    raw, marked = builder.repaired.raw, builder.marked
    if high - low > _FAR:
        return raw[low:high].strip()
    text = ""
    for index in range(bisect_right(marked, (low, 0)), len(marked)):
        start, end = marked[index]
        if start >= high:
            break
        text += raw[low:start]
        low = end
    return text + raw[low:high]


def _marks(builder: _Builder, repaired: Repaired, cuts: list[Cut]) -> tuple[Mark, ...]:
    """All marks in raw order, each at its place in the text; digits that stand nowhere are marked as layout."""
    placed = sorted(builder.placed)
    starts = [start for start, _, _ in placed]

    def at(position: int, *, before: bool) -> int:
        index = bisect_right(starts, position) - 1
        if before and index + 1 < len(placed) and (index < 0 or position >= placed[index][1]):
            return placed[index + 1][2]
        if index < 0:
            return 0
        start, end, place = placed[index]
        return place + min(position, end) - start

    marks = [Mark(cut.start, cut.end, cut.kind, at(cut.at, before=cut.kind in _LEADING), cut.number) for cut in cuts]
    covered = bytearray(len(repaired.raw))
    spans = [(mark.start, mark.end) for mark in marks]
    spans += builder.offsets.spans(builder.ends)
    for low, high in spans:
        covered[low:high] = b"\x01" * (high - low)
    for match in _DIGIT.finditer(repaired.raw):
        if covered.find(0, match.start(), match.end()) >= 0:
            place = at(
                bisect_right(repaired.starts, match.start()) and _repaired_place(repaired, match.start()), before=False
            )
            marks.append(Mark(match.start(), match.end(), "layout", place))
    return tuple(sorted(marks, key=lambda mark: (mark.start, mark.end)))


def _repaired_place(repaired: Repaired, offset: int) -> int:
    """The place in the repaired text nearest to a raw offset."""
    index = bisect_right(repaired.starts, offset) - 1
    return (
        0 if index < 0 else repaired.places[index] + max(0, min(offset, repaired.ends[index]) - repaired.starts[index])
    )
