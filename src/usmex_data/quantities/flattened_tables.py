"""Tables that a PDF flattened into lines of words: units named at the heads of columns, negatives in parentheses."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from ..language.phrases import tokens
from .figures import figure
from .numerals import numerals
from .quantity import Quantity

__all__ = ["Head", "heads", "named_head", "tabular"]

_CELLS = 3
"""So many numbers in a row, with no word between, are a row of a table."""
_EMPTY = r"\.\.|…|[-–—](?=\s|$)|n\.?/?a\.?(?!\w)"
_GAP = re.compile(rf"[\s()|]*\s[\s()|]*(?:(?:{_EMPTY})[\s()|]*)*")
_BLANK = re.compile(_EMPTY)
_HINT = re.compile(r"\([^()\d]{1,40}\)|[$€£¥]\s[a-z]|R[aA][nN][kK]")
"""What every head holds; a text with fewer than two of them has no heads."""
_PARENTHESES = re.compile(r"\(([^()\d]{1,40})\)")


class Head(NamedTuple):
    """The unit that the head of a column names, and what its cells are multiplied by."""

    start: int
    end: int
    unit: str
    factor: Decimal


# --------------------------------------------------------------------------------------------------------- heads
@cache
def _signs() -> str:
    return alternatives(
        sign for names in table("units")["currency"].values() for sign in names.get("prefixes", ()) if sign
    )


@cache
def _bare() -> re.Pattern[str]:
    """A head without parentheses: money with a scale, or the word for a rank; no number stands beside it."""
    scale, rank = alternatives(table("numbers")["scale"]), alternatives(table("ranks")["column"])
    return re.compile(rf"(?<![\w(])(?P<money>(?:{_signs()})\s(?:{scale})s?)(?!\w)|\b(?P<rank>{rank})\b")


def heads(text: str) -> list[Head]:
    """The heads of columns in a text, in order: "(€ billion)", "(%)", "€ million", "Rank"; fewer than two are none."""
    if len(_HINT.findall(text)) < 2:
        return []
    found = [head for match in _PARENTHESES.finditer(text) if (head := _named(match.start(1), match[1]))]
    for match in _bare().finditer(text):
        head = Head(*match.span(), "rank", Decimal(1)) if match["rank"] else _named(match.start(), match[0])
        if head and all(head.end <= other.start or other.end <= head.start for other in found):
            found.append(head)
    return sorted(found) if len(found) > 1 else []


def named_head(words: str) -> Head | None:
    """The unit and scale of words that are one head, or None: "€ billion", "percent of GDP"."""
    return _named(0, words)


def _named(start: int, words: str) -> Head | None:
    """The unit of a head's words, read as those of one such thing: "€ billion" as "€1 billion", "%" as "1%"."""
    money = re.match(rf"(?:{_signs()})(?!\w)\s?", words)
    sign = money[0].strip() if money else ""
    rest = words[money.end() :] if money else words
    one = f"{sign}1{'' if rest.startswith('%') else ' '}{rest}"
    read = next(iter(numerals(one, tokens(one))), None)
    found = figure(one, read) if read else None
    if found is None or found.value is None or not found.unit or found.number_start != len(sign):
        return None
    return Head(start, start + len(words), found.unit, found.value)


# ---------------------------------------------------------------------------------------------------------- rows
def tabular(text: str, figures: Sequence[Quantity], named: Sequence[Head]) -> list[Quantity]:
    """The figures of a sentence, those in rows of a table read as cells under the heads of their columns."""
    read: list[Quantity] = []
    for row in _rows(text, figures):
        cells = len(row) + sum(len(blank) for blank in _blanks(text, row))
        read += _cells(text, row, cells, named) if cells >= _CELLS else row
    return read


def _rows(text: str, figures: Sequence[Quantity]) -> Iterator[list[Quantity]]:
    """The figures in groups that nothing but space and empty cells divides."""
    row: list[Quantity] = []
    for item in figures:
        if row and not _GAP.fullmatch(text, row[-1].end, item.start):
            yield row
            row = []
        row.append(item)
    if row:
        yield row


def _blanks(text: str, row: Sequence[Quantity]) -> Iterator[list[str]]:
    """The empty cells behind each figure of a row."""
    for index, item in enumerate(row):
        gap = _GAP.match(text, item.end)
        end = row[index + 1].start if index + 1 < len(row) else gap.end() if gap else item.end
        yield _BLANK.findall(text, item.end, end)


def _cells(text: str, row: Sequence[Quantity], cells: int, named: Sequence[Head]) -> Iterator[Quantity]:
    """The cells of a row; where the heads divide it evenly, each has the unit of its own."""
    width = cells // len(named) if named and cells % len(named) == 0 else 0
    place = 0
    for item, blanks in zip(row, _blanks(text, row), strict=True):
        cell = _accounted(text, item)
        head = named[place // width] if width else None
        if head and not cell.unit and cell.value is not None:
            cell = replace(cell, unit=head.unit, value=cell.value * head.factor, unit_inferred=True)
        yield cell
        place += 1 + len(blanks)


def _accounted(text: str, cell: Quantity) -> Quantity:
    """In a column of figures, "(2.1)" is how accountants write a negative."""
    if cell.value and text[cell.start - 1 : cell.start] == "(" and text[cell.end : cell.end + 1] == ")":
        return replace(cell, start=cell.start - 1, end=cell.end + 1, value=-cell.value)
    return cell
