"""The words that tell a movement: "rose", "a decline"."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import Sought, first_words

__all__ = ["movements"]


@cache
def movements() -> tuple[Sought, Sought]:
    """The words that tell an increase, and those that tell a decrease."""
    words = table("context")["change"]
    up, down = (
        Sought(re.compile(rf"\b(?:{alternatives(words[name])})\b", re.IGNORECASE), first_words(words[name]))
        for name in ("increase", "decrease")
    )
    return up, down
