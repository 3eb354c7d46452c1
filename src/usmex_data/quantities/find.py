"""Quantities of a document: every numeric expression, with unit, bounds and hedge, and what has no claim to be one."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from ..document.model import Document
from . import units
from .dates import dates
from .masks import masks
from .model import Disposition, Numeral, Quantity
from .numerals import numerals, trigger, writes_comma
from .ranks import may_rank, ranks
from .series import complete

__all__ = ["find", "find_in"]


def find(document: Document) -> tuple[Quantity, ...]:
    """The quantities of a document in text order, none overlapping."""
    found: list[Quantity] = []
    wanted, ranking = trigger(), may_rank()
    text = document.text
    comma = writes_comma(text)
    for block in document.blocks:
        if block.kind in _WHOLE and _DIGIT.search(text, block.start, block.end):
            found.append(_whole(block.start, block.end, _WHOLE[block.kind]))
    for start, end in document.sentences:
        if document.block_at(start).kind in _WHOLE:
            continue
        if wanted.search(text, start, end) or ranking.search(text, start, end):
            found.extend(_shifted(item, start, end) for item in find_in(text[start:end], comma=comma))
    return tuple(sorted(found, key=lambda quantity: quantity.start))


def find_in(sentence: str, *, comma: bool = False) -> list[Quantity]:
    """The quantities of one sentence, in order; offsets count from its first character.

    ``comma`` where the text writes decimals with a comma.
    """
    taken = _taken(sentence)
    clear = _blank(sentence, taken)
    figures = [_figure(clear, numeral) for numeral in numerals(clear, comma=comma)]
    ranked = list(ranks(clear))
    figures = list(_apart(figures))
    if _is_row(clear, figures):
        figures = [_accounted(clear, item) for item in figures]
    figures = [
        item for item in figures if not any(rank.start < item.number_end and item.start < rank.end for rank in ranked)
    ]
    figures = complete(clear, sorted(figures + ranked, key=lambda item: item.number_start))
    return list(_apart(figures + taken))


_LETTERS = re.compile(r"[A-Za-z]{2,}")


def _is_row(text: str, figures: list[Quantity]) -> bool:
    """Whether a sentence is a row of a table: more numbers than words."""
    return len(figures) >= 3 and len(_LETTERS.findall(text)) < 2 * len(figures)


def _accounted(text: str, figure: Quantity) -> Quantity:
    """In a column of figures, "(2.1)" is how accountants write a negative."""
    if figure.value and text[figure.start - 1 : figure.start] == "(" and text[figure.end : figure.end + 1] == ")":
        return replace(figure, start=figure.start - 1, end=figure.end + 1, value=-figure.value)
    return figure


_DIGIT = re.compile(r"\d")
_WHOLE: dict[str, Disposition] = {"reference": "reference", "contents": "page"}


def _whole(start: int, end: int, disposition: Disposition) -> Quantity:
    return Quantity(start, end, start, end, "masked", disposition=disposition, sentence=(start, end))


def _shifted(item: Quantity, by: int, end: int) -> Quantity:
    return replace(
        item,
        start=item.start + by,
        end=item.end + by,
        number_start=item.number_start + by,
        number_end=item.number_end + by,
        sentence=(by, end),
    )


def _taken(text: str) -> list[Quantity]:
    """Dates, references and names; where two overlap the one that begins first, then the longer, stays."""
    end = len(text)
    spans = [
        Quantity(m.start, m.end, m.start, m.end, "date", disposition="date", period=m.period)
        for m in dates(text, 0, end)
    ]
    spans += [
        Quantity(m.start, m.end, m.start, m.end, "masked", disposition=m.disposition) for m in masks(text, 0, end)
    ]
    return list(_apart(spans))


def _apart(items: Iterable[Quantity]) -> Iterator[Quantity]:
    position = -1
    for item in sorted(items, key=lambda item: (item.start, -item.end)):
        if item.start >= position:
            yield item
            position = item.end


def _blank(text: str, taken: list[Quantity]) -> str:
    """The text with the taken spans as NUL characters, so that no numeral is read in them; offsets stay."""
    pieces, position = [], 0
    for item in taken:
        pieces += [text[position : item.start], "\0" * (item.end - item.start)]
        position = item.end
    return "".join([*pieces, text[position:]])


def _figure(text: str, numeral: Numeral) -> Quantity:
    """A numeral with the currency, sign and unit that touch it; hedges come later, when ranges are known."""
    left, right, value, unit = numeral.start, numeral.end, numeral.value, numeral.unit
    if numeral.kind in ("cardinal", "vague", "digit_class") and not unit:
        money = units.currency_before(text, numeral.start)
        if money:
            left, unit = money.start, money.unit
        behind = _behind(text, numeral)
        found = units.unit_after(text, behind, spelled=numeral.spelled, currency=unit, value=value)
        if found:
            right, unit, value = found.end, found.unit, value * found.factor
        sign = _SIGN.search(text, max(0, left - 2), left)
        if sign and numeral.kind == "cardinal":
            left, value = sign.start(1), -value
    elif numeral.kind in ("fraction", "odds"):
        part = units.part_of(text, numeral.end)
        right, unit = (part.end, part.unit) if part else (numeral.end, "percent")
        value = value / 100 * part.factor if part else value
    elif numeral.kind == "multiplier":
        comparative = _COMPARATIVE.match(text, numeral.end)
        right, unit = comparative.end() if comparative else numeral.end, "ratio"
    ranged = numeral.modifier == "range"
    return Quantity(
        left,
        right,
        numeral.start,
        numeral.end,
        numeral.kind,
        value=None if ranged else value,
        low=value if ranged else None,
        high=numeral.high if ranged else None,
        unit=unit,
        modifier=numeral.modifier,
        change=numeral.change,
        spelled=numeral.spelled,
    )


_AGAIN = re.compile(r"\s*\(\d{1,4}\)(?=\s)")
_PLUS = re.compile(r"\+(?!\d)|-plus\b")
_OF = re.compile(r"\s+of\s+(?!the\b|its\b|their\b|these\b|those\b)")


def _behind(text: str, numeral: Numeral) -> int:
    """Where a numeral's unit may begin: behind its "+", or behind the "of" of a vague number ("hundreds of miles")."""
    pattern = _OF if numeral.kind == "vague" else _AGAIN if numeral.spelled else _PLUS
    match = pattern.match(text, numeral.end)
    return match.end() if match else numeral.end


_SIGN = re.compile(r"(?:^|[\s(\[])([-−–])\Z")
_COMPARATIVE = re.compile(
    r"\s+(?:as\s+(?:much|many|likely|large|big|high|fast|great|long|often)|(?:more|less)\s+(?:likely|expensive|common|often|efficient)|more|less|fewer|greater|larger|smaller|bigger|higher"
    r"|lower|faster|slower|longer|shorter|better|worse|cheaper|likelier|stronger)\b"
)
