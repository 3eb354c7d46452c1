"""How checks name figures: in the words of their texts."""

from __future__ import annotations

from ..catalogue import indicators
from ..claims.model import Claim
from .formula import row_id
from .readings import Row
from .rows import Rows

__all__ = ["named", "quoted", "side_by_side"]

_WIDTH = 100


def quoted(row: Row) -> str:
    """The figure as the text has it, with its source: “over 260,000” (white-papers)."""
    return f"“{row.text.strip()}” ({row.source})"


def named(claim: Claim) -> str:
    """What a claim measures: the indicator's title in small letters, or the words of the text."""
    titles = {indicator.id: indicator.title for indicator in indicators()}
    title = titles.get(claim.indicator) or claim.counted or claim.subject or claim.unit
    title = title[:1].lower() + title[1:] if title[1:2].islower() else title
    places = " / ".join(filter(None, (claim.geography, claim.partner)))
    details = ", ".join(filter(None, (claim.category, places, claim.period)))
    return f"{title} ({details})" if details else title


def side_by_side(rows: Rows, ids: tuple[str, ...]) -> list[str]:
    """The sentences of rows, one a line, each with its id and the figure in guillemets; then, cut to the width."""
    lines = []
    for name in ids:
        row = rows.by_id.get(name)
        if row is None:
            continue
        place = rows.place(row)
        sentence = f"{place.before}«{place.sentence[place.start : place.end]}»{place.after}" if place.sentence else ""
        lines.append(f"{row_id(row)}\n    {' '.join((sentence or f'«{row.text}»').split())}")
    return lines
