"""Numbers inside formulas: dimensions, molecules, isotopes, indices, terms of an equation; they assert nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Tokens
from .quantity import MaskMatch

__all__ = ["formulas"]

_DIMENSIONS = re.compile(r"(?<![\w.,$€£-])(?:[1-6]|2\.5)-?Ds?(?!\w)")
_DELTA = re.compile(r"[δΔ∆]\s?\d{1,3}[A-Z][a-z]?(?![a-z])")
_INDEX = re.compile(r"(?<![\w'’.$€£-])[a-zA-Zα-ω] \d{1,2}(?![\w%°]|[.,]\d|\s?[-–]\d|\s(?:%|per\b|\w+illion\b))")
"""A letter with its index, set apart by the print: "x 1", "k 2"."""
_SUM = re.compile(r"(?<![\w.,$€£])\d+\s(?:plus|times)\s\d+(?=\s(?:is|are|equals?|makes?)\b)")
_TEST = re.compile(r"(?<!\w)[A-Za-zχ]{1,2}[²2]?\(\d[\d\s,.]{0,10}\)\s?[=<>]\s?[-−]?\d*\.?\d+")
"""A test's statistic with its degrees of freedom: "t(34) = 2.10", "F(2, 45) = 3.4"."""
_ATOM = (
    r"(?:\d{1,4}(?:\.\d+)?[in-rx-z]?|[A-Za-zα-ω](?:[ _]?\d{1,2})?|\d?[a-zA-Z]\([^()\s]{1,12}\)|\([^()]{1,24}\))(?!\w)"
)
_RUN = re.compile(rf"(?<![\w.,$€£%/^])(?<!\d\s){_ATOM}(?:\s?[=+−–*/^<>≤≥·-]\s?{_ATOM}){{1,12}}(?!\w|[.,]\d|\s?%)")
"""Terms joined by signs: "k = 2n + 1", "a 1 / r 0", "2 + n"."""
_LETTER = re.compile(r"(?<![A-Za-zα-ω])(?:[b-zα-ω]|[a-zA-Z](?=[ _]?\d))(?![A-Za-zα-ω])")
_CAPITAL = re.compile(r"(?<![A-Za-z])[A-Z](?![A-Za-z])")
_STATISTIC = re.compile(r"[A-Za-zα-ω][ _]?\d?\s?[=<>≤≥]\s?[-+−–]?\(?\d[\d.,]*\)?")
_TERM = re.compile(r"(?<![\w^])\d|[A-Za-zα-ω][ _]\d")
"""A number or an index: without one, letters joined by signs are a unit, "J/m^2"."""
_ARITHMETIC = re.compile(r"[+*/^·]")
_SIGNS = "=+*^<>/·"


def formulas(text: str, words: Tokens) -> Iterator[MaskMatch]:
    """The spans of a sentence that are formulas; not in order, and they may overlap."""
    indices = []
    isotopes = []
    for index in words.numbers:
        start, digits = words[index]
        yield from _matched(_SUM, text, start)
        before = words[index - 1] if index else (0, "")
        after = words[index + 1] if index + 1 < len(words) else (0, "")
        if after[0] == start + len(digits) or text[start + len(digits) : after[0]] == "-":
            yield from _matched(_DIMENSIONS, text, start)
            isotopes += _matched(_isotopes(), text, start)
        if before[1] in ("δ", "∆"):
            yield from _matched(_DELTA, text, before[0])
        if before[1] in _first_elements():
            yield from _matched(_molecules(), text, before[0])
        elif before[1] in _element_names():
            yield from _matched(_named_isotopes(), text, before[0])
        if len(before[1]) == 1 and before[1].isalpha():
            yield from _matched(_TEST, text, before[0])
            indices += _matched(_INDEX, text, before[0])
    yield from isotopes
    yield from _shy_isotopes(text, some=bool(isotopes))
    if len(indices) > 1:
        yield from indices
    if any(sign in text for sign in _SIGNS) or "(n" in text:
        yield from _terms(text)


def _matched(pattern: re.Pattern[str], text: str, start: int) -> list[MaskMatch]:
    match = pattern.match(text, start)
    return [MaskMatch(match.start(), match.end(), "name")] if match else []


# -------------------------------------------------------------------------------------------------- matter
def _list(name: str) -> list[str]:
    words: list[str] = table("references")["formula"][name]
    return words


@cache
def _first_elements() -> frozenset[str]:
    return frozenset(word.lower() for word in _list("molecules"))


@cache
def _molecules() -> re.Pattern[str]:
    """A molecule whose figures the print set apart: "CO 2", "H 2 SO 4"."""
    return re.compile(
        rf"(?<![\w-])(?:{alternatives(_list('molecules'))})\s[2-9]"
        rf"(?:\s(?:{alternatives(_list('elements'))})(?![a-z])(?:\s[2-9](?!\w))?)*"
        r"(?![\w%]|[.,]\d|\s(?:\w+illion|percent|per)\b|\s20\d\d)"
    )


@cache
def _element_names() -> frozenset[str]:
    return frozenset(_list("element_names"))


@cache
def _named_isotopes() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_list('element_names'))})[-\s]\d{{1,3}}m?\b(?!\s?%|\sper)", re.IGNORECASE)


@cache
def _isotopes() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w.,$-])(?:{alternatives(_list('isotopes'))})(?!\w)")


@cache
def _shy() -> dict[str, re.Pattern[str]]:
    """Isotopes that may be temperatures: "14C", by themselves and with a word of their science behind them."""
    alone = rf"(?<![\w.,$-])(?:{alternatives(_list('shy_isotopes'))})(?!\w)"
    dated = rf"{alone}[-–/\s](?:{alternatives(_list('dating'))})"
    by = rf"\b(?:{alternatives(_list('dated_by'))})\s(?:the\s)?\Z"
    return {"alone": re.compile(alone), "dated": re.compile(dated), "by": re.compile(by, re.IGNORECASE)}


def _shy_isotopes(text: str, *, some: bool) -> Iterator[MaskMatch]:
    """Signs such as "14C", where the sentence names other isotopes or dates by them."""
    if "C" not in text:
        return
    for match in _shy()["alone"].finditer(text):
        if some or _shy()["dated"].match(text, match.start()) or _shy()["by"].search(text, 0, match.start()):
            yield MaskMatch(match.start(), match.end(), "name")


# -------------------------------------------------------------------------------------------------- terms
def _terms(text: str) -> Iterator[MaskMatch]:
    """Terms joined by signs that hold a variable."""
    for match in _RUN.finditer(text):
        closed = text[match.start() - 1 : match.start()] == "(" and text[match.end() : match.end() + 1] == ")"
        if _is_formula(match[0], closed=closed):
            yield MaskMatch(match.start(), match.end(), "name")


def _is_formula(run: str, *, closed: bool) -> bool:
    """Whether terms calculate with a variable; "n = 71", "p < 0.05" and "3 < n < 9" state something."""
    variable = _LETTER.search(run) or ("=" in run and _CAPITAL.search(run))
    if not variable or _STATISTIC.fullmatch(run):
        return False
    if _ARITHMETIC.search(run):
        return _TERM.search(run) is not None or "+" in run
    if "=" in run:
        return bool(_LETTER.search(run.rpartition("=")[2]))
    return closed and not re.search("[<>≤≥]", run)
