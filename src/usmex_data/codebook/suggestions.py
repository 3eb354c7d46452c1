"""Entries that the catalogue could have for figures that it does not know: narrow, each under a name of its own."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Final

from ..language import table
from ..language.detection import common_words
from .context import ClaimContext
from .patterns import term

__all__ = ["Suggestion", "suggest"]

_WORD: Final = re.compile(r"[^\W\d_]{4,}")
_SCOPES: Final = ("counted", "near", "all", "section")
"""Where words are taken from, the nearest to the figure first."""
_COUNTED: Final = 3
_FEW: Final = 2
"""How many words an entry asks for where none of them is needed to keep others out."""
_NAMED: Final = 4

Term = tuple[str, str]
"""A scope and a word that stands there."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An entry to be completed: its name, unit and words, the figures that it is for, and others that it fits."""

    name: str
    unit: str
    terms: tuple[Term, ...]
    figures: tuple[ClaimContext, ...]
    rivals: tuple[ClaimContext, ...] = ()

    def __str__(self) -> str:
        scopes: dict[str, list[str]] = {}
        for scope, word in self.terms or [("all", "…")]:
            scopes.setdefault(scope, []).append(f'"{word}"')
        rule = ", ".join(f"{scope} = [{', '.join(words)}]" for scope, words in scopes.items())
        written = f'[indicator.{self.name}]\ntitle = "…"\ndefinition = "…"\nunit = "{self.unit}"\ntopic = "…"\n'
        written += f"match = [{{ {rule} }}]"
        if self.rivals:
            other = " ".join(self.rivals[0].reading.text.split())
            written += f"\n# It fits other figures too, such as “{other}”; add words that tell them apart."
        return written


def suggest(
    unknown: Sequence[ClaimContext], others: Sequence[ClaimContext] = (), taken: Collection[str] = ()
) -> list[Suggestion]:
    """An entry for each thing that the ``unknown`` figures measure, as far as what is counted tells it.

    An entry asks for so many words that it fits no figure of ``others``, nor another of the unknown ones, and says so
    where the words of the texts don't suffice. No value, place or name goes into it. No two have one name, nor one that
    is ``taken``. A figure whose unit was not read gets none: an entry needs a unit.
    """
    found: list[Suggestion] = []
    names = set(taken)
    every = (*unknown, *others)
    done: set[int] = set()
    for group in _groups(unknown):
        for part in _parted(group, every):
            if id(part[0]) in done:
                continue
            terms, rivals = _terms(part, every)
            # Figures of one sentence that no word tells apart are one series: "12.6 in one country and 9.1 in another".
            series = [each for each in rivals if each.reading.quote == part[0].reading.quote]
            done |= {id(each) for each in (*part, *series)}
            name = _name(part[0], terms, names)
            names.add(name)
            rest = tuple(each for each in rivals if each.reading.quote != part[0].reading.quote)
            found.append(Suggestion(name, part[0].reading.unit, terms, (*part, *series), rest))
    return found


def _groups(unknown: Iterable[ClaimContext]) -> list[list[ClaimContext]]:
    """The figures with a unit, those together that count the same, or stand among the same words, in the same unit."""
    groups: dict[tuple[str, ...], list[ClaimContext]] = {}
    for each in unknown:
        if each.reading.unit:
            counted = " ".join(_words(each, "counted"))
            groups.setdefault((each.reading.unit, counted or each.words["near"]), []).append(each)
    return list(groups.values())


def _parted(group: list[ClaimContext], every: Sequence[ClaimContext]) -> list[list[ClaimContext]]:
    """The group, or each of its figures alone where no words hold for all of them and keep others out."""
    return [[each] for each in group] if len(group) > 1 and _terms(group, every)[1] else [group]


def _terms(group: Sequence[ClaimContext], every: Sequence[ClaimContext]) -> tuple[tuple[Term, ...], list[ClaimContext]]:
    """Words that hold for the figures of a group, and the figures of others that they hold for as well."""
    own = {each.words["near"] for each in group}
    unit = group[0].reading.unit
    rivals = [each for each in every if each.reading.unit == unit and each.words["near"] not in own]
    candidates = list(_candidates(group))
    chosen = [each for each in candidates if each[0] == "counted"][:_COUNTED]
    rivals = [each for each in rivals if all(_holds(one, each) for one in chosen)]
    while rivals:
        left = {each: [rival for rival in rivals if _holds(each, rival)] for each in candidates}
        best = min(candidates, key=lambda each: len(left[each]), default=None)
        if best is None or len(left[best]) == len(rivals):
            break
        chosen.append(best)
        rivals = left[best]
    return tuple(chosen or candidates[:_FEW]), rivals


def _candidates(group: Sequence[ClaimContext]) -> Iterator[Term]:
    """The words of the first figure that stand by all of them too, each in its narrowest scope: first what is counted,
    then what is measured, then the nearest.
    """
    subject = set(_WORD.findall(group[0].reading.subject))
    found: dict[str, Term] = {}
    for scope in _SCOPES:
        for word in _words(group[0], scope):
            if word not in found and all(_holds((scope, word), each) for each in group):
                found[word] = scope, word
    counted = [each for each in found.values() if each[0] == "counted"]
    measured = [each for each in found.values() if each[1] in subject and each[0] != "counted"]
    yield from dict.fromkeys((*counted, *measured, *found.values()))


def _words(context: ClaimContext, scope: str) -> list[str]:
    """The words of a scope that carry meaning: no names, no numbers, nothing that stands in every text."""
    words = dict.fromkeys(_WORD.findall(context.words[scope]))
    return [word for word in words if word.islower() and word not in common_words() and word not in _numbers()]


def _holds(each: Term, context: ClaimContext) -> bool:
    return bool(term(each[1]).search(context.words[each[0]]))


@cache
def _numbers() -> frozenset[str]:
    """Every word by which a number is written, the plural of scales too."""
    words = {word for part in table("numbers").values() for word in _leaves(part)}
    return frozenset(words | {f"{word}s" for word in words})


def _leaves(part: object) -> Iterator[str]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            yield from _leaves(value)
    elif isinstance(part, list):
        for each in part:
            yield from _leaves(each)
    elif isinstance(part, str):
        yield from part.split()


def _name(context: ClaimContext, terms: Sequence[Term], taken: Collection[str]) -> str:
    """A name that is not taken, made of what is counted, of an entry's words, then of those around the figure."""
    words = [*_words(context, "counted"), *(word for _, word in terms), *_words(context, "near")]
    parts = [part for part in dict.fromkeys(map(_plain, words)) if part]
    counted = min(_NAMED, len(_words(context, "counted"))) or min(_FEW, len(parts))
    for size in range(counted, min(_NAMED, len(parts)) + 1):
        name = "_".join(parts[:size])
        if name and name not in taken:
            return name
    base = "_".join(parts[:_NAMED]) or "indicator"
    return next(name for number in range(2, len(taken) + 3) if (name := f"{base}_{number}") not in taken)


def _plain(word: str) -> str:
    return re.sub(r"[^a-z]", "", unicodedata.normalize("NFKD", word).lower())
