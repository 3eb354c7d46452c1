"""What the heads, label and caption of a table say of its cells: place, status, movement, what is measured."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple, TypedDict

from ..language import alternatives, table
from ..quantities.periods import checked
from ..quantities.quantity import Quantity
from .context import SentenceContext
from .counting import counted_under
from .gazetteer import places
from .mention import Mention, Words
from .status import attribution_of
from .where import last_place, locate, place_groups_between

__all__ = ["Row", "Told"]

_SHARE_OF = re.compile(r"(?:%|\bper\s?cent|\bshare)\s(of\s[^(),;]{2,60}?)(?=[)\],;]|\s\d|\Z)", re.IGNORECASE)


class Told(TypedDict):
    """What surrounds a cell says of it, by the names of a reading's fields."""

    counted: str
    base: str
    change: str
    status: str
    subject: str
    geography: str
    partner: str
    period: str
    period_text: str
    inferred: tuple[str, ...]
    attribution: str
    note: str


class _Words(NamedTuple):
    """What one head, label or caption says: its place, a status, and a movement (1 up, -1 down, 0 none)."""

    place: str
    status: str
    moving: int


class Row:
    """What the cells of a row share; made once a row."""

    def __init__(self, context: SentenceContext, first: Quantity) -> None:
        text, sentence = context.outer.document.text, context.sentence
        self._notes = context.outer.notes
        self._label = text[sentence[0] : first.start].rstrip(" |\t.…·_").lstrip("| ")
        self._dated = context.inherited.period if context.inherited.by in ("heading", "head") else ""
        self._topic = context.topic()
        self._place = self._partner = ""
        if _said(self._label).place:
            mention = Mention(Words(text, *sentence), first.start, first.end, first.end, sentence[0], first.end)
            found = place_groups_between(text, sentence[0], first.start)
            self._place, self._partner, _ = locate(mention, found, first.unit, lambda: "")
        base = _SHARE_OF.search(self._label)
        self._base = base[1] if base else ""
        self._attribution = attribution_of(text[slice(*sentence)], "", first.start - sentence[0])

    def measured(self, cell: Quantity) -> Quantity:
        """A cell with what its heads count, where they name no unit; one whose unit is not known says so."""
        if cell.unit:
            return cell
        unit = counted_under(cell.under or (), self._label)
        return cell.in_unit(unit) if unit else cell.doubted("table_head_unclear")

    def told(self, cell: Quantity, published: int) -> Told:
        """What is said of one of its cells; ``published``: 1 if its time lies behind the text's own, else 0 or less."""
        under = cell.under or ()
        said = [_said(words) for words in under]
        place = self._place or next((each.place for each in said if each.place), "") or self._topic
        period = checked(cell.period or self._dated)
        status = "forecast" if published > 0 else next((each.status for each in said if each.status), "reported")
        return Told(
            counted="",
            base=self._base if cell.unit == "percent" else "",
            change=_change(cell, next((each.moving for each in said if each.moving), 0)),
            status=status,
            subject=self._label,
            geography=place,
            partner=self._partner if self._partner != place else "",
            period=period,
            period_text="",
            inferred=(
                *(["geography"] if place and not self._place else []),
                *(["period"] if period else []),
                *(["unit"] if cell.unit_inferred else []),
            ),
            attribution=self._attribution,
            note=self._notes.behind(cell.start, cell.end),
        )


def _change(cell: Quantity, moving: int) -> str:
    if not moving or not cell.value:
        return "level"
    return "increase" if (cell.value > 0) == (moving > 0) else "decrease"


@lru_cache(maxsize=8192)
def _said(words: str) -> _Words:
    patterns = _patterns()
    status = next((name for name in ("forecast", "target", "estimate") if patterns[name].search(words)), "")
    falls, moves = patterns["falls"].search(words), patterns["moves"].search(words)
    return _Words(last_place(words, places(words)), status, -1 if falls else 1 if moves else 0)


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    lists = table("layout")["table"]
    return {
        name: re.compile(rf"(?<![\w-])(?:{alternatives(lists[name])})(?![\w-])", re.IGNORECASE)
        for name in ("forecast", "target", "estimate", "moves", "falls")
    }
