"""Where a figure holds, and who is on the other side: place names read into geography and partner."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from .places import Place

__all__ = ["Cluster", "clusters", "locate"]

_JOIN = re.compile(r"(?:\s+(?:and|&)\s+|\s*[-–/]\s*|,\s+(?:and\s+)?)(?:the\s+|in\s+(?:the\s+)?)?\Z")
_HOLDS = re.compile(r"[^.;:]{0,60}?\b(?:in|for|across|within|throughout|at|inside|into)\s+(?:[\w-]+\s+){0,3}\Z")
_FROM = re.compile(r"\bfrom\s+(?:[\w-]+\s+){0,2}\Z")
_TO = re.compile(r"\b(?:to|into)\s+(?:the\s+)?(?:[\w-]+\s+){0,1}\Z")
_CLAUSE = re.compile(r"[;:]|,\s+(?:while|whereas|but|and\s+the|with)\b")


class Cluster(NamedTuple):
    """Places named together ("the United States and Mexico"), and what joins their codes."""

    start: int
    end: int
    codes: tuple[str, ...]
    kinds: tuple[str, ...]

    @property
    def code(self) -> str:
        """The codes joined by ``+`` in sorted order."""
        return "+".join(sorted(set(self.codes)))


def clusters(text: str, found: Sequence[Place]) -> list[Cluster]:
    """Places that stand beside each other as one, in order."""
    groups: list[list[Place]] = []
    for place in found:
        if groups and _JOIN.fullmatch(text[groups[-1][-1].end : place.start]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [
        Cluster(group[0].start, group[-1].end, tuple(p.code for p in group), tuple(p.kind for p in group))
        for group in groups
    ]


def locate(
    text: str, start: int, end: int, low: int, high: int, noun_end: int, found: Sequence[Cluster], unit: str
) -> tuple[str, str]:
    """Geography and partner of the figure at ``text[start:end]``, by the places of its sentence.

    ``low`` and ``high`` are where the figures before and after it end and begin; ``noun_end`` where its noun ends.
    People named by their country ("260,000 Mexicans") come from there: that is the partner, and where they are or
    go is the geography.
    """
    firm = [
        c
        for c in found
        if any(kind != "weak" for kind in c.kinds) and not _THAN.search(text[max(0, c.start - 40) : c.start])
    ]
    if unit == "rank":
        return _ranked(text, start, end, firm)
    people = unit.split("/")[0] in ("person", "count")
    partner = _traded(text, start, firm)
    own = [c for c in firm if end <= c.start < noun_end]
    after = [c for c in firm if noun_end <= c.start < high]
    before = [c for c in firm if low <= c.start and c.end <= start]
    earlier = [c for c in firm if c.end <= low]
    firm_after = [
        c for c in after if _HOLDS.match(text[noun_end : c.start]) and not _CLAUSE.search(text[noun_end : c.start])
    ]
    origin = next((c.code for c in after if _FROM.search(text[noun_end : c.start])), "")
    goal = next((c.code for c in after if _TO.search(text[noun_end : c.start])), "")
    partner = partner or origin or (own[0].code if own and people else "")
    if goal and (own or origin) and people:
        return goal, partner
    order = (
        firm_after,
        list(reversed(before)),
        [] if people else own,
        [c for c in after if c.code != origin],
        list(reversed(earlier)),
        own,
    )
    for group in order:
        for cluster in group:
            if cluster.code != partner:
                return cluster.code, partner
    return (partner, "")


_THAN = re.compile(
    r"\b(?:than\s+(?:any|all|that|those|in|of)?|among\s+the\s+\w+est\s+in|any\s+(?:other\s+)?(?:two\s+)?countr(?:y|ies)\s+in)\s+(?:[\w-]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_OWNS = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}\Z")
_TRADED = re.compile(
    r"\b(?:imports?|imported|purchases?|arrivals?|migrants?|remittances)\b[^.;]{0,60}?\bfrom\s+(?:the\s+)?\Z|\b(?:exports?|exported|sales|shipments?|trade)\b[^.;]{0,60}?\b(?:to|with)\s+(?:the\s+)?\Z",
    re.IGNORECASE,
)


def _traded(text: str, start: int, found: Sequence[Cluster]) -> str:
    """The other side of a trade named before its figure: "imports of natural gas from the U.S." """
    for cluster in found:
        if cluster.end <= start and _TRADED.search(text[max(0, cluster.start - 80) : cluster.start]):
            return cluster.code
    return ""


def _ranked(text: str, start: int, end: int, found: Sequence[Cluster]) -> tuple[str, str]:
    """Who holds a rank, and in whose list: "Mexico is the United States' second largest partner"."""
    owner = next((c for c in found if c.end <= start and _OWNS.fullmatch(text[c.end : start])), None)
    rest = [c for c in found if c is not owner and c.codes != ("WORLD",) and not start <= c.start < end]
    before = [c for c in rest if c.end <= start]
    holder = before[-1] if before else rest[0] if rest else None
    partner = owner.code if owner and owner.codes != ("WORLD",) else ""
    if holder is None:
        return partner, ""
    return holder.code, partner if partner != holder.code else ""
