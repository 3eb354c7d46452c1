"""The figures of policy texts as data: each with its sentence, its hedge and its place in the text.

Nothing heavy is imported here; each name below is loaded when it is first used.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from usmex_data.version import __version__

if TYPE_CHECKING:
    from usmex_data.catalogue.registry import units
    from usmex_data.errors import TextError, UsmexDataError
    from usmex_data.extraction import extract, read_source
    from usmex_data.notebooks.quote import show
    from usmex_data.official.load import record
    from usmex_data.tables.load import claims, load

__all__ = [
    "TextError",
    "UsmexDataError",
    "__version__",
    "claims",
    "extract",
    "load",
    "read_source",
    "record",
    "show",
    "units",
]

_HOMES: Final = {
    "TextError": "usmex_data.errors",
    "UsmexDataError": "usmex_data.errors",
    "claims": "usmex_data.tables.load",
    "extract": "usmex_data.extraction",
    "load": "usmex_data.tables.load",
    "read_source": "usmex_data.extraction",
    "record": "usmex_data.official.load",
    "show": "usmex_data.notebooks.quote",
    "units": "usmex_data.catalogue.registry",
}


class _CallableRoom(ModuleType):
    """A room that shares its name with a function: ``usmex_data.claims`` holds modules, ``claims()`` gives rows."""

    def __call__(self, topic: str | None = None, source: str | None = None, indicator: str | None = None) -> Any:
        """The claims of a topic, a source, an indicator, or of all that are given; without any, every claim.

        Raises ``UsmexDataError`` for a topic, source or indicator that there is not.
        """
        return import_module(_HOMES["claims"]).claims(topic, source, indicator)


class _Package(ModuleType):
    def __setattr__(self, name: str, value: Any) -> None:
        # Importing the room binds its name here, over the function's: so the room takes the call.
        if name == "claims" and isinstance(value, ModuleType):
            value.__class__ = _CallableRoom
        super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Package


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
    if name == "claims":
        return import_module("usmex_data.claims")
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
