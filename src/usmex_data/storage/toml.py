"""TOML files as tables; one that is none is named with its line."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING, Any, Final

from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from pathlib import Path

__all__ = ["parse_toml", "read_toml"]

_PLACE: Final = re.compile(r" \(at (?:line (?P<line>\d+), column \d+|end of document)\)$")


def read_toml(path: Traversable) -> dict[str, Any]:
    """The tables of a TOML file.

    Raises ``UsmexDataError``, with file and line, for a file that is missing, no UTF-8 or no TOML.
    """
    try:
        content = path.read_bytes()
    except OSError as error:
        raise UsmexDataError(
            f"cannot be read: {error.strerror}", where=str(path), remedy="put it back: git checkout has it"
        ) from None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsmexDataError("not UTF-8", where=f"{path}:{line}", remedy="save it as UTF-8") from None
    return parse_toml(text, path)


def parse_toml(text: str, path: Traversable | Path) -> dict[str, Any]:
    """The tables of a TOML text; ``path`` is how its error calls it. Raises as :func:`read_toml`."""
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _PLACE.search(str(error))
        what = _PLACE.sub("", str(error))
        line = (found and found["line"]) or text.count("\n") + 1
        raise UsmexDataError(f"not valid TOML: {what}", where=f"{path}:{line}", remedy="mend that line") from None
