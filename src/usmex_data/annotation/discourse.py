"""What each paragraph is about: the place that holds for sentences which name none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from ..document.document import Block, Document
from ..language import alternatives, table
from .gazetteer import country_of
from .home import Home
from .where import PlaceGroup, place_groups_between

__all__ = ["Topic", "Topics"]

_OPENING = 60
"""How far from the start of a sentence its subject may begin, in characters."""
_TWO = 2
_FIGURE = re.compile(r"[$€£¥%]|(?<![\d.,])\d(?!\d{3}(?![\d.,]))")
"""A figure that is no year."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = alternatives(table("context")["subject"]["verbs"])
    words = {name: alternatives(table("context")["relation"][name]) for name in ("nationwide", "shared", "anaphora")}
    return {
        "verb": re.compile(rf"\b(?:{verbs})\b"),
        **{name: re.compile(rf"\b(?:{found})\b", re.IGNORECASE) for name, found in words.items()},
    }


class Topic(NamedTuple):
    """What a paragraph is about at some place: where, and whether only another subject changes that.

    ``pair`` are two places named together ("Mexico and Canada"), ``last`` is what the sentence before named last.
    """

    place: str
    strong: bool = False
    pair: str = ""
    last: str = ""


@dataclass(slots=True)
class _Read:
    """How far a paragraph is read: the topic before the sentence of a number, and what those read were about."""

    number: int
    last: int
    topic: Topic
    headed: str
    known: dict[int, str] = field(default_factory=dict)


class Topics:
    """The places that the paragraphs of a document are about; each is read as far as a figure asks, and once.

    ``begun`` is what the first paragraph was about before, where the document goes on with it; ``home`` what the whole
    text is about.
    """

    def __init__(self, document: Document, begun: Topic | None = None, home: Home | None = None) -> None:
        self._document = document
        self._begun = begun
        self._home = home or Home(document.raw)
        self._starts = [start for start, _ in document.sentences]
        self._reads: dict[int, _Read] = {}

    def before(self, block: Block, sentence: int) -> str:
        """The place, as codes joined by ``+``, that the paragraph is about where a sentence begins; may be empty."""
        read = self._begin(block)
        while read.number < read.last and self._starts[read.number] < sentence:
            self._step(block, read)
        if sentence not in read.known and read.number < read.last and self._starts[read.number] == sentence:
            start, end = self._document.sentences[read.number]
            read.known[sentence] = _resolved(self._document.text[start:end], read.topic)
        return read.known.get(sentence, read.headed)

    @property
    def left(self) -> Topic:
        """What the last paragraph is about at its end."""
        block = self._document.blocks[-1] if self._document.blocks else None
        if block is None:
            return self._begun or Topic("")
        read = self._begin(block)
        while read.number < read.last:
            self._step(block, read)
        return read.topic

    def _of_headings(self, block: Block) -> Topic:
        """The place that the headings give a paragraph, and whether only another subject changes it.

        That is what its own heading names, or the nearest above it; or else the country of the title, if the text names
        it most of all; or else what the whole document is about.
        """
        home, section = self._home, block.section
        pair = home.pair(section)
        own = home.of_heading(section[-1]) if section else ""
        own = own or next(filter(None, map(home.of_heading, reversed(section[1:-1]))), "")
        if own:
            return Topic(own, "-" not in own, pair)
        title = (home.of_heading(section[0]) if section else "") or home.front
        titled = title and title == home.main and country_of(home.place) != title
        return Topic(title if titled else home.place, pair=pair)

    @property
    def meant(self) -> Mapping[str, str]:
        """The codes of names with several meanings."""
        return self._home.meant

    def _begin(self, block: Block) -> _Read:
        """How far a paragraph is read; one that nobody asked for begins with what its headings say."""
        if block.start not in self._reads:
            topic = self._begun if self._begun and self._goes_on(block) else self._of_headings(block)
            first, last = (bisect_left(self._starts, place) for place in (block.start, block.end))
            self._reads[block.start] = _Read(first, last, topic, topic.place)
        return self._reads[block.start]

    def _goes_on(self, block: Block) -> bool:
        """Whether a paragraph began before the document."""
        return self._begun is not None and block is self._document.blocks[0]

    def _step(self, block: Block, read: _Read) -> None:
        """Read the next sentence of a paragraph."""
        text, (start, end) = self._document.text, self._document.sentences[read.number]
        words, first = text[start:end], start == block.start and not self._goes_on(block)
        read.topic = _after(words, _named(text, start, end, self.meant), read.topic, first=first)
        read.number += 1


def _named(text: str, start: int, end: int, meant: Mapping[str, str]) -> list[PlaceGroup]:
    """The places that a sentence names, with what the words around it make of them; offsets count from its start."""
    return [
        place_group._replace(start=place_group.start - start, end=place_group.end - start)
        for place_group in place_groups_between(text, start, end, weak=False, meant=meant)
    ]


def _resolved(words: str, topic: Topic) -> str:
    """What a sentence is about: the topic, unless its words point to a pair, the country, or the place named last."""
    patterns = _patterns()
    if topic.pair and patterns["shared"].search(words):
        return topic.pair
    if topic.last and patterns["anaphora"].search(words):
        return topic.last
    return country_of(topic.place) if patterns["nationwide"].search(words) else topic.place


def _after(words: str, named: Sequence[PlaceGroup], topic: Topic, *, first: bool) -> Topic:
    """What the paragraph is about behind a sentence."""
    pair = next((place_group.code for place_group in named if len(set(place_group.codes)) == _TWO), topic.pair)
    last = next((place_group.code for place_group in reversed(named) if place_group.firm), "")
    place, strong = _place_after(
        words, [place_group for place_group in named if _is_carried(place_group)], topic, first=first
    )
    return Topic(place, strong, pair, last)


def _place_after(words: str, fitting: Sequence[PlaceGroup], topic: Topic, *, first: bool) -> tuple[str, bool]:
    """The place of the topic behind a sentence, and whether only another subject changes it.

    A subject sets it, but a part of the country that it is about does not; the only place of a sentence sets it where
    nothing better is known: any in the first sentence, a country or group of countries later.
    """
    place, strong = topic.place, topic.strong
    subject = next((place_group for place_group in fitting if _is_subject(words, place_group)), None)
    if subject is not None:
        return (place, True) if place and country_of(subject.code) == place else (subject.code, True)
    codes = {place_group.code for place_group in fitting}
    if place and country_of(place) in codes:
        return country_of(place), strong
    if strong or len(codes) != 1 or not (first or "-" not in min(codes)):
        return place, strong
    return codes.pop(), True


def _is_carried(place_group: PlaceGroup) -> bool:
    return place_group.firm and not place_group.roles and not place_group.traded and not place_group.bought


def _is_subject(words: str, place_group: PlaceGroup) -> bool:
    """Whether a place stands before the verb and the figures of its sentence."""
    lead = words[: place_group.start]
    return len(lead) < _OPENING and not _patterns()["verb"].search(lead) and not _FIGURE.search(lead)
