"""A part of a PDF page as lines of text: paragraphs apart, headings marked, tables between bars."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from statistics import median
from typing import Final

from usmex_data.formats.pdf_letters import Piece
from usmex_data.formats.pdf_tables import find_tables

__all__ = ["rows_of", "write"]

_APART: Final = 1.35
"""A paragraph begins where the distance to the line above is so many times the usual one."""
_HEADING: Final = 140


def write(pieces: list[Piece], body: float, heads: dict[float, int]) -> str:
    """The text of pieces that stand in one column; ``heads`` are the levels of headings by their size."""
    rows = rows_of(pieces)
    parts: list[str] = []
    for part in find_tables(rows):
        if isinstance(part, str):
            parts += ("\n\n", part, "\n\n")
        else:
            parts += _paragraphs(part, body, heads)
    return "".join(parts).strip("\n")


def rows_of(pieces: list[Piece]) -> list[list[Piece]]:
    """The pieces line by line, from top to bottom and left to right."""
    rows: list[list[Piece]] = []
    for piece in sorted(pieces, key=lambda piece: (-piece.y, piece.left)):
        if rows and abs(rows[-1][0].y - piece.y) < 0.35 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _paragraphs(rows: list[list[Piece]], body: float, heads: dict[float, int]) -> Iterator[str]:
    """The lines with what stands between them: a line feed, or two where a paragraph begins."""
    usual = median([one[0].y - two[0].y for one, two in pairwise(rows)] or [1.2 * body])
    before: list[Piece] | None = None
    level = 0
    for row in rows:
        text = "  ".join(piece.text for piece in row)
        near = before is not None and before[0].y - row[0].y <= _APART * max(usual, 1.1 * row[0].size)
        same = before is not None and abs(before[0].size - row[0].size) < 0.1 * row[0].size
        above, level = level, _level(row, text, heads)
        goes_on = near and same and above == level
        if before is not None:
            yield (" " if level else "\n") if goes_on else "\n\n"
        if level and not (goes_on or _is_title(text)):
            level = 0
        yield f"{'#' * level} {text}" if level and not goes_on else text
        before = row


def _level(row: list[Piece], text: str, heads: dict[float, int]) -> int:
    """The level of a heading that a line may be, or be a part of; 0 for other lines."""
    return heads.get(round(row[0].size * 2) / 2, 0) if len(text) <= _HEADING else 0


def _is_title(text: str) -> bool:
    """Whether a line in large letters can begin a heading: a large figure alone is the news, not its title."""
    return sum(map(str.isalpha, text)) > 2 and not text.endswith((".", ";", ",")) and not text[0].islower()
