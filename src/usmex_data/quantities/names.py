"""Numbers that are part of a name: "Level 4", "Article 34.7", "COVID-19", "G20", "24/7"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Phrases, Tokens, tokens
from .digits import large
from .quantity import Disposition, MaskMatch
from .unit_names import named_unit

__all__ = ["names"]

_GLUED = r"""
      # COVID-19, F-16
      (?<![\w$€£-])[A-Z][A-Za-z]{{0,30}}(?:-[A-Z][A-Za-z]{{0,30}}){{0,3}}-\d+(?:-\d{{1,4}})*(?:\.\d+)?[A-Za-z]?(?![\w%]|\.\d)
    | (?<![\w$€£-])[A-Z]{{1,3}}–\d{{1,3}}(?![\w%]|[.,]\d|\s\w+illion)        # A–7
    | (?<![\w$€£])(?<!\d\s)
      # not money, not a period
      (?!(?:US|USD|EUR|GBP|MXN|CAD|AUD|NZ|HK|Rs|C|A|R|JPY|CNY|RMB|INR|BRL|CHF|Ps|Q|FY|KRW|ZAR|KSh|Ksh|TSh|USh|SKr|NKr|DKr|RM)\d|H[12](?!\w)|(?:{letters})(?:{large}))
      (?!(?<=/)(?:[kcmd]?m|ft|in|yd|s)[23]\b)                          # not "kg/m3"
      [A-Za-z]{{1,6}}\d(?:[\w-]|–(?=\d{{2}}))*(?:\.\d+)?\b           # H1N1, PM2.5, A320–211
