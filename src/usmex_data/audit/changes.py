"""Figures of one sentence that must fit each other: from A to B and the change, parts and wholes, what was before."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from ..catalogue.unit import Unit
from ..codebook.records import Claim
from .checks import Check
from .formula import evaluate
from .make import make, named, quoted
from .readings import value_of
from .row_index import RowIndex

__all__ = ["check_changes"]

_PART = re.compile(r"^\s*(?:out\s+)?of\s+(?:this|that|these|those|the)\b", re.IGNORECASE)
_FROM_PEAK = re.compile(r"\bfrom\b|\bsince\b|\bcompared\b", re.IGNORECASE)
_INCLUDING = re.compile(r"\bincluding\b|\bof which\b|\bamong them\b", re.IGNORECASE)
_NEXT = re.compile(r"\b(?:then|before|afterwards?|later|another|further|again|since|while|whereas)\b", re.IGNORECASE)
_SHARE_UNITS = frozenset({"percent"})


def check_changes(rows: RowIndex) -> list[Check]:
    """The checks that single sentences ask for."""
    found: list[Check] = []
    for sentence in _sentences(rows.originals()):
        found += _from_to(sentence, rows)
        found += _parts_of_this(sentence, rows)
        found += _before_the_fall(sentence, rows)
        found += _whole_behind_share(sentence, rows)
        found += _share_included(sentence, rows)
    return found


def _sentences(claims: Iterable[Claim]) -> list[list[Claim]]:
    sentences: dict[tuple[str, str], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.source, claim.quote), []).append(claim)
    return [sorted(found, key=lambda claim: claim.quote_start) for found in sentences.values() if len(found) > 1]


# --- from A to B ---------------------------------------------------------------------------------------------------


def _from_to(sentence: Sequence[Claim], rows: RowIndex) -> list[Check]:
    """Two levels, "from A to B", and the one change that the sentence gives for them."""
    found = []
    for before, after in pairwise([claim for claim in sentence if claim.change not in {"increase", "decrease"}]):
        if before.unit != after.unit or before.indicator != after.indicator or not _is_from_to(before, after):
            continue
        changes = [claim for claim in sentence if claim not in (before, after) and _is_change_of(claim, before, after)]
        if len(changes) == 1:
            found.append(_change(before, after, changes[0], rows))
    return found


def _is_from_to(before: Claim, after: Claim) -> bool:
    quote = before.quote
    lead = quote[max(0, before.quote_start - 12) : before.quote_start].split()[-1:]
    between = quote[before.quote_end : after.quote_start]
    return lead == ["from"] and re.search(r"\bto\s*$", between) is not None and ";" not in between


def _is_change_of(claim: Claim, before: Claim, after: Claim) -> bool:
    """Whether a figure is the size of this very movement: none that came next, and none that goes the other way, save
    for shares, whose rest to 100 goes the other way.
    """
    between = claim.quote[min(claim.quote_end, after.quote_end) : max(claim.quote_start, before.quote_start)]
    if _NEXT.search(between) or (before.unit != "percent" and not _same_way(claim, before, after)):
        return False
    if claim.unit == "ratio":
        return claim.change == "increase" and "more than" not in claim.base
    if claim.change not in {"increase", "decrease"}:
        return False
    return claim.unit in {"percent", "percentage_point", before.unit}


def _same_way(claim: Claim, before: Claim, after: Claim) -> bool:
    levels = value_of(before), value_of(after)
    if levels[0] is None or levels[1] is None:
        return False
    falls = levels[1].core.below(levels[0].core)
    return falls == (claim.change == "decrease")


def _change(before: Claim, after: Claim, change: Claim, rows: RowIndex) -> Check:
    """The reading under which the change fits best; where none fits, only the plain one may fail, and only if the
    sentence points the same way.
    """
    a, b, c = (f"[{claim.claim_id}]" for claim in (before, after, change))
    down = change.change == "decrease"
    readings = [_plain(a, b, c, change, before)]
    if before.unit == "percent" and change.unit == "percent":
        points = f"{a} - {b}" if down else f"{b} - {a}"
        rest = f"((100 - {a}) - (100 - {b}))" if down else f"((100 - {b}) - (100 - {a}))"
        readings += [f"{points} == {c}", f"{rest} / (100 - {a}) * 100 == {c}"]
    outcomes = [(evaluate(formula, rows.by_id), formula) for formula in readings]
    order = ("holds", "holds_within_rounding", "cannot_tell", "does_not_hold")
    outcome, formula = min(outcomes, key=lambda item: order.index(item[0].verdict))
    how = ("of the level itself", "in points", "of what is left to 100")[readings.index(formula)]
    explanation = f"Reckoned {how}."
    if outcome.verdict == "does_not_hold" and len(readings) > 1:
        # A change of shares may be of something that the sentence names in passing.
        formula, explanation = f"perhaps({formula})", "It fits neither the level, nor points, nor the rest to 100."
    return make(
        rows,
        check_id=f"change-{change.claim_id}",
        kind="arithmetic",
        formula=formula,
        statement=f"From {quoted(before)} to {quoted(after)} is {quoted(change)}.",
        explanation=explanation,
        grant="A fair reader grants that the change may be one of other dates than the two levels.",
    )


def _plain(a: str, b: str, c: str, change: Claim, level: Claim) -> str:
    if change.unit == "ratio":
        return f"{b} / {a} == {c}"
    down = change.change == "decrease"
    if change.unit in {level.unit, "percentage_point"} and change.unit != "percent":
        return f"{a} - {b} == {c}" if down else f"{b} - {a} == {c}"
    return f"({a} - {b}) / {a} * 100 == {c}" if down else f"({b} - {a}) / {a} * 100 == {c}"


# --- parts and wholes ----------------------------------------------------------------------------------------------


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


def _share_included(sentence: Sequence[Claim], rows: RowIndex) -> list[Check]:
    """A part that is named with its whole is no larger: "73 companies, including 8"."""
    found = []
    for whole, part in pairwise(sentence):
        between = whole.quote[whole.quote_end : part.quote_start]
        if whole.unit != part.unit or whole.unit in {"percent", "rank", "ratio"} or not _INCLUDING.search(between):
            continue
        found.append(
            make(
                rows,
                check_id=f"part-{whole.claim_id}",
                kind="arithmetic",
                formula=f"[{part.claim_id}] <= [{whole.claim_id}]",
                statement=f"{quoted(part)} is no more than the {quoted(whole)} that include it.",
                explanation=f"The sentence names it as a part of: {named(whole)}.",
                grant="A fair reader grants that the part may be counted in another way than the whole.",
            )
        )
    return found
