"""When things began and ended: durations, anniversaries and ages against the dates of the same passage."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from ..document.document import Document
from .checks import Check
from .findings import finding, said
from .meaning import reported_years
from .passages import Date, Figure, Passage, windows
from .row_index import RowIndex
from .words import any_of, pattern

__all__ = ["check_events"]

_NAMED: Final = {"centenary": 100, "bicentenary": 200, "centennial": 100, "sesquicentennial": 150, "tercentenary": 300}
_JUBILEE: Final = pattern("events", "jubilee")
_TURNED: Final = pattern("events", "turned")
_UNITS: Final = {"year": 1, "month": 12}
_SPAN_OF: Final = (pattern("events", "years_then_span"), pattern("events", "span_then_years"))
_BETWEEN: Final = re.compile(r"«(?P<a>\d+)»(?P<gap>[^«».;]{0,80}?)«(?P<b>\d+)»")
_SERVED: Final = pattern("events", "served")
_SERVICE: Final = pattern("events", "service")
_APART: Final = pattern("events", "apart")
_START: Final = pattern("events", "start")


def check_events(rows: RowIndex, found: Sequence[Passage], documents: Mapping[str, Document]) -> Iterator[Check]:
    """The checks of durations, anniversaries and the order of dates, in one sentence, else in two."""
    told: set[str] = set()
    years = reported_years(documents)
    for passage in found:
        yield from _still(rows, passage, years.get(passage.source, ""))
    for passage in [*found, *windows(found)]:
        if len(passage.dates) < 1 or len(passage.dates) > 3:
            continue
        for rule in (_anniversary, _span, _apart, _started, _order):
            for check in rule(rows, passage):
                key = "".join((*check.quantity_ids, *check.claim_ids))
                if key not in told:
                    told.add(key)
                    yield check


# --- anniversaries ---------------------------------------------------------------------------------------------------


def _anniversary(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """Founded in one year, and its so-manieth anniversary in another."""
    if len(passage.dates) != 2:
        return
    text = passage.masked
    first, second = (date for date in passage.dates)
    jubilee = _JUBILEE.search(text) or _TURNED.search(text)
    founded = _begin_at(text, 0)
    if jubilee is None or not founded or not _same_subject(passage):
        return
    if passage.break_ and jubilee.start() < passage.break_:
        return
    name = jubilee.groupdict().get("name")
    number = None if name else passage.figure(jubilee, "n")
    if number is not None and (number.unit not in {"", "count", "year", "rank"} or (number.measure.core.low or 0) < 5):
        return
    at = text.find("«1»")
    if not -60 < at - jubilee.end() < 60:
        return
    years = f"[{number.id}]" if number else str(_NAMED[str(name).lower()])
    told = said(number) if number else f"“{name}”"
    span = f"{_year(second)} - {_year(first)}"
    yield finding(
        rows,
        rule="anniversary",
        of=first,
        formula=f"{span} == {years}",
        statement=f"From {said(first)} to {said(second)} it is {told}.",
        explanation="From year to year it is {left}.",
        question=f"From {said(first)} to {said(second)} it is {{left}} years, not {told}: which is wrong?",
        grant="A fair reader grants that another beginning may be meant.",
        shown=(*((number,) if number else ()), first, second),
    )


def _year(date: Date) -> str:
    return str(int(date.row.period[:4]))


def _begin_at(text: str, number: int) -> bool:
    """Whether a word of beginning stands near before a date, in its clause."""
    at = text.find(f"«{number}»")
    lead = text[max(0, at - 60) : at]
    return bool(any_of("begin").search(re.split(r"[;:.]", lead)[-1]))


def _same_subject(passage: Passage) -> bool:
    """One sentence speaks of one thing here; a second one only if it begins with a pronoun."""
    if not passage.break_:
        return True
    return bool(re.match(r"(?:in «\d+»,? )?(?:it|they|he|she)\b", passage.masked[passage.break_ :], re.IGNORECASE))


# --- durations -------------------------------------------------------------------------------------------------------


def _span(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """Two dates of one sentence, and a number of years or months that is said to lie between them."""
    if passage.break_:
        return
    text = passage.masked
    if len(passage.dates) == 1 and "/" in passage.dates[0].row.period:
        date = passage.dates[0]
        for pattern in _SPAN_OF:
            match = pattern.search(text)
            if match and (figure := _duration(passage, match)) is not None:
                yield _lasting(rows, figure, (f"last([{date.id}])", f"first([{date.id}])"), (date,), date.row.period)
                return
    if len(passage.dates) != 2:
        return
    spans = [figure for figure in passage.figures if figure.unit in _UNITS]
    if len(spans) != 1 or not _ends_what_began(text):
        return
    sign = f"‹{passage.figures.index(spans[0])}›"
    if not _is_service(text, sign):
        return
    first, second = passage.dates
    period = f"{first.row.period}/{second.row.period}"
    yield _lasting(rows, spans[0], (f"when([{second.id}])", f"when([{first.id}])"), (first, second), period)


def _duration(passage: Passage, match: re.Match[str]) -> Figure | None:
    figure = passage.figure(match, "n")
    return figure if figure.unit in _UNITS and len([f for f in passage.figures if f.unit in _UNITS]) == 1 else None


def _ends_what_began(text: str) -> bool:
    """Whether the first date begins something and the second, with nothing else between, ends it."""
    first, second = text.find("«0»"), text.find("«1»")
    lead = text[max(0, first - 60) : first]
    between = text[first + 3 : second]
    began = any_of("begin").search(lead) or re.search(r"\b(?:from|between)\s*$", lead)
    ended = (
        any_of("end").search(between)
        or re.fullmatch(r" (?:to|and|until|till|through) ", between)
        or any_of("end").search(text[second:])
    )
    ended = ended or re.search(
        r"\b(?:extended|renovated|rebuilt|replaced|reopened|moved|renamed|sold|merged)\b", between
    )
    return bool(began and ended) and not re.search(r"[;:]", between)


def _is_service(text: str, sign: str) -> bool:
    at = text.find(sign)
    lead, after = text[:at], text[at + len(sign) :]
    before = pattern("events", "service_before").search(lead)
    behind = pattern("events", "service_behind").match(after)
    return bool(before and behind)


def _lasting(rows: RowIndex, span: Figure, bounds: tuple[str, str], dates: tuple[Date, ...], period: str) -> Check:
    """Years alone leave a year either way: what began and ended within them, or counts both."""
    last, first = bounds
    ends = [part for part in period.split("/") if part]
    months = all(len(end) > 4 for end in ends)
    unit = span.unit
    scale = _UNITS[unit]
    if months:
        formula = f"({last} - {first}) * {scale} == [{span.id}]"
    else:
        years = f"({_years(ends[-1])} - {_years(ends[0])})"
        gap = (int(ends[-1][:4]) - int(ends[0][:4])) * scale
        told = span.measure.core.low or 0
        relation, bound = (
            (">=", f"{years} * {scale} - {scale}") if told < gap else ("<=", f"{years} * {scale} + {scale}")
        )
        formula = f"[{span.id}] {relation} {bound}"
    named = " and ".join(said(date) for date in dates)
    return finding(
        rows,
        rule="lasting",
        of=span,
        formula=formula,
        statement=f"{said(span)} lie between {named}.",
        explanation="With years alone, one more or less is granted.",
        question=f"{said(span)} do not fit {named}: which is wrong?",
        grant="A fair reader grants that it may have begun and ended within its years, which is reckoned with.",
        shown=(span, *dates),
    )


_STILL: Final = pattern("events", "still")


def _still(rows: RowIndex, passage: Passage, year: str) -> Iterator[Check]:
    """As in "Opened in 1958, it has now served for 54 years", in a text that reports on a year."""
    match = _STILL.search(passage.masked)
    if match is None or len(passage.dates) != 1 or not year or passage.masked.find("«0»") > match.start():
        return
    figure, date = passage.figure(match, "n"), passage.dates[0]
    if figure.unit != "year" or not figure.is_exact or not _begin_at(passage.masked, 0) or "/" in date.row.period:
        return
    years = int(year) - int(date.row.period[:4])
    told = figure.measure.core.low or 0
    gap = f"({year} - {date.row.period[:4]})"
    yield finding(
        rows,
        rule="still",
        of=figure,
        formula=f"[{figure.id}] >= {gap} - 1" if told < years else f"[{figure.id}] <= {gap} + 2",
        statement=f"From {said(date)} to the year of the text it is {said(figure)}.",
        explanation=f"The text reports on {year}; a year more or less is granted.",
        question=f"From {said(date)} to {year} it is {years} years, and the text says {said(figure)}: which is wrong?",
        shown=(figure, date),
    )


def _years(end: str) -> int:
    return int(end[:4])


def _apart(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """As in "In 2004, eight years before its opening in 2002"."""
    for match in _APART.finditer(passage.masked):
        figure = passage.figure(match, "n")
        first, second = passage.date(match, "a"), passage.date(match, "b")
        if figure.unit != "year":
            continue
        before = match["way"].lower() in {"before", "earlier than"}
        early, late = (first, second) if before else (second, first)
        gap = f"({_year(late)} - {_year(early)})"
        years = int(_year(late)) - int(_year(early))
        told = figure.measure.core.low or 0
        formula = f"[{figure.id}] >= {gap} - 1" if told < years else f"[{figure.id}] <= {gap} + 1"
        yield finding(
            rows,
            rule="apart",
            of=figure,
            formula=formula,
            statement=f"{said(first)} is {said(figure)} {match['way']} {said(second)}.",
            explanation="With years alone, one more or less is granted.",
            question=f"Is {said(first)} {said(figure)} {match['way']} {said(second)}? One of the three is wrong.",
            shown=(figure, first, second),
        )


def _started(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """As in "Work starts in May 2024 and takes three years; trains roll in 2026"."""
    match = _START.search(passage.masked)
    if match is None or len(passage.dates) != 2:
        return
    figure, first = passage.figure(match, "n"), passage.date(match, "a")
    second = next(date for date in passage.dates if date is not first)
    rest = passage.masked[match.end() :]
    if figure.unit not in _UNITS or first is not passage.dates[0] or not _concludes(rest):
        return
    yield finding(
        rows,
        rule="started",
        of=figure,
        formula=f"last([{second.id}]) >= first([{first.id}]) + [{figure.id}] / {_UNITS[figure.unit]}"
        if figure.is_exact
        else f"perhaps(when([{second.id}]) == when([{first.id}]) + [{figure.id}] / {_UNITS[figure.unit]})",
        statement=f"What starts in {said(first)} and takes {said(figure)} is done in {said(second)}.",
        explanation="The end comes before the time is over.",
        question=f"What starts in {said(first)} and takes {said(figure)} is not done in {said(second)}: which?",
        shown=(figure, first, second),
    )


def _concludes(rest: str) -> bool:
    return bool(pattern("events", "concludes").search(rest))


# --- order -----------------------------------------------------------------------------------------------------------


def _order(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """What begins on one date ends on none before it."""
    if passage.break_:
        return
    for number in range(len(passage.dates) - 1):
        yield from _ordered(rows, passage, number)


def _ordered(rows: RowIndex, passage: Passage, number: int) -> Iterator[Check]:
    text = passage.masked
    first, second = text.find(f"«{number}»"), text.find(f"«{number + 1}»")
    lead, between = text[max(0, first - 50) : first], text[first + 3 : second]
    began = pattern("events", "began").search(lead)
    ended = pattern("events", "ended").search(between)
    if not began or not ended:
        return
    a, b = passage.dates[number : number + 2]
    check = finding(
        rows,
        rule="order",
        of=b,
        kind="contradiction",
        formula=f"last([{b.id}]) >= first([{a.id}])",
        statement=f"What begins in {said(a)} does not end before, in {said(b)}.",
        explanation="The end stands before the beginning.",
        question=f"It begins in {said(a)} and ends in {said(b)}: which date is wrong?",
        shown=(a, b),
    )
    if check.verdict == "does_not_hold":
        yield check
