"""Bare numbers without a noun of their own: what they count all the same, or that nobody says in what they are."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..quantities.quantity import Quantity
from .nouns import is_plural, noun_after
from .reading import Reading

__all__ = ["counted_elsewhere", "is_unit", "part_of"]

_REACH = 140
"""How far before a number the subject of its clause may stand, in characters."""
_CLAUSE = re.compile(r"(?:[.;:!?—–•]\s|,\s(?:and|but|while|whereas)\s|\n)")
_WORD = re.compile(r"[^\W\d_][\w’'&-]*")
_OF_THEM = re.compile(r"\s(?:of\s(?:them|these|those|which|whom)|more|fewer)\b")
_OF_PLURAL = re.compile(r"\sof\s(?:the|its|their|his|her|our|these|those)\s(?=[a-z])")
_AMONG = re.compile(r"\s?[Oo]f\s(?:the|its|their|these|those)\s")
_OF_THAT = re.compile(r"\sof\s(?:that|it|this)\b")
_LABEL = re.compile(r"(?:^|[.;•\n]\s?)([A-Z][^.:;!?\n]{2,60}):\s\Z")
_SYMBOL = re.compile(
    r"[a-zµμ]{1,2}[A-Z][A-Za-z]{0,3}"  # kDa, dBm, mOsm
    r"|[A-Za-zµμ°]{1,4}/[A-Za-zµμ°]{1,4}[23²³]?(?:/[a-z]{1,4})?"  # U/L
    r"|(?![aeiouy])[bcdfghjklmnpqrstvwxz]{2,4}"  # lps
)
"""What is written as units are: capitals inside, a slash, no vowel."""


def is_unit(words: str) -> bool:
    """Whether what seems to be counted is the symbol of a unit that the tables do not know: "12 kDa"."""
    first = words.split(maxsplit=1)[0] if words else ""
    return bool(_SYMBOL.fullmatch(first)) and first.lower() not in table("nouns")["short"]


def counted_elsewhere(text: str, figure: Quantity, last: Reading | None) -> str | None:
    """What a bare number counts by the rest of its sentence; empty for one of several, None where no word says it.

    "18 of its 24 matches", "4,000 of its ships", "250,000 of them" after doses, "Registrations rose to 1,350".
    """
    low, high = figure.sentence
    total = _of_total().match(text, figure.end, high)
    noun = noun_after(text, total.end(), high) if total else None
    if total is not None:
        return text[noun.start : noun.end] if noun is not None and is_plural(noun.head) else ""
    part = _OF_PLURAL.match(text, figure.end, high)
    noun = noun_after(text, part.end(), high) if part else None
    if noun is not None and is_plural(noun.head):
        return text[noun.start : noun.end]
    among = _OF_THEM.match(text, figure.end, high) or _AMONG.match(text, low, figure.start)
    if last is not None and last.counted and among:
        return last.counted
    before = text[max(low, figure.start - _REACH) : figure.start]
    return _labelled(before) or _subject(before) or None


def part_of(text: str, figure: Quantity, last: Reading | None) -> str:
    """The unit of a number that is a part of the figure before: "3 million acre-feet …; 2.3 million of that"."""
    if last is None or "percent" in last.unit or not _OF_THAT.match(text, figure.end, figure.sentence[1]):
        return ""
    return last.unit


def _labelled(before: str) -> str:
    """The plural of the label before a number: "Lead pipes replaced: 214,000"."""
    label = _LABEL.search(before)
    words = _WORD.findall(label[1]) if label else []
    plural = next((word for word in words if is_plural(word)), "")
    return "" if plural.lower() in table("nouns")["no_count"] else plural


@cache
def _of_total() -> re.Pattern[str]:
    """The whole that a number is a part of: "18 of its 24 matches"."""
    numbers = alternatives(table("numbers")["cardinal"])
    return re.compile(
        rf"\s(?:out\s)?of\s(?:(?:the|its|their|his|her|our|these|those|all)\s)*(?:\d[\d,]*|{numbers})(?=\s)"
    )


@cache
def _verb() -> re.Pattern[str]:
    words = table("nouns")
    return re.compile(rf"\b(?:{alternatives(words['subject_verbs'])})\b", re.IGNORECASE)


def _subject(before: str) -> str:
    """The plural that is the subject of the verb before a number, if it is counted: no prices, no rates."""
    clause = _CLAUSE.split(before)[-1]
    verbs = list(_verb().finditer(clause))
    if not verbs:
        return ""
    words = table("nouns")
    subject: list[re.Match[str]] = []
    for match in _WORD.finditer(clause, 0, verbs[0].start()):
        if match[0].lower() in words["subject_ends"]:
            if subject:
                break
            continue
        subject.append(match)
    head = subject[-1] if subject else None
    if head is None or head[0].lower() in words["no_count"]:
        return ""
    if not is_plural(head[0]) and head[0].lower() not in words["counted_singular"]:
        return ""
    return head[0]
