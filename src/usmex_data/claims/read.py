"""Readings of a document: each figure with its unit, noun, place, time and manner, and what it is where it is no claim."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from itertools import groupby

from ..document.model import Block, Document
from ..language import alternatives, table
from ..quantities import hedges
from ..quantities import find
from ..quantities.model import Quantity
from ..quantities.units import is_currency, rate_after
from .against import base_of, subject_of
from .change import change_of
from .clauses import clause_ends
from .dispose import dispose
from .model import Reading
from .notes import Notes
from .nouns import NounPhrase, noun_after, unit_of
from .places import Place, places
from .quoted import Quoted
from .status import attribution_of, status_of
from .when import period_of
from .where import Cluster, clusters, locate

__all__ = ["read"]

_PASSAGES = {
    "heading": "heading",
    "body": "body",
    "list_item": "body",
    "pull_quote": "pull_quote",
    "summary": "summary",
    "table": "table",
    "footnote": "footnote",
    "reference": "footnote",
    "contents": "body",
    "names": "body",
}
_OF = re.compile(r"\s+of\s+(?=\w)")
_COPULA = re.compile(r"\s+(?:are|were|is|was)\s+(?:of\s+)?(?=\w)")
_TRAILING = re.compile(
    r"\s(?:(?:each|every|per)\s+(?:second|minute|hour|day|week|month|year)|daily|weekly|monthly|annually|yearly)\b"
)
_TIMELESS = frozenset({"percent", "percentage_point", "ratio", "rank", "basis_point"})


@dataclass(frozen=True, slots=True)
class _Scene:
    """What surrounds the figures of one sentence."""

    document: Document
    block: Block
    sentence: tuple[int, int]
    quantities: Sequence[Quantity]
    groups: Sequence[Cluster]
    dates: Sequence[Quantity]
    before: str
    """The sentence before, of the same paragraph."""
    published: str
    notes: Notes
    quoted: Quoted
    rates: dict[tuple[Decimal | None, str], str]
    """Amounts of the paragraph that were said with a rate, which they keep where they are said again without it."""


def read(document: Document, published: str = "") -> list[Reading]:
    """The readings of a document in text order: claims and everything numeric that is none.

    ``published`` (EDTF, may be empty) is when the text was written: later periods are forecasts.
    """
    readings: list[Reading] = []
    notes, quoted = Notes(document), Quoted(document)
    rates: dict[int, dict[tuple[Decimal | None, str], str]] = {}
    for sentence, found in groupby(find(document), key=lambda quantity: quantity.sentence):
        readings.extend(_read_sentence(_scene(document, sentence, list(found), published, notes, quoted, rates)))
    return readings


def _scene(
    document: Document,
    sentence: tuple[int, int],
    found: list[Quantity],
    published: str,
    notes: Notes,
    quoted: Quoted,
    rates: dict[int, dict[tuple[Decimal | None, str], str]],
) -> _Scene:
    text = document.text
    block = document.block_at(sentence[0])
    named = [
        Place(p.start + sentence[0], p.end + sentence[0], p.code, p.kind)
        for p in places(text[sentence[0] : sentence[1]])
    ]
    dates = [quantity for quantity in found if quantity.disposition == "date"]
    earlier = text[max(block.start, sentence[0] - 400) : sentence[0]].rstrip()
    return _Scene(
        document,
        block,
        sentence,
        found,
        clusters(text, named),
        dates,
        earlier,
        published,
        notes,
        quoted,
        rates.setdefault(block.start, {}),
    )


def _read_sentence(scene: _Scene) -> list[Reading]:
    readings: list[Reading] = []
    people: Reading | None = None
    last: Reading | None = None
    for index, figure in enumerate(scene.quantities):
        reading = _read_figure(scene, index, figure, people, last)
        if reading.disposition == "claim" and reading.unit.split("/")[0] in ("person", "vehicle"):
            people = reading
        readings.append(reading)
        last = reading if reading.disposition == "claim" else last
    return readings


def _read_figure(scene: _Scene, index: int, figure: Quantity, people: Reading | None, last: Reading | None) -> Reading:
    text = scene.document.text
    high = scene.sentence[1]
    countable = not figure.disposition and figure.kind in ("cardinal", "vague", "digit_class") and not figure.unit
    noun = noun_after(text, figure.end, high) if countable else None
    disposition = dispose(text, figure, noun, scene.block)
    if disposition != "claim":
        return _plain(scene, figure, disposition)
    unit, counted = figure.unit, ""
    if countable:
        unit, counted = _count(text, figure, noun, high, people)
    elif figure.kind == "rank":
        counted = _ranked(text, figure)
    if noun and not figure.hedge:
        figure = _hedged_behind(text, figure, noun, high)
    figure = _as_before(scene, replace(figure, unit=_trailing_rate(text, figure, unit, noun, high)))
    return _claim(scene, index, figure, noun, counted, last)


def _as_before(scene: _Scene, figure: Quantity) -> Quantity:
    """An amount said again in its paragraph without its rate: "$16 per hour … the $16 wage requirement"."""
    money, _, rate = figure.unit.partition("/")
    if not is_currency(money):
        return figure
    if rate:
        scene.rates[figure.value, money] = figure.unit
        return figure
    known = scene.rates.get((figure.value, money))
    return replace(figure, unit=known, unit_inferred=True) if known else figure


def _hedged_behind(text: str, figure: Quantity, noun: NounPhrase, high: int) -> Quantity:
    """The figure with the hedge that stands behind what it counts: "50 trees or more"."""
    hedge = hedges.after(text, noun.end, high)
    if hedge is None or figure.modifier != "exact":
        return figure
    return replace(figure, hedge=text[hedge.start : hedge.end], modifier=hedge.modifier)


def _count(text: str, figure: Quantity, noun: NounPhrase | None, high: int, people: Reading | None) -> tuple[str, str]:
    """Unit and noun of a bare number; "28 million are American citizens" counts what its copula names."""
    if noun is None and figure.kind == "vague":
        held = _OF.match(text, figure.end, high)
        noun = noun_after(text, held.end(), high) if held else None
    if noun is None:
        copula = _COPULA.match(text, figure.end, high)
        noun = noun_after(text, copula.end(), high) if copula else None
        if noun is None:
            if people is not None and (copula or figure.kind == "vague" or (figure.value or 0) >= 1000):
                return people.unit.split("/")[0], people.counted
            return ("person", "") if figure.kind == "vague" else ("count", "")
        unit = unit_of(text, noun)
        if people is not None and unit == "count":
            unit = people.unit.split("/")[0]
        return unit, text[noun.start : noun.end]
    return unit_of(text, noun), text[noun.start : noun.end]


def _ranked(text: str, figure: Quantity) -> str:
    """What a rank ranks: the noun of its words."""
    words = text[figure.number_end : figure.end].strip()
    leading = _superlative().match(words)
    return words[leading.end() :] if leading else words


@cache
def _superlative() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{alternatives(table('ranks')['checkable'])}|{alternatives(table('ranks')['uncheckable'])})\s+",
        re.IGNORECASE,
    )


def _trailing_rate(text: str, figure: Quantity, unit: str, noun: NounPhrase | None, high: int) -> str:
    """The unit with the rate that the clause gives at its end: "over 260,000 Mexicans travel … each year"."""
    if not unit or "/" in unit or unit in _TIMELESS or unit.startswith("per_") or figure.kind == "rank":
        return unit
    if not (unit in ("person", "vehicle", "count") or (len(unit) == 3 and unit.isupper())):
        return unit
    position = noun.end if noun else figure.end
    direct = rate_after(text, position)
    if direct and unit != "count":
        return f"{unit}/{direct.unit}"
    match = _TRAILING.search(text, position, clause_ends(text, position, high))
    if match is None or unit == "count" or not _flows().search(text, figure.sentence[0], match.start()):
        return unit
    rate = rate_after(text, match.start())
    return f"{unit}/{rate.unit}" if rate else unit


@cache
def _flows() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('context')['flow']['verbs'])})\b", re.IGNORECASE)


def _neighbours(scene: _Scene, index: int) -> tuple[int, int]:
    """Where the figures before and after one end and begin, dates and names not counted."""
    figures = scene.quantities
    low = max((q.end for q in figures[:index] if not _passed(q)), default=scene.sentence[0])
    high = min((q.start for q in figures[index + 1 :] if not _passed(q)), default=scene.sentence[1])
    return low, high


def _passed(quantity: Quantity) -> bool:
    return quantity.disposition in ("date", "name", "reference") or quantity.kind == "ordinal"


def _claim(
    scene: _Scene, index: int, figure: Quantity, noun: NounPhrase | None, counted: str, last: Reading | None
) -> Reading:
    document, text, sentence = scene.document, scene.document.text, scene.sentence
    low, high = _neighbours(scene, index)
    change = change_of(text, figure.start, figure.end, low, high, figure.unit, figure.change)
    if change == "level" and last is not None and _goes_on(text, scene.quantities, index):
        change = last.change
    noun_end = noun.end if noun else figure.end
    geography, partner = locate(text, figure.start, figure.end, low, high, noun_end, scene.groups, figure.unit)
    period, period_text = period_of(
        text, figure.start, figure.end, low, high, scene.dates, sentence, change=change != "level"
    )
    inferred = ["unit"] if figure.unit_inferred else []
    if not geography:
        geography = _inherited_place(scene)
        inferred += ["geography"] if geography else []
    note = scene.notes.behind(figure.start, sentence[1])
    status = status_of(
        text,
        figure.start,
        figure.end,
        sentence,
        unit=figure.unit,
        after_statement=_is_later(period, scene.published),
        quoted=scene.quoted.holds(figure.start),
        before=scene.before,
        note=note,
    )
    base = base_of(text, max(figure.end, noun_end), sentence, figure.unit, change, figure.start, figure.kind)
    exact = figure.modifier == "exact"
    low_value = (
        figure.low if figure.modifier == "range" else figure.value if exact or figure.modifier == "at_least" else None
    )
    high_value = (
        figure.high if figure.modifier == "range" else figure.value if exact or figure.modifier == "at_most" else None
    )
    return replace(
        _plain(scene, figure, "claim"),
        value=figure.value,
        value_low=low_value,
        value_high=high_value,
        counted=counted,
        base=base,
        change=change,
        status=status,
        subject=counted or subject_of(text, figure.start, sentence, low),
        geography=geography,
        partner=partner,
        period=period,
        period_text=period_text,
        inferred=tuple(sorted(inferred)),
        attribution=attribution_of(text[sentence[0] : sentence[1]], note),
        note=note,
    )


_SAME_MOVE = re.compile(r"\s+(?:(?:for|in|of|among)\s+(?:[\w-]+\s+){1,4})?(?:and|or)\s+|,\s+(?:and\s+)?")


def _goes_on(text: str, figures: Sequence[Quantity], index: int) -> bool:
    """Whether a figure goes on with the movement of the one before: "80 % for solar PV and 50 % for onshore wind"."""
    if not index or figures[index - 1].unit != figures[index].unit:
        return False
    return bool(_SAME_MOVE.fullmatch(text[figures[index - 1].end : figures[index].start]))


def _plain(scene: _Scene, figure: Quantity, disposition: str) -> Reading:
    """A reading with what every numeric expression has: span, text, sentence, section, and the value as written."""
    document, text = scene.document, scene.document.text
    start, end = document.clip(figure.start, figure.end, figure.number_start)
    raw_start, raw_end = document.raw_span(start, end)
    return Reading(
        start=raw_start,
        end=raw_end,
        number_start=document.offsets[figure.number_start],
        text=text[start:end],
        quote=text[scene.sentence[0] : scene.sentence[1]],
        quote_start=start - scene.sentence[0],
        quote_end=end - scene.sentence[0],
        section=scene.block.section,
        passage=_PASSAGES[scene.block.kind],
        value=None if disposition in ("date", "reference", "name", "page") else figure.value,
        value_low=None,
        value_high=None,
        unit=figure.unit,
        counted="",
        base="",
        modifier=figure.modifier,
        hedge=figure.hedge,
        change="",
        status="",
        subject="",
        geography="",
        partner="",
        period=figure.period,
        period_text="",
        inferred=(),
        attribution="",
        note="",
        disposition=disposition,
    )


def _inherited_place(scene: _Scene) -> str:
    """The place that the sentence before, or the heading, names, where the sentence itself names none."""
    for words in (scene.before.rpartition(". ")[2], *reversed(scene.block.section[-1:])):
        named = [place for place in places(words) if place.kind != "weak"]
        if named:
            found = clusters(words, named)
            return found[-1].code
    return ""


def _is_later(period: str, published: str) -> bool:
    start, _, end = period.partition("/")
    start = end if start == ".." else start
    return bool(start and published) and start[:4] > published[:4]
