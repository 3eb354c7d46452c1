"""Text of others as pages show it: every character as it stands, none of them markup."""

from __future__ import annotations

import html
import re
from typing import Final

__all__ = ["attribute", "markdown", "markup", "one_line"]

# CommonMark lets a backslash stand before any ASCII punctuation, and takes the character for itself then: links, tags,
# entities, roles, directives, substitutions, attributes and formulas all begin with one of these.
_PUNCTUATION: Final = re.compile(r"([!-/:-@\[-`{-~])")
# No control character means anything in a page, and some of them end a line for one reader and not for another.
_CONTROL: Final = re.compile(r"[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]")
# Signs that turn the direction of what follows, of our own words too.
_DIRECTION: Final = re.compile(r"[\u202a-\u202e\u2066-\u2069]")


def one_line(text: str) -> str:
    """The text in one line: white space as single blanks, control characters as the sign for what can't be shown."""
    return re.sub(r"\s+", " ", _DIRECTION.sub("", _CONTROL.sub("\ufffd", text)))


def markdown(text: str) -> str:
    """Markdown (MyST) that shows ``text``; blanks at its ends are kept."""
    return _PUNCTUATION.sub(r"\\\1", one_line(text))


def markup(text: str) -> str:
    """HTML that shows ``text``."""
    return html.escape(one_line(text), quote=True)


def attribute(text: str) -> str:
    """``text`` as the value of an HTML attribute, its quotes with it."""
    return f'"{markup(text)}"'
