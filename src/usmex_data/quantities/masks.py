"""The numeric expressions that are no amounts by their form alone: addresses, references, names, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from .model import Disposition

__all__ = ["MaskMatch", "masks"]


class MaskMatch(NamedTuple):
    """A span and what it is."""

    start: int
    end: int
    disposition: Disposition


_CODE = re.compile(
    r"""
      (?P<url><?\b(?:https?://|www\.|doi\.org/|doi:\s?10\.)[^\s<>]+>?|\b10\.\d{4,9}/[^\s<>]+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64})
    | (?P<isbn>\b(?:ISBN|ISSN)(?:-1[03])?:?\s*[\dXx][\dXx\s-]{7,16}[\dXx]\b)
    | (?P<phone>(?<![\w$€£.,-])(?:(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)\s?|\d{3}[-.])\d{3}[-.\s]\d{4}(?!\d)
               |\+\d{1,3}(?:[\s.-]\(?\d{2,4}\)?){2,5}(?!\d)|1-8\d\d-[\dA-Z-]{7,12}))
    | (?P<time>(?<![\w:.$])(?:(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:[ap]\.m\.|[ap]m\b|[AP]M\b|o['’]clock)
              |(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)))
    | (?P<section>§§?\s*\d[\w.()-]*)
    | (?P<bill>\b(?:H\.\s?R|S|H\.?\s?J\.\s?Res|S\.?\s?J\.\s?Res|P\.\s?L|Pub\.\s?L)\.\s?(?:No\.\s?)?\d[\d-]*
              |\b\d+\s(?:FR|U\.S\.|S\.\s?Ct\.|Cal\.|F\.|N\.[EW]\.|P\.|A\.|So\.)(?:\s?(?:2d|3d|4th|5th))?\s\d[\d,]*
              |\b\d+\s(?:U\.?S\.?C\.?|C\.?F\.?R\.?|F\.[23]d|Fed\.\s?Reg\.)(?:\s(?:§+\s?|[Pp]art\s)?\d[\w.()-]*)?)
    | (?P<article>\b\d{4}/\d{2,4}/(?:EU|EC|EEC)\b|\((?:EU|EC)\)\s(?:No\.?\s)?\d{2,4}/\d{2,4})
    | (?P<note>(?<=\b19\d\d)\.\d{1,2}(?!\d)|(?<=\b20\d\d)\.\d{1,2}(?!\d))                                  # a note's mark stuck to a year
    | (?P<zip>(?<=,\s)[A-Z]{2}\s\d{5}(?:-\d{4})?\b)
    | (?P<code>\b[A-Z]{2,6}\s\d[\dA-Z]*-[\dA-Z-]*[A-Z][\dA-Z-]*\b|(?<![\w$€£.,-])\d+-0\d+(?:-\w+)*\b|\b[A-Z]{2,6}-\d{4}-\d+\b)
    | (?P<hash>\#\s?\d[\d-]*)
    | (?P<version>\bv\d+(?:\.\d+)*\b|(?<![\w$€£.,])\d+\.\d{1,2}\.\d{1,2}(?:\.\d+)*(?![\w,]))
    | (?P<street>(?<![\w$€£.,-])\d{1,6}\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’.]{1,20}\s){1,3}
                (?:Street|St\.|Avenue|Ave\.?|Road|Rd\.|Drive|Boulevard|Blvd\.?|Lane|Parkway|NW|NE|SW|SE)\b(?:,?\s(?:NW|NE|SW|SE)\b)?)
    """,
    re.VERBOSE,
)
_NAME = re.compile(
    r"""
      (?<![\w$€£-])[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*){0,3}-\d+(?:\.\d+)?[A-Za-z]?(?![\w%]|\.\d)            # COVID-19, F-16
    | (?<![\w$€£])(?<!\d\s)(?!(?:US|USD|EUR|GBP|MXN|CAD|AUD|NZ|HK|Rs|C|A|R|JPY|CNY|RMB|INR|BRL|CHF|Ps|Q|H|FY|KRW|ZAR)\d)
      [A-Za-z]{1,6}\d[\w-]*(?:\.\d+)?\b                                                                   # H1N1, G20, PM2.5
    | (?<![\w$€£.,-])[2345]G\b
    | \b\d{1,2}-[A-Z]\b(?!\.)                                                                             # annex 4-B
    """,
    re.VERBOSE,
)
_LABELLED = re.compile(r"(?<![\w$€£¥.,#-])\d+(?:[-.]\w{1,6})*(?:\(\w{1,4}\))*(?![\d%]|,\d{3})")
_LABEL_BEFORE = re.compile(r"([A-Za-z&]+\.?)(?:\s+(of|no\.?|nos\.?|number|numbers))?\s*\Z", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\s?[-–]\s?|,\s(?:and\s)?|\sand\s|\sor\s|\sto\s)\d+(?:[-.]\w{1,6})*(?![\w%]|,\d|\.\d)(?!\s(?:percent|per|million|billion)\b)"
)
_AMOUNT_AFTER = re.compile(
    r"\s?(?:%|percent\b|per\scent\b|million\b|billion\b|thousand\b|trillion\b|°|kilomet|miles?\b|hectares?\b|people\b|[MGTk]Wh?\b)"
)
_COUNTED_AFTER = re.compile(
    r"\s(?!is\b|was\b|as\b|has\b|does\b|plus\b|versus\b|emissions\b|requires\b|provides\b)(?:[a-z-]+\s)?[a-z]+s\b"
)


@cache
def _labels() -> tuple[frozenset[str], frozenset[str]]:
    words = table("references")
    return frozenset(words["reference"]), frozenset(words["name"])


@cache
def _fixed() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('references')['fixed'])})\b", re.IGNORECASE)


def masks(text: str, start: int, end: int) -> Iterator[MaskMatch]:
    """The spans of ``text[start:end]`` whose numbers are no amount, whatever stands around them; not in order."""
    for match in _CODE.finditer(text, start, end):
        yield MaskMatch(match.start(), match.end(), "date" if match.lastgroup == "time" else "reference")
    for match in _fixed().finditer(text, start, end):
        yield MaskMatch(match.start(), match.end(), "name")
    for match in _LABELLED.finditer(text, start, end):
        disposition = _label(text, start, match)
        if disposition:
            yield MaskMatch(match.start(), _series_end(text, match.end(), end), disposition)
    for match in _NAME.finditer(text, start, end):
        yield MaskMatch(match.start(), match.end(), "name")


def _label(text: str, start: int, match: re.Match[str]) -> Disposition | None:
    """What the word before a number makes of it: "Article 34.7", "Level 4"; none before an amount ("train 500 workers")."""
    before = _LABEL_BEFORE.search(text, max(start, match.start() - 32), match.start())
    if before is None or _AMOUNT_AFTER.match(text, match.end()):
        return None
    word = before[1] if not before[2] or before[2].lower() != "of" else f"{before[1]} of"
    if not word[0].isupper() and _COUNTED_AFTER.match(text, match.end()):
        return None
    reference, name = _labels()
    numbered = bool(before[2]) and before[2].lower() != "of"
    if word.lower() in reference or word.lower().rstrip(".") in reference or numbered:
        return "reference"
    return "name" if word.lower() in name else None


def _series_end(text: str, position: int, end: int) -> int:
    while match := _MORE.match(text, position, end):
        position = match.end()
    return position
