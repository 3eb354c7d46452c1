"""Numeric expressions that are no amounts by their form: addresses, references, telephone numbers, times of day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Tokens
from .quantity import MaskMatch

__all__ = ["identifiers"]

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
    # (202) 555-0143, 303–555–0148
    | (?<![\w$€£.,-])(?:(?:\+\d{{1,3}}[\s.-]?)?(?:\(\d{{2,4}}\)\s?|\d{{3}}[-–‑.])\d{{3}}[-–‑.\s]\d{{4}}(?!\d)
        # +44 20 7946 0000, +52 (0)55 619 67 73
        |\+\d{{1,3}}(?:[\s.–-]?\(0\)\s?\d{{1,4}})?(?:[\s.–-]\(?\d{{2,4}}\)?){{2,6}}(?!\d|[.,]\d|\s?%)
        |1[-–‑]8\d\d[-–‑][\dA-Z-–‑]{{7,12}})                                 # 1-800-HELPNOW
    | §§?\s*\d[\w.()-–]*(?:(?:,\s|\s?[-–]\s?|,?\sand\s)\d[\w.()-–]*\d)*      # § 12(b)
    | ¶¶?\s*\d{{1,4}}(?:\s?[-–,]\s?\d{{1,4}})*                               # ¶ 12
    | \b[HS]\.\s?(?:Rept|Doc|Con\.\s?Res|Res)\.\s?\d+(?:[-–]\d+)?              # H.Rept. 117-389
    | \b[A-Z]{{2,6}}(?:[-–‑]\d{{2,4}}){{2,3}}[A-Z]{{0,3}}\b                    # GAO-17-331
    | \b[A-Z]{{2,4}}\s\d\d-\d{{2,3}}(?=[,;.)]|\sand\s[A-Z]{{2}}|\s?\Z)         # CB 24-51
    | \b\d{{1,3}}\sStat\.\s\d+(?:,\d{{3}})*(?:,\s\d{{1,5}}\b)*                       # 138 Stat. 460, 572
    | \b[A-Z]\d[A-Z]\s\d[A-Z]\d\b | \b[A-Z]{{1,2}}\d[\dA-Z]?\s\d[A-Z]{{2}}\b      # R3C 3H8
    | (?<![\w$€£.,-])0\d{{2,4}}[\s-]\d{{3}}[\s-]\d{{3,4}}(?!\d)                   # 0800 123 456
    # H.R. 4521, S. 12; a country's "U.S." before a number is none
    | (?<![A-Za-z]\.)(?<![A-Za-z]\.\s)\b(?:H\.\s?R|S|H\.?\s?J\.\s?Res|S\.?\s?J\.\s?Res|P\.\s?L|Pub\.\s?L)\.\s?
        (?:No\.\s?)?\d[\d–-]*(?!\s?%|[.,]\d|\s(?:per\s?cent|million|billion)\b)
    # 58 Cal. 4th 329, 89 FR 1234
    | \b\d+\s(?:F\.?R\.?|U\.\s?S\.|S\.\s?Ct\.|L\.\s?Ed\.|Cal\.|F\.|F\.?\s?Supp\.|N\.[EW]\.|P\.|A\.|So\.|B\.R\.)
        (?:\s?(?:2d|3d|4th|5th))?(?:\s(?:at\s)?\d[\d,]*(?<!,)(?:,\s\d{{1,6}}(?!\d|,\d|\s[a-z]+s\b))*|\s*$)
    # [2019] EWCA Civ 12, 2019 SCC 5
    | \[(?:19|20)\d\d\]\s(?:\d{{1,2}}\s)?(?:[A-Z][A-Za-z]{{0,6}}\s){{1,3}}\d{{1,4}}(?:\s\([A-Z][a-z]+\))?
    | \b(?:19|20)\d\d\s(?:{courts})\s\d{{1,4}}\b(?!\s?%)
    # 40 CFR 60.2, 42 U.S.C. 7401(b), 7402, 14 CFR parts 60 and 61
    | \b\d+\s(?:U\.?\s?S\.?\s?C\.?(?:\s?A\.)?|C\.?\s?F\.?\s?R\.?|F\.[23]d|Fed\.\s?Reg\.)
        (?:\s(?:§+\s?|[Pp]arts?\s|[Cc]h(?:apter|\.)\s)?\d[\w.,()–-]*(?<![.,])
           (?:(?:,\s(?:and\s)?|\s(?:and|through|to)\s|;\s)\d[\w.()–-]*(?<![.,])(?!\s?%|\s[a-z]+s\b))*)?
    | \b\d{{4}}/\d{{2,4}}(?:/(?:EU|EC|EEC))?\b(?![/.-]\d)(?=[^\d])           # 2003/87/EC, protocol 2016/114
    | \b[A-Z]{{2,6}}\(\d{{4}}\)\s?\d+                                        # COM(2017) 90
    | \((?:EU|EC)\)\s(?:No\.?\s)?\d{{2,4}}/\d{{2,4}}                         # (EU) 2016/679
    | (?:(?<=\b19\d\d)|(?<=\b20\d\d))\.\d{{1,2}}(?!\d)                       # a note's mark stuck to a year
    | (?<=,\s)[A-Z]{{2}}\s\d{{5}}(?:[-–]\d{{4}})?\b                            # , CA 92093
    | (?<=,\s)(?:{states})\s\d{{5}}(?:[-–]\d{{4}})?(?![\w%]|[.,]\d)             # , Oregon 97204
    | \b(?:P\.?\s?O\.?|Post\sOffice)\sBox\s\d+                                 # P.O. Box 12
    | \b[A-Z]{{2,6}}\s\d[\dA-Z]*[-–][\dA-Z-–]*[A-Z][\dA-Z-–]*\b                 # RIN 2060-AV
    | (?<![\w$€£.,-])\d+-0\d+(?:-\w+)*\b | \b[A-Z]{{2,6}}[-–‑]\d{{4}}[-–‑]\d+\b  # EPA-2021-0317
    | \b[A-Z]{{2,6}}(?:[-–‑][A-Z]{{2,6}}){{1,4}}(?:[-–‑]\d{{2,6}}){{1,3}}\b      # EPA–HQ–OAR–2017–0355
    | \b(?:FR\sDoc|BILLING\sCODE|Billing\sCode)\.?\s\d[\d–-]*(?:[-–][A-Z])?    # FR Doc. 2018–12345
    # PMID: 30012, OMB Control No. 2060-0012
    | \b(?:{registered})(?:\s(?:[Nn]os?\.?|[Nn]umbers?|[Cc]odes?|[Cc]ontrol\s(?:[Nn]o\.|[Nn]umber))){{0,2}}(?::|\s?\#)?
        \s?\d[\d.–-]*\d(?![\d%]|,\d)
    | \b(?:{registers})\s(?:[Nn]os?\.|[Nn]umbers?|[Ii][Dd]|\#)\s?:?\s?\d[\d.–-]*\d(?![\d%]|,\d)
    | \bPatents?\s(?:App(?:lication|l?\.)\s)?(?:(?:Pub(?:lication|\.)\s)?Nos?\.\s)?[\dA-Z][\d,/]*\d\d
        (?:\s[A-Z]\d)?(?!\w)                                                 # Patent 9,876,543 B2
    # the postal code is 07014
    | \b(?:dialling|dialing|area|country|postal|zip|ZIP|post)\s?codes?(?:\s(?:is|are|was))?[:,]?\s\+?\d[\d\s-]*\d
        (?:(?:,|,?\sand|\sor)\s\d{{4,6}}\b)*
    | (?<![\w$€£.,–-])\d{{2,4}}-\d{{2,4}}-\d{{2,5}}(?![\w-]|[.,]\d)            # parcel 326-10-046
    | (?<![\w$€£.,:/–-])(?<!\d\s)0\d+(?![\w%]|[.,:/–-]\d|\s?(?:hours|hrs))            # no amount begins with a zero
    | \([a-z]{{1,4}}\)(?:\([\dA-Za-z]{{1,4}}\))+                             # (d)(1)
    | \b(?:19|20)\d\d\s?(?:US)?\$(?!\d)                                      # prices of a year: 2021$
    # Case C-123/18, Ser. No. 15/987,654
    | \b[CTF][-–‑]\d{{1,4}}/\d{{2}}(?:\sP)?\b | \bNo\.?\s\d{{1,2}}/\d{{3}},\d{{3}}
    # under s 35A, ss 3–5 of the Act
    | (?<=\s)ss?\.?\s\d{{1,3}}[A-Z]{{0,2}}(?:\(\w{{1,4}}\))*(?:\s?[-–]\s?\d{{1,3}})?(?=[,.;:)]|\s(?:of|and|or|to)\b)
    | \bE\.\s?O\.\s\d+ | (?<![\w$€£.,])\d{{2,4}}\([a-z]\)(?:\([\da-zA-Z]{{1,3}}\))*    # E.O. 13563, 501(c)(3)
    | \b(?:{exchanges}):\s?\d{{3,6}}\b                                        # HKG: 0700
    | (?<![\w$€£.,-])\d{{4,6}}\.[A-Z]{{2}}\b                                  # 0700.HK
    | \b(?!FY|CY|US|Q\d)[A-Z]{{1,3}}\d{{2,4}}[A-Za-z]{{0,3}}[-–]\d{{2,4}}[A-Z]{{0,2}}\b
        (?!\s\w+illion|[.,]\d|\s?%)                                          # A320–211
    | \b(?:{catalogues})[-\s]?\d+(?:\.\d+)?[A-Za-z]?(?:\s[b-h]\b(?![-–]))?      # HD 40307 g, Gliese 581g
    | (?<![\w$€£.,])\d{{1,3}}\s(?:{constellations})\b                          # 55 Cancri
    | \b[OBAFGKM]\d(?:\.\d)?(?:I{{1,3}}|I?V|V)[a-z]?\b                        # K2.5V
    # NR 205/2022, Rev. 03/19
    | \b\d{{3,5}}/(?:19|20)\d\d\b | \b[A-Z]{{2,5}}\s\d{{1,5}}/(?:19|20)\d\d\b | \b[Rr]ev\.\s\d{{1,2}}/\d{{2,4}}
    | \b[csp]/n\s\d+                                                          # c/n 318
    | \b(?=\d*[a-f])(?=[0-9a-f]{{7,40}}\b)\d[0-9a-f]*                          # a commit's hash
    | [-+−]?\b\d{{1,3}}\s?°\s?\d{{1,2}}\s?[′']\s?\d{{1,2}}(?:\.\d+)?\s?[″"”]      # −60° 01′ 24″
    | \b[CPDX]/\d{{4}}\s[A-Z]\d{{1,3}}\b                                      # C/2013 A1
    | \#\s?\d[\d-]*                                                          # #12
    | \bv\d+(?:\.\d+)*\b | (?<![\w$€£.,])\d+\.\d{{1,2}}\.\d{{1,2}}(?:\.\d+)*(?![\w,])  # v2.1, 3.1.2
    # 9500 Gilman Drive, 221B Baker Street
    | (?<![\w$€£.,-])(?:\d{{1,5}}[-–])?\d{{1,6}}[A-D]?\s(?:[NSEW]\.?\s)?
        (?:(?:[A-Z][\w'’.]{{1,20}}|\d+(?:st|nd|rd|th))\s){{1,3}}(?:{street})
        (?:,?\s(?:NW|NE|SW|SE)\b)?(?!\w)
    # 40.7128° N, 74° 0′ 21″ W
    | (?<![\w.,])\d{{1,3}}(?:\.\d+)?\s?°
        (?:\s?\d{{1,2}}(?:\.\d+)?\s?[′'’](?:\s?\d{{1,2}}(?:\.\d+)?\s?(?:[″"”]|''))?)?\s?[NSEW]\b
    | (?<![\w.,])\d{{1,2}}h\s?\d{{1,2}}m\s?\d{{1,2}}(?:\.\d+)?s\b             # 12h 34m 56s
    | (?<![\d.,])\d{{16,}}                                                   # longer than any amount
    # Tel. 01 678 2000
    | \b(?:Tel(?:ephone)?|Phone|Fax|Mobile)\b\.?:?\s?[+(]?\d[\d() .–-]{{4,20}}\d
    | \b\d{{2,4}}-\d{{2,4}}-[A-Z]\b                                          # 71-543-G
    | \b[pP]\s?[<>=≤≥]\s?0?\.\d+                                             # p < 0.001
    | (?<![\w.,])\d{{2}}(?:\.\d)?\s?(?:%|per\s?cent)[-\s](?:{level})\b       # 95% CI
"""
_TIME = r"""
      # 9 a.m., 9–11 a.m.
      (?<![\w:.$])(?:[01]?\d|2[0-3])(?:[:.][0-5]\d)?(?:\s?[-–]\s?\d{{1,2}}(?:[:.][0-5]\d)?)?\s?(?:{clock})(?!\w)
    | (?<=[Oo]pen\s)\d{{1,2}}\s?[-–]\s?\d{{1,2}}(?![\w%]|[.,]\d|\s[a-z])     # open 10–18
    | (?<![\w:.$])(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?!\d)              # 17:30
"""


@cache
def _code() -> re.Pattern[str]:
    words = table("references")
    return re.compile(
        _CODE.format(
            street=alternatives(words["street"]["words"]),
            level=alternatives(words["certainty"]["level"]),
            states=alternatives(_states()),
            **{name: alternatives(found) for name, found in words["identifier"].items()},
        ),
        re.VERBOSE,
    )


def _states() -> list[str]:
    """The names of the states whose addresses end in five digits."""
    places = table("places")["subdivision"]
    return [name for code, names in places.items() if code.startswith(("US-", "MX-")) for name in names["names"]]


@cache
def _time() -> re.Pattern[str]:
    return re.compile(_TIME.format(clock=alternatives(table("references")["clock"]["after"])), re.VERBOSE)


def identifiers(text: str, tokens: Tokens) -> Iterator[MaskMatch]:
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
        sign = start - 2 if start > 1 and text[start - 2] in "#§¶" else begin
        yield from sorted({sign, begin, start})


def _begins(text: str, start: int) -> tuple[int, ...]:
    """Where a word may begin: with the sign before it, and by itself."""
    return (start - 1, start) if start and text[start - 1] in "(+#§.[¶" else (start,)
