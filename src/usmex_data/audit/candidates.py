"""Pairs of figures that may speak of one thing: ranked, offered for comparison, and given no verdict."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from ..document.document import Document
from .meaning import Meaning, convertible, meanings
from .passages import passages
from .row_index import RowIndex

__all__ = ["Candidate", "candidates"]

_COMMON: Final = 30
"""A word of more figures than these brings none together."""
_LEAST: Final = 1.5
_COUNTS: Final = frozenset({"", "count", "person"})


@dataclass(frozen=True, slots=True)
class Candidate:
    """Two figures, and how likely they are to speak of one thing: more is likelier."""

    ids: tuple[str, str]
    score: float


def candidates(rows: RowIndex, documents: Mapping[str, Document]) -> list[Candidate]:
    """The pairs of figures of different sentences that share a unit, words and time, the likeliest first."""
    every = meanings(passages(rows, documents), documents)
    rarity = _rarity(every)
    found = {
        (one.figure.id, other.figure.id): score
        for one, other in _pairs(every)
        if (score := _score(one, other, rarity)) >= _LEAST
    }
    return [Candidate(ids, score) for ids, score in sorted(found.items(), key=lambda item: (-item[1], item[0]))]


def _pairs(every: Sequence[Meaning]) -> Iterator[tuple[Meaning, Meaning]]:
    index: dict[str, list[Meaning]] = {}
    for meaning in every:
        for word in meaning.words:
            index.setdefault(word, []).append(meaning)
    seen: set[tuple[str, str]] = set()
    for group in index.values():
        if len(group) <= _COMMON:
            for one, other in combinations(group, 2):
                key = one.figure.id, other.figure.id
                if key not in seen and one.passage is not other.passage:
                    seen.add(key)
                    yield one, other


def _rarity(every: Sequence[Meaning]) -> dict[str, float]:
    counts = Counter(word for meaning in every for word in meaning.words)
    return {word: math.log((len(every) + 1) / number) for word, number in counts.items()}


def _score(one: Meaning, other: Meaning, rarity: Mapping[str, float]) -> float:
    """Rare words in common, less those that only one has; nought for units and times that cannot be one."""
    a, b = one.figure, other.figure
    factor = 1.0 if {a.unit, b.unit} <= _COUNTS else convertible(a.unit, b.unit)
    if factor is None or (factor == 1.0 and a.measure.core == b.measure.core):
        return 0.0  # They measure different things, or agree to the digit.
    if "several" in (one.year, other.year) or (one.year and other.year and one.year != other.year):
        return 0.0
    shared = sum(rarity[word] for word in one.words & other.words)
    lone = sorted(sum(rarity[word] for word in words) for words in (one.words - other.words, other.words - one.words))
    apart = 1.5 * len(one.apart ^ other.apart)
    score = shared * (1.0 + (one.year == other.year != "") * 0.3 + (one.explicit and other.explicit) * 0.2)
    score += 0.5 * (one.passage.source != other.passage.source)
    # That both sentences name something of their own sets them apart: hips and knees.
    score -= 1.2 * lone[0] + 0.3 * lone[1] + apart
    return round(score, 4)
