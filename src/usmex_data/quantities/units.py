"""Units beside a number: currencies before it, units behind it, and the rates that they make together."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from ..language import table

__all__ = [
    "TIME",
    "UnitMatch",
    "absorbed",
    "currency_before",
    "is_flow",
    "part_of",
    "rate_after",
    "scale_word",
    "unit_after",
]

TIME = frozenset({"second", "minute", "hour", "day", "week", "fortnight", "month", "calendar_quarter", "year"})
"""The units of time."""
_NO_RATE = frozenset({"percent", "percentage_point", "basis_point", "ratio", "rank"})
_FLOW = re.compile(r"/(?:second|minute|hour|day|week|month|quarter|year)$")
_FOLD = str.maketrans({"-": " ", "‑": " ", "–": "–", "₂": "2", "₃": "3", "µ": "μ", "º": "°", "\n": " ", "\u00a0": " "})
_SPACE = re.compile(r"[\s\u00a0]?-?(?=\S)|\s?", re.ASCII)
_WEAK_GOES_ON = re.compile(
    r"\s*(?:$|[,.;:)\]]|(?:in|on|to|from|higher|lower|above|below|since|during|over|and|or|more|less|warmer|cooler|by|at)\b)"
)
_REACH = 48


class UnitMatch(NamedTuple):
    """A unit's span and canonical name, and what the number before it is multiplied by."""

    start: int
    end: int
    unit: str
    factor: Decimal


class _Alias(NamedTuple):
    unit: str
    factor: Decimal
    written: str
    case: bool
    needs_digit: bool
    weak: bool
    following: tuple[str, ...]


@cache
def _aliases() -> tuple[dict[str, tuple[_Alias, ...]], int]:
    """Every way to write a unit, folded, and the length of the longest."""
    units = table("units")
    found: dict[str, list[_Alias]] = {}
    for entry in units["unit"]:
        following = tuple(_fold(word) for word in units["following"][entry["of"]]) if "of" in entry else ()
        for word in entry.get("words", ()):
            _put(found, word, entry, False, False, following)
        for symbol in entry.get("symbols", ()):
            _put(found, symbol, entry, bool(entry.get("case")), bool(entry.get("needs_digit")), following)
    for code, names in units["currency"].items():
        for word in names.get("words", ()):
            _put(found, word, {"canonical": code}, False, False, ())
        for sign in names.get("prefixes", ()):
            _put(found, sign, {"canonical": code}, True, True, ())
    ordered = {
        key: tuple(sorted(value, key=lambda alias: (not alias.following, alias.weak))) for key, value in found.items()
    }
    return ordered, max(map(len, ordered))


def _put(
    found: dict[str, list[_Alias]],
    written: str,
    entry: dict[str, Any],
    case: bool,
    digit: bool,
    following: tuple[str, ...],
) -> None:
    alias = _Alias(
        entry["canonical"],
        Decimal(entry.get("factor", "1")),
        written.translate(_FOLD),
        case,
        digit,
        bool(entry.get("weak")),
        following,
    )
    found.setdefault(_fold(written), []).append(alias)


def _fold(text: str) -> str:
    return text.translate(_FOLD).lower()


@cache
def _currency() -> re.Pattern[str]:
    signs = {sign: code for code, names in table("units")["currency"].items() for sign in names.get("prefixes", ())}
    shy = set(table("units")["currency_codes"]["words_of_english"])
    ordered = sorted((sign for sign in signs if sign not in shy), key=lambda sign: (-len(sign), sign))
    return re.compile(
        rf"(?:(?<![A-Za-z.])|(?<=\bof ))(?P<sign>{'|'.join(map(re.escape, ordered))})\s?\Z|(?P<bare>[$€£¥₹])\s?\Z"
    )


@cache
def _signs() -> dict[str, str]:
    return {sign: code for code, names in table("units")["currency"].items() for sign in names.get("prefixes", ())}


def currency_before(text: str, position: int) -> UnitMatch | None:
    """The currency sign or code that ends at ``position``."""
    if position == 0 or not (
        text[position - 1] in "$€£¥₹¢.฿₩₺₽₴₦₱" or text[position - 1].isalpha() or text[position - 1] == " "
    ):
        return None
    match = _currency().search(text, max(0, position - 9), position)
    if match is None:
        return None
    sign = match["sign"] or match["bare"]
    return UnitMatch(match.start("sign" if match["sign"] else "bare"), match.end(), _signs()[sign], Decimal(1))


