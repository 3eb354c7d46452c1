"""Numbers as the tables write them."""

from __future__ import annotations

from decimal import Decimal

from usmex_data.errors import UsmexDataError

__all__ = ["number"]


def number(value: Decimal | int) -> str:
    """The shortest decimal that reads back as the same number: no exponent, no trailing zeros, no ``-0``.

    Raises ``UsmexDataError`` for infinity and for what is not a number.
    """
    value = Decimal(value)
    if not value.is_finite():
        raise UsmexDataError(f"{value} cannot stand in a table", remedy="leave the cell empty where nothing is stated")
    written = format(value, "f")
    if "." in written:
        written = written.rstrip("0").rstrip(".")
    return "0" if written in {"-0", ""} else written
