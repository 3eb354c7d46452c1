"""What headings and the first lines of a document say of time: what it is about, and when it came out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from ..document.document import Document
from ..language import alternatives, table
from ..quantities.dates import DateMatch, dates
from ..quantities.fiscal import UNKNOWN, Fiscal

__all__ = ["NO_HEAD", "Head", "head_of", "of_heading"]

_YEAR = re.compile(r"\d{4}")
_LINES = 12
"""So many lines may stand over a document before its first paragraph."""
_LINE = 160
"""A line that is longer is a paragraph."""
_FIRM = re.compile(r"\b(?:Inc|Corp|Co|Ltd|L\.P|S\.A)\.\Z", re.IGNORECASE)
"""A line that so ends is a name and no sentence: "GREAT PLAINS BANCORP, INC."."""
_DAY = len("2023-05-31")
_MONTH = len("2023-05")
_BARE = 25
"""A line with no more characters beside its date is a date: "Wellington, 22 February 2023"."""


class Head(NamedTuple):
    """The time that a document is about and when it came out, by its own first lines; each may be empty."""

    about: str = ""
    released: str = ""


NO_HEAD = Head()


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = {name: alternatives(found) for name, found in table("periods")["headings"].items()}
    return {
        "issued": re.compile(rf"\b(?i:{words['issued']})(?!\w)"),
        "about": re.compile(rf"\b(?i:{words['about']})(?!\w)"),
        "lead": re.compile(rf"(?:[,:;(—–|-]|\b(?i:{words['leads']}))\s*(?:the\s+)?\Z"),
        "against": re.compile(rf"\s*,?\s+(?i:{words['against']})\s+(?:the\s+)?"),
        "results": re.compile(rf"['’]?\s+(?i:{words['results']})\b"),
        "opening": re.compile(rf"\W*(?:(?i:{words['openings']})\s+)?(?:the\s+)?\Z"),
    }


def head_of(document: Document, fiscal: Fiscal = UNKNOWN) -> Head:
    """What the lines over the first paragraph of a document say of time."""
    about = released = ""
    for line in _lines(document):
        found = _found(line, fiscal)
        if not found:
            continue
        named = _patterns()["about"].search(line)
        if named:
            about = about or next((date.period for date in found if date.start >= named.end()), "")
        elif _is_issued(line, found):
            released = released or found[-1].period
        else:
            about = about or of_heading(line, fiscal)
    return Head(about, released)


def _lines(document: Document) -> Iterator[str]:
    for block in document.blocks[:_LINES]:
        line = document.text[block.start : block.end].strip()
        stated = any(_patterns()[name].search(line) for name in ("issued", "about"))
        if len(line) > _LINE or block.kind == "table" or (line.endswith(".") and not stated and not _FIRM.search(line)):
            return
        yield line


def _found(line: str, fiscal: Fiscal) -> list[DateMatch]:
    return [date for date in dates(line, 0, len(line), None, fiscal) if _YEAR.match(date.period)]


def _is_issued(line: str, found: Sequence[DateMatch]) -> bool:
    """Whether a line says when the document came out: by its words, by a day, or as it is hardly more than a month."""
    last = found[-1]
    if len(last.period) == _DAY and "ended" not in line:
        return True
    bare = len(line) - (last.end - found[0].start) <= _BARE
    return bool(_patterns()["issued"].search(line)) or (bare and len(last.period) == _MONTH and len(found) == 1)


@lru_cache(maxsize=256)
def of_heading(heading: str, fiscal: Fiscal = UNKNOWN) -> str:
    """The period that a heading gives what stands under it; empty where it gives none.

    It ends or begins with the date ("Trade in goods, February 2024", "Fiscal 2023 compared to fiscal 2022"). The date
    of a working paper or bulletin says when it came out, unless it leads the date in: "Bulletin for March 2023".
    """
    found = _found(heading, fiscal)
    if not found:
        return ""
    patterns, first, last = _patterns(), found[0], found[-1]
    if len(found) > 1:
        between = heading[first.end : found[1].start]
        same = len({date.period for date in found}) == 1
        return first.period if same or patterns["against"].fullmatch(between) else ""
    led = patterns["lead"].search(heading[: last.start])
    ends = not heading[last.end :].strip(" .:)*|_")
    if patterns["issued"].search(heading):
        return last.period if ends and led and led[0].strip(" ,:;(—–|-") else ""
    if ends and (led or not heading[: last.start].strip(" #*_|(")):
        return last.period
    told = patterns["opening"].fullmatch(heading[: last.start]) or patterns["results"].match(heading, last.end)
    return last.period if told else ""
