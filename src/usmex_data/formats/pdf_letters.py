"""Letters of a PDF page put together to pieces of lines; raised ones are told from the numbers beside them."""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

from usmex_data.formats.model import Lost
from usmex_data.formats.raised import raised

__all__ = ["Page", "Piece", "page_of"]

_SPACE: Final = 0.17
"""A gap of this share of the size is a space between words …"""
_GAP: Final = 1.0
"""… and one of this share divides columns or cells."""
_SMALL: Final = 0.82
"""A raised mark is at most this share of its neighbour's size."""
_IMAGE: Final = 0.01
"""Smaller shares of a page are rules, dots and logos."""
_TURNED: Final = 0.1


@dataclass(slots=True)
class Piece:
    """Letters on one line without a wide gap: from ``left`` to ``right``, ``y`` being the line that they stand on.

    All in points, upwards from the page's lower left corner.
    """

    left: float
    right: float
    y: float
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """The pieces of a page from top to bottom, and how high it is."""

    pieces: list[Piece]
    bottom: float
    top: float


_Letter = tuple[str, float, float, float, float]
"""A letter, its left and right edge, the line that it stands on, its size."""


def page_of(document: Any, place: int, lost: Lost) -> Page:
    """A page of an opened document; what it shows besides text that is read is counted."""
    page = document[place]
    try:
        box = page.get_bbox()
        bottom, top = _height(box, page.get_rotation())
        images = _images(page, (box[2] - box[0]) * (box[3] - box[1]))
        letters = page.get_textpage()
        try:
            pieces = _lines(list(_pieces(_runs(letters.raw, letters.count_chars(), page.get_rotation(), lost))))
        finally:
            letters.close()
    finally:
        page.close()
    if images and not pieces:
        lost["scanned page"] += 1
    else:
        lost["image"] += images
    return Page(pieces, bottom, top)


def _images(page: Any, area: float) -> int:
    import pypdfium2.raw as pdfium

    found = 0
    for item in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4):
        left, bottom, right, top = item.get_bounds()
        found += (right - left) * (top - bottom) > _IMAGE * area
    return found


def _runs(text: Any, count: int, turn: int, lost: Lost) -> Iterator[list[_Letter]]:
    """The letters in the order of the file, in runs that the library takes for lines; turned ones are counted only."""
    import pypdfium2.raw as pdfium

    box = pdfium.FS_RECTF()
    x, y = ctypes.c_double(), ctypes.c_double()
    where_box, where_x, where_y = ctypes.byref(box), ctypes.byref(x), ctypes.byref(y)
    upright = -math.radians(turn)
    run: list[_Letter] = []
    turned = fresh = False
    letter, loose, origin = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox, pdfium.FPDFText_GetCharOrigin
    for index in range(count):
        sign = chr(letter(text, index))
        if sign in "\r\n":
            fresh = True
            continue
        if fresh or not index:
            yield run
            run, fresh = [], False
            angle = pdfium.FPDFText_GetCharAngle(text, index) - upright
            turned = abs(math.remainder(angle, 2 * math.pi)) > _TURNED
            lost["turned line"] += turned
        if turned or not loose(text, index, where_box) or not origin(text, index, where_x, where_y):
            continue
        if turn:
            run.append(_upright(sign, box, x.value, y.value, turn))
        else:
            run.append((sign, box.left, box.right, y.value, box.top - box.bottom))
    yield run


def _upright(sign: str, box: Any, x: float, y: float, turn: int) -> _Letter:
    """A letter of a page that is shown turned, as the reader sees it."""
    if turn == 90:
        return sign, box.bottom, box.top, -x, box.right - box.left
    if turn == 180:
        return sign, -box.right, -box.left, -y, box.top - box.bottom
    return sign, -box.top, -box.bottom, x, box.right - box.left


def _height(box: tuple[float, float, float, float], turn: int) -> tuple[float, float]:
    """Where a page begins and ends as the reader sees it, from below; ``box`` is left, bottom, right, top."""
    left, bottom, right, top = box
    return {0: (bottom, top), 90: (-right, -left), 180: (-top, -bottom)}.get(turn, (left, right))


