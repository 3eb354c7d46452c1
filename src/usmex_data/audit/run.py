"""Every check of a corpus: those that are declared, and those that rules find."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from ..codebook.records import Claim, QuantityRow
from ..document.document import Document
from ..official.model import Official
from .agreement import check_agreement
from .changes import check_changes
from .checks import Check, order
from .copies import check_copies
from .declared import Declaration, check_declarations
from .lists import check_lists
from .misprints import check_misprints
from .record import check_record
from .row_index import RowIndex

__all__ = ["run"]


def run(
    claims: Iterable[Claim],
    quantities: Iterable[QuantityRow],
    documents: Mapping[str, Document] | None = None,
    *,
    declared: Sequence[Declaration] | None = None,
    strict: bool | None = None,
    official: Sequence[Official] = (),
    published: Mapping[str, str] | None = None,
) -> tuple[Check, ...]:
    """The checks of a corpus, the worst verdicts first, and of these what is most at stake.

    ``documents`` by source id give dates and counts their sentences, by which declarations choose them, and reprints
    their wording; without them, only what claims and counts tell is checked. ``declared`` are other declarations than
    the package's own; ``strict`` as for :func:`~usmex_data.audit.declared.check_declarations`. ``official`` are the
    figures of the official record, and ``published`` says by source when it came out.
    """
    rows = RowIndex.of(claims, quantities, documents)
    checks = check_declarations(rows, declared, strict=strict)
    told = [(_ids(check), check.kind == "oddity") for check in checks]
    found: set[tuple[frozenset[str], bool]] = set()
    for check in (
        *check_agreement(rows),
        *check_changes(rows),
        *check_lists(rows),
        *check_misprints(rows),
        *check_copies(rows, documents),
    ):
        # What a declaration explains in words needs no second row in a rule's.
        key = _ids(check), check.kind == "oddity"
        if key not in found and not any(key[0] <= ids and key[1] == odd for ids, odd in told):
            checks.append(check)
            found.add(key)
    checks.extend(check_record(rows, official, published or {}))
    return tuple(sorted(checks, key=order))


def _ids(check: Check) -> frozenset[str]:
    return frozenset((*check.claim_ids, *check.quantity_ids))
