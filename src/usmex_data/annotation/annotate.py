"""Readings of a document: each figure with unit, noun, place, time and manner, and what it is where it is no claim."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import groupby
from typing import TypedDict

from ..catalogue.doubts import in_order
from ..catalogue.unit import Unit
from ..document.document import Document
from ..quantities import find
from ..quantities.fiscal import stated
from ..quantities.periods import checked
from ..quantities.quantity import Quantity
from ..quantities.unit_names import UnitMatch
from .base import base_of, subject_of
from .change import change_of
from .context import DocumentContext, SentenceContext, is_passed
from .coordination import continues_movement
from .counting import count, hedged_behind, ranked, with_trailing_rate
from .discourse import Topics
from .disposition import disposition_of
from .home import Home
from .mention import Mention
from .money import Dollars, money_of
from .notes import Notes
from .nouns import kind_of, noun_after
from .quotation import Quotations
from .reading import Found, Reading
from .status import attribution_of, status_of
from .table_cells import Row
from .times import TimeResolver
from .uncounted import counted_elsewhere, is_unit, part_of
from .when import period_of
from .where import locate

__all__ = ["annotate"]

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
_COUNTABLE = ("cardinal", "vague", "digit_class")
_FLOWING = ("person", "vehicle")
_NO_VALUE = ("date", "reference", "name", "page")
_BARE_DOLLAR = re.compile(r"(?<![A-Za-z])\$\s?\Z")
_INTERVAL = re.compile(r"\s?[(\[,;]\s?[:,]?\s?")
"""What stands between a figure and its interval, "95% CI" apart."""


def annotate(
    document: Document,
    published: str = "",
    *,
    country: str = "",
    offset: int = 0,
    comma: bool | None = None,
    defined: Mapping[str, UnitMatch] | None = None,
    dollars: Dollars | None = None,
    topics: Topics | None = None,
    resolver: TimeResolver | None = None,
) -> list[Reading]:
    """The readings of a document in text order: claims and everything numeric that is none.

    ``published`` (EDTF, may be empty) is when the text was written: later periods are forecasts. ``country`` (ISO
    3166-1 alpha-3, may be empty) is the place of what names none, and whose government's years are meant. Of a segment
    of a longer text, ``offset`` is where it begins, ``comma`` whether that writes decimals with a comma, ``defined``
    the units that it abbreviates in its own way, ``dollars`` what it means by "$", ``topics`` what its paragraphs are
    about, and ``resolver`` what the segments before it said of time.
    """
    readings: list[Reading] = []
    home = Home(document.raw, country)
    topics = topics or Topics(document, home=home)
    resolver = resolver or TimeResolver(stated(document.raw, home.government), published)
    resolver.begin(document)
    outer = DocumentContext(
        document,
        published,
        Notes(document),
        Quotations(document),
        topics,
        resolver=resolver,
        dollars=dollars or Dollars(document.text, country),
        offset=offset,
    )
    for sentence, found in groupby(
        find(document, comma=comma, defined=defined, fiscal=resolver.fiscal), key=lambda quantity: quantity.sentence
    ):
        figures = list(found)
        context = SentenceContext.of(outer, sentence, figures)
        cells = any(figure.under is not None for figure in figures)
        read = _read_row(context) if cells else _read_sentence(context)
        readings.extend(_doubted(read) if outer.is_foreign(context.block) else read)
    return readings


def _doubted(read: Sequence[Reading]) -> list[Reading]:
    """The readings of a paragraph in another language, whose words the tables don't know."""
    return [
        replace(each, doubt=in_order(each.doubt, ("other_language",))) if each.disposition == "claim" else each
        for each in read
    ]


def _read_row(context: SentenceContext) -> list[Reading]:
    """The readings of a table's row."""
    readings: list[Reading] = []
    row: Row | None = None
    for index, figure in enumerate(context.quantities):
        if figure.under is None:
            readings.append(_read_figure(context, index, None, None))
            continue
        row = row or Row(context, figure)
        readings.append(_read_cell(context, figure, row))
    return readings


def _read_cell(context: SentenceContext, figure: Quantity, row: Row) -> Reading:
    """The reading of a cell: its heads, label and caption tell what the words near a figure tell elsewhere."""
    figure = row.measured(figure)
    told = row.told(figure, _when(figure.period, context.outer.published or context.outer.resolver.released))
    figure, _ = _in_money_of(context.outer.document.text, figure, "", told["geography"], context.outer.dollars)
    low, high = _bounds(figure)
    return Reading(**_common(context, figure, "claim"), value_low=low, value_high=high, doubt=figure.doubt, **told)


def _read_sentence(context: SentenceContext) -> list[Reading]:
    readings: list[Reading] = []
    people: Reading | None = None
    last: Reading | None = None
    for index in range(len(context.quantities)):
        reading = _read_figure(context, index, people, last)
        readings.append(reading)
        if reading.disposition == "claim":
            last = reading
            people = reading if Unit.of(reading.unit).head in _FLOWING else people
    return readings


