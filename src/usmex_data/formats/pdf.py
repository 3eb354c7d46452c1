"""The text of a PDF in the order in which it is read: columns, tables and headings, without heads, feet and axes.

PDFium (pypdfium2) gives each letter with its place and size; what belongs together is worked out here, since the format
does not say. docs/formats.md tells what else was tried, and the measurements.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from importlib import import_module
from typing import Any

from usmex_data.errors import UsmexDataError
from usmex_data.formats.model import Limits, Lost, Read, damaged
from usmex_data.formats.pdf_artifacts import without_artifacts, without_ticks
from usmex_data.formats.pdf_columns import regions
from usmex_data.formats.pdf_letters import Page, Piece, page_of
from usmex_data.formats.pdf_lines import write

__all__ = ["read"]


def read(content: bytes, name: str, limits: Limits) -> Read:
    """The text of a PDF's bytes and what of it was not read.

    Raises ``UsmexDataError`` for a damaged or locked file, and where the library is not installed.
    """
    del limits  # the library has its own for what streams may unpack to
    pdfium = _library(name)
    lost = Lost()
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "password" in str(error).lower():
            raise UsmexDataError("locked by a password", where=name, remedy="save it without one") from None
        raise damaged("PDF", name, error) from None
    try:
        pages = [page_of(document, place, lost) for place in range(len(document))]
    except Exception as error:  # noqa: BLE001 - a damaged file can make the library raise anything
        raise damaged("PDF", name, error) from None
    finally:
        document.close()
    pages = without_artifacts(pages, lost)
    body = _body_size(pages)
    heads = _head_sizes(pages, body)
    parts = [without_ticks(part, lost) for page in pages for part in regions(page.pieces)]
    return "\n\n".join(filter(None, (write(part, body, heads) for part in parts))), lost


def _library(name: str) -> Any:
    try:
        return import_module("pypdfium2")
    except ImportError:
        raise UsmexDataError(
            "reading PDF needs a library that is not installed",
            where=name,
            remedy="install the extra that has it: pip install 'usmex-data[formats]', or '.[formats]' in a clone",
        ) from None


def _sizes(pages: list[Page]) -> Iterator[tuple[float, Piece]]:
    return ((round(piece.size * 2) / 2, piece) for page in pages for piece in page.pieces)


def _body_size(pages: list[Page]) -> float:
    """The size that most letters have."""
    count: Counter[float] = Counter()
    for size, piece in _sizes(pages):
        count[size] += len(piece.text)
    return count.most_common(1)[0][0] if count else 10.0


def _head_sizes(pages: list[Page], body: float) -> dict[float, int]:
    """The levels of headings by their size: the three largest sizes of short lines, well above the body's."""
    count: Counter[float] = Counter()
    for size, piece in _sizes(pages):
        if size >= 1.15 * body and any(map(str.isalpha, piece.text)):
            count[size] += len(piece.text)
    total = sum(len(piece.text) for _, piece in _sizes(pages))
    found = sorted((size for size, letters in count.items() if 5 * letters < total), reverse=True)
    return {size: min(level, 3) for level, size in enumerate(found, 1)}
