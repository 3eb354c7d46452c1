"""Short ways to read a sentence in a test: its numerals, quantities and claims as plain values."""

from __future__ import annotations

from decimal import Decimal

from usmex_data.annotation import annotate
from usmex_data.document import read as document
from usmex_data.language.phrases import tokens
from usmex_data.quantities.find import find_in
from usmex_data.quantities.numerals import numerals


def values(text, *, comma=False):
    """The numerals of a text: as written, and what they are worth."""
    found = numerals(text, tokens(text), comma=comma)
    return [(text[numeral.start : numeral.end], numeral.value) for numeral in found]


def figures(sentence):
    """The figures of a sentence: span, value (both ends of a range), unit, modifier."""
    return [
        (
            sentence[item.start : item.end],
            (item.low, item.high) if item.modifier == "range" else item.value,
            item.unit,
            item.modifier,
        )
        for item in find_in(sentence)
        if not item.disposition
    ]


def masked(sentence):
    """What a sentence holds of dates, references and names: text, disposition, period."""
    return [
        (sentence[item.start : item.end], item.disposition, item.period)
        for item in find_in(sentence)
        if item.disposition
    ]


def readings(text, published="2024"):
    """All readings of a text."""
    return annotate(document(text), published)


def claims(text, published="2024"):
    """The claims of a text."""
    return [reading for reading in readings(text, published) if reading.disposition == "claim"]


def claim(text, published="2024"):
    """The only claim of a text."""
    (found,) = claims(text, published)
    return found


def number(text):
    """A decimal, or the two ends of a range ("5..7")."""
    low, dots, high = text.partition("..")
    return (Decimal(low), Decimal(high)) if dots else Decimal(low)
