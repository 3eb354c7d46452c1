"""Numbers in digits and their values: "447,000", "1.234.567", "13 009 million", "2½", "$4.2bn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, partial

from ..language import alternatives, table
from .numeral_patterns import FOUR_PLACES, NumeralPattern, plain
from .quantity import Numeral
from .words import scales

__all__ = ["large", "patterns", "writes_comma"]

# Where a text writes decimals with a point.
_POINT_DIGITS = r"""
        \d{{1,3}}(?:,\d{{3}}){{1,8}}(?:\.\d+)?(?!\d)                           # 447,000
      | \d{{1,3}}(?:\.\d{{3}}){{2,8}}(?!\d)                                    # 1.234.567
      | \d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}}){{1,8}}(?!\d)(?=\s?[A-Za-z%]|\Z) # 13 009 million
      | \d{{1,3}},\d{{1,2}}(?=\s?(?:%|per\s?cent|(?:{scale})\b))               # 1,5 %
      | \d{{1,6}}\s?[{super}] | [{super}]                                      # 2½
      | \d{{1,6}}[\s-]\d/\d{{1,2}}(?![\d/]) | \d/\d{{1,2}}(?![\d/])               # 3 1/4
      | \d{{1,15}}(?!\d)(?:\.\d{{1,15}})? | \.\d{{1,15}}                       # 5.1
    """
# Where it plainly writes a decimal comma, the point groups thousands: "1.150 km at €187,40".
_COMMA_DIGITS = r"""
        \d{{1,3}}(?:[. \u00a0\u202f]\d{{3}}){{1,8}}(?:,\d+)?(?!\d)             # 1.150,5
      | \d{{1,6}}\s?[{super}] | [{super}]                                      # 2½
      | \d/\d{{1,2}}(?![\d/])                                                  # 1/4
      | \d{{1,15}}(?!\d)(?:,\d{{1,15}})?                                       # 187,40
