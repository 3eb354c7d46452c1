"""What reading one segment of a long text leaves to the next, so that a cut changes as little as can be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["Continuation"]

_LONGEST = 1_000
"""A longer heading is none, but a paragraph that begins with the sign of one: no later segment stands under it."""
_MOST = 99
"""So many marks of one number are remembered at most: what is carried stays small, whatever the text."""


@dataclass(slots=True)
class Continuation:
    """Where the counts and the outline of a text stand; a new one is a text's beginning.

    Each step of reading looks up its own fields and leaves them as the next segment is to find them.
    """

    noted: frozenset[str] | None = None
    """The numbers with which the notes of the whole text begin; None where the segment is all of it."""
    attached: int = 0
    """The last footnote mark that stuck to the text."""
    page: int = 0
    mark: int = 0
    """The last page number and footnote mark on lines of their own."""
    heads: frozenset[str] = frozenset()
    """The running heads of the segment before: a page or two of it may follow."""
    marks: Counter[str] = field(default_factory=Counter)
    """How many footnote marks of each number still wait for their note."""
    note: int = 0
    """The number of the last note."""
    chapters: frozenset[str] = frozenset()
    """The titles in the table of contents."""
    parts: bool = False
    """Whether the text has parts ("Part 2")."""
    path: tuple[tuple[int, str], ...] = ()
    """The heading path with the ranks of its headings."""
    summary: str = ""
    depth: int = 0
    """The kind of summary that the text is in, and the length of the path above its heading."""

    def go_on(self, path: tuple[tuple[int, str], ...], summary: str, depth: int) -> None:
        """Remember where in the outline the segment ends."""
        whole = all(len(title) <= _LONGEST for _, title in path)
        self.path, self.summary, self.depth = (path, summary, depth) if whole else ((), "", 0)

    def wait(self, numbers: Iterable[tuple[str, int]]) -> None:
        """Remember the footnote marks that wait for their notes, as pairs of a number and how many."""
        self.marks = Counter(
            {number: min(count, _MOST) for number, count in numbers if count and number.isdecimal() and len(number) < 4}
        )
