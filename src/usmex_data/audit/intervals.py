"""Numbers as the texts leave them: intervals, with what hedges and printed digits allow; nothing is ever averaged.

Each figure is read three times. Its **core** is what the words say: a point, a range, or all that "over" and "at most"
leave open. Its **print** adds what the printed digits and the hedge allow: "38.5 million" may be 38.45 to 38.55, and
"about" leaves as much on either side as the last digit that is no nought. Its **grant** is what a fair reader would
still let pass: a tenth for "about", a little for a round share.

Two figures as they stand have a **cell** besides: all that rounds to them. The finer must lie in the cell of the
coarser: 1.4 billion may be 1 billion, and 2 billion may not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

__all__ = ["LEVELS", "NOTHING", "Interval", "Level", "Measure", "point", "span"]

Level = int
LEVELS: Final[tuple[Level, ...]] = (0, 1, 2)
"""Core, print, grant: each holds the one before it."""

Bound = Fraction | None


@dataclass(frozen=True, slots=True)
class Interval:
    """All numbers from ``low`` to ``high``, both included; ``None`` is an end that lies open."""

    low: Bound
    high: Bound

    @property
    def is_point(self) -> bool:
        """Whether it holds one number only."""
        return self.low is not None and self.low == self.high

    def meets(self, other: Interval) -> bool:
        """Whether some number lies in both."""
        return not (self.below(other) or other.below(self))

    def below(self, other: Interval) -> bool:
        """Whether each number of it is smaller than each of the other."""
        return self.high is not None and other.low is not None and self.high < other.low

    def within(self, other: Interval) -> bool:
        """Whether each number of it lies in the other."""
        from_below = other.low is None or (self.low is not None and self.low >= other.low)
        from_above = other.high is None or (self.high is not None and self.high <= other.high)
        return from_below and from_above

    def __add__(self, other: Interval) -> Interval:
        """All sums."""
        return Interval(_both(self.low, other.low, Fraction.__add__), _both(self.high, other.high, Fraction.__add__))

    def __neg__(self) -> Interval:
        """All numbers with the other sign."""
        return Interval(None if self.high is None else -self.high, None if self.low is None else -self.low)

    def __sub__(self, other: Interval) -> Interval:
        """All differences."""
        return self + -other

    def __mul__(self, other: Interval) -> Interval:
        """All products."""
        ends = [_times(a, b) for a in _ends(self) for b in _ends(other)]
        return Interval(_finite(min(ends)), _finite(max(ends)))

    def __truediv__(self, other: Interval) -> Interval:
        """All quotients; where the divisor may be nought, an end lies open."""
        return self * other.inverse()

    def inverse(self) -> Interval:
        """One divided by each number; the nought at an end of the interval opens the other end."""
        if self.low == 0 and self.high == 0:
            return NOTHING
        if (self.low is None or self.low < 0) and (self.high is None or self.high > 0):
            return NOTHING
        low = Fraction(0) if self.high is None else None if self.high == 0 else 1 / self.high
        high = Fraction(0) if self.low is None else None if self.low == 0 else 1 / self.low
        return Interval(low, high)


NOTHING: Final = Interval(None, None)
"""What is known where nothing is: any number."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure read three times: its core, its print, its grant."""

    core: Interval
    print: Interval
    grant: Interval
    slack: Fraction = Fraction(0)
    """How much further off a figure may be that is compared with a reckoned one: a share that is a round number."""
    cell: Interval | None = None
    """What rounds to the figure, for one that is compared as it stands; ``None`` for what is reckoned."""

    def at(self, level: Level) -> Interval:
        """The reading at one of :data:`LEVELS`."""
        return (self.core, self.print, self.grant)[level]

    @property
    def widest(self) -> Interval:
        """What a fair reader lets pass where the figure stands against a reckoned one."""
        return Interval(_shift(self.grant.low, -self.slack), _shift(self.grant.high, self.slack))

    def with_(self, other: Measure, operation: Callable[[Interval, Interval], Interval]) -> Measure:
        """What an operation makes of two figures, reading by reading."""
        core, printed, granted = (operation(self.at(level), other.at(level)) for level in LEVELS)
        return Measure(core, printed, granted)

    def map(self, operation: Callable[[Interval], Interval]) -> Measure:
        """What an operation makes of a figure, reading by reading."""
        core, printed, granted = (operation(self.at(level)) for level in LEVELS)
        return Measure(core, printed, granted)


def point(value: Fraction | int) -> Measure:
    """A number that nothing can shift: a constant of a formula."""
    exact = Interval(Fraction(value), Fraction(value))
    return Measure(exact, exact, exact)


def span(low: Bound, high: Bound, printed: Fraction, granted: Fraction, cell: Fraction | None = None) -> Measure:
    """An interval whose finite ends may lie further out: by ``printed`` in print, by ``granted`` at most, and by
    ``cell``, if it is given, in all that rounds to it.
    """
    widest = max(printed, granted)
    return Measure(
        Interval(low, high),
        Interval(_shift(low, -printed), _shift(high, printed)),
        Interval(_shift(low, -widest), _shift(high, widest)),
        cell=None if cell is None else Interval(_shift(low, -cell), _shift(high, cell)),
    )


def _shift(bound: Bound, by: Fraction) -> Bound:
    return None if bound is None else bound + by


def _both(a: Bound, b: Bound, operation: Callable[[Fraction, Fraction], Fraction]) -> Bound:
    return None if a is None or b is None else operation(a, b)


_INFINITE: Final = float("inf")


def _ends(interval: Interval) -> tuple[Fraction | float, Fraction | float]:
    return (
        -_INFINITE if interval.low is None else interval.low,
        _INFINITE if interval.high is None else interval.high,
    )


def _times(a: Fraction | float, b: Fraction | float) -> Fraction | float:
    # Nought times an open end is nought: the end lies open, it is no number.
    return Fraction(0) if 0 in (a, b) else a * b


def _finite(end: Fraction | float) -> Bound:
    return None if isinstance(end, float) else end
