"""A table of any format as rows between bars, as Markdown has them, for the document room to take apart again.

A merged cell is written once. Where it goes on to the right, nothing stands between the bars (``||``, as in
MultiMarkdown), and where it goes on from the row above, ``^^``: so its head reaches all of its columns, its label all
of its rows, and its figure counts once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

__all__ = ["TableCell", "lines"]

_SPACE: Final = re.compile(r"\s+")
_ABOVE: Final = "^^"
_WIDEST: Final = 1000
"""No table has more columns; a span that claims to is cut."""


@dataclass(frozen=True, slots=True)
class TableCell:
    """A cell as it is written in its file: its text, over how many columns and rows it goes, whether it is a head."""

    text: str
    columns: int = 1
    rows: int = 1
    head: bool = False


def lines(rows: Sequence[Sequence[TableCell]], heads: int = 0) -> list[str]:
    """The lines of a table; the first ``heads`` rows are heads, and so are the first ones in which every cell is."""
    placed = _placed(rows)
    width = max((len(row) for row in placed), default=0)
    written = [_line(row, width) for row in placed]
    heads = heads or _heads(rows)
    if 0 < heads < len(written):
        written.insert(heads, "|" + " --- |" * width)
    kept = [line for line in written if line.strip("|^ ")]
    return kept if any(not line.startswith("| --- |") for line in kept) else []


def _heads(rows: Sequence[Sequence[TableCell]]) -> int:
    """How many rows at the top hold nothing but heads."""
    count = 0
    for row in rows:
        if not row or not all(cell.head or not cell.text.strip() for cell in row) or not any(c.head for c in row):
            break
        count += 1
    return count if count < len(rows) else 0


def _placed(rows: Sequence[Sequence[TableCell]]) -> list[list[str]]:
    """The rows with a text for each column: of a merged cell at its first place, and signs at its others."""
    found: list[list[str]] = []
    below: dict[int, int] = {}  # for how many more rows a column holds a cell from above
    for row in rows:
        texts: list[str] = []
        waiting = iter(row)
        while len(texts) < _WIDEST:
            column = len(texts)
            if below.get(column, 0):
                below[column] -= 1
                texts.append(_ABOVE)
                continue
            cell = next(waiting, None)
            if cell is None:
                if any(count and place > column for place, count in below.items()):
                    texts.append(" ")
                    continue
                break
            width = max(1, min(cell.columns, _WIDEST - column))
            for place in range(column, column + width):
                texts.append("" if place > column else _clean(cell.text))
                if cell.rows > 1:
                    below[place] = cell.rows - 1
        found.append(texts)
    return found


def _clean(text: str) -> str:
    """The text in one line and without a bar; a cell without one holds a space."""
    return _SPACE.sub(" ", text).strip().replace("|", "¦") or " "


def _line(texts: Sequence[str], width: int) -> str:
    cells = [*texts, *[" "] * (width - len(texts))]
    return "|" + "|".join(f" {cell} " if cell.strip() else cell for cell in cells) + "|"
