"""What a single line of a text is by itself: a bullet point, a name, a heading's words, an open end."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Literal

from usmex_data.document.word_lists import words

__all__ = [
    "Line",
    "Role",
    "ends_sentence",
    "enumerator",
    "is_address",
    "is_caps",
    "is_name",
    "is_people",
    "is_row",
    "is_rule",
    "is_title",
    "letter_bullets",
    "maybe_open",
    "split",
    "starts_inside",
    "strongly_open",
]  # fmt: skip

_LINE = re.compile(r"\S[^\n]*")
_WORD = re.compile(r"[^\W_]+(?:[-'’.&/][^\W_]+)*")
_BULLET = re.compile(r"(?:[-*+•●▪■◦‣·–—o»✓➢§]|\(?[ivx]{1,5}[.)]|\(?[a-h][.)]|\(?\d{1,3}[.)]|\([a-zA-Z]\))\s+(?=\S)")
_ROMAN = re.compile(r"(?=[IVXLC])[IVXLC]{1,6}[.)]\s+(?=\S)")
_DECIMAL = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,3}\.?\s+(?=[A-Z][a-z])(?!(?:[Mm]illion|[Bb]illion|[Tt]rillion)\b)")
_LETTER_BULLET = re.compile(r"([b-hj-np-z]) (?=[A-ZÁÉÍÓÚÑ“\"])")
_CLOSING = ")]\"”’'»"
_NAME_WORD = re.compile(r"\(?[A-ZÀ-ÖØ-Þ¿][\w'’.\-¿?]*\)?,?\Z")
_RULE = re.compile(r"([-*_=#])(?:\s?\1){2,}\Z|\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?)?\s*\Z")

Role = Literal["", "caption", "head", "row", "cell"]


@dataclass(slots=True)
class Line:
    """A line that is not blank: its span in the repaired text and the line feeds before it (1: directly below)."""

    start: int
    end: int
    text: str
    gap: int
    after_page: bool = False
    """A page number or running head stood between this line and the one before."""
    after_mark: bool = False
    """A footnote mark on a line of its own stood there."""
    layout: int = -1
    """The number of the table that it belongs to, from 0."""
    role: Role = ""
    """What it is there: a caption, a head, a row, or a further cell of the row or head above it."""


def split(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    lines: list[Line] = []
    end = 0
    for match in _LINE.finditer(text):
        start = match.start()
        line = match.group().rstrip()
        lines.append(Line(start, start + len(line), line, text.count("\n", end, start) if lines else 9))
        end = start + len(line)
    return lines


def letter_bullets(lines: list[Line]) -> frozenset[str]:
    """The lone letters that a symbol font's bullets turned into in this text."""
    found = Counter(line.text[0] for line in lines if line.text[1:2] == " " and _LETTER_BULLET.match(line.text))
    return frozenset(letter for letter, times in found.items() if times > 1)


def enumerator(text: str, letters: frozenset[str] = frozenset()) -> tuple[int, str]:
    """The length of the bullet or number that a line starts with, 0 if with none, and its number."""
    if match := _BULLET.match(text) or _ROMAN.match(text):
        sign = match.group().strip()
        return match.end(), sign.strip("().") if any(c.isalnum() for c in sign) and sign != "o" else ""
    if text[:1] in letters and text[1:2] == " ":
        return 2, ""
    if len(text) < 90 and (match := _DECIMAL.match(text)) and text[-1] not in ".,;:":
        return match.end(), match.group().strip().rstrip(".")
    return 0, ""


@cache
def _small() -> frozenset[str]:
    return words("layout", "title", "small")


def is_caps(text: str) -> bool:
    """Whether the line is set in capitals."""
    return text.isupper() and sum(map(str.isalpha, text)) > 3


def is_title(text: str) -> bool:
    """Whether the words of a line are written as in a title."""
    return len(text) <= 130 and _is_title(text)  # no long line is kept in the cache