"""
_LETTERED = re.compile(r"(?<![\w$€£.,-])(?:[2345]G\b|\d{1,2}-[A-Z]\b(?!\.))")
_NO_UNIT = frozenset({"in", "In", "IN", "at", "as", "AS", "min"})
"""Signs of units that are words too."""
_TEAM = re.compile(r"(?<![\w$€£.,-])\d{2}ers\b")
_MASS_BEFORE = re.compile(r"\b(?:ton(?:ne)?s?|[kMG]?t|MMT)\s(?:of\s)?\Z")
_LABELLED = re.compile(
    r"(?<![\w$€£¥.,#-])\d+(?:[A-Za-h](?!\w))?(?:[-./]\w{1,6}){0,9}(?:\(\w{1,4}\)){0,9}(?![\d%]|,\d{3})"
)
_LABEL_REACH = 32
_WORD_BEFORE = 32
"""How far before a number its label, or the letters glued to it, may begin, in characters."""


@cache
def _glued() -> re.Pattern[str]:
    letters = alternatives(table("numbers")["glued"]["letters"])
    return re.compile(_GLUED.format(letters=letters, large=large()), re.VERBOSE)


@cache
def _words() -> dict[str, frozenset[str]]:
    words = table("references")
    return {kind: frozenset(words[kind]) for kind in ("reference", "name")}


@cache
def _fixed() -> Phrases:
    return Phrases(table("references")["fixed"])


@cache
def _idioms() -> Phrases:
    """Phrases that are durations behind some words: "one day"."""
    return Phrases(table("references")["idioms"]["some_day"])


@cache
def _lasts() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('references')['idioms']['lasting'])})\s\Z", re.IGNORECASE)


@cache
def _label_before() -> re.Pattern[str]:
    """The word before a number, with "of" or "No." between: "Group of 7", "Order No. 12"."""
    label = table("references")["label"]
    return re.compile(
        rf"""
        (?P<word>[A-Za-z&]{{1,30}}\.?)
        (?:\s+(?:(?P<of>{alternatives(label["of"])})|(?P<numbered>{alternatives(label["numbered"])})))?
        \s?\Z
        """,
        re.VERBOSE | re.IGNORECASE,
    )


@cache
def _more() -> re.Pattern[str]:
    """A further number of the same label: "Articles 34 and 35"."""
    label = table("references")["label"]
    number = r"\d+(?:[A-Za-h](?!\w))?(?:[-.]\w{1,6}){0,9}(?:\(\w{1,4}\)){0,9}(?![\w%]|[,.:]\d)"
    joins, amounts = alternatives(label["joins"]), alternatives(label["not_before"])
    return re.compile(
        rf"""
        (?: (?:\s?[-–]\s?|,\s(?:{joins})\s|\s(?:{joins})\s) {number}
          # "paras 12–14, 30 people", "No. 116-117, 134 Stat. 113"
          | ,\s{number}(?!\s[A-Z][A-Za-z]{{0,5}}\.|\s(?:[a-z-]{{2,20}}\s)?(?:people|[a-z]{{2,20}}s)\b)
        )
        (?!\s(?:{amounts})\b)
        """,
        re.VERBOSE,
    )


@cache
def _amount_after() -> re.Pattern[str]:
    return re.compile(rf"\s?(?:[%°]|(?:{alternatives(table('references')['amount']['after'])})\b)")


@cache
def _counted_after() -> re.Pattern[str]:
    """A plural behind a number, which counts it: "train 500 workers"; a verb in -s is none."""
    verbs = alternatives(table("references")["amount"]["verbs"])
    links = alternatives(table("references")["amount"]["links"])
    return re.compile(rf"\s(?!(?:{verbs}|{links})\b)(?:[a-z-]{{1,20}}\s)?[a-z]{{1,20}}s\b")


def names(text: str, words: Tokens) -> Iterator[MaskMatch]:
    """The spans of a text where a number is part of a name or points to a place in a document; not in order."""
    for match in _fixed().find(text, words):
        yield MaskMatch(match.start(), match.end(), "name")
    for match in _idioms().find(text, words):
        if not _lasts().search(text, max(0, match.start() - _LABEL_REACH), match.start()):
            yield MaskMatch(match.start(), match.end(), "name")
    for index in words.numbers:
        yield from _numbered(text, words[index][0], words[index - 1][1] if index else "")


@cache
def _label_ends() -> frozenset[str]:
    """The last tokens of all labels, and of what may stand between label and number."""
    label = table("references")["label"]
    words = (*_words()["reference"], *_words()["name"], *label["of"], *label["numbered"])
    return frozenset(tokens(word)[-1][1] for word in words)


def _may_label(word: str) -> bool:
    """Whether a label may end with the word before a number; asked first, since most words are none."""
    return word in _label_ends() or not word.isascii() or len(word) >= _LABEL_REACH // 2


def _numbered(text: str, start: int, before: str) -> Iterator[MaskMatch]:
    """What a number at ``start`` belongs to: its label, or the letters that it is glued to; ``before`` is a word."""
    label = _LABELLED.match(text, start) if _may_label(before) else None
    disposition = _label(text, label) if label else None
    if label and disposition:
        yield MaskMatch(label.start(), _series_end(text, label.end()), disposition)
    lettered = _LETTERED.match(text, start) or _TEAM.match(text, start)
    if lettered:
        yield MaskMatch(start, lettered.end(), "name")
    begin = _glued_start(text, start)
    glued = _glued().match(text, begin) if begin < start else None
    if glued and glued.end() > start and not _is_emitted(text, begin):
        yield MaskMatch(begin, glued.end(), "name")


def _is_emitted(text: str, begin: int) -> bool:
    """Whether the gas at ``begin`` is part of a unit: "37 Gt CO2", "tonnes of CO2"."""
    return text.startswith("CO2", begin) and bool(_MASS_BEFORE.search(text, max(0, begin - 16), begin))


def _glued_start(text: str, start: int) -> int:
    """Where the letters and hyphens begin that a number is glued to."""
    begin = start
    while begin > 0 and start - begin < _WORD_BEFORE and (text[begin - 1].isalpha() or text[begin - 1] in "-–"):
        begin -= 1
    return begin


def _label(text: str, match: re.Match[str]) -> Disposition | None:
    """What the word before a number makes of it; nothing before an amount."""
    before = _label_before().search(text, max(0, match.start() - _LABEL_REACH), match.start())
    if before is None or _amount_after().match(text, match.end()) or _measures(text, match):
        return None
    if not before["word"][0].isupper() and _counted_after().match(text, match.end()):
        return None
    word = before["word"].lower() + (" of" if before["of"] else "")
    if word in _words()["reference"] or word.rstrip(".") in _words()["reference"] or before["numbered"]:
        return "reference"
    return "name" if word in _words()["name"] else None


def _measures(text: str, match: re.Match[str]) -> bool:
    """Whether a unit in two letters or more stands behind a plain number: "a standard 2.5 kg bag"."""
    unit = named_unit(text, match.end(), spelled=False) if match[0].replace(".", "", 1).isdecimal() else None
    return unit is not None and text[unit.start : unit.end] not in _NO_UNIT and unit.end - unit.start > 1


def _series_end(text: str, position: int) -> int:
    while match := _more().match(text, position):
        position = match.end()
    return position
