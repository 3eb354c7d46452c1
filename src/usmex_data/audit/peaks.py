"""A printed peak against the level and the fall since then that the same passage gives."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .checks import Check
from .findings import alike, finding, said
from .passages import Figure, Passage, windows
from .row_index import RowIndex
from .words import any_of, pattern, words_of

__all__ = ["check_peaks"]

_AFTER: Final = pattern("peaks", "after")
_BEFORE: Final = pattern("peaks", "before")
_FALLEN: Final = pattern("peaks", "fallen")
_NO_LEVEL: Final = frozenset({"ratio", "rank", "percentage_point", "percent", "year"})


def check_peaks(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of peaks in one sentence, else in two that follow each other."""
    told: set[str] = set()
    for passage in [*found, *windows(found)]:
        if 3 <= len(passage.figures) <= 4 and any_of("peak").search(passage.masked):
            for check in _peak(rows, passage):
                if check.check_id not in told:
                    told.add(check.check_id)
                    yield check


def _peak(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    text = passage.masked
    matches = [*_AFTER.finditer(text), *_BEFORE.finditer(text)]
    peaks = [passage.figure(match, "p") for match in matches]
    peaks = [figure for figure in dict.fromkeys(peaks) if figure.unit not in _NO_LEVEL and not figure.is_change]
    if len(peaks) != 1:
        return
    peak = peaks[0]
    others = [figure for figure in passage.figures if figure is not peak]
    changes = [
        figure for figure in others if _is_fall(passage, figure) and (alike(figure, peak) or figure.unit == "percent")
    ]
    levels = [figure for figure in others if figure not in changes and alike(figure, peak)]
    if len(changes) != 1 or len(levels) != 1 or len(others) != 2:
        return
    yield _check(rows, peak, levels[0], changes[0])


def _is_fall(passage: Passage, figure: Figure) -> bool:
    text = passage.masked
    sign = f"‹{passage.figures.index(figure)}›"
    at = text.find(sign)
    lead, after = text[max(0, at - 30) : at], text[at + len(sign) : at + len(sign) + 40]
    before = re.search(r"\b(?:by|decline of|drop of|fall of|decrease of|reduction of|minus)\b(?: \w+)? ?$", lead)
    behind = _FALLEN.match(after.strip()) or (_FALLEN.search(" ".join(words_of(after)[:2])) and "," not in after[:12])
    return figure.unit not in {"ratio", "rank"} and bool(
        before or behind or (figure.is_change and _FALLEN.search(lead))
    )


def _check(rows: RowIndex, peak: Figure, level: Figure, change: Figure) -> Check:
    gone = f"[{peak.id}] - [{level.id}]"
    formula = (
        f"{gone} == [{change.id}]" if change.unit != "percent" else f"({gone}) / [{peak.id}] * 100 == [{change.id}]"
    )
    return finding(
        rows,
        rule="peak",
        of=peak,
        formula=formula,
        statement=f"From the peak of {said(peak)} to {said(level)} is {said(change)}.",
        explanation="The peak less what is left is {left}.",
        question=f"From the peak of {said(peak)} to {said(level)} is {{left}}, not {said(change)}: which is wrong?",
        grant="A fair reader grants that the fall may be counted from another day than the peak.",
        shown=(peak, level, change),
    )
