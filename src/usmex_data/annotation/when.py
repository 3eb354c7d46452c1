"""When a figure holds: the time that its sentence gives it, or the words that only the reader's calendar resolves."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from ..catalogue.doubts import Doubt
from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words
from ..quantities.fiscal import width
from .clauses import clause_of
from .mention import Mention
from .moment import NOTHING, InheritedPeriod, Time
from .moves import movements

__all__ = ["Dating", "period_of"]

_STOP = re.compile(r"[,;]|\d{4}")
_TAKEN = re.compile(r"[,;\0]|\d{4}")
_REACH = 60
"""How far before a date the words may begin that say how it is meant, in characters."""
_FAR = 400
"""How far from a figure a date or a word of time may stand, in characters."""
_YEAR = 12
"""A stretch of no more months is one time, which a figure may have without being its sum."""
_BESIDE = 30
"""How far behind a change the words may begin that say since when, in characters."""


class Dating(NamedTuple):
    """The EDTF period of a figure and the words that give it, both empty where none is given.

    ``inherited`` tells that the period came from the sentence before or the heading, ``doubt`` why it may be another.
    """

    period: str = ""
    words: str = ""
    inherited: bool = False
    doubt: tuple[Doubt, ...] = ()


@cache
def _words() -> dict[str, str]:
    """Alternatives of the words of each list that says how a time is meant."""
    return {name: alternatives(found) for name, found in table("periods").items() if isinstance(found, list)}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = _words()
    parts = rf"(?:(?:{words['parts']})[-\s]?\s?)?"
    any_words = r"(?:[\w.’'-]+\s+){0,6}\Z"
    patterns = {
        "since": rf"\b(?:{words['since']})\s+(?:the\s+)?{any_words}",
        "through": rf"\b(?<!not\s)(?:{words['through']})\s+(?:the\s+)?(?:(?:{words['edges']})\s+of\s+)?{parts}\Z",
        "from_on": rf"(?:{words['starting']})\s+(?:the\s+)?{parts}\Z",
        "preposition": rf"\b(?:{words['prepositions']})\s+(?:the\s+)?{parts}\Z",
        "opened": rf"\s+(?:{words['from']})\b[^,;]*\Z",
        "closed": rf"[^;]*\b(?:{words['to']})\b[^;]*\Z",
        "aim": rf"\b(?:{words['aims']})\s+\Z",
        "told": rf",\s+(?:(?:{words['told']})\s+)?(?:[\w-]+\s+){{0,4}}",
        "spanning": rf"\b(?:{words['spanning']})\s+(?:the\s+)?{parts}\Z",
        "start_of": rf"\b(?:{words['from']})\s+(?:[\w-]+\s+)?\Z",
        "end_of_span": rf"\b(?P<which>{words['from']}|{words['until_level']})\s+\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def _word_patterns() -> dict[str, WordPattern]:
    """Where a sentence turns to something else, where a clause begins, and what says whether one tells of the past."""
    words, lists = _words(), table("periods")
    verb = rf"(?:{words['past']}|{words['present']}|\w+ed)"
    turn = rf";|\s[—–]\s|,\s+(?:(?:{words['turns']})|and\s+to|and(?=\s+(?:[\w’'-]+\s+){{1,4}}?{verb}\b))\b"
    begun = rf",\s+(?:and\s+)?(?:{words['subjects']}|{words['verbs']})\b"
    named = rf",\s+and\s+(?-i:[A-Z])|\sand\s+(?:{words['subjects']})\b"
    patterns = {
        "turn": turn,
        "clause": rf"{begun}|{named}|{turn}",
        "past": rf"\b(?:{words['past']}|(?!(?:{words['not_past']})\b)[a-z]+(?:{words['past_endings']}))\b",
        "present": rf"\b(?:{words['present']})\b",
        "ahead": rf"\b(?:{words['ahead']})\b",
        # a list of facts run together: "Maximum award: $12 million Applications received: 912"
        "item": r"(?<=[\w%).\]])\s(?-i:(?=[A-Z](?:[\w’'&/-]|,?\s(?!\s)|\([^()]{0,30}\)){1,60}:\s))",
        "sums_up": rf"\b(?:{words['sums_up']})\b",
        "moved_on": rf"\b(?:{words['moved_on']})\b",
    }
    begins = {name: first_words(lists[name]) for name in ("present", "ahead", "sums_up", "moved_on")}
    return {
        name: WordPattern(re.compile(pattern, re.IGNORECASE), begins.get(name, frozenset()))
        for name, pattern in patterns.items()
    }


@cache
def _vague() -> WordPattern:
    """Words such as "over the last ten years" or "today"."""
    known = table("periods")["vague"]
    words = {name: alternatives(found) for name, found in known.items()}
    begins = first_words([*known["leads"], "the", *known["which"], *known["phrases"]])
    pattern = re.compile(
        rf"""
        \b(?:(?:{words["leads"]})\s+)?
        (?: (?:the\s+)?(?:{words["which"]})\s+(?:(?:{words["counts"]}|\d+)\s+)?(?:{words["units"]})
              (?:\s+(?:{words["tails"]}))?
          | {words["phrases"]} )\b
        """,
        re.VERBOSE | re.IGNORECASE,
    )
    return WordPattern(pattern, begins)


def period_of(
    mention: Mention,
    times: Sequence[Time],
    inherited: InheritedPeriod = NOTHING,
    *,
    unit: str = "",
    change: str = "level",
) -> Dating:
    """When a figure holds; ``times`` are its sentence's, ``inherited`` what a sentence that names none takes over.

    ``unit`` is the figure's: a rank keeps to its sentence. ``change`` says whether the figure is a movement's size,
    which takes a span.
    """
    own = next((time for time in times if time.only == mention.start), None)
    if own:
        return Dating(_bounded(mention, own), _given(mention, own), doubt=_doubt(own))
    near = [time for time in times if abs(time.start - mention.start) < _FAR]
    spanned = _spanned(mention, [time for time in near if time.period]) if change != "level" else ""
    if spanned:
        return Dating(spanned)
    if _vague_behind(mention, near):
        return Dating("", _vague_words(mention))
    chosen = _follows(mention, near)
    if chosen is None and _vague_before(mention, near) and not _is_opened(mention, near):
        return Dating("", _vague_words(mention))
    near = [time for time in near if not mention.words.has(_word_patterns()["moved_on"], time.end, mention.start)]
    chosen = chosen or _opening(mention, near) or _precedes(mention, near) or _elsewhere(mention, near)
    if chosen:
        return _dating(mention, chosen, near, change)
    vague = _vague_words(mention)
    inherited = NOTHING if unit == "rank" and inherited.by == "far" else inherited
    started = change == "level" and _patterns()["start_of"].search(mention.before(20)) and _goes_to(mention)
    period = "" if vague or started else _taken_over(mention, inherited)
    doubt = _doubt_of(inherited) if period else ()
    first = _measured(mention, near) if change != "level" else None
    if first is None:
        return Dating(period, vague, inherited=bool(period), doubt=doubt)
    words = mention.text[first.compared : first.end]
    return Dating(_since(mention, period, near), words, inherited=bool(period), doubt=doubt)


def _goes_to(mention: Mention) -> bool:
    """Whether the figure is the first of "from 4 to 5": where it was before."""
    return mention.text[mention.end : mention.high].strip().startswith("to")


def _doubt(time: Time) -> tuple[Doubt, ...]:
    return ("fiscal_year",) if time.doubtful else ()


def _doubt_of(inherited: InheritedPeriod) -> tuple[Doubt, ...]:
    """Why what is handed on may not be meant: it was named some sentences before, or only at the head of the text."""
    carried: tuple[Doubt, ...] = ("carried_period",) if inherited.by == "far" or inherited.unsure else ()
    return (*carried, "fiscal_year") if inherited.doubtful else carried


def _dating(mention: Mention, chosen: Time, times: Sequence[Time], change: str) -> Dating:
    period = _bounded(mention, chosen)
    if change == "level":
        period = _end_of(mention, chosen, period)
    elif chosen.end <= mention.start and not _patterns()["aim"].search(
        mention.text, max(0, chosen.start - 20), chosen.start
    ):
        period = _ended(mention, chosen, times) or _since(mention, period, times)
    return Dating(period, _given(mention, chosen), doubt=_doubt(chosen))


def _around(mention: Mention) -> tuple[int, int]:
    return max(mention.sentence[0], mention.start - _FAR), min(mention.sentence[1], mention.end + _FAR)


def _vague_words(mention: Mention) -> str:
    match = mention.words.first(_vague(), *_around(mention))
    return match[0] if match else ""


def _spanned(mention: Mention, times: Sequence[Time]) -> str:
    """The span of a movement "from … in 2010 to … in 2020"."""
    behind = [time for time in times if time.start >= mention.end][:2]
    if len(behind) < 2:
        return ""
    first, second = behind
    opened = _patterns()["opened"].match(mention.text[mention.end : first.start])
    closed = _patterns()["closed"].match(mention.text[first.end : second.start])
    if opened and closed and "/" not in first.period + second.period and second.start - first.end < _REACH:
        return f"{first.period}/{second.period}" if first.period <= second.period else ""
    return ""


def _vague_behind(mention: Mention, times: Sequence[Time]) -> bool:
    """Whether words such as "last year" stand behind a figure, nearer than any date could: within its own clause."""
    match = mention.words.first(_vague(), mention.end, min(mention.high, _around(mention)[1]))
    return (
        match is not None
        and not _TAKEN.search(mention.text, mention.end, match.start())
        and not _is_known(match, times)
    )


def _vague_before(mention: Mention, times: Sequence[Time]) -> bool:
    """Whether such words stand before a figure, and no date nearer."""
    earlier = mention.words.within(_vague(), max(mention.low, _around(mention)[0]), mention.start)
    open_ones = (found for found in earlier if not _is_known(found, times))
    return any(not _STOP.search(mention.text, found.end(), mention.start) for found in open_ones)


def _is_opened(mention: Mention, times: Sequence[Time]) -> bool:
    """Whether a date opens the sentence and all that is vague in it only says "now": "For 2024, it now sees …"."""
    said = mention.words.within(_vague(), mention.sentence[0], mention.start)
    weak = table("periods")["vague"]["weak"]
    return _opening(mention, times) is not None and all(match[0].lower() in weak for match in said)


def _is_known(match: re.Match[str], times: Sequence[Time]) -> bool:
    """Whether words of time are ones that the sentence resolves: "the previous year" after 2023."""
    return any(time.period and time.start < match.end() and match.start() < time.end for time in times)


def _follows(mention: Mention, times: Sequence[Time]) -> Time | None:
    """The first time behind a figure, before the next figure and within its clause, that it isn't compared with."""
    for time in times:
        if mention.end <= time.start <= mention.high:
            if (
                time.opens
                or mention.words.has(_word_patterns()["clause"], mention.end, time.start)
                or _is_apart(mention, time)
            ):
                return None
            if time.is_for(mention.start):
                return time
    return None


