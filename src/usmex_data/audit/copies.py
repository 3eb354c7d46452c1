"""Reprints, pull quotes and summaries against what they repeat: figure by figure, and word by word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from typing import Final

from rapidfuzz import fuzz, process

from ..codebook.patterns import fold
from ..codebook.records import Claim
from ..document.document import Document
from .checks import Check
from .make import bracketed, make, number
from .row_index import RowIndex

__all__ = ["check_copies", "wording_differences"]

_KINDS: Final = {"pull_quote": "pull quote", "summary": "summary"}
_STATEMENTS: Final = {
    "pull quote": "Each figure of the pull quotes of {source} is that of its sentence in {original}.",
    "summary": "Each figure that the summaries of {source} take over from {original} is unchanged.",
    "reprint": "Each figure of the reprint {source} is that of its original, {original}.",
    "copy": "Each figure that {source} repeats from {original} is unchanged.",
}
_SAME: Final = 75
"""Likeness (rapidfuzz's ratio) from which two sentences are the same one, printed twice."""
_MASK: Final = re.compile(r"\d[\d.,]*")
_WORD: Final = re.compile(r"[\w$€£%]+(?:[.,'’/-]\w+)*")
_LEAST: Final = 5
_SHOWN: Final = 30


def check_copies(rows: RowIndex, documents: Mapping[str, Document] | None = None) -> list[Check]:
    """What reprints, pull quotes and summaries change: figures, words, and figures that only a summary has.

    A faithful copy is no row: copies confirm nothing.
    """
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in rows.claims:
        original = rows.by_id.get(claim.copy_of)
        if original is not None:
            groups.setdefault((claim.source, original.source, _passage(claim)), []).append(claim)
    return [check for key, found in groups.items() for check in _checks(key, found, rows, documents or {})]


def _checks(
    key: tuple[str, str, str], copies: Sequence[Claim], rows: RowIndex, documents: Mapping[str, Document]
) -> Iterator[Check]:
    source, original, passage = key
    whole = not passage and source in rows.reprints()
    what = _KINDS.get(passage, "reprint" if whole else "copy")
    name = f"{source}-of-{original}" if original != source else source
    facts = [claim for claim in copies if _fact(claim) == _fact(rows.by_id[claim.copy_of])]
    if len(facts) < len(copies):
        yield _unfaithful(f"{what.replace(' ', '-')}-{name}", key, copies, facts, rows)
    if whole and source in documents and original in documents:
        differences = wording_differences(documents[source], documents[original])
        if differences:
            yield _reworded(f"wording-{name}", key, copies, differences, rows)
    if what == "summary":
        own = [claim for claim in rows.claims if claim.source == source and _passage(claim) == passage]
        if without := [claim for claim in own if not claim.copy_of]:
            yield _only_here(f"summary-{name}", key, without, rows)


def _unfaithful(
    check_id: str, key: tuple[str, str, str], copies: Sequence[Claim], facts: Sequence[Claim], rows: RowIndex
) -> Check:
    source, original, passage = key
    what = _KINDS.get(passage, "reprint" if source in rows.reprints() else "copy")
    counted = f"count({bracketed(claim.claim_id for claim in facts)})" if facts else "0"
    return make(
        rows,
        check_id=check_id,
        kind="agreement",
        formula=f"{counted} == count({bracketed(claim.copy_of for claim in copies)})",
        statement=_STATEMENTS[what].format(source=source, original=original),
        explanation=f"{_how_many(len(facts), len(copies))} the same, hedge and unit included.",
        question=f"Which has the figures right, {source} or {original}?",
        grant="A fair reader grants that a figure may have been put right in one of the two.",
        shown=[claim.claim_id for claim in copies if claim not in facts],
    )


def _reworded(
    check_id: str,
    key: tuple[str, str, str],
    copies: Sequence[Claim],
    differences: Sequence[tuple[str, str]],
    rows: RowIndex,
) -> Check:
    source, original, _passage_kind = key
    return make(
        rows,
        check_id=check_id,
        kind="oddity",
        severity="print",
        formula=f"{len(differences)} == 0",
        statement=f"The reprint {source} has the words of its original, {original}.",
        explanation=_told(differences),
        question=f"Which of the two was put right, {source} or {original}?",
        grant="A fair reader grants that misprints are mended from one printing to the next.",
        shown=[copies[0].copy_of, copies[0].claim_id],
    )


def _only_here(check_id: str, key: tuple[str, str, str], without: Sequence[Claim], rows: RowIndex) -> Check:
    source, original, _passage_kind = key
    listed = ", ".join(f"“{claim.text}”" for claim in without[:_SHOWN])
    return make(
        rows,
        check_id=check_id,
        kind="agreement",
        severity="sourcing",
        formula=f"perhaps(count({bracketed(claim.claim_id for claim in without)}) == 0)",
        statement=f"The summaries of {source} have no figure that {original} lacks.",
        explanation=f"Figures only here: {listed}. They may be in the paper in other words.",
        question=f"Where does {source} have {listed} from?",
    )


def _how_many(same: int, repeated: int) -> str:
    return f"Of {number(repeated)} repeated figures, {number(same)} {'is' if same == 1 else 'are'}"


def _passage(claim: Claim) -> str:
    return claim.passage if claim.passage in _KINDS else ""


def _fact(claim: object) -> tuple[object, ...]:
    names = ("value", "value_low", "value_high", "unit", "modifier", "hedge")
    return tuple(getattr(claim, name, None) for name in names)


# --- word by word ----------------------------------------------------------------------------------------------------


def wording_differences(reprint: Document, original: Document) -> list[tuple[str, str]]:
    """The words in which a reprint differs from its original, as pairs: in the original, in the reprint."""
    known = {_plain(sentence): sentence for sentence in _sentences(original)}
    differences: list[tuple[str, str]] = []
    for sentence in _sentences(reprint):
        if _plain(sentence) in known or len(_WORD.findall(sentence)) < _LEAST:
            continue
        match = process.extractOne(_plain(sentence), list(known), scorer=fuzz.ratio, score_cutoff=_SAME)
        if match is not None:
            differences += _differing(known[match[0]], sentence)
    whole = {False: _plain(original.text), True: _plain(reprint.text)}
    # Words that only moved, from a sentence's head to a heading of their own, differ in nothing.
    moved = [pair for pair in differences if "" in pair and _plain("".join(pair)) in whole[bool(pair[0])]]
    return [pair for pair in dict.fromkeys(differences) if pair not in moved]


def _sentences(document: Document) -> list[str]:
    return [document.text[start:end] for start, end in document.sentences]


def _plain(sentence: str) -> str:
    return " ".join(_WORD.findall(fold(sentence).lower()))


def _differing(original: str, reprint: str) -> list[tuple[str, str]]:
    first, second = (_WORD.findall(fold(sentence)) for sentence in (original, reprint))
    codes = SequenceMatcher(None, first, second, autojunk=False).get_opcodes()
    return [(" ".join(first[a:b]), " ".join(second[c:d])) for tag, a, b, c, d in codes if tag != "equal"]


def _told(differences: Sequence[tuple[str, str]]) -> str:
    told = "; ".join(f"“{before or '–'}” → “{after or '–'}”" for before, after in differences[:_SHOWN])
    more = len(differences) - _SHOWN
    return f"Words that differ: {told}" + (f"; and {more} more." if more > 0 else ".")
