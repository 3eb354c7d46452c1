"""How a figure is meant: as a movement or a level, as reported, ruled, aimed at, foreseen, estimated or opined."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table

__all__ = ["attribution_of", "change_of", "status_of"]

_CLAUSE_START = re.compile(
    r"(?:[;:]|,\s+(?:while|whereas|but|with|and\s+the|compared)\b|\s[—–]\s|\b(?:that|who|which)\s+(?:have|has|are|is|were|was|had)\b|\bwhere\b)"
)
_CLAUSE_END = re.compile(r"[;:]|,\s+(?:while|whereas|but|which|with|and)\b|\s[—–]\s|\s\(")


@cache
def _changes() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = table("context")["change"]
    return tuple(
        re.compile(rf"\b(?:{alternatives(words[name])})\b", re.IGNORECASE) for name in ("increase", "decrease")
    )  # type: ignore[return-value]


@cache
def _statuses() -> dict[str, re.Pattern[str]]:
    words = table("context")["status"]
    return {name: re.compile(rf"(?<![\w-])(?:{alternatives(words[name])})(?!\w)", re.IGNORECASE) for name in words}


_BY_BEFORE = re.compile(r"\b(?:by|an?|the)\s+(?:[\w-]+\s+){0,2}\Z")
_SIZE = re.compile(
    r"\A\s*(?:(?:year-on-year|annual|annualized|sharp|steep|further|net|overall|real|nominal|steeper|cumulative)\s+){0,2}(?:increase|decrease|rise|fall|drop|decline|growth|reduction|cut|gain|loss|hike|surge|jump|expansion|contraction|lower|higher|more|less|fewer|boost|improvement|slump|downturn|uptick|dip|down|up)\b",
    re.IGNORECASE,
)
_FROM_TO = re.compile(
    r"\b(?:from|to|at|of)\s+(?:(?:about|around|roughly|nearly|some|approximately|just|over|under|almost|below|above|more\s+than|less\s+than)\s+)*\Z",
    re.IGNORECASE,
)
_COMPARISON = re.compile(r"\A[^,.;]{0,90}\bthan\b", re.IGNORECASE)


_GREW = re.compile(
    r"\b(?:to|will|would|could|may|might|can|should)\s+(?:more\s+than\s+|nearly\s+|almost\s+|about\s+)?\Z",
    re.IGNORECASE,
)
_SINCE = re.compile(r"\s+as\s+(?:in|during)\s+(?:the\s+)?(?:previous|prior|preceding|last|\d)", re.IGNORECASE)


def change_of(text: str, start: int, end: int, low: int, high: int, unit: str, word: str) -> str:
    """``increase`` or ``decrease`` where the figure is the size of a movement, else ``level``.

    ``low`` and ``high`` bound what may speak of this figure: its clause, and the figures beside it.
    """
    if unit == "rank":
        return "level"
    if word:
        return word
    if unit == "ratio":
        return (
            "increase"
            if _GREW.search(text[max(low, start - 30) : start]) or _SINCE.match(text[end : end + 40])
            else "level"
        )
    up, down = _changes()
    behind = text[end : min(high, end + 60)]
    size = _SIZE.match(behind)
    if size:
        if _COMPARISON.match(behind) and not re.search(
            r"\bthan\s+(?:in\s+)?(?:the\s+(?:previous|prior|same)|a\s+year|\d{4}|last)", behind
        ):
            return "level"
        return "decrease" if down.search(size[0]) else "increase"
    before = text[max(low, start - 90) : start]
    if _FROM_TO.search(before) and not re.search(
        r"\b(?:increase|decrease|rise|drop|fall|decline|growth|reduction|cut|gain|loss|reductions)\s+of\s+(?:[\w-]+\s+){0,2}\Z",
        before,
        re.IGNORECASE,
    ):
        return "level"
    return _moved(before, up, down, unit)


def _moved(before: str, up: re.Pattern[str], down: re.Pattern[str], unit: str) -> str:
    best, word, at = -1, "level", -1
    for pattern, name in ((up, "increase"), (down, "decrease")):
        for match in pattern.finditer(before):
            if match.end() > best:
                best, word, at = match.end(), name, match.end()
    if best < 0:
        return "level"
    gap = before[at:]
    near = re.fullmatch(
        r"(?:\s+(?:by|only|of|just|another|almost|nearly|some|about|around|a|an|an\s+additional|more|than|over|at\s+least|up\s+to|roughly|approximately|to\s+grow|slightly|sharply|significantly|further))*\s*",
        gap,
        re.IGNORECASE,
    )
    named = re.fullmatch(r"\s+(?:[\w’'.-]+\s+){0,5}(?:by|of)\s+(?:[\w-]+\s+){0,2}", gap, re.IGNORECASE)
    loose = (
        re.fullmatch(r"\s+(?:[\w’'.$-]+\s+){0,6}(?:[–—-]\s+)?", gap)
        if unit.startswith(("percent", "basis", "ratio"))
        else None
    )
    return word if near or named or loose else "level"


def status_of(
    text: str,
    start: int,
    end: int,
    sentence: tuple[int, int],
    *,
    unit: str,
    after_statement: bool,
    quoted: bool,
    before: str = "",
    note: str = "",
) -> str:
    """What kind of statement a figure is; ``after_statement`` says that its period lies after the text was written.

    A word counts where it governs the figure: before it in its clause, or close behind a figure that opens the clause.
    ``before`` is the paragraph up to the sentence, for "it was 26 %", which is as estimated as what it refers to.
    """
    words = _statuses()
    low, high = _clause(text, start, end, sentence)
    governing = text[low:start]
    if quoted or words["opinion"].search(text, sentence[0], sentence[1]):
        return "opinion"
    if _is_estimated(text[sentence[0] : start], before) and not after_statement:
        return "estimate"
    near = f"{governing} {text[end : min(high, end + _NEAR)]}"
    rule = words["rule"].search(near)
    if rule and not _AVERAGE.search(governing) and not (after_statement and rule[0].lower() in ("must", "will")):
        return "rule"
    if words["target"].search(f"{governing} {text[end : min(high, end + _OWN)]}"):
        return "target"
    if after_statement or words["forecast"].search(_foretold(text, start, low, high, unit)):
        return "forecast"
    if words["estimate"].search(near) or _NOTED.search(note):
        return "estimate"
    return "reported"


def _is_estimated(before_figure: str, before_sentence: str) -> bool:
    if _ESTIMATES.search(before_figure):
        return True
    return bool(_REFERS.search(before_figure) and _ESTIMATES.search(before_sentence.rpartition(". ")[2]))


def _foretold(text: str, start: int, low: int, high: int, unit: str) -> str:
    """The words that may foretell a figure: what governs it, and the verb of a figure that is its clause's subject.

    A rank in apposition ("as the largest partner, it could …") is no part of what is foretold.
    """
    governing = text[low:start]
    if unit == "rank":
        return governing[-_NEAR:] if _BECOMES.search(governing) else ""
    opens = len(governing) < _OPENING and not _STATED.search(governing)
    return text[low:high] if opens else governing


_OWN = 15
"""How far behind a figure the noun that it belongs to may stand ("the 40 % target"), in characters."""
_REFERS = re.compile(r"\b(?:it|they|this|that)\s+(?:is|was|were|are)\s+(?:about\s+)?\Z", re.IGNORECASE)
_STATED = re.compile(r"\b(?:is|are|was|were|has|have|had)\b", re.IGNORECASE)
_BECOMES = re.compile(r"\b(?:be|become|becoming|launch|build|create|remain)\s+(?:[\w’'-]+\s+){0,3}\Z", re.IGNORECASE)
_NEAR = 40
"""How far behind a figure a word may stand that says how it is meant ("$16 wage requirement"), in characters."""
_OPENING = 25
"""A figure that begins this near to the start of its clause is its subject, and the verb behind it governs it."""
_ESTIMATES = re.compile(
    r"\b(?:estimat(?:e|es|ed)\s+(?:that|them|it|at|to\s+be)|is\s+estimated|are\s+estimated|analysts|preliminary)\b",
    re.IGNORECASE,
)
_NOTED = re.compile(r"(?:(?:^|\.)\s*Estimated\s(?!and\b)|\b(?:are|is)\s+(?:\w+\s+)?estimates?\b)")
_AVERAGE = re.compile(r"\b(?:average|prices?|paid|costs?)\b", re.IGNORECASE)


def _clause(text: str, start: int, end: int, sentence: tuple[int, int]) -> tuple[int, int]:
    """The stretch of a sentence that speaks of a figure: from the last clause break before it to the next behind."""
    low = sentence[0]
    for match in _CLAUSE_START.finditer(text, sentence[0], start):
        low = match.end()
    after = _CLAUSE_END.search(text, end, sentence[1])
    return low, after.start() if after else sentence[1]


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    words = table("context")["attribution"]
    name = r"(?P<name>(?:the\s+)?(?:[A-Z][\w.&’'-]*(?:\s+(?:of|for|and|on|the|de|del|y)\s+(?=[A-Z]))?\s?){1,8})"
    return (
        re.compile(rf"\b(?i:{alternatives(words['before'])})\s+{name}"),
        re.compile(rf"{name}\s*(?:\([A-Z&]+\)\s+)?(?:has\s+|have\s+)?(?:{alternatives(words['verbs'])})\b"),
        re.compile(rf"\b(?:{alternatives(words['organisations'])})\b", re.IGNORECASE),
    )


def attribution_of(sentence: str, note: str) -> str:
    """Who the text credits with a figure: named in its sentence, or else at the head of its note."""
    before, verbs, known = _credits()
    match = before.search(sentence)
    if match:
        return re.sub(r"^the\s+", "", match["name"].strip().rstrip(".,"))
    match = verbs.search(sentence)
    if match and known.search(match["name"]):
        return re.sub(r"^the\s+", "", match["name"].strip())
    found = known.search(note)
    return found[0] if found else ""
