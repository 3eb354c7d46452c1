"""A time where it stands in a text, and a time that a sentence takes over from what stands before or above it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, NamedTuple

__all__ = ["NOTHING", "Anchors", "InheritedPeriod", "Time"]


@dataclass(frozen=True, slots=True)
class Time:
    """A time where it stands in the text; ``period`` is empty where no year is near."""

    start: int
    end: int
    period: str
    compared: int = -1
    """Where the comparison begins that it closes ("up from 5 in 2010"): only figures inside have this time."""
    opens: bool = False
    """Whether it opens a clause ("…, and in 2020 …"): it holds for what follows, not for what stands before."""
    only: int = -1
    """Where the one figure begins that it is for, if "respectively" says so."""
    doubtful: bool = False
    """Whether it is a fiscal year of which nobody says when it begins."""
    ends: tuple[str, str] = ("", "")
    """The two times of which it is the span, if they are no days or years."""

    def is_for(self, start: int) -> bool:
        """Whether a figure that begins at ``start`` may have this time."""
        if self.only >= 0:
            return self.only == start
        return self.compared < 0 or self.compared <= start < self.start


class InheritedPeriod(NamedTuple):
    """The period that a sentence takes over, and what hands it on.

    That is the sentence before it (``far`` if others stand between), the line that leads its list in, its heading, or
    the head of the document.
    """

    period: str
    by: Literal["sentence", "far", "list", "heading", "head"]
    doubtful: bool = False
    """Whether it is a fiscal year of which nobody says when it begins."""
    unsure: bool = False
    """Whether what stands between may be of another time."""

    @property
    def by_heading(self) -> bool:
        """Whether it comes from what stands over the paragraph."""
        return self.by not in ("sentence", "far")


NOTHING = InheritedPeriod("", "sentence")


class Anchors(NamedTuple):
    """What a time without a year may take it from, by where that stands."""

    inherited: str
    known: str
    released: str
    over: str
