"""Any texts, read and audited by the rules alone: no catalogue, no corpus, no declared checks."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

from ..annotation.annotate import annotate as read_claims
from ..codebook.assemble import SourceText, assemble
from ..codebook.catalogue import Catalogue
from ..document import read as read_document
from ..document.document import Document
from ..errors import UsmexDataError
from .checks import Check
from .row_index import RowIndex
from .run import run

__all__ = ["Audited", "audit_texts", "named"]


_UNFIT: Final = re.compile(r"[^\w.-]+")


@dataclass(frozen=True, slots=True)
class Audited:
    """The checks of some texts, the worst first, with the rows and documents that they speak of."""

    checks: tuple[Check, ...]
    rows: RowIndex
    documents: Mapping[str, Document]
    names: Mapping[str, str]
    """The texts' names as given, by the ids that the rows have."""


def named(texts: Mapping[str, str] | Sequence[str] | str) -> dict[str, str]:
    """Texts by name; those of a list are named by their place, ``text-1``.

    Raises ``UsmexDataError`` for anything but texts.
    """
    if isinstance(texts, str):
        texts = [texts]
    by_name = dict(texts) if isinstance(texts, Mapping) else {f"text-{n}": text for n, text in enumerate(texts, 1)}
    for name, text in by_name.items():
        if not isinstance(text, str):  # type: ignore[redundant-expr,unused-ignore]
            raise UsmexDataError(
                f"expected texts by name, found {type(text).__name__} for {name!r}",
                remedy='pass {"report": Path("report.txt").read_text(encoding="utf-8")}',
            )
    return by_name


def audit_texts(texts: Mapping[str, str] | Sequence[str] | str, *, published: str = "") -> Audited:
    """What the rules find in texts that are read together; ``published`` (EDTF) tells forecasts from reports."""
    by_name = named(texts)
    ids = _ids(list(by_name))
    documents = {each: read_document(by_name[name], each) for each, name in ids.items()}
    readings = [
        SourceText(name, document, read_claims(document, published), published) for name, document in documents.items()
    ]
    made = assemble(readings, Catalogue(()))
    checks = run(made.claims, made.quantities, documents, declared=())
    return Audited(checks, RowIndex.of(made.claims, made.quantities, documents), documents, ids)


def _ids(names: Sequence[str]) -> dict[str, str]:
    """The name of each text by an id that a formula can hold and a question can say: the end of its path."""
    short = [_UNFIT.sub("-", PurePath(name).name or name).strip("-") or "text" for name in names]
    return {
        each if short.count(each) == 1 else f"{each}-{place}": name
        for place, (each, name) in enumerate(zip(short, names, strict=True), 1)
    }
