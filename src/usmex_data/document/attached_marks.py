"""Finds footnote marks that lost their raised position and stick to the text: "industry the rest.3"."""

from __future__ import annotations

import re

from usmex_data.document.continuation import Continuation
from usmex_data.document.word_lists import words
from usmex_data.language import table

__all__ = ["attached_marks", "noted_numbers"]

# It looks back from behind its first digit: a pattern that begins with a class of characters is found fastest.
_GLUED = re.compile(
    r"""
    \d(?:
        (?P<word>(?<=[^\W\d_][.,;:!?)”\"’]\d)\d{0,2})(?=\s+[A-Za-z“\"(] | [ \t]*\n | [ \t]*\Z)          # "the rest.3"
      | (?P<sure>(?:(?<=%\.\d)|(?<=[^\d.,$€£]19\d\d\.\d)|(?<=[^\d.,$€£]20\d\d\.\d))\d?)                 # "81%.1 In"
        (?=[ \t]*\n?[ \t]*[A-Z“\"] | \s*\n\s*\n | \s*\Z)
      | (?P<digit>(?:(?<=\d\.\d)|(?<=[%\d][.)][”\"’]\d)|(?<=\d\)\.\d))\d?)(?!\d)                         # "22,000.2 By"
        (?=[ \t]*\n?[ \t]*[A-Z“\"(] | \s*\n\s*\n | \s*\Z)
    )
    """,
    re.VERBOSE,
)
"""A number that sticks to what may end a sentence: behind a word, behind a number, or where no decimal can be."""
_DECIMAL = re.compile(r"(?:\A|[\s(])(?P<sign>[$€£¥]?)(?P<whole>[\d,]{1,15})\.\Z")
_LABEL = re.compile(r"(?:\n|\A)[ \t]*\Z|\b([^\W\d_]+)\.?[ \t]+\Z")
_NEXT = re.compile(r"\s+([A-Z]\w*)")
_LONG_UNIT = 6
"""Units with a capital are no longer: "MtCO2e", "Mbps"; a word that is may start a sentence."""
_WORD = re.compile(r"([^\W\d_]+)\.\Z")
_NOTE = re.compile(r"^[ \t]*\[?(\d{1,3})[\].)]?\s+(?=[A-Z“\"‘(<]|https?:)", re.MULTILINE)


def _abbreviated(raw: str, start: int) -> bool:
    """Whether the number belongs to an abbreviation: "p.24", "No.5"."""
    word = _WORD.search(raw, max(0, start - 20), start)
    low = word.group(1).lower() if word else ""
    return any(low in words("abbreviations", "before", key) for key in ("words", "numbered"))


def _may_stick(raw: str, match: re.Match[str]) -> bool:
    """Whether digits behind a point may be a mark: a short number before them more often has decimals."""
    following = _NEXT.match(raw, match.end())
    starts = following is None or _starts_sentence(following)
    if following is not None and not starts and len(following.group(1)) <= _LONG_UNIT:
        return False
    number = _DECIMAL.search(raw, max(0, match.start() - 20), match.start())
    if number is None:
        return raw[match.start() - 1] != "." or not raw[match.start() - 2].isdecimal()
    if number["sign"]:
        return len(match.group()) == 1 and starts
    sure = starts or "," in number["whole"]
    return sure and len(number["whole"]) > 2 and not _names_place(raw, number.start("whole"))


def _names_place(raw: str, start: int) -> bool:
    """Whether a number at a line's start or behind a label is that of a section: "12.1 The state of", "Table 12.1"."""
    label = _LABEL.search(raw, max(0, start - 30), start)
    return label is not None and (not label.group(1) or label.group(1).lower() in table("references")["reference"])


def _starts_sentence(following: re.Match[str]) -> bool:
    return following.group(1).lower() in words("abbreviations", "starters", "words")


def _ends_sentence(raw: str, match: re.Match[str]) -> bool:
    """Whether what follows a number with a point shows that its decimals are none: "to 400.2 Their pay rose"."""
    following = _NEXT.match(raw, match.end())
    return following is not None and _starts_sentence(following)


def noted_numbers(raw: str) -> frozenset[str]:
    """The numbers with which the notes of a text may begin."""
    return frozenset(match.group(1) for match in _NOTE.finditer(raw))


def attached_marks(raw: str, continuation: Continuation) -> dict[int, str]:
    """The numbers of such marks by their raw offset.

    They count up, and each has a note that starts with its number; or no decimals can stand there.
    """
    found = [match for match in _GLUED.finditer(raw) if match["word"] is None or not _abbreviated(raw, match.start())]
    if not found:
        return {}
    noted = noted_numbers(raw) if continuation.noted is None else continuation.noted
    marks: dict[int, str] = {}
    last = continuation.attached
    for match in found:
        start, number = match.start(), match.group()
        if match["digit"] is not None and not _may_stick(raw, match):
            continue
        in_turn = int(number) in (1, last + 1)
        if match["digit"] is not None:
            # More often decimals than a mark: one that follows the last, with its note or between two sentences.
            counted = in_turn and (number in noted or (last > 0 and _ends_sentence(raw, match)))
        else:
            counted = number in noted and (last == 0 or in_turn)
        if counted or match["sure"] is not None:
            marks[start], last = number, int(number)
    continuation.attached = last
    return marks
