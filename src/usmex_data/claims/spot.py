"""Where a figure stands in its sentence, for whoever reads what surrounds it."""

from __future__ import annotations

import re
from dataclasses import dataclass

__all__ = ["Spot"]


@dataclass(frozen=True, slots=True)
class Spot:
    """A figure's place in the document's text.

    ``start`` and ``end`` span the figure, ``noun_end`` is behind what it counts; ``low`` and ``high`` are where the
    figures before and after it end and begin (dates and names not counted); ``sentence`` is its sentence's span.
    """

    text: str
    start: int
    end: int
    noun_end: int
    low: int
    high: int
    sentence: tuple[int, int]

    def before(self, reach: int, low: int | None = None) -> str:
        """The words before the figure: ``reach`` characters at most, from ``low`` or the sentence's start on."""
        floor = self.sentence[0] if low is None else low
        return self.text[max(floor, self.start - reach) : self.start]

    def behind(self, pattern: re.Pattern[str], *, reach: int = 200) -> re.Match[str] | None:
        """The match of a pattern straight behind the figure and what it counts, inside the sentence."""
        return pattern.match(self.text, max(self.end, self.noun_end), min(self.sentence[1], self.noun_end + reach))