def _opening(mention: Mention, times: Sequence[Time]) -> Time | None:
    """The time that a sentence or clause opens with ("In 2019, …"), which holds for all its figures."""
    for index in range(len(times) - 1, -1, -1):
        time = times[index]
        if time.end <= mention.start and time.opens and not _is_apart(mention, time):
            between = (each for each in times[index + 1 :] if each.end <= mention.start and each.is_for(mention.start))
            turns = (mention.words.has(_word_patterns()["turn"], time.end, each.start) for each in between)
            return None if any(turns) else time
    return None


def _precedes(mention: Mention, times: Sequence[Time]) -> Time | None:
    """The last time between the figure before and this one; none in brackets with the figure before."""
    for time in reversed(times):
        if mention.low <= time.start and time.end <= mention.start and time.is_for(mention.start):
            closed = _is_apart(mention, time) or (
                "(" not in mention.text[mention.low : time.start]
                and _inside(mention.text[time.end : mention.start]) < 0
            )
            return None if closed else time
    return None


def _elsewhere(mention: Mention, times: Sequence[Time]) -> Time | None:
    """Any other time of the sentence, the nearest first; none behind a semicolon, nor in a later clause."""

    def apart(time: Time) -> int:
        return min(abs(time.start - mention.end), abs(mention.start - time.end))

    fitting = (time for time in sorted(times, key=apart) if time.is_for(mention.start) and not _is_apart(mention, time))
    return next((time for time in fitting if _is_reached(mention, time)), None)


