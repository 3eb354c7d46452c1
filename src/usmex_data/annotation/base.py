"""What a share, ratio or change is of or against, and what is measured: both in the sentence's own words."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import first_words
from .mention import Mention
from .nouns import noun_after

__all__ = ["base_of", "subject_of"]

_SHARES = frozenset({"percent", "percentage_point", "ratio", "rank", "basis_point"})
_COUNTS = frozenset({"count", "person"})
_ABBREVIATION = re.compile(r"\b(?:[A-Z]\.){2,}\Z")
_DIGIT = re.compile(r"\d")
_IS_VERB = re.compile(r"\w+ed\Z")
"""A figure that is a verb itself: "more than doubled"."""
_SHARE_OF = re.compile(r"(?:of|to)\s+")
_ASIDES = '(“”"'
_LONGEST = 120
"""The longest subject, in characters; a longer one is cut at a word."""
_REACH = 400
"""How far before a figure its subject may begin, in characters."""


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    """How a base begins, by what comes before it; the base itself is read up to its end by ``end``."""
    words = {name: alternatives(found) for name, found in table("context")["base"].items()}
    cardinals = alternatives(word for word, value in table("numbers")["cardinal"].items() if value > 1)
    patterns = {
        "end": rf"[,;:()]|\s[—–]\s|(?<![A-Z])\.(?=\s|$)|\s(?:(?:{words['ends']})|by\s+\d|in\s+\d{{4}})\b",
        "of": rf"\s*(?:\)\s*)?(?P<base>(?:{words['of']})\s+(?=[^\W\d]))",
        "set": rf"\s+(?P<base>(?:{words['set']})\b)",
        # "three times as high | as in 2020"
        "as": rf"(?:\s+as\s+(?:[a-z]+\s+){{1,3}}?)?\s*(?P<base>as\s+(?:{words['as_goes_on']})\b)",
        "of_number": rf"\s+(?P<base>of\s+(?:the\s+)?(?:\w+\s+)?(?=\w))(?:{cardinals}|\d+)\b",
        "than": rf"[^.;]{{0,80}}?\b(?P<base>(?:{words['than']})\s+(?=\S))",
        "compared": rf"[^.;)]{{0,120}}?\b(?P<base>(?:{words['compare']})\s+(?=\S))",
        "below": rf"\s+(?P<base>(?:{words['below']})\s+(?:(?:{words['below_goes_on']})\b|pre-|[A-Z0-9]))",
        "from": rf"\s+(?P<base>(?:{words['from']})\s+(?:{words['from_goes_on']})\s+[^,.;]{{1,60}}?)(?=[,.;]|$)",
        "leading": rf"\A(?:{words['leading']})\s+(?:{words['determiners']})\s+[^,]{{1,60}}?(?=,)",
        "of_before": rf"\b(?P<base>(?:{words['of_before']}))\s*,?\s+(?:\w+\s+)?\Z",
    }
    fixed = ("end", "below", "leading")  # capital letters matter in these
    return {name: re.compile(pattern, 0 if name in fixed else re.IGNORECASE) for name, pattern in patterns.items()}


def base_of(mention: Mention, unit: str, change: str, kind: str) -> str:
    """The words that say what a share is of, or a ratio or change against; empty where the sentence does not say.

    ``kind`` is the numeral's.
    """
    if unit == "rank":
        return _begun(mention, "set") or _begun(mention, "of", before_digits=True)
    if unit not in _SHARES and kind not in ("fraction", "odds") and change == "level":
        return _begun(mention, "of_number") if unit in _COUNTS else _begun(mention, "compared", reach=_REACH // 4)
    if unit == "ratio":
        order: tuple[str, ...] = ("as", "than", "compared", "of")
    elif change != "level":
        order = ("compared", "below", "from", "of", "than")
    else:
        order = ("of", "compared", "than")
    found = (_begun(mention, name, before_digits=True) for name in order)
    return next((words for words in found if words), "") or _stated_before(mention)


@cache
def _needed() -> dict[str, frozenset[str]]:
    """Words of which a base of some kinds begins with one, so that most sentences need not be searched for it."""
    words = table("context")["base"]
    return {name: first_words(words[part]) for name, part in (("than", "than"), ("compared", "compare"))}


def _begun(mention: Mention, name: str, *, before_digits: bool = False, reach: int = _REACH) -> str:
    """The base that begins behind the figure as a pattern says, up to its end; empty without one."""
    if name in _needed() and not mention.words.hold(_needed()[name]):
        return ""
    match = mention.behind(_patterns()[name], reach=reach)
    if match is None or (before_digits and _DIGIT.search(mention.text, mention.end, match.start("base"))):
        return ""
    if match.start("base") >= mention.high:
        return ""
    high = min(mention.sentence[1], match.end() + _REACH)
    end = _patterns()["end"].search(mention.text, match.end(), high)
    words = mention.text[match.start("base") : end.start() if end else high].strip()
    return words if _ABBREVIATION.search(words) else words.rstrip(".,;")


def _stated_before(mention: Mention) -> str:
    """The base before its figure: "Of the 32 states, 14 …", "of whom 5 …"."""
    leading = _patterns()["leading"].match(mention.text[mention.sentence[0] : mention.start][:_REACH])
    if leading:
        return leading[0]
    before = _patterns()["of_before"].search(mention.before(30))
    return before["base"] if before else ""


@cache
def _subject_patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("context")["subject"].items()}
    return {
        "adverbial": re.compile(
            rf"\A(?:(?:{words['adverbials']})\b[^,]{{1,80}},\s*|(?:{words['conjunctions']})\b[^,]{{1,200}},\s*"
            rf"|(?:{words['links']})\s*,?\s+)+"
        ),
        "turn": re.compile(
            rf"[;:]\s+|,\s+(?:{words['turns']})\s+(?:the\s+)?|\s[—–]\s|(?:{words['reports']})\s+that\s+|\b(?:i|ii|iii|iv|v)\)\s+"
        ),
        "verb": re.compile(rf"\s(?:{words['verbs']})\b"),
        "aside": re.compile(r"\s*\([^)]*(?:\)|\Z)|[“”\"]"),
        "trailing": re.compile(rf"(?:(?:\A|\s+|,\s*)(?:{words['trailing']}))+\Z", re.IGNORECASE),
        "opening": re.compile(rf"\A(?:(?:{words['conjunctions']})\s+)+"),
        "empty": re.compile(
            rf"(?:(?:{words['empty']})(?:\s+(?:{words['empty']}))*)?|.*(?<!\d)(?!(?:19|20)\d\d(?!\d))\d.*",
            re.IGNORECASE | re.DOTALL,
        ),
    }


def subject_of(mention: Mention, base: str = "") -> str:
    """What is measured, in the sentence's words; empty where they name nothing, or too much to be it.

    That is what stands before the verb that leads to the figure; where the figure stands in the subject itself, the
    noun behind it ("the new 75% | regional value content"), or what it is a share of (``base``).
    """
    share = _SHARE_OF.match(base)
    return _subject_before(mention) or _subject_behind(mention) or (base[share.end() :] if share else "")


def _subject_before(mention: Mention) -> str:
    """The words before the verb that leads to a figure, or before the figure where it is a verb itself."""
    patterns = _subject_patterns()
    clause = mention.before(_REACH)
    adverbial = patterns["adverbial"].match(clause)
    clause = clause[adverbial.end() :] if adverbial else clause
    begin = max((turn.end() for turn in patterns["turn"].finditer(clause)), default=0)
    clause = patterns["opening"].sub("", clause[begin:])
    aside = patterns["aside"].search(clause) if any(sign in clause for sign in _ASIDES) else None
    verb = patterns["verb"].search(clause)
    if aside and (verb is None or aside.start() < verb.start()):
        words = clause[: aside.start()]
    else:
        words = (
            clause[: verb.start()]
            if verb
            else clause
            if _IS_VERB.search(mention.text, mention.start, mention.end)
            else ""
        )
    words = patterns["trailing"].sub("", words.strip(" ,("))
    return "" if patterns["empty"].fullmatch(words) or len(words) > _LONGEST else words


def _subject_behind(mention: Mention) -> str:
    """The noun that a figure stands before, up to its verb: "75% regional value content aims"."""
    patterns = _subject_patterns()
    noun = (
        noun_after(mention.text, mention.end, mention.sentence[1])
        if mention.text[mention.end : mention.end + 1] == " "
        else None
    )
    words = mention.text[noun.start : noun.end] if noun else ""
    verb = patterns["verb"].search(words)
    words = words[: verb.start()] if verb else words
    return "" if patterns["empty"].fullmatch(words) else words
