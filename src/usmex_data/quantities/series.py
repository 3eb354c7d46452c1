"""Figures that belong together: ranges, lists that share a unit or a scale, and the hedges around them."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from . import hedges, units
from .model import Modifier, Quantity

__all__ = ["complete"]

_DASH = re.compile(r"\s?[-–—−]\s?\Z")
_TO = re.compile(r"\s+to\s+\Z")
_OR = re.compile(r"\s+or\s+\Z")
_AND = re.compile(r"\s+and\s+(?:an?\s+)?\Z")
_LIST = re.compile(
    r"\s?(?:,|,?\s+(?:and|or|versus|vs\.?|then))\s+(?:(?:to|of|by|from|then|at|another|nearly|about|some|almost|over|around|only)\s+)?\Z"
)
_FROM = re.compile(
    r"\bfrom\s+(?:(?:about|around|roughly|nearly|some|approximately|just|over|under|an?\s+average\s+of|a\s+(?:low|high|peak)\s+of)\s+)*\Z",
    re.IGNORECASE,
)
_RANGING = re.compile(
    r"\b(?:(?:rang(?:e|es|ed|ing)|var(?:y|ies|ied|ying)|anywhere|spann?(?:s|ed|ing)?|fluctuat(?:e|es|ed|ing)|estimates?\s+(?:range|vary)|extending)\s+(?:\w+\s+){0,2}?from)\s+(?:(?:about|around|roughly|as\s+low\s+as|as\s+little\s+as)\s+)?\Z",
    re.IGNORECASE,
)
_BETWEEN = re.compile(
    r"\bbetween\s+(?:(?:about|around|roughly|approximately|an\s+estimated|some)\s+)?\Z", re.IGNORECASE
)
_MOVED = re.compile(
    r"\b(?:rose|rise|rises|risen|rising|increas\w+|grew|grow\w*|climb\w*|jump\w*|fell|fall\w*|declin\w+|drop\w*|decreas\w+|slid|slip\w*|went|edged|expand\w*|contract\w*|shrank|shrunk|surg\w+|soar\w*|plung\w+|advanc\w+|mov\w+|chang\w+|revis\w+)\s+(?:by\s+)?\Z",
    re.IGNORECASE,
)
# After a figure with no unit of its own, these show that it stands for one named before ("12.6 in the U.S.").
_BARE_AFTER = re.compile(
    r"\s*(?:$|[,.;:)\]—–]|(?:in|for|among|at|during|from|to|by|on|compared|and|or|respectively|as|versus|vs|over|after|before|since|a\s+(?:year|month|decade|week)|the\s+(?:previous|prior|following)|\0)(?!\w))"
)
_COPULA_AFTER = re.compile(
    r"\s+(?:(?:are|were|is|was|have|had|has|do|did|would|will|could|can|may|live|lived|remain|remained|came|come|said|reported|worked|lost|died)\b)"
)


def complete(text: str, figures: list[Quantity]) -> list[Quantity]:
    """The figures of a sentence with ranges made one, shared units and scales filled in, and hedges read."""
    figures = _share_backwards(text, figures)
    figures = _ranges(text, figures)
    figures = _share_forwards(text, figures)
    return _hedged(text, figures)


# ------------------------------------------------------------------------------------------------- ranges
def _ranges(text: str, figures: list[Quantity]) -> list[Quantity]:
    merged: list[Quantity] = []
    for figure in figures:
        pair = _range(text, merged[-1], figure) if merged else None
        if pair:
            merged[-1] = pair
        else:
            merged.append(figure)
    return merged


def _range(text: str, low: Quantity, high: Quantity) -> Quantity | None:
    """Both as one range where the words between and before them say so; never for "from X to Y", which are two levels."""
    if not _rangeable(low) or not _rangeable(high) or not low.value < high.value or high.start < low.end:  # type: ignore[operator]
        return None
    if low.unit and high.unit and low.unit != high.unit:
        return None
    between, before = text[low.end : high.start], text[max(0, low.start - 48) : low.start]
    start = _range_start(between, before, low, high)
    if start is None:
        return None
    return replace(
        high,
        start=low.start - start,
        number_start=low.number_start,
        value=None,
        low=low.value,
        high=high.value,
        modifier="range",
        spelled=low.spelled,
        unit=high.unit or low.unit,
    )


def _range_start(between: str, before: str, low: Quantity, high: Quantity) -> int | None:
    """How far left of the lower figure the range begins ("between "), or None where the two are no range."""
    if _AND.fullmatch(between):
        match = _BETWEEN.search(before)
        return len(before) - match.start() if match else None
    if _TO.fullmatch(between):
        ranging = _RANGING.search(before)
        if ranging:
            return len(before) - before.lower().rindex("from", ranging.start())
        if _FROM.search(before) or _MOVED.search(before):
            return None
        return 0
    if _DASH.fullmatch(between):
        return 0
    if _OR.fullmatch(between) and not low.unit.startswith("percent"):
        close = low.value is not None and high.value is not None and high.value <= 2 * low.value + 1
        return 0 if close and (low.unit == high.unit or not low.unit) and low.kind == high.kind == "cardinal" else None
    return None


def _rangeable(figure: Quantity) -> bool:
    return (
        figure.kind in ("cardinal", "vague", "fraction", "multiplier")
        and figure.value is not None
        and not figure.disposition
    )


# ------------------------------------------------------------------------------------------- shared units
def _share_backwards(text: str, figures: list[Quantity]) -> list[Quantity]:
    """Units and scales that a list or range names once, behind its last member: "5, 6 and 7 kg", "$3.5-4 billion"."""
    shared = list(figures)
    for index in range(len(shared) - 2, -1, -1):
        first, second = shared[index], shared[index + 1]
        if (
            first.kind != "cardinal"
            or second.kind not in ("cardinal", "vague")
            or first.value is None
            or second.value is None
        ):
            continue
        between = text[first.end : second.start]
        joined = bool(
            _DASH.fullmatch(between)
            or _TO.fullmatch(between)
            or _AND.fullmatch(between)
            or _OR.fullmatch(between)
            or _LIST.fullmatch(between)
        )
        if not joined or not _can_take(first, second):
            continue
        value = first.value * _scale_for(text, first, second)
        shared[index] = replace(first, unit=second.unit, value=value)
    return shared


def _can_take(first: Quantity, second: Quantity) -> bool:
    if first.unit and second.unit:
        return second.unit.startswith(first.unit + "/") or first.unit == second.unit
    return not first.unit


def _scale_for(text: str, first: Quantity, second: Quantity) -> Decimal:
    """The scale word that the second of two figures carries for both: "3.5-4 billion"; 1 where the first has its own."""
    own = units.scale_word(text[first.number_start : first.end])
    other = units.scale_word(text[second.number_start : second.end])
    if own or other is None:
        return _unit_factor(text, first, second)
    if first.spelled and _LIST.fullmatch(text[first.end : second.start]) and "," in text[first.end : second.start]:
        return Decimal(1)
    small = first.value is not None and abs(first.value) < 1000
    return other * _unit_factor(text, first, second) if small else Decimal(1)


def _unit_factor(text: str, first: Quantity, second: Quantity) -> Decimal:
    if first.unit or not second.value:
        return Decimal(1)
    found = units.unit_after(text, second.number_end, spelled=second.spelled)
    return found.factor if found else Decimal(1)


def _share_forwards(text: str, figures: list[Quantity]) -> list[Quantity]:
    """Units that a list or comparison names once, with its first member: "34.9 percentage points in Mexico, 12.6 in the U.S."."""
    shared: list[Quantity] = []
    last: Quantity | None = None
    for figure in figures:
        if last is not None and figure.kind == "cardinal" and figure.value is not None:
            figure = _taking(text, last, figure)
        shared.append(figure)
        if figure.unit and figure.kind in ("cardinal", "vague", "fraction") and figure.unit != "ratio":
            last = figure
    return shared


def _taking(text: str, last: Quantity, figure: Quantity) -> Quantity:
    between = text[last.end : figure.start]
    compared = bool(re.search(r",|\b(?:and|or|to|than|versus|vs|compared|from|against|but|while|whereas)\b", between))
    if not figure.unit:
        if not compared or not _BARE_AFTER.match(text, figure.end) or len(between) > 160 or ";" in between:
            return figure
        if figure.spelled and figure.value <= 12 and last.unit.split("/")[0] not in ("percent", "percentage_point"):  # type: ignore[operator]
            return figure
        if last.unit in units.TIME and not (
            _LIST.fullmatch(between) or _OR.fullmatch(between) or _TO.fullmatch(between)
        ):
            return figure
        return replace(figure, unit=last.unit, value=units.absorbed(last.unit, figure.value), unit_inferred=True)  # type: ignore[arg-type]
    if figure.unit == "index_point" and last.unit in ("percent", "percentage_point"):
        return replace(figure, unit="percentage_point")
    if last.unit.startswith(figure.unit + "/") and compared and units.is_flow(last.unit):
        return replace(figure, unit=last.unit, unit_inferred=True)
    return figure


# ------------------------------------------------------------------------------------------------- hedges
def _hedged(text: str, figures: list[Quantity]) -> list[Quantity]:
    """The figures with the hedges that stand beside them; one hedge holds for a list of figures of one unit."""
    done: list[Quantity] = []
    for index, figure in enumerate(figures):
        floor = done[-1].end if done else 0
        figure = _hedge(text, figure, floor, figures[index + 1].start if index + 1 < len(figures) else len(text))
        if not figure.hedge and done and _carries(text, done[-1], figure):
            figure = replace(figure, hedge=done[-1].hedge, modifier=_combine(done[-1].modifier, figure))
        done.append(figure)
    return done


def _hedge(text: str, figure: Quantity, floor: int, ceiling: int) -> Quantity:
    if figure.kind in ("ordinal", "date", "masked") or figure.disposition:
        return figure
    left = hedges.before(text, floor, figure.start)
    start = figure.start
    if left and left.touches and figure.kind != "rank":
        start = left.start
    elif (
        text[max(0, figure.start - 2) : figure.start].lower() == "a "
        and figure.spelled
        and figure.kind in ("cardinal", "fraction")
    ):
        start = (
            figure.start - 2 if text[max(0, figure.start - 3) : figure.start - 2] in ("", " ", "(") else figure.start
        )
    if left:
        return replace(figure, start=start, hedge=text[left.start : left.end], modifier=_combine(left.modifier, figure))
    right = hedges.after(text, figure.end, min(len(text), ceiling)) or _inside(text, figure)
    if right and figure.kind != "rank":
        return replace(
            figure,
            start=start,
            end=right.end,
            hedge=text[right.start : right.end],
            modifier=_combine(right.modifier, figure),
        )
    return replace(figure, start=start)


def _inside(text: str, figure: Quantity) -> hedges.Hedge | None:
    """A hedge between a number and its unit: "1,100+ miles"."""
    found = hedges.after(text, figure.number_end, len(text))
    return found if found and found.end <= figure.end else None


def _combine(modifier: Modifier, figure: Quantity) -> Modifier:
    """What a hedge makes of a figure: a hedged range stays a range, "more than doubled" is at least."""
    return "range" if figure.modifier == "range" else modifier


def _carries(text: str, before: Quantity, figure: Quantity) -> bool:
    """Whether the hedge of the figure before holds for this one: a list or an "or" of figures, no new noun between."""
    if (
        not before.hedge
        or figure.kind in ("rank", "ordinal", "multiplier")
        or figure.disposition
        or before.modifier == "range"
    ):
        return False
    between = text[before.end : figure.start]
    if _OR.fullmatch(between):
        return True
    listed = _LIST.fullmatch(between) or _AND.fullmatch(between)
    return bool(listed) and before.unit == figure.unit and bool(figure.unit)
