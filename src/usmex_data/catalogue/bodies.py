"""The bodies that texts credit with figures, each under one name."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ..errors import UsmexDataError
from . import table

__all__ = ["Body", "bodies", "body_of"]


@dataclass(frozen=True, slots=True)
class Body:
    """A row of bodies.csv: the id that ``attribution`` has, full name, other names, and where it belongs."""

    id: str
    name: str
    names: tuple[str, ...] = ()
    place: str = ""


@cache
def bodies() -> tuple[Body, ...]:
    """The bodies that ``bodies.toml`` declares, in its order."""
    return tuple(
        Body(name, entry["name"], tuple(entry["names"]), entry["place"])
        for name, entry in table("bodies")["body"].items()
    )


def body_of(credited: str) -> str:
    """The id of the body that a text credits, by any of its names; what is not declared stays as the text has it."""
    return _ids().get(_plain(credited), credited)


@cache
def _ids() -> dict[str, str]:
    """The id of each name; raises ``UsmexDataError`` for a name of two bodies."""
    ids: dict[str, str] = {}
    for body in bodies():
        for name in _names(body):
            other = ids.setdefault(_plain(name), body.id)
            if other != body.id:
                raise UsmexDataError(
                    f"{name!r} is a name of {other} and of {body.id}", where="bodies.toml", remedy="take it out of one"
                )
    return ids


def _names(body: Body) -> Iterator[str]:
    yield from (body.id, body.name, *body.names)


def _plain(name: str) -> str:
    """A name without what makes no difference: capitals, points, typographic apostrophes, a leading article."""
    return name.replace("’", "'").replace(".", "").casefold().strip().removeprefix("the ")
