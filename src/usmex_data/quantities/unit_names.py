"""Unit words and symbols as the language writes them, looked up at a place of a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import cache
from typing import Any, NamedTuple

from ..language import alternatives, table

__all__ = ["UnitMatch", "fold", "named_unit"]

_FOLD = str.maketrans({"-": " ", "‑": " ", "₂": "2", "₃": "3", "µ": "μ", "º": "°", "\n": " ", "\u00a0": " "})
_GAP = re.compile(r"[\s\u00a0]?-?(?=\S)|\s?", re.ASCII)
_MORE_DIGITS = re.compile(r"[.,/]?\d|[ \u00a0\u202f\u2009]\d{3}(?!\d)")
_SIGNS = "$€£¥₹"
"""A sign of money with digits behind it belongs to these: "$5-$7"."""
_OF = re.compile(r"\s*(?:of\s+)?")
_REACH = 48
"""How far behind a ton the words may reach that make it an emission, in characters."""


class UnitMatch(NamedTuple):
    """A unit's span and canonical name, and what the number before it is multiplied by."""

    start: int
    end: int
    unit: str
    factor: Decimal


class _Alias(NamedTuple):
    """One way to write a unit; see the head of units.toml for what its rules mean."""

    unit: str
    factor: Decimal
    written: str
    case: bool = False
    needs_digit: bool = False
    weak: bool = False
    shy: bool = False
    following: tuple[str, ...] = ()


def fold(text: str) -> str:
    """The text in lower case, with the variants of a sign made one; as long as it was, save for rare capitals."""
    return text.translate(_FOLD).lower()


@cache
def _aliases() -> dict[str, tuple[_Alias, ...]]:
    """Every way to write a unit, folded; those that need words behind them first, weak ones last."""
    found: dict[str, list[_Alias]] = {}
    for alias in (*_units(), *_currencies()):
        found.setdefault(fold(alias.written), []).append(alias)
    return {
        key: tuple(sorted(ways, key=lambda alias: (not alias.following, alias.weak))) for key, ways in found.items()
    }


def _units() -> Iterator[_Alias]:
    units = table("units")
    for entry in units["unit"]:
        following = tuple(fold(word) for word in units["following"][entry["of"]]) if "of" in entry else ()
        for word in entry.get("words", ()):
            yield _alias(word, entry, following)
        for symbol in entry.get("symbols", ()):
            yield _alias(symbol, entry, following, symbol=True)


def _alias(written: str, entry: dict[str, Any], following: tuple[str, ...], *, symbol: bool = False) -> _Alias:
    return _Alias(
        entry["canonical"],
        Decimal(entry.get("factor", "1")),
        written.translate(_FOLD),
        case=symbol and bool(entry.get("case")),
        needs_digit=symbol and bool(entry.get("needs_digit")),
        weak=bool(entry.get("weak")),
        shy=bool(entry.get("shy")),
        following=following,
    )


def _currencies() -> Iterator[_Alias]:
    for code, names in table("units")["currency"].items():
        for word in names.get("words", ()):
            yield _Alias(code, Decimal(1), word.translate(_FOLD))
        for sign in names.get("prefixes", ()):
            yield _Alias(code, Decimal(1), sign.translate(_FOLD), case=True, needs_digit=True)


@cache
def _lengths() -> dict[str, tuple[int, ...]]:
    """How long the ways to write a unit are that begin with a character, the longest first."""
    lengths: dict[str, set[int]] = {}
    for key in _aliases():
        lengths.setdefault(key[0], set()).add(len(key))
    return {first: tuple(sorted(found, reverse=True)) for first, found in lengths.items()}


@cache
def _weak_goes_on() -> re.Pattern[str]:
    """What may follow a weak unit ("points"): the end of a clause, or a word of comparison or time."""
    words = alternatives(table("units")["weak_goes_on"]["words"])
    return re.compile(rf"\s*(?:$|[,.;()\]]|(?:{words})\b)")


@cache
def _shy_goes_on() -> re.Pattern[str]:
    """What may follow a unit that is a common word too ("in"): the end of a clause, or a word of dimension."""
    return re.compile(rf"\s*(?:$|[,;:()\]]|\.(?:\s|$)|(?:{alternatives(table('units')['shy_goes_on']['words'])})\b)")


@cache
def _one_goes_on() -> re.Pattern[str]:
    """What goes on behind "to one" and makes it the beginning of another number: "to one thousand two hundred"."""
    numbers = table("numbers")
    words = alternatives([*numbers["scale"], *numbers["denominator"], *numbers["small"]["joiner"]])
    return re.compile(rf"[\s-]+(?:{words})\b")


def named_unit(text: str, position: int, *, spelled: bool) -> UnitMatch | None:
    """The longest unit word or symbol that begins at ``position`` (a space or hyphen between); no rate.

    ``spelled`` says that the number before is in words, where symbols such as "t" are none.
    """
    gap = _GAP.match(text, position)
    start = gap.end() if gap else position
    lengths = _lengths().get(fold(text[start : start + 1]), ())
    window = text[start : start + lengths[0] + 1] if lengths else ""
    folded = fold(window)
    if len(folded) != len(window):
        return None
    for length in lengths:
        found: UnitMatch | None = None
        for alias in _aliases().get(folded[:length], ()) if length <= len(folded) else ():
            if _fits(text, start, length, alias, spelled=spelled, touching=start - position <= 1):
                end = _behind_following(text, start + length, alias.following)
                if end is not None and (found is None or end > found.end):
                    found = UnitMatch(start, end, alias.unit, alias.factor)
        if found:
            return found
    return None


def _fits(text: str, start: int, length: int, alias: _Alias, *, spelled: bool, touching: bool) -> bool:
    """Whether what stands at ``start`` is this way to write its unit, by case, neighbours and number."""
    end, written = start + length, text[start : start + length].translate(_FOLD)
    if written[-1].isalnum() and text[end : end + 1].isalnum():
        return False
    if written[-1].isdigit() and _MORE_DIGITS.match(text, end):
        return False
    if written[-1] in _SIGNS and text[end : end + 1].isdigit():
        return False
    if written.endswith(" one") and _one_goes_on().match(text, end):
        return False
    if alias.case and written != alias.written:
        return False
    if alias.needs_digit and (spelled or not touching):
        return False
    if length <= 3 and text[start - 1 : start] == "-" and alias.written in table("units")["not_hyphened"]["symbols"]:
        return False
    if alias.shy and not _shy_goes_on().match(text, end):
        return False
    return not alias.weak or bool(_weak_goes_on().match(text, end))


def _behind_following(text: str, position: int, words: Iterable[str]) -> int | None:
    """Where the words end that make a ton an emission ("of CO₂"); ``position`` without such words, None if absent."""
    if not words:
        return position
    match = _OF.match(text, position)
    start = match.end() if match else position
    rest = fold(text[start : start + _REACH])
    for word in sorted(words, key=len, reverse=True):
        if rest.startswith(word) and not rest[len(word) : len(word) + 1].isalnum():
            return start + len(word)
    return None
