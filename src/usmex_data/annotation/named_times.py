"""The times that a sentence names itself, those left out that belong to a name, a price or a citation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from ..quantities.dates import with_year
from ..quantities.quantity import Quantity
from .mention import Words
from .moment import Time
from .relative import loose_phrases, may_hold

__all__ = ["before_of", "named"]

_QUOTING = ("constant", "credited", "source", "due")
_REACH = 60
"""How far before a time the words may begin that say how it is meant, in characters."""
_NAME = 100
"""How far behind a year the name of a law may go on, in characters."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    periods = table("periods")
    words = {name: alternatives(found) for name, found in periods["times"].items()}
    months = [names[0] for names in table("dates")["months"]]
    sure = alternatives(name for name in months if name not in periods["times"]["unsure"])
    parts = rf"(?:(?:the\s+)?(?:{alternatives(periods['parts'])})[-\s]?\s?)?"
    patterns = {
        # "in February", "than January exports"; "May" only where no verb may stand
        "month": rf"\b(?:{sure}|(?:(?<=[a-z]\s)|(?<=In\s)|(?<=By\s))(?:{words['unsure']}))\b(?!,?\s+\d)",
        "before_month": rf"\b(?i:{words['leads']}|{words['articles']})\s+\Z",
        "source": rf"\b(?:{words['sources']}):[^.]*\Z",
        "law_behind": rf"\s+(?:[A-Z][\w’'.-]*\s+){{0,5}}(?:{words['laws']})\b",
        "law_before": rf"\b(?:{words['laws']})\s+(?:(?:No\.\s+)?[\d.-]+\s+)?of\s+\Z",
        "prices": rf"\s*(?:=\s*100|(?:{words['prices']})(?!\w))",
        "constant": rf"\b(?i:{words['constant']})\s+\Z",
        "due": r"\b(?:due|maturing|maturing\s+in|repayable\s+in|expiring\s+in)\s+\Z",
        "cited": r"\bal\.?,?\s*[(\[]?\Z|[(\[][A-Z][^()\[\]\d]{1,50},?\s\Z",
        "cited_behind": r"[a-z]?(?:[,:]\s*(?:pp?\.\s*)?[\d–-]+)?\s*[;)\]]",
        "credited": rf"\b(?i:{words['credits']})\s+(?:[\w&’'.-]+\s+){{1,7}}\(\Z",
        "event": rf"(?P<noun>[\w’'-]+)(?P<comma>,?)\s+(?i:{words['events']})\s+(?:in|on|by)\s+(?:the\s+)?{parts}\Z",
        # between a count and the last word of what is counted: "40 trade treaties signed in 2019"
        "counted": r"\s+(?:(?!of\b)[\w’'-]+\s+)?",
        "relative": rf",\s+(?:(?:{words['relatives']})\s+(?:\w+\s+){{1,4}}|(?:[a-z]+ed|{words['events']})\s+)"
        rf"(?:in|on|by|since)\s+(?:the\s+)?{parts}\Z",
        "goes_on": rf",\s+(?:[a-z]+ed|{alternatives(periods['past'])})\b",
        "partial": r"\bof\s+(?:the\s+)?\Z",
    }
    return {name: re.compile(pattern) for name, pattern in patterns.items()}


@cache
def _months_sought() -> WordPattern:
    return WordPattern(_patterns()["month"], first_words(names[0] for names in table("dates")["months"]))


def named(words: Words, dates: Sequence[Quantity], figures: Sequence[Quantity]) -> list[Time]:
    """The times of a sentence in order, the period of those empty that another must give its year."""
    return [time for time in _apart(words, dates) if not _is_name(words, time, figures)]


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
        if not unsure or patterns["before_month"].search(before_of(words, match.start())):
            yield match
    if may_hold().search(words.text, words.start, words.end):
        yield from words.within(loose_phrases(), words.start, words.end)


def before_of(words: Words, position: int) -> str:
    """The words of a sentence straight before a place."""
    return words.text[max(words.start, position - _REACH) : position]


def _is_name(words: Words, date: Time, figures: Sequence[Quantity]) -> bool:
    """Whether a date is part of a name, a price base or a citation, or says when a thing came about."""
    return _is_quoted(words, date) or _is_origin(words, date, figures)


def _is_quoted(words: Words, date: Time) -> bool:
    """Whether a date belongs to the name of a law, to the base of a price, or to whoever is cited."""
    patterns, before = _patterns(), before_of(words, date.start)
    behind = words.text[date.end : min(words.end, date.end + _NAME)]
    if patterns["law_behind"].match(behind) or patterns["law_before"].search(before):
        return True
    if patterns["prices"].match(behind) or any(patterns[name].search(before) for name in _QUOTING):
        return True
    cited = len(date.period) == 4 and patterns["cited"].search(before)
    return bool(cited and patterns["cited_behind"].match(behind))


def _is_origin(words: Words, date: Time, figures: Sequence[Quantity]) -> bool:
    """Whether a date only says when a thing came about ("the bank, founded in 1944,"), and not how many did."""
    patterns, before = _patterns(), before_of(words, date.start)
    if patterns["relative"].search(before) and words.text[date.end : date.end + 1] == ",":
        return not patterns["goes_on"].match(words.text, date.end)
    event = patterns["event"].search(before)
    if event is None or event["noun"] in table("periods")["times"]["happened"]:
        return False
    noun = date.start - len(before) + event.start()
    return not any(
        patterns["counted"].fullmatch(words.text[figure.end : noun])
        and not patterns["partial"].search(before_of(words, figure.start))
        for figure in figures
        if noun - _REACH < figure.end <= noun
    )
