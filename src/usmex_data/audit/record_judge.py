"""The verdict of the official record on a fact: what agrees, for which time, and what could be known at its time.

Fair to the authors by rule. A figure that came out after the text says nothing of what they could know. A later
vintage may differ by a revision. A text without a year may mean any year, so that it is contradicted only where the
record, as it stood before the text, is further from it than the record's own years are from each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, Literal

from ..codebook.records import Claim
from ..official.model import Official
from .checks import Verdict
from .formula import evaluate
from .readings import measure_of_official, threshold_of, time_of, value_of
from .record_rows import Held

__all__ = ["REVISION", "Agreement", "Finding", "Known", "Rated", "judge", "known", "rate"]

Known = Literal["known", "unsure", "later"]
Agreement = Literal["holds", "holds_within_rounding", "compatible", "no"]

REVISION: Final = Fraction(2, 100)
"""How far a later vintage may lie from what was first published without anybody having been wrong."""
_ORDER: Final[tuple[Agreement, ...]] = ("holds", "holds_within_rounding", "compatible", "no")
_ONE_YEAR: Final = len("2019")


@dataclass(frozen=True, slots=True, eq=False)
class Rated:
    """An official figure of the same thing as a claim, with how the claim agrees with it.

    ``gap`` is how far they lie apart as a share of the official figure, nought where they agree.
    """

    row: Official
    how: Agreement
    gap: Fraction

    @property
    def agrees(self) -> bool:
        """Whether one number could be both, as far as both are rounded."""
        return self.how in {"holds", "holds_within_rounding"}

    @property
    def rank(self) -> tuple[int, Fraction, bool]:
        """The order from what agrees best; what was read at its publisher's comes before what was not."""
        return _ORDER.index(self.how), self.gap, self.row.second_hand


@dataclass(frozen=True, slots=True)
class Finding:
    """The verdict, the figure that decides it, and the figures that agree and that do not."""

    verdict: Verdict
    decisive: Official
    gap: Fraction = Fraction(0)
    agreeing: tuple[Official, ...] = ()
    against: tuple[Official, ...] = ()
    forecast: Official | None = None
    """The forecast that the claim repeats or is."""


def judge(case: Held, published: str) -> Finding:
    """The finding on a fact; ``published`` is the time of its text in EDTF, ``2021`` or ``2023-05-09/..``."""
    if not case.direct:
        return Finding("other_definition", case.other[0], against=case.other)
    rated = [rate(case.claim, row) for row in case.direct]
    return _dated(case.claim, rated, published) if case.claim.period else _undated(case.claim, rated, published)


# --- a fact that names its time ------------------------------------------------------------------------------------


def _dated(claim: Claim, rated: Sequence[Rated], published: str) -> Finding:
    own = _of_the_time(claim, rated)
    outcomes = [each for each in own if each.row.status != "forecast"]
    # Who calls a figure an estimate may have it from anybody; who calls it nothing has it from who forecast it.
    told = () if claim.status == "estimate" else own
    forecasts = [each.row for each in told if each.row.status == "forecast" and each.agrees]
    inside = [*own, *_parts(claim, rated)]
    elsewhere = [each for each in rated if each.agrees and each not in inside]
    if not outcomes:
        return _without_outcome(rated, forecasts, elsewhere)
    found = _found(outcomes, forecasts)
    verdict = _of_outcomes(claim, outcomes, forecasts, elsewhere, published)
    if verdict == "agrees_in_another_year":
        found = replace(found, agreeing=tuple(each.row for each in elsewhere))
    return replace(found, verdict=verdict)


def _of_outcomes(
    claim: Claim,
    outcomes: Sequence[Rated],
    forecasts: Sequence[Official],
    elsewhere: Sequence[Rated],
    published: str,
) -> Verdict:
    best = _best(outcomes)
    unknown = all(known(each.row, published) != "known" for each in outcomes)
    if claim.status == "forecast":
        return "forecast_of"
    if best.how != "no":
        return best.how
    if forecasts or (claim.status == "estimate" and unknown):
        return "forecast_of"
    if elsewhere:
        return "agrees_in_another_year"
    return "cannot_tell" if unknown and best.gap <= REVISION else "does_not_hold"


def _without_outcome(rated: Sequence[Rated], forecasts: Sequence[Official], elsewhere: Sequence[Rated]) -> Finding:
    if forecasts:
        return Finding("forecast_of", forecasts[0], agreeing=tuple(forecasts), forecast=forecasts[0])
    if elsewhere:
        return replace(_found(elsewhere), verdict="agrees_in_another_year")
    best = _best(rated)
    return Finding("no_record", best.row, best.gap, against=tuple(each.row for each in rated))


def _of_the_time(claim: Claim, rated: Sequence[Rated]) -> list[Rated]:
    """The figures of the claim's period; of parts of it too, unless it is one year, which has a figure of its own."""
    equal = [each for each in rated if each.row.period == claim.period]
    if equal and len(claim.period) == _ONE_YEAR:
        return equal
    return [*equal, *(each for each in _parts(claim, rated) if each not in equal)]


