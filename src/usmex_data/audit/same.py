"""The same thing in two places: figures whose sentences say the same in other words or units, and do not agree."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Final

from ..document.document import Document
from .checks import Check
from .findings import finding, said
from .meaning import Meaning, convertible, meanings
from .passages import Figure, Passage
from .row_index import RowIndex

__all__ = ["check_same"]

_COUNTS: Final = frozenset({"", "count", "person"})
_MANY: Final = 40
"""A word that more figures share than these tells none of them apart."""


def check_same(rows: RowIndex, found: Sequence[Passage], documents: Mapping[str, Document]) -> Iterator[Check]:
    """The checks of figures that measure one thing, in two texts or in two places of one."""
    every = meanings(found, documents)
    seen: set[frozenset[str]] = set()
    told: set[frozenset[object]] = set()
    for one, other in _pairs(every):
        key = frozenset((one.figure.id, other.figure.id))
        if key in seen or one.passage is other.passage:
            continue
        seen.add(key)
        factor = _factor(one.figure.unit, other.figure.unit)
        if factor is None or not _one_time(one, other):
            continue
        if _is_same(one, other):
            # A figure that each of two texts repeats is asked about once.
            sides = frozenset(
                (each.passage.source, each.figure.unit, each.figure.measure.core) for each in (one, other)
            )
            if sides not in told:
                told.add(sides)
                yield from _check(rows, one, other, factor)
        elif _is_slip(one, other, factor):
            yield _slip(rows, one, other, factor)


def _pairs(every: Sequence[Meaning]) -> Iterator[tuple[Meaning, Meaning]]:
    """Figures that share a concept or a word, found by an index: rare words first, common ones never."""
    index: dict[tuple[str, str], list[Meaning]] = {}
    for meaning in every:
        for word in meaning.words:
            index.setdefault((word, meaning.year), []).append(meaning)
    for group in index.values():
        if len(group) <= _MANY:
            yield from combinations(group, 2)


def _factor(one: str, other: str) -> float | None:
    if {one, other} <= _COUNTS:
        return 1.0
    return convertible(one, other)


def _one_time(one: Meaning, other: Meaning) -> bool:
    if not one.year or one.year != other.year or one.year == "several" or one.month != other.month:
        return False
    return one.explicit or other.explicit or one.passage.source != other.passage.source


_ENTITIES: Final = frozenset(
    "households children inhabitants power water vehicles homes ships hectares cargo average".split()
)
"""What has many measures: alone, such a word says not which of them a figure is."""


def _is_same(one: Meaning, other: Meaning) -> bool:
    """Whether all that two sentences say of their figures is the same, and enough to say what is measured."""
    if one.apart != other.apart or not one.words & other.words:
        return False
    if one.reporter and other.reporter and not one.reporter & other.reporter:
        return False
    differ = (one.words ^ other.words) - _context(one, other)
    if differ:
        return False
    measures = (one.concepts & other.concepts) - _ENTITIES
    if one.figure.unit == "percent":
        # A thing has many shares: only the whole of two plain sentences tells that they are one.
        return len(one.words & other.words) > 1 and all(len(each.passage.figures) == 1 for each in (one, other))
    plain = one.figure.unit in _COUNTS and all(len(each.passage.figures) == 1 for each in (one, other))
    return bool(measures) or len(one.words & other.words) > 1 or (plain and bool(one.concepts & other.concepts))


def _context(one: Meaning, other: Meaning) -> frozenset[str]:
    """Words of one sentence that the other's pronoun stands for."""
    return frozenset(word for word in one.words if word in other.context) | frozenset(
        word for word in other.words if word in one.context
    )


def _check(rows: RowIndex, one: Meaning, other: Meaning, factor: float) -> Iterator[Check]:
    a, b = one.figure, other.figure
    times = "" if factor == 1 else f" * {factor:.12g}"
    sure = one.explicit and other.explicit
    formula = f"[{a.id}]{times} == [{b.id}]"
    check = finding(
        rows,
        rule="same",
        of=b,
        kind="contradiction",
        formula=formula,
        statement=f"{said(a)} ({a.row.source}) and {said(b)} ({b.row.source}) are one figure.",
        explanation=f"Both measure {_told(one, other)}, of {one.year}."
        + ("" if sure else " One of them does not repeat the year."),
        question=f"{a.row.source} says {said(a)}, {b.row.source} says {said(b)}: which?"
        if a.row.source != b.row.source
        else f"{a.row.source} says {said(a)} and, elsewhere, {said(b)}: which?",
        grant="A fair reader grants that they may be counted in ways that the sentences do not tell.",
    )
    if check.verdict == "does_not_hold" or a.row.source != b.row.source:
        yield check


def _told(one: Meaning, other: Meaning) -> str:
    return ", ".join(sorted(one.words & other.words)) or "one thing"


# --- a slip of magnitude ---------------------------------------------------------------------------------------------


def _is_slip(one: Meaning, other: Meaning, factor: float) -> bool:
    """The same digits a power of ten apart, for figures of which one says no more than the other."""
    a, b = _value(one.figure), _value(other.figure)
    if a is None or b is None or not a or not b or one.apart != other.apart:
        return False
    ratio = a * Fraction(factor).limit_denominator(10**9) / b
    power = _power(ratio)
    digits = len(str(a.numerator * 10**9 // a.denominator).strip("0"))
    money = bool(re.match(r"[A-Z]{3}$", one.figure.unit))
    enough = digits >= 3 or (digits == 2 and power in {-6, -3, 3, 6} and money)
    small, large = sorted((one.words, other.words), key=len)
    return bool(power) and enough and bool(small) and small <= large and one.figure.is_exact and other.figure.is_exact


def _value(figure: Figure) -> Fraction | None:
    core = figure.measure.core
    return core.low if core.is_point else None


def _power(ratio: Fraction) -> int:
    for power in (-6, -3, -2, -1, 1, 2, 3, 6):
        if ratio == Fraction(10) ** power:
            return power
    return 0


def _slip(rows: RowIndex, one: Meaning, other: Meaning, factor: float) -> Check:
    a, b = one.figure, other.figure
    times = "" if factor == 1 else f" * {factor:.12g}"
    return finding(
        rows,
        rule="slip",
        of=b,
        kind="contradiction",
        formula=f"[{a.id}]{times} == [{b.id}]",
        statement=f"{said(a)} ({a.row.source}) and {said(b)} ({b.row.source}) are of one magnitude.",
        explanation=f"Both are of {_told(one, other)} in {one.year}, with the same digits.",
        question=f"{said(a)} or {said(b)}: which magnitude is meant?",
        grant="A fair reader takes the one that fits the other figures.",
    )
