"""Numbers that point: at a work in brackets, an equation, a part of a drawing; no amounts, whatever stands by them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from ..language import alternatives, table
from ..language.phrases import Tokens
from .quantity import MaskMatch
from .unit_names import named_unit

__all__ = ["draws", "pointers"]

_PLACE = r"pp?|[Ss]ec|[Ff]igs?|[Cc]h|[Tt]hm|[Tt]able|[Tt]heorem|[Ss]ection|[Cc]hapter|[Ll]emma"
_PAGES = rf"(?:{_PLACE})\.?\s?\d[\d.]*(?:\s?[-–]\s?\d+)?"
_BRACKETED = re.compile(
    rf"\[(?:0\d{{3}}|\d{{1,3}}[a-z]?)(?:(?:\s?[,;&]\s?|\s?[-–—]\s?|\sand\s)(?:\d{{1,3}}[a-z]?(?!\d)|{_PAGES})){{0,40}}\]"
)
"""Works cited by number: "[17]", "[4,5]", "[3, 9–11; 20]", "[15, p. 4]"."""
_PAIR = re.compile(r"\[(\d{1,3}),\s?(\d{1,3})\]")
_CLOSED = re.compile(r"\((\d{1,3}[a-z]?|[A-Z]?\d{1,2}\.\d{1,2}[a-z]?)\)")
"""The number of an equation: "(12)", "(3a)", "(4.7)"."""
_SERIES = re.compile(r"\s?(?:,|[-–]|,?\s(?:and|or|to|through))\s?(?=\(\d)")
_PART = re.compile(
    r"\(?(?P<number>[1-9]\d{0,3}(?P<letter>[a-z](?:['′])?)?(?:\s?[-–]\s?\d{1,4}[a-z]?)?)\)?(?![\w%°$€£])(?![.,:]\d)"
)
"""The numeral by which a description points at a part of a drawing: "22", "112a"."""
_MANY = 2
"""So many nouns with such numerals make a sentence a description of drawings."""
_REACH = 64
"""How far before a number the words may begin that it belongs to, in characters."""
_YEARS = range(1900, 2100)
_AFTER_NOUN = re.compile(r"(?<=[a-z]\s)\(?[1-9]\d{0,3}[a-z]?\)?(?=[\s,.;)])")
_ENOUGH = 3
"""So many parts with their numerals show that a text describes drawings …"""
_TRIES = 200
"""… among so many numbers behind words."""


def draws(text: str) -> bool:
    """Whether a text describes drawings, so that a number behind the name of a part is its numeral."""
    if "FIG" not in text and "embodiment" not in text:
        return False
    found = 0
    for match in islice(_AFTER_NOUN.finditer(text), _TRIES):
        part = _named_part().search(text, max(0, match.start() - _REACH), match.start())
        found += part is not None and not _is_plural(part["noun"]) and _is_part(part["noun"])
    return found >= _ENOUGH


def pointers(text: str, words: Tokens, *, drawn: bool = False) -> Iterator[MaskMatch]:
    """The spans of a sentence whose numbers point at something, not in order; ``drawn``: in a text of drawings."""
    if "[" in text:
        yield from _bracketed(text)
    if "(" in text:
        yield from _equations(text)
    if drawn or len(words.numbers) >= _MANY:
        yield from _parts(text, words, drawn=drawn)


# ------------------------------------------------------------------------------------------------- works in brackets
def _bracketed(text: str) -> Iterator[MaskMatch]:
    for match in _BRACKETED.finditer(text):
        if not _is_interval(text, match):
            yield MaskMatch(match.start(), match.end(), "reference")


def _is_interval(text: str, match: re.Match[str]) -> bool:
    """Whether two numbers in brackets are the ends of an interval: "the range [2, 5]"."""
    pair = _PAIR.fullmatch(match[0])
    if pair is None or int(pair[1]) >= int(pair[2]):
        return False
    return pair[1] == "0" or _interval().search(text, max(0, match.start() - _REACH), match.start()) is not None


@cache
def _interval() -> re.Pattern[str]:
    words = alternatives(table("references")["pointer"]["intervals"])
    return re.compile(rf"(?:\b(?:{words})|[=∈:])\s?(?:of\s|is\s|was\s)?\Z", re.IGNORECASE)


# -------------------------------------------------------------------------------------------------------- equations
@cache
def _labelled() -> re.Pattern[str]:
    words = alternatives(table("references")["pointer"]["equations"])
    return re.compile(rf"\b(?:{words})\.?\s?\Z", re.IGNORECASE)


@cache
def _leading() -> dict[str, re.Pattern[str]]:
    """The words before a number in parentheses that stands for an equation: sure ones, and those that need another."""
    words = table("references")["pointer"]
    return {
        "sure": re.compile(rf"\b(?:{alternatives(words['leads'])})\s\Z", re.IGNORECASE),
        "with": re.compile(rf"\b(?:{alternatives([*words['leads'], *words['links']])})\s\Z", re.IGNORECASE),
    }


def _equations(text: str) -> Iterator[MaskMatch]:
    """Numbers in parentheses behind "Eq." or, as a noun of their own, behind "into", "from" and their like."""
    end, known = -1, False
    for match in _CLOSED.finditer(text):
        start = match.start()
        low = max(0, start - _REACH)
        goes_on = end >= 0 and _SERIES.fullmatch(text, end, start) is not None
        lead = _leading()["with" if known else "sure"].search(text, low, start)
        if goes_on or _labelled().search(text, low, start) or (lead and text[match.end() :].strip()[:1] not in "%°"):
            if lead and not goes_on and _is_measured(text, match.end()):
                continue
            yield MaskMatch(start, match.end(), "reference")
            end, known = match.end(), True


def _is_measured(text: str, position: int) -> bool:
    """Whether an amount goes on behind its parentheses: "from (4.2) percent"."""
    return re.match(rf"\s(?:{_amounts()})\b", text[position : position + 20]) is not None


@cache
def _amounts() -> str:
    return alternatives([*table("references")["amount"]["after"], *table("numbers")["scale"]])


# ------------------------------------------------------------------------------------------------ parts of a drawing
@cache
def _named_part() -> re.Pattern[str]:
    """A part with its article: "the first conductive layer ", "said valve "."""
    words = table("references")["pointer"]
    return re.compile(
        rf"\b(?:{alternatives(words['articles'])})\s(?:[a-z][a-z-]{{1,20}}\s){{0,4}}(?P<noun>[a-z][a-z-]{{1,24}})\s\Z",
        re.IGNORECASE,
    )


@cache
def _bare_part() -> re.Pattern[str]:
    """A part that has no article: "rails ", where others of its sentence show what the numerals are."""
    return re.compile(r"(?:^|[\s(])(?P<noun>[a-z][a-z-]{2,24})\s\Z")


def _parts(text: str, words: Tokens, *, drawn: bool) -> Iterator[MaskMatch]:
    """The numerals of parts, where a sentence names several or one has a letter: "the valve 16", "a housing (22)"."""
    sure: list[MaskMatch] = []
    open_: list[MaskMatch] = []
    lettered, follows = False, -1
    for index in words.numbers:
        start = words[index][0]
        match = _PART.match(text, start)
        if match is None or not _may_point(text, match, drawn=drawn):
            continue
        if follows == start and match["letter"]:  # "108a, 108b"
            sure.append(MaskMatch(match.start("number"), match.end("number"), "reference"))
            follows = match.end() + 2
            continue
        low, begin = max(0, start - _REACH), start - (text[start - 1 : start] == "(")
        part = _named_part().search(text, low, begin)
        span = MaskMatch(match.start("number"), match.end("number"), "reference")
        if part and not _is_plural(part["noun"]) and _is_part(part["noun"]):
            sure.append(span)
            follows = match.end() + 2
            lettered = lettered or bool(match["letter"])
        elif (bare := _bare_part().search(text, low, begin)) and _is_part(bare["noun"]):
            open_.append(span)
    if drawn or ((len(sure) >= _MANY or lettered) and not _gives(words)):
        yield from sure
        yield from (span for span in open_ if sure or not drawn)


def _may_point(text: str, match: re.Match[str], *, drawn: bool) -> bool:
    """Whether a number stands as the numeral of a part does: closed, or with no noun, scale or unit behind it."""
    inside = text[match.start() - 1 : match.start()] == "("
    if inside != match[0].endswith(")"):
        return False
    if match["number"].isdecimal() and int(match["number"]) in _YEARS:
        return False
    if inside or _behind().match(text, match.end()):
        return True
    # In a text of drawings even before a word that might be counted: "the pump 10 uses".
    return drawn and not _counted().match(text, match.end()) and not named_unit(text, match.end(), spelled=False)


@cache
def _counted() -> re.Pattern[str]:
    """What shows that a number is an amount: a scale, or a plural that no number follows."""
    return re.compile(rf"[\s-](?:(?:{_amounts()})\b|[a-z]{{3,20}}s\s(?:of|in|per|are|were|and)\b)")


@cache
def _behind() -> re.Pattern[str]:
    """What may stand behind a part's numeral: an end, or a word that begins no noun."""
    words = table("references")["pointer"]
    return re.compile(rf"\s?(?:[,.;:)]|\Z)|\s(?:{alternatives([*words['behind'], *words['part_verbs']])})\b")


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _is_part(noun: str) -> bool:
    """Whether a word can be the name of a part: no adjective of numbers, no word of time or place."""
    return not noun.endswith("ed") and noun.lower() not in _no_parts()


@cache
def _no_parts() -> frozenset[str]:
    words = table("references")
    labels = {word.strip(".") for word in (*words["reference"], *words["name"])}
    return frozenset(words["pointer"]["no_parts"]) | frozenset(table("nouns")["time"]) | (labels - _parts_too())


@cache
def _parts_too() -> frozenset[str]:
    return frozenset(table("references")["pointer"]["parts_too"])


def _gives(words: Tokens) -> bool:
    """Whether a verb of the sentence takes two objects, so that a number may follow a noun: "gave the clinic 12"."""
    return not words.places.keys().isdisjoint(table("references")["pointer"]["giving"])
