"""The way back from a text to the raw text it came from, kept in runs instead of one number a character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, repeat
from typing import overload

from usmex_data.document.document import MarkKind

__all__ = ["Cut", "OffsetMap", "Repaired"]


class OffsetMap(Sequence[int]):
    """A sequence of raw offsets, one for each character of a text: runs that count up, and runs that stand still."""

    __slots__ = ("_first", "_length", "_places", "_steps")

    def __init__(self) -> None:
        self._length = 0
        self._places: list[int] = []
        self._first: list[int] = []
        self._steps: list[int] = []

    def run(self, first: int, length: int, step: int) -> None:
        """Append ``length`` offsets that start at ``first`` and grow by ``step``, 0 or 1."""
        if length > 0:
            if self._continues(first, step):
                self._length += length
                return
            self._places.append(self._length)
            self._first.append(first)
            self._steps.append(step)
            self._length += length

    def _continues(self, first: int, step: int) -> bool:
        """Whether a run only makes the last one longer."""
        if not self._places or step != self._steps[-1]:
            return False
        return first == self._first[-1] + step * (self._length - self._places[-1])

    def spans(self, ends: OffsetMap) -> list[tuple[int, int]]:
        """The raw spans that the runs cover, ``ends`` being the offsets behind the same characters."""
        stops = [*self._places[1:], self._length] if self._places else []
        return [
            (first, ends[stop - 1]) for first, stop in zip(self._first, stops, strict=True) if first < ends[stop - 1]
        ]

    def pop(self) -> None:
        """Take the last offset away."""
        self._length -= 1
        if self._places[-1] == self._length:
            for runs in (self._places, self._first, self._steps):
                runs.pop()

    def __len__(self) -> int:
        return self._length

    @overload
    def __getitem__(self, index: int) -> int: ...

    @overload
    def __getitem__(self, index: slice) -> list[int]: ...

    def __getitem__(self, index: int | slice) -> int | list[int]:
        if isinstance(index, slice):
            return [self[place] for place in range(*index.indices(self._length))]
        if index < 0:
            index += self._length
        if not 0 <= index < self._length:
            raise IndexError(index)
        run = bisect_right(self._places, index) - 1
        return self._first[run] + self._steps[run] * (index - self._places[run])

    def __iter__(self) -> Iterator[int]:
        stops = [*self._places[1:], self._length]
        runs = zip(self._places, stops, self._first, self._steps, strict=False)
        return chain.from_iterable(
            range(first, first + stop - place) if step else repeat(first, stop - place)
            for place, stop, first, step in runs
        )

    def __eq__(self, other: object) -> bool:
        if isinstance(other, OffsetMap):
            return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._length, *self._places[:8], *self._first[:8]))


@dataclass(frozen=True, slots=True)
class Cut:
    """Something taken out of the raw text: its raw span, and ``at``, its place in the repaired text."""

    start: int
    end: int
    kind: MarkKind
    at: int
    number: str = ""


@dataclass(slots=True)
class Repaired:
    """A text whose characters are right but whose lines are still those of the raw text.

    It consists of segments: letters taken over as they are, or letters that stand for a raw span.
    """

    raw: str
    text: str = ""
    cuts: list[Cut] = field(default_factory=list)
    places: list[int] = field(default_factory=list)
    """Where each segment starts in ``text``; parallel to the two below."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    wide: list[int] = field(default_factory=list)
    """Where in ``text`` a space stands for several: a gap between columns, or the text is set in blocks."""

    def map_offsets(self, start: int, end: int, offsets: OffsetMap, ends: OffsetMap) -> None:
        """Append the raw start and the raw end of each character of ``text[start:end]`` to the two traces."""
        index = bisect_right(self.places, start) - 1
        while start < end:
            place, low, high = self.places[index], self.starts[index], self.ends[index]
            following = self.places[index + 1] if index + 1 < len(self.places) else len(self.text)
            stop = min(end, following)
            if following - place == high - low:
                offsets.run(low + start - place, stop - start, 1)
                ends.run(low + start - place + 1, stop - start, 1)
            else:
                offsets.run(low, stop - start, 0)
                ends.run(high, stop - start, 0)
            start, index = stop, index + 1

    def raw_start(self, position: int) -> int:
        """The raw offset of the character at ``position`` of the text."""
        if position >= len(self.text):
            return len(self.raw)
        index = bisect_right(self.places, position) - 1
        same = self._length(index) == self.ends[index] - self.starts[index]
        return self.starts[index] + (position - self.places[index] if same else 0)

    def raw_end(self, position: int) -> int:
        """The raw offset behind the character before ``position`` of the text."""
        if position <= 0:
            return 0
        index = bisect_right(self.places, position - 1) - 1
        same = self._length(index) == self.ends[index] - self.starts[index]
        return self.starts[index] + position - self.places[index] if same else self.ends[index]

    def _length(self, index: int) -> int:
        following = self.places[index + 1] if index + 1 < len(self.places) else len(self.text)
        return following - self.places[index]
