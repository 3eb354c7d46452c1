"""What PDF pages print besides their text: running heads and feet, page numbers, printers' lines, the ticks of axes."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from typing import Final

from usmex_data.formats.model import Lost
from usmex_data.formats.pdf_letters import Page, Piece
from usmex_data.formats.pdf_lines import rows_of
from usmex_data.formats.pdf_tables import is_number

__all__ = ["without_artifacts", "without_ticks"]

_MARGIN: Final = 0.11
"""Heads and feet stand in this share of a page, at its top and its bottom."""
_OUTERMOST: Final = 3
"""And are among so many lines from its edge."""
_NUMBER: Final = re.compile(r"\d+")
_PAGE_NUMBER: Final = re.compile(
    r"[-–—|\s]*(?:page|p\.|pg\.?)?\s*(?:\d{1,4}|[ivxl]{1,7})(?:\s*(?:of|/)\s*\d{1,4})?[-–—|\s.]*", re.IGNORECASE
)
_YEAR: Final = re.compile(r"(?:19|20)\d\d")
_PRINTED: Final = re.compile(
    r"""
    .*\bVerDate\b.*\bJkt\b.* | .*\bPO\s0{3,}\d*\b.*\bFrm\b.*                            # the U.S. printing office
    | .*\.(?:indd|qxp|qxd)\b.*                                                          # layout programs
    | .*\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s{1,3}\d{1,2}:\d\d(?::\d\d)?(?:\s?[AaPp]\.?[Mm]\.?)?\b.*   # a browser's
    | (?:https?|file)://\S+(?:\s+\d{1,4}/\d{1,4})?
    | (?:printed|last\ saved|downloaded)\s(?:on|at|by|from)\b.*
    """,
    re.VERBOSE | re.IGNORECASE,
)
_REACH: Final = 3
"""The first row of a table stands so many lines below its heads at most."""
_TICK: Final = re.compile(r"[-−–]?[$€£]?(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s?%?")


def without_artifacts(pages: list[Page], lost: Lost) -> list[Page]:
    """The pages without it; how much there was is counted in ``lost``."""
    rows = [rows_of(page.pieces) for page in pages]
    repeated = _repeated(pages, rows)
    return [_cleared(page, own, repeated, lost) for page, own in zip(pages, rows, strict=True)]


def _cleared(page: Page, rows: list[list[Piece]], repeated: frozenset[str], lost: Lost) -> Page:
    gone: set[int] = set()
    for row in _edges(page, rows):
        kind = _kind(row, repeated)
        if kind:
            lost[kind] += 1
            gone.update(map(id, row))
    return replace(page, pieces=[piece for piece in page.pieces if id(piece) not in gone])


def _kind(row: list[Piece], repeated: frozenset[str]) -> str:
    """What a line at a page's edge is; empty for text."""
    text = _text(row)
    if _PRINTED.fullmatch(text):
        return "print line"
    if _PAGE_NUMBER.fullmatch(text) and (_key(row) in repeated or not _YEAR.fullmatch(text)):
        return "page number"
    return "running head" if _key(row) in repeated else ""


def _edges(page: Page, rows: list[list[Piece]]) -> Iterator[list[Piece]]:
    """The lines at the top and the bottom of a page."""
    height = page.top - page.bottom
    yield from (row for row in rows[:_OUTERMOST] if row[0].y > page.top - _MARGIN * height)
    yield from (row for row in rows[-_OUTERMOST:] if row[0].y < page.bottom + _MARGIN * height)


def _repeated(pages: list[Page], rows: list[list[list[Piece]]]) -> frozenset[str]:
    """The lines at the edges that stand on several pages, numbers aside."""
    count = Counter(
        key for page, own in zip(pages, rows, strict=True) for key in {_key(row) for row in _edges(page, own)}
    )
    least = 2 if len(pages) < 5 else 3
    return frozenset(key for key, times in count.items() if times >= least)


def _text(row: list[Piece]) -> str:
    return " ".join(piece.text for piece in row)


def _key(row: list[Piece]) -> str:
    return _NUMBER.sub("#", _text(row))


# --- axes ----------------------------------------------------------------------------------------------------------


def without_ticks(pieces: list[Piece], lost: Lost) -> list[Piece]:
    """The pieces of a part of a page without the numbers along axes, which are counted in ``lost``."""
    rows = rows_of(pieces)
    ticks = {*map(id, _upright_ticks(rows)), *map(id, _lying_ticks(rows))}
    lost["axis tick"] += len(ticks)
    return [piece for piece in pieces if id(piece) not in ticks]


def _upright_ticks(rows: list[list[Piece]]) -> list[Piece]:
    """The numbers along an upright axis: one above the other at one edge, in equal steps, nothing beside them."""
    found: list[Piece] = []
    by_edge: dict[int, list[Piece]] = {}
    for row in rows:
        if len(row) == 1 and _TICK.fullmatch(row[0].text):
            by_edge.setdefault(round(row[0].right / 3), []).append(row[0])
    for column in by_edge.values():
        if _is_axis(column, [piece.y for piece in column]):
            found += column
    return found


def _lying_ticks(rows: list[list[Piece]]) -> list[Piece]:
    """The numbers along a lying axis: a line of nothing else, in equal steps, with no row of figures soon below it."""
    found: list[Piece] = []
    for place, row in enumerate(rows):
        below = rows[place + 1 : place + 1 + _REACH]
        alone = all(sum(is_number(piece.text) for piece in other) < 2 for other in below)
        numbers = all(_TICK.fullmatch(piece.text) for piece in row)
        if alone and numbers and _is_axis(row, [(piece.left + piece.right) / 2 for piece in row]):
            found += row
    return found


def _is_axis(pieces: list[Piece], places: list[float]) -> bool:
    """Whether numbers stand at equal distances and rise or fall by equal steps."""
    if len(pieces) < 4:
        return False
    values = [_value(piece.text) for piece in pieces]
    return _is_even(values, 0.01) and _is_even(places, 0.12)


def _value(text: str) -> float:
    sign = -1 if text[0] in "-−–" else 1
    return sign * float(re.sub(r"[^\d.]", "", text))


def _is_even(values: list[float], tolerance: float) -> bool:
    steps = [two - one for one, two in pairwise(values)]
    usual = sum(steps) / len(steps)
    return usual != 0 and all(abs(step - usual) <= tolerance * abs(usual) for step in steps)
