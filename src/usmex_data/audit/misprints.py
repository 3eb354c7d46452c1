"""Oddities of print that the figures themselves give away: signs, units and notes that do not fit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from itertools import combinations
from typing import Final

from ..catalogue.names import period
from ..catalogue.unit import Unit
from ..codebook.records import Claim, QuantityRow
from .checks import Check
from .make import bracketed, listed, make, quoted
from .readings import addresses, latest_year, notation, time_of
from .row_index import RowIndex

__all__ = ["check_misprints"]

_CENTS: Final = re.compile(r"[$€£¥]\s?[\d.,]+\s*(?:[A-Z]{2,3}\s+)?(?:¢|cents?\b)", re.IGNORECASE)
_TWICE: Final = re.compile(
    r"(?:\$\s?[\d.,]+\s*(?:\w+illion\s+)?dollars?|€\s?[\d.,]+\s*(?:\w+illion\s+)?euros?)\b", re.IGNORECASE
)
_FLOW: Final = re.compile(
    r"\b(?:processing|refining|production|throughput|transport(?:ation)?|pumping|treatment|output)\s+capacity",
    re.IGNORECASE,
)
_UNIT_WORD: Final = re.compile(r"(?<![^\W\d_])(?!(?:thousand|million|billion|trillion|to|and|or)\b)[^\W\d_]{2,}")
_REACH: Final = 40
_LONG: Final = 40
"""From here on two addresses that differ by a letter are no two sites of short names."""


def check_misprints(rows: RowIndex) -> list[Check]:
    """The oddities of all originals, sentence by sentence."""
    return [
        check
        for sentence in _groups(rows.originals(), lambda claim: (claim.source, claim.quote))
        for rule in (_cents, _named_twice, _capacity, _rates_dropped, _notations)
        for check in rule(sentence, rows)
    ] + [*_notes_too_old(rows), *_addresses(rows)]


def _groups(claims: Iterable[Claim], key: Callable[[Claim], tuple[str, str]]) -> list[list[Claim]]:
    groups: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        groups.setdefault(key(claim), []).append(claim)
    return list(groups.values())


def _cents(sentence: Sequence[Claim], rows: RowIndex) -> Iterable[Check]:
    found = [claim for claim in sentence if _CENTS.search(claim.text)]
    if found:
        yield make(
            rows,
            check_id=f"cents-{found[0].claim_id}",
            question=f"Is {quoted(found[0])} meant in cents, without the sign?",
            kind="oddity",
            severity="print",
            formula=f"currency_signs({_ids(found)}) == 0",
            statement="As printed, no sign of the whole currency stands before an amount in its cents.",
            explanation=f"{listed(found)}. With the sign alone it would be a hundred times as much.",
            grant="A fair reader takes the amount for cents, as the word says.",
        )


def _named_twice(sentence: Sequence[Claim], rows: RowIndex) -> Iterable[Check]:
    for claim in sentence:
        if _TWICE.search(claim.text):
            yield make(
                rows,
                check_id=f"twice-named-{claim.claim_id}",
                question=f"Is the currency of {quoted(claim)} to be named once?",
                kind="oddity",
                severity="print",
                formula=f"currency_names([{claim.claim_id}]) == 1",
                statement="As printed, the currency of an amount is named once.",
                explanation=f"{quoted(claim)}: by a sign before the amount and by a word behind it.",
                grant="A fair reader is not misled.",
            )


def _capacity(sentence: Sequence[Claim], rows: RowIndex) -> Iterable[Check]:
    for claim in sentence:
        if Unit.of(claim.unit).is_bulk and _FLOW.search(claim.quote[claim.quote_start : claim.quote_end + _REACH]):
            yield make(
                rows,
                check_id=f"capacity-{claim.claim_id}",
                question=f"Is {quoted(claim)} meant a day?",
                kind="oddity",
                severity="print",
                formula=f"times_named([{claim.claim_id}]) == 1",
                statement="As printed, a capacity to process names the time that it is for.",
                explanation=f"{quoted(claim)} is an amount; what a plant can process is an amount a day or a year.",
                grant="A fair reader adds the time that is usual in the trade.",
            )


def _rates_dropped(sentence: Sequence[Claim], rows: RowIndex) -> Iterable[Check]:
    rates = [claim for claim in sentence if Unit.of(claim.unit).is_rate]
    # "From 14 pesos to the dollar to 15" leaves all of the unit to the reader; "4.8 bcf" only the time.
    short = [claim for claim in rates if "unit" in claim.inferred and _UNIT_WORD.search(notation(claim))]
    if short and len(short) < len(rates):
        yield make(
            rows,
            check_id=f"rate-{short[0].claim_id}",
            question=f"Is {quoted(short[0])} for the same time as the other figure?",
            kind="oddity",
            severity="print",
            # An ellipsis that everyone reads aright is no failure.
            formula=f"perhaps(times_named({_ids(short)}) == count({_ids(short)}))",
            statement="As printed, each figure of a rate names the time that it is for.",
            explanation=f"{listed(short)}: the time is named at another figure of the sentence only. A fair reader "
            "carries it on from there; print alone does not say it.",
        )


def _notations(sentence: Sequence[Claim], rows: RowIndex) -> Iterable[Check]:
    """One unit written in two ways within one sentence: "8.1 mb/d … 5.7 million b/d"."""
    rates = [
        claim for claim in sentence if Unit.of(claim.unit).is_rate and "unit" not in claim.inferred and notation(claim)
    ]
    for unit in dict.fromkeys(claim.unit for claim in rates):
        alike = [claim for claim in rates if claim.unit == unit]
        ways = sorted({notation(claim) for claim in alike}, key=len)
        # "From 8 days to 4 days per pupil": the first leaves to the second what both are for.
        if len(ways) > 1 and not ways[-1].startswith(ways[0]) and not any(_CENTS.search(claim.text) for claim in alike):
            yield make(
                rows,
                check_id=f"notation-{alike[0].claim_id}",
                question=f"Are {quoted(alike[0])} and {quoted(alike[-1])} of one unit?",
                kind="oddity",
                severity="print",
                formula=f"notations({_ids(alike)}) == 1",
                statement="As printed, a unit is written in one way within a sentence.",
                explanation=f"{listed(alike)}: one unit, written in two ways.",
                grant="A fair reader takes them for the same, as they are.",
            )


def _notes_too_old(rows: RowIndex) -> list[Check]:
    """Figures reported for a time after the last year that their footnote names, note by note."""
    late = [claim for claim in rows.originals() if claim.status == "reported" and _is_later_than_note(claim)]
    return [
        make(
            rows,
            check_id=f"note-{found[0].claim_id}",
            question=f"Which source tells of {quoted(found[0])}? The footnote's last year is {latest_year(found[0])}.",
            kind="oddity",
            severity="sourcing",
            formula=f"latest_year([{found[0].claim_id}]) >= first([{found[0].claim_id}])",
            statement="The source that a footnote names can know of the time of the figure.",
            explanation=f"{listed(found)}, of {period(found[0].period)}; the last year that the footnote names is "
            f"{latest_year(found[0])}.",
            grant="A fair reader grants that a page may be kept up under an old title.",
            shown=[claim.claim_id for claim in found],
        )
        for found in _groups(late, lambda claim: (claim.source, claim.note))
    ]


def _is_later_than_note(claim: Claim) -> bool:
    time, year = time_of(claim.period), latest_year(claim)
    return time is not None and time.core.low is not None and bool(year) and time.core.low >= int(year) + 1


def _addresses(rows: RowIndex) -> Iterable[Check]:
    """Long addresses that are the same but for one letter within: one of the two leads nowhere."""
    first: dict[str, QuantityRow] = {}
    for row in rows.quantities:
        if row.disposition == "reference":
            for address in addresses(row):
                first.setdefault(address, row)
    for one, other in combinations(sorted(first, key=len), 2):
        at = _letter_dropped(one, other)
        if at is not None:
            pair = sorted((first[one], first[other]), key=rows.quantities.index)
            ids = bracketed(row.quantity_id for row in pair)
            printed = [address for row in pair for address in addresses(row) if address in (one, other)]
            around = [f"“…{address[max(0, at - 12) : at + 12]}…”" for address in printed]
            yield make(
                rows,
                check_id=f"address-{pair[0].quantity_id}",
                question=f"Which address is right: {around[0]} or {around[1]}?",
                kind="oddity",
                severity="sourcing",
                formula=f"addresses({ids}) == 1",
                statement="As printed, one address is written in one way.",
                explanation=f"{around[0]} ({pair[0].source}) and {around[1]} ({pair[1].source}): one has a letter that "
                "the other lacks.",
                grant="A fair reader tries the other; no figure rests on it.",
            )


def _letter_dropped(shorter: str, longer: str) -> int | None:
    """Where the longer address has a letter more, within a word; ``None`` where they differ in anything else."""
    if len(longer) != len(shorter) + 1 or len(shorter) < _LONG:
        return None
    at = next((place for place, (a, b) in enumerate(zip(shorter, longer, strict=False)) if a != b), len(shorter))
    same = shorter[at:] == longer[at + 1 :]
    # A letter at a word's end may be a plural's: two pages, each with its address.
    inside = longer[at].isalpha() and longer[at + 1 : at + 2].isalnum()
    return at if same and inside else None


def _ids(claims: Sequence[Claim]) -> str:
    return bracketed(claim.claim_id for claim in claims)
