"""The times that a sentence names, each with its EDTF period, and what it takes over from those before it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal, NamedTuple

from ..document.model import Block, Document
from ..language import alternatives, table
from ..language.phrases import Sought, first_words
from ..quantities.dates import with_year
from ..quantities.fiscal import UNKNOWN, Fiscal, shifted, width
from ..quantities.model import Quantity
from .likened import likened_from
from .masthead import NO_HEAD, Head, head_of, of_heading
from .relative import is_ago, loose_phrases, may_hold, of_same, resolved
from .respectively import shared_out
from .spot import Words

__all__ = ["NOTHING", "Calendar", "Handed", "Time"]

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\b")
_QUOTING = ("constant", "credited", "source")
_MANY = "/"
"""What stands for the time of a sentence that names several, or a day: none to hand on."""
_YEARS = re.compile(r"\d{4}/\d{4}")
_DAY = re.compile(r"-\d\d-")
_REACH = 60
"""How far before a time the words may begin that say how it is meant, in characters."""
_NAME = 100
"""How far behind a year the name of a law may go on, in characters."""
_FAR = 1500
"""How far back a time may stand that gives a month its year, in characters."""
_PASSED = 250
"""Sentences without a figure that are no longer do not end what the one before them hands on, in characters."""
_OPENING = 40
"""A time that ends so near to the start of its sentence, with a comma behind it, opens the sentence."""
_TWELVE = 12
_WRAPS = 9
"""A month so much earlier in the year than the one before it lies in the next: "in December 2020 … in January"."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time where it stands in the text; ``period`` is empty where no year is near."""

    start: int
    end: int
    period: str
    compared: int = -1
    """Where the comparison begins that it closes ("up from 5 in 2010"): only figures inside have this time."""
    opens: bool = False
    """Whether it opens a clause ("…, and in 2020 …"): it holds for what follows, not for what stands before."""
    only: int = -1
    """Where the one figure begins that it is for, if "respectively" says so."""
    doubtful: bool = False
    """Whether it is a fiscal year of which nobody says when it begins."""

    def is_for(self, start: int) -> bool:
        """Whether a figure that begins at ``start`` may have this time."""
        if self.only >= 0:
            return self.only == start
        return self.compared < 0 or self.compared <= start < self.start


class Handed(NamedTuple):
    """The period that a sentence takes over, and what hands it on.

    That is the sentence before it (``far`` if others stand between), the line that leads its list in, its heading, or the
    head of the document.
    """

    period: str
    by: Literal["sentence", "far", "list", "heading", "head"]
    doubtful: bool = False

    @property
    def by_heading(self) -> bool:
        """Whether it comes from what stands over the paragraph."""
        return self.by not in ("sentence", "far")


