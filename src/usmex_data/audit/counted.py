"""A count against the list that it announces, in prose and in points below it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..document.document import Block, Document
from .checks import Check
from .findings import finding, said
from .passages import Figure, Passage
from .row_index import RowIndex
from .words import any_of, pattern, stem, words_of

__all__ = ["check_counted"]

_NUMBER: Final = r"‹(?P<n>\d+)›"
_COLON: Final = re.compile(rf"{_NUMBER}(?P<noun>[^‹«:;.]{{1,60}}):(?P<list>[^:;]+)$")
_ARE: Final = pattern("counted", "are")
_MOST: Final = 12
_VERB: Final = pattern("counted", "verb")
_OPEN: Final = pattern("counted", "open")
_AND: Final = re.compile(r",? (?:and|as well as|or|plus) ")


def check_counted(rows: RowIndex, found: Sequence[Passage], documents: Mapping[str, Document]) -> Iterator[Check]:
    """The checks of small counts with their lists; a list that fits its count is no row."""
    for passage in found:
        for form in (_COLON, _ARE):
            match = form.search(passage.masked.rstrip(" ."))
            if match is None or not _is_count(passage.figure(match, "n")) or any_of("open").search(match["noun"]):
                continue
            count = passage.figure(match, "n")
            number = _items(match["list"])
            if number and number != count.measure.core.low:
                yield _check(rows, count, number, "that the sentence goes on to name")
            break
    for source, document in (documents or {}).items():
        yield from _points(rows, [passage for passage in found if passage.source == source], document)


def _is_count(figure: Figure) -> bool:
    value = figure.measure.core.low
    plain = figure.unit in {"", "count", "person", "year", "vehicle"} and figure.is_exact and not figure.is_change
    return (
        plain and figure.measure.core.is_point and value is not None and 2 <= value <= _MOST and value.denominator == 1
    )


def _items(text: str) -> int:
    """How many things a list names; 0 where that can be read in more than one way, or it is no plain list."""
    if _OPEN.search(text) or any_of("open").search(text) or "‹" in text or "«" in text or "(" in text or ")" in text:
        return 0
    pieces = [piece.strip() for piece in text.split(",")]
    if len(pieces) < 2 and not _AND.search(text):
        return 0
    last = _AND.split(f" {pieces[-1]} ".replace("  ", " ").rstrip() if len(pieces) > 1 else pieces[-1])
    last = [piece for piece in (part.strip() for part in last) if piece]
    leading = re.match(r"(?:and|or) ", pieces[-1])
    inner = any(_AND.search(f" {piece} ") for piece in pieces[:-1])
    items = [*pieces[:-1], *(last if not leading else [pieces[-1]])]
    if inner or len(last) > 2 or any(len(words_of(item)) > 7 or _VERB.search(item) for item in items):
        return 0
    if leading and len(last) > 1:
        return 0  # "and X and Y": two things or one
    if not leading and len(last) < 2:
        return 0  # no "and" before the last: the list may go on
    return len(items)


def _check(rows: RowIndex, count: Figure, number: int, what: str) -> Check:
    return finding(
        rows,
        rule="counted",
        of=count,
        formula=f"{number} == [{count.id}]",
        statement=f"{said(count)} announces as many as follow.",
        explanation=f"{number} follow, {what}.",
        question=f"The text announces {said(count)}, and {number} follow: is the count wrong, or does one lack?",
        grant="A fair reader grants that two points may have been joined, or one left out.",
    )


_POINTS: Final = frozenset(
    "goal aim measure reason priority step point pillar objective area recommendation principle instrument action"
    " challenge factor part lesson theme criterion criteria target task rule condition question phase stage section"
    " component element option proposal finding conclusion requirement".split()
)
"""What is told in points below; of ten consulates the points may tell anything."""
_ANNOUNCES: Final = re.compile(rf"{_NUMBER}[^‹«:;.]{{1,80}}:$")
_NEXT_POINT: Final = 12
"""How many characters of the raw text may lie between two points: a line's end and a bullet, no page."""


def _points(rows: RowIndex, own: Sequence[Passage], document: Document) -> Iterator[Check]:
    """A count that ends in a colon, and the points right below it, in one piece."""
    places = {block.start: place for place, block in enumerate(document.blocks)}
    for passage in own:
        match = _ANNOUNCES.search(passage.masked)
        if match is None or not _is_count(passage.figure(match, "n")) or any_of("open").search(passage.masked):
            continue
        if not {stem(word) for word in words_of(match[0])} & _POINTS:
            continue
        blocks = document.blocks[places[passage.block.start] :]
        following = _following(document, blocks)
        count = passage.figure(match, "n")
        if following > 1 and following != count.measure.core.low:
            yield _check(rows, count, following, "as points below it")


def _following(document: Document, blocks: Sequence[Block]) -> int:
    """How many points stand right below a block; 0 where the layout cuts them apart or text stands between."""
    number, last = 0, blocks[0]
    if not document.text[: last.end].rstrip().endswith(":"):
        return 0
    for block in blocks[1:]:
        if block.kind != "list_item":
            return number if block.kind in {"body", "heading"} and _starts_anew(document, block) else 0
        low, high = document.ends[last.end - 1], document.offsets[block.start]
        if not 0 <= high - low <= _NEXT_POINT:
            return 0
        number, last = number + 1, block
    return number


def _starts_anew(document: Document, block: Block) -> bool:
    return not document.text[block.start : block.start + 1].islower()
