"""What any English text says in figures: the build's own reading and rules, without catalogue and corpus."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final

from usmex_data.annotation.annotate import annotate as read_claims
from usmex_data.annotation.discourse import Topic, Topics
from usmex_data.annotation.home import Home, known_country
from usmex_data.annotation.money import Dollars
from usmex_data.annotation.reading import Reading
from usmex_data.annotation.times import TimeResolver
from usmex_data.corpus import Source, load_sources
from usmex_data.document import Continuation, Document
from usmex_data.document import read as read_document
from usmex_data.document.attached_marks import noted_numbers
from usmex_data.document.segmentation import segments
from usmex_data.errors import UsmexDataError
from usmex_data.language.detection import require_english
from usmex_data.quantities.defined import definitions
from usmex_data.quantities.digits import writes_comma
from usmex_data.quantities.fiscal import stated
from usmex_data.tables.csv_format import LIST_SEPARATOR, Cell

if TYPE_CHECKING:
    import pandas as pd
    from pandas.api.extensions import ExtensionArray

__all__ = ["COLUMNS", "extract", "read_source", "readings", "rows"]

COLUMNS: Final = (
    "start", "end", "text", "value", "value_low", "value_high", "unit", "counted", "base", "modifier", "hedge",
    "change", "status", "period", "geography", "partner", "doubt", "disposition",
)  # fmt: skip
_INTEGERS: Final = ("start", "end")
_NUMBERS: Final = ("value", "value_low", "value_high")
_LISTS: Final = ("doubt",)
_CATEGORIES: Final = ("unit", "modifier", "change", "status", "disposition")
_SEGMENT: Final = 300_000
"""A longer text is read in segments, so that time and memory a character are the same for any length."""
_SURROGATE: Final = re.compile("[\ud800-\udfff]")
"""Half a character: nothing can write it down, so it is read as one that cannot be shown."""
_TAIL: Final = 100
_BREAK: Final = re.compile(r"\n[ \t]*\r?\n\s*\Z")
"""What ends a segment, in its last characters, unless its paragraph goes on in the next."""
_cells = attrgetter(*COLUMNS)
_place = attrgetter("start", "end")


def readings(text: str, *, published: str = "", country: str = "", language: str = "") -> Iterator[Reading]:
    """Every numeric expression of a text, in text order: the claims, and what is none.

    Up to 300,000 characters a text is read as one. A longer one is read segment by segment, each as it is asked for;
    what a segment says of its layout is carried on, so that little is lost at a cut: docs/how-it-works.md tells what.

    ``published`` (EDTF, such as ``2021`` or ``2021-02``) tells forecasts from reports; empty if unknown. ``country``
    (ISO 3166-1 alpha-3, such as ``MEX``) is the place of claims that name none, and says whose dollar and whose fiscal
    years are meant; empty if unknown. ``language`` is that of the text: ``en``, or empty where the text shall show it.
    Raises ``UsmexDataError`` for anything but strings, for a country that no code stands for, and for a text in another
    language than English.
    """
    if not isinstance(text, str):
        raise UsmexDataError(
            f"expected a text, found {type(text).__name__}",
            remedy="pass the text itself: extract(Path('report.txt').read_text(encoding='utf-8'))",
        )
    if not isinstance(published, str):
        raise UsmexDataError(
            f"expected a date for published, found {type(published).__name__}",
            remedy="write it as text, such as '2021-02', or leave it out if it is not known",
        )
    text = _SURROGATE.sub("\ufffd", text)
    require_english(text, language)
    return _read(text, published, known_country(country))


def _read(text: str, published: str, country: str) -> Iterator[Reading]:
    spans = list(segments(text, _SEGMENT))
    long = len(spans) > 1
    continuation = Continuation(noted=noted_numbers(text) if long else None)
    comma = writes_comma(text) if long else None
    defined = definitions(text) if long else None
    dollars = Dollars(text, country) if long or country else None
    home = Home(text, country)
    resolver = TimeResolver(stated(text, home.government), published)
    left: Topic | None = None
    for start, end in spans:
        document = read_document(text[start:end], continuation=continuation)
        topics = Topics(document, left, home)
        found = read_claims(
            document,
            published,
            offset=start,
            comma=comma,
            defined=defined,
            dollars=dollars,
            resolver=resolver,
            topics=topics,
        )
        yield from sorted(found, key=_place)
        goes_on = end < len(text) and not _BREAK.search(text, max(start, end - _TAIL), end)
        resolver.turn(document.text, goes_on=goes_on)
        left = topics.left if goes_on else None


def rows(text: str, *, published: str = "", country: str = "", language: str = "") -> Iterator[tuple[Cell, ...]]:
    """The rows of :func:`extract` as plain values, each with the cells of :data:`COLUMNS`; pandas is not imported."""
    for reading in readings(text, published=published, country=country, language=language):
        yield _cells(reading)


def extract(text: str, *, published: str = "", country: str = "", language: str = "") -> pd.DataFrame:
    """A frame of every numeric expression in an English text, in text order; those of ``disposition`` "claim" assert.

    ``start`` and ``end`` count code points of the text as given. ``value`` is the figure as stated, in ``unit``, and
    empty for a range; ``value_low`` and ``value_high`` are what it allows. ``doubt`` says why a
    reading may be wrong, and is empty for most. ``published`` (EDTF) is when the text was
    written: what it says of later times is a forecast. ``country`` (ISO 3166-1 alpha-3) is the place of claims that
    name none, and says whose dollar and whose fiscal years are meant.

    A text in another language than English is an error that names it; ``language="en"`` reads it all the same. In an
    English text the figures of a paragraph in another language carry the doubt ``other_language``.
    """
    import pandas as pd

    found = list(rows(text, published=published, country=country, language=language))
    columns = zip(*found, strict=True) if found else ((),) * len(COLUMNS)
    arrays = {name: _array(name, cells) for name, cells in zip(COLUMNS, columns, strict=True)}
    return pd.DataFrame(arrays, copy=False)


def _array(name: str, cells: Sequence[Any]) -> ExtensionArray:
    """The cells of a column in its type, made at once: to cast columns of a frame takes longer than a short text."""
    import pandas as pd

    if name in _INTEGERS:
        return pd.array(cells, dtype="Int64")
    if name in _NUMBERS:
        return pd.array([None if cell is None else float(cell) for cell in cells], dtype="Float64")
    if name in _CATEGORIES:
        known = sorted({cell for cell in cells if cell})
        code_of = {word: code for code, word in enumerate(known)}
        codes = [code_of.get(cell, -1) for cell in cells]
        return pd.Categorical.from_codes(codes, dtype=pd.CategoricalDtype(pd.Index(known, dtype="str")))
    words = map(LIST_SEPARATOR.join, cells) if name in _LISTS else cells
    return pd.array([word or None for word in words], dtype="str")


def read_source(name: str) -> Document:
    """The document of a source of the corpus: raw text, repaired text, blocks, and the offsets between the two.

    Raises ``UsmexDataError`` for a name that the manifest does not list.
    """
    source = named_source(name)
    return read_document(source.raw, source.id, source.kind)


def named_source(name: str) -> Source:
    """The source with an id, or an error that lists the known ones."""
    sources = {source.id: source for source in load_sources()}
    if str(name) not in sources:  # whatever was passed
        raise UsmexDataError(f"there is no source {name!r}", remedy=f"the sources are {', '.join(sources)}")
    return sources[name]
