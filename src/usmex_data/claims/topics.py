"""What each paragraph is about: the place that holds for sentences which name none."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

from ..document.model import Block, Document
from ..language import alternatives, table
from ..quantities.fiscal import government
from .places import country_of, heading_places, places, several
from .where import Cluster, clusters, clusters_between, last_place

__all__ = ["Topic", "Topics"]

_OPENING = 60
"""How far from the start of a sentence its subject may begin, in characters."""
_TWO = 2
_OFTEN = 3
"""A text is about the country that it names so often at least, and oftener than all others."""
_ENDED = (".", "!", "?", ";", ",")
_LINES, _LINE = 6, 120
"""So many lines of no more characters may stand over a document: title, author, date."""
_FIGURE = re.compile(r"[$€£¥%]|(?<![\d.,])\d(?!\d{3}(?![\d.,]))")
"""A figure that is no year."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    verbs = alternatives(table("context")["subject"]["verbs"])
    words = {name: alternatives(table("context")["relation"][name]) for name in ("nationwide", "shared", "anaphora")}
    return {
        "verb": re.compile(rf"\b(?:{verbs})\b"),
        "offices": re.compile(rf"\b(?:{alternatives(table('context')['offices']['words'])})\b", re.IGNORECASE),
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

    ``begun`` is what the first paragraph was about before, where the document goes on with it. ``country`` is the place
    of what names none, where the caller knows; ``home`` where the text itself told so before.
    """

    def __init__(self, document: Document, begun: Topic | None = None, *, country: str = "", home: str = "") -> None:
        self._document = document
        self._begun = begun
        self._country = country
        self._home = home
        self._starts = [start for start, _ in document.sentences]
        self._reads: dict[int, _Read] = {}

    def before(self, block: Block, sentence: int) -> str:
        """The place, as codes joined by ``+``, that the paragraph is about where a sentence begins; may be empty."""
        read = self._begin(block)
        while read.number < read.last and self._starts[read.number] < sentence:
            self._step(block, read)
        if sentence not in read.known and read.number < read.last and self._starts[read.number] == sentence:
            start, end = self._document.sentences[read.number]
            read.known[sentence] = _meant(self._document.text[start:end], read.topic)
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
        pair = _pair_of_headings(block.section, self._key)
        own = self._of_heading(block.section[-1]) if block.section else ""
        own = own or next(filter(None, map(self._of_heading, reversed(block.section[1:-1]))), "")
        if own:
            return Topic(own, "-" not in own, pair)
        title = (self._of_heading(block.section[0]) if block.section else "") or self._front
        titled = title and title == self._main and country_of(self.home) != title
        return Topic(title if titled else self.home, pair=pair)

    def _of_heading(self, heading: str) -> str:
        return _of_heading(heading, self._key)

    @cached_property
    def home(self) -> str:
        """The place that a whole document is about: as the caller says, or as the offices name it whose paper it is."""
        if self._country or self._home:
            return self._country or self._home
        named = next(filter(None, map(self._of_office, self._lines())), "")
        front = next(filter(None, map(self._of_heading, self._lines())), "")
        front = front if front and self._counted[front] == max(self._counted.values(), default=0) else ""
        return named or front or self._most_named or government(self._document.text) or self._by_money

    @cached_property
    def _most_named(self) -> str:
        """The country that most names of places lie in; the part of it that most of those name."""
        counted = self._owned
        country, times = next(iter(counted.most_common(1)), ("", 0))
        often = times >= _OFTEN or (times > 1 and len(self._counted) == 1)
        if not often or 2 * times <= counted.total() or country not in table("places")["country"]:
            return ""
        part, most = max(
            ((code, n) for code, n in self._counted.items() if _owner(code) == country), key=lambda each: each[1]
        )
        return part if 3 * most > 2 * times else country

    @cached_property
    def _by_money(self) -> str:
        """The country of the one money that a text counts in, if the text names it or a part of it too."""
        found = {match.lastgroup for match in _signs().finditer(self._document.text)}
        place = (found.pop() or "") if len(found) == 1 else ""
        first, second = [*self._owned.most_common(2), ("", 0), ("", 0)][:2]
        return place if place and place == first[0] and first[1] > second[1] else ""

    def _of_office(self, line: str) -> str:
        """The one place in the name of an office that a line gives."""
        if not _patterns()["offices"].search(line):
            return ""
        codes = {place.code for place in heading_places(line, self.meant) if place.kind != "weak"}
        countries = {country_of(code) for code in codes}
        return max(codes, key=len) if len(countries) == 1 else ""

    def _lines(self) -> Iterator[str]:
        """The lines over a document, which are no paragraph yet."""
        for block in self._document.blocks[:_LINES]:
            line = self._document.text[block.start : block.end].rstrip()
            if len(line) > _LINE or line.endswith(_ENDED):
                return
            yield line

    @cached_property
    def _front(self) -> str:
        """The country that the first lines of a document name."""
        return country_of(next(filter(None, map(self._of_heading, self._lines())), ""))

    @cached_property
    def _counted(self) -> Counter[str]:
        """How often the text names each place; names of several meanings and words for a place left out."""
        unclear, text = several(), self._document.text
        named = (place for place in places(text) if place.kind != "weak")
        return Counter(place.code for place in named if text[place.start : place.end] not in unclear)

    @cached_property
    def _owned(self) -> Counter[str]:
        """How often the text names each country, by itself, a part of it or a territory of it."""
        counted: Counter[str] = Counter()
        for code, times in self._counted.items():
            counted[_owner(code)] += times
        return counted

    @cached_property
    def _countries(self) -> Counter[str]:
        """How often the text names each country, by itself or by a part of it."""
        counted: Counter[str] = Counter()
        for code, times in self._counted.items():
            counted[country_of(code)] += times
        return counted

    @cached_property
    def _main(self) -> str:
        """The country that the text names most often, where it names one more often than all others together."""
        named = self._countries
        code, times = next(iter(named.most_common(1)), ("", 0))
        country = code in table("places")["country"]
        return code if country and 2 * times > named.total() else ""

    @cached_property
    def meant(self) -> Mapping[str, str]:
        """The codes of names with several meanings, each of the country that the text or the caller speaks of."""
        if self._country:
            return {name: next((code for code in codes if country_of(code) == country_of(self._country)), codes[0])
                    for name, codes in several().items()}  # fmt: skip
        if not _unclear().search(self._document.text):
            return {}
        counted = self._countries
        return {name: max(codes, key=lambda code: counted[country_of(code)]) for name, codes in several().items()}

    @cached_property
    def _key(self) -> tuple[tuple[str, str], ...]:
        """The meanings as what a heading's reading is kept by."""
        return tuple(self.meant.items())

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


def _owner(code: str) -> str:
    """The country of a code, which its territories belong to."""
    country: str = table("context")["territories"].get(code, country_of(code))
    return country


@cache
def _signs() -> re.Pattern[str]:
    """The signs of money that one country alone has, by its code."""
    signs = table("context")["own_money"]
    return re.compile("|".join(rf"(?P<{code}>(?<!\w)(?:{alternatives(found)})\s?\d)" for code, found in signs.items()))


@cache
def _unclear() -> re.Pattern[str]:
    """The names with several meanings."""
    return re.compile(rf"\b(?:{alternatives(several())})\b", re.IGNORECASE)


def _named(text: str, start: int, end: int, meant: Mapping[str, str]) -> list[Cluster]:
    """The places that a sentence names, with what the words around it make of them; offsets count from its start."""
    return [
        cluster._replace(start=cluster.start - start, end=cluster.end - start)
        for cluster in clusters_between(text, start, end, weak=False, meant=meant)
    ]


@lru_cache(maxsize=256)
def _of_heading(heading: str, meant: tuple[tuple[str, str], ...]) -> str:
    """The place that a heading names last; empty where it names none."""
    return last_place(heading, heading_places(heading, dict(meant)))


@lru_cache(maxsize=256)
def _pair_of_headings(section: tuple[str, ...], meant: tuple[tuple[str, str], ...]) -> str:
    """The two places that a heading names together, the innermost first; empty where none does."""
    for heading in reversed(section):
        for cluster in clusters(heading, heading_places(heading, dict(meant))):
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