def unit_after(
    text: str, position: int, *, spelled: bool, currency: str = "", value: Decimal | None = None
) -> UnitMatch | None:
    """The unit that begins at ``position`` (a space or hyphen between), with its rate; ``currency`` came before the number.

    The factor brings the number into the canonical unit. ``value`` decides where a scale word goes into the unit
    ("5.1 billion cubic feet" is 5.1 bcf).
    """
    simple = _simple(text, position, spelled=spelled)
    if (
        simple
        and currency
        and simple.unit not in ("UScent", currency)
        and simple.unit not in table("units")["currency"]
    ):
        simple = None  # "$5 m": the letter is a scale
    if simple is None:
        if not currency:
            return _population(text, position)
        simple = UnitMatch(position, position, currency, Decimal(1))
    unit, factor = _absorb(simple.unit, simple.factor, value)
    end, unit = _with_rate(text, simple.end, unit)
    if end == position and not factor - 1:
        return None if not currency else UnitMatch(position, position, unit, factor)
    return UnitMatch(simple.start, end, unit, factor)


def _with_rate(text: str, position: int, unit: str) -> tuple[int, str]:
    if unit in _NO_RATE or "/" in unit:
        return position, unit
    money = unit in table("units")["currency"] or unit == "UScent"
    for _ in range(2):  # "50 liters per person per day"
        rate = rate_after(text, position, priced=money)
        if rate is None:
            break
        position, unit = rate.end, f"{unit}/{rate.unit}"
    if "/" in unit:
        return position, unit
    priced = _SLASH.match(text, position)
    other = _simple(text, priced.end(), spelled=False) if priced else None
    if money and other and other.unit in table("units")["currency"]:
        return other.end, f"{unit}/{other.unit}"  # an exchange rate
    return position, unit


_SLASH = re.compile(r"\s?/\s?|\s+per\s+|\s+to\s+the\s+")
_MORE_DIGITS = re.compile(r"[.,]?\d")


def _absorb(unit: str, factor: Decimal, value: Decimal | None) -> tuple[str, Decimal]:
    if value is not None:
        for row in table("units")["absorb"]:
            if row["of"] == unit and abs(value) * factor >= Decimal(row["from"]):
                return row["canonical"], factor / Decimal(row["size"])
    return unit, factor


def absorbed(unit: str, value: Decimal) -> Decimal:
    """A number that takes its unit from another figure, in that unit's scale: "3.25 billion" after bcf is 3.25."""
    for row in table("units")["absorb"]:
        if unit.split("/")[0] == row["canonical"] and abs(value) >= Decimal(row["from"]):
            return value / Decimal(row["size"])
    return value


def _simple(text: str, position: int, *, spelled: bool) -> UnitMatch | None:
    """The longest unit word or symbol at ``position``, no rate."""
    gap = _SPACE.match(text, position)
    start = gap.end() if gap else position
    aliases, longest = _aliases()
    window = text[start : start + longest + 1].translate(_FOLD)
    folded = window.lower()
    if len(folded) != len(window):
        return None
    for length in range(min(longest, len(window)), 0, -1):
        for alias in aliases.get(folded[:length], ()):
            if _fits(text, window, start, length, alias, spelled=spelled, touching=start - position <= 1):
                end = start + length
                following = _following(text, end, alias.following) if alias.following else end
                if following is not None:
                    return UnitMatch(start, following, alias.unit, alias.factor)
    return None


def _fits(text: str, window: str, start: int, length: int, alias: _Alias, *, spelled: bool, touching: bool) -> bool:
    end = start + length
    if window[length - 1].isalnum() and text[end : end + 1].isalnum():
        return False
    if window[length - 1].isdigit() and _MORE_DIGITS.match(text, end):
        return False
    if alias.case and window[:length] != alias.written:
        return False
    if alias.needs_digit and (spelled or not touching):
        return False
    if alias.written in ("in.", "C", "s", "h", "g", "m", "t", "L", "l") and text[start - 1 : start] == "-":
        return False
    return not alias.weak or bool(_WEAK_GOES_ON.match(text, end))


def _following(text: str, position: int, words: tuple[str, ...]) -> int | None:
    """Where the words end that make a ton an emission ("of CO₂"), or None where they do not stand there."""
    match = re.compile(r"\s*(?:of\s+)?").match(text, position)
    start = match.end() if match else position
    rest = _fold(text[start : start + _REACH])
    for word in sorted(words, key=len, reverse=True):
        if rest.startswith(word) and not rest[len(word) : len(word) + 1].isalnum():
            return start + len(word)
    return None