def _read_figure(context: SentenceContext, index: int, people: Reading | None, last: Reading | None) -> Reading:
    """A figure's reading; ``people`` and ``last`` are the claims before it in the sentence."""
    text, figure, high = context.outer.document.text, context.quantities[index], context.sentence[1]
    countable = not figure.disposition and figure.kind in _COUNTABLE and not figure.unit
    noun = noun_after(text, figure.end, high) if countable else None
    disposition = disposition_of(text, figure, noun, context.block)
    if disposition != "claim":
        return _plain(context, figure, disposition)
    unit, counted = figure.unit, ranked(text, figure) if figure.kind == "rank" else ""
    if countable and last is not None and noun is None and _is_interval(context, index):
        unit, counted = last.unit, last.counted
    elif countable:
        unit, counted = count(text, figure, noun, high, people)
        figure, unit, counted = _named(text, figure, unit, counted, last)
    figure = (hedged_behind(text, figure, noun, high) if noun else figure).in_unit(unit)
    if figure.kind != "rank":
        figure = _as_before(context, figure.in_unit(with_trailing_rate(context.words, figure, noun)))
    mention = context.mention(index, noun.end if noun else figure.end)
    return _claim(context, figure, mention, counted, _moving(context, index, last))


def _named(text: str, figure: Quantity, unit: str, counted: str, last: Reading | None) -> tuple[Quantity, str, str]:
    """A count says what is counted; where nothing says it, or the symbol of a unit does, the unit is not known."""
    if unit != "count":
        return figure, unit, counted
    if not counted:
        part = part_of(text, figure, last)
        if part not in ("", "count"):
            return replace(figure, unit_inferred=True), part, last.counted if last else ""
        elsewhere = counted_elsewhere(text, figure, last)
        known = elsewhere is not None
        return (
            (figure, kind_of(elsewhere or ""), elsewhere or "") if known else (figure.doubted("unit_unknown"), "", "")
        )
    glued = text[figure.number_end : figure.number_end + 1].isalpha()
    unknown = glued or is_unit(counted)
    return (figure.doubted("unit_unknown"), "", "") if unknown else (figure, unit, counted)


def _is_interval(context: SentenceContext, index: int) -> bool:
    """Whether a range in brackets is the interval of the figure before: "odds ratio of 1.34 (95% CI: 1.12–1.61)"."""
    before, figure = context.quantities[index - 1], context.quantities[index]
    if not index or figure.modifier != "range":
        return False
    between = context.outer.document.text[before.end : figure.start]
    if before.disposition and index > 1:  # "95% CI"
        between = context.outer.document.text[context.quantities[index - 2].end : before.start] + between
    return bool(_INTERVAL.fullmatch(between))


def _as_before(context: SentenceContext, figure: Quantity) -> Quantity:
    """An amount said again in its paragraph without its rate: "$16 per hour … the $16 wage requirement"."""
    unit = Unit.of(figure.unit)
    if not unit.in_money:
        return figure
    rates = context.outer.rates.setdefault(context.block.start, {})
    amount = figure.value, figure.low, figure.high, unit.head
    if unit.is_rate:
        rates[amount] = figure.unit
    known = rates.get(amount, figure.unit)
    return figure if known == figure.unit else replace(figure, unit=known, unit_inferred=True)


def _claim(context: SentenceContext, figure: Quantity, mention: Mention, counted: str, moving: str) -> Reading:
    """The reading of a figure that is a claim, with all that its context says of it.

    ``moving`` is the change that it goes on with where its own words tell none.
    """
    outer, text = context.outer, context.outer.document.text
    change = change_of(mention, figure.unit, figure.change, context.times)
    change = moving if change == "level" else change
    geography, partner, inherited = locate(mention, context.groups, figure.unit, context.topic)
    figure, counted = _in_money_of(text, figure, counted, geography, outer.dollars)
    dating = period_of(mention, context.times, context.inherited, unit=figure.unit, change=change)
    period = checked(figure.period or dating.period)
    note = outer.notes.behind(figure.start, context.sentence[1])
    low, high = _bounds(figure)
    base = base_of(mention, figure.unit, change, figure.kind)
    return Reading(
        **_common(context, figure, "claim"),
        value_low=low,
        value_high=high,
        counted=counted,
        base=base,
        change=change,
        status=status_of(
            mention,
            figure.unit,
            time=_when(period, outer.published or outer.resolver.released),
            quoted=outer.quotations.holds(figure.start),
            moving=change != "level",
            before=context.before,
            note=note,
        ),
        subject=counted if counted and figure.unit != "rank" else subject_of(mention, base) or counted,
        geography=geography,
        partner=partner,
        period=period,
        period_text="" if figure.period else dating.words,
        inferred=(
            *(["geography"] if inherited else []),
            *(["period"] if figure.period or dating.inherited else []),
            *(["unit"] if figure.unit_inferred else []),
        ),
        doubt=in_order(figure.doubt, () if figure.period else dating.doubt),
        attribution=attribution_of(
            text[context.sentence[0] : context.sentence[1]], note, figure.start - context.sentence[0]
        ),
        note=note,
    )