@lru_cache(maxsize=4096)
def _is_title(text: str) -> bool:
    if text.endswith((".", ",", ";")) and not text.endswith("U.S."):
        return False
    found = _WORD.findall(text)
    if not found or not (found[0][0].isupper() or found[0][0].isdecimal()):
        return False
    small = _small()
    large = [word for word in found if word.lower() not in small]
    return (
        bool(large) and all(word[0].isupper() or word[0].isdecimal() for word in large) and any(map(str.isalpha, text))
    )


def is_name(text: str) -> bool:
    """Whether a line could be a person's name, with or without an office or institution behind a comma."""
    return len(text) <= 110 and _is_name(text)


@lru_cache(maxsize=4096)
def _is_name(text: str) -> bool:
    if text[-1] in ".;:!" or (text[-1] == "?" and "¿" not in text) or any(map(str.isdigit, text)):
        return False
    head, _, rest = text.partition(",")
    parts = head.split()
    if not 2 <= len(parts) <= 8 or not _NAME_WORD.match(parts[0]) or parts[0] == "The" or is_caps(head):
        return False
    inner, outer = words("layout", "names", "inner"), words("layout", "names", "particles")
    return all(_NAME_WORD.match(word) or word in inner for word in parts[1:]) and all(
        _NAME_WORD.match(word) or word.lower().strip("(),") in outer for word in rest.split()
    )


def is_people(text: str) -> bool:
    """Whether a line names two or more people: "Ada Lovelace and Charles Babbage"."""
    if len(text) > 400:
        return False
    head, dash, rest = text.partition(" – ")
    parts = re.split(r",? and |, ", rest if dash and is_title(head) else text)
    inner = words("layout", "names", "inner")
    return len(parts) > 1 and all(
        2 <= len(name) <= 6 and all(_NAME_WORD.match(word) or word in inner for word in name)
        for name in (part.split() for part in parts)
    )


def is_row(text: str) -> bool:
    """Whether a line is the row of a table: cells between bars, or three or more between tabs."""
    return (text.startswith("|") and text.count("|") > 1) or text.count("\t") > 1


def is_rule(text: str) -> bool:
    """Whether a line is nothing but a rule, such as the one below the heads of a Markdown table."""
    return _RULE.match(text) is not None


def is_address(text: str) -> bool:
    """Whether a line is nothing but a web address."""
    return " " not in text and text.startswith(("http://", "https://", "www."))


def ends_sentence(text: str) -> bool:
    """Whether a line or paragraph ends where a sentence or a lead-in ends; abbreviations don't."""
    if text.endswith((":", ":”", ':"')):
        return True
    closed = text[-30:].rstrip(_CLOSING)
    if not closed.endswith((".", "!", "?", "…")):
        return False
    return _last_word(closed) not in words("abbreviations", "before", "words")


def _last_word(text: str) -> str:
    """The last word of a text without its full stop."""
    return text[text.rfind(" ") + 1 :].lstrip("([“\"‘'").removesuffix(".").lower()


def maybe_open(text: str) -> bool:
    """Whether a line that seems to end a sentence may go on: it ends with an abbreviation such as "U.S."."""
    closed = text[-30:].rstrip(_CLOSING)
    return closed.endswith(".") and _last_word(closed) in words("abbreviations", "either", "words")


def strongly_open(text: str) -> bool:
    """Whether a paragraph breaks off where no sentence can end: behind "the", a comma or a hyphen."""
    if text.endswith((",", "-", "–", "(", "$")):
        return True
    last = text[text.rfind(" ") + 1 :].strip("\"“”'’(").lower()
    return last in words("layout", "open", "words")


def starts_inside(text: str) -> bool:
    """Whether a line starts in the middle of a sentence."""
    if text.startswith(("http://", "https://", "www.")):
        return False
    first = text.lstrip("\"“”'’(")[:2]
    return first[:1].islower() or text[:1] in ",;)%"
