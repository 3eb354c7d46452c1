"""A share whose part or whole stands elsewhere in the text: named here, and given there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..document.document import Document
from .checks import Check
from .findings import alike
from .meaning import Meaning, classified, meanings, titles
from .passages import Figure, Passage
from .row_index import RowIndex
from .shares import share_check
from .words import pattern

__all__ = ["check_distant"]

_OF_NAMED: Final = pattern("distant", "of_named")
_OF_GIVEN: Final = pattern("distant", "of_given")
_OTHERWISE: Final = pattern("distant", "otherwise")
_NO_PART: Final = frozenset({"percent", "ratio", "rank", "percentage_point", "basis_point", "year", "month", "day"})


def check_distant(rows: RowIndex, found: Sequence[Passage], documents: Mapping[str, Document]) -> Iterator[Check]:
    """The checks of shares with a part and a named whole, or with a whole and a named part, which stands elsewhere."""
    every, own = meanings(found, documents), titles(documents)
    by_source: dict[str, list[Meaning]] = {}
    for meaning in every:
        by_source.setdefault(meaning.passage.source, []).append(meaning)
    for passage in found:
        shares = [figure for figure in passage.figures if figure.unit == "percent" and not figure.is_change]
        if len(shares) != 1 or len(passage.figures) != 2 or _OTHERWISE.search(passage.masked):
            continue
        other = next(figure for figure in passage.figures if figure is not shares[0])
        there = by_source.get(passage.source, [])
        if other.unit not in _NO_PART:
            yield from _whole_elsewhere(rows, passage, other, there, own)
            yield from _part_elsewhere(rows, passage, there, own)


def _whole_elsewhere(
    rows: RowIndex, passage: Passage, part: Figure, there: Sequence[Meaning], own: frozenset[str]
) -> Iterator[Check]:
    """As in "Fees brought in 21 million, three quarters of its spending", and what was spent elsewhere."""
    match = _OF_NAMED.search(passage.masked)
    if match is None:
        return
    between = passage.masked.partition(f"‹{passage.figures.index(part)}›")[2].partition("‹")[0]
    share = passage.figure(match, "s")
    if (
        not re.fullmatch(r",? ?(?:or |that is |which is |\()?(?:about |some |almost |nearly )?", between)
        or part.start > share.start
    ):
        return
    whole = _fitting(match["noun"], passage, part, there, own)
    if whole is not None:
        yield share_check(rows, part, share, whole)


def _part_elsewhere(rows: RowIndex, passage: Passage, there: Sequence[Meaning], own: frozenset[str]) -> Iterator[Check]:
    """As in "Tuition fees made up 40 percent of the income of 412 million", and what they brought elsewhere."""
    match = _OF_GIVEN.search(passage.masked)
    if match is None:
        return
    first = match["s"] is not None
    share, whole = (passage.figure(match, name) for name in (("s", "w") if first else ("s2", "w2")))
    who = passage.masked[: match.start()] if first else match["who"]
    part = _fitting(who, passage, whole, there, own)
    if part is not None and share.unit == "percent":
        yield share_check(rows, part, share, whole)


def _fitting(noun: str, passage: Passage, like: Figure, there: Sequence[Meaning], own: frozenset[str]) -> Figure | None:
    """The one figure elsewhere whose words are those of a noun, of the same unit and year."""
    words, apart = classified(re.split(r"[,;:]", noun)[-1], own)
    words -= _VERBS
    if not words:
        return None
    here = next((meaning.year for meaning in there if meaning.passage is passage), "")
    fits = [
        meaning
        for meaning in there
        if meaning.passage is not passage
        and meaning.words - _VERBS == words
        and meaning.apart == apart
        and alike(meaning.figure, like)
        and meaning.year == here
    ]
    values = {meaning.figure.measure.core for meaning in fits}
    return fits[0].figure if len(values) == 1 else None


_VERBS: Final = frozenset(
    "brought bring went yielded contributed account accounted generation form formed represent represented cover cover"
    " covered spent".split()
)
