"""Reasons why a reading may be wrong: the closed list of the column ``doubt``."""

from __future__ import annotations

from functools import cache
from typing import Literal

from . import table

__all__ = ["Doubt", "doubts", "in_order"]

Doubt = Literal[
    "decimal_comma", "scale_letter", "scale_shared", "year_or_amount", "exponent_unclear", "spaced_digits",
    "glued_words", "footnote_mark", "sign_or_dash", "range_or_levels", "whose_dollar", "unit_unknown", "unit_carried",
    "name_or_count", "carried_period", "fiscal_year", "carried_place", "place_in_name", "table_head_unclear",
    "other_language",
]  # fmt: skip
"""The names of ``doubts.toml``, for the type checker; a test holds that they are the same."""


@cache
def doubts() -> dict[str, str]:
    """What each reason says, in the order of the list."""
    found: dict[str, str] = table("doubts")["doubt"]
    return found


@cache
def _rank() -> dict[str, int]:
    return {name: place for place, name in enumerate(doubts())}


def in_order(*groups: tuple[Doubt, ...]) -> tuple[Doubt, ...]:
    """The reasons of all groups, each once, in the order of the list."""
    filled = [group for group in groups if group]
    if not filled:
        return ()
    if len(filled) == 1 and len(filled[0]) == 1:
        return filled[0]
    return tuple(sorted({reason for group in filled for reason in group}, key=_rank().__getitem__))
