"""Addresses of claims, official figures and calculations: the one place that makes them, and reads them back."""

from __future__ import annotations

import re
from typing import Final

from usmex_data.errors import UsmexDataError

__all__ = [
    "OFFICIAL", "address_of", "calc_address", "calc_anchor", "calc_of", "claim_address", "claim_of", "official_anchor",
    "source_of",
]  # fmt: skip

OFFICIAL: Final = "official-"
"""How the anchor of an official figure begins, which is no claim of a source."""

_CLAIM: Final = re.compile(r"(?P<source>[a-z0-9]+(?:-[a-z0-9]+)*)-(?P<offset>\d+)")
_NAME: Final = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")
_CLAIM_ADDRESS: Final = re.compile(r"(?:.*/)?sources/(?P<source>[a-z0-9-]+)\.html#(?P<claim>[a-z0-9-]+)")
_CALC_ADDRESS: Final = re.compile(r"#calc-(?P<name>[a-z0-9-]+)")


def source_of(claim_id: str) -> str:
    """The source that a claim id names.

    Raises :class:`~usmex_data.errors.UsmexDataError` for what is no claim id.
    """
    found = _CLAIM.fullmatch(claim_id)
    if found is None:
        raise UsmexDataError(f"{claim_id!r} is no claim id", remedy="it is a source and an offset: white-papers-22874")
    return found["source"]


def claim_address(claim_id: str, root: str = "../") -> str:
    """The address of a claim on the page of its source, as a page one folder below ``root`` links to it."""
    return f"{root}sources/{source_of(claim_id)}.html#{claim_id}"


def official_anchor(official_id: str) -> str:
    """The anchor of an official figure on the page of the record: ``official-gas-008``."""
    return f"{OFFICIAL}{official_id}"


def address_of(name: str, root: str = "../") -> str:
    """The address of a claim by its id, or of an official figure by its anchor."""
    if name.startswith(OFFICIAL):
        return f"{root}data/record.html#{name}"
    return claim_address(name, root)


def calc_anchor(name: str) -> str:
    """The anchor of a calculation on its own page: ``calc-NAME``.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a name that is not in small letters, digits and hyphens.
    """
    if not _NAME.fullmatch(name):
        raise UsmexDataError(f"{name!r} can't be in an address", remedy="small letters, digits and hyphens: wage-gap")
    return f"calc-{name}"


def calc_address(name: str) -> str:
    """The address of a calculation from its own page: ``#calc-NAME``."""
    return f"#{calc_anchor(name)}"


def claim_of(address: str) -> str:
    """The claim id that an address leads to; empty where it leads elsewhere."""
    found = _CLAIM_ADDRESS.fullmatch(address)
    if found is None or not _CLAIM.fullmatch(found["claim"]) or source_of(found["claim"]) != found["source"]:
        return ""
    return found["claim"]


def calc_of(address: str) -> str:
    """The name of the calculation that an address leads to; empty where it leads elsewhere."""
    found = _CALC_ADDRESS.fullmatch(address)
    return found["name"] if found else ""
