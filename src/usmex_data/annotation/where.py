"""Where a figure holds, and who is on the other side: place names read into geography and partner."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from ..catalogue.unit import Unit
from ..language import alternatives, table
from .gazetteer import Place, places
from .mention import Mention

__all__ = ["PlaceGroup", "last_place", "locate", "place_groups", "place_groups_between"]

_REACH = 80
"""How far before a place the words may begin that say how it stands to the figure, in characters."""
_FAR = 600
"""How far from a figure a place may stand, in characters."""
_OF_PEOPLE = frozenset({"person", "count", "percent", "ratio", "rank"})
"""Units of figures that go on speaking of the people whom an earlier one named."""
_ARTICLE = r"(?:the\s+)?"
_LIST = re.compile(r"\s+(?:of|for|to)\s+(?:[\w-]+\s+){0,2}")
_NO_MEANINGS: Mapping[str, str] = {}
_OWNS = re.compile(r"['’]s?\s+(?:[\w-]+\s+){0,2}\Z")


class PlaceGroup(NamedTuple):
    """Places named together ("the United States and Mexico"), and what joins their codes.

    ``firm`` says that they are no mere word for a place and not the other side of a comparison; ``traded`` that they
    are the other side of trade ("imports of natural gas from the U.S."), ``bought`` that trade goes there. ``roles``
    hold what else bounds them: ``mean`` ("the OECD average"), ``whole`` ("of the world's cobalt"), ``nation`` ("Mexican
    immigrants"), ``people`` (of a country, in a text about migration), ``set`` ("the highest in the EU"), ``goods``
    ("bought 12 tons of Norwegian fish"), ``aside`` (no subject of what follows: "against 3 percent in Spain").
    """

    start: int
    end: int
    codes: tuple[str, ...]
    firm: bool
    traded: bool
    bought: bool
    roles: frozenset[str] = frozenset()
    in_name: bool = False
    """Whether all of them may be only parts of longer names."""
    people: bool = False
    """Whether all are named by their people: "Mexicans", no "Arizona growers"."""
    item: bool = False
    """Whether it leads in what follows it: "Peru: 96 schools"."""

    @property
    def code(self) -> str:
        """The codes joined by ``+`` in sorted order."""
        return "+".join(sorted(set(self.codes)))


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("context")["relation"].items()}
    patterns = {
        "join": rf"(?:\s+(?:{words['joins']})\s+|\s?[-–/]\s?|,\s+(?:(?:{words['joins']})\s+)?){_ARTICLE}(?:in\s+)?\Z",
        "holds": rf"[^.;:]{{0,60}}?\b(?:{words['holds']})\s+(?:(?!(?:{words['joins']})\b|\d)[\w-]+\s+){{0,3}}\Z",
        "from": rf"\b(?:{words['from']})\s+(?:[\w-]+\s+){{0,2}}\Z",
        "to": rf"\b(?:{words['to']})\s+{_ARTICLE}(?:[\w-]+\s+)?\Z",
        "turn": rf"[;:]|,\s+(?:{words['turns']})\b",
        "than": rf"\b(?:(?:{words['than']})|among\s+the\s+\w+est\s+in)\s+(?:(?!\d)[\w-]+\s+){{0,3}}\Z",
        "inflow": rf"\b(?:{words['inflows']})\b[^.;]{{0,60}}?\b(?:{words['from']})\s+{_ARTICLE}\Z",
        "outflow": rf"\b(?:{words['outflows']})\b[^.;]{{0,60}}?\b(?:{words['to']})\s+{_ARTICLE}\Z",
        "with": rf"\b(?:{words['outflows']}|{words['balances']})\b[^.;]{{0,60}}?\b(?:{words['with']})\s+{_ARTICLE}\Z",
        "beside": rf"\b(?:(?:{words['beside']})\s+|\w+est\b[^.,;]{{0,30}}\bafter\s+){_ARTICLE}(?:other\s+)?\Z",
        "against": rf"\b(?:{words['against']})\s[^;]{{0,40}}\Z",
        "set": rf"\b(?:only|(?!(?:{words['no_superlatives']})\b)(?:\w+est|{words['sets']})\b[^.,;:()]{{0,40}}"
        rf"\b(?:{words['set_links']}))\s+{_ARTICLE}\Z",
        "set_of": r"['’]s?\s+(?:[\w-]+\s+)?(?:\w+est|most|leading|top)\b",
        "whole": rf"\s*of\s+(?:all\s+|total\s+)?{_ARTICLE}\Z",
        "venue": rf"\b(?:{'|'.join(table('context')['relation']['venues'])})\s+(?:in|at)\s+\Z",
        "mean": rf"(?:['’]s?)?[\s-]+(?:[\w-]+\s+)?(?:{words['averages']})\b",
        "goods": rf"\b(?:{words['buys']})\s[^.;:]{{0,40}}\bof\s+{_ARTICLE}\Z",
        "the": r"\b(?:the|than|its)\s+\Z",
        "mean_of": rf"\b(?:{words['averages']})\s+(?:of|in|for|across)\s+{_ARTICLE}\Z",
        "listed": r"(?:['’]s?)?(?:\s\([+–−-]?[$€£]?\d|['’]s?\s+(?:is|are|was|were|had|has)\b)",
        "firms": rf"\s+(?:[\w-]+\s+)?(?:{words['firms']})\b",
        "next": rf"(?:[,;]|\b(?:{words['joins']}|while|but)\b)[^,;]{{0,60}}\Z",
        "straight": rf"(?:['’]s?)?\s+(?:(?:{words['leads_in']})\s+){{0,3}}",
        "migrants": rf"(?:\s+[\w-]+)?\s+(?:{words['migrants']})\b|-born\b|\s+(?:{words['migrate']})\b",
        "hosted": rf"\b(?:{words['hosting']})\s(?:[^.;:]|\.(?=\d)){{0,40}}\Z",
        "migration": rf"\b(?:{words['migration']})\b",
        "abroad": rf"\s+(?:living\s+|residing\s+|working\s+)?in\s+{_ARTICLE}\Z",
        "own": r"(?:['’]s?)?\s+\(?(?:(?!and\b|or\b)[\w-]+\s+){0,2}\Z|\s\([+–−-]?\Z",
    }
    return {name: re.compile(pattern, re.IGNORECASE) for name, pattern in patterns.items()}


@cache
def _regions() -> frozenset[str]:
    """The codes of groups of countries."""
    return frozenset(table("places")["region"])


def place_groups(text: str, found: Sequence[Place]) -> list[PlaceGroup]:
    """Places that stand beside each other as one, in order."""
    groups: list[list[Place]] = []
    for place in found:
        if groups and _patterns()["join"].fullmatch(text[groups[-1][-1].end : place.start][:12]):
            groups[-1].append(place)
        else:
            groups.append([place])
    return [_place_group(text, group) for group in groups]


def place_groups_between(
    text: str, start: int, end: int, *, weak: bool = True, meant: Mapping[str, str] = _NO_MEANINGS
) -> list[PlaceGroup]:
    """The places that ``text[start:end]`` names, as :func:`place_groups` of it; without ``weak`` ones if so asked.

    ``meant`` are the codes of names with several meanings.
    """
    named = (place for place in places(text[start:end], meant) if weak or place.kind != "weak")
    return place_groups(text, [place._replace(start=place.start + start, end=place.end + start) for place in named])


def last_place(text: str, found: Sequence[Place]) -> str:
    """The code of the last of the places found in a text, weak ones not counted; empty if there is none."""
    named = [place for place in found if place.kind != "weak"]
    return place_groups(text, named)[-1].code if named else ""


def _place_group(text: str, group: Sequence[Place]) -> PlaceGroup:
    start, patterns = group[0].start, _patterns()
    before = text[max(0, start - _REACH) : start]
    near = before[-_REACH // 2 :]
    roles = _roles(text, group, before)
    named = any(place.kind != "weak" for place in group)
    compared = "mean" not in roles and bool(patterns["than"].search(near) or patterns["beside"].search(near))
    traded = bool(patterns["inflow"].search(before) or patterns["with"].search(before))
    bought = bool(patterns["outflow"].search(before))
    codes = tuple(place.code for place in group)
    in_name = all(place.in_name for place in group)
    item = text.startswith(":", group[-1].end)
    return PlaceGroup(
        start, group[-1].end, codes, named and not compared, traded, bought, roles, in_name, _is_people(group), item
    )


def _roles(text: str, group: Sequence[Place], before: str) -> frozenset[str]:
    """What bounds a place besides trade; see ``PlaceGroup``."""
    patterns, behind = _patterns(), text[group[-1].end : group[-1].end + _REACH]
    codes = {place.code for place in group}
    tests = {
        "mean": (patterns["mean"].match(behind) and patterns["the"].search(before))
        or patterns["mean_of"].search(before),
        "set": (codes <= _regions() and patterns["set"].search(before))
        or (codes == {"WORLD"} and patterns["set_of"].match(behind)),
        "whole": codes == {"WORLD"} and patterns["whole"].search(before),
        "goods": patterns["goods"].search(before),
        "nation": _is_nation(group, before, behind),
        "firm": _is_people(group) and patterns["firms"].match(behind),
        "people": _is_people(group) and patterns["migration"].search(before + behind),
        "aside": patterns["against"].search(before)
        or patterns["listed"].match(behind)
        or (group[0].kind in ("city", "metonym") and patterns["venue"].search(before)),
    }
    return frozenset(role for role, found in tests.items() if found)


def _is_people(group: Sequence[Place]) -> bool:
    return all(place.kind == "demonym" for place in group)


def _is_nation(group: Sequence[Place], before: str, behind: str) -> bool:
    """Whether a people are named for where they come from: "Mexican immigrants", "host to 2.9 million Venezuelans"."""
    if not _is_people(group):
        return False
    patterns = _patterns()
    listed = len(group) > 2 and patterns["migration"].search(before + behind)
    return bool(listed or patterns["migrants"].match(behind) or patterns["hosted"].search(before))


def locate(mention: Mention, found: Sequence[PlaceGroup], unit: str, topic: Callable[[], str]) -> tuple[str, str, bool]:
    """Geography and partner of a figure, and whether the geography is the ``topic``: what the paragraph is about.

    The topic is asked for only where the sentence does not tell.

    Each is empty where none is named. People named by their country ("260,000 Mexicans") come from there: that is the
    partner, and where they are or go is the geography. Trade is recorded where it goes to.
    """
    firm = _in_item(
        mention, [place_group for place_group in found if place_group.firm and _may_hold(mention, place_group)]
    )
    nations = [place_group for place_group in firm if _is_origin(place_group, firm)]
    homes = [place_group for place_group in firm if place_group not in nations]
    geography, partner = _ranked(mention, homes, topic) if unit == "rank" else _placed(mention, homes, unit, topic)
    people = Unit.of(unit).head in _OF_PEOPLE
    near = [
        place_group
        for place_group in nations
        if place_group.start < mention.high and not _is_later(mention, place_group)
    ]
    named = [place_group for place_group in near if people or mention.low <= place_group.start > mention.start - _REACH]
    if named and not partner:
        partner = named[-1].code
    about = "" if geography else topic()
    inherited = not geography and about != partner
    geography = geography or (about if inherited else "")
    if not geography or geography == partner:
        return geography or partner, "", False
    return geography, partner, inherited


def _leads_next(mention: Mention, place_group: PlaceGroup) -> bool:
    """Whether a place behind a figure leads in the next one: "in Texas 9 percent, and in Ohio 19 percent"."""
    if mention.high >= mention.sentence[1]:
        return False
    patterns, text = _patterns(), mention.text
    joined = patterns["next"].search(text, mention.noun_end, place_group.start)
    return joined is not None and patterns["straight"].fullmatch(text, place_group.end, mention.high) is not None


def _in_item(mention: Mention, found: list[PlaceGroup]) -> list[PlaceGroup]:
    """The places that stand in the item of a list which a figure is in: "Kenya: 168 schools Peru: 96 schools"."""
    leads = [place_group for place_group in found if place_group.item]
    if not leads:
        return found
    low = next((place_group.start for place_group in reversed(leads) if place_group.end <= mention.start), 0)
    high = next((place_group.start for place_group in leads if place_group.start >= mention.end), mention.sentence[1])
    return [place_group for place_group in found if low <= place_group.start < high]


def _is_origin(place_group: PlaceGroup, beside: Sequence[PlaceGroup]) -> bool:
    """Whether a people are named for where they come from, by their words or beside the place that received them."""
    if "nation" in place_group.roles or "people" not in place_group.roles:
        return "nation" in place_group.roles
    return any(other.end <= place_group.start and not other.roles & {"nation", "people"} for other in beside)


def _may_hold(mention: Mention, place_group: PlaceGroup) -> bool:
    """Whether a place can hold a figure: an average holds the one that follows it, another's side its own."""
    if abs(place_group.start - mention.start) >= _FAR:
        return False
    follows = mention.low <= place_group.start and place_group.end <= mention.start
    if "mean" in place_group.roles:
        return follows
    own = follows and _patterns()["own"].match(mention.text, place_group.end, mention.start)
    return "aside" not in place_group.roles or place_group.start >= mention.end or bool(own)


def _placed(mention: Mention, firm: Sequence[PlaceGroup], unit: str, topic: Callable[[], str]) -> tuple[str, str]:
    """Geography and partner of a figure that is no rank, as its sentence names them."""
    people = Unit.of(unit).head in ("person", "count")
    own = [place_group for place_group in firm if mention.end <= place_group.start < mention.noun_end]
    behind = [place_group for place_group in firm if mention.noun_end <= place_group.start < mention.high]
    after = [place_group for place_group in behind if not _leads_next(mention, place_group)]
    origin, goal = _named(mention, after, "from"), _named(mention, after, "to")
    trade = next((each for each in reversed(firm) if each.end <= mention.start and (each.traded or each.bought)), None)
    if trade and trade.bought:
        return trade.code, next((each.code for each in reversed(firm) if each.end <= trade.start), "")
    goods = next((each.code for each in after if "goods" in each.roles), "")
    named = next((place_group.code for place_group in own if place_group.people), "")
    partner = trade.code if trade else goods or origin or (named if people else "")
    if goal and (own or origin) and people:
        return goal, partner
    for place_group in _by_nearness(mention, firm, own, after, origin, people=people, topic=topic):
        if place_group.code != partner and not (trade and place_group.traded):
            return place_group.code, partner
    return ("", partner) if trade or origin or goods else (partner, "")


def _by_nearness(
    mention: Mention,
    firm: Sequence[PlaceGroup],
    own: Sequence[PlaceGroup],
    after: Sequence[PlaceGroup],
    origin: str,
    *,
    people: bool,
    topic: Callable[[], str],
) -> Iterator[PlaceGroup]:
    """The places in the order in which they may hold a figure: "in …" behind it, before it, in its noun, elsewhere.

    The topic comes before the set of a superlative and before what only a later clause names.
    """
    yield from (place_group for place_group in after if _holds(mention, place_group))
    main = [place_group for place_group in firm if not _is_last(mention, place_group)]
    yield from reversed(
        [place_group for place_group in main if mention.low <= place_group.start and place_group.end <= mention.start]
    )
    yield from (place_group for place_group in own if not (people and place_group.people))
    yield from (place_group for place_group in after if place_group in main and place_group.code != origin)
    yield from reversed([place_group for place_group in main if place_group.end <= mention.low])
    yield from own
    if not topic():
        yield from (place_group for place_group in firm if "set" in place_group.roles)


def _is_last(mention: Mention, place_group: PlaceGroup) -> bool:
    """Whether a place holds no figure but its own: the set of a superlative, a whole, one named in a later clause."""
    if "set" in place_group.roles:
        return True
    if "whole" in place_group.roles:
        return not 0 <= place_group.start - mention.end < _REACH // 2
    return bool({"goods", "firm"} & place_group.roles) or _is_later(mention, place_group)


def _is_later(mention: Mention, place_group: PlaceGroup) -> bool:
    """Whether a place is named behind a turn that follows the figure."""
    behind = place_group.start >= mention.noun_end
    return behind and bool(_patterns()["turn"].search(mention.text, mention.noun_end, place_group.start))


def _holds(mention: Mention, place_group: PlaceGroup) -> bool:
    between = mention.text[mention.noun_end : place_group.start]
    return bool(_patterns()["holds"].match(between)) and not _patterns()["turn"].search(between)


def _named(mention: Mention, after: Sequence[PlaceGroup], how: str) -> str:
    """The place behind a figure that "from" or "to" names; empty without one."""
    pattern = _patterns()[how]
    return next((each.code for each in after if pattern.search(mention.text, mention.noun_end, each.start)), "")


def _ranked(mention: Mention, found: Sequence[PlaceGroup], topic: Callable[[], str]) -> tuple[str, str]:
    """Who holds a rank, and in whose list: "Mexico is the United States' second largest partner"."""
    world = ("WORLD",)
    owner = next(
        (c for c in found if c.end <= mention.start and _OWNS.fullmatch(mention.text[c.end : mention.start])), None
    )
    rest = [c for c in found if c is not owner and c.codes != world and not mention.start <= c.start < mention.end]
    rest = [c for c in rest if not ("set" in c.roles and topic()) and "goods" not in c.roles]
    before = [c for c in rest if c.end <= mention.start]
    listed = next(
        (c for c in rest if before and _LIST.fullmatch(mention.text[mention.end : max(mention.end, c.start)])), None
    )
    holder = before[-1] if before else rest[0] if rest else None
    partner = owner.code if owner and owner.codes != world else listed.code if listed else ""
    if holder is None:
        return ("", partner) if topic() else (partner, "")
    return holder.code, partner if partner != holder.code else ""
