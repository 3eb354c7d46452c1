"""Rates against totals: per day and per year, per head and in all, after conversion."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from typing import Final

from ..catalogue.unit import Unit
from .checks import Check
from .findings import finding, said
from .passages import Figure, Passage, windows
from .row_index import RowIndex
from .words import pattern, stem, words_of

__all__ = ["check_rates"]

_TIMES: Final = ("hour", "day", "week", "month", "quarter", "year")
_FIT: Final[Mapping[tuple[str, str], tuple[int, int]]] = {
    # How many of the shorter a longer time holds: at least those of a working year, at most all.
    ("hour", "day"): (6, 24),
    ("hour", "week"): (30, 168),
    ("hour", "year"): (1500, 8784),
    ("day", "week"): (5, 7),
    ("day", "month"): (19, 31),
    ("day", "quarter"): (55, 92),
    ("day", "year"): (200, 366),
    ("week", "month"): (4, 5),
    ("week", "quarter"): (12, 14),
    ("week", "year"): (44, 53),
    ("month", "quarter"): (3, 3),
    ("month", "year"): (12, 12),
    ("quarter", "year"): (4, 4),
}
_ALL: Final[Mapping[tuple[str, str], int]] = {
    ("day", "year"): 365,
    ("week", "year"): 52,
    ("hour", "year"): 8760,
    ("day", "month"): 30,
}
_TIED: Final = pattern("rates", "tied")
_ADDED: Final = pattern("rates", "added")
_EACH: Final = pattern("rates", "each")
_NOT_HEAD: Final = frozenset(
    {*_TIMES, "hundred", "thousand", "average", "total", "year", "record", "further", "cent", "percent"}
)
_PLAIN: Final = frozenset({"ratio", "rank", "percent", "percentage_point", "basis_point", ""})
_COUNTS: Final = frozenset({"count", "person", "vehicle", ""})


def check_rates(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of rates and totals in one sentence, and of an amount a head in the sentence after its total."""
    for passage in found:
        number = sum(figure.unit != "rank" for figure in passage.figures)
        if number == 2:
            yield from _two_times(rows, passage)
        if number == 3:
            yield from _rate_times_days(rows, passage)
            yield from _a_head(rows, passage)
    for window in windows(found):
        if len(window.figures) == 3:
            yield from _a_head(rows, window)


# --- one rate in two times -------------------------------------------------------------------------------------------


