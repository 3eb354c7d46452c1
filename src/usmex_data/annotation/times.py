"""The times that a sentence names, each with its EDTF period: dates, months without a year, "a year earlier"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import NamedTuple

from ..document.document import Block
from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from ..quantities.dates import dates as dates_in
from ..quantities.quantity import Quantity
from .comparison import comparison_start
from .mention import Words

__all__ = ["NOTHING", "InheritedPeriod", "Time", "TimeResolver"]

_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])\b")
_COUNTED = 100
"""No text says "two hundred years earlier" to date a figure."""
_PHRASES = ("same", "that_season", "earlier", "whole_year")
_QUOTING = ("constant", "credited", "source")
_MANY = "/"
"""What stands for the time of a sentence that names several, or a day: none to hand on."""
_DAY = re.compile(r"-\d\d-")
_REACH = 60
"""How far before a time the words may begin that say how it is meant, in characters."""
_NAME = 100
"""How far behind a year the name of a law may go on, in characters."""
_FAR = 1500
"""How far back a time may stand that gives a month its year, in characters."""
_OPENING = 40
"""A time that ends so near to the start of its sentence, with a comma behind it, opens the sentence."""
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

    def is_for(self, start: int) -> bool:
        """Whether a figure that begins at ``start`` may have this time."""
        return self.compared < 0 or self.compared <= start < self.start


class InheritedPeriod(NamedTuple):
    """The period that a sentence takes over from the one before it, or from its heading."""

    period: str
    by_heading: bool


NOTHING = InheritedPeriod("", False)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    periods = table("periods")
    words = {name: alternatives(found) for name, found in periods["times"].items()}
    months = [names[0] for names in table("dates")["months"]]
    sure = alternatives(name for name in months if name not in periods["times"]["unsure"])
    parts = rf"(?:(?:the\s+)?(?:{alternatives(periods['parts'])})[-\s]?\s?)?"
    led = rf"(?:{words['leads']})\s+(?:the\s+)?(?:[\w-]+\s+)?{parts}"
    numbers = alternatives(word for word, value in table("numbers")["cardinal"].items() if value < _COUNTED)
    patterns = {
        # "in February", "than January exports"; "May" only where no verb may stand
        "month": rf"\b(?:{sure}|(?:(?<=[a-z]\s)|(?<=In\s)|(?<=By\s))(?:{words['unsure']}))\b(?!,?\s+\d)",
        "before_month": rf"\b(?i:{words['leads']}|{words['articles']})\s+\Z",
        "same": rf"\b(?i:(?:{words['same']})\s+(?:{words['same_spans']}))\b(?!\s+(?:of|in|last|a|the|for)\b)",
        # "two years earlier", "the year before"
        "earlier": rf"\b(?i:(?:(?P<one>{words['one']})|(?P<count>{numbers}|\d{{1,2}}))\s+(?P<unit>{words['units']})"
        rf"\s+(?:{words['before']}|(?P<later>{words['later']}))|(?P<prior>{words['prior']}))\b"
        r"(?!\s+(?:the|a|an|to|that)\b)",
        "that_season": rf"\b(?i:{words['same']})\s+(?:{words['seasons']})\b",
        "source": rf"\b(?:{words['sources']}):[^.]*\Z",
        # a word that every phrase of _PHRASES holds
        "unit": rf"{alternatives([*periods['times']['units'], *periods['times']['same_spans']])}|{words['seasons']}",
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
        "goes_on": rf",\s+(?:[a-z]+ed|{alternatives(periods['past'])})\b",
        "partial": r"\bof\s+(?:the\s+)?\Z",
        "masthead": rf"\b(?i:{words['mastheads']})(?!\w)",
        "whole_year": rf"\b(?i:{words['whole_year']})\b(?!\s+(?:to|ending|ended|of|in|before|after|\d))",
        "head": rf"(?:[,:(—–-]|\b(?i:{words['heads']}))\s*\Z",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


@cache
def _word_patterns() -> dict[str, WordPattern]:
    """Months, and words that take their time from another: "the same year", "a decade earlier", "for the year"."""
    lists = table("periods")["times"]
    months = first_words(names[0] for names in table("dates")["months"])
    numbers = (word for word, value in table("numbers")["cardinal"].items() if value < _COUNTED)
    phrases = rf"(?:{'|'.join(_patterns()[name].pattern for name in _PHRASES)})"
    begins = first_words([*lists["same"], *lists["one"], *lists["prior"], *lists["whole_year"], *numbers])
    digits = first_words(str(number) for number in range(1, _COUNTED))
    return {
        "month": WordPattern(_patterns()["month"], months),
        "phrase": WordPattern(re.compile(phrases), begins | digits),
    }


class TimeResolver:
    """The times of a document, sentence by sentence, as its reader remembers them."""

    def __init__(self) -> None:
        self._named: tuple[tuple[str, ...], int, str] = ((), 0, "")
        self._topic: tuple[int, int, str] = (0, 0, "")

    def times(self, words: Words, block: Block, quantities: Sequence[Quantity]) -> tuple[list[Time], InheritedPeriod]:
        """The times of the next sentence, in order, and what it takes over where it names none.

        That is the time of the sentence before it in its paragraph, or else of its heading.
        """
        dates = [quantity for quantity in quantities if quantity.disposition == "date"]
        figures = [quantity for quantity in quantities if not quantity.disposition]
        if not dates and not figures:
            return [], NOTHING
        found = [date for date in _apart(words, dates) if not _is_name(words, date, figures)]
        known = self._known(words.start, block)
        inherited = self._inherited(words, block)
        times = _joined(words, _resolved(words, [_placed(words, time, figures) for time in found], known), figures)
        self._remember(words, block, times)
        return times, inherited

    def turn(self, text: str, *, goes_on: bool) -> None:
        """Turns to the next segment of a long text; ``text`` is the last one's, whose paragraph may go on."""
        begin, end, period = self._topic
        section, at, named = self._named
        self._topic = (0, 0, period if goes_on and not text[end:].strip() else "")
        self._named = (section, 0 if goes_on and at >= begin else at - len(text), named)

    def _known(self, start: int, block: Block) -> str:
        """The period that gives a month its year: of the time named last under the same heading, or of the heading."""
        section, at, period = self._named
        if at >= block.start:
            return period
        return _of_heading(block.section) or (period if section == block.section and start - at < _FAR else "")

    def _inherited(self, words: Words, block: Block) -> InheritedPeriod:
        start, end, period = self._topic
        if period and start == block.start and not words.text[end : words.start].strip():
            return NOTHING if period == _MANY else InheritedPeriod(period, False)
        return InheritedPeriod(_of_heading(block.section[-1:]), True)

    def _remember(self, words: Words, block: Block, times: Sequence[Time]) -> None:
        """Keeps the last time, and the one that a sentence hands on: the one it opens with, or the only one."""
        plain = [time for time in times if time.compared < 0 and _YEAR.match(time.period)]
        if plain:
            self._named = (block.section, plain[-1].end, plain[-1].period)
        inherited = {time.period for time in plain if not _patterns()["since"].search(_before(words, time.start))}
        only = inherited.pop() if len(inherited) == 1 else _MANY if inherited else ""
        self._topic = (block.start, words.end, _MANY if _DAY.search(only) else only)


