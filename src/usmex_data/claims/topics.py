"""What each paragraph is about: the place that holds for sentences which name none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ..document.model import Block, Document
from ..language import alternatives, table
from .places import country_of, heading_places, places
from .where import Cluster, clusters

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


class Topics:
    """The places that the paragraphs of a document are about; each is read once, when a figure first asks.

    ``begun`` is what the first paragraph was about before, where the document goes on with it.
    """

    def __init__(self, document: Document, begun: Topic | None = None) -> None:
        self._document = document
        self._begun = begun
        self._left: dict[int, Topic] = {}
        self._starts = [start for start, _ in document.sentences]
        self._known: dict[int, dict[int, str]] = {}

    def before(self, block: Block, sentence: int) -> str:
        """The place, as codes joined by ``+``, that the paragraph is about where a sentence begins; may be empty."""
        if block.start not in self._known:
            self._known[block.start] = self._read(block)
        held = self._known[block.start]
        return held[sentence] if sentence in held else held[block.start]

    @property
    def left(self) -> Topic:
        """What the last paragraph is about at its end."""
        block = self._document.blocks[-1] if self._document.blocks else None
        if block is None:
            return self._begun or Topic("")
        self.before(block, block.start)
        return self._left[block.start]

    def _of_headings(self, block: Block) -> Topic:
        """The place that the headings give a paragraph, and whether only another subject changes it.

        That is what its own heading names, or else the country of the title, if the text names it most of all.
        """
        pair = _pair_of_headings(block.section)
        if not block.section:
            return Topic("", pair=pair)
        own, title = _of_heading(block.section[-1]), _of_heading(block.section[0])
        if own:
            return Topic(own, "-" not in own, pair)
        return Topic(title if title and title == self._main else "", pair=pair)

    @cached_property
    def _main(self) -> str:
        """The country that the text names most often, where it names one more often than all others together."""
        named = Counter(country_of(place.code) for place in places(self._document.text) if place.kind != "weak")
        code, times = next(iter(named.most_common(1)), ("", 0))
        country = code in table("places")["country"]
        return code if country and 2 * times > named.total() else ""

    def _read(self, block: Block) -> dict[int, str]:
        """The topic at each sentence of a paragraph, the headings' at its start."""
        text = self._document.text
        goes_on = self._begun is not None and block is self._document.blocks[0]
        topic = self._begun if self._begun and goes_on else self._of_headings(block)
        known = {block.start: topic.place}
        for number in range(bisect_left(self._starts, block.start), bisect_left(self._starts, block.end)):
            start, end = self._document.sentences[number]
            words = text[start:end]
            known[start] = _meant(words, topic)
            topic = _after(words, _named(text, start, end), topic, first=start == block.start and not goes_on)
        self._left[block.start] = topic
        return known


def _named(text: str, start: int, end: int) -> list[Cluster]:
    """The places that a sentence names, with what the words around it make of them; offsets count from its start."""
    found = [place for place in places(text[start:end]) if place.kind != "weak"]
    shifted = [place._replace(start=place.start + start, end=place.end + start) for place in found]
    return [
        cluster._replace(start=cluster.start - start, end=cluster.end - start) for cluster in clusters(text, shifted)
    ]


@lru_cache(maxsize=256)
def _of_heading(heading: str) -> str:
    """The place that a heading names last; empty where it names none."""
    named = [place for place in heading_places(heading) if place.kind != "weak"]
    return clusters(heading, named)[-1].code if named else ""


@lru_cache(maxsize=256)
def _pair_of_headings(section: tuple[str, ...]) -> str:
    """The two places that a heading names together, the innermost first; empty where none does."""
    for heading in reversed(section):
        for cluster in clusters(heading, heading_places(heading)):
            if len(set(cluster.codes)) == _TWO:
                return cluster.code
    return ""


def _meant(words: str, topic: Topic) -> str:
    """What a sentence is about: the topic, unless its words point to a pair, the country, or the place named last."""
    patterns = _patterns()
    if topic.pair and patterns["shared"].search(words):
        return topic.pair
    if topic.last and patterns["anaphora"].search(words):
        return topic.last
    return country_of(topic.place) if patterns["nationwide"].search(words) else topic.place


def _after(words: str, named: Sequence[Cluster], topic: Topic, *, first: bool) -> Topic:
    """What the paragraph is about behind a sentence."""
    pair = next((cluster.code for cluster in named if len(set(cluster.codes)) == _TWO), topic.pair)
    last = next((cluster.code for cluster in reversed(named) if cluster.firm), "")
    place, strong = _place_after(words, [cluster for cluster in named if _is_carried(cluster)], topic, first=first)
    return Topic(place, strong, pair, last)


def _place_after(words: str, fitting: Sequence[Cluster], topic: Topic, *, first: bool) -> tuple[str, bool]:
    """The place of the topic behind a sentence, and whether only another subject changes it.

    A subject sets it, but a part of the country that it is about does not; the only place of a sentence sets it where
    nothing better is known: any in the first sentence, a country or group of countries later.
    """
    place, strong = topic.place, topic.strong
    subject = next((cluster for cluster in fitting if _is_subject(words, cluster)), None)
    if subject is not None:
        return (place, True) if place and country_of(subject.code) == place else (subject.code, True)
    codes = {cluster.code for cluster in fitting}
    if place and country_of(place) in codes:
        return country_of(place), strong
    if strong or len(codes) != 1 or not (first or "-" not in min(codes)):
        return place, strong
    return codes.pop(), True


def _is_carried(cluster: Cluster) -> bool:
    return cluster.firm and not cluster.roles and not cluster.traded and not cluster.bought


def _is_subject(words: str, cluster: Cluster) -> bool:
    """Whether a place stands before the verb and the figures of its sentence."""
    lead = words[: cluster.start]
    return len(lead) < _OPENING and not _patterns()["verb"].search(lead) and not _FIGURE.search(lead)
