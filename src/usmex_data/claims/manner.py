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
    text: str, start: int, end: int, sentence: tuple[int, int], *, after_statement: bool, quoted: bool, note: str = ""
) -> str:
    """What kind of statement a figure is; ``after_statement`` says that its period lies after the text was written.

    A word counts where it governs the figure: before it in its clause, or close behind a figure that opens the clause.
    """
    words = _statuses()
    low, high = _clause(text, start, end, sentence)
    governing = text[low:start]
    near = governing + " " + text[end : min(high, end + _NEAR)]
    opens = start - low < _OPENING
    whole = text[low:high] if opens else governing
    if quoted or words["opinion"].search(text, sentence[0], sentence[1]):
        return "opinion"
    if _ESTIMATES.search(governing) and not after_statement:
        return "estimate"
    rule = words["rule"].search(near)
    if rule and not _AVERAGE.search(governing) and not (after_statement and rule[0].lower() in ("must", "will")):
        return "rule"
    if words["target"].search(near):
        return "target"
    if after_statement or words["forecast"].search(whole):
        return "forecast"
    if words["estimate"].search(near) or _NOTED.search(note):
        return "estimate"
    return "reported"


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