# --- letters to pieces ---------------------------------------------------------------------------------------------


def _pieces(runs: Iterator[list[_Letter]]) -> Iterator[Piece]:
    for run in runs:
        piece: Piece | None = None
        for printed, left, right, y, size in run:
            if printed.isspace() or size <= 0:
                continue  # gaps tell where words end; some files have no spaces
            sign = _letter(printed)
            if piece is None or not _goes_on(piece, left, y, size):
                if piece is not None:
                    yield piece
                piece = Piece(left, right, y, size, sign)
                continue
            piece.text += f" {sign}" if left - piece.right > _SPACE * size else sign
            piece.right = max(piece.right, right)
        if piece is not None:
            yield piece


def _letter(sign: str) -> str:
    # The library's own signs for a hyphen at a line's end and for what has no character.
    return {"\x02": "-", "\ufffe": "-", "\0": ""}.get(sign, sign)


def _goes_on(piece: Piece, left: float, y: float, size: float) -> bool:
    same_line = abs(y - piece.y) < 0.08 * size and abs(size - piece.size) < 0.18 * piece.size
    return same_line and -0.6 * size < left - piece.right < _GAP * size


def _lines(pieces: list[Piece]) -> list[Piece]:
    """The pieces from top to bottom and left to right, those of one line joined, marks put to what they mark."""
    pieces.sort(key=lambda piece: (-piece.y, piece.left))
    pieces = _attached(pieces)
    rows: list[list[Piece]] = []
    for piece in pieces:
        if rows and abs(rows[-1][0].y - piece.y) < 0.2 * min(piece.size, rows[-1][0].size):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [piece for row in rows for piece in _joined(sorted(row, key=lambda piece: piece.left))]


def _joined(row: list[Piece]) -> Iterator[Piece]:
    last: Piece | None = None
    for piece in row:
        if last is not None and -0.6 * last.size < piece.left - last.right < _GAP * min(last.size, piece.size):
            gap = " " if piece.left - last.right > _SPACE * last.size else ""
            last.text += f"{gap}{piece.text}"
            last.right = max(last.right, piece.right)
            last.size = max(last.size, piece.size)
        else:
            if last is not None:
                yield last
            last = piece
    if last is not None:
        yield last


def _attached(pieces: list[Piece]) -> list[Piece]:
    """The pieces without small ones beside the line of a larger one, which has become their neighbour's text."""
    heights = [-piece.y for piece in pieces]
    gone: set[int] = set()
    for index, piece in sorted(enumerate(pieces), key=lambda item: item[1].left):
        low, high = bisect_left(heights, -piece.y - piece.size), bisect_right(heights, -piece.y + 1.6 * piece.size)
        hosts = [place for place in range(low, high) if place not in gone and _marks(piece, pieces[place])]
        if len(piece.text) > 12 or not hosts:
            continue
        place = min(hosts, key=lambda each: abs(pieces[each].y - piece.y))
        _attach(piece, pieces[place])
        gone.add(index)
    return [piece for index, piece in enumerate(pieces) if index not in gone]


def _marks(small: Piece, host: Piece) -> bool:
    """Whether a small piece stands directly behind or before a larger one, and off its line."""
    if small is host or small.size > _SMALL * host.size:
        return False
    shift = (small.y - host.y) / host.size
    behind = -0.15 * host.size < small.left - host.right < 0.3 * host.size
    before = -0.1 * host.size < host.left - small.right < 0.8 * host.size and shift > 0
    return (behind or before) and (0.1 < shift < 0.75 or -0.35 < shift < -0.04)


def _attach(small: Piece, host: Piece) -> None:
    text = raised(small.text) if small.y > host.y else small.text
    if small.left >= host.right - 0.15 * host.size:
        host.text += text
        host.right = max(host.right, small.right)
    else:
        gap = " " if host.left - small.right > 0.1 * host.size else ""
        host.text = f"{text}{gap}{host.text}"
        host.left = small.left