def _is_reached(mention: Mention, time: Time) -> bool:
    between = mention.text[min(mention.end, time.end) : max(mention.start, time.start)]
    if time.end <= mention.start:
        return ";" not in between and _inside(between) >= 0
    clear = not time.opens and not mention.words.has(_word_patterns()["clause"], mention.end, time.start)
    return clear and _inside(between) <= 0


def _is_apart(mention: Mention, time: Time) -> bool:
    """Whether a time and a figure stand in different items of a list that is run together."""
    return mention.words.has(
        _word_patterns()["item"], min(mention.end, time.end) - 1, max(mention.start, time.start) + 1
    )


def _inside(between: str) -> int:
    """How many brackets more open than close."""
    return between.count("(") - between.count(")")


def _bounded(mention: Mention, time: Time) -> str:
    """The period of a time, open at the end that its preposition leaves open: "since 2008", "through 2020"."""
    before = mention.text[max(mention.sentence[0], time.start - _REACH) : time.start]
    if "/" in time.period or not time.period:
        return time.period
    opened = time.opens and mention.text.startswith(",", time.end)
    if _patterns()["since"].search(before) or (opened and _patterns()["from_on"].match(before)):
        return f"{time.period}/.."
    return f"../{time.period}" if _patterns()["through"].search(before) else time.period


