"""Years and numbers that belong to a name: of a work cited, a law, a base of prices, a person's age, a game's score."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ..language import alternatives, table
from .quantity import Disposition, MaskMatch

__all__ = ["citations"]

_YEAR = r"(?:1[6-9]\d\d|20\d\d)"
_NAME = r"[A-ZÀ-ÖØ-Þ][\w’'.&-]{1,30}"
_AUTHORS = rf"{_NAME}(?:,?\s(?:(?:and|&|of|for|the|on|et)\s){{0,3}}(?:al\.?|{_NAME})){{0,7}}"
_CITED = r"(?:[,:]\s?(?:pp?\.\s?)?\d{1,4}(?:\s?[-–]\s?\d{1,4})?)?"
"""The pages behind a year."""

_FORMS: dict[str, tuple[Disposition, str]] = {
    # (Smith and Jones 2018), [OECD 2020], (see Lim et al. 2012, p. 4; Rossi 2015)
    "inside": (
        "reference",
        rf"(?<=[\w.,]\s)(?P<inside>{_YEAR}[a-f]?{_CITED})(?=[)\];])",
    ),
    # Rossi et al. (2022); according to the Budget Office (2021)
    "behind": ("reference", rf"(?<=[\w.]\s\()(?P<behind>{_YEAR}[a-f]?{_CITED})(?=\))"),
    # the 1944 Water Treaty
    "law": ("name", r"(?P<law>{year})(?=\s(?:(?:[A-Z][\w’'-]{{1,30}}|of|on|and|for|the)\s){{0,8}}(?:{laws})\b)"),
    # the Clean Water Act of 1972
    "dated": ("name", r"(?<=\sof\s)(?P<dated>{year})(?![\w%]|,\d|\.\d)"),
    # Law 2272 of 2022
    "number": ("reference", r"(?P<number>\d[\d.,/-]{{0,12}}\d(?:\s(?:of|from)\s{year})?)(?!\w)"),
    # in constant 2015 dollars, (2017 PPP)
    "base": ("name", r"(?P<base>{year})(?=\s(?:{prices})(?!\w))"),
    # 1982-84=100
    "hundred": ("name", r"(?P<hundred>{year}(?:\s?[-–/]\s?\d{{2,4}})?\s?=\s?100(?![\d.,]\d))"),
    # Ana Rossi, 52, who
    "age": ("generic", r"(?P<age>[1-9]\d)(?=,\s(?:{ages})\b|\))"),
    # a 102-87 win
    "score": (
        "generic",
        r"(?P<score>\d{{1,3}}\s?[-–]\s?\d{{1,3}}(?:,\s\d{{1,2}}[-–]\d{{1,2}}){{0,4}})(?![\d%]|\s?[%$]|[.,]\d)",
    ),
}
_OF_YEARS = ("inside", "behind", "law", "dated", "base", "hundred", "number")
_OF_OTHERS = ("number", "age", "score")
_LONG = 4
"""A year has so many digits."""
_REACH = 120
"""How far before a number the name may begin that it belongs to, in characters."""
_DIGITS = re.compile(r"(?<![\w.,$€£¥])[1-9]\d{0,3}")
_PARENTHESIZED = re.compile(r"\((\d{1,3})\)")
_OPENING = re.compile(r"\s?(\d{1,3})\s+(?=[A-Z“\"])")
_WORD = re.compile(r"[^\W\d_]{2,}")


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = table("references")["citation"]
    currencies = [word for names in table("units")["currency"].values() for word in names.get("words", ())]
    prefixes = [sign for names in table("units")["currency"].values() for sign in names.get("prefixes", ())]
    fill = {
        "year": _YEAR,
        "laws": alternatives(words["laws"]),
        "prices": alternatives([*currencies, *(sign for sign in prefixes if len(sign) > 1), *words["prices"]]),
        "ages": alternatives(words["ages"]),
    }
    return {
        name: re.compile(form if name in ("inside", "behind") else form.format(**fill))
        for name, (_, form) in _FORMS.items()
    }


@cache
def _before() -> dict[str, re.Pattern[str]]:
    """What must stand before the number of each form."""
    words = table("references")["citation"]
    laws, leads = alternatives(words["laws"]), alternatives(words["leads"])
    return {
        "inside": re.compile(rf"[(\[;]\s?(?:(?:{leads}),?\s(?:the\s)?)?(?P<who>{_AUTHORS}),?\s\Z"),
        "behind": re.compile(rf"(?:\b(?P<lead>{leads})\s(?:[a-z]+\s){{0,3}})?(?P<who>{_AUTHORS})\s\(\Z"),
        "law": re.compile(rf"(?:\b(?:{alternatives(words['articles'])})|[’']s|s[’'])\s\Z", re.IGNORECASE),
        "dated": re.compile(rf"[A-Z][\w’'-]{{1,30}}\s(?:{laws})\sof\s\Z|\b(?-i:the)\s(?:{laws})\sof\s\Z"),
        "number": re.compile(rf"\b(?:{alternatives(words['numbered'])})\s\Z"),
        "base": re.compile(rf"(?:\b(?:{alternatives(words['constant'])})\s|[(,]\s?)\Z", re.IGNORECASE),
        "hundred": re.compile(r"\Z"),
        "age": re.compile(rf"(?P<who>{_NAME}(?:\s{_NAME}){{0,3}})(?:,\s|\s\()\Z"),
        "score": re.compile(rf"\b(?:{alternatives(words['played'])})\s(?:(?:by|the|{_NAME})\s){{0,3}}\Z"),
    }


@cache
def _said() -> re.Pattern[str]:
    return re.compile(rf"\)\s(?:\w+ly\s)?(?:{alternatives(table('references')['citation']['verbs'])})\b")


@cache
def _won() -> re.Pattern[str]:
    return re.compile(rf"\s(?:{alternatives(table('references')['citation']['results'])})\b")


@cache
def _no_author() -> frozenset[str]:
    """Names before a year that cite nothing: months, seasons, places."""
    found = {name for names in table("dates")["months"] for name in names} | set(table("dates")["seasons"])
    places = table("places")
    for group in ("country", "subdivision"):
        for names in places[group].values():
            found |= {*names.get("names", ()), *names.get("demonyms", ())}
    return frozenset(name.lower() for name in found) | frozenset(table("references")["citation"]["no_author"])


def citations(text: str) -> Iterator[MaskMatch]:
    """The spans of a text where a number belongs to a work, a law, a base year, an age or a score; in no order."""
    yield from _note_number(text)
    for digits in _DIGITS.finditer(text):
        start = digits.start()
        for name in _OF_YEARS if len(digits[0]) == _LONG else _OF_OTHERS:
            match = _patterns()[name].match(text, start)
            if match and _fits(name, text, match):
                yield MaskMatch(match.start(name), match.end(name), _FORMS[name][0])
                break


def _fits(name: str, text: str, match: re.Match[str]) -> bool:
    """Whether what stands around a number is what its form needs."""
    start, end = match.span(name)
    before = _before()[name].search(text, max(0, start - _REACH), start)
    if name == "score":
        return before is not None or _won().match(text, end) is not None or _falls(text, match)
    if before is None:
        return False
    who = before.groupdict().get("who") or ""
    if name in ("inside", "behind", "age") and who.rpartition(" ")[2].strip(".,").lower() in _no_author():
        return False
    if name in ("inside", "behind") and who.lower() in _no_author():
        return False
    if name == "behind":
        several = who.endswith("al.") or bool(re.search(r"\s(?:and|&)\s", who))
        return bool(before["lead"]) or several or _said().match(text, end) is not None
    if name == "age":
        return _is_person(text, who, end)
    return True


def _falls(text: str, match: re.Match[str]) -> bool:
    """Whether a pair is no range, since it falls, and a game is spoken of before it: "beat the 49ers 24-17"."""
    first, second = re.split(r"\s?[-–]\s?", match["score"].partition(",")[0])
    near = text[max(0, match.start() - _REACH) : match.start()]
    return int(first) > int(second) and _played().search(near) is not None


@cache
def _played() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(table('references')['citation']['played'])})\b")


def _is_person(text: str, who: str, end: int) -> bool:
    """Whether the name before an age is a person's: in parentheses only where no list of such numbers stands."""
    if any(word.lower() in _no_author() for word in (who, *who.split())):
        return False
    return text[end] == "," or (" " in who and len(_PARENTHESIZED.findall(text)) == 1)


def _note_number(text: str) -> Iterator[MaskMatch]:
    """The number of a note that a sentence opens with, where the sentence cites: most of its words are names."""
    match = _OPENING.match(text)
    if match is None:
        return
    words = _WORD.findall(text, match.end())
    names = sum(word[0].isupper() for word in words)
    lead = words[0].lower() in table("references")["citation"]["openings"] if words else False
    cites = text.rstrip().endswith(".") and "," in text and 10 * names >= 6 * len(words)
    if lead or cites:
        yield MaskMatch(match.start(1), match.end(1), "reference")
