"""Two levels of one thing and the change between them: its size, its direction, and percent or points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from .checks import Check
from .findings import alike, finding, outcome, said
from .passages import Figure, Passage, windows
from .row_index import RowIndex
from .words import between_is_glue, direction_of, pattern, signs, words_of

__all__ = ["Movement", "check_movements", "movements"]

_FORMS: Final = tuple(
    pattern("movements", name)
    for name in ("from_to", "to_from", "up_from", "against", "was_down_on", "after", "as_when")
)
"""How two levels of one thing are named, ``a`` before ``b``; ``c`` is a change that stands between them."""
_LATER: Final = re.compile(r"\b(?:and|while|whereas|but|then|before it|again)\b", re.IGNORECASE)
_RANKED: Final = re.compile(r"\d(?:st|nd|rd|th)\b|\b(?:place|rank)", re.IGNORECASE)
_NO_LEVEL: Final = frozenset({"ratio", "rank", "percentage_point", "basis_point"})
_SUM: Final = frozenset({"percent", "percentage_point", "ratio"})
_BACK: Final = pattern("movements", "back")
_VERB_FIRST: Final = pattern("movements", "verb_first")


@dataclass(frozen=True, slots=True)
class Movement:
    """Two levels in their order of time, and where they stand in the masked text; ``change`` if the form names it."""

    passage: Passage
    before: Figure
    after: Figure
    start: int
    end: int
    change: Figure | None = None


def check_movements(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of all movements of single sentences and of sentences that follow each other."""
    for passage in found:
        if len(passage.figures) > 1:
            for movement in movements(passage):
                yield from _checks(rows, movement)
    for window in windows(found):
        if len(window.figures) > 1 and (back := _looks_back(window)) is not None:
            yield from _checks(rows, back)


def movements(passage: Passage) -> Iterator[Movement]:
    """The movements that a sentence states, each pair of levels once."""
    seen: set[tuple[str, str]] = set()
    for form in _FORMS:
        for match in form.finditer(passage.masked):
            before, after = passage.figure(match, "a"), passage.figure(match, "b")
            gap = passage.masked[match.start() : match.end()]
            key = before.id, after.id
            if key in seen or not _are_levels(before, after) or _LATER.search(signs(gap)):
                continue
            seen.add(key)
            change = passage.figure(match, "c") if match.groupdict().get("c") else None
            yield Movement(passage, before, after, match.start(), match.end(), change)


def _are_levels(*figures: Figure) -> bool:
    return alike(*figures) and all(
        not figure.is_change and figure.unit not in _NO_LEVEL and not _RANKED.search(figure.row.text)
        for figure in figures
    )


def _looks_back(window: Passage) -> Movement | None:
    """The level of one sentence, and that of an earlier time which the next sentence gives for the same thing."""
    second = window.masked[window.break_ :]
    match = _BACK.search(second) or _VERB_FIRST.search(second)
    if match is None:
        return None
    before = window.figure(match, "a")
    firsts = [figure for figure in window.figures if _sign(window, figure) < window.break_]
    levels = [figure for figure in firsts if _are_levels(figure, before) and not _SIZE.search(_lead(window, figure))]
    if len(levels) != 1 or before in levels:
        return None
    after = levels[0]
    times = [_year(window, figure) for figure in (before, after)]
    if times[0] and times[1] and times[0] > times[1]:
        before, after = after, before
    start = _sign(window, levels[0])
    return Movement(window, before, after, start, window.break_ + match.end())


_SIZE: Final = re.compile(r"\b(?:fall|drop|rise|increase|decrease|decline|gain|loss|growth|reduction)s? of $")


def _lead(window: Passage, figure: Figure) -> str:
    return window.masked[: _sign(window, figure)][-24:]


def _year(window: Passage, figure: Figure) -> str:
    """The year of the date that stands in the figure's sentence; empty without exactly one."""
    at = _sign(window, figure)
    low, high = (0, window.break_) if at < window.break_ else (window.break_, len(window.masked))
    years = {window.dates[int(n)].row.period[:4] for n in re.findall(r"«(\d+)»", window.masked[low:high])}
    return years.pop() if len(years) == 1 else ""


def _sign(passage: Passage, figure: Figure) -> int:
    return passage.masked.find(f"‹{passage.figures.index(figure)}›")


# --- the change ------------------------------------------------------------------------------------------------------


def _checks(rows: RowIndex, movement: Movement) -> Iterator[Check]:
    wrong = _direction(rows, movement)
    if wrong is not None:
        yield wrong
    if wrong is None or wrong.verdict != "does_not_hold":
        change = movement.change or _change_of(movement)
        if change is not None:
            yield _sized(rows, movement, change)


def _change_of(movement: Movement) -> Figure | None:
    """The one figure that is tied to the movement by nothing but words of change; ``None`` where there is none."""
    passage, text = movement.passage, movement.passage.masked
    for number, figure in enumerate(passage.figures):
        if figure in (movement.before, movement.after) or not (figure.unit in _SUM or alike(figure, movement.before)):
            continue
        at = text.find(f"‹{number}›")
        width = len(f"‹{number}›")
        if at >= movement.end:
            apart = text[movement.end : at]
            tied = between_is_glue(apart) and not re.search(r"\. ", apart)
            tied = tied and (figure.unit in _SUM or figure.is_change)
        elif at < movement.start:
            tied = _leads(text[at + width : movement.start], figure)
        else:
            tied = figure.is_change and movement.passage.break_ == 0 and at > movement.start
        if tied or _stands_between(movement, at, figure):
            return figure
    return None