def _measured(mention: Mention, times: Sequence[Time]) -> Time | None:
    """The time that a change is measured from, right behind it: "up 4 percent from 2022", "on a year earlier"."""
    for time in times:
        if mention.end <= time.compared < min(time.start, mention.end + _BESIDE) and time.start <= mention.high:
            return time if time.period and _is_measure(mention.text[time.start : time.end], time.period) else None
    return None


def _is_measure(words: str, period: str) -> bool:
    """Whether a change may be measured from a time: a date, or a part of the year before."""
    return words[-1:].isdigit() if "/" not in period else 0 < width(period) <= _YEAR


def _since(mention: Mention, period: str, times: Sequence[Time]) -> str:
    """The period of a change, from the time that it is measured from: "in 2023, up 4 percent from 2022"."""
    first = _measured(mention, times)
    if first is None or (period and (first.period >= period or ("/" in period and not width(period)))):
        return period
    begin, end = first.period.partition("/")[0], period.rpartition("/")[2]
    return f"{begin}/{end or '..'}" if begin and begin != ".." else period


def _ended(mention: Mention, chosen: Time, times: Sequence[Time]) -> str:
    """The span of a movement that is told before its size: "from 5 in 2010 to 7 in 2020, a rise of 40 percent"."""
    first = next((time for time in reversed(times) if time.end <= chosen.start), None)
    if first is None or first.compared < 0 or "/" in first.period + chosen.period:
        return ""
    told = _patterns()["told"].fullmatch(mention.text[chosen.end : mention.start])
    closed = _patterns()["closed"].match(mention.text[first.end : chosen.start])
    return f"{first.period}/{chosen.period}" if told and closed and first.period < chosen.period else ""


def _end_of(mention: Mention, time: Time, period: str) -> str:
    """The end of a span at which a level stands: "fell between 2018 and 2023, to 2.4", "tripled since 2020, from 4"."""
    match = _patterns()["end_of_span"].search(mention.before(20))
    before = mention.text[max(mention.sentence[0], time.start - 20) : time.start]
    first, _, last = period.partition("/")
    first, last = (time.ends[0] or first, time.ends[1] or last) if period == time.period else (first, last)
    if not last or match is None or not _patterns()["spanning"].search(before):
        return period
    if not any(mention.words.has(moved, mention.sentence[0], mention.start) for moved in movements()):
        return period
    if match["which"].lower() in table("periods")["from"]:
        return first
    return period if last == ".." else last


def _taken_over(mention: Mention, inherited: InheritedPeriod) -> str:
    """The period of the sentence before, or of the heading, for a figure that tells of what was.

    No word of now or of what may be stands in its clause; a past stands there, or for a heading in its sentence. What a
    heading of a month or quarter holds for may be told as present, and for points without a verb.
    """
    if not inherited.period or inherited.period.startswith(".."):
        return ""
    clause, words = clause_of(mention), mention.words
    if inherited.by_heading:
        return inherited.period if _fits_heading(mention, inherited, clause) else ""
    if words.has(_word_patterns()["present"], *clause) or not words.has(_word_patterns()["past"], *clause):
        return ""
    whole = "/" not in inherited.period or 0 < width(inherited.period) <= _YEAR
    return inherited.period if whole or _sums_up(mention) else ""


def _fits_heading(mention: Mention, inherited: InheritedPeriod, clause: tuple[int, int]) -> bool:
    """Whether a figure tells of the time that stands over its paragraph."""
    words = mention.words
    if words.has(_word_patterns()["ahead"], *clause):
        return False
    now = words.has(_word_patterns()["present"], *clause)
    if now:
        return 0 < width(inherited.period) < _YEAR
    return words.has(_word_patterns()["past"], *mention.sentence) or not words.has(
        _word_patterns()["present"], *mention.sentence
    )


def _sums_up(mention: Mention) -> bool:
    """Whether a sentence goes on with the one before as a whole, and so with its span: "In all, they cost …"."""
    return mention.words.has(_word_patterns()["sums_up"], mention.sentence[0], mention.start)


def _given(mention: Mention, time: Time) -> str:
    """The time with the preposition before it."""
    match = _patterns()["preposition"].search(mention.text, max(mention.sentence[0], time.start - 20), time.start)
    return mention.text[match.start() if match else time.start : time.end].rstrip(".")
