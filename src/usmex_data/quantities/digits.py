"""Numbers in digits and their values: "447,000", "1.234.567", "13 009 million", "2½", "$4.2bn"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache, lru_cache, partial

from ..catalogue.doubts import Doubt
from ..language import alternatives, table
from .numeral_patterns import FOUR_PLACES, NumeralPattern, plain
from .quantity import Numeral
from .words import scales

__all__ = ["large", "patterns", "writes_comma"]

# Where a text writes decimals with a point.
_POINT_DIGITS = r"""
        {power}
      | \d{{1,3}}(?:,\d{{3}}){{1,8}}(?:\.\d+)?(?!\d)                           # 447,000
      | \d{{1,2}}(?:,\d{{2}}){{1,4}},\d{{3}}(?:\.\d+)?(?![\d,])                  # 12,34,567
      | \d{{1,3}}(?:\.\d{{3}}){{2,8}}(?!\d)                                    # 1.234.567
      | \d{{1,3}}(?:[ \u00a0\u202f\u2009]\d{{3}}){{1,8}}(?:\.\d{{1,3}})?(?!\d)
          (?=\s?[A-Za-z%]|[.,;:)](?:\s|\Z)|\Z)                                # 13 009 million
      | \d{{1,3}}\s(?:{joined})\s(?:{joiner})\s\d{{1,3}}(?!\d|[.,/]\d|\s?%|\s(?:{scale})\b)  # 3 hundred and 45
      | \d{{1,3}},\d{{1,2}}(?=\s?(?:%|per\s?cent|(?:{scale})\b))               # 1,5 %
      | \d{{1,6}}\s?[{super}] | [{super}]                                      # 2½
      | \d{{1,6}}[\s-]\d/\d{{1,2}}(?![\d/]) | \d/\d{{1,2}}(?![\d/])               # 3 1/4
      | \d{{1,15}}(?!\d)(?:\.\d{{1,15}})? | \.\d{{1,15}}                       # 5.1
    """
# Where it plainly writes a decimal comma, the point groups thousands: "1.150 km at €187,40".
_COMMA_DIGITS = r"""
        {power}
      | \d{{1,3}}(?:[. \u00a0\u202f]\d{{3}}){{1,8}}(?:,\d+)?(?!\d)             # 1.150,5
      | \d{{1,6}}\s?[{super}] | [{super}]                                      # 2½
      | \d/\d{{1,2}}(?![\d/])                                                  # 1/4
      | \d{{1,15}}(?!\d)(?:,\d{{1,15}})?                                       # 187,40
"""
_TEN = r"""
        10(?: \^[-+−–]?\d{1,2}(?!\d) | [⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}                  # 10^6, 10⁶
            | −[1-9](?!\d)(?=\s?[A-Za-zμµΩ])                                   # 10−5 mbar
            | [-–][2-9](?!\d)(?=\s?(?:mbar|bar|Pa|torr|Torr|mol|M|m|cm|mm|s|S|g|kg|J|W|A|V|K|Hz|eV|T|Ω)(?!\w)) )
      | \d{1,3}e\d{1,2}(?![\w.])                                              # 2e6
"""
"""Powers of ten that have no other number before them, and those with an exponent behind a whole number."""
_FLAT = r"""(?: (?<=\d)\s?×\s?10(?:[2-9]|[12]\d|30)(?!\d|[.,]\d)
        (?=\s?[A-Za-zμµΩ]{1,6}\s?[-−–⁻][\d¹²³]
          | \s(?:cells|atoms|molecules|particles|ions|electrons|copies|bacteria|spores|years)\b)
      | (?<=\.\d)\s?×\s?10(?:[2-9]|[12]\d|30)(?!\d|[.,]\d) | (?<=\.\d\d)\s?×\s?10(?:[2-9]|[12]\d|30)(?!\d|[.,]\d) )
