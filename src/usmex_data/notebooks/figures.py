"""The figures that stand in a prose: where they are, what they are worth, how they are hedged."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Final

from usmex_data.language import alternatives, table

__all__ = ["Figure", "figures", "hedge_class", "numbers", "years"]

_DIGITS: Final = re.compile(r"(?<![A-Za-z\d])(?<![A-Z]-)(?<!\d[.,])[$€£¢]?\d(?:[\d.,]*\d)?(?:s\b)?(?:\s?%)?")
_YEAR: Final = re.compile(r"(?<![\d$€£.,])(1[5-9]\d\d|20\d\d)(?:s\b)?(?![\d%]|,\d|\.\d)")
_LEAST_CARDINAL: Final = 13
"""Cardinals in words below it count things ("the two papers"); from it on they are figures."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure in a text: its place, and whether it can be read as a year."""

    start: int
    end: int
    text: str
    year: bool


def figures(text: str) -> list[Figure]:
    """Every figure of a text in digits or words, in order; ``G20`` and ``COVID-19`` are names."""
    found = [
        Figure(hit.start(), hit.end(), hit[0].strip(), bool(_YEAR.fullmatch(hit[0]))) for hit in _DIGITS.finditer(text)
    ]
    taken = {place for figure in found for place in range(figure.start, figure.end)}
    words = [hit for hit in _words().finditer(text) if hit.start() not in taken]
    found += [Figure(hit.start(), hit.end(), hit[0], year=False) for hit in words]
    return sorted(found, key=lambda figure: figure.start)


def years(words: Iterable[str]) -> frozenset[str]:
    """The years, and decades as ``1990s``, that stand in periods or their words."""
    return frozenset(hit[0] for text in words for hit in re.finditer(r"(?<!\d)\d{4}s?(?!\d)", text))


def numbers(text: str) -> list[Decimal]:
    """The numbers of a short text in digits, scale words multiplied out; the ends of a range share the last one's."""
    scale = _scale_words()
    hits = list(
        re.finditer(rf"(?P<number>\d[\d,]*(?:\.\d+)?)(?:\s*(?P<scale>{alternatives(scale)})\b)?", text, re.IGNORECASE)
    )
    values = []
    for place, hit in enumerate(hits):
        word = hit["scale"]
        following = hits[place + 1] if place + 1 < len(hits) else None
        if (
            word is None
            and following is not None
            and re.fullmatch(r"\s*(?:[-–]|to)\s*[$€£]?", text[hit.end() : following.start()])
        ):
            word = following["scale"]
        values.append(Decimal(hit["number"].replace(",", "")) * (scale[word.lower()] if word else 1))
    return values


def hedge_class(text: str) -> str:
    """How the first figure of a short text is hedged by the words beside it: approx, at_least, at_most or nothing."""
    hit = _hedged().search(text)
    if hit is None:
        return ""
    words = re.sub(r"\s+", " ", next(part for part in hit.groups() if part)).lower()
    for kind in ("approx", "at_least", "at_most"):
        known = table("hedges")[kind]
        if words in known["before"] or words in known["after"]:
            return kind
    return ""


@cache
def _scale_words() -> dict[str, int]:
    scale: dict[str, int] = table("numbers")["scale"]
    return scale


@cache
def _words() -> re.Pattern[str]:
    tables = table("numbers")
    cardinals = [word for word, value in tables["cardinal"].items() if value >= _LEAST_CARDINAL]
    shares = alternatives(word for word in tables["denominator"] if word not in {"half", "halves"})
    alone = [
        *tables["scale"],
        *tables["vague"],
        *tables["multiplier"],
        *cardinals,
        "half",
        "halves",
        "percent",
        "per cent",
    ]
    some = alternatives([word for word, value in tables["cardinal"].items() if 0 < value < _LEAST_CARDINAL] + ["a"])
    return re.compile(
        rf"""
          \b(?:{some})[ -](?:{shares})\b                 # a third, two-thirds
        | \b(?:(?:{some})[ ])?(?:{alternatives(alone)})\b # five million, twice, fifty
        | [{"".join(tables["superscript"])}]              # ½
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _hedged() -> re.Pattern[str]:
    kinds = [table("hedges")[kind] for kind in ("approx", "at_least", "at_most")]
    before = alternatives(word for kind in kinds for word in kind["before"])
    after = alternatives(word for kind in kinds for word in kind["after"])
    figure = r"(?:the\s+)?(?:US\s?)?[$€£]?\d[\d.,]*"
    return re.compile(
        rf"(?<!\w)({before})\s*{figure}|{figure}(?:\s*%|\s+[\w/]+){{0,3}}\s*({after})(?!\w)", re.IGNORECASE
    )
