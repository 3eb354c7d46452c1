"""The way back from a text to the raw text it came from, kept in runs instead of one number a character."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain, repeat
from typing import overload

__all__ = ["Trace"]


class Trace(Sequence[int]):
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

    def spans(self, ends: Trace) -> list[tuple[int, int]]:
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
        if isinstance(other, Trace):
            return len(self) == len(other) and all(one == two for one, two in zip(self, other, strict=True))
        return NotImplemented

    def __hash__(self) -> int:
        return hash((self._length, *self._places[:8], *self._first[:8]))
