"""The words that tell a movement: "rose", "a decline"."""

from __future__ import annotations

import re
from functools import cache

from ..language import alternatives, table
from ..language.phrases import WordPattern, first_words

__all__ = ["movements"]


@cache
def movements() -> tuple[WordPattern, WordPattern]:
    """The words that tell an increase, and those that tell a decrease."""
    words = table("context")["change"]
    up, down = (
        WordPattern(re.compile(rf"\b(?:{alternatives(words[name])})\b", re.IGNORECASE), first_words(words[name]))
        for name in ("increase", "decrease")
    )
    return up, down
