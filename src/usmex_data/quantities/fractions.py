"""Fractions and odds: "a third", "two-thirds", "half", "three in five", "a quarter of a million", "50-50"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache

from ..language import alternatives, table
from .numeral_patterns import FOUR_PLACES, NO_UNIT_HERE, NumeralPattern, plain, share
from .quantity import Numeral
from .words import cardinals, scales, small, value_of

__all__ = ["patterns"]

_FIFTY = Decimal(50)


@cache
def patterns() -> Sequence[NumeralPattern]:
    """Shares of a whole, and parts of a scale word, in the order in which they are tried."""
    return (
        NumeralPattern("odds", _odds_pattern(), _odds),
        NumeralPattern("even", rf"(?<![\w.,$-])50\s?[-–/]\s?50\b|\b(?:{alternatives(_odds_words()['even'])})\b", _even),
        NumeralPattern("scale_part", _scale_part_pattern(), _scale_part),
        NumeralPattern("mixed", _mixed_pattern(), _mixed),
        NumeralPattern("sign", _sign_pattern(), _sign),
        NumeralPattern("fraction", _fraction_pattern(), _fraction),
        NumeralPattern("share", _share_pattern(), _share),
        NumeralPattern("tiny", rf"(?<=\ba\s)(?:{alternatives(_share_words()['tiny'])})\b", _tiny),
        NumeralPattern("half", _half_pattern(), _half),
    )


def _odds_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("numbers")["odds"]
    return words


def _share_words() -> dict[str, list[str]]:
    words: dict[str, list[str]] = table("numbers")["share"]
    return words


def _denominators() -> dict[str, int]:
    found: dict[str, int] = table("numbers")["denominator"]
    return found


# ------------------------------------------------------------------------------------------------------- odds
def _odds_pattern() -> str:
    words = _odds_words()
    number = rf"(?:\d{{1,3}}|{_compound()})"
    goes_on = alternatives(_share_words()["goes_on"])
    return rf"""
        {NO_UNIT_HERE}
        (?P<odds_top>{number})\s+(?P<odds_noun>[a-z]+\s+)??            # "one girl"
        (?:{alternatives(words["links"])})(?:\s+(?:{small()["every"]}))?\s+
        (?P<odds_bottom>{number}|1,000|10,000|100,000|(?:{small()["article"]})\s+(?:{alternatives(words["bottoms"])}))\b
        (?! \s?[%/] | [.,-]\d | -[a-z]                                  # no amount of its own
          | \s(?:{alternatives([*words["not_before"], *scales()])})\b )
        (?(odds_noun)(?=\s*(?:[,.;:)]|$)|\s(?:{goes_on})\b))           # "two schools in three cities" is none
    """


def _compound() -> str:
    """Whole numbers in words up to some thousands: "twenty-five", "five hundred"."""
    tens = alternatives(word for word, value in cardinals().items() if value >= 20)
    ones = alternatives(word for word, value in cardinals().items() if 0 < value < 10)
    word = alternatives(cardinals())
    return rf"(?:(?:{tens})[\s-](?:{ones})|(?:{word})\s(?:{alternatives(['hundred', 'thousand', 'million'])})|{word})"


def _odds(match: re.Match[str]) -> Numeral:
    """A share for "three in five"; of "ten in five", which is none, the first number alone."""
    top = value_of(match["odds_top"])
    bottom = value_of(re.sub(rf"\A(?:{small()['article']})\s+", "", match["odds_bottom"], flags=re.IGNORECASE))
    spelled = not match["odds_top"][0].isdigit()
    if top >= bottom or not bottom:
        return Numeral(match.start(), match.end("odds_top"), "cardinal", top, spelled=spelled)
    return Numeral(match.start(), match.end(), "odds", share(top, bottom), spelled=spelled)


def _even(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end(), "fraction", _FIFTY)


# ------------------------------------------------------------------------------------- parts of a scale word
def _scale_part_pattern() -> str:
    article = small()["article"]
    return rf"""
        \b(?P<scale_part_top>(?:{article}|one|two|three)\s+)?           # "three"
        (?P<scale_part_bottom>half|quarters?|thirds?)(?:\s+of)?[\s-]+   # "quarters of"
        (?:(?:{article}|one)\s+)?(?P<scale_part_of>{alternatives(scales())})\b(?!s)  # "a million"
    """


def _scale_part(match: re.Match[str]) -> Numeral:
    top = (match["scale_part_top"] or "one").strip().lower()
    scale = scales()[match["scale_part_of"].lower()]
    value = value_of(top) * scale / _denominators()[match["scale_part_bottom"].lower()]
    start = match.start("scale_part_bottom") if top in table("numbers")["small"]["article"] else match.start()
    return Numeral(start, match.end(), "cardinal", plain(value.quantize(FOUR_PLACES)), scale=scale, spelled=True)


def _mixed_pattern() -> str:
    return rf"""
        (?: \b(?P<mixed_whole>(?:{_compound()})(?:\sand\s(?:{_compound()}))?)  # "two hundred and six"
          | (?<![\w.,$€£¥-])(?P<mixed_digits>\d{{1,3}}) )
        (?:\s+(?P<mixed_before>{alternatives(scales())}))?              # "million"
        (?:\s+|-)and(?:\s+|-)                                          # "and"
        (?P<mixed_top>a|one|two|three)(?:\s+|-)(?P<mixed_part>half|quarters?|thirds?)\b  # "a half"
        (?!\s+(?:of|in)\b)
        (?:[\s-]+(?P<mixed_scale>{alternatives(scales())})\b)?         # "million"
    """


def _mixed(match: re.Match[str]) -> Numeral:
    part = value_of(match["mixed_top"]) / _denominators()[match["mixed_part"].lower()]
    named = match["mixed_before"] or match["mixed_scale"]
    scale = scales()[named.lower()] if named else Decimal(1)
    whole = value_of(match["mixed_whole"] or match["mixed_digits"])
    value = plain(((whole + part) * scale).quantize(FOUR_PLACES))
    return Numeral(match.start(), match.end(), "cardinal", value, scale=scale, spelled=not match[0][0].isdigit())


# -------------------------------------------------------------------------------------------------- fractions
def _sign_pattern() -> str:
    signs = "".join(table("numbers")["superscript"])
    return rf"{NO_UNIT_HERE}(?<!\d\s)(?:[{signs}]|\d/\d{{1,2}})(?=\s+(?:{small()['of']})\b)"


def _sign(match: re.Match[str]) -> Numeral | None:
    """A share for "¼ of it" or "3/4 of adults", where the bare "¼ mile" is a number."""
    top, bottom = map(Decimal, table("numbers")["superscript"].get(match[0], match[0]).split("/"))
    if not 0 < top < bottom:
        return None
    return Numeral(match.start(), match.end(), "fraction", share(top, bottom))


def _fraction_pattern() -> str:
    ones = alternatives(name for name, value in cardinals().items() if 0 < value < 20)
    return rf"""
        \b(?P<fraction_top>{ones}|\d{{1,2}})(?:-|\s+)                   # "two-"
        (?P<fraction_bottom>{alternatives(_denominators())})\b          # "thirds"
    """


def _fraction(match: re.Match[str]) -> Numeral | None:
    top, bottom = value_of(match["fraction_top"]), Decimal(_denominators()[match["fraction_bottom"].lower()])
    if top >= bottom:  # "40 quarters", "two halves": so many of them, and no share
        return None
    if bottom == 4 and match["fraction_bottom"].lower() == "quarters" and _of_a_year(match, top):
        return None
    return Numeral(match.start(), match.end(), "fraction", share(top, bottom), spelled=not match[0][0].isdigit())


@cache
def _quarters() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = _share_words()
    after = re.compile(rf"\b(?:{alternatives(words['quarters_after'])})\s(?:the\s)?\Z", re.IGNORECASE)
    return after, re.compile(rf"\s(?:{alternatives(words['quarters_before'])})", re.IGNORECASE)


def _of_a_year(match: re.Match[str], top: Decimal) -> bool:
    """Whether quarters are parts of a year and no share: two always, three by the words beside them."""
    after, before = _quarters()
    if top == 2 or before.match(match.string, match.end()):
        return True
    said = after.search(match.string, max(0, match.start() - 24), match.start())
    return said is not None and not match.string.startswith(" of ", match.end())


def _share_pattern() -> str:
    words = _share_words()
    singular = alternatives(name for name in _denominators() if not name.endswith("s") and name not in words["half"])
    units = alternatives(words["units"])
    return rf"""
        (?<=\ba\s)(?:{singular})(?=\s*(?:[,.;:)\]—–]|$)|\s+(?:{alternatives(words["goes_on"])})\b)
      | \b(?:{alternatives(words["quarter"])})(?=(?:-|\s+)(?:{units})\b)   # "a quarter century"
    """


def _share(match: re.Match[str]) -> Numeral:
    return Numeral(
        match.start(),
        match.end(),
        "fraction",
        share(Decimal(1), Decimal(_denominators()[match[0].lower()])),
        spelled=True,
    )


def _tiny(match: re.Match[str]) -> Numeral:
    value = Decimal(str(table("numbers")["share"]["tiny"][match[0].lower()]))
    return Numeral(match.start(), match.end(), "fraction", value, spelled=True)


def _half_pattern() -> str:
    words = _share_words()
    not_after = "".join(rf"(?<!{word}\s)" for word in words["no_half_after"])
    return rf"""
        \b{not_after}(?P<half_word>{alternatives(words["half"])})
        (?: -(?=(?:{alternatives(words["units"])})\b)                   # "half-hour"
          | (?!-\w)(?!\s(?:{alternatives(words["no_half_before"])})\b) )
    """


def _half(match: re.Match[str]) -> Numeral:
    return Numeral(match.start(), match.end("half_word"), "fraction", _FIFTY, spelled=True)
