"""The pieces of a page in reading order: what runs in columns goes down each of them first.

A gutter is a place where lines begin, with no text across it over several lines, and prose on both sides: the cells of
a table are divided by gaps too, but hold few words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import Final

from usmex_data.formats.pdf_letters import Piece

__all__ = ["regions"]

_LINES: Final = 3
"""A column has so many lines at least."""
_PROSE: Final = 18
"""A line of prose has so many letters at least."""
_GAP: Final = 1.9
"""Lines further apart than so many times their size belong to different parts of the page."""
_DEEPEST: Final = 4


def regions(pieces: list[Piece], depth: int = 0) -> list[list[Piece]]:
    """The parts of a page one after the other, each with its pieces from top to bottom."""
    if depth == _DEEPEST or len(pieces) < 2 * _LINES:
        return [pieces] if pieces else []
    best = max(_gutters(pieces), key=lambda gutter: _weight(pieces, gutter), default=None)
    if best is None or not _weight(pieces, best):
        return [pieces]
    found: list[list[Piece]] = []
    for band, columns in _bands(pieces, best):
        if columns:
            left = [piece for piece in band if piece.left < best]
            right = [piece for piece in band if piece.left >= best]
            found += regions(left, depth + 1) + regions(right, depth + 1)
        else:
            found += regions(band, depth + 1) if len(band) < len(pieces) else [band]
    return found


def _gutters(pieces: list[Piece]) -> list[float]:
    """Places just before where several lines begin, away from the edges."""
    left = min(piece.left for piece in pieces)
    right = max(piece.right for piece in pieces)
    starts = Counter(round(piece.left) for piece in pieces)
    inner = (left + 0.15 * (right - left), left + 0.85 * (right - left))
    return [
        start - 2.0
        for start in sorted(starts)
        if inner[0] < start < inner[1] and starts[start - 1] + starts[start] + starts[start + 1] >= _LINES
    ]


def _weight(pieces: list[Piece], gutter: float) -> int:
    """How many letters a gutter would put into columns."""
    return sum(len(piece.text) for band, columns in _bands(pieces, gutter) if columns for piece in band)


def _bands(pieces: list[Piece], gutter: float) -> Iterator[tuple[list[Piece], bool]]:
    """The page from top to bottom in bands that run in columns on both sides of a gutter, and in others."""
    joined: list[tuple[list[Piece], bool]] = []
    for band in _parted(pieces, gutter):
        columns = not _crosses(band[0], gutter) and _is_open(band, gutter)
        if joined and joined[-1][1] == columns:
            joined[-1][0].extend(band)
        else:
            joined.append((band, columns))
    for band, columns in joined:
        yield band, columns and _is_prose(band, gutter)


def _parted(pieces: list[Piece], gutter: float) -> list[list[Piece]]:
    """The pieces from top to bottom, parted where text across the gutter begins or ends and at wide white stripes."""
    found: list[list[Piece]] = []
    lowest = 0.0
    for piece in pieces:
        across = _crosses(piece, gutter)
        apart = not found or lowest - piece.y > _GAP * piece.size
        if apart or across != _crosses(found[-1][-1], gutter):
            found.append([piece])
        else:
            found[-1].append(piece)
        lowest = piece.y
    return found


def _crosses(piece: Piece, gutter: float) -> bool:
    return piece.left < gutter - 1 and piece.right > gutter + 1


def _is_open(band: list[Piece], gutter: float) -> bool:
    """Whether a stripe of a page may be a part of columns: what it holds on either side is prose, or little."""
    sides = [[p for p in band if p.left < gutter], [p for p in band if p.left >= gutter]]
    return all(not side or len(side) < _LINES or _words(side) for side in sides) and not _is_row_by_row(*sides)


def _is_row_by_row(left: list[Piece], right: list[Piece]) -> bool:
    """Whether each line on one side has short ones beside it on the other: a table, or its heads."""
    if not left or not right:
        return False
    short = sum(len(piece.text) < _PROSE for piece in (*left, *right))
    return 2 * short > len(left) + len(right)


def _words(side: list[Piece]) -> bool:
    letters = sum(len(piece.text) for piece in side)
    return 10 * sum(len(piece.text) for piece in side if len(piece.text) >= _PROSE) >= 6 * letters


def _is_prose(band: list[Piece], gutter: float) -> bool:
    """Whether both sides of a gutter hold lines of words."""
    sides = [[p for p in band if p.left < gutter], [p for p in band if p.left >= gutter]]
    return all(len(side) >= _LINES and _words(side) for side in sides)