def _in_money_of(text: str, figure: Quantity, counted: str, place: str, dollars: Dollars) -> tuple[Quantity, str]:
    """The figure in the money of its place, and what it still counts: "500 pesos" in Chile, "40 dinars" in Jordan."""
    bare = text[figure.start : figure.number_start].endswith("$") and Unit.of(figure.unit).head == "USD"
    if bare and _BARE_DOLLAR.search(text, max(0, figure.number_start - 4), figure.number_start):
        unit, doubtful = dollars.unit(figure.unit, place)
        return (figure.doubted("whose_dollar") if doubtful else figure).in_unit(unit), counted
    named = counted if Unit.of(figure.unit).head == "count" else text[figure.number_start : figure.end]
    unit = money_of(figure.unit, named, place) if place and named else figure.unit
    if unit == figure.unit:
        return figure, counted
    return replace(figure, unit=unit), ""


def _bounds(figure: Quantity) -> tuple[Decimal | None, Decimal | None]:
    """The least and the most that a figure allows, as the contract has them."""
    if figure.modifier == "range":
        return figure.low, figure.high
    low = figure.value if figure.modifier in ("exact", "at_least") else None
    high = figure.value if figure.modifier in ("exact", "at_most") else None
    return low, high


def _moving(context: SentenceContext, index: int, last: Reading | None) -> str:
    """The change of the claim before, where this figure goes on with it: "80 % for solar PV and 50 % for wind"."""
    if last is None or last.change == "level":
        return "level"
    before = next((each for each in reversed(context.quantities[:index]) if not is_passed(each)), None)
    offsets, figure = context.outer.document.offsets, context.quantities[index]
    if before is None or offsets[before.number_start] != last.number_start:
        return "level"
    text, same_unit = context.outer.document.text, before.unit == figure.unit
    behind = text[figure.end : context.sentence[1]]
    return last.change if continues_movement(text[before.end : figure.start], behind, same_unit=same_unit) else "level"


def _plain(context: SentenceContext, figure: Quantity, disposition: str) -> Reading:
    """The reading of a numeric expression that is no claim."""
    ranged = figure.modifier == "range" and disposition not in _NO_VALUE
    low, high = (figure.low, figure.high) if ranged else (None, None)
    return Reading(
        **_common(context, figure, disposition), value_low=low, value_high=high, period=checked(figure.period)
    )


class _Found(TypedDict):
    """What a sentence names."""

    places: tuple[Found, ...]
    dates: tuple[Found, ...]


class _Common(TypedDict):
    """What every numeric expression has: span, text, sentence, section, and the value as written."""

    start: int
    end: int
    number_start: int
    text: str
    quote: str
    quote_start: int
    quote_end: int
    sentence_start: int
    sentence_end: int
    section: tuple[str, ...]
    passage: str
    value: Decimal | None
    unit: str
    modifier: str
    hedge: str
    disposition: str
    places: tuple[Found, ...]
    dates: tuple[Found, ...]


def _common(context: SentenceContext, figure: Quantity, disposition: str) -> _Common:
    document, offset, (begin, behind) = context.outer.document, context.outer.offset, context.sentence
    start, end = document.clip(figure.start, figure.end, figure.number_start)
    raw_start, raw_end = document.raw_span(start, end)
    first, last = document.outer_span(begin, behind)
    return _Common(
        start=raw_start + offset,
        end=raw_end + offset,
        number_start=document.offsets[figure.number_start] + offset,
        text=document.text[start:end],
        quote=document.text[begin:behind],
        quote_start=start - begin,
        quote_end=end - begin,
        sentence_start=first + offset,
        sentence_end=last + offset,
        section=context.block.section,
        passage=_PASSAGES[context.block.kind],
        value=None if disposition in _NO_VALUE else figure.value,
        unit=figure.unit,
        modifier=figure.modifier,
        hedge=figure.hedge,
        disposition=disposition,
        **_found(context, disposition),
    )


def _found(context: SentenceContext, disposition: str) -> _Found:
    """The places and dates of a claim's sentence, for whoever has to know them again."""
    if disposition != "claim":
        return _Found(places=(), dates=())
    begin, named = context.sentence[0], [each for each in context.quantities if each.period]
    return _Found(
        places=tuple((group.start - begin, group.end - begin, group.code) for group in context.groups),
        dates=tuple(
            (each.start - begin, each.end - begin, each.period) for each in named if each.disposition == "date"
        ),
    )


def _when(period: str, published: str) -> int:
    """1 for a period after the time when the text was written, -1 for one long before it, else 0.

    The year before is not long before: a forecast for it may still be the last word.
    """
    start, _, end = period.partition("/")
    start = end if start == ".." else start
    if not start or not published[:4].isdigit() or end == "..":
        return 0
    year, last = int(published[:4]), (end or start)[:4]
    reach = min(len(start), len(published))
    return (start[:reach] > published[:reach]) - (last.isdigit() and int(last) < year - 1)
