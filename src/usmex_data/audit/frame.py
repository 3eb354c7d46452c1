"""Findings as plain values, as a frame, and as lines of JSON: what other programs take from an audit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING, Any, Final

from .candidates import candidates
from .texts import Audited, audit_texts

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COLUMNS", "audit", "figures", "json_lines", "pairs", "records"]

COLUMNS: Final = (
    "kind", "verdict", "severity", "basis", "statement", "question", "explanation", "formula", "left", "right",
    "tolerance", "check_id", "files", "figures",
)  # fmt: skip
_CATEGORIES: Final = ("kind", "verdict", "severity", "basis")


def figures(ids: Sequence[str], audited: Audited) -> list[dict[str, Any]]:
    """Figures by their ids: file, offsets in the text as given, text, sentence, and the place in the sentence."""
    found = []
    for name in ids:
        row, place = audited.rows.by_id[name], audited.rows.place(audited.rows.by_id[name])
        found.append(
            {
                "file": audited.names[row.source],
                "start": row.start,
                "end": row.end,
                "text": " ".join(row.text.split()),
                "sentence": " ".join(place.sentence.split()),
                "at": len(_plain(place.before)),
                "width": len(" ".join(place.sentence[place.start : place.end].split())),
            }
        )
    return found


def _plain(before: str) -> str:
    """The words before a figure as the sentence has them once its spaces are single."""
    plain = " ".join(before.split())
    return f"{plain} " if plain and before[-1:].isspace() else plain


def records(audited: Audited) -> Iterator[dict[str, Any]]:
    """The findings of an audit as plain values, the worst first."""
    for check in audited.checks:
        told = figures((*check.claim_ids, *check.quantity_ids), audited)
        record = {name: value for name, value in asdict(check).items() if name in COLUMNS}
        yield {**record, "files": list(dict.fromkeys(each["file"] for each in told)), "figures": told}


def pairs(audited: Audited, number: int) -> list[dict[str, Any]]:
    """The likeliest pairs of figures that may speak of one thing, and have no check of their own; no verdict."""
    known = {frozenset((*check.claim_ids, *check.quantity_ids)) for check in audited.checks}
    found = candidates(audited.rows, audited.documents)
    fresh = [pair for pair in found if not any(frozenset(pair.ids) <= ids for ids in known)]
    return [{"score": pair.score, "figures": figures(pair.ids, audited)} for pair in fresh[:number]]


def json_lines(audited: Audited) -> Iterator[str]:
    """The findings as lines of JSON: file, figures with their offsets, kind, verdict, severity and words."""
    for record in records(audited):
        first = {"file": record["files"][0] if record["files"] else ""}
        yield json.dumps({**first, **record}, ensure_ascii=False)


def audit(texts: Mapping[str, str] | Sequence[str] | str, *, published: str = "") -> pd.DataFrame:
    """A frame of what the rules find in texts that are read together: a row a finding, the worst first.

    ``texts`` are texts by name, a list of texts, or one text. ``verdict`` says whether a statement holds; ``severity``
    what is at stake; ``question`` what one would ask the author. ``figures`` lists what the finding rests on, each with
    its file, its offsets in code points of the text as given, and its sentence. ``published`` (EDTF) is when the texts
    were written. Raises ``UsmexDataError`` for anything but texts.
    """
    import pandas as pd

    rows = list(records(audit_texts(texts, published=published)))
    frame = pd.DataFrame.from_records(rows, columns=list(COLUMNS))
    for name in _CATEGORIES:
        frame[name] = frame[name].astype("category")
    return frame
