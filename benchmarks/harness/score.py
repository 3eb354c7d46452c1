"""One scorer for all: findings of any extractor against the hand-made gold, as counts that can be added up."""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from .units import Unit, contract_unit, plain, same_amount, scale_of

__all__ = ["Found", "Gold", "NotClaim", "Reader", "read_findings", "read_gold", "score", "verdicts"]

_YEAR = re.compile(r"(?:1[6-9]|20)\d\d(?:[–/-]\d{2,4})?s?$")
_EDGE = " \t\n\r.,;:()[]\"'“”‘’*"


@dataclass(frozen=True, slots=True)
class Gold:
    """A claim of the gold: its whole span, the figure within it, what it says."""

    start: int
    end: int
    figure: tuple[int, int]
    bare: tuple[int, int]
    value: float | None
    low: float | None
    high: float | None
    unit: str
    modifier: str
    geography: str
    optional: bool


@dataclass(frozen=True, slots=True)
class NotClaim:
    """A span whose figures assert nothing, or belong to a claim's base; a finding there is no error of a peer's."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Found:
    """What an extractor found; ``unit`` is its own name."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    modifier: str
    geography: str


Reader = Callable[[str], Unit | None]


def _number(written: object) -> float | None:
    return None if written in ("", None) else float(str(written))


def _spaced(text: str) -> str:
    """A pattern for a text whose spaces and line ends, hyphenated or not, may stand otherwise in the source."""
    return r"\s+".join(r"(?:-?\s*\n\s*)?".join(map(re.escape, word)) for word in text.split())


def _locate(raw: str, text: str, at: int, length: int) -> tuple[int, int]:
    """The span of ``text`` in ``raw`` that holds the figure at ``at``; the figure alone where the text is not found."""
    for match in re.finditer(_spaced(text), raw[max(0, at - len(text) - 40) : at + len(text) + 40]):
        start = match.start() + max(0, at - len(text) - 40)
        if start <= at < start + len(match[0]):
            return start, start + len(match[0])
    return at, at + length


def _without_hedge(raw: str, start: int, end: int, hedge: str) -> tuple[int, int]:
    span = raw[start:end]
    if hedge:
        pattern = _spaced(hedge)
        before, after = re.match(pattern, span, re.IGNORECASE), re.search(pattern + "$", span, re.IGNORECASE)
        if before:
            start += before.end()
        elif after:
            end -= len(span) - after.start()
    return _trim(raw, start, end)


def _trim(raw: str, start: int, end: int) -> tuple[int, int]:
    while start < end and raw[start] in _EDGE:
        start += 1
    while end > start and raw[end - 1] in _EDGE:
        end -= 1
    return start, end


def read_gold(raw: str, claims: Path, others: Path) -> tuple[list[Gold], list[NotClaim]]:
    """The claims of a text, and the spans where a finding is nobody's error: no claims, and numbers in bases."""
    golds: list[Gold] = []
    beside: list[NotClaim] = []
    for line in claims.read_text(encoding="utf-8").splitlines():
        row: dict[str, Any] = json.loads(line)
        at, length = row["numeral_start"], len(row["numeral"])
        start, end = _locate(raw, row["text"], at, length)
        start, end = min(start, at), max(end, at + length)
        golds.append(
            Gold(
                start,
                end,
                (at, at + length),
                _without_hedge(raw, start, end, row["hedge"]),
                _number(row["value"]),
                _number(row["value_low"]),
                _number(row["value_high"]),
                row["unit"],
                row["modifier"],
                row["geography"],
                row["optional"],
            )
        )
        if row["base"]:
            near = max(0, start - 400)
            beside += [
                NotClaim(near + match.start(), near + match.end())
                for match in re.finditer(_spaced(row["base"]), raw[near : end + 400])
            ]
    if others.exists():
        for line in others.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            at = row["numeral_start"]
            beside.append(NotClaim(at, at + len(row["numeral"])))
    return golds, beside


def read_findings(lines: Sequence[str]) -> list[Found]:
    """What an adapter wrote, in text order."""
    findings = []
    for line in lines:
        row = json.loads(line)
        findings.append(
            Found(
                row["start"],
                row["end"],
                _number(row.get("value")),
                _number(row.get("low")),
                _number(row.get("high")),
                row.get("unit") or "",
                row.get("modifier") or "",
                row.get("geography") or "",
            )
        )
    return sorted(findings, key=lambda found: (found.start, found.end))


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def _match(golds: list[Gold], findings: list[Found]) -> tuple[dict[int, int], dict[int, list[int]]]:
    """Gold to its finding, one to one, the widest overlap first; and gold to all findings that touch its figure."""
    touching: dict[int, list[int]] = {}
    pairs = []
    first = 0
    for number, gold in enumerate(golds):
        while first < len(findings) and findings[first].end <= gold.start - 200:
            first += 1
        for place in range(first, len(findings)):
            found = findings[place]
            if found.start >= gold.end:
                break
            shared = _overlap((found.start, found.end), gold.figure)
            if shared:
                touching.setdefault(number, []).append(place)
                pairs.append((-shared, -_overlap((found.start, found.end), (gold.start, gold.end)), number, place))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for *_, number, place in sorted(pairs):
        if number not in matched and place not in taken:
            matched[number] = place
            taken.add(place)
    return matched, touching


