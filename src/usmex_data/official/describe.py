"""The descriptor of the record, which lies beside its tables: made from them, never by hand."""

from __future__ import annotations

from pathlib import Path

from usmex_data.official.read import RECORD, read_record
from usmex_data.storage.write import disk_errors, write_file
from usmex_data.tables.package import DESCRIPTOR, record_descriptor

__all__ = ["describe", "stale"]


def describe(root: Path) -> bool:
    """Make the record's ``datapackage.json`` fit its tables; whether it had to be written.

    Raises ``UsmexDataError`` where the disk does not play along; the old descriptor is then still there.
    """
    if not stale(root):
        return False
    path = root / RECORD / DESCRIPTOR
    with disk_errors("the descriptor of the record", path):
        write_file(path, record_descriptor(read_record(root)))
    return True


def stale(root: Path) -> bool:
    """Whether the record's descriptor is other than its tables make it; false where there is no record."""
    content = read_record(root)
    path = root / RECORD / DESCRIPTOR
    return bool(content) and (not path.is_file() or path.read_bytes() != record_descriptor(content))
