"""The official record as a user loads it."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING, Final

from usmex_data.corpus import find_root
from usmex_data.errors import UsmexDataError
from usmex_data.official.read import OFFICIAL, RECORD, read_record, record_rows
from usmex_data.tables.fields import meaning, record_package

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["record"]

_CITED: Final = "official figures, not from the texts"


def record(indicator: str | None = None) -> pd.DataFrame:
    """The official figures of an indicator, or all of them, as a typed frame; what is not known is missing (``isna``).

    ``attrs`` holds what each column means (``fields``) and the ``licenses`` of the compilation; each row names its own.
    Raises ``UsmexDataError`` for an indicator of which the record has no figure, and where there is no record.
    """
    from usmex_data.tables.frames import frame_of

    root = find_root()
    content = read_record(root)
    if not content:
        raise UsmexDataError("there is no official record", where=str(root / RECORD), remedy="it comes with the data")
    table = meaning("record_official")
    frame = frame_of(table, record_rows(content)[OFFICIAL][1])
    if indicator is not None:
        _require(indicator, sorted(set(frame["indicator"])))
        frame = frame[frame["indicator"] == indicator].reset_index(drop=True)
    frame.attrs.update(
        name=table.name,
        title=table.title,
        description=table.description,
        source=f"{record_package()['title']} ({_CITED})",
        licenses=[licence["name"] for licence in record_package()["licenses"]],
        rights=record_package()["rights"],
        fields={field.name: field.description for field in table.fields},
    )
    return frame


def _require(indicator: str, known: list[str]) -> None:
    if indicator in known:
        return
    close = get_close_matches(str(indicator).lower().replace(" ", "_").replace("-", "_"), known, 3)
    meant = f"did you mean {' or '.join(close)}? " if close else ""
    raise UsmexDataError(f"the record has no figure of {indicator!r}", remedy=f"{meant}known: {', '.join(known)}")
