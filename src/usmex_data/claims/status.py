"""How a figure is meant: as reported, ruled, aimed at, foreseen, estimated or opined; and who is credited with it."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
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
_ARTICLE = re.compile(r"\Athe\s+")


@cache
def _statuses() -> dict[str, re.Pattern[str]]:
    """A pattern for each kind of statement, and for the words that help to tell them apart."""
    words = table("context")["status"]
    return {name: re.compile(rf"(?<![\w-])(?:{alternatives(words[name])})(?!\w)", re.IGNORECASE) for name in words}


def status_of(spot: Spot, unit: str, *, after_statement: bool, quoted: bool, before: str = "", note: str = "") -> str:
    """What kind of statement a figure is; ``after_statement`` says that its period lies after the text was written.

    ``before`` is the paragraph up to the sentence, for "it was 26 %", which is as estimated as what it refers to.
    A word counts where it governs the figure: before it in its clause, or close behind a figure that opens the clause.
    """
    words = _statuses()
    low, high = clause_of(spot)
    governing = spot.text[low : spot.start]
    near = f"{governing} {spot.text[spot.end : min(high, spot.end + _NEAR)]}"
    if quoted or words["opinion"].search(spot.text, max(spot.sentence[0], spot.start - _REACH), high):
        return "opinion"
    if not after_statement and _is_estimated(spot.before(_REACH), before):
        return "estimate"
    if _is_rule(near, governing, after_statement=after_statement):
        return "rule"
    if words["target"].search(f"{governing} {spot.text[spot.end : min(high, spot.end + _OWN)]}"):
        return "target"
    if after_statement or words["forecast"].search(_foretold(governing, spot.text[low:high], unit)):
        return "forecast"
    return "estimate" if words["estimate"].search(near) or _NOTED.search(note) else "reported"


@cache
def _governed() -> dict[str, re.Pattern[str]]:
    """What points back to a statement before, states a fact by its verb, or foretells a rank."""
    words = {name: alternatives(found) for name, found in table("context")["governed"].items()}
    return {
        "refers": re.compile(
            rf"\b(?:{words['pronouns']})\s+(?:{words['copulas']})\s+(?:(?:{words['hedges']})\s+)?\Z", re.IGNORECASE
        ),
        "stated": re.compile(rf"\b(?:{words['facts']})\b", re.IGNORECASE),
        "becomes": re.compile(rf"\b(?:{words['becoming']})\s+(?:[\w’'-]+\s+){{0,3}}\Z", re.IGNORECASE),
    }


def _is_estimated(before_figure: str, before_sentence: str) -> bool:
    """Whether an estimate governs the figure, in its sentence or in the one that its pronoun points to."""
    estimates = _statuses()["estimates"]
    if estimates.search(before_figure):
        return True
    refers = _governed()["refers"].search(before_figure)
    return bool(refers) and bool(estimates.search(before_sentence.rpartition(". ")[2]))


def _foretold(governing: str, clause: str, unit: str) -> str:
    """The words that may foretell a figure: what governs it, and the verb of a figure that is its clause's subject.

    A rank in apposition ("as the largest partner, it could …") is no part of what is foretold.
    """
    if unit == "rank":
        return governing[-_NEAR:] if _governed()["becomes"].search(governing) else ""
    opens = len(governing) < _OPENING and not _governed()["stated"].search(governing)
    return clause if opens else governing


def _is_rule(near: str, governing: str, *, after_statement: bool) -> bool:
    """Whether a word of law governs a figure that is not measured."""
    rule = _statuses()["rule"].search(near)
    if rule is None or _statuses()["measured"].search(governing):
        return False
    return not (after_statement and rule[0].lower() in table("context")["status"]["weak_rule"])


@cache
def _credits() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    """Patterns of "according to NAME" and "NAME estimates", and of the organisations that are known."""
    words = table("context")["attribution"]
    name = r"(?P<name>(?:the\s+)?(?:[A-Z][\w.&’'-]{0,40}(?:\s+(?:of|for|and|on|the|de|del|y)\s+(?=[A-Z]))?\s?){1,8})"
    return (
        re.compile(rf"\b(?i:{alternatives(words['before'])})\s+{name}"),
        re.compile(
            rf"(?<![\w.&’'-]){name}\s?(?:\([A-Z&]+\)\s+)?(?:has\s+|have\s+)?(?:{alternatives(words['verbs'])})\b"
        ),
        re.compile(rf"\b(?:{alternatives(words['organisations'])})\b", re.IGNORECASE),
    )


def attribution_of(sentence: str, note: str) -> str:
    """Who the text credits with the figures of a sentence: named in it, or else in the note."""
    before, verbs, known = _credits()
    match = before.search(sentence)
    if match:
        return _ARTICLE.sub("", match["name"].strip().rstrip(".,"))
    match = verbs.search(sentence)
    if match and known.search(match["name"]):
        return _ARTICLE.sub("", match["name"].strip())
    found = known.search(note)
    return found[0] if found else ""
