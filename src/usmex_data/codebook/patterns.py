"""Words of meaning made into patterns: terms that look for words, templates that read places and times off them.

A **term** is words, with ``|`` between alternatives and ``*`` for any ending: ``"regional value content|RVC"``,
``"import*"``. Case does not count, save for an alternative wholly in capitals. A space stands for a space or hyphen.

A **template** is a row of words that a sentence may hold with names and dates between them, for example
``"{partner} consulates in {geography}"``. Each word may have alternatives and ``*`` too, or end in ``?`` where it may
be missing; ``...`` skips up to 90 characters without a place, ``....`` up to 240 with whatever stands there; ``[`` and
``]`` are the edges of the figure, ``{figure}`` all of it. ``{geography}`` and ``{partner}`` stand for places and
``{place}`` for one that does not matter, ``{period}``, ``{from}``, ``{to}``, ``{since}`` and ``{until}`` for
dates. A possessive or an article at a placeholder need not be written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from ..annotation.gazetteer import places
from ..annotation.reading import Found
from ..annotation.where import place_groups
from ..quantities.dates import dates

__all__ = ["fold", "mark", "mark_dates", "template", "term"]

_PLAIN = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-", "\n": " ", "\u00a0": " "})
_PLACES = ("geography", "partner")
_DATES = ("period", "from", "to", "since", "until")
_GAP = r"[^\u27e6\u27e7\u27e8\u27e9;]{0,90}?"
_WIDE_GAP = r"[^\u27e6\u27e7;]{0,240}?"
_BETWEEN = r"[\s,()\"/-]+"


def fold(text: str) -> str:
    """The text with plain quotes, dashes and spaces, as long as it was."""
    return text.translate(_PLAIN)


@cache
def term(words: str) -> re.Pattern[str]:
    """The pattern of a term, for folded text."""
    alternatives = "|".join(_alternative(part.strip()) for part in words.split("|"))
    return re.compile(rf"(?<![\w])(?:{alternatives})(?![\w])", re.IGNORECASE)


def _alternative(words: str) -> str:
    pattern = r"[\s-]+".join(_word(word) for word in re.split(r"[\s-]+", words))
    letters = [char for char in words if char.isalpha()]
    shouted = len(letters) > 1 and all(char.isupper() for char in letters)
    return f"(?-i:{pattern})" if shouted else pattern


def _word(word: str) -> str:
    return re.escape(fold(word)).replace(r"\*", r"[\w'-]*")


@cache
def template(words: str) -> re.Pattern[str]:
    """The pattern of a template, for marked text; its groups are the placeholders."""
    pattern, joined = "", True
    for word in words.split():
        if not word.strip("."):
            pattern, joined = pattern + (_GAP if len(word) < 4 else _WIDE_GAP), True
            continue
        part = _part(word.rstrip("?"))
        pattern += "" if joined else _BETWEEN
        joined = word.endswith("?")
        pattern += f"(?:{part}{_BETWEEN})?" if joined else part
    return re.compile(pattern, re.IGNORECASE)


def _part(item: str) -> str:
    name = item.strip("{}")
    if item == "{figure}":
        return r"\u27e6[^\u27e7]*\u27e7"
    if item in ("[", "]"):
        return r"\u27e6\s*" if item == "[" else r"\s*\u27e7"
    if item == "{place}":
        return r"(?:the\s+)?\u27e8[^\u27e9]*\u27e9(?:'s|')?"
    if item.startswith("{") and name in _PLACES:
        return rf"(?:the\s+)?\u27e8(?P<{name}>[^\u27e9]*)\u27e9(?:'s|')?"
    if item.startswith("{") and name in _DATES:
        return rf"(?:the\s+)?\u27ea(?P<{name}>[^\u27eb]*)\u27eb"
    return r"(?<!\w)(?:" + "|".join(_word(part) for part in item.split("|")) + r")(?!\w)"


def mark(sentence: str, figure: tuple[int, int], places: Iterable[Found], dates: Iterable[Found]) -> str:
    """The folded sentence with its places as ``⟨CODE⟩``, its dates as ``⟪EDTF⟫`` and the figure in ``⟦ ⟧``.

    Places and dates are those that the reading has found: they are not looked for again.
    """
    ends = [(figure[0], figure[0], "⟦"), (figure[1], figure[1], "⟧")]
    apart = [
        (start, end, written)
        for start, end, written in _written(places, dates)
        if not any(start < at < end for at in figure)
    ]
    # What begins where the figure does stands behind its bracket, what begins where it ends behind that one.
    return _marked(sentence, sorted([*ends, *apart], key=lambda span: (span[0], span[1] > span[0])))


def mark_dates(text: str) -> str:
    """The folded text with its places and dates marked, and no figure; both are looked for."""
    groups = [(group.start, group.end, group.code) for group in place_groups(text, places(text))]
    found = [(date.start, date.end, date.period) for date in dates(text, 0, len(text)) if date.period]
    return _marked(text, sorted(_written(groups, found)))


def _written(places: Iterable[Found], dates: Iterable[Found]) -> list[Found]:
    named = [(start, end, f"⟨{code}⟩") for start, end, code in places]
    return [*named, *((start, end, f"⟪{period}⟫") for start, end, period in dates)]


def _marked(text: str, spans: Sequence[Found]) -> str:
    parts, position = [], 0
    for start, end, token in spans:
        if start >= position:
            parts += [fold(text[position:start]), token]
            position = end
    return "".join([*parts, fold(text[position:])])
