"""What surrounds the figures of one sentence: its paragraph, places, times, notes and quotation marks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from ..document.document import Block, Document
from ..language.detection import foreign
from ..quantities.quantity import Quantity
from .discourse import Topics
from .mention import Mention, Words
from .moment import InheritedPeriod, Time
from .money import Dollars
from .notes import Notes
from .quotation import Quotations
from .times import TimeResolver
from .where import PlaceGroup, place_groups_between

__all__ = ["DocumentContext", "SentenceContext", "is_passed"]

_BEFORE = 400
"""How much of a paragraph before a sentence is read with it, in characters."""
_PASSED = ("date", "name", "reference")


@dataclass(frozen=True, slots=True)
class DocumentContext:
    """What holds for all sentences of a document; ``published`` is EDTF and may be empty."""

    document: Document
    published: str
    notes: Notes
    quotations: Quotations
    topics: Topics
    rates: dict[int, dict[tuple[object, ...], str]] = field(default_factory=dict)
    """By paragraph, the amounts that were said with a rate, which they keep where they are said again without it."""
    dollars: Dollars = field(default_factory=lambda: Dollars(""))
    """What the text means by "$"."""
    resolver: TimeResolver = field(default_factory=TimeResolver)
    """The times of the sentences read so far."""
    foreign: dict[int, bool] = field(default_factory=dict)
    """Whether the paragraph that is read, by its place, is in another language."""
    offset: int = 0
    """Where the document begins in the text that it is a segment of."""

    def is_foreign(self, block: Block) -> bool:
        """Whether a paragraph is in another language than English."""
        if block.start not in self.foreign:
            self.foreign.clear()  # paragraphs come in order
            self.foreign[block.start] = bool(foreign(self.document.text[block.start : block.end]))
        return self.foreign[block.start]


@dataclass(frozen=True, slots=True)
class SentenceContext:
    """What surrounds the figures of one sentence."""

    outer: DocumentContext
    block: Block
    words: Words
    quantities: Sequence[Quantity]
    times: Sequence[Time]
    inherited: InheritedPeriod
    """The period of the sentence before, or of the heading, for a sentence that names none."""
    before: str
    """The paragraph before the sentence, as far as it matters."""
    edges: Sequence[tuple[int, int]]
    """For each quantity, where the figures before and after it end and begin, dates and names not counted."""
    _groups: list[Sequence[PlaceGroup]] = field(default_factory=list)

    @classmethod
    def of(cls, outer: DocumentContext, sentence: tuple[int, int], quantities: Sequence[Quantity]) -> SentenceContext:
        """The context of a sentence and its quantities."""
        text, block = outer.document.text, outer.document.block_at(sentence[0])
        words = Words(text, *sentence)
        times, inherited = outer.resolver.times(words, block, quantities)
        return cls(
            outer,
            block,
            words,
            quantities,
            times,
            inherited,
            text[max(block.start, sentence[0] - _BEFORE) : sentence[0]].rstrip(),
            _edges(sentence, quantities),
        )

    @property
    def groups(self) -> Sequence[PlaceGroup]:
        """The places that the sentence names; looked for once, where a claim asks for them."""
        if not self._groups:
            self._groups.append(place_groups_between(*self._span, meant=self.outer.topics.meant))
        return self._groups[0]

    @property
    def _span(self) -> tuple[str, int, int]:
        return self.words.text, self.words.start, self.words.end

    def mention(self, index: int, noun_end: int) -> Mention:
        """Where the figure at an index stands."""
        figure = self.quantities[index]
        low, high = self.edges[index]
        end = max(figure.end, noun_end)
        return Mention(self.words, figure.start, figure.end, end, low, high)

    @property
    def sentence(self) -> tuple[int, int]:
        """Where the sentence starts and ends."""
        return self.words.start, self.words.end

    def topic(self) -> str:
        """The place that the paragraph is about so far, or else its heading."""
        return self.outer.topics.before(self.block, self.words.start)


def _edges(sentence: tuple[int, int], quantities: Sequence[Quantity]) -> list[tuple[int, int]]:
    lows, highs = [], []
    low = sentence[0]
    for quantity in quantities:
        lows.append(low)
        low = low if is_passed(quantity) else quantity.end
    high = sentence[1]
    for quantity in reversed(quantities):
        highs.append(high)
        high = high if is_passed(quantity) else quantity.start
    return list(zip(lows, reversed(highs), strict=True))


def is_passed(quantity: Quantity) -> bool:
    """Whether a numeric expression is no figure that others stand beside."""
    return quantity.disposition in _PASSED or quantity.kind == "ordinal"