NOTHING = Handed("", "sentence")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    periods = table("periods")
    words = {name: alternatives(found) for name, found in periods["times"].items()}
    months = [names[0] for names in table("dates")["months"]]
    sure = alternatives(name for name in months if name not in periods["times"]["unsure"])
    parts = rf"(?:(?:the\s+)?(?:{alternatives(periods['parts'])})[-\s]?\s?)?"
    led = rf"(?:{words['leads']})\s+(?:the\s+)?(?:[\w-]+\s+)?{parts}"
    patterns = {
        # "in February", "than January exports"; "May" only where no verb may stand
        "month": rf"\b(?:{sure}|(?:(?<=[a-z]\s)|(?<=In\s)|(?<=By\s))(?:{words['unsure']}))\b(?!,?\s+\d)",
        "before_month": rf"\b(?i:{words['leads']}|{words['articles']})\s+\Z",
        "source": rf"\b(?:{words['sources']}):[^.]*\Z",
        "law_behind": rf"\s+(?:[A-Z][\w’'.-]*\s+){{0,5}}(?:{words['laws']})\b",
        "law_before": rf"\b(?:{words['laws']})\s+(?:(?:No\.\s+)?[\d.-]+\s+)?of\s+\Z",
        "prices": rf"\s*(?:=\s*100|(?:{words['prices']})(?!\w))",
        "constant": rf"\b(?i:{words['constant']})\s+\Z",
        "cited": r"\bal\.?,?\s*[(\[]?\Z|[(\[][A-Z][^()\[\]\d]{1,50},?\s\Z",
        "cited_behind": r"[a-z]?(?:[,:]\s*(?:pp?\.\s*)?[\d–-]+)?\s*[;)\]]",
        "credited": rf"\b(?i:{words['credits']})\s+(?:[\w&’'.-]+\s+){{1,7}}\(\Z",
        "event": rf"(?P<noun>[\w’'-]+)(?P<comma>,?)\s+(?i:{words['events']})\s+(?:in|on|by)\s+(?:the\s+)?{parts}\Z",
        # between a count and the last word of what is counted: "40 trade treaties signed in 2019"
        "counted": r"\s+(?:(?!of\b)[\w’'-]+\s+)?",
        "relative": rf",\s+(?:(?:{words['relatives']})\s+(?:\w+\s+){{1,4}}|(?:[a-z]+ed|{words['events']})\s+)"
        rf"(?:in|on|by|since)\s+(?:the\s+)?{parts}\Z",
        "span": rf"\b(?i:{words['span_from']})\s+(?i:the\s+)?{parts}\Z",
        "joined": rf"\s*,?\s+(?P<to>{words['span_to']})\s+(?:the\s+)?{parts}\Z",
        "through": rf"\s+(?:{words['span_through']})\s+\Z",
        "opens": rf"(?:[;:—–]|,\s+(?:{words['turns']})|\b(?:{words['turns']}))\s+{led}\Z",
        "starts": rf"\W*(?i:{led})\Z",
        "forward": rf"\b(?:{words['forward']})\s+(?:the\s+)?{parts}\Z",
        "backward": rf"\b(?:{words['backward']})\s+(?:[\w$€£.,%-]+\s+){{0,4}}{parts}\Z",
        "since": rf"\b(?:{alternatives(periods['since'])})\s+(?:the\s+)?(?:[\w.’'-]+\s+){{0,6}}\Z",
        "calendar": rf"\b(?i:{words['calendar']})\s+\Z",
        # "the fourth quarter of last year"
        "of_now": rf"\s+(?:of\s+)?(?:{words['calendar']})\s+(?:{words['years']})\b",
        "ends": rf"\b(?i:{words['until']})\s+(?:the\s+)?(?:end\s+of\s+)?\Z",
        "goes_on": rf",\s+(?:[a-z]+ed|{alternatives(periods['past'])})\b",
        "partial": r"\bof\s+(?:the\s+)?\Z",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


@cache
def _months_sought() -> Sought:
    return Sought(_patterns()["month"], first_words(names[0] for names in table("dates")["months"]))


class Calendar:
    """The times of a document, sentence by sentence, as its reader remembers them.

    ``fiscal`` says when fiscal years begin; ``published`` (EDTF) when the text came out, if its own head does not.
    """

    def __init__(self, fiscal: Fiscal = UNKNOWN, published: str = "") -> None:
        self.head: Head | None = None
        self.fiscal = fiscal
        self._published = published
        self._named: tuple[tuple[str, ...], int, str] = ((), 0, "")
        self._topic = _Topic()
        self._list: tuple[tuple[str, ...], Handed] = ((), NOTHING)

    def begin(self, document: Document) -> None:
        """Reads the head of a document, if it is the first portion."""
        if self.head is None:
            self.head = head_of(document, self.fiscal)

    @property
    def released(self) -> str:
        """When the text came out: by who calls, or by its own head; empty if unknown."""
        own = (self.head or NO_HEAD).released
        return own if len(own) > len(self._published) else self._published

    def times(self, words: Words, block: Block, quantities: Sequence[Quantity]) -> tuple[list[Time], Handed]:
        """The times of the next sentence, in order, and what it takes over where it names none.

        That is the time of the sentence before it in its paragraph, or else of what stands over it.
        """
        dates = [quantity for quantity in quantities if quantity.disposition == "date"]
        figures = [quantity for quantity in quantities if quantity.disposition in ("", "claim")]
        if not dates and not figures:
            return [], NOTHING
        found = [date for date in _apart(words, dates) if not _is_name(words, date, figures)]
        handed = self._handed(words, block)
        anchors = _Anchors(handed.period, self._known(words.start, block), self.released[: len("2023-05")] if len(self.released) > len("2023") else "")
        placed = [_placed(words, time, figures) for time in found]
        times = shared_out(words, _joined(words, _resolved(words, placed, anchors), figures), figures)
        self._remember(words, block, times, handed)
        return times, handed

    def turn(self, text: str, *, goes_on: bool) -> None:
        """Turns to the next portion of a long text; ``text`` is the last one's, whose paragraph may go on."""
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

    def _handed(self, words: Words, block: Block) -> Handed:
        topic = self._topic
        if topic.period and topic.begin == block.start:
            if topic.period == _MANY:
                return NOTHING
            passed = words.text[topic.end : words.start].strip()
            if len(passed) > _PASSED or (self.released and topic.period[: len(self.released)] > self.released):
                return NOTHING
            return Handed(topic.period, "far" if passed or topic.far else "sentence", topic.doubtful)
        section, led = self._list
        if led.period and block.kind == "list_item" and section == block.section:
            return led
        return self._over(block)

    def _over(self, block: Block) -> Handed:
        """The time of the innermost heading that gives one, or of the document's head."""
        for heading in reversed(block.section):
            period = of_heading(heading, self.fiscal)
            if period:
                return Handed(period, "heading")
        return Handed((self.head or NO_HEAD).about, "head")

    def _remember(self, words: Words, block: Block, times: Sequence[Time], handed: Handed) -> None:
        """Keeps the last time, and the one that a sentence hands on: the one it opens with, or the only one."""
        plain = [time for time in times if time.compared < 0 and _YEAR.match(time.period)]
        plain = [time for time in plain if not _patterns()["since"].search(_before(words, time.start))]
        if plain:
            self._named = (block.section, plain[-1].end, plain[-1].period)
        periods = {time.period for time in plain}
        only = periods.pop() if len(periods) == 1 else _MANY if periods else ""
        only = _MANY if _DAY.search(only) or (plain and _is_end(words, plain[0])) else only
        doubtful = any(time.doubtful for time in plain)
        if only or self._topic.begin != block.start:
            self._topic = _Topic(block.start, words.end, only, doubtful=doubtful)
        elif not times:
            self._topic = self._topic._replace(end=words.end, far=handed.by in ("sentence", "far"))
        else:
            self._topic = _Topic(block.start, words.end)
        if block.kind != "list_item":
            leads = only not in ("", _MANY) and words.text[words.start : words.end].rstrip().endswith(":")
            self._list = (block.section, Handed(only, "list", doubtful) if leads else NOTHING)


class _Topic(NamedTuple):
    """The time that a paragraph speaks of: where the paragraph begins, and the sentence ends that was read last."""

    begin: int = 0
    end: int = 0
    period: str = ""
    far: bool = False
    """Whether the sentence read last did not name it."""
    doubtful: bool = False


class _Anchors(NamedTuple):
    """What a time without a year may take it from: what the sentence takes over, what was named last, the release."""

    handed: str
    known: str
    released: str


def _is_end(words: Words, time: Time) -> bool:
    """Whether a time only ends a span: "until 2030"."""
    return bool(_patterns()["ends"].search(_before(words, time.start)))


def _apart(words: Words, dates: Sequence[Quantity]) -> list[Time]:
    """The dates of a sentence, and its months and words of time that are part of no date, in order."""
    found = [
        Time(date.start, date.end, date.period, doubtful=bool(date.doubt))
        for date in dates
        if date.period or _is_part(words, date)
    ]
    taken = iter([*found, Time(words.end, words.end, "")])
    date = next(taken)
    for match in sorted(_loose(words), key=lambda match: match.start()):
        while date.end <= match.start() and date.start < words.end:
            date = next(taken)
        if match.end() <= date.start:
            found.append(Time(match.start(), match.end(), ""))
    return sorted(found, key=lambda time: time.start)


def _is_part(words: Words, date: Quantity) -> bool:
    """Whether a date without a year is a day or a part of a year, and no hour of a day."""
    return bool(with_year(words.text[date.start : date.end], "2000"))


def _loose(words: Words) -> Iterator[re.Match[str]]:
    patterns = _patterns()
    for match in words.within(_months_sought(), words.start, words.end):
        unsure = match[0] in table("periods")["times"]["unsure"]
        if not unsure or patterns["before_month"].search(_before(words, match.start())):
            yield match
    if may_hold().search(words.text, words.start, words.end):
        yield from words.within(loose_phrases(), words.start, words.end)


def _before(words: Words, position: int) -> str:
    return words.text[max(words.start, position - _REACH) : position]


def _is_name(words: Words, date: Time, figures: Sequence[Quantity]) -> bool:
    """Whether a date is part of a name, a price base or a citation, or says when a thing came about."""
    return _is_quoted(words, date) or _is_origin(words, date, figures)


def _is_quoted(words: Words, date: Time) -> bool:
    """Whether a date belongs to the name of a law, to the base of a price, or to whoever is cited."""
    patterns, before = _patterns(), _before(words, date.start)
    behind = words.text[date.end : min(words.end, date.end + _NAME)]
    if patterns["law_behind"].match(behind) or patterns["law_before"].search(before):
        return True
    if patterns["prices"].match(behind) or any(patterns[name].search(before) for name in _QUOTING):
        return True
    cited = len(date.period) == 4 and patterns["cited"].search(before)
    return bool(cited and patterns["cited_behind"].match(behind))


def _is_origin(words: Words, date: Time, figures: Sequence[Quantity]) -> bool:
    """Whether a date only says when a thing came about ("the bank, founded in 1944,"), and not how many did."""
    patterns, before = _patterns(), _before(words, date.start)
    if patterns["relative"].search(before) and words.text[date.end : date.end + 1] == ",":
        return not patterns["goes_on"].match(words.text, date.end)
    event = patterns["event"].search(before)
    if event is None or event["noun"] in table("periods")["times"]["happened"]:
        return False
    noun = date.start - len(before) + event.start()
    return not any(
        patterns["counted"].fullmatch(words.text[figure.end : noun])
        and not patterns["partial"].search(_before(words, figure.start))
        for figure in figures
        if noun - _REACH < figure.end <= noun
    )


def _joined(words: Words, times: Sequence[Time], figures: Sequence[Quantity]) -> list[Time]:
    """The times, two that are the ends of one span as one: "between FY 2008 and FY 2021"."""
    joined: list[Time] = []
    for time in times:
        if joined and _is_span(words, joined[-1], time):
            joined[-1] = _span(words, joined[-1], time, figures)
        else:
            joined.append(time)
    return joined


def _is_span(words: Words, first: Time, second: Time) -> bool:
    if not first.period or not first.period <= second.period:
        return False
    if "/" in first.period + second.period and not (_is_led(words, first) and _is_whole(first) and _is_whole(second)):
        return False
    between = words.text[first.end : second.start]
    if _patterns()["through"].fullmatch(between):
        return True
    return bool(_patterns()["joined"].fullmatch(between)) and _is_led(words, first)


def _is_whole(time: Time) -> bool:
    """Whether a time is one stretch of months or years, and no day."""
    return width(time.period) > 0 or bool(_YEARS.fullmatch(time.period))


def _is_led(words: Words, time: Time) -> bool:
    return bool(_patterns()["span"].search(_before(words, time.start)))


def _span(words: Words, first: Time, second: Time, figures: Sequence[Quantity]) -> Time:
    """Two times as one; what leads the span in ("from") compares nothing with it."""
    period = f"{first.period.partition('/')[0]}/{second.period.rpartition('/')[2]}"
    whole = replace(first, end=second.end, period=period, opens=False)
    return replace(whole, compared=-1, opens=_opens(words, whole, figures)) if _is_led(words, first) else whole


def _resolved(words: Words, times: Sequence[Time], anchors: _Anchors) -> list[Time]:
    """The times, each without a year given that of the one before it, of the one behind it, or of what is known."""
    found: list[Time] = []
    for index, time in enumerate(times):
        if time.period:
            found.append(_as_same(words, time, found, anchors))
            continue
        anchor = next((each for each in reversed(found) if _gives_year(each)), None)
        plain = next((each for each in reversed(found) if each.compared < 0 and _gives_year(each)), None)
        anchor = plain or (None if anchors.handed else anchor) if _is_phrase(words, time) else anchor
        period = anchor.period if anchor else ""
        if not anchor and words.text[time.start : time.end] in _month_numbers():
            period = next((each.period for each in times[index:] if _gives_year(each)), "")
        dated = _dated(words, time, period, anchors)
        if dated is not None:
            found.append(replace(time, period=dated, doubtful=bool(anchor and anchor.doubtful and dated)))
    return found


def _as_same(words: Words, time: Time, before: Sequence[Time], anchors: _Anchors) -> Time:
    """A year as that of the part named before it: "the same quarter of 2022"."""
    if len(time.period) != len("2022") or not of_same(_before(words, time.start)):
        return time
    anchor = next((each.period for each in reversed(before) if width(each.period)), anchors.handed or anchors.known)
    if not anchor[:4].isdigit() or not time.period.isdigit():
        return time
    return replace(time, period=shifted(anchor, int(time.period) - int(anchor.rpartition("/")[2][:4])))


def _is_phrase(words: Words, time: Time) -> bool:
    return loose_phrases().pattern.fullmatch(words.text, time.start, time.end) is not None


def _gives_year(time: Time) -> bool:
    """Whether a time may give another its year: what a figure is compared with, only if it is a month too."""
    return bool(_YEAR.match(time.period)) and (time.compared < 0 or bool(_MONTH.match(time.period)))


@cache
def _month_numbers() -> dict[str, int]:
    return {names[0]: number for number, names in enumerate(table("dates")["months"], 1)}


def _dated(words: Words, time: Time, anchor: str, anchors: _Anchors) -> str | None:
    """The period of a time without a year, which ``anchor`` gives, or what is known; empty where none gives it.

    None for words that are no time here.
    """
    text = words.text[time.start : time.end]
    if _patterns()["calendar"].search(_before(words, time.start)):
        return ""
    if _patterns()["of_now"].match(words.text, time.end, words.end):
        return ""
    near = anchor or anchors.handed
    phrase = resolved(text, near or anchors.known)
    if phrase is not None:
        return "" if is_ago(text) and (time.compared < 0 or not near) else phrase
    if _is_phrase(words, time):
        return None
    year = anchor or anchors.known
    late = not year
    year = year or anchors.released
    first, _, last = year.partition("/")
    if not year or not year[:4].isdigit():
        return ""
    if text in _month_numbers():
        if last and last[:4] != first[:4]:
            return _month_within(_month_numbers()[text], first, last)
        return _month_of(words, time, _month_numbers()[text], last or first, late=late)
    if last and last[:4] != first[:4]:
        return ""
    return with_year(text, first[:4])


def _month_within(month: int, first: str, last: str) -> str:
    """A month of a span of no more than a year that lies in two: "October" in a fiscal year."""
    if not 0 < width(f"{first}/{last}") <= _TWELVE:
        return ""
    year = first[:4] if month >= int(first[5:7]) else last[:4]
    return f"{year}-{month:02d}"


def _month_of(words: Words, time: Time, month: int, anchor: str, *, late: bool) -> str:
    """A month in the year of its anchor, or in the one before or after it where the sentence looks that way.

    ``late`` says that the anchor is when the text came out: what it tells was before, unless it looks forward.
    """
    year = int(anchor[:4])
    if _MONTH.match(anchor):
        gap, before = month - int(anchor[5:7]), _before(words, time.start)
        ahead = _patterns()["forward"].search(before)
        if gap > 0 and (_patterns()["backward"].search(before) or (late and not ahead)):
            year -= 1
        elif gap < 0 and (ahead or (-gap >= _WRAPS and not late)):
            year += 1
    return f"{year}-{month:02d}"


def _placed(words: Words, time: Time, figures: Sequence[Quantity]) -> Time:
    """A time with what its place says: whether it closes a comparison, or opens a clause that states a figure."""
    compared = likened_from(words, (time.start, time.end, time.period), figures)
    return replace(time, compared=compared, opens=compared < 0 and _opens(words, time, figures))


def _opens(words: Words, time: Time, figures: Sequence[Quantity]) -> bool:
    patterns, before = _patterns(), _before(words, time.start)
    first = figures[0].start if figures else words.end
    near = time.end - words.start < _OPENING and time.end <= first
    if near and (words.text[time.end : time.end + 1] == "," or patterns["starts"].fullmatch(before)):
        return True
    stop = words.text.find(";", time.end, words.end)
    follows = any(time.end <= figure.start < (stop if stop >= 0 else words.end) for figure in figures)
    return follows and bool(patterns["opens"].search(before))
