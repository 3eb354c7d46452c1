"""What a share, ratio or change is of or against, word for word."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table

__all__ = ["base_of", "subject_of"]

_END = re.compile(
    r"[,;:()]|\s[—–]\s|(?<![A-Z])\.(?=\s|$)|\s(?:which|that|who|while|whereas|but|because|although|is|are|was|were|has|have|had|will|would|could|can|may|should|meets?|met|already|depends?|comes?|came|lives?|"
    r"and\s+(?:the|a|is|are|was|were|will|contributes?|it|they)|by\s+\d|in\s+\d{4}|being|compared|in\s+comparison|respectively|representing|making|to\s+(?:be|support|help)|(?:rose|fell|grew|originate|go|goes|went)\b)\b"
)
_OF = re.compile(r"\s*(?:\)\s*)?(?P<base>(?:of|to)\s+(?=\w))")
_THAN = re.compile(r"[^.;]{0,80}?\b(?P<base>than\s+(?=\S))")


@cache
def _compared() -> re.Pattern[str]:
    return re.compile(
        rf"[^.;]{{0,120}}?\b(?P<base>(?:{alternatives(table('context')['base']['compare'])})\s+(?=\S))", re.IGNORECASE
    )


_LEADING = re.compile(r"\A(?:Of|Out\s+of|Among)\s+(?:this|these|those|the)\s+[^,]{1,60}?(?=,)")
_OF_BEFORE = re.compile(r"\b(?:of\s+(?:which|whom|them|these|those))\s*,?\s+(?:\w+\s+)?\Z", re.IGNORECASE)
_BELOW = re.compile(
    r"\s+(?P<base>(?:below|above|lower\s+than|higher\s+than|over|under)\s+(?:the|those|that|its|their|levels|pre-|[A-Z0-9]))"
)
_FROM = re.compile(r"\s+(?P<base>from\s+(?:the|its|their|a)\s+[^,.;]{1,60}?)(?=[,.;]|$)")


def base_of(text: str, end: int, sentence: tuple[int, int], unit: str, change: str, start: int, kind: str) -> str:
    """The words that say what a share is of, or a ratio or change against; empty where the sentence does not say."""
    high = sentence[1]
    share = unit in ("percent", "percentage_point", "ratio", "rank", "basis_point") or kind in ("fraction", "odds")
    if not share and change == "level" and unit not in ("count", "person"):
        compared = _compared().match(text, end, min(high, end + 60))
        return _until(text, compared.start("base"), compared.end(), high) if compared else ""
    if unit in ("count", "person") and change == "level":
        out_of = re.compile(
            r"\s+(?P<base>of\s+(?:the\s+)?(?:\w+\s+){0,1}(?=\w))(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+|twelve|thirteen)\b)"
        ).match(text, end, high)
        return _until(text, out_of.start("base"), out_of.end(), high) if out_of else ""
    if unit == "ratio":
        patterns = (_THAN, _compared(), _OF)
    elif change != "level":
        patterns = (_compared(), _BELOW, _FROM, _OF, _THAN)
    else:
        patterns = (_OF, _compared(), _THAN)
    for pattern in patterns:
        match = pattern.match(text, end, high)
        if match and not re.search(r"\d", text[end : match.start("base")]):
            return _until(text, match.start("base"), match.end(), high)
    leading = _LEADING.match(text[sentence[0] : start])
    if leading:
        return leading[0]
    before = _OF_BEFORE.search(text[max(sentence[0], start - 30) : start])
    return re.sub(r"[,\s]+\Z", "", before[0]) if before else ""


def _until(text: str, start: int, position: int, high: int) -> str:
    match = _END.search(text, position, high)
    words = text[start : match.start() if match else high].strip()
    return words if words.endswith("U.S.") else words.rstrip(".,;")


# Words that point at a subject and name none, or only lead up to one.
_NO_SUBJECT = re.compile(
    r"(?:it|they|this|these|those|that|there|we|he|she|for|in|with|as|by|at|of|to|from|and|which|who|its|their|the|a|an)?",
    re.IGNORECASE,
)
_ADVERBIAL = re.compile(
    r"\A(?:(?:In|By|During|Since|For|Over|At|On|As|Of|From|According)\b[^,]{1,80},\s*|(?:However|Moreover|Indeed|Meanwhile|Likewise|Similarly|Finally|Today|Currently|In\s+addition|By\s+contrast|For\s+example)\s*,?\s*)+"
)
_VERB = re.compile(
    r"\s(?:is|are|was|were|has|have|had|will|would|could|can|may|might|should|must|rose|fell|grew|increased|decreased|declined|dropped|reached|stood|totaled|totalled|averaged|accounts?|accounted|represents?|ranges?|depends?|meets?|exceeded|climbed|jumped|hit|went|amounted|remained|came|paid|moves)\b"
)


def subject_of(text: str, start: int, sentence: tuple[int, int], low: int) -> str:
    """What is measured, in the sentence's words: its subject, or else the words between the figure before and this one."""
    clause = text[sentence[0] : start]
    shift = _ADVERBIAL.match(clause)
    begin = sentence[0] + (shift.end() if shift else 0)
    breaks = [
        match.end()
        for match in re.finditer(r"(?:[;:]\s+|,\s+(?:and|but|while|whereas)\s+(?:the\s+)?|\s[—–]\s)", text[begin:start])
    ]
    if breaks:
        begin += breaks[-1]
    verb = _VERB.search(text, begin, start)
    words = text[begin : verb.start() if verb else start].strip(" ,(")
    if _NO_SUBJECT.fullmatch(words) or re.match(r"\d", words):
        return ""
    return words if len(words) <= 120 else words[:120].rsplit(" ", 1)[0]
