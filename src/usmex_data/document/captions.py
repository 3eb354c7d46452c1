"""Finds the caption of a table above its heads, and lines that name the unit or the time of its columns."""

from __future__ import annotations

import re
from functools import cache

from usmex_data.document.lines import Line, Role, ends_sentence
from usmex_data.document.word_lists import words
from usmex_data.language import alternatives

__all__ = ["is_caption", "is_unit_alone", "mark", "mark_caption", "names_unit"]

_UNIT_LINE = re.compile(r"\(?[^().;!?]{0,80}\)?\Z|.{0,120}\([^()]{1,60}\)\Z")


def mark(line: Line, number: int, role: Role) -> None:
    """Give a line its table and its role there."""
    line.layout, line.role = number, role


def names_unit(text: str) -> bool:
    """Whether a line ends with a unit: in parentheses, behind a comma or behind "in"."""
    if text.endswith(")"):
        return _UNIT_LINE.match(text) is not None
    return len(text) <= 120 and not ends_sentence(text) and _unit_behind().search(text) is not None


@cache
def _unit_behind() -> re.Pattern[str]:
    units = alternatives(words("layout", "table", "unit_words"))
    return re.compile(
        rf"(?:[,:–—]\s(?:in\s)?|\bin\s|^)(?:1[,\s]?000\s)?(?:{units})(?!\w)[^.;,]{{0,60}}\Z", re.IGNORECASE
    )


def is_unit_alone(text: str) -> bool:
    """Whether a line is nothing but a remark in parentheses: "(in thousands)"."""
    return text.startswith("(") and text.endswith(")")


@cache
def _time() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{alternatives(words('layout', 'table', 'closing'))})\s", re.IGNORECASE)


def _names_time(text: str) -> bool:
    """Whether a line tells the time of the columns below: "Three Months Ended June 30,"."""
    return len(text) <= 80 and not ends_sentence(text) and _time().search(text) is not None


@cache
def _caption_start() -> re.Pattern[str]:
    kinds = alternatives(words("layout", "table", "captions"))
    return re.compile(
        rf"(?:#{{1,6}}\s+)?(?:{kinds})\s+(?:[A-Z]?[-.]?\d[\w.-]*|[IVX]+|[A-Z](?=[.:]))(?!\w)", re.IGNORECASE
    )


def is_caption(text: str) -> bool:
    """Whether a line is the caption of a table: "Table 4. Exports by country"."""
    return len(text) < 300 and _caption_start().match(text) is not None


def mark_caption(lines: list[Line], index: int, number: int) -> None:
    """Mark the caption of a table that ends at a line above its heads, and what stands between."""
    found: list[int] = []
    for place in range(index, max(-1, index - 3), -1):
        line = lines[place]
        if line.role or lines[place + 1].gap > 3:
            return
        found.append(place)
        if is_caption(line.text):
            break
        if not (is_unit_alone(line.text) or names_unit(line.text)) and (
            len(line.text) > 120 or ends_sentence(line.text)
        ):
            return
    else:
        found = [place for place in found[:1] if names_unit(lines[place].text) or _names_time(lines[place].text)]
    for place in found:
        mark(lines[place], number, "caption")