@cache
def _rates() -> tuple[re.Pattern[str], re.Pattern[str], dict[str, str], dict[str, str]]:
    rate = table("units")["rate"]
    named = {_fold(word): unit for unit, words in rate["denominators"].items() for word in words}
    timed = {
        word: unit
        for word, unit in named.items()
        if unit
        in ("second", "minute", "hour", "day", "week", "month", "calendar_quarter", "year", "person", "household")
    }
    ordered = sorted(named, key=lambda word: (-len(word), word))
    short = sorted(timed, key=lambda word: (-len(word), word))

    def alternatives(words: list[str]) -> str:
        return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in words)

    adverbs = sorted(rate["adverbs"], key=len, reverse=True)
    pattern = re.compile(
        rf"(?:\s?/\s?|\s+per\s+|\s+for\s+(?:each|every)\s+)(?P<per>{alternatives(ordered)})(?![\w])"
        rf"|\s+(?:an?|each|every)\s+(?P<each>{alternatives([word for word in short if len(word) > 2])})(?![\w])(?!\s+(?:ago|before|earlier|later|prior)\b)"
        rf"|\s+(?P<adverb>{alternatives(adverbs)})(?!\w)",
        re.IGNORECASE,
    )
    price = re.compile(
        rf"\s+(?:an?|each|every)\s+(?P<per>{alternatives([word for word in ordered if len(word) > 2])})(?![\w])(?!\s+(?:ago|before|earlier|later|prior)\b)",
        re.IGNORECASE,
    )
    return pattern, price, named, {_fold(word): unit for word, unit in rate["adverbs"].items()}


def rate_after(text: str, position: int, *, priced: bool = False) -> UnitMatch | None:
    """The denominator of a rate that begins at ``position``: "per hour", "/MWh", "a year", "annually".

    Behind an amount of money (``priced``) "a" and "an" open any denominator: "$82 a barrel".
    """
    pattern, price, named, adverbs = _rates()
    match = pattern.match(text, position)
    if match is not None and match["adverb"]:
        return UnitMatch(match.start("adverb"), match.end(), adverbs[_fold(match["adverb"])], Decimal(1))
    word = (match["per"] or match["each"]) if match is not None else ""
    if match is None and priced:
        match = price.match(text, position)
        word = match["per"] if match is not None else ""
    if match is None:
        return None
    return UnitMatch(position, match.end(), named[_fold(re.sub(r"\s+", " ", word))], Decimal(1))


@cache
def _populations() -> re.Pattern[str]:
    groups = table("units")["rate"]["population"]
    parts = []
    for name, phrases in groups.items():
        ordered = sorted(phrases, key=len, reverse=True)
        parts.append(f"(?P<{name}>{'|'.join(re.escape(phrase).replace(chr(92) + ' ', r'[ ]') for phrase in ordered)})")
    return re.compile(rf"(?:\s|-)?(?:[a-z-]+\s){{0,2}}?(?:{'|'.join(parts)})(?![\w,]*\d)", re.IGNORECASE)


def _population(text: str, position: int) -> UnitMatch | None:
    """A rate in a population, the counted noun between: "34 deaths per 100,000 people"."""
    match = _populations().match(text, position)
    if match is None or match.lastgroup is None:
        return None
    return UnitMatch(match.start(match.lastgroup), match.end(), match.lastgroup, Decimal(1))


_PART = re.compile(r"[\s-]+(?:of\s+)?(?:an?\s+|one\s+)?(?=\S)")


def part_of(text: str, position: int) -> UnitMatch | None:
    """The unit that a fraction is a part of: "half an hour", "a quarter century", "half a percentage point"."""
    match = _PART.match(text, position)
    if match is None:
        return None
    found = _simple(text, match.end(), spelled=True)
    if found is None or found.unit in table("units")["currency"] or found.unit in ("ratio", "index_point", "degree"):
        return None
    if text[found.end - 1 : found.end] == "s" and found.unit not in ("degC", "Hz"):
        return None  # "half of years": a share of several
    end, unit = _with_rate(text, found.end, found.unit)
    return UnitMatch(found.start, end, unit, found.factor)


def is_flow(unit: str) -> bool:
    """Whether a unit is an amount per time."""
    return bool(_FLOW.search(unit))


@cache
def _scale_words() -> re.Pattern[str]:
    numbers = table("numbers")
    return re.compile(
        rf"\b({'|'.join(numbers['scale'])})\b|(?<=\d)\s?({'|'.join(sorted(numbers['scale_abbreviation'], key=len, reverse=True))})\b",
        re.IGNORECASE,
    )


def scale_word(text: str) -> Decimal | None:
    """The scale word of a numeral's text, if it has one."""
    numbers = table("numbers")
    match = _scale_words().search(text)
    if match is None:
        return None
    if match[1]:
        return Decimal(numbers["scale"][match[1].lower()])
    known = numbers["scale_abbreviation"].get(match[2])
    return Decimal(known) if known else None
