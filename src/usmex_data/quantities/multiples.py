"""Multipliers, ratios, ordinals and vague numbers: "doubled", "four times", "3:1", "28th", "tens of millions"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .numeral_patterns import FOUR_PLACES, NumeralPattern, plain
from .quantity import Numeral
from .words import cardinals, scales, value_of

__all__ = ["is_how_often", "is_occasions", "patterns"]

_SPACE = re.compile(r"\s+")
_SIZE_AFTER = re.compile(
    r"\s+(?:[A-Z]|(?:a|an|the|its|their|that|those|what|more|less|GDP)\b|\w+er\b"
    r"|\w+\s+(?:level|average|income|size|rate|price|cost)s?\b)|\s*\("
)
"""What may follow "three times" that is a multiple: what it is a multiple of."""
_NOT_DIGIT = re.compile(r"\D")


@cache
def patterns() -> Sequence[NumeralPattern]:
    """Numbers that multiply, order or blur, in the order in which they are tried."""
    numbers = table("numbers")
    vague, scale = alternatives(numbers["vague"]), alternatives(scales())
    return (
        NumeralPattern("ratio", _ratio_pattern(), _ratio),
        NumeralPattern("class", rf"\b(?:{alternatives(numbers['digit_class'])})\b", _class),
        NumeralPattern("none", rf"\b(?:{alternatives(numbers['none_or_less']['words'])})\b", _none),
        NumeralPattern(
            "few", rf"\b(?P<few_of>{alternatives(numbers['vague_count'])})\s+(?P<few_scale>{scale}|tens)\b", _few
        ),
        NumeralPattern(
            "tens",
            rf"\b(?P<tens_of>{alternatives(numbers['vague_multiplier'])})\s+of\s+(?P<tens_what>{vague})\b",
            _tens,
        ),
        NumeralPattern("vague", _vague_pattern(), _vague),
        NumeralPattern("half_more", _half_more_pattern(), _half_more),
        NumeralPattern("age", rf"(?<=\ba\s)(?:{alternatives(numbers['age'])})\b", _age),
        NumeralPattern("times", _times_pattern(), _times),
        NumeralPattern("multiplier", _multiplier_pattern(), _multiplier),
        NumeralPattern("ordinal", _ordinal_pattern(), _ordinal),
    )


# ------------------------------------------------------------------------------------------ ratios and multiples
def _ratio_pattern() -> str:
    links = alternatives(table("numbers")["ratio"]["links"])
    number = r"\d{1,9}(?:\.\d{1,9})?"
    return rf"""
        (?<![\w.,:$-])(?P<ratio_top>{number})        # "3"
        (?:\s?:\s?|-(?:{links})-)                    # ":" or "-to-"
        (?P<ratio_bottom>{number})(?![\w:%]|[.,]\d|-[a-z])  # "1"
    """


def _ratio(match: re.Match[str]) -> Numeral | None:
    top, bottom = Decimal(match["ratio_top"]), Decimal(match["ratio_bottom"])
    if not bottom:
        return None
    return Numeral(match.start(), match.end(), "multiplier", plain((top / bottom).quantize(FOUR_PLACES)))


def _times_pattern() -> str:
    words = table("numbers")["times"]
    unit, scale = alternatives(cardinals()), alternatives(scales())
    return rf"""
        (?<![\w.,$])
        (?P<times_of>\d{{1,9}}(?:\.\d{{1,9}})?|(?:{unit}|{scale})(?:-(?:{unit}))?)   # "four", "1.5"
        (?P<times_half>\s+and\s+a\s+half)?
        (?: [\s-]+(?:{alternatives(words["words"])})\b
            (?=\s+(?:(?:{alternatives(words["compared"])})\b|[A-Z]\w+['’]s)|[,.;)])  # times what
          | -?(?:{alternatives(words["suffixes"])})\b )                              # "four-fold"
    """


def _times(match: re.Match[str]) -> Numeral | None:
    words = match["times_of"].lower()
    ended = match.end() < len(match.string) and match.string[match.end()] in ",.;)"
    if ended and is_how_often(match.string, match.start(), match.end("times_of"), match.end()):
        return None
    value = value_of(words) + (Decimal("0.5") if match["times_half"] else 0)
    return Numeral(match.start(), match.end(), "multiplier", value, spelled=not words[0].isdigit())


@cache
def _grown() -> re.Pattern[str]:
    words = table("series")["before"]
    grown = alternatives([*words["moved"], *words["multiplied"]])
    return re.compile(rf"\b(?:{grown})\b[^.;]{{0,40}}\Z", re.IGNORECASE)


def is_how_often(text: str, start: int, end: int, behind: int) -> bool:
    """Whether "22 times" counts events and is no multiple: a whole number, no growth before and no size behind it.

    The number spans ``start`` to ``end``, its "times" end at ``behind``.
    """
    if "." in text[start:end] or _SIZE_AFTER.match(text, behind):
        return False
    return not _grown().search(text, max(0, start - 60), start)


def is_occasions(text: str, start: int, end: int) -> bool:
    """Whether "twice" says how often and is no multiple: behind it stands no size to be a multiple of."""
    if text[start:end].lower() not in table("numbers")["occasions"]["words"] or _SIZE_AFTER.match(text, end):
        return False
    return bool(_occasions().match(text, end))


@cache
def _occasions() -> re.Pattern[str]:
    words = alternatives(table("numbers")["occasions"]["goes_on"])
    return re.compile(rf"\s*(?:[,.;:)]|$)|\s+(?:{words})\b")


def _multiplier_pattern() -> str:
    numbers = table("numbers")
    hyphened = alternatives(numbers["times"]["not_before_hyphen"])
    return rf"\b(?:{alternatives(numbers['multiplier'])})\b(?!-(?:{hyphened}))"


def _multiplier(match: re.Match[str]) -> Numeral:
    value, change = table("numbers")["multiplier"][match[0].lower()]
    return Numeral(match.start(), match.end(), "multiplier", Decimal(value), spelled=True, change=change)


# ------------------------------------------------------------------------------------------------------ ordinals
def _ordinal_pattern() -> str:
    numbers = table("numbers")
    tens = alternatives(word for word, value in cardinals().items() if value >= 20)
    return rf"""
        \b(?:(?:{tens})-)?(?:{alternatives(numbers["ordinal"])})\b          # "twenty-first"
        (?!-(?:{alternatives(numbers["denominator"])}))
      | (?<![\w.,])\d{{1,3}}(?:st|nd|rd|th)\b                               # "28th"
    """


def _ordinal(match: re.Match[str]) -> Numeral:
    word = match[0].lower()
    if word[0].isdigit():
        return Numeral(match.start(), match.end(), "ordinal", Decimal(_NOT_DIGIT.sub("", word)))
    tens, _, last = word.rpartition("-")
    value = Decimal(table("numbers")["ordinal"][last] + (cardinals()[tens] if tens else 0))
    return Numeral(match.start(), match.end(), "ordinal", value, spelled=True)


# ------------------------------------------------------------------------------------------------- vague numbers
def _class(match: re.Match[str]) -> Numeral:
    low, high = map(Decimal, table("numbers")["digit_class"][_SPACE.sub(" ", match[0].lower())])
    return Numeral(match.start(), match.end(), "digit_class", low, high=high, modifier="range", spelled=True)


def _none(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), "cardinal", Decimal(0), modifier="at_most", spelled=True)


def _few(match: re.Match[str]) -> Numeral:
    scale = Decimal(10) if match["few_scale"].lower() == "tens" else scales()[match["few_scale"].lower()]
    count = table("numbers")["vague_count"][_SPACE.sub(" ", match["few_of"].lower())]
    return Numeral(match.start(), match.end(), "vague", count * scale, scale=scale, spelled=True, modifier="approx")


def _tens(match: re.Match[str]) -> Numeral:
    numbers = table("numbers")
    count = numbers["vague_multiplier"][match["tens_of"].lower()]
    scale = Decimal(numbers["vague"][match["tens_what"].lower()])
    return Numeral(match.start(), match.end(), "vague", count * scale, scale=scale, spelled=True, modifier="at_least")


def _vague_pattern() -> str:
    """Vague plurals; "scores" only where they count ("scores of villagers") and nobody is tested."""
    numbers = table("numbers")
    tested = "".join(rf"(?<!\b{word}\s)" for word in numbers["tested"]["before"])
    return rf"""
        \b(?!scores)(?:{alternatives(numbers["vague"])})\b(?!\s+(?:on|in|at)\b)
      | {tested}\bscores(?=\s+of\s+[a-z])(?!\s+of\s+(?:the|these|those|less|more|at|about)\b)
    """


def _vague(match: re.Match[str]) -> Numeral:
    scale = Decimal(table("numbers")["vague"][match[0].lower()])
    return Numeral(match.start(), match.end(), "vague", scale, scale=scale, spelled=True, modifier="at_least")


def _half_more_pattern() -> str:
    numbers = table("numbers")
    return rf"""
        \b(?:{alternatives(numbers["small"]["article"])}|one)\s+(?P<half_more_unit>{alternatives(numbers["half_more"])})
        \s+(?:{alternatives(numbers["small"]["joiner"])})\s+a\s+half\b
    """


def _half_more(match: re.Match[str]) -> Numeral:
    """One and a half of a unit: "a year and a half"."""
    unit, factor = table("numbers")["half_more"][match["half_more_unit"].lower()]
    return Numeral(match.start(), match.end(), "cardinal", Decimal("1.5") * factor, spelled=True, unit=unit)


def _age(match: re.Match[str]) -> Numeral:
    """A number and its unit in one word: "a decade", "a century"."""
    years = Decimal(table("numbers")["age"][match[0].lower()])
    return Numeral(match.start(), match.end(), "cardinal", years, spelled=True, unit="year")
