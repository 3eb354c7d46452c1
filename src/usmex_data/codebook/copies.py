"""Which claims repeat another word for word: reprints, pull quotes and summaries, found by comparing sentences.

The original is the body before a pull quote, and either before a summary; then what stands in the earlier source of the
corpus; then what comes first in it. A copy has its original's value, bounds and unit.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from ..catalogue.decimals import number
from .patterns import fold
from .records import Claim

__all__ = ["find_copies"]

_WORD = re.compile(r"[^\W_]+")
_RANKS = {"pull_quote": 1, "summary": 2}
_SHINGLE = 3
_BUCKET = 24
"""How many originals are kept under one shingle: enough for any text, and what keeps the search linear in it."""
_SAME = 90
"""Share of like characters (rapidfuzz's ratio) from which two sentences are one, printed twice ("lent", "lended")."""
_PART = 95
"""The same for a sentence that the other holds whole, as a pull quote that leaves off its end."""
_SUMMARY = 75
"""The same for a summary, which rewrites the sentence around the figure."""
_AROUND = 60
"""The same for the few words on each side of the figure: which of two equal figures of a sentence is meant."""
_LEAST = 4
"""Words that a sentence needs to be known again."""


@dataclass(frozen=True, slots=True)
class _Line:
    """A claim's sentence as words, and where the figure stands among them."""

    claim: Claim
    words: tuple[str, ...]
    first: int
    last: int

    @property
    def text(self) -> str:
        return " ".join(self.words)

    @property
    def around(self) -> str:
        return " ".join((*self.words[max(0, self.first - 4) : self.first], "#", *self.words[self.last : self.last + 4]))

    def shingles(self) -> Iterable[tuple[str, ...]]:
        return (self.words[at : at + _SHINGLE] for at in range(max(1, len(self.words) - _SHINGLE + 1)))


def find_copies(claims: Sequence[Claim], order: Mapping[str, int]) -> dict[str, str]:
    """Claim ids of the copies, each with that of its original; ``order`` is the rank of each source in the corpus."""
    lines = sorted((_line(claim) for claim in claims), key=lambda line: _originality(line.claim, order))
    index: dict[tuple[str, ...], list[_Line]] = {}
    copies: dict[str, str] = {}
    taken: set[tuple[str, str, str, int]] = set()
    for line in lines:
        original = _original(line, index, taken)
        if original is None:
            for shingle in set(line.shingles()):
                bucket = index.setdefault((*_key(line.claim), *shingle), [])
                if len(bucket) < _BUCKET:
                    bucket.append(line)
        else:
            copies[line.claim.claim_id] = original.claim.claim_id
            taken.add(_use(line, original))
    return copies


def _line(claim: Claim) -> _Line:
    quote = fold(claim.quote).lower()
    words = [(match.start(), match[0]) for match in _WORD.finditer(quote)]
    first = sum(1 for start, _ in words if start < claim.quote_start)
    last = sum(1 for start, _ in words if start < claim.quote_end)
    return _Line(claim, tuple(word for _, word in words), first, last)


def _originality(claim: Claim, order: Mapping[str, int]) -> tuple[int, int, int]:
    return _RANKS.get(claim.passage, 0), order.get(claim.source, len(order)), claim.start


def _key(claim: Claim) -> tuple[str, ...]:
    values = (claim.value, claim.value_low, claim.value_high)
    return *("" if value is None else number(value) for value in values), claim.unit


def _use(line: _Line, original: _Line) -> tuple[str, str, str, int]:
    """A printed sentence repeats each claim of another once."""
    return original.claim.claim_id, line.claim.source, line.claim.quote, line.claim.start - line.claim.quote_start


def _original(
    line: _Line, index: Mapping[tuple[str, ...], list[_Line]], taken: set[tuple[str, str, str, int]]
) -> _Line | None:
    """The original that a line repeats: of those that share most of its words, the one whose figure stands alike."""
    if len(line.words) < _LEAST:
        return None
    key = _key(line.claim)
    shared: Counter[str] = Counter()
    candidates: dict[str, _Line] = {}
    for shingle in set(line.shingles()):
        for other in index.get((*key, *shingle), ()):
            shared[other.claim.claim_id] += 1
            candidates[other.claim.claim_id] = other
    likely = [candidates[name] for name, _ in sorted(shared.items(), key=lambda item: (-item[1], item[0]))[:_BUCKET]]
    alike = [
        (fuzz.ratio(line.around, other.around), other)
        for other in likely
        if _use(line, other) not in taken and _repeats(line, other)
    ]
    best = max(alike, key=lambda pair: pair[0], default=None)
    return best[1] if best and best[0] >= _AROUND else None


def _repeats(line: _Line, other: _Line) -> bool:
    """Whether one sentence is the other, a part of it, or its summary; in one and the same, the figures must be too."""
    if line.claim.quote == other.claim.quote:
        return line.claim.quote_start == other.claim.quote_start
    ratio = fuzz.ratio(line.text, other.text)
    if ratio >= (_SUMMARY if line.claim.passage == "summary" else _SAME):
        return True
    shorter = min(len(line.words), len(other.words))
    return shorter > 2 * _LEAST and fuzz.partial_ratio(line.text, other.text) >= _PART