def _parts(claim: Claim, rated: Sequence[Rated]) -> list[Rated]:
    """The figures of times that lie within the claim's."""
    whole = time_of(claim.period)
    times = [(each, time_of(each.row.period)) for each in rated]
    return [each for each, time in times if whole is not None and time is not None and time.core.within(whole.core)]


# --- a fact that names no time -------------------------------------------------------------------------------------


def _undated(claim: Claim, rated: Sequence[Rated], published: str) -> Finding:
    outcomes = [each for each in rated if each.row.status != "forecast"]
    usable = [each for each in outcomes if each.row.status == "rule" or not _begins_after(each.row, published)]
    if not usable:
        best = _best(rated)
        return Finding("no_record", best.row, best.gap, against=tuple(each.row for each in rated))
    return replace(_found(usable), verdict=_over_the_years(claim, usable, published))


def _over_the_years(claim: Claim, rated: Sequence[Rated], published: str) -> Verdict:
    agreeing = [each for each in rated if each.agrees]
    if agreeing:
        past = [each for each in rated if each.row.status == "rule" or _ended_before(each.row, published)]
        steady = all(each.agrees for each in past)
        worst: Agreement = max((each.how for each in agreeing), key=_ORDER.index)
        return worst if steady and worst != "no" else "compatible"
    if _best(rated).how == "compatible":
        return "compatible"
    return "does_not_hold" if _ruled_out(claim, rated, published) else "cannot_tell"


def _ruled_out(claim: Claim, rated: Sequence[Rated], published: str) -> bool:
    """Whether the record, as it stood before the text, leaves no year in which the claim may hold."""
    if any(each.row.status == "rule" for each in rated):
        return claim.status == "rule"
    if any(known(each.row, published) != "known" for each in rated):
        return False
    values = [Fraction(each.row.value or 0) for each in rated]
    nearest = min(each.gap * abs(value) for each, value in zip(rated, values, strict=True))
    return nearest > max(values) - min(values)


# --- one figure against one official figure ------------------------------------------------------------------------


def rate(claim: Claim, row: Official) -> Rated:
    """How a claim agrees with an official figure, both as rounded, and a hedge as far as it goes."""
    how = _agreement(claim, row)
    return Rated(row, how, Fraction(0) if how in {"holds", "holds_within_rounding"} else _gap(claim, row))


def _agreement(claim: Claim, row: Official) -> Agreement:
    if row.value is None or (claim.change != row.change and "level" not in {claim.change, row.change}):
        return "no"
    verdict = evaluate("[claim] == [official]", {"claim": claim, "official": row}).verdict
    if verdict == "holds":
        return "holds"
    if verdict == "holds_within_rounding":
        return "holds_within_rounding" if _as_printed(claim, row) else "compatible"
    hedged = claim.modifier in {"approx", "range"} and verdict in {"compatible", "cannot_tell"}
    return "compatible" if hedged or _at_the_threshold(claim, row) else "no"


def _as_printed(claim: Claim, row: Official) -> bool:
    """Whether the official figure rounds to the digits printed; "$50" may stand for 52, but does not say so."""
    said, value = value_of(claim), measure_of_official(row)
    return said is not None and value is not None and said.print.meets(value.print)


def _at_the_threshold(claim: Claim, row: Official) -> bool:
    """Whether "as low as 5.5" meets 5.45: the official figure rounds to the bound itself."""
    bound, value = threshold_of(claim), measure_of_official(row)
    return bound is not None and value is not None and bound.meets(value.core)


def _gap(claim: Claim, row: Official) -> Fraction:
    stated = [value for value in (claim.value, claim.value_low, claim.value_high) if value is not None]
    official = Fraction(row.value or 0)
    nearest = min(abs(Fraction(value) - official) for value in stated)
    return nearest / abs(official) if official else nearest


def _best(rated: Iterable[Rated]) -> Rated:
    return min(rated, key=lambda each: each.rank)


def _found(rated: Sequence[Rated], forecasts: Sequence[Official] = ()) -> Finding:
    """The finding on figures, its verdict still to be given."""
    best = _best(rated)
    return Finding(
        "cannot_tell",
        best.row,
        best.gap,
        tuple(each.row for each in rated if each.agrees),
        tuple(each.row for each in rated if not each.agrees),
        forecasts[0] if forecasts else None,
    )


# --- times ---------------------------------------------------------------------------------------------------------


def known(row: Official, published: str) -> Known:
    """Whether the figure had come out before the text, after it, or in a span that leaves it open."""
    out, text = time_of(row.released), time_of(published)
    if out is None or text is None:
        return "unsure"
    if out.core.below(text.core):
        return "known"
    return "later" if text.core.below(out.core) else "unsure"


def _begins_after(row: Official, published: str) -> bool:
    time, text = time_of(row.period), time_of(published)
    return time is not None and text is not None and text.core.below(time.core)


def _ended_before(row: Official, published: str) -> bool:
    time, text = time_of(row.period), time_of(published)
    return time is not None and text is not None and time.core.below(text.core)
