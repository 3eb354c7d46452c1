"""What a figure measures, as far as the words of its sentence tell: concepts, other words, who reports, the year."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Final

from ..codebook.records import Claim
from ..document.document import Document
from .passages import Figure, Passage
from .words import pattern, stem, words_of

__all__ = ["Meaning", "classified", "convertible", "meanings", "reported_years", "titles"]

_NO_LEVEL: Final = frozenset({"rank", "ratio", "percentage_point", "basis_point"})
_SHORT: Final = frozenset({"hour", "minute", "day", "week", "month", "year"})
_SKIPPED: Final = frozenset({"forecast", "target", "opinion", "rule"})
_PRONOUN: Final = re.compile(r"^(?:in «\d+»,? |by «\d+»,? )?(?:it|they|there)\b", re.IGNORECASE)
_OTHER_YEAR: Final = pattern("meaning", "other_year")
_REVISED: Final = pattern("meaning", "revised")
_PHRASES: Final = (
    (re.compile(r"\bhome to\b|\b(?:live|lives|lived|living) in\b", re.IGNORECASE), "population"),
    (re.compile(r"\bon (?:its|the|their) payroll\b", re.IGNORECASE), "employees"),
)
_FISCAL: Final = re.compile(r"\b(?:fiscal|financial|budget) year", re.IGNORECASE)
_YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_SPLIT: Final = re.compile(r"(?<!\d)((?:19|20)\d\d)[/–-](\d\d)(?!\d)")


@cache
def _lists() -> tuple[Mapping[str, str], frozenset[str], frozenset[str], frozenset[str]]:
    table = tomllib.loads((files(__package__) / "concepts.toml").read_text(encoding="utf-8"))
    concepts = {stem(word): name for name, words in table["concept"].items() for word in words}
    neutral, reporter, apart = (
        frozenset(stem(word) for word in table[name]["words"]) for name in ("neutral", "reporter", "apart")
    )
    return concepts, neutral, reporter, apart


@dataclass(frozen=True, slots=True)
class Meaning:
    """A level with what its sentence says of it."""

    figure: Figure
    passage: Passage
    concepts: frozenset[str]
    others: frozenset[str]
    """Words that no list knows: names, kinds, places."""
    apart: frozenset[str]
    """Words that make another figure of it: net, planned, rural."""
    reporter: frozenset[str]
    context: frozenset[str]
    """For a sentence whose subject is a pronoun, the words of the one before it."""
    year: str
    explicit: bool
    """Whether the sentence itself names the year."""
    month: str = ""

    @property
    def words(self) -> frozenset[str]:
        """All that is measured, in concepts and unknown words."""
        return self.concepts | self.others


def reported_years(documents: Mapping[str, Document]) -> dict[str, str]:
    """The year that each text reports on: that of its title, else the one that it names most; else empty."""
    return {source: _reported(document) for source, document in documents.items()}


def _reported(document: Document) -> str:
    title = next((document.text[block.start : block.end] for block in document.blocks if block.kind == "heading"), "")
    for head in (title, document.text[:240]):
        if split := _SPLIT.search(head):
            return split[1][:2] + split[2]
        years = set(_YEAR.findall(head))
        if len(years) == 1 and not re.search(r"\b(?:press release|published|conference)\b", head, re.IGNORECASE):
            return str(years.pop())
    counts = Counter(_YEAR.findall(document.text)).most_common(2)
    return counts[0][0] if counts and (len(counts) == 1 or counts[0][1] >= 2 * counts[1][1]) else ""


def titles(documents: Mapping[str, Document]) -> frozenset[str]:
    """The words of all titles: whom and what the texts are about, which each sentence may name or leave out."""
    words: set[str] = set()
    for document in documents.values():
        for block in document.blocks[:3]:
            if block.kind == "heading":
                words |= {stem(word) for word in words_of(document.text[block.start : block.end])}
                break
    return frozenset(words)


def meanings(found: Sequence[Passage], documents: Mapping[str, Document]) -> list[Meaning]:
    """The meaning of each level of the passages that reports something."""
    years, own = reported_years(documents), titles(documents)
    before: dict[tuple[str, int], Passage] = {(passage.source, passage.number): passage for passage in found}
    made = []
    for passage in found:
        context = frozenset[str]()
        if _PRONOUN.search(passage.masked) and (last := before.get((passage.source, passage.number - 1))):
            context = frozenset(stem(word) for word in words_of(last.masked))
        if _REVISED.search(passage.masked) or "of every ‹" in passage.masked.lower():
            continue
        for number, figure in enumerate(passage.figures):
            behind = passage.masked.partition(f"‹{number}›")[2]
            lead = passage.masked.partition(f"‹{number}›")[0]
            if _is_level(figure) and not _PER.match(behind) and not re.search(r"\b(?:every|per|each) $", lead):
                made.append(_meaning(passage, number, context, years.get(passage.source, ""), own))
    return made


def _is_level(figure: Figure) -> bool:
    row = figure.row
    fine = isinstance(row, Claim) and row.status not in _SKIPPED and not row.copy_of
    return fine and not figure.is_change and figure.unit not in _NO_LEVEL and figure.unit not in _SHORT


_PER: Final = pattern("meaning", "per")


def classified(text: str, own: frozenset[str] = frozenset()) -> tuple[frozenset[str], frozenset[str]]:
    """What a piece of text names, in concepts and unknown words, and the words that set it apart."""
    concepts, neutral, reporter, apart = _lists()
    words = {stem(word) for word in words_of(text)}
    named = {concepts.get(word, word) for word in words - neutral - reporter - apart - own}
    return frozenset(named), frozenset(words & apart)


def _meaning(passage: Passage, number: int, context: frozenset[str], default: str, own: frozenset[str]) -> Meaning:
    figure = passage.figures[number]
    concepts, neutral, reporter, apart = _lists()
    piece = _piece(passage, number)
    for phrase, meant in _PHRASES:
        piece = phrase.sub(meant, piece)
    words = {stem(word) for word in words_of(piece)}
    year, month = _time(passage, piece, figure)
    known = {concepts[word] for word in words if word in concepts}
    rest = {word for word in words if word not in concepts}
    reporting = {word for word in rest & reporter if not _is_modifier(word, piece)}
    return Meaning(
        figure,
        passage,
        frozenset(known),
        frozenset(rest - neutral - reporting - apart - own),
        frozenset((words & apart) | ({"fiscal"} if _FISCAL.search(passage.masked) else set())),
        frozenset(reporting - own),
        context,
        year or default,
        bool(year),
        month,
    )


def _is_modifier(word: str, piece: str) -> bool:
    """Whether a word that may name who reports says of what kind the next is: "university hospitals", "city buses"."""
    concepts, neutral, reporter, apart = _lists()
    words = [stem(each) for each in words_of(piece)]
    at = words.index(word)
    following = words[at + 1] if at + 1 < len(words) else "the"
    return not (following in neutral or following in concepts or following in reporter or following in apart)


def _piece(passage: Passage, number: int) -> str:
    """The part of a sentence that speaks of one figure: all of it where it is the only one."""
    text = passage.masked
    if len(passage.figures) == 1:
        return text
    sign = f"‹{number}›"
    at = text.find(sign)
    start = text.rfind("›", 0, at) + 1
    end = text.find("‹", at + 1)
    lead = text[start:at]
    behind = text[at + len(sign) : end if end >= 0 else len(text)]
    if start:
        lead = re.split(r"[,;:]|\band\b", lead)[-1]
    if end >= 0:
        behind = re.split(r"[,;:]|\band\b", behind)[0]
    if start and re.search(r"\b(?:from|to)\s*$", lead) and not _says(f"{lead} {behind}"):
        # "Exports rose from ‹0› to ‹1›": both are of the subject.
        lead = f"{re.split('[,;:]', text[: text.find('‹')])[0]} {lead}"
    return f"{lead} {behind}"


def _says(piece: str) -> bool:
    """Whether a piece names anything that is measured."""
    return bool(classified(piece)[0])


def _time(passage: Passage, piece: str, figure: Figure) -> tuple[str, str]:
    """The year, and the month if it is named, of the dates that stand with a figure; empty without exactly one."""
    if _OTHER_YEAR.search(piece):
        return "several", ""
    numbers = re.findall(r"«(\d+)»", piece) or re.findall(r"«(\d+)»", passage.masked)
    periods = {passage.dates[int(number)].row.period for number in numbers}
    if len(periods) != 1:
        period = figure.row.period
        periods = {each for each in periods if each == period}
    if len(periods) != 1:
        return ("several", "") if numbers else ("", "")
    period = periods.pop()
    end = period.rpartition("/")[2]
    first = period.partition("/")[0]
    if not re.match(r"\d{4}", end) or (first[:4].isdigit() and int(end[:4]) - int(first[:4]) > 1):
        return "several", ""
    month = end[5:7] if len(end) >= 7 and "/" not in period else ""
    return end[:4], "" if month == "12" else month


@cache
def convertible(one: str, other: str) -> float | None:
    """How many of the other unit make one of the first; ``None`` where they measure different things."""
    if one == other:
        return 1.0
    if (
        not one
        or not other
        or {one, other} & {"count", "person", "vehicle", "percent"}
        or _is_money(one)
        or _is_money(other)
    ):
        return None
    from pint import DimensionalityError, UndefinedUnitError

    from ..catalogue.registry import units

    try:
        return float(units()(one).to(units()(other)).magnitude)
    except (DimensionalityError, UndefinedUnitError, AttributeError, ValueError):
        return None


def _is_money(unit: str) -> bool:
    return bool(re.match(r"[A-Z]{3}(?:/|$)", unit))
