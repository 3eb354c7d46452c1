"""How official figures, and what they say of a claim, are told in plain words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby
from typing import Final

from ..catalogue.names import period
from ..catalogue.unit import Unit
from ..codebook.records import Claim
from ..official.model import Official
from ..tables.csv_format import number
from .record_judge import Finding, known
from .record_rows import Held

__all__ = ["amount", "described", "explained", "periods", "question", "stated", "time"]

_SCALES: Final = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"))
_PLAIN: Final = frozenset({"count", "person", "vehicle"})
_ORDINALS: Final = {1: "first", 2: "second", 3: "third"}
_FISCAL: Final = re.compile(r"(\d{4})-10/(\d{4})-09")
_SHOWN: Final = 4
_ARTICLES: Final = {"increase": "an", "decrease": "a"}
_WITH_ARTICLE: Final = ("International ", "U.S. ", "National ", "Congressional ")
_SETTLED: Final = frozenset({"holds", "holds_within_rounding", "compatible", "other_definition", "no_record"})


# --- figures and times ---------------------------------------------------------------------------------------------


def amount(row: Official) -> str:
    """An official figure in words: ``$614.5 billion``, ``34.8 percentage points``, ``third``."""
    if row.value is None:
        return "no single figure"
    if row.unit == "rank":
        return _ORDINALS.get(int(row.value), f"number {row.value}")
    unit, figure = Unit.of(row.unit), _scaled(row.value)
    if unit.head == "USD":
        return f"${figure}{f' per {unit.per}' if unit.is_rate else ''}"
    if row.unit in _PLAIN:
        return figure
    if row.unit == "ratio":
        return f"{figure} times"
    title = Unit.of(row.unit).row()["title"]
    return f"{figure} {title[:1].lower()}{title[1:]}" if row.unit[:1].islower() else f"{figure} {title}"


def _scaled(value: Decimal) -> str:
    for scale, word in _SCALES:
        if abs(value) >= scale:
            shown = value / scale
            return f"{number(round(shown, 1 if abs(shown) >= 100 else 2))} {word}"
    return f"{value:,}" if abs(value) >= 1000 and value == value.to_integral_value() else number(value)


def time(edtf: str) -> str:
    """A period in words; the fiscal year of the United States by its number, a span within one year with one year."""
    fiscal = _FISCAL.fullmatch(edtf)
    if fiscal and int(fiscal[2]) == int(fiscal[1]) + 1:
        return f"fiscal {fiscal[2]}"
    told = period(edtf)
    start, to, end = told.partition(" to ")
    return f"{start[:-5]} to {end}" if to and len(start) > 5 and start[-5:] == end[-5:] else told


def described(row: Official) -> str:
    """An official figure on one line: what it is, when, how much, exactly of what, and where it was read."""
    told = f"{row.title}, {time(row.period)}: {_figure(row)}. {row.definition}"
    return f"{told} {row.publisher}{_table(row)}. Read in {row.read_in}"


def _figure(row: Official) -> str:
    return amount(row) if row.change == "level" else f"{_ARTICLES[row.change]} {row.change} of {amount(row)}"


def _table(row: Official) -> str:
    return f", {row.series_or_table}" if row.series_or_table else ""


def periods(rows: Iterable[Official]) -> str:
    """The times of official figures, each once; years that follow each other as a span: ``2015 to 2018 and 2021``."""
    times = list(dict.fromkeys(time(row.period) for row in rows))
    plain = [word for word in times if word.isdecimal()]
    fiscal = [word.removeprefix("fiscal ") for word in times if word.startswith("fiscal ")]
    rest = [word for word in times if word not in plain and not word.startswith("fiscal ")]
    return _joined([*_spans(plain), *(f"fiscal {span}" for span in _spans(fiscal)), *rest])


def _spans(years: Sequence[str]) -> list[str]:
    runs = groupby(enumerate(sorted(map(int, years))), lambda item: item[1] - item[0])
    spans = [[year for _, year in run] for _, run in runs]
    return [str(span[0]) if len(span) == 1 else f"{span[0]} to {span[-1]}" for span in spans]


def _joined(words: Sequence[str]) -> str:
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)


def _when(edtf: str) -> str:
    """A time as a phrase: ``in 2019``, ``on 2 May 2019``, ``from 2018 to 2021``, ``from 1 July 2023 on``."""
    told = time(edtf.rstrip("~"))
    if told.startswith("fiscal"):
        return f"in {told}"
    if "/" in edtf:
        return told if told[:1].islower() else f"from {told}"
    return f"on {told}" if edtf.count("-") == len("--") else f"in {told}"


def stated(claim: Claim) -> str:
    """What a claim states, quoted, with its time."""
    return f"“{claim.text.strip()}”{f' ({time(claim.period)})' if claim.period else ''}"


def _maker(row: Official) -> str:
    """Whose figure it is, without who else reports it."""
    return re.split(r"[;,] (?:as|repeated|reposted|quoted|copied|not)\b", row.publisher)[0]


# --- the explanation -----------------------------------------------------------------------------------------------


def explained(case: Held, finding: Finding, published: str) -> str:
    """Why the verdict is what it is, what would make the claim hold, and what could be known when it was written."""
    parts = [
        _compared(case, finding),
        _because(case, finding),
        _besides(case, finding),
        _knowable(finding, published),
        "The official figure was read second hand." if finding.decisive.second_hand else "",
    ]
    return " ".join(part for part in parts if part)


def _compared(case: Held, finding: Finding) -> str:
    row = finding.decisive
    if row.value is None:
        return f"The text has {stated(case.claim)}."
    part = f" ({row.category})" if row.category and not case.claim.category else ""
    when = f"{_when(row.period)} ({_source(row)})"
    return f"The text has {stated(case.claim)}; the record has {_figure(row)}{part} {when}."


def _source(row: Official) -> str:
    return f"{row.publisher}{_table(row)}; {row.official_id}"


def _because(case: Held, finding: Finding) -> str:
    row = finding.decisive
    match finding.verdict:
        case "holds" | "holds_within_rounding":
            return _agreed(case, finding)
        case "compatible":
            return _compatible(case, finding)
        case "agrees_in_another_year":
            return f"The figure is that of {periods(finding.agreeing)}: with that date it would hold."
        case "other_definition":
            return f"That is another thing: {row.title}. {row.definition}"
        case "forecast_of":
            return _forecast(case, finding)
        case "no_record":
            return f"The record has the same thing for {periods(finding.against)} only, not for the time of the text."
        case "cannot_tell":
            return _left_open(case, finding)
    return f"{_rest(case, finding)}It would hold at {amount(row)}."


def _agreed(case: Held, finding: Finding) -> str:
    how = "They agree" if finding.verdict == "holds" else "They agree as far as both are rounded"
    if finding.decisive.status == "rule" or case.claim.period:
        return f"{how}."
    return f"{how}; the text names no year, and it holds for {periods(finding.agreeing)}."


def _compatible(case: Held, finding: Finding) -> str:
    if not finding.agreeing:
        hedge = f"“{case.claim.hedge}”" if case.claim.hedge else "its rounding"
        return f"They differ by no more than {hedge} may allow."
    agreeing = {row.period for row in finding.agreeing}
    against = [row for row in finding.against if row.period not in agreeing]
    parts = sorted({row.category for row in finding.agreeing if row.category and not case.claim.category})
    when = f"It holds for {periods(finding.agreeing)}{f' ({_joined(parts)})' if parts else ''}"
    return f"The text names no year. {when}{f', not for {periods(against)}' if against else ''}."


def _forecast(case: Held, finding: Finding) -> str:
    made = finding.forecast
    if made is not None:
        maker = f"the {_maker(made)}" if _maker(made).startswith(_WITH_ARTICLE) else _maker(made)
        told = f"Its figure is a forecast by {maker}, made {_when(made.released)} ({made.official_id})"
        ahead = case.claim.status == "forecast"
        return f"{told}." if ahead else f"{told}, and told as what happened. As a forecast it would hold."
    if case.claim.status == "estimate":
        whose = f" of {case.claim.attribution}" if case.claim.attribution else ""
        return (
            f"The text calls its figure an estimate{whose}; the record's is a later one of {_maker(finding.decisive)}."
        )
    return "It was said ahead of time; the record has what came of it."


def _left_open(case: Held, finding: Finding) -> str:
    if case.claim.period:
        return "They differ by no more than a revision may; the record has no vintage of the time."
    values = sorted((row for row in finding.against if row.value is not None), key=lambda row: row.value or 0)
    span = f"{amount(values[0])} to {amount(values[-1])}" if len(values) > 1 else amount(values[0])
    return f"The text names no year, and it holds for none that the record has ({periods(finding.against)}: {span})."


def _rest(case: Held, finding: Finding) -> str:
    rows = [row for row in finding.against if row is not finding.decisive and row.period == finding.decisive.period]
    part = {row.official_id: f" ({row.category})" if row.category and not case.claim.category else "" for row in rows}
    told = [f"{amount(row)}{part[row.official_id]}" for row in rows[:_SHOWN]]
    return f"Other figures for the same time: {_joined(told)}. " if told else ""


def _besides(case: Held, finding: Finding) -> str:
    """What the record has of other things, parts or places that bear on the claim."""
    told: dict[str, list[str]] = {}
    for row in case.other:
        if row is not finding.decisive and row.value is not None:
            told.setdefault(row.title, []).append(f"{amount(row)} {_when(row.period)}")
    lines = [f"{title}: {_joined(figures[:_SHOWN])}." for title, figures in told.items()]
    return f"Besides, {' '.join(lines)}" if lines else ""


def _knowable(finding: Finding, published: str) -> str:
    """What could be known when the text was written, where that matters."""
    row = finding.decisive
    if finding.verdict in _SETTLED or row.status == "rule":
        return ""
    when = _when(row.released)
    match known(row, published):
        case "later":
            return f"The official figure is as it came out {when}, after the text; the record has no earlier vintage."
        case "unsure":
            return f"The official figure came out {when}; whether the authors could know it is not sure."
    return f"The official figure had come out {when}, before the text."


def question(case: Held, finding: Finding) -> str:
    """What one would ask the authors, in a line; empty where there is nothing to ask."""
    text, row = case.claim.text.strip(), finding.decisive
    match finding.verdict:
        case "does_not_hold" | "cannot_tell":
            when = f" for {time(case.claim.period)}" if case.claim.period else ", and of which year,"
            return f"Where is “{text}”{when} from? {_maker(row)} has {amount(row)}."
        case "agrees_in_another_year":
            return f"Is “{text}” of {periods(finding.agreeing)}?"
        case "forecast_of" if case.claim.status == "reported":
            return f"Is “{text}” a forecast? The outcome was {amount(row)}."
    return ""