def _two_times(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    one, other = (figure for figure in passage.figures if figure.unit != "rank")
    text = passage.masked
    signs = [f"‹{passage.figures.index(figure)}›" for figure in (one, other)]
    apart = text[text.find(signs[0]) + 3 : text.find(signs[1])]
    base, first = _time(one)
    kind, second = _time(other)
    after = text[text.find(signs[1]) + 3 :]
    before = text[: text.find(signs[0])]
    first = (
        first
        or (_said_time(apart) if not second or re.match(r" (?:a|per|each|every) ", apart) else "")
        or _year_of(before + apart)
    )
    second = (
        second
        or _said_time(after)
        or _year_of(after + (before if re.search(r"\b(?:in all|in total|altogether)\b", apart) else ""))
    )
    second = second or ("year" if first in {"day", "week", "month"} and _year_of(before) else "")
    if not first or not second or first == second or not _same_base(base, kind):
        return
    plain = re.sub(r"^ (?:a|per|each|every) (?:day|week|month|year|hour)\b", "", apart)
    tied = _TIED.search(plain) or (_time(one)[1] and _time(other)[1] and _ADDED.search(plain))
    if not tied or _other_noun(one, other):
        return
    shorter, longer = sorted((first, second), key=_TIMES.index)
    if (shorter, longer) not in _FIT:
        return
    rate, total = (one, other) if first == shorter else (other, one)
    yield from _times(rows, rate, total, (shorter, longer))


def _times(rows: RowIndex, rate: Figure, total: Figure, times: tuple[str, str]) -> Iterator[Check]:
    """Too much for all days of a year, or too little for its working days, fits in no reading."""
    value, whole = rate.measure.print, total.measure.print
    if value.low is None or value.high is None or whole.low is None or whole.high is None or value.low <= 0:
        return
    shorter, longer = times
    low, high = _FIT[times]
    number = (total.measure.core.low or Fraction(0)) / (rate.measure.core.low or Fraction(1))
    all_ = _ALL.get(times, high)
    relation, bound = ("<=", high) if number > high else (">=", low) if number < low else ("==", all_)
    formula = f"[{total.id}] {relation} [{rate.id}] * {bound}"
    if relation == "==" and low != high:
        formula = f"perhaps({formula})"
    limit = {"<=": " at most", ">=": " at least"}.get(relation, "")
    yield finding(
        rows,
        rule="rate",
        of=total,
        formula=formula,
        statement=f"{said(rate)} a {shorter} comes to {said(total)} a {longer}.",
        explanation=f"A {longer} has {low} to {high} {shorter}s that may count."
        if low != high
        else f"A {longer} has {low} {shorter}s.",
        question=f"At {said(rate)} a {shorter}, a {longer} comes to {{right}}{limit}, "
        f"and the text says {said(total)}: which is wrong?",
        grant="A fair reader grants that not every day counts, which is reckoned with.",
        shown=(rate, total),
    )


def _time(figure: Figure) -> tuple[str, str]:
    """A unit as base and time: ``person/day`` is person a day."""
    *base, time = Unit.of(figure.unit).parts
    return ("/".join(base), time) if base and time in _TIMES else (figure.unit, "")


def _said_time(after: str) -> str:
    match = re.match(r"[^,;.‹]{0,30}?\b(?:a|an|per|each|every) (hour|day|week|month|quarter|year)\b", after)
    return match[1] if match else "day" if re.match(r"[^,;.‹]{0,20}\bdaily\b", after) else ""


def _year_of(text: str) -> str:
    return (
        "year"
        if re.search(
            r"\b(?:in|during|over) (?:«\d+»|the (?:whole |full )?year)(?! alone)|\bfor the (?:whole |full )?year\b",
            text,
        )
        else ""
    )


def _same_base(base: str, kind: str) -> bool:
    return (base == kind or {base, kind} <= _COUNTS) and base not in {"ratio", "rank", "percent", "percentage_point"}


def _other_noun(one: Figure, other: Figure) -> bool:
    return bool(one.counted and other.counted and one.counted.split()[-1] != other.counted.split()[-1])


# --- a rate and the days that it holds -------------------------------------------------------------------------------


def _rate_times_days(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """As in "2,500 passengers a day on 200 days, in total 500,000"."""
    for rate in passage.figures:
        base, time = _time(rate)
        spans = [figure for figure in passage.figures if time and figure.unit == time]
        totals = [f for f in passage.figures if f is not rate and f not in spans and _same_base(base, f.unit)]
        if len(spans) != 1 or len(totals) != 1 or _other_noun(rate, totals[0]):
            continue
        yield finding(
            rows,
            rule="rate",
            of=totals[0],
            formula=f"[{rate.id}] * [{spans[0].id}] == [{totals[0].id}]",
            statement=f"{said(rate)} a {time} for {said(spans[0])} come to {said(totals[0])}.",
            explanation="Multiplied they are {left}.",
            question=f"{said(rate)} a {time} for {said(spans[0])} come to {{left}}, "
            f"not {said(totals[0])}: which is wrong?",
        )
        return


# --- a head ----------------------------------------------------------------------------------------------------------


def _a_head(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """A total, a number of heads, and what each gets: "412 million euros for 206,000 cures, or 2,000 euros a cure"."""
    text = passage.masked
    for number, each in enumerate(passage.figures):
        after = text[text.find(f"‹{number}›") + len(f"‹{number}›") :]
        match = _EACH.match(after)
        per = Unit.of(each.unit).per
        if (match is None and not per) or each.unit in _PLAIN or each.is_change or "/" in per:
            continue
        head = per or next(filter(None, match.groups() if match else ()), "")
        others = [figure for figure in passage.figures if figure is not each]
        totals = [f for f in others if f.unit == each.unit or (f.unit and Unit.of(each.unit).is_rate_of(f.unit))]
        heads = [figure for figure in others if figure not in totals and figure.unit in {*_COUNTS, per}]
        if (
            head.lower() in _NOT_HEAD
            or len(totals) != 1
            or len(heads) != 1
            or not _is_head(head, heads[0], after, each.row.text)
        ):
            continue
        yield finding(
            rows,
            rule="head",
            of=each,
            formula=f"[{totals[0].id}] / [{heads[0].id}] == [{each.id}]",
            statement=f"{said(totals[0])} for {said(heads[0])} is {said(each)} for each.",
            explanation="Divided it is {left}.",
            question=f"{said(totals[0])} for {said(heads[0])} is {{left}} for each, not {said(each)}: which is wrong?",
            grant="A fair reader grants that not all may have had a share.",
            shown=(totals[0], heads[0], each),
        )
        return


def _is_head(head: str, heads: Figure, after: str, text: str) -> bool:
    """Whether what the amount is for is what was counted: a cure of 206,000 cures; "each" alone is whatever was."""
    noun = {stem(word) for word in words_of(heads.counted)}
    if noun & {stem(word) for word in words_of(text)}:
        return True
    if (
        not head
        or re.match(r".{0,20}‹", after)
        or head.lower() in {"person", "head", "capita", "inhabitant", "resident"}
    ):
        return True
    return any(word.startswith(head.lower()[:5]) for word in noun)
