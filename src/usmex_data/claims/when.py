"""When a figure holds: the date that its sentence, the one before, or its heading gives it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ..quantities.model import Quantity

__all__ = ["period_of"]

_BASELINE = re.compile(
    r"\b(?:compared\s+(?:to|with)|relative\s+to|than\s+in|versus|vs\.?|from|below\s+those\s+registered\s+in|against|over|above|peak\s+in|levels?\s+of|(?:in\s+comparison\s+(?:to|with)))\s+(?:the\s+)?(?:[\w-]+\s+){0,6}\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|starting\s+in|beginning\s+in|as\s+of|from)\s+(?:the\s+)?(?:[\w.-]+\s+){0,6}\Z", re.IGNORECASE
)
_SINCE_ONLY = re.compile(r"\bsince\s+(?:the\s+)?(?:[\w.’'-]+\s+){0,6}\Z", re.IGNORECASE)
_UNTIL = re.compile(r"\b(?:until|through|up\s+to|before|prior\s+to)\s+\Z", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+\Z", re.IGNORECASE)
_SPLIT = re.compile(r"[;]|,\s+(?:while|whereas|but|compared|and\s+\w+\s+\w+ed)\b")
_VAGUE = re.compile(
    r"\b(?:(?:in|over|during|for|within|throughout|since)\s+)?(?:(?:the\s+)?(?:last|past|next|coming|recent|previous|current|first)\s+(?:(?:few|several|two|three|four|five|six|seven|eight|nine|ten|twenty|thirty|\d+|couple\s+of|quarter)\s+)?"
    r"(?:years?|decades?|months?|weeks?|days?|century|quarter|term)(?:\s+of\s+the\s+agreement|\s+in\s+office)?|today|currently|to\s+date|thus\s+far|so\s+far|at\s+present|now|this\s+year|last\s+year|each\s+year|recently|decades\s+to\s+come|for\s+decades\s+to\s+come|for\s+decades|in\s+recent\s+(?:years|months|decades))\b",
    re.IGNORECASE,
)


def period_of(
    text: str,
    start: int,
    end: int,
    low: int,
    high: int,
    dates: Sequence[Quantity],
    sentence: tuple[int, int],
    *,
    change: bool,
) -> tuple[str, str]:
    """EDTF period and the words that give it, for the figure at ``text[start:end]``; both empty where none is given.

    ``low`` and ``high`` bound the stretch between the figures before and after; ``dates`` are the sentence's.
    """
    usable = [date for date in dates if date.period]
    spanned = _spanned(text, end, usable) if change else ""
    if spanned:
        return spanned, ""
    month = _month_behind(text, end, high, usable)
    if month:
        return month
    if _vague_near(text, start, end, low, high):
        match = _VAGUE.search(text, sentence[0], sentence[1])
        return "", match[0] if match else ""
    chosen = (
        _follows(text, end, high, usable)
        or _opens(text, start, usable, sentence)
        or _precedes(text, start, low, usable)
        or _nearest(text, start, end, usable)
    )
    if chosen is not None:
        return _bounded(text, chosen, sentence), _words(text, chosen, sentence)
    match = _VAGUE.search(text, sentence[0], sentence[1])
    return "", match[0] if match else ""


_MONTHS = "January February March April May June July August September October November December".split()
_MONTH = re.compile(
    rf"\b(?P<words>(?:in|by|since|during)\s+(?:early\s+|late\s+|mid-?\s?)?(?P<month>{'|'.join(_MONTHS)}))\b(?!\s+\d|,?\s+\d{{4}})"
)


def _month_behind(text: str, end: int, high: int, dates: Sequence[Quantity]) -> tuple[str, str] | None:
    """A month without a year right behind a figure takes the year of the date before it: "February 2020 … in April"."""
    match = _MONTH.search(text, end, high)
    if match is None or _SPLIT.search(text[end : match.start()]):
        return None
    earlier = [date for date in dates if date.start < match.start() and re.match(r"\d{4}", date.period)]
    if not earlier or any(end <= date.start < match.start() for date in dates):
        return None
    return f"{earlier[-1].period[:4]}-{_MONTHS.index(match['month']) + 1:02d}", match["words"]


def _spanned(text: str, end: int, dates: Sequence[Quantity]) -> str:
    """The span of a movement "from … in 2010 to … in 2020"."""
    behind = [date for date in dates if date.start >= end][:2]
    if len(behind) < 2:
        return ""
    first, second = behind
    opened = re.match(r"\s+(?:from|between)\b[^,;]*\Z", text[end : first.start])
    closed = re.fullmatch(r"[^;]*\b(?:to|and)\b[^;]*", text[first.end : second.start])
    if opened and closed and "/" not in first.period + second.period and second.start - first.end < 60:
        return f"{first.period}/{second.period}"
    return ""


def _vague_near(text: str, start: int, end: int, low: int, high: int) -> bool:
    """Whether words such as "last year" stand nearer to a figure than any date could: within its own clause."""
    match = _VAGUE.search(text, end, high)
    if match and not re.search(r"[,;\0]|\d{4}", text[end : match.start()]):
        return True
    for match in _VAGUE.finditer(text, low, start):
        if not re.search(r"[,;]|\d{4}", text[match.end() : start]):
            return True
    return False


def _follows(text: str, end: int, high: int, dates: Sequence[Quantity]) -> Quantity | None:
    """The first date behind a figure, before the next figure and within its clause, that is no baseline of comparison."""
    for date in dates:
        if end <= date.start < high:
            between = text[end : date.start]
            if _SPLIT.search(between):
                return None
            if not _BASELINE.search(between) or _SINCE_ONLY.search(between):
                return date
    return None


def _opens(text: str, start: int, dates: Sequence[Quantity], sentence: tuple[int, int]) -> Quantity | None:
    """The date that a sentence opens with ("In 2019, …"), which holds for all its figures."""
    for date in dates:
        if date.start < start and date.start - sentence[0] < 40 and text[date.end : date.end + 1] == ",":
            return date
    return None


def _precedes(text: str, start: int, low: int, dates: Sequence[Quantity]) -> Quantity | None:
    for date in reversed(dates):
        if (
            date.end <= start
            and date.start >= low
            and not _BASELINE.search(text[max(low, date.start - 60) : date.start])
        ):
            return date
    return None


def _nearest(text: str, start: int, end: int, dates: Sequence[Quantity]) -> Quantity | None:
    """Any other date of the sentence, the nearest first; never a baseline, nor one that stands with another figure's clause."""
    fitting = [
        date
        for date in dates
        if not _BASELINE.search(text[max(0, date.start - 60) : date.start])
        or _SINCE_ONLY.search(text[max(0, date.start - 60) : date.start])
    ]
    ordered = sorted(fitting, key=lambda date: min(abs(date.start - end), abs(start - date.end)))
    return next(
        (date for date in ordered if not re.search(r";", text[min(end, date.end) : max(start, date.start)])), None
    )


def _bounded(text: str, date: Quantity, sentence: tuple[int, int]) -> str:
    before = text[max(sentence[0], date.start - 60) : date.start]
    if "/" in date.period:
        return date.period
    if _SINCE_ONLY.search(before):
        return f"{date.period}/.."
    if re.search(r"\bthrough\s+\Z", before, re.IGNORECASE):
        return f"../{date.period}"
    return date.period


def _words(text: str, date: Quantity, sentence: tuple[int, int]) -> str:
    """The date with the preposition before it."""
    match = re.search(
        r"\b(?:in|by|since|during|for|on|from|between|through|until|as\s+of|of)\s+(?:the\s+)?(?:early\s+|late\s+|mid-?\s?|year\s+)?\Z",
        text[max(sentence[0], date.start - 20) : date.start],
        re.IGNORECASE,
    )
    return text[date.start - (len(match[0]) if match else 0) : date.end]
