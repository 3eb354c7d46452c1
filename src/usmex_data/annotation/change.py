"""Whether a figure is the size of a movement over time, and which way it went, or a level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .comparison import is_compared
from .mention import Mention
from .moment import Time
from .moves import movements

__all__ = ["change_of"]

_REACH = 90
"""How far before a figure the verb of its movement may stand, in characters."""
_NEAR = 60
"""How far before a figure the preposition or noun of its movement may stand, in characters."""
_BEHIND = 100
_COUNTED = ("count", "person")
_BEFORE = 15
"""How far before a word of movement the word may stand that binds it to a verb or noun, in characters."""
_FOLD = "fold"
"""What a multiplier ends with that is the size of a movement: "a threefold increase"."""
_CLAUSE = 200
"""How far before a figure in brackets the movements may be named that it is one of, in characters."""


@cache
def _words() -> dict[str, str]:
    return {name: alternatives(words) for name, words in table("context")["change"].items()}


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = _words()
    months = alternatives(names[0] for names in table("dates")["months"])
    earlier = rf"(?:{words['earlier']})\b|(?:in\s+)?\d{{4}}"
    patterns = {
        "increase": rf"\b(?:{words['increase']})\b",
        "decrease": rf"\b(?:{words['decrease']})\b",
        # "5 percent annual increase"
        "size": rf"\s*(?:(?:{words['size_adjectives']})\s+){{0,2}}(?:{words['size']})\b",
        # "from about 5", "at 7"
        "level": rf"\b(?:{words['level']})\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        # "a reduction of 5"
        "size_of": rf"\b(?:{words['size_of']})\s+(?:in\s+(?:[\w’'-]+\s+){{1,5}})?of\s+(?:[\w-]+\s+){{0,2}}\Z",
        # "5 percent higher than in Canada", and with a time: "than last year"
        "than": rf"[^,.;]{{0,90}}\b(?:{words['than']})\b",
        "comparative": rf"\b(?:{words['greater']}|{words['smaller']})\b",
        "as": rf"\s+(?:[a-z-]+\s+){{0,2}}?(?:{words['as']})\b",
        "than_earlier": rf"[^,.;]{{0,90}}\b(?:{words['than']})\s+(?:{earlier})",
        # "will more than double", "twice as much as in 2017"
        "grew": rf"\b(?:{words['grew']})\s+(?:(?:{words['grew_hedges']})\s+)?\Z",
        "as_earlier": rf"\s+(?:{words['as_earlier']})\b"
        rf"|\s+as\s+(?:in|on|during)\s+(?:early\s+|late\s+)?(?:\d|{months}\b)",
        # between a verb of movement and its size
        "near": rf"(?:\s+(?:{words['between']}))*\s*",
        "named": rf"\s+(?:[\w’'.-]+\s+){{0,5}}(?:{words['size_links']})\s+(?:[\w-]+\s+){{0,2}}",
        "by": rf"\s+(?:[\w’'.-]+\s+){{0,9}}(?:{words['by']})\s+",
        "of_noun": rf"\s+(?!(?:{words['between']}|{words['objects']})\b)[a-z-]+\s+(?P<noun>{words['size_nouns']})\b",
        "article": rf"\b(?:{words['articles']})\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        "pace": rf"\b(?P<verb>{words['increase']}|{words['decrease']})\s+(?:[a-z]+ly\s+)?at\s+(?:[\w-]+\s+){{1,5}}"
        rf"(?:{words['paces']})\s+of\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        "at": rf"\b(?P<verb>{words['increase']}|{words['decrease']})\s+at\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        "a_time": rf"\s+(?:{words['a_time']})\b",
        "foreseen": rf"\b(?:{words['growth']})\s+(?:{words['be']})\s+(?:{words['foreseen']})\s+at"
        rf"\s+(?:(?:{words['level_hedges']})\s+)*\Z",
        "phrasal": rf"(?:-|\b(?:{words['phrasal']})\s+)\Z",
        "particle": r"up|down",
        "raised": rf"(?:{words['raised']})",
        "objects": rf"\b(?:{words['objects']})\s+(?:an?\s+)?(?:additional\s+|another\s+|further\s+)?\Z",
        "attributive": rf"(?:{words['attributive']})",
        "transitive": rf"(?:{words['transitive']})",
        "stocks": rf"\s+(?:of\s+)?(?:[\w’'-]+\s+){{0,2}}?(?:{words['stocks']})\b",
        "things": r"\s+of\s+[a-z]",
        "determined": rf"(?:[,;:(]\s|\b(?:{words['determiners']})\s)\s*\Z",
        "bracketed": rf"\b(?P<noun>{words['plurals']})\s+(?:{words['occurred']})\b[^.;]*\(\Z",
        "difference": rf"\s+(?:[\w-]+\s+){{0,3}}?(?:(?P<up>{words['greater']})|{words['smaller']})\b"
        r"(?:[^,;.]|[,.](?=\d))*",
        "loose": r"\s+(?:[\w’'.$-]+\s+){0,6}(?:[–—-]\s+)?",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def change_of(mention: Mention, unit: str, word: str, times: Sequence[Time] = ()) -> str:
    """``increase`` or ``decrease`` where the figure is the size of a movement, else ``level``.

    ``word`` is what the numeral itself says ("doubled"); ``times`` are its sentence's.
    """
    if unit == "rank":
        return "level"
    if word:
        return word
    if unit == "ratio":
        return _ratio(mention, times)
    return _against_time(mention, times) or _told(mention, unit)


def _told(mention: Mention, unit: str) -> str:
    """What the noun behind a figure or the verb before it tells, or a sign before it."""
    behind = mention.text[mention.end : min(mention.high, mention.end + _BEHIND)]
    size = _patterns()["size"].match(behind)
    if size:
        return _sized(mention, unit, behind, size[0])
    before = mention.before(_REACH, mention.low)
    noun = _patterns()["of_noun"].match(behind)
    if noun and Unit.of(unit).is_relative and _patterns()["article"].search(before):
        return _way(noun["noun"])
    paced = _paced(unit, before, behind)
    if paced:
        return paced
    if _patterns()["level"].search(before) and not _patterns()["size_of"].search(before):
        return "level"
    moved = _moved(mention, unit)
    return _in_brackets(mention) if moved == "level" else moved


def _way(words: str) -> str:
    """Which way words of movement go."""
    return "decrease" if _patterns()["decrease"].search(words) else "increase"


def _paced(unit: str, before: str, behind: str) -> str:
    """The movement of a rate: "grew at an annual rate of 4 percent", "risen at 2 percent a year"; empty where none."""
    if not Unit.of(unit).is_relative:
        return ""
    pace = _patterns()["pace"].search(before)
    if pace is None and _patterns()["a_time"].match(behind):
        pace = _patterns()["at"].search(before)
    if pace:
        return _way(pace["verb"])
    return "increase" if _patterns()["foreseen"].search(before) else ""


def _in_brackets(mention: Mention) -> str:
    """The movement of a figure in brackets: with a plus sign, or one of those that the clause names before it."""
    if mention.text.startswith("+", mention.start):
        return "increase"
    named = _patterns()["bracketed"].search(mention.before(_CLAUSE))
    return _way(named["noun"]) if named else "level"


def _ratio(mention: Mention, times: Sequence[Time]) -> str:
    """A multiplier compares places, unless something grew to it, or by it."""
    patterns, behind = _patterns(), mention.text[mention.end : min(mention.high, mention.end + _BEHIND)]
    if patterns["grew"].search(mention.before(30, mention.low)) or patterns["as_earlier"].match(
        mention.text, mention.end
    ):
        return "increase"
    if mention.text[mention.start : mention.end].lower().endswith(_FOLD):
        size = patterns["size"].match(behind)
        return _way(size[0]) if size else _moved(mention, "ratio", ("near",))
    since = any(mention.end <= time.compared < mention.end + _BEFORE and time.start <= mention.high for time in times)
    return "increase" if since and _patterns()["as"].match(behind) else "level"


def _against_time(mention: Mention, times: Sequence[Time]) -> str:
    """The way of a difference from an earlier time: "$2 more than in February", "12 percent below its 1990 level"."""
    for time in times:
        if mention.end <= time.compared < min(mention.end + _NEAR, mention.high) and time.compared < time.start:
            to = mention.text[mention.end : time.start]
            found = _patterns()["difference"].fullmatch(to)
            if found and is_compared(mention.text[time.compared : time.start]):
                return "increase" if found["up"] else "decrease"
    return ""


def _sized(mention: Mention, unit: str, behind: str, size: str) -> str:
    """A figure before the noun of its movement; compared with another place it is a level.

    "Declined 3 percent more in towns" goes the way of its verb.
    """
    than = _patterns()["than"].match(behind)
    if than and not _patterns()["than_earlier"].match(behind):
        return "level"
    moved = "level" if than or not _patterns()["comparative"].search(size) else _moved(mention, unit, ("near",))
    return _way(size) if moved == "level" else moved


def _moved(mention: Mention, unit: str, gaps: Sequence[str] = ()) -> str:
    """The movement that the last verb before a figure tells, if nothing but its own words stand between."""
    low = max(mention.low, mention.start - _REACH)
    told = [match for verbs in movements() for match in mention.words.within(verbs, low, mention.start)]
    verb = max(
        (match for match in told if not _is_phrasal(mention, match)), key=lambda match: match.end(), default=None
    )
    if verb is None:
        return "level"
    gap = mention.text[verb.end() : mention.start]
    if _patterns()["raised"].fullmatch(verb[0]) and Unit.of(unit).in_money and not gap.strip():
        return "level"
    if _patterns()["objects"].search(mention.text, max(mention.low, verb.start() - _BEFORE), mention.start):
        return "level"
    gaps = gaps or (("near", "named", "by", "loose") if Unit.of(unit).is_relative else ("near", "named", "by"))
    if not gap.strip() and _is_handled(mention, unit, verb[0]):
        return "level"
    name = next((name for name in gaps if _patterns()[name].fullmatch(gap)), "")
    return "level" if not name or (name == "loose" and _is_attributive(mention, verb, gap)) else _way(verb[0])


def _is_handled(mention: Mention, unit: str, verb: str) -> bool:
    """Whether a verb of movement has things for its object, that are no more or less then: "dropped 300 bombs"."""
    patterns, (text, end) = _patterns(), (mention.text, mention.end)
    if not patterns["transitive"].fullmatch(verb) or Unit.of(unit).is_relative or Unit.of(unit).in_money:
        return False
    if patterns["stocks"].match(text, end, mention.sentence[1]):
        return False
    counted = Unit.of(unit).head in _COUNTED and mention.noun_end > end
    return counted or patterns["things"].match(text, end, mention.sentence[1]) is not None


def _is_phrasal(mention: Mention, verb: re.Match[str]) -> bool:
    """Whether "up" or "down" belongs to the verb before it: "made up", "follow-up"."""
    if not _patterns()["particle"].fullmatch(verb[0]):
        return False
    return bool(
        _patterns()["phrasal"].search(mention.text, max(mention.sentence[0], verb.start() - _BEFORE), verb.start())
    )


def _is_attributive(mention: Mention, verb: re.Match[str], gap: str) -> bool:
    """Whether a word of movement only describes a noun: "Rising seas threaten 40 percent of beaches"."""
    if not gap.strip() or not _patterns()["attributive"].fullmatch(verb[0]):
        return False
    low = max(mention.sentence[0], verb.start() - _BEFORE)
    first = not mention.text[mention.sentence[0] : verb.start()].strip()
    return first or bool(_patterns()["determined"].search(mention.text, low, verb.start()))
