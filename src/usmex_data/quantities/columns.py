"""Rows of tables that a PDF flattened into a line of words: negatives in parentheses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from .model import Quantity

__all__ = ["tabular"]

_WORD = re.compile(r"[A-Za-z]{2,}")


def tabular(text: str, figures: Sequence[Quantity]) -> list[Quantity]:
    """The figures of a sentence, read as cells where it is a row of a table: more numbers than words."""
    if len(figures) < 3 or len(_WORD.findall(text)) >= 2 * len(figures):
        return list(figures)
    return [_accounted(text, item) for item in figures]


def _accounted(text: str, cell: Quantity) -> Quantity:
    """In a column of figures, "(2.1)" is how accountants write a negative."""
    if cell.value and text[cell.start - 1 : cell.start] == "(" and text[cell.end : cell.end + 1] == ")":
        return replace(cell, start=cell.start - 1, end=cell.end + 1, value=-cell.value)
    return cell
