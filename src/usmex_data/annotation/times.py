"""The times of a document, sentence by sentence, and what each sentence takes over from those before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from ..document.document import Block, Document
from ..quantities.fiscal import UNKNOWN, Fiscal
from ..quantities.quantity import Quantity
from .masthead import NO_HEAD, Head, head_of, of_heading
from .mention import Words
from .moment import NOTHING, Anchors, InheritedPeriod, Time
from .named_times import named
from .respectively import shared_out
from .time_spans import is_aim, is_end, is_since, joined, placed
from .year_of import with_years

__all__ = ["TimeResolver"]

_YEAR = re.compile(r"\d{4}")
_MANY = "/"
"""What stands for the time of a sentence that names several, or a day: none to hand on."""
_DAY = re.compile(r"-\d\d-")
_FAR = 1500
"""How far back a time may stand that gives a month its year, in characters."""
_PASSED = 250
"""Sentences without a figure that are no longer do not end what the one before them hands on, in characters."""


class TimeResolver:
    """The times of a document, sentence by sentence, as its reader remembers them.

    ``fiscal`` says when fiscal years begin; ``published`` (EDTF) when the text came out, if its own head does not.
    """

    def __init__(self, fiscal: Fiscal = UNKNOWN, published: str = "") -> None:
        self.head: Head | None = None
        self.fiscal = fiscal
        self._published = published
        self._named: tuple[tuple[str, ...], int, str] = ((), 0, "")
        self._topic = _Topic()
        self._list: tuple[tuple[str, ...], InheritedPeriod] = ((), NOTHING)

    def begin(self, document: Document) -> None:
        """Reads the head of a document, if it is the first portion."""
        if self.head is None:
            self.head = head_of(document, self.fiscal)

    @property
    def released(self) -> str:
        """When the text came out: by who calls, or by its own head; empty if unknown."""
        own = (self.head or NO_HEAD).released
        return own if len(own) > len(self._published) else self._published

    def times(self, words: Words, block: Block, quantities: Sequence[Quantity]) -> tuple[list[Time], InheritedPeriod]:
        """The times of the next sentence, in order, and what it takes over where it names none.

        That is the time of the sentence before it in its paragraph, or else of what stands over it.
        """
        dates = [quantity for quantity in quantities if quantity.disposition == "date"]
        figures = [quantity for quantity in quantities if quantity.disposition in ("", "claim")]
        if not dates and not figures:
            return [], NOTHING
        inherited = self._inherited(words, block)
        anchors = Anchors(
            inherited.period,
            self._known(words.start, block),
            self.released[: len("2023-05")] if len(self.released) > len("2023") else "",
            self._over(block).period,
        )
        found = [placed(words, time, figures) for time in named(words, dates, figures)]
        times = shared_out(words, joined(words, with_years(words, found, anchors), figures), figures)
        self._remember(words, block, times, inherited)
        return times, inherited

    def turn(self, text: str, *, goes_on: bool) -> None:
        """Turns to the next segment of a long text; ``text`` is the last one's, whose paragraph may go on."""
        topic = self._topic
        section, at, named = self._named
        self._topic = topic._replace(begin=0, end=0) if goes_on and not text[topic.end :].strip() else _Topic()
        self._named = (section, 0 if goes_on and at >= topic.begin else at - len(text), named)

    def _known(self, start: int, block: Block) -> str:
        """The period that gives a month its year: of the time named last under the same heading, or of the heading."""
        section, at, period = self._named
        if at >= block.start:
            return period
        over = self._over(block).period
        return over or (period if section == block.section and start - at < _FAR else "")

    def _inherited(self, words: Words, block: Block) -> InheritedPeriod:
        topic = self._topic
        if topic.period and topic.begin == block.start:
            if topic.period == _MANY:
                over = self._over(block)
                return over if over.period in topic.named else over._replace(unsure=True)
            passed = words.text[topic.end : words.start].strip()
            if len(passed) > _PASSED or (self.released and topic.period[: len(self.released)] > self.released):
                return NOTHING
            return InheritedPeriod(topic.period, "far" if passed or topic.far else "sentence", topic.doubtful)
        if topic.item and block.kind == "list_item" and topic.period not in ("", _MANY):
            return InheritedPeriod(topic.period, "list", topic.doubtful, unsure=True)
        section, led = self._list
        if led.period and block.kind == "list_item" and section == block.section:
            return led
        return self._over(block)

    def _over(self, block: Block) -> InheritedPeriod:
        """The time of the innermost heading that gives one, or of the document's head."""
        for heading in reversed(block.section):
            period = of_heading(heading, self.fiscal)
            if period:
                return InheritedPeriod(period, "heading")
        return InheritedPeriod((self.head or NO_HEAD).about, "head")

    def _remember(self, words: Words, block: Block, times: Sequence[Time], inherited: InheritedPeriod) -> None:
        """Keeps the last time, and the one that a sentence hands on: the one it opens with, or the only one."""
        plain = [time for time in times if time.compared < 0 and _YEAR.match(time.period)]
        plain = [time for time in plain if not is_since(words, time)]
        if plain:
            self._named = (block.section, plain[-1].end, plain[-1].period)
        firm = [time for time in plain if not is_aim(words, time)] or plain
        periods = {time.period for time in firm}
        only = periods.pop() if len(periods) == 1 else _MANY if periods else ""
        only = _MANY if _DAY.search(only) or (plain and is_end(words, plain[0])) else only
        doubtful = any(time.doubtful for time in plain)
        item = block.kind == "list_item"
        if only or self._topic.begin != block.start:
            goes_on = item and self._topic.item and not only
            kept = self._topic.period if goes_on else only
            self._topic = _Topic(block.start, words.end, kept, doubtful=doubtful, item=item, named=frozenset(periods))
        elif not times:
            self._topic = self._topic._replace(end=words.end, far=inherited.by in ("sentence", "far"))
        else:
            self._topic = _Topic(block.start, words.end, item=item)
        if block.kind != "list_item":
            leads = only not in ("", _MANY) and words.text[words.start : words.end].rstrip().endswith(":")
            self._list = (block.section, InheritedPeriod(only, "list", doubtful) if leads else NOTHING)


class _Topic(NamedTuple):
    """The time that a paragraph speaks of: where the paragraph begins, and the sentence ends that was read last."""

    begin: int = 0
    end: int = 0
    period: str = ""
    far: bool = False
    """Whether the sentence read last did not name it."""
    doubtful: bool = False
    item: bool = False
    """Whether the paragraph is an item of a list."""
    named: frozenset[str] = frozenset()
    """The times that the sentence read last named."""
