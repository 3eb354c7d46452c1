"""Reprints, pull quotes and summaries against what they repeat: figure by figure, and word by word."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
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
    """A check for each reprint, the pull quotes and the summaries of a source, and for each figure changed in one."""
    groups: dict[tuple[str, str, str], list[Claim]] = {}
    for claim in rows.claims:
        original = rows.by_id.get(claim.copy_of)
        if original is not None:
            groups.setdefault((claim.source, original.source, _passage(claim)), []).append(claim)
    return [_check(key, found, rows, documents or {}) for key, found in groups.items()]


def _check(
    key: tuple[str, str, str], copies: Sequence[Claim], rows: RowIndex, documents: Mapping[str, Document]
) -> Check:
    source, original, passage = key
    own = [claim for claim in rows.claims if claim.source == source and _passage(claim) == passage]
    # A figure said twice is no figure missing: copies within the source itself count too.
    without = [claim for claim in own if not claim.copy_of]
    whole = not passage and source in rows.reprints()
    what = _KINDS.get(passage, "reprint" if whole else "copy")
    facts = [claim for claim in copies if _fact(claim) == _fact(rows.by_id[claim.copy_of])]
    counted = f"count({bracketed(claim.claim_id for claim in facts)})" if facts else "0"
    expected = bracketed(claim.copy_of or claim.claim_id for claim in (own if whole else copies))
    said = [f"{_how_many(len(facts), len(copies))} the same, hedge and unit included."]
    if without and not whole:
        listed = ", ".join(f"“{claim.text}”" for claim in without[:_SHOWN])
        said.append(f"Figures only here: {listed}. Dates and words are not compared.")
    if source in documents and original in documents and whole:
        said.append(_told(wording_differences(documents[source], documents[original])))
    return make(
        rows,
        check_id=f"{what.replace(' ', '-')}-{source}" + (f"-of-{original}" if original != source else ""),
        kind="agreement",
        formula=f"{counted} == count({expected})",
        statement=_STATEMENTS[what].format(source=source, original=original),
        explanation=" ".join(said),
        grant="A fair reader grants that a figure may have been put right in one of the two.",
        shown=[claim.copy_of for claim in copies],
    )


def _how_many(same: int, repeated: int) -> str:
    if same < repeated:
        return f"Of {number(repeated)} repeated figures, {number(same)} {'is' if same == 1 else 'are'}"
    plural = "Both" if repeated == 2 else f"All {number(repeated)}"
    return "The one repeated figure is" if repeated == 1 else f"{plural} repeated figures are"


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
    if not differences:
        return "No word differs."
    told = "; ".join(f"“{before or '–'}” → “{after or '–'}”" for before, after in differences[:_SHOWN])
    more = len(differences) - _SHOWN
    return f"Words that differ: {told}" + (f"; and {more} more." if more > 0 else ".")
