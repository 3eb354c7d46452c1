"""What every format gives: a text, what a user should know of how it was read, and what of the file was not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from usmex_data.errors import UsmexDataError

__all__ = ["LIMITS", "FileText", "Limits", "Lost", "Read", "damaged", "listed"]

Lost = Counter[str]
"""How many things of each kind were not read; a kind is named in the singular, such as "text box"."""


@dataclass(frozen=True, slots=True)
class FileText:
    """The text of a file, and what a user should know of how it was read.

    ``converted`` tells whether offsets count this text, and not the file's own characters. ``lost`` lists what the
    file holds and the text does not, such as ``("1 text box", "2 images")``; ``notes`` says it too.
    """

    text: str
    notes: tuple[str, ...] = ()
    converted: bool = False
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a file is read before it is given up.

    ``bytes`` is the size of the file, and ``expansion`` how many times that size an archive may unpack to.
    """

    bytes: int = 1_000_000_000
    expansion: int = 300


LIMITS: Final = Limits()

Read = tuple[str, Lost]
"""What a format's reader gives: the text, and what of the file is not in it."""


def listed(lost: Mapping[str, int]) -> tuple[str, ...]:
    """What was lost in words: ``("1 text box", "2 images")``."""
    return tuple(f"{count} {kind if count == 1 else _plural(kind)}" for kind, count in lost.items() if count)


def _plural(kind: str) -> str:
    return f"{kind}es" if kind.endswith("x") else f"{kind}s"


def damaged(what: str, name: str, error: Exception) -> UsmexDataError:
    """The error for a file that a library cannot make sense of."""
    told = " ".join(str(error).split())[:200]
    return UsmexDataError(
        f"a damaged {what}: {type(error).__name__}: {told}", where=name, remedy="save it anew, or give its text"
    )