def _close(one: float | None, other: float | None) -> bool:
    return one is not None and other is not None and math.isclose(one, other, rel_tol=1e-3, abs_tol=1e-9)


def _value_right(gold: Gold, found: Found, pieces: list[Found], unit: Unit | None, wanted: Unit | None) -> bool:
    """Whether the figure is right as stated, or the same amount in the finding's own unit.

    A range is right with both ends, be it as one finding or as two.
    """
    if gold.value is None:
        ends = {piece.value for piece in pieces}
        apart = all(any(_close(end, wanted_end) for end in ends) for wanted_end in (gold.low, gold.high))
        return (_close(found.low, gold.low) and _close(found.high, gold.high)) or apart
    value = found.value
    # A peer that gives an approximate figure as a range of no width, or one end of it, has not lost it.
    if value is None and found.low is not None and _close(found.low, found.high):
        value = found.low
    if value is None:
        return False
    if _close(value, gold.value) or _close(value / scale_of(gold.unit), gold.value):
        return True
    return unit is not None and wanted is not None and same_amount(value, plain(unit), gold.value, plain(wanted))


def _amount_right(gold: Gold, found: Found, value: bool, unit: Unit | None, wanted: Unit | None) -> bool:
    """Whether value and unit together are right: the same unit and figure, or the same amount after conversion."""
    if unit is None or wanted is None:
        return False
    if value and plain(unit).equals(plain(wanted)):
        return True
    if gold.value is None or found.value is None:
        return False
    return same_amount(found.value, plain(unit), gold.value, plain(wanted))


def verdicts(golds: list[Gold], findings: list[Found], read_unit: Reader) -> Iterator[tuple[int, bool, bool]]:
    """For each claim of the gold that is found: which finding it is, and whether its value and its unit are right."""
    matched, touching = _match(golds, findings)
    for number, place in matched.items():
        gold, found = golds[number], findings[place]
        if not gold.optional:
            unit, wanted = read_unit(found.unit), contract_unit(gold.unit)
            value = _value_right(gold, found, [findings[near] for near in touching[number]], unit, wanted)
            alike = bool(unit and wanted and plain(unit).equals(plain(wanted)))
            yield place, value, alike or _amount_right(gold, found, value, unit, wanted)


def score(
    raw: str, golds: list[Gold], beside: list[NotClaim], findings: list[Found], read_unit: Reader
) -> Counter[str]:
    """Counts of one text: what is found, how exact, what of it is right, and what is false.

    ``false`` counts every finding that touches no claim; ``false_quantities`` leaves out those on dates, page numbers,
    names and other figures that assert nothing, which a peer is not made to tell from claims.
    """
    count: Counter[str] = Counter()
    matched, touching = _match(golds, findings)
    for number, gold in enumerate(golds):
        if gold.optional:
            continue
        count["gold"] += 1
        if number not in matched:
            continue
        found = findings[matched[number]]
        pieces = [findings[place] for place in touching[number]]
        unit, wanted = read_unit(found.unit), contract_unit(gold.unit)
        value = _value_right(gold, found, pieces, unit, wanted)
        amount = _amount_right(gold, found, value, unit, wanted)
        count["found"] += 1
        count["exact"] += _trim(raw, found.start, found.end) in (_trim(raw, gold.start, gold.end), gold.bare)
        count["value"] += value
        count["unit_known"] += unit is not None
        count["dimension"] += amount or bool(unit and wanted and plain(unit).convertible(plain(wanted)))
        count["unit"] += bool(unit and wanted and plain(unit).equals(plain(wanted)))
        count["unit_strict"] += bool(unit and wanted and unit.equals(wanted))
        count["amount"] += amount
        count["modifier"] += found.modifier == gold.modifier
        if gold.modifier not in ("exact", "range"):
            count["hedged"] += 1
            count["hedged_right"] += found.modifier == gold.modifier
        if gold.value is None:
            count["range"] += 1
            count["range_right"] += _close(found.low, gold.low) and _close(found.high, gold.high)
        if gold.geography:
            count["place"] += 1
            count["place_right"] += found.geography == gold.geography
    used = set(matched.values())
    count["findings"] += len(findings)
    count["overlapping"] += sum(one.end > other.start for one, other in pairwise(findings))
    return count + _false(raw, golds, beside, [one for place, one in enumerate(findings) if place not in used])


def _false(raw: str, golds: list[Gold], beside: list[NotClaim], findings: list[Found]) -> Counter[str]:
    """What the findings that match no claim amount to."""
    count: Counter[str] = Counter()
    for found in findings:
        span = (found.start, found.end)
        if any(_overlap(span, gold.figure) for gold in golds):
            # A second finding on a claim that is found: half a range, say. Not false, but no span of its own.
            count["split"] += 1
            continue
        count["false"] += 1
        bare = raw[slice(*_trim(raw, *span))]
        if not _YEAR.match(bare) and not any(_overlap(span, (other.start, other.end)) for other in beside):
            count["false_quantities"] += 1
    return count
