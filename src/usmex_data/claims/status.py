"""How a figure is meant: as reported, ruled, aimed at, foreseen, estimated or opined; and who is credited with it."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ..language import alternatives, table
from ..language.phrases import Sought, first_words
from .clauses import clause_of
from .spot import Spot

__all__ = ["attribution_of", "status_of"]

_NEAR = 40
"""How far behind a figure a word may stand that says how it is meant ("$16 wage requirement"), in characters."""
_OWN = 15
"""How far behind a figure the noun that it belongs to may stand ("the 40 % target"), in characters."""
_REACH = 400
"""How far before a figure the estimate may stand that governs it, in characters."""
_OPENING = 25
"""A figure that begins this near to the start of its clause is its subject, and the verb behind it governs it."""
_NOTED = re.compile(r"(?:^|\.)\s*Estimated\s(?!and\b)|\b(?:are|is)\s+(?:\w+\s+)?estimates?\b")
_ARTICLE = re.compile(r"\A[Tt]he\s+")


@cache
def _statuses() -> dict[str, Sought]:
    """A pattern for each kind of statement, and for the words that help to tell them apart."""
    words = table("context")["status"]
    return {
        name: Sought(
            re.compile(rf"(?<![\w-])(?:{alternatives(words[name])})(?!\w)", re.IGNORECASE), first_words(words[name])
        )
        for name in words
    }


def status_of(spot: Spot, unit: str, *, time: int, quoted: bool, before: str = "", note: str = "") -> str:
    """What kind of statement a figure is; ``time`` is 1 for a period after the text was written, -1 before.

    ``before`` is the paragraph up to the sentence, for "it was 26 %", which is as estimated as what it refers to.
    A word counts where it governs the figure: before it in its clause, or close behind a figure that opens the clause.
    """
    words, (low, high) = spot.words, clause_of(spot)
    patterns, begin = _statuses(), max(spot.sentence[0], spot.start - _REACH)
    if quoted or words.has(patterns["opinion"], begin, min(spot.sentence[1], spot.end + _REACH)):
        return "opinion"
    if time <= 0 and _is_estimated(spot, begin, before):
        return "estimate"
    if _is_rule(spot, low, high, ahead=time > 0):
        return "rule"
    if _governs(spot, "target", low, min(high, spot.end + _OWN)):
        return "target"
    if time > 0 or (time == 0 and _is_foretold(spot, unit, low, high)):
        return "forecast"
    estimated = _governs(spot, "estimate", low, min(high, spot.end + _NEAR))
    return "estimate" if estimated or _NOTED.search(note) else "reported"


def _governs(spot: Spot, kind: str, low: int, high: int) -> re.Match[str] | None:
    """The first word of a kind that governs a figure: before it from ``low`` on, or behind it up to ``high``."""
    pattern = _statuses()[kind]
    return spot.words.first(pattern, low, spot.start) or spot.words.first(pattern, spot.end, high)


@cache
def _governed() -> dict[str, re.Pattern[str]]:
    """What points back to a statement before, or foretells a rank."""
    words = {name: alternatives(found) for name, found in table("context")["governed"].items()}
    return {
        "refers": re.compile(
            rf"\b(?:{words['pronouns']})\s+(?:{words['copulas']})\s+(?:(?:{words['hedges']})\s+)?\Z", re.IGNORECASE
        ),
        "becomes": re.compile(rf"\b(?:{words['becoming']})\s+(?:[\w’'-]+\s+){{0,3}}\Z", re.IGNORECASE),
    }


@cache
def _stated() -> Sought:
    """What states a fact by its verb."""
    facts = table("context")["governed"]["facts"]
    return Sought(re.compile(rf"\b(?:{alternatives(facts)})\b", re.IGNORECASE), first_words(facts))


def _is_estimated(spot: Spot, begin: int, before_sentence: str) -> bool:
    """Whether an estimate governs the figure, in its sentence or in the one that its pronoun points to."""
    estimates = _statuses()["estimates"]
    if spot.words.has(estimates, begin, spot.start):
        return True
    refers = _governed()["refers"].search(spot.before(_NEAR))
    return bool(refers) and bool(estimates.pattern.search(before_sentence.rpartition(". ")[2]))


def _is_foretold(spot: Spot, unit: str, low: int, high: int) -> bool:
    """Whether a word foretells a figure: what governs it, or the verb of a figure that is its clause's subject.

    A rank in apposition ("as the largest partner, it could …") is no part of what is foretold.
    """
    words, forecast = spot.words, _statuses()["forecast"]
    if unit == "rank":
        becomes = _governed()["becomes"].search(spot.before(_NEAR, low))
        return bool(becomes) and words.has(forecast, max(low, spot.start - _NEAR), spot.start)
    opens = spot.start - low < _OPENING and not words.has(_stated(), low, spot.start)
    return words.has(forecast, low, spot.start) or (opens and words.has(forecast, low, high))


def _is_rule(spot: Spot, low: int, high: int, *, ahead: bool) -> bool:
    """Whether a word of law governs a figure that is not measured."""
    rule = _governs(spot, "rule", low, min(high, spot.end + _NEAR))
    if rule is None or spot.words.has(_statuses()["measured"], low, spot.start):
        return False
    return not (ahead and rule[0].lower() in table("context")["status"]["weak_rule"])


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of "according to NAME" and "NAME estimates", and of the organisations that are known."""
    words = table("context")["attribution"]
    word, small = r"[A-Z][\w.&’'-]*+", r"(?:of|for|and|on|the|de|del|y)"
    name = rf"(?P<name>(?:the\s+)?{word}(?:\s+(?:{small}\s+)?{word}){{0,7}})"
    return (
        re.compile(rf"\b(?i:{alternatives(words['before'])})\s+{name}"),
        re.compile(
            rf"(?<![\w.&’'-]){name}\s+(?:\([A-Z&]+\)\s+)?(?:has\s+|have\s+)?(?:{alternatives(words['verbs'])})\b"
        ),
        re.compile(rf"\b(?:{alternatives(words['organisations'])})\b", re.IGNORECASE),
    )


def attribution_of(sentence: str, note: str, at: int) -> str:
    """Who the text credits with the figure at ``at`` of a sentence: named in it, or else in the note.

    "The price fell by 4 percent and the IMF forecasts another drop": what is said before its source is not its.
    """
    name, start, joined = _named(sentence)
    if name and not (joined and start > at):
        return name
    # A name in small letters is part of an address.
    return next((found[0] for found in _credits()[2].finditer(note) if not found[0].islower()), "")


@lru_cache(maxsize=16)
def _named(sentence: str) -> tuple[str, int, bool]:
    """Who a sentence names as its source, where, and whether only for what follows ("… and the IMF forecasts").

    Asked for once a figure, found once a sentence.
    """
    before, verbs, known = _credits()
    match = before.search(sentence)
    if match:
        return _ARTICLE.sub("", match["name"].strip().rstrip(".,")), match.start(), False
    match = verbs.search(sentence)
    if match is None or not known.search(match["name"]):
        return "", 0, False
    joined = sentence[: match.start()].endswith(" and ")
    return _ARTICLE.sub("", match["name"].strip()), match.start(), joined