@lru_cache(maxsize=64)
def _of_heading(section: tuple[str, ...]) -> str:
    """The period of the nearest heading that ends with a date: "TRADE IN GOODS, FEBRUARY 2024"."""
    for heading in reversed(section):
        found = list(dates_in(heading, 0, len(heading)))
        if _patterns()["masthead"].search(heading):
            continue
        if found and _YEAR.match(found[-1].period) and not heading[found[-1].end :].strip(" .:)"):
            return found[-1].period if _patterns()["head"].search(heading[: found[-1].start]) else ""
    return ""


def _apart(words: Words, dates: Sequence[Quantity]) -> list[Time]:
    """The dates of a sentence, and its months and words of time that are part of no date, in order."""
    found = [Time(date.start, date.end, date.period) for date in dates if date.period or _is_part(words, date)]
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
    return bool(_with_year(words.text[date.start : date.end], "2000"))


def _with_year(text: str, year: str) -> str:
    """The period of a day or quarter in a year; empty where the words are no such date."""
    whole = f"{text.rstrip('.')} {year}"
    return next((date.period for date in dates_in(whole, 0, len(whole)) if date.start == 0 and date.period != year), "")


def _loose(words: Words) -> Iterator[re.Match[str]]:
    patterns = _patterns()
    for match in words.within(_word_patterns()["month"], words.start, words.end):
        unsure = match[0] in table("periods")["times"]["unsure"]
        if not unsure or patterns["before_month"].search(_before(words, match.start())):
            yield match
    if patterns["unit"].search(words.text, words.start, words.end):
        yield from words.within(_word_patterns()["phrase"], words.start, words.end)


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
    if "/" in first.period + second.period or not first.period or not first.period <= second.period:
        return False
    between = words.text[first.end : second.start]
    if _patterns()["through"].fullmatch(between):
        return True
    return bool(_patterns()["joined"].fullmatch(between)) and _is_led(words, first)


