"""What single sentences imply: parts that name their whole, the level before a change, the whole behind a share."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..catalogue.unit import Unit
from ..codebook.records import Claim
from .checks import Check
from .formula import evaluate
from .make import make, quoted
from .row_index import RowIndex

__all__ = ["check_changes"]

_PART = re.compile(r"^\s*(?:out\s+)?of\s+(?:this|that|these|those|the)\b", re.IGNORECASE)
_FROM_PEAK = re.compile(r"\bfrom\b|\bsince\b|\bcompared\b", re.IGNORECASE)
_SHARE_UNITS = frozenset({"percent"})


def check_changes(rows: RowIndex) -> list[Check]:
    """The checks that single sentences ask for."""
    found: list[Check] = []
    for sentence in _sentences(rows.originals()):
        found += _parts_of_this(sentence, rows)
        found += _before_the_fall(sentence, rows)
        found += _whole_behind_share(sentence, rows)
    return found


def _sentences(claims: Iterable[Claim]) -> list[list[Claim]]:
    sentences: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.source, claim.quote), []).append(claim)
    return [sorted(found, key=lambda claim: claim.quote_start) for found in sentences.values() if len(found) > 1]


# --- parts and wholes ------------------------------------------------------------------------------------------------


def _parts_of_this(sentence: Sequence[Claim], rows: RowIndex) -> list[Check]:
    """Parts that name their whole in figures make it up, or are less: "Of this 40%, 15% … while 25%"."""
    found = []
    for whole in sentence:
        parts = [claim for claim in sentence if claim.unit == whole.unit and _is_part(claim, whole)]
        if len(parts) < 2:
            continue
        total = " + ".join(f"[{part.claim_id}]" for part in parts)
        formula = f"{total} == [{whole.claim_id}]"
        outcome = evaluate(formula, rows.by_id)
        more = evaluate(f"{total} <= [{whole.claim_id}]", rows.by_id).verdict == "does_not_hold"
        open_ = outcome.verdict == "does_not_hold" and not more
        found.append(
            make(
                rows,
                check_id=f"parts-{whole.claim_id}",
                question=f"Do the parts make up {quoted(whole)}?",
                kind="arithmetic",
                formula=f"perhaps({formula})" if open_ else formula,
                statement=f"{' and '.join(quoted(part) for part in parts)} make up {quoted(whole)}.",
                explanation="There may be parts that the sentence does not name."
                if open_
                else "The sentence names them as parts of it.",
                grant="A fair reader grants that parts may overlap.",
            )
        )
    return found


def _is_part(claim: Claim, whole: Claim) -> bool:
    named_in_base = bool(_PART.match(claim.base)) and whole.text.strip() in claim.base
    return named_in_base and claim.quote_start > whole.quote_start


def _before_the_fall(sentence: Sequence[Claim], rows: RowIndex) -> list[Check]:
    """What there was before, though no one says it: "10.5 million, a decrease of 1.6 million from the peak"."""
    found = []
    for level, change in pairwise(sentence):
        if level.unit != change.unit or level.unit in _SHARE_UNITS or change.modifier == "at_most":
            continue
        if level.change in {"increase", "decrease"} or change.change not in {"increase", "decrease"}:
            continue
        if not _FROM_PEAK.match(change.base.strip()) or "from" in level.quote[: level.quote_start].split()[-1:]:
            continue
        sign = "+" if change.change == "decrease" else "-"
        found.append(
            make(
                rows,
                check_id=f"before-{change.claim_id}",
                kind="implied",
                formula=f"[{level.claim_id}] {sign} [{change.claim_id}]",
                statement=f"What {quoted(level)} is after {quoted(change)} {change.base}. Ours.",
                explanation="A level and its change give the level before.",
            )
        )
    return found


def _whole_behind_share(sentence: Sequence[Claim], rows: RowIndex) -> list[Check]:
    """An amount and its share give the whole: "0.35% or $68.2 billion"."""
    found = []
    for share, amount in pairwise(sentence):
        between = share.quote[share.quote_end : amount.quote_start].strip()
        if share.unit == "percent" and Unit.of(amount.unit).in_money and between in {"or", "(or", ", or", "("}:
            found.append(
                make(
                    rows,
                    check_id=f"whole-{amount.claim_id}",
                    kind="implied",
                    formula=f"[{amount.claim_id}] / ([{share.claim_id}] / 100)",
                    statement=f"The whole of which {quoted(share)} is {quoted(amount)}. Ours.",
                    explanation="An amount and its share give the whole.",
                )
            )
    return found