"""
"""A power of ten whose raised digits a print lost: "4 × 1018 cm−3"."""
# Each looks back from behind its first digit: a pattern that begins with a class of characters is found fastest.
# Pairs in brackets cite, unless a share is said ("[2,3]", but "(3,1 %)"); groups of three speak against the comma.
_COMMA = re.compile(r"\d(?<![\d,.(\[]\d)\d{0,5},\d{1,2}(?![\d,])|\d(?<=[(\[]\d)\d{0,5},\d{1,2}(?=\s?%)")
_GROUPED = re.compile(r"\d(?<![\d,.]\d)\d{0,2},\d{3}(?!\d)(?!,\d{1,2}(?!\d))")
_POINT = re.compile(r"\d(?<![\d,.]\d)\d{0,5}\.\d{1,2}(?![\d.])")
_SPACES = re.compile(r"[\s\u00a0\u202f\u2009]")
_BETWEEN_PARTS = re.compile(r"[\s-]")
_SPREAD = re.compile(r"\s?(?:±|\+/-).*")
_TEN_POWER = re.compile(r"10(?=[\^⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻−–-])\^?(?P<exponent>.+)\Z")
_POWER = re.compile(r"(?P<number>.*?)(?:e|\s?[x×·⋅*]\s?10\s?\^?\s?)(?P<exponent>[-+−–]?\d{1,3})\Z", re.IGNORECASE)
"""A number as science writes it: "9.83e-3", "1.8 × 10⁶" (its exponent in plain digits)."""
_PLAIN_DIGITS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−–", "0123456789-+--")
_GROUPED_BY_POINTS = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_JOINED = re.compile(r"(?P<whole>\d+)\s(?P<scale>[a-z]+)\s[a-z]+\s(?P<rest>\d+)\Z", re.IGNORECASE)
_THREE_BEHIND_POINT = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_FLATTENED = re.compile(r"×\s?10\d{1,2}\Z")
_DASHED_TEN = re.compile(r"10[-–]\d\Z")
_SPACED = re.compile(r"\d{1,3}[ \u00a0\u202f\u2009]\d{3}\Z")
_COMMA_DECIMAL = re.compile(r"\d+,\d{1,2}")
_CURRENCY_SIGN = re.compile(r"(?:[$€£¥₹₱₩₦₪฿₫₴₵₡]|\$[A-Z]{1,2}|[A-Z]{3}|Rs\.?|R\$|RM)\s?\Z")


def writes_comma(text: str) -> bool:
    """Whether a text plainly writes decimals with a comma ("1,5 %").

    It has three such figures at least, and few with a point, or with a comma before three digits.
    """
    commas = sum(1 for _ in _COMMA.finditer(text))
    if commas < 3:
        return False
    return commas > 2 * sum(1 for pattern in (_POINT, _GROUPED) for _ in pattern.finditer(text))


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
    words = {"joined": alternatives(numbers["joined"]["scales"]), "joiner": alternatives(numbers["small"]["joiner"])}
    digits = (_COMMA_DIGITS if comma else _POINT_DIGITS).format(
        scale=scale, super="".join(numbers["superscript"]), power=_TEN, **words
    )
    pattern = rf"""
        (?: (?<![A-Za-z\d_.,])                              # nothing of a number or word before
          {glued}                                           # or a currency code
          | (?<=[A-Za-z][$£€])                              # "R$5"
          | (?<=\$[A-Z]) | (?<=\$[A-Z][A-Z])                # "$A5", "$US5"
          | (?<=[\s($€£¥][,.])(?=\d) | (?<=\.\.) )          # a stray point or comma: "was .5"
        (?:{digits})
        (?: (?:(?<=\.\d)|(?<=\.\d\d)|(?<=\.\d\d\d)|(?=e[-+−]))e[-+−–]?\d{{1,2}}(?!\w)  # "9.83e-3"
          | \s?[x×·⋅*]\s?10(?:\s?\^\s?[-+−–]?\d{{1,3}}|[⁺⁻]?[⁰¹²³⁴⁵⁶⁷⁸⁹]{{1,3}}|[-−–]\d{{1,2}})(?!\d)    # "1.8 × 10⁶"
          | {_FLAT} )?
        (?:\s?(?:±|\+/-)\s?\d{{1,15}}(?:\.\d{{1,15}})?(?:e[-+−–]?\d{{1,2}})?)?  # "± 0.3"
        (?: (?:\+(?=\s))?[\s-]*(?P<digits_scale>(?:{scale})(?:\s+(?:{scale}))?)\b
          | \s?(?P<digits_short>{alternatives(numbers["scale_abbreviation"])})(?![\w/]|['’])
          | (?P<digits_glued>{alternatives(numbers["scale"])})(?=[a-z]{{2}})  # "63billionin"
        )?
        (?!s\b)
    """
    return (NumeralPattern("digits", pattern, partial(_digits, comma=comma)),)


def _digits(match: re.Match[str], *, comma: bool) -> Numeral:
    written = match.string[match.start() : _written_end(match)].rstrip(" -+\u00a0\t\n")
    scale, doubt = _scale(match)
    end = match.start() + len(written) if scale is None else match.end()
    scale = Decimal(1) if scale is None else scale
    value = _decimal(written, comma=comma) * scale
    doubt = doubt or _doubt(match.string, end, written, comma=comma)
    return Numeral(match.start(), end, "cardinal", value, scale=scale, doubt=doubt)


def _doubt(text: str, end: int, written: str, *, comma: bool) -> tuple[Doubt, ...]:
    """Why digits may be worth something else than they are read as."""
    if written.isdecimal():
        return ()
    if comma and _THREE_BEHIND_POINT.fullmatch(written):
        return ("decimal_comma",)
    if _FLATTENED.search(written) or _DASHED_TEN.fullmatch(written):
        return ("exponent_unclear",)
    if not comma and _SPACED.fullmatch(written) and not text[end : end + 1].isspace():
        return ("spaced_digits",)
    return ()


def _written_end(match: re.Match[str]) -> int:
    """Where the digits end and a scale may begin."""
    for name in ("digits_scale", "digits_short", "digits_glued"):
        if match[name]:
            return match.start(name)
    return match.end()


def _scale(match: re.Match[str]) -> tuple[Decimal | None, tuple[Doubt, ...]]:
    """What the scale word or abbreviation behind the digits multiplies them by, and whether that is in doubt.

    None where there is none.
    """
    if match["digits_scale"]:
        product = Decimal(1)
        for word in match["digits_scale"].lower().split():
            product *= scales()[word]
        return product, ()
    if match["digits_glued"]:
        return scales()[match["digits_glued"].lower()], ("glued_words",)
    numbers, short = table("numbers"), match["digits_short"]
    known = numbers["scale_abbreviation"].get(short)
    if known is None:
        return None, ()
    if short in numbers["scale_needs_currency"]["letters"] and not (_after_currency(match) or _of_things(match)):
        meant, doubt = _lettered(match)
        return (Decimal(known) if meant else None), doubt
    return Decimal(known), ()


def _after_currency(match: re.Match[str]) -> bool:
    """Whether a currency sign or code stands before the digits, so that "m" means million."""
    return bool(_CURRENCY_SIGN.search(match.string, max(0, match.start() - 4), match.start()))


@cache
def _speaking() -> dict[str, re.Pattern[str]]:
    """What speaks for one meaning or another of a letter behind digits."""
    words = table("numbers")["scale_needs_currency"]
    patterns = {name: rf"\b(?:{alternatives(words[name])})\b" for name in ("sold", "lengths", "heat")}
    patterns["names"] = rf"\s(?:{alternatives(words['not_before'])})\b"
    patterns["of"] = r"\sof\s(?:its|their|the|our|these|those|his|her|all|whom|which)\b"
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@lru_cache(maxsize=8)
def _speaks_of(name: str, text: str) -> bool:
    """Whether a sentence has a word that speaks for a meaning; asked once a sentence, however many letters it has."""
    return _speaking()[name].search(text) is not None


def _lettered(match: re.Match[str]) -> tuple[bool, tuple[Doubt, ...]]:
    """Whether a letter that may be a scale or a unit is a scale, and the doubt: "sold 12m of them", "at 77K"."""
    text, start, letter = match.string, match.start("digits_short"), match["digits_short"]
    if not text[start - 1].isdigit() or _speaking()["names"].match(text, match.end()):
        return False, ()
    if letter == "m":
        if _speaking()["of"].match(text, match.end()):
            return True, ("scale_letter",)
        if _speaks_of("lengths", text):
            return False, ()
        return _speaks_of("sold", text), ("scale_letter",)
    if letter not in table("numbers")["scale_needs_currency"]["touching"]:
        return False, ()
    if letter == "K" and _speaks_of("heat", text):
        return False, ()
    return True, ("scale_letter",)


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
    ten = _TEN_POWER.match(written)
    if ten:
        return plain(Decimal(1).scaleb(int(ten["exponent"].translate(_PLAIN_DIGITS))))
    joined = _JOINED.match(written)
    if joined:
        return Decimal(joined["whole"]) * scales()[joined["scale"].lower()] + Decimal(joined["rest"])
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
    flat = _FLATTENED.search(written)
    if flat:
        number = _decimal(written[: flat.start()].strip(), comma=comma)
        return plain(number.scaleb(int(flat[0].lstrip("× ")[2:])))
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
