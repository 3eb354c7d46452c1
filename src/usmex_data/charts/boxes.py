"""Rectangles on the page, in pixels: what overlaps, what sticks out, where there is room."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["Box", "crossings", "overlap_of", "union"]


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle from its lower left corner to its upper right one."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """Its width."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """Its height."""
        return self.y1 - self.y0

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.x0 + self.x1) / 2, (self.y0 + self.y1) / 2

    def grown(self, by: float) -> Box:
        """The box with a border added on each side (taken off where negative)."""
        return Box(self.x0 - by, self.y0 - by, self.x1 + by, self.y1 + by)

    def shared(self, other: Box) -> float:
        """The area that two boxes share."""
        width = min(self.x1, other.x1) - max(self.x0, other.x0)
        height = min(self.y1, other.y1) - max(self.y0, other.y0)
        return max(0.0, width) * max(0.0, height)

    def holds(self, other: Box, slack: float = 0.5) -> bool:
        """Whether the other box lies inside this one."""
        return (
            other.x0 >= self.x0 - slack
            and other.y0 >= self.y0 - slack
            and other.x1 <= self.x1 + slack
            and other.y1 <= self.y1 + slack
        )

    def nearest(self, x: float, y: float) -> tuple[float, float]:
        """The point of the box that is nearest to a point."""
        return min(max(x, self.x0), self.x1), min(max(y, self.y0), self.y1)

    def distance(self, other: Box) -> float:
        """How far two boxes are apart; 0 where they touch."""
        dx = max(self.x0 - other.x1, other.x0 - self.x1, 0.0)
        dy = max(self.y0 - other.y1, other.y0 - self.y1, 0.0)
        return float((dx * dx + dy * dy) ** 0.5)


def union(boxes: Iterable[Box]) -> Box:
    """The smallest box that holds all of them."""
    every = list(boxes)
    return Box(
        min(box.x0 for box in every),
        min(box.y0 for box in every),
        max(box.x1 for box in every),
        max(box.y1 for box in every),
    )


def overlap_of(box: Box, others: Iterable[Box]) -> float:
    """The area of ``box`` that others cover, counted once for each of them."""
    return sum(box.shared(other) for other in others)


def crossings(start: tuple[float, float], end: tuple[float, float], boxes: Iterable[Box]) -> int:
    """How many boxes the line between two points runs through, seen at 24 points of it."""
    steps = [(i + 0.5) / 24 for i in range(24)]
    line = [(start[0] + (end[0] - start[0]) * t, start[1] + (end[1] - start[1]) * t) for t in steps]
    return sum(any(box.x0 < x < box.x1 and box.y0 < y < box.y1 for x, y in line) for box in boxes)