"""
# Each looks back from behind its first digit: a pattern that begins with a class of characters is found fastest.
_COMMA = re.compile(r"\d(?<![\d,.]\d)\d{0,5},\d{1,2}(?![\d,])")
_POINT = re.compile(r"\d(?<![\d,.]\d)\d{0,5}\.\d{1,2}(?![\d.])")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]")
_BETWEEN_PARTS = re.compile(r"[\s-]")
_SPREAD = re.compile(r"\s?(?:±|\+/-).*")
_POWER = re.compile(r"(?P<number>.*?)(?:e|\s?[x×·⋅*]\s?10\s?\^?\s?)(?P<exponent>[-+−–]?\d{1,3})\Z", re.IGNORECASE)
"""A number as science writes it: "9.83e-3", "1.8 × 10⁶" (its exponent in plain digits)."""
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_CURRENCY_SIGN = re.compile(r"(?:[$€£¥]|[A-Z]{3}|Rs|R\$)\s?\Z")


def writes_comma(text: str) -> bool:
    """Whether a text plainly writes decimals with a comma ("1,5 %"): three such figures at least, few with a point."""
    commas = sum(1 for _ in _COMMA.finditer(text))
    return commas >= 3 and commas > 2 * sum(1 for _ in _POINT.finditer(text))


def large() -> str:
    """A pattern of digits that are an amount behind a single letter, which is then the sign of a currency."""
    short = alternatives(table("numbers")["scale_abbreviation"])
    scaled = rf"\d{{1,3}}(?:\.\d+)?\s?(?:{alternatives(scales())}|{short})\b"
    return rf"\d{{3,4}}(?=\s(?:a|per|each)\s)|\d{{1,3}},\d{{3}}|{scaled}"


@cache
def patterns(*, comma: bool) -> Sequence[NumeralPattern]:
    """Numbers in digits with the scale that follows; ``comma`` where the text writes decimals with a comma."""
    numbers = table("numbers")
    scale = alternatives(scales())
    glued = "".join(rf"|(?<=\b{code})" for code in numbers["glued"]["codes"])
    glued += "".join(rf"|(?<=\b{letter})(?={large()})" for letter in numbers["glued"]["letters"])
    digits = (_COMMA_DIGITS if comma else _POINT_DIGITS).format(scale=scale, super="".join(numbers["superscript"]))
    pattern = rf"""
        (?: (?<![A-Za-z\d_.,])                              # nothing of a number or word before
          {glued}                                           # or a currency code
          | (?<=[A-Za-z][$£€])                              # "R$5"
          | (?<=[\s($€£¥][,.])(?=\d) | (?<=\.\.) )          # a stray point or comma: "was .5"
        (?:{digits})
        (?: (?:(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d)|(?=e[-+−]))e[-+−–]?\d{{1,2}}(?!\w)  # "9.83e-3"
          | \s?[x×·⋅*]\s?10(?:\s?\^\s?[-+−–]?\d{{1,3}}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|[-−–]\d{{1,2}})(?!\d) )?  # "1.8 × 10⁶"
        (?:\s?(?:±|\+/-)\s?\d{{1,15}}(?:\.\d{{1,15}})?(?:e[-+−–]?\d{{1,2}})?)?  # "± 0.3"
        (?: (?:\+(?=\s))?[\s-]*(?P<digits_scale>(?:{scale})(?:\s+(?:{scale}))?)\b
          | \s?(?P<digits_short>{alternatives(numbers["scale_abbreviation"])})(?![\w/]|['’])
        )?
        (?!s\b)
    """
    return (NumeralPattern("digits", pattern, partial(_digits, comma=comma)),)


def _digits(match: re.Match[str], *, comma: bool) -> Numeral:
    written = match.string[match.start() : _written_end(match)].rstrip(" -+\u00a0\t\n")
    scale = _scale(match)
    end = match.start() + len(written) if scale is None else match.end()
    scale = Decimal(1) if scale is None else scale
    return Numeral(match.start(), end, "cardinal", _decimal(written, comma=comma) * scale, scale=scale)


def _written_end(match: re.Match[str]) -> int:
    """Where the digits end and a scale may begin."""
    for name in ("digits_scale", "digits_short"):
        if match[name]:
            return match.start(name)
    return match.end()


def _scale(match: re.Match[str]) -> Decimal | None:
    """What the scale word or abbreviation behind the digits multiplies them by; None where there is none."""
    if match["digits_scale"]:
        product = Decimal(1)
        for word in match["digits_scale"].lower().split():
            product *= scales()[word]
        return product
    numbers, short = table("numbers"), match["digits_short"]
    known = numbers["scale_abbreviation"].get(short)
    if known is None:
        return None
    if short in numbers["scale_needs_currency"]["letters"] and not (_after_currency(match) or _of_things(match)):
        return None
    return Decimal(known)


def _after_currency(match: re.Match[str]) -> bool:
    """Whether a currency sign or code stands before the digits, so that "m" means million."""
    return bool(_CURRENCY_SIGN.search(match.string, max(0, match.start() - 4), match.start()))


@cache
def _things() -> re.Pattern[str]:
    """What "m" and "k" count where no money stands before: people, things of a list, a unit in words."""
    scale, units = table("numbers")["scale_needs_currency"], table("units")
    nouns = [*scale["things"], *units["counted"]["person"], *units["counted"]["vehicle"]]
    nouns += [word for entry in units["unit"] for word in entry.get("words", ()) if len(word) > 3]
    nouns += [word for names in units["currency"].values() for word in names.get("words", ())]
    return re.compile(rf"\s+(?:[a-z-]{{2,20}}\s+)?(?:{alternatives(nouns)})\b")


def _of_things(match: re.Match[str]) -> bool:
    """Whether a letter that touches the digits is a scale by what it counts: "5m tonnes", "20k people"."""
    text, start = match.string, match.start("digits_short")
    if (
        match["digits_short"] not in table("numbers")["scale_needs_currency"]["counting"]
        or not text[start - 1].isdigit()
    ):
        return False
    return bool(_things().match(text, match.end()))


def _decimal(written: str, *, comma: bool) -> Decimal:
    """The value of digits as written, without sign, scale and spread."""
    written = _SPREAD.sub("", written)
    power = _POWER.match(written.translate(_PLAIN_DIGITS))
    if power:
        return plain(_decimal(power["number"], comma=comma).scaleb(int(power["exponent"])))
    for sign, fraction in table("numbers")["superscript"].items():
        if sign in written:
            return _mixed(written.replace(sign, "").strip(), fraction)
    if "/" in written:
        *whole, fraction = _BETWEEN_PARTS.split(written)
        return _mixed("".join(whole), fraction)
    bare = _SPACES.sub("", written)
    if comma:
        return Decimal(bare.replace(".", "").replace(",", "."))
    if _GROUPED_BY_POINTS.fullmatch(bare):
        return Decimal(bare.replace(".", ""))
    if _COMMA_DECIMAL.fullmatch(bare):
        return Decimal(bare.replace(",", "."))
    return Decimal(bare.replace(",", ""))


def _mixed(whole: str, fraction: str) -> Decimal:
    """The value of "3 1/4" or "2½"; of a fraction over zero its numerator alone."""
    top, bottom = map(Decimal, fraction.split("/"))
    if not bottom:
        return top
    return Decimal(whole or 0) + plain((top / bottom).quantize(FOUR_PLACES))
