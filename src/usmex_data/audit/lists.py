"""Counts that announce a list, the numbers that follow them, and spans that stand beside their years."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from ..codebook.records import QuantityRow
from ..language import alternatives, table
from .checks import Check
from .make import bracketed, make, quoted
from .row_index import RowIndex

__all__ = ["check_lists"]

_NEAR = 600
"""How far behind its count a list may start, in characters of the raw text."""
_STEP = 6000
"""How far apart two items may stand."""
_MARKER = re.compile(r"\(?(\d{1,2})[.)]?")
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")


@dataclass(frozen=True, slots=True)
class _Item:
    number: int
    row: QuantityRow
    written: str
    """"1" for a numbered list, "first" for a counted one: a list doesn't change from one to the other."""


def check_lists(rows: RowIndex) -> list[Check]:
    """The checks of lists and of spans with their years, source by source."""
    found: list[Check] = []
    for source in rows.sources():
        if source in rows.reprints():
            continue
        own = [row for row in rows.quantities if row.source == source]
        found += _counted(own, rows)
        found += _twice(own, rows)
        found += _years(own, rows)
    return found


# --- a count and its list --------------------------------------------------------------------------------------------


def _counted(own: Sequence[QuantityRow], rows: RowIndex) -> Iterable[Check]:
    for at, row in enumerate(own):
        if row.disposition != "list_count" or row.value is None or _item(row) is not None or not 1 < row.value < 20:
            continue
        items = _list_behind(own[at + 1 :], row)
        check = _check_list(row, items, rows) if items else None
        # A list that fits its count says nothing that a reader would not see.
        if check is not None and check.verdict not in {"holds", "holds_within_rounding"}:
            yield check


def _item(row: QuantityRow) -> _Item | None:
    text = row.text.strip().lower()
    if row.disposition == "list_count" and (digits := _MARKER.fullmatch(text)):
        return _Item(int(digits[1]), row, "1")
    if row.disposition == "ordinal" and text in _ORDINALS:
        return _Item(_ORDINALS.index(text) + 1, row, "first")
    return None


def _list_behind(following: Sequence[QuantityRow], count: QuantityRow) -> list[_Item]:
    """The numbered or told items that follow a count, one after the other from the first."""
    items: list[_Item] = []
    for row in following:
        item = _item(row)
        last = items[-1].row.end if items else count.end
        if row.start - last > (_STEP if items else _NEAR):
            break
        if row.disposition == "list_count" and item is None and (not items or items[0].written != "1"):
            break  # the next list is announced; in a numbered one a box may stand between the items
        if item and items and item.number == 1 and item.written == items[0].written:
            break  # the next list begins
        if item and item.number == len(items) + 1 and (not items or item.written == items[0].written):
            items.append(item)
    return items


@cache
def _open() -> re.Pattern[str]:
    """What leaves the number of a list's points open."""
    hedges = table("hedges")["at_least"]
    words = alternatives([*hedges["before"], *hedges["after"], "such as", "including", "e.g."])
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _check_list(count: QuantityRow, items: Sequence[_Item], rows: RowIndex) -> Check | None:
    """Numbered lists are held to their count. One that is told may end in "finally" or run into the next: there is a
    check only where it fits.
    """
    numbered = items[0].written == "1"
    if len(items) < 2 or (not numbered and len(items) != count.value):
        return None
    formula = f"count({bracketed(item.row.quantity_id for item in items)}) == [{count.quantity_id}]"
    return make(
        rows,
        check_id=f"list-{count.quantity_id}",
        question=f"{quoted(count)} is announced and {len(items)} points follow: is the count wrong, or does one lack?",
        kind="oddity",
        formula=f"perhaps({formula})" if _open().search(count.text) else formula,
        statement=f"{quoted(count)} announces as many points as follow.",
        explanation=f"The points that follow are {'numbered' if numbered else 'told as first, second and so on,'} "
        f"up to “{items[-1].row.text.strip(' ().')}”.",
        grant="A fair reader grants that points may have been joined or split after the count was written.",
    )


# --- one place counted twice -----------------------------------------------------------------------------------------


def _twice(own: Sequence[QuantityRow], rows: RowIndex) -> Iterable[Check]:
    """Two neighbours of a row of ordinals that count the same place: "the fifth section … the fifth and final"."""
    ordinals = [item for row in own if (item := _item(row)) and item.written == "first" and item.number > 1]
    run = 1
    for before, after in pairwise(ordinals):
        near = after.row.start - before.row.end < _NEAR
        if near and after.number == before.number and run > 1 and _same_thing(before.row, after.row, rows):
            yield make(
                rows,
                check_id=f"twice-{before.row.quantity_id}",
                question=f"Is the second {quoted(before.row)} the next in the row?",
                kind="oddity",
                formula=f"[{before.row.quantity_id}] + 1 == [{after.row.quantity_id}]",
                statement=f"After {quoted(before.row)}, its row of ordinals goes on to the next.",
                explanation=f"“{before.row.text.strip()}” is counted twice in one row of ordinals.",
                grant="A fair reader takes the second for the next in the row.",
            )
        run = run + 1 if near and after.number == before.number + 1 else 1 if after.number != before.number else run


def _same_thing(before: QuantityRow, after: QuantityRow, rows: RowIndex) -> bool:
    """Whether both ordinals stand before one noun, as far as their sentences are at hand."""
    nouns = [
        {word.lower() for word in re.findall(r"[^\W\d_]{3,}", rows.place(row).after)[:4]} for row in (before, after)
    ]
    return bool((nouns[0] & nouns[1]) - {"and", "the", "final", "last"})


# --- a span beside its years -----------------------------------------------------------------------------------------


def _years(own: Sequence[QuantityRow], rows: RowIndex) -> Iterable[Check]:
    """A number of years beside the years themselves: "the four years (2021-2025)"."""
    for span, period in pairwise(own):
        beside = 0 <= period.start - span.end <= 3
        if not beside or span.unit != "year" or span.value is None or period.disposition != "date":
            continue
        if not re.fullmatch(r"\d{4}/\d{4}", period.period):
            continue
        years = f"last([{period.quantity_id}]) - first([{period.quantity_id}])"
        yield make(
            rows,
            check_id=f"years-{span.quantity_id}",
            question=f"Do {quoted(span)} fit the years {period.text}?",
            kind="arithmetic",
            formula=f"{years} == [{span.quantity_id}]",
            statement=f"{quoted(span)} are the years {period.text}.",
            explanation="Counted from year to year; with both ends it is one more.",
            grant="A fair reader grants that a span may begin and end within its years.",
        )
