"""Cuts a long text where a reader would pause, so that it can be read segment by segment in bounded memory."""

from __future__ import annotations

import re
from collections.abc import Iterator

from usmex_data.document.sentences import sentences

__all__ = ["segments"]

_WINDOW = 8
"""A cut is looked for in the last eighth of a segment."""
_CLOSED = re.compile(r"[.!?][)\]”\"’]*[ \t]*\r?\n[ \t]*\r?\n\s*(?=[A-Z“\"#])")
"""A blank line between a paragraph that ends with its sentence and one that begins with a capital."""
_BLANK = re.compile(r"\n[ \t]*\r?\n\s*")
_REACH = 20_000
"""A sentence is looked for in so many characters: whoever writes longer ones gets a cut at white space."""
_SPACE = re.compile(r"\s+")


def segments(text: str, size: int) -> Iterator[tuple[int, int]]:
    """The spans of the segments of a text, in order and without gaps: about equal, none longer than ``size``.

    They end between paragraphs; where there is no blank line, behind a sentence; in a text without sentences at
    white space, and in one without white space anywhere.
    """
    start = 0
    while len(text) - start > size:
        # Equal segments: a short last one would know little of the layout that it is printed in.
        wanted = -(-(len(text) - start) // -(-(len(text) - start) // size))
        cut = _cut(text, start + wanted - wanted // _WINDOW, start + wanted)
        yield start, cut
        start = cut
    yield start, len(text)


def _cut(text: str, low: int, high: int) -> int:
    """The best place for a cut in ``text[low:high]``, the last of its kind."""
    for pattern in (_CLOSED, _BLANK):
        if cut := _last(pattern, text, low, high):
            return cut
    low = max(low, high - _REACH)
    spans = sentences(text, low, high)
    if len(spans) > 2:
        return spans[-1][0]  # the first may have begun before the window, and the last goes on behind it
    return _last(_SPACE, text, low, high) or high


def _last(pattern: re.Pattern[str], text: str, low: int, high: int) -> int:
    """Where the last match of a pattern ends; 0 without one."""
    return max((match.end() for match in pattern.finditer(text, low, high)), default=0)
