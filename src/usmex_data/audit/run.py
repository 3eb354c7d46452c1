"""Every check of a corpus: those that are declared, and those that rules find."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ..codebook.records import Claim, QuantityRow
from ..document.document import Document
from ..official.model import Official
from .agreement import check_agreement
from .changes import check_changes
from .checks import Check, order
from .copies import check_copies
from .counted import check_counted
from .declared import Declaration, check_declarations
from .distant import check_distant
from .events import check_events
from .lists import check_lists
from .misprints import check_misprints
from .movements import check_movements
from .passages import passages
from .peaks import check_peaks
from .rankings import check_rankings
from .rates import check_rates
from .record import check_record
from .row_index import RowIndex
from .same import check_same
from .shares import check_shares
from .totals import check_totals

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
    told = [(_ids(check), _matter(check)) for check in checks]
    found: set[tuple[frozenset[str], str]] = set()
    for check in (
        *check_agreement(rows),
        *_of_sentences(rows, documents or {}),
        *check_changes(rows),
        *check_lists(rows),
        *check_misprints(rows),
        *check_copies(rows, documents),
    ):
        # What a declaration explains in words needs no second row in a rule's.
        key = _ids(check), _matter(check)
        if key not in found and not any(key[0] <= ids and key[1] == matter for ids, matter in told):
            checks.append(check)
            found.add(key)
    checks.extend(check_record(rows, official, published or {}))
    return tuple(sorted(checks, key=order))


def _of_sentences(rows: RowIndex, documents: Mapping[str, Document]) -> Iterator[Check]:
    """What the rules find in the running text, sentence by sentence and across the texts."""
    found = passages(rows, documents)
    for rule in (
        check_movements,
        check_totals,
        check_shares,
        check_rates,
        check_peaks,
        check_rankings,
    ):
        yield from rule(rows, found)
    yield from check_events(rows, found, documents)
    yield from check_counted(rows, found, documents)
    yield from check_distant(rows, found, documents)
    yield from check_same(rows, found, documents)


def _matter(check: Check) -> str:
    """What a check is about: the print, the sources, or what is said."""
    return check.severity if check.kind == "oddity" else "said"


def _ids(check: Check) -> frozenset[str]:
    return frozenset((*check.claim_ids, *check.quantity_ids))