def _leads(apart: str, figure: Figure) -> bool:
    """Whether a change runs on to its levels: "doubled, from", "by 12 percent, from", "a 12 percent rise, from"."""
    if ":" in apart or ";" in apart or re.search(r"\. |\band\b|\bwhile\b|\bbut\b|‹", apart):
        return False
    return figure.is_change and (between_is_glue(apart) or (len(words_of(apart)) <= 5 and "," not in apart.strip(" ,")))


def _stands_between(movement: Movement, at: int, figure: Figure) -> bool:
    """Whether the change of the first of two sentences is that to the level which it names: "1,640, a fall of 60"."""
    text, break_ = movement.passage.masked, movement.passage.break_
    if not break_ or not movement.start < at < break_:
        return False
    apart = text[text.find("›", movement.start) + 1 : at]
    level = min((movement.before, movement.after), key=lambda each: _sign(movement.passage, each))
    apart = apart.replace(level.counted, "", 1) if level.counted else apart
    return between_is_glue(apart) and (figure.is_change or bool(direction_of(apart)))


def _sized(rows: RowIndex, movement: Movement, change: Figure) -> Check:
    before, after = movement.before, movement.after
    readings = _readings(before, after, change)
    outcomes = [outcome(rows, formula) for formula, _how in readings]
    order = ("holds", "holds_within_rounding", "cannot_tell", "compatible", "does_not_hold")
    best = min(range(len(readings)), key=lambda place: (order.index(outcomes[place].verdict), place))
    failed = outcomes[best].verdict == "does_not_hold"
    formula, how = readings[0 if failed else best]
    points = how == "in points" and change.unit == "percent"
    if points:
        formula = readings[0][0]
    unit = {"percent": " percent", "percentage_point": " points", "ratio": " times"}.get(change.unit, "")
    told = f"From {said(before)} to {said(after)} is {{left}}{unit}, and the text says {said(change)}"
    return finding(
        rows,
        rule="points" if points else "change",
        of=change,
        formula=formula,
        severity="print" if points else "substance",
        statement=f"From {said(before)} to {said(after)} is {said(change)}.",
        explanation="It is as many points; as a percentage it is {left}." if points else f"Reckoned {how}.",
        question=f"From {said(before)} to {said(after)}, are percentage points meant by {said(change)}?"
        if points
        else f"{told}: which is it?",
        grant="A fair reader takes points for what is meant."
        if points
        else "A fair reader grants that the change may be one of other dates than the two levels.",
        shown=(before, after, change),
    )


def _readings(before: Figure, after: Figure, change: Figure) -> list[tuple[str, str]]:
    """The formulas under which a change may fit, the plain one first."""
    a, b, c = (f"[{figure.id}]" for figure in (before, after, change))
    falls = after.measure.core.below(before.measure.core)
    more = f"{a} - {b}" if falls else f"{b} - {a}"
    if change.unit == "ratio":
        small = (value := change.measure.core.low) is not None and value < 1
        return [(f"{a} / {b} == {c}" if falls and not small else f"{b} / {a} == {c}", "as a ratio of the two levels")]
    if change.unit != "percent":
        return [(f"{more} == {c}", "as the difference of the two levels")]
    relative = (f"({more}) / {a} * 100 == {c}", "of the level itself")
    if before.unit != "percent":
        return [relative]
    return [
        relative,
        (f"{more} == {c}", "in points"),
        (f"({more}) / (100 - {a}) * 100 == {c}", "of what is left to 100"),
    ]


# --- the direction ---------------------------------------------------------------------------------------------------

_AS_WAY: Final = {"higher": "up", "lower": "down", "fewer": "down"}
_CLAUSE: Final = re.compile(r"[,;:(]|\b(?:and|while|but|after|having)\b")


def _direction(rows: RowIndex, movement: Movement) -> Check | None:
    """The check of the verb that stands right before the levels; ``None`` where it names no direction."""
    text = movement.passage.masked
    if movement.passage.break_:
        # Over two sentences only "fell to 8" tells, right before the level.
        lead = text[: movement.start]
        way = (
            direction_of(lead[-24:])
            if re.search(r"\bto $", lead) and movement.after.start < movement.before.start
            else 0
        )
    else:
        lead = _CLAUSE.split(text[: movement.start])[-1]
        inside = text[movement.start : movement.end]
        own = re.search(r"[,( ](up|down) (?:from ‹|on |by )|\b(up|down|higher|lower|fewer) (?:on|than) ", inside)
        way = (
            direction_of(_AS_WAY.get(own[1] or own[2], own[1] or own[2]))
            if own
            else direction_of(" ".join(lead.split()[-5:]))
        )
    if not way:
        return None
    a, b = f"[{movement.before.id}]", f"[{movement.after.id}]"
    word = "rises" if way > 0 else "falls"
    check = finding(
        rows,
        rule="direction",
        of=movement.after,
        formula=f"{b} >= {a}" if way > 0 else f"{b} <= {a}",
        statement=f"From {said(movement.before)} to {said(movement.after)} it {word}, as the text says.",
        explanation="The word and the two levels point opposite ways.",
        question=f"The text says that it {word}, from {said(movement.before)} to {said(movement.after)}: "
        "the word or the figures?",
        grant="A fair reader grants that the two levels may stand in the wrong order.",
    )
    return check if check.verdict == "does_not_hold" else None
