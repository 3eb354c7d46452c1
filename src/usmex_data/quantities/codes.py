"""Numeric expressions that are no amounts by their form: addresses, references, telephone numbers, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Tokens
from .model import MaskMatch

__all__ = ["codes"]

_ADDRESS = re.compile(
    r"""
      <?(?:https?://|www\.|doi\.org/|doi:\s?10\.)[^\s<>]+>?                # web addresses
    | \b10\.\d{4,9}/[^\s<>]+                                               # DOIs
    | (?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{2,64}                  # mail
    """,
    re.VERBOSE | re.IGNORECASE,
)
_IN_ADDRESS = ("://", "www.", "doi", "@", "10.")
"""One of these is in every address."""
_BEHIND_ADDRESS = re.compile(r"[.,;:!?)\]”\"']+\Z")

# Each begins at a word, a sign or a parenthesis not more than _LEAD characters before a digit.
_LEAD = 16
_CODE = r"""
      \b(?:ISBN|ISSN)(?:-1[03])?:?\s?[\dXx][\dXx\s-]{{7,16}}[\dXx]\b         # books and journals
    # (202) 555-0143
    | (?<![\w$€£.,-])(?:(?:\+\d{{1,3}}[\s.-]?)?(?:\(\d{{2,4}}\)\s?|\d{{3}}[-.])\d{{3}}[-.\s]\d{{4}}(?!\d)
        |\+\d{{1,3}}(?:[\s.-]\(?\d{{2,4}}\)?){{2,5}}(?!\d)                   # +44 20 7946 0000
        |1-8\d\d-[\dA-Z-]{{7,12}})                                           # 1-800-HELPNOW
    | §§?\s*\d[\w.()-]*                                                      # § 12(b)
    | \b[HS]\.\s?(?:Rept|Doc|Con\.\s?Res|Res)\.\s?\d+(?:-\d+)?                 # H.Rept. 117-389
    | \b[A-Z]{{2,6}}(?:-\d{{2,4}}){{2,3}}[A-Z]{{0,3}}\b                          # GAO-17-331
    | \b[A-Z]{{2,4}}\s\d\d-\d{{2,3}}(?=[,;.)]|\sand\s[A-Z]{{2}}|\s?\Z)         # CB 24-51
    | \b\d{{1,3}}\sStat\.\s\d+(?:,\d{{3}})*(?:,\s\d{{1,5}}\b)*                       # 138 Stat. 460, 572
    | \b[A-Z]\d[A-Z]\s\d[A-Z]\d\b | \b[A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}\b      # R3C 3H8
    | (?<![\w$€£.,-])0\d{{2,4}}[\s-]\d{{3}}[\s-]\d{{3,4}}(?!\d)                   # 0800 123 456
    | \b(?:H\.\s?R|S|H\.?\s?J\.\s?Res|S\.?\s?J\.\s?Res|P\.\s?L|Pub\.\s?L)\.\s?(?:No\.\s?)?\d[\d-]*  # H.R. 4521
    # 58 Cal. 4th 329
    | \b\d+\s(?:FR|U\.S\.|S\.\s?Ct\.|Cal\.|F\.|N\.[EW]\.|P\.|A\.|So\.)(?:\s?(?:2d|3d|4th|5th))?(?:\s\d[\d,]*|\s*$)
    # 40 CFR 60.2
    | \b\d+\s(?:U\.?S\.?C\.?|C\.?F\.?R\.?|F\.[23]d|Fed\.\s?Reg\.)(?:\s(?:§+\s?|[Pp]art\s)?\d[\w.,()-]*(?<![.,]))?
    | \b\d{{4}}/\d{{2,4}}(?:/(?:EU|EC|EEC))?\b(?![/.-]\d)(?=[^\d])           # 2003/87/EC, protocol 2016/114
    | \b[A-Z]{{2,6}}\(\d{{4}}\)\s?\d+                                        # COM(2017) 90
    | \((?:EU|EC)\)\s(?:No\.?\s)?\d{{2,4}}/\d{{2,4}}                         # (EU) 2016/679
    | (?:(?<=\b19\d\d)|(?<=\b20\d\d))\.\d{{1,2}}(?!\d)                       # a note's mark stuck to a year
    | (?<=,\s)[A-Z]{{2}}\s\d{{5}}(?:-\d{{4}})?\b                             # , CA 92093
    | \b[A-Z]{{2,6}}\s\d[\dA-Z]*-[\dA-Z-]*[A-Z][\dA-Z-]*\b                   # RIN 2060-AV
    | (?<![\w$€£.,-])\d+-0\d+(?:-\w+)*\b | \b[A-Z]{{2,6}}-\d{{4}}-\d+\b      # EPA-2021-0317
    | \#\s?\d[\d-]*                                                          # #12
    | \bv\d+(?:\.\d+)*\b | (?<![\w$€£.,])\d+\.\d{{1,2}}\.\d{{1,2}}(?:\.\d+)*(?![\w,])  # v2.1, 3.1.2
    # 9500 Gilman Drive
    | (?<![\w$€£.,-])(?:\d{{1,5}}[-–])?\d{{1,6}}\s(?:[NSEW]\.?\s)?(?:[A-Z][\w'’.]{{1,20}}\s){{1,3}}(?:{street})
        (?:,?\s(?:NW|NE|SW|SE)\b)?(?!\w)
    | (?<![\d.,])\d{{16,}}                                                   # longer than any amount
    | \b[pP]\s?[<>=≤≥]\s?0?\.\d+                                             # p < 0.001
    | (?<![\w.,])\d{{2}}(?:\.\d)?\s?(?:%|per\s?cent)[-\s](?:{level})\b       # 95% CI
"""
_TIME = r"""
      (?<![\w:.$])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?\s?(?:{clock})(?!\w)     # 9 a.m.
    | (?<![\w:.$])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)              # 17:30
"""


@cache
def _code() -> re.Pattern[str]:
    words = table("references")
    return re.compile(
        _CODE.format(street=alternatives(words["street"]["words"]), level=alternatives(words["certainty"]["level"])),
        re.VERBOSE,
    )


@cache
def _time() -> re.Pattern[str]:
    return re.compile(_TIME.format(clock=alternatives(table("references")["clock"]["after"])), re.VERBOSE)


def codes(text: str, tokens: Tokens) -> Iterator[MaskMatch]:
    """The spans of a text whose form says that they are no amounts; not in order, and they may overlap."""
    lower = text.lower()
    if any(sign in lower for sign in _IN_ADDRESS):
        for match in _ADDRESS.finditer(text):
            yield MaskMatch(match.start(), _address_end(match), "reference")
    position = -1
    for start in _leads(text, tokens):
        code = _code().match(text, start) if start >= position else None
        if code:
            position = code.end()
            yield MaskMatch(code.start(), position, "reference")
    for index in tokens.numbers:
        clock = _time().match(text, tokens[index][0])
        if clock:
            yield MaskMatch(clock.start(), clock.end(), "date")


def _address_end(match: re.Match[str]) -> int:
    """Where an address ends without the punctuation of its sentence."""
    behind = _BEHIND_ADDRESS.search(match[0])
    return match.start() + behind.start() if behind and behind.start() else match.end()


def _leads(text: str, tokens: Tokens) -> Iterator[int]:
    """Where a code may begin: at a number, or at a word or sign shortly before one."""
    done = -1
    for index in tokens.numbers:
        start = tokens[index][0]
        # Words since the number before, four at most with their signs.
        words = (_begins(text, tokens[place][0]) for place in range(max(done + 1, index - 4), index))
        waiting = [lead for leads in words for lead in leads]
        yield from (lead for lead in waiting[-4:] if start - lead <= _LEAD)
        done = index
        begin = _begins(text, start)[0]
        sign = start - 2 if start > 1 and text[start - 2] in "#§" else begin
        yield from sorted({sign, begin, start})


def _begins(text: str, start: int) -> tuple[int, ...]:
    """Where a word may begin: with the sign before it, and by itself."""
    return (start - 1, start) if start and text[start - 1] in "(+#§." else (start,)
