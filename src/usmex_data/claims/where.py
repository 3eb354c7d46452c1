"""Where a figure holds, and who is on the other side: place names read into geography and partner."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from ..language import alternatives, table
from .places import Place
from .spot import Spot

__all__ = ["Cluster", "clusters", "locate"]

_REACH = 80
"""How far before a place the words may begin that say how it stands to the figure, in characters."""
_FAR = 600
"""How far from a figure a place may stand, in characters."""
_ARTICLE = r"(?:the\s+)?"
_OWNS = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}\Z")


class Cluster(NamedTuple):
    """Places named together ("the United States and Mexico"), and what joins their codes.

    ``firm`` says that they are no mere word for a place and not the other side of a comparison; ``traded`` that they
    are the other side of trade ("imports of natural gas from the U.S."), ``bought`` that trade goes there.
    """

    start: int
    end: int
    codes: tuple[str, ...]
    firm: bool
    traded: bool
    bought: bool

    @property
    def code(self) -> str:
        """The codes joined by ``+`` in sorted order."""
        return "+".join(sorted(set(self.codes)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("context")["relation"].items()}
    patterns = {
        "join": rf"(?:\s+(?:{words['joins']})\s+|\s?[-–/]\s?|,\s+(?:(?:{words['joins']})\s+)?){_ARTICLE}(?:in\s+)?\Z",
        "holds": rf"[^.;:]{{0,60}}?\b(?:{words['holds']})\s+(?:[\w-]+\s+){{0,3}}\Z",
        "from": rf"\b(?:{words['from']})\s+(?:[\w-]+\s+){{0,2}}\Z",
        "to": rf"\b(?:{words['to']})\s+{_ARTICLE}(?:[\w-]+\s+)?\Z",
        "turn": rf"[;:]|,\s+(?:{words['turns']})\b",
        "than": rf"\b(?:(?:{words['than']})|among\s+the\s+\w+est\s+in)\s+(?:[\w-]+\s+){{0,3}}\Z",
        "inflow": rf"\b(?:{words['inflows']})\b[^.;]{{0,60}}?\b(?:{words['from']})\s+{_ARTICLE}\Z",
        "outflow": rf"\b(?:{words['outflows']})\b[^.;]{{0,60}}?\b(?:{words['to']})\s+{_ARTICLE}\Z",
        "with": rf"\b(?:{words['outflows']})\b[^.;]{{0,60}}?\b(?:{words['with']})\s+{_ARTICLE}\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


def clusters(text: str, found: Sequence[Place]) -> list[Cluster]:
    """Places that stand beside each other as one, in order."""
    groups: list[list[Place]] = []
    for place in found:
        if groups and _patterns()["join"].fullmatch(text[groups[-1][-1].end : place.start][:12]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [_cluster(text, group) for group in groups]


def _cluster(text: str, group: Sequence[Place]) -> Cluster:
    start, patterns = group[0].start, _patterns()
    before = text[max(0, start - _REACH) : start]
    named = any(place.kind != "weak" for place in group)
    traded = bool(patterns["inflow"].search(before) or patterns["with"].search(before))
    bought = bool(patterns["outflow"].search(before))
    compared = bool(patterns["than"].search(before[-_REACH // 2 :]))
    return Cluster(start, group[-1].end, tuple(place.code for place in group), named and not compared, traded, bought)


def locate(spot: Spot, found: Sequence[Cluster], unit: str) -> tuple[str, str]:
    """Geography and partner of a figure, by the places of its sentence; each empty where none is named.

    People named by their country ("260,000 Mexicans") come from there: that is the partner, and where they are or
    go is the geography. Trade is recorded where it goes to.
    """
    firm = [cluster for cluster in found if cluster.firm and abs(cluster.start - spot.start) < _FAR]
    if unit == "rank":
        return _ranked(spot, firm)
    people = unit.partition("/")[0] in ("person", "count")
    own = [cluster for cluster in firm if spot.end <= cluster.start < spot.noun_end]
    after = [cluster for cluster in firm if spot.noun_end <= cluster.start < spot.high]
    origin, goal = _named(spot, after, "from"), _named(spot, after, "to")
    trade = next((each for each in reversed(firm) if each.end <= spot.start and (each.traded or each.bought)), None)
    if trade and trade.bought:
        return trade.code, next((each.code for each in reversed(firm) if each.end <= trade.start), "")
    partner = trade.code if trade else origin or (own[0].code if own and people else "")
    if goal and (own or origin) and people:
        return goal, partner
    for cluster in _by_nearness(spot, firm, own, after, origin, people=people):
        if cluster.code != partner:
            return cluster.code, partner
    return partner, ""


def _by_nearness(
    spot: Spot, firm: Sequence[Cluster], own: Sequence[Cluster], after: Sequence[Cluster], origin: str, *, people: bool
) -> Iterator[Cluster]:
    """The places in the order in which they may hold a figure: "in …" behind it, before it, in its noun, elsewhere."""
    yield from (cluster for cluster in after if _holds(spot, cluster))
    yield from reversed([cluster for cluster in firm if spot.low <= cluster.start and cluster.end <= spot.start])
    yield from () if people else own
    yield from (cluster for cluster in after if cluster.code != origin)
    yield from reversed([cluster for cluster in firm if cluster.end <= spot.low])
    yield from own


def _holds(spot: Spot, cluster: Cluster) -> bool:
    between = spot.text[spot.noun_end : cluster.start]
    return bool(_patterns()["holds"].match(between)) and not _patterns()["turn"].search(between)


def _named(spot: Spot, after: Sequence[Cluster], how: str) -> str:
    """The place behind a figure that "from" or "to" names; empty without one."""
    pattern = _patterns()[how]
    return next((each.code for each in after if pattern.search(spot.text, spot.noun_end, each.start)), "")


def _ranked(spot: Spot, found: Sequence[Cluster]) -> tuple[str, str]:
    """Who holds a rank, and in whose list: "Mexico is the United States' second largest partner"."""
    world = ("WORLD",)
    owner = next((c for c in found if c.end <= spot.start and _OWNS.fullmatch(spot.text[c.end : spot.start])), None)
    rest = [c for c in found if c is not owner and c.codes != world and not spot.start <= c.start < spot.end]
    before = [c for c in rest if c.end <= spot.start]
    holder = before[-1] if before else rest[0] if rest else None
    partner = owner.code if owner and owner.codes != world else ""
    if holder is None:
        return partner, ""
    return holder.code, partner if partner != holder.code else ""
