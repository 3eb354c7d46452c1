"""Ranks against the values that stand beside them: what is ahead has more, and the largest has the most."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .checks import Check
from .findings import alike, finding, said
from .passages import Figure, Passage
from .row_index import RowIndex
from .words import pattern, stem, words_of

__all__ = ["check_rankings"]

_MOST: Final = r"(?:largest|biggest|highest|most [\w-]+|top|leading|busiest|longest|tallest|strongest|commonest|most)"
_LEAST: Final = pattern("rankings", "least")
_FIRST_THEN: Final = pattern("rankings", "first_then")
_AHEAD: Final = re.compile(r"‹(?P<a>\d+)›[^‹.;:]{0,50}\bahead of\b[^‹.;:]{0,50}‹(?P<b>\d+)›", re.IGNORECASE)
_BEHIND: Final = pattern("rankings", "behind")
_BOTH: Final = pattern("rankings", "both")
_NO_VALUE: Final = frozenset({"rank", "ratio", "percentage_point", "basis_point"})
_OF_VALUE: Final = pattern("rankings", "of_value")
_IT_IS: Final = pattern("rankings", "it_is")


def check_rankings(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of ranks with values: within a sentence, and between a ranking and the list that it speaks of."""
    for passage in found:
        if len(passage.figures) > 1 and not _LEAST.search(passage.with_ranks):
            yield from _in_one(rows, passage)
    yield from _named(rows, found)


def _in_one(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    for form, ahead in ((_FIRST_THEN, True), (_BOTH, True), (_AHEAD, True), (_BEHIND, False)):
        match = form.search(passage.with_ranks)
        if match is None:
            continue
        a, b = passage.figure(match, "a"), passage.figure(match, "b")
        if not alike(a, b) or a.unit in _NO_VALUE or a.is_change or b.is_change:
            continue
        yield _check(rows, *((a, b) if ahead else (b, a)))
        return


def _check(rows: RowIndex, more: Figure, less: Figure) -> Check:
    return finding(
        rows,
        rule="ranking",
        of=less,
        kind="contradiction",
        formula=f"[{more.id}] >= [{less.id}]",
        statement=f"What ranks ahead, with {said(more)}, is no less than {said(less)}.",
        explanation="The ranks and the values point opposite ways.",
        question=f"{said(more)} is ranked ahead of {said(less)}: are the ranks wrong, or the figures?",
        grant="A fair reader grants that the ranks may be by another measure.",
        shown=(more, less),
    )


# --- a ranking by name, and the values of a list ---------------------------------------------------------------------


def _named(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """As in "Gas remained the second largest source, ahead of wind", after a sentence that gives both their values."""
    for place, passage in enumerate(found):
        match = _OF_VALUE.search(passage.with_ranks)
        if match and not match["b"]:
            more, less = (_valued(found, place, match[name]) for name in ("who", "whom"))
            if more is not None and less is not None and more is not less and alike(more, less):
                yield _check(rows, more, less)
        if (match := _IT_IS.search(passage.with_ranks)) is not None:
            other = passage.figure(match, "b")
            own = _measured(found, place, match["what"], other)
            if own is not None:
                yield _check(rows, own, other)


_BACK: Final = 12


def _valued(found: Sequence[Passage], place: int, name: str) -> Figure | None:
    """The one level that the nearest list before a ranking gives for a name: "wind 14.1 TWh", "wind was at 14.1"."""
    wanted = [stem(word) for word in words_of(name) if word not in {"the", "a", "and", "of"}]
    if not 0 < len(wanted) <= 2:
        return None
    for passage in reversed(found[max(0, place - _BACK) : place]):
        if passage.source != found[place].source or len(passage.figures) < 3:
            continue
        for number, figure in enumerate(passage.figures):
            if _label(passage, number) == wanted and not figure.is_change:
                return figure
    return None


def _label(passage: Passage, number: int) -> list[str]:
    """The words between the figure before and this one, without verbs and particles: "wind" of ", wind ‹1›"."""
    text = passage.masked
    at = text.find(f"‹{number}›")
    start = text.rfind("›", 0, at) + 1
    piece = re.split(r"[,;:]", text[start:at])[-1]
    return [stem(word) for word in words_of(piece) if word not in _FILL]


_FILL: Final = frozenset(
    "and the a an of for with at by to in contributed contributes supplied accounted accounts provided produced"
    " delivered reached came made up was were is are generated had has brought sold carried handled stood".split()
)


def _measured(found: Sequence[Passage], place: int, what: str, other: Figure) -> Figure | None:
    """The one level of the other's unit before a ranking whose subject is what is ranked by."""
    wanted = {stem(word) for word in words_of(what)}
    hits = [
        figure
        for passage in found[max(0, place - 4 * _BACK) : place]
        if passage.source == found[place].source
        for figure in passage.figures
        if figure.unit == other.unit and figure.unit not in {"", "count", "percent"} and not figure.is_change
        if wanted <= {stem(word) for word in words_of(passage.masked)}
    ]
    values = {figure.measure.core for figure in hits}
    return hits[0] if len(values) == 1 else None
