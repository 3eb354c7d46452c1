"""The figures of policy texts as data: each with its sentence, its hedge and its place in the text.

Nothing heavy is imported here; each name below is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

from usmex_data.version import __version__

if TYPE_CHECKING:
    from usmex_data.catalogue.registry import units
    from usmex_data.errors import TextError, UsmexDataError
    from usmex_data.extraction import extract, read_source, rows
    from usmex_data.many import extract_many
    from usmex_data.notebooks.quote import show
    from usmex_data.official.load import record
    from usmex_data.tables.comparable import convert
    from usmex_data.tables.load import claim, claims, load

__all__ = [
    "TextError",
    "UsmexDataError",
    "__version__",
    "audit",
    "claim",
    "claims",
    "convert",
    "extract",
    "extract_many",
    "load",
    "read_source",
    "record",
    "rows",
    "show",
    "units",
]

_HOMES: Final = {
    "TextError": "usmex_data.errors",
    "UsmexDataError": "usmex_data.errors",
    "audit": "usmex_data.audit",
    "claim": "usmex_data.tables.load",
    "claims": "usmex_data.tables.load",
    "convert": "usmex_data.tables.comparable",
    "extract": "usmex_data.extraction",
    "extract_many": "usmex_data.many",
    "load": "usmex_data.tables.load",
    "read_source": "usmex_data.extraction",
    "record": "usmex_data.official.load",
    "rows": "usmex_data.extraction",
    "show": "usmex_data.notebooks.quote",
    "units": "usmex_data.catalogue.registry",
}


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}; it has {', '.join(__all__)}")
    if name == "audit":
        # A room that shares its name with a function: called, it audits texts.
        return import_module(home)
    value = getattr(import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
