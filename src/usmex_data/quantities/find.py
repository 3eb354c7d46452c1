"""Quantities of a document: every numeric expression, with unit, bounds and hedge, and what has no claim to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache, partial
from itertools import pairwise

from ..catalogue.doubts import Doubt
from ..document.document import Document
from ..document.footnotes import asserts, is_reference
from ..language import table
from ..language.phrases import Tokens, tokens
from .citations import citations
from .dates import DateMatch, dates
from .defined import definitions, in_defined_units
from .digits import writes_comma
from .ellipsis import complete
from .figures import figure
from .fiscal import UNKNOWN, Fiscal, stated
from .flattened_tables import Head, heads, tabular
from .formulas import formulas
from .identifiers import identifiers
from .names import names
from .numerals import numeral_starters, numerals
from .pointers import draws, pointers
from .quantity import Disposition, Quantity
from .ranks import rank_starters, ranks
from .table_rows import Rows
from .unit_names import UnitMatch, named_unit

__all__ = ["find", "find_in"]

_LONGEST = 2_000
"""A sentence longer than this is read in pieces: what stands further off says nothing of a figure."""
_DIGITS = re.compile(r"\d+")
_ROW = re.compile(r"\s?(?:[^\W\d][\w.’'-]*\s){0,5}[(+–−-]?\d[\d.,]*\)?\s[(+–−-]?\d|\s?(?:\w+\s){0,5}\(\d")
_NUMERIC = re.compile(r"[\d¼-¾⅐-⅞]")
_SECTION = re.compile(r"\s?(\d{1,2}(?:\.\d{1,2}){1,3})\.?\s(?=[A-Z])")
_PARAGRAPH = re.compile(
    r"""\s?\d{1,3}(?:
      (?:\.\d{1,4}){1,3}(?:\.\Z|\.?\s+(?=[“"(]?[A-Z][a-z]*,?\s))     # "2.31 Farm credit grew"
    | \.(?=[A-Z][a-z]*[\s,])                                          # "13.Rail carried"
    )""",
    re.VERBOSE,
)
"""The number of a paragraph: "2.31 Farm credit grew", "13.Rail carried"."""
_COUNTED = re.compile(r"\s?(\d{1,2})\s(?=[A-Z][a-z]+\s[a-z])")
"""A bare number before a sentence."""
_WORD = re.compile(r"[^\W\d_]+")
_WHOLE: dict[str, Disposition] = {"reference": "reference", "contents": "page"}
"""Kinds of blocks that are one quantity from end to end."""


def find(
    document: Document,
    *,
    comma: bool | None = None,
    defined: Mapping[str, UnitMatch] | None = None,
    fiscal: Fiscal | None = None,
) -> tuple[Quantity, ...]:
    """The quantities of a document in text order, none overlapping.

    ``comma`` says whether the text writes decimals with a comma, ``defined`` which units it abbreviates in its own way,
    ``fiscal`` when its fiscal years begin; where they are not given, the document shows it.
    """
    text, found, named = document.text, list[Quantity](), list[Head]()
    comma = writes_comma(text) if comma is None else comma
    defined = definitions(text) if defined is None else defined
    fiscal = stated(text) if fiscal is None else fiscal
    for block in document.blocks:
        if block.kind in _WHOLE and _DIGITS.search(text, block.start, block.end):
            found.append(_masked(block.start, block.end, _WHOLE[block.kind], (block.start, block.end)))
    citing, drawn = _citing(document), draws(text)
    counted = _counted_up(document)
    rows = Rows(document, cache(partial(find_in, comma=comma, defined=defined, fiscal=fiscal)), comma=comma)
    for sentence in document.sentences:
        if not _may_hold(text, *sentence) or document.block_at(sentence[0]).kind in _WHOLE:
            continue
        if document.block_at(sentence[0]).start in citing and not asserts(text[slice(*sentence)]):
            found.append(_masked(*sentence, "reference", sentence))
            continue
        cells = document.cells_in(*sentence)
        if cells:
            found.extend(replace(item, sentence=sentence) for item in rows.figures(cells))
            continue
        above = _heading_end(document, *sentence)
        numbered = counted.get(sentence[0]) or _paragraph_end(document, *sentence)
        for start, end in _pieces(text, *sentence):
            words = text[start:end]
            named = heads(words) or (named if _is_row(words) else [])
            items = [
                item.moved(start, end)
                for item in find_in(words, comma=comma, named=named, defined=defined, fiscal=fiscal, drawn=drawn)
            ]
            found.extend(_heading(item) if item.start < above else _pointing(item, numbered) for item in items)
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def find_in(
    sentence: str,
    *,
    comma: bool = False,
    named: Sequence[Head] = (),
    defined: Mapping[str, UnitMatch] | None = None,
    fiscal: Fiscal = UNKNOWN,
    drawn: bool = False,
) -> list[Quantity]:
    """The quantities of one sentence, in order; offsets count from its first character.

    ``comma`` where the text writes decimals with a comma; ``named`` are the heads of the table that it belongs to,
    ``defined`` the units that the text abbreviates in its own way; ``fiscal`` says when fiscal years begin;
    ``drawn`` whether it describes drawings.
    """
    words = tokens(sentence)
    taken = _taken(sentence, words, fiscal, drawn=drawn)
    taken = list(_apart([*taken, *_headings(sentence)])) if named else taken
    clear = _blank(sentence, taken)
    free = Tokens(token for token in words if clear[token[0]] != "\0") if taken else words
    ranked = list(ranks(clear, free))
    figures = list(_apart(figure(clear, numeral) for numeral in numerals(clear, free, comma=comma)))
    figures = in_defined_units(clear, figures, defined) if defined else figures
    figures = tabular(clear, [item for item in figures if not _touches(item, ranked)], named)
    figures = complete(clear, sorted(figures + ranked, key=lambda item: item.number_start))
    return list(_with_leftovers(sentence, list(_apart(figures + taken))))


@cache
def _wanted() -> frozenset[str]:
    """The words without which a sentence in words states no figure, rank or date."""
    articles = table("numbers")["small"]["article"]
    return (numeral_starters() | rank_starters() | frozenset(table("dates")["spans"])) - frozenset(articles)


def _may_hold(text: str, start: int, end: int) -> bool:
    """Whether a sentence may hold anything numeric: a digit, a sign for a fraction, or one of the words."""
    if _NUMERIC.search(text, start, end):
        return True
    return not _wanted().isdisjoint(_WORD.findall(text[start:end].lower()))


def _pieces(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence, cut between words where it is too long to be one."""
    while end - start > _LONGEST:
        space = text.rfind(" ", start + _LONGEST // 2, start + _LONGEST)
        cut = space + 1 if space > 0 else start + _LONGEST
        yield start, cut
        start = cut
    if start < end:
        yield start, end


def _taken(text: str, words: Tokens, fiscal: Fiscal, *, drawn: bool) -> list[Quantity]:
    """Citations, dates, references and names; where two overlap the one that begins first, then the longer, stays."""
    spans = [_masked(match.start, match.end, match.disposition) for match in citations(text)]
    spans += [_date(match) for match in dates(text, 0, len(text), words, fiscal)]
    pointing = pointers(text, words, drawn=drawn)
    for masks in (identifiers(text, words), pointing, names(text, words), formulas(text, words)):
        spans += [_masked(match.start, match.end, match.disposition) for match in masks]
    return list(_apart(spans))


def _date(match: DateMatch) -> Quantity:
    span = match.start, match.end
    doubt: tuple[Doubt, ...] = ("fiscal_year",) if match.doubtful else ()
    return Quantity(*span, *span, "date", disposition="date", period=match.period, doubt=doubt)


def _headings(text: str) -> list[Quantity]:
    """The heads of columns, whose scale words are no figures."""
    return [_masked(head.start, head.end, "heading") for head in heads(text) if head.factor > 1]


def _citing(document: Document) -> frozenset[int]:
    """Where the notes start that open with a citation and go on in prose."""
    notes = (block for block in document.blocks if block.kind == "footnote")
    return frozenset(note.start for note in notes if is_reference(document.text[note.start : note.end]))


def _heading_end(document: Document, start: int, end: int) -> int:
    """Up to where the numbers of a sentence only head something: a table, or a section ("2.1 Health in Uganda")."""
    if document.is_head(start):
        return end
    match = _SECTION.match(document.text, start, end) if document.block_at(start).kind == "heading" else None
    return match.end(1) if match else start


def _counted_up(document: Document) -> dict[int, int]:
    """Where the numbers end with which sentences are counted up, by the sentence: "1 Excludes rent.", "2 Figures …"."""
    text = document.text
    opening = [
        (start, match.end(1), int(match[1]))
        for start, end in document.sentences
        if (match := _COUNTED.match(text, start, end))
    ]
    found: dict[int, int] = {}
    for (start, end, number), (after, behind, following) in pairwise(opening):
        if following == number + 1 and after - start < _LONGEST:
            found |= {start: end, after: behind}
    return found


def _paragraph_end(document: Document, start: int, end: int) -> int:
    """Where the number of a paragraph ends that a sentence begins with; its start where there is none."""
    block = document.block_at(start)
    match = _PARAGRAPH.match(document.text, start, end) if block.start == start and block.kind != "heading" else None
    if match is None or named_unit(document.text, match.end(), spelled=False) or _scaled(document.text, match.end()):
        return start
    return match.end()


def _scaled(text: str, position: int) -> bool:
    word = _WORD.match(text, position)
    return word is not None and word[0].lower() in table("numbers")["scale"]


def _pointing(item: Quantity, before: int) -> Quantity:
    """A figure that is the number of its paragraph."""
    return item if item.start >= before else replace(item, disposition="reference")


def _heading(item: Quantity) -> Quantity:
    """A figure of a table's head or caption, which is no claim."""
    return item if item.disposition else replace(item, disposition="heading")


def _is_row(text: str) -> bool:
    """Whether a sentence may be a row of a table: it begins with few words, and numbers follow."""
    return bool(_ROW.match(text))


def _masked(start: int, end: int, disposition: Disposition, sentence: tuple[int, int] = (0, 0)) -> Quantity:
    return Quantity(start, end, start, end, "masked", disposition=disposition, sentence=sentence)


def _touches(item: Quantity, ranked: Sequence[Quantity]) -> bool:
    """Whether a figure is part of a rank."""
    return any(rank.start < item.number_end and item.start < rank.end for rank in ranked)


def _reach(item: Quantity) -> tuple[int, int]:
    return item.start, -item.end


def _apart(items: Iterable[Quantity]) -> Iterator[Quantity]:
    """The items in order, without those that overlap one before them."""
    position = -1
    for item in sorted(items, key=_reach):
        if item.start >= position:
            yield item
            position = item.end


def _blank(text: str, taken: Sequence[Quantity]) -> str:
    """The text with the taken spans as NUL characters, so that no numeral is read in them; offsets stay."""
    pieces, position = [], 0
    for item in taken:
        pieces += [text[position : item.start], "\0" * (item.end - item.start)]
        position = item.end
    return "".join([*pieces, text[position:]])


def _with_leftovers(text: str, items: Sequence[Quantity]) -> Iterator[Quantity]:
    """The items and, as names, the digits that none of them holds: nothing numeric is skipped in silence."""
    position = 0
    for item in items:
        yield from _leftovers(text, position, item.start)
        yield item
        position = item.end
    yield from _leftovers(text, position, len(text))


def _leftovers(text: str, start: int, end: int) -> Iterator[Quantity]:
    for match in _DIGITS.finditer(text, start, end):
        yield _masked(match.start(), match.end(), "name")