def _is_led(words: Words, time: Time) -> bool:
    return bool(_patterns()["span"].search(_before(words, time.start)))


def _span(words: Words, first: Time, second: Time, figures: Sequence[Quantity]) -> Time:
    """Two times as one; what leads the span in ("from") compares nothing with it."""
    whole = Time(first.start, second.end, f"{first.period}/{second.period}", first.compared)
    return replace(whole, compared=-1, opens=_opens(words, whole, figures)) if _is_led(words, first) else whole


def _resolved(words: Words, times: Sequence[Time], known: str) -> list[Time]:
    """The times, each without a year given that of the one before it, of the one behind it, or ``known``."""
    resolved: list[Time] = []
    for index, time in enumerate(times):
        if time.period:
            resolved.append(time)
            continue
        anchor = next((each.period for each in reversed(resolved) if _gives_year(each)), "")
        if not anchor and words.text[time.start : time.end] in _month_numbers():
            anchor = next((each.period for each in times[index:] if _gives_year(each)), "")
        resolved.append(replace(time, period=_dated(words, time, anchor or known)))
    return resolved


def _gives_year(time: Time) -> bool:
    """Whether a time may give another its year: what a figure is compared with, only if it is a month too."""
    return bool(_YEAR.match(time.period)) and (time.compared < 0 or bool(_MONTH.match(time.period)))


@cache
def _month_numbers() -> dict[str, int]:
    return {names[0]: number for number, names in enumerate(table("dates")["months"], 1)}


def _dated(words: Words, time: Time, anchor: str) -> str:
    """The period of a time without a year, which ``anchor`` gives; empty where it gives none."""
    text = words.text[time.start : time.end]
    if _patterns()["calendar"].search(_before(words, time.start)):
        return ""
    earlier = _patterns()["earlier"].fullmatch(text)
    if earlier:
        return _minus(anchor, _years(earlier))
    if _patterns()["same"].fullmatch(text):
        return anchor
    if _patterns()["whole_year"].fullmatch(text):
        return anchor[:4] if anchor[:4].isdigit() else ""
    first, _, last = anchor.partition("/")
    if not anchor or not anchor[:4].isdigit() or (last and last[:4] != first[:4]):
        return ""
    if text in _month_numbers():
        return _month_of(words, time, _month_numbers()[text], last or first)
    return _with_year(text, first[:4])


def _month_of(words: Words, time: Time, month: int, anchor: str) -> str:
    """A month in the year of its anchor, or in the one before or after it where the sentence looks that way."""
    year = int(anchor[:4])
    if _MONTH.match(anchor):
        gap, before = month - int(anchor[5:7]), _before(words, time.start)
        if gap > 0 and _patterns()["backward"].search(before):
            year -= 1
        elif gap < 0 and (_patterns()["forward"].search(before) or -gap >= _WRAPS):
            year += 1
    return f"{year}-{month:02d}"


def _years(match: re.Match[str]) -> int:
    """How many years "two decades earlier" goes back; less than none for "later"."""
    if match["prior"]:
        return 1
    count = match["count"] or "1"
    number = int(count) if count.isdigit() else int(table("numbers")["cardinal"][count.lower()])
    years = number * int(table("periods")["times"]["units"][match["unit"].lower()])
    return -years if match["later"] else years


def _minus(period: str, years: int) -> str:
    """A period so many years before another."""
    return _YEAR.sub(lambda year: f"{int(year[0]) - years:04d}", period)


def _placed(words: Words, time: Time, figures: Sequence[Quantity]) -> Time:
    """A time with what its place says: whether it closes a comparison, or opens a clause that states a figure."""
    compared = comparison_start(words, (time.start, time.end, time.period), figures)
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
