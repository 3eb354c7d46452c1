"""Any texts, read and audited by the rules alone: no catalogue, no corpus, no declared checks."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

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


@dataclass(frozen=True, slots=True)
class Audited:
    """The checks of some texts, the worst first, with the rows and documents that they speak of."""

    checks: tuple[Check, ...]
    rows: RowIndex
    documents: Mapping[str, Document]


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
    documents = {name: read_document(text, name) for name, text in by_name.items()}
    readings = [
        SourceText(name, document, read_claims(document, published), published) for name, document in documents.items()
    ]
    made = assemble(readings, Catalogue(()))
    checks = run(made.claims, made.quantities, documents, declared=())
    return Audited(checks, RowIndex.of(made.claims, made.quantities, documents), documents)
