"""Parts that must add up to their total, and shares that must add up to a hundred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from ..codebook.records import Claim
from .checks import Check
from .findings import alike, finding, said
from .passages import Figure, Passage, windows
from .row_index import RowIndex
from .words import any_of, pattern, phrases, signs, stem, words_of

__all__ = ["check_totals"]

_NO_PART: Final = frozenset(
    {"ratio", "rank", "percentage_point", "basis_point", "year", "month", "day", "hour", "minute"}
)
_SIGN: Final = re.compile(r"‹(\d+)›")
_COLON: Final = re.compile(r"‹(?P<t>\d+)›[^‹:;.]{0,80}:(?P<rest>[^:;]*)$")
_OF_WHICH: Final = pattern("totals", "of_which")
_OF_TOTAL: Final = pattern("totals", "of_total")
_THESE: Final = pattern("totals", "these")
_SUMMED: Final = pattern("totals", "summed")
_BOTH_WAYS: Final = pattern("totals", "both_ways")
_REST: Final = re.compile(r"\b(?:rest|remaining|remainder|others?|the other)\b", re.IGNORECASE)


def check_totals(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of totals with their parts, in one sentence or two, and of shares that make up a whole."""
    for passage in found:
        if len(passage.figures) > 2:
            yield from _first(_in_one(rows, passage))
        if len(passage.figures) > 1:
            yield from _shares(rows, passage)
    for window in windows(found):
        if len(window.figures) > 2:
            yield from _first(_in_two(rows, window))
    yield from _complements(rows, found)


def _first(checks: Iterator[Check]) -> Iterator[Check]:
    found = next(checks, None)
    if found is not None:
        yield found


# --- a total in the sentence of its parts ----------------------------------------------------------------------------


def _in_one(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    text = passage.masked.rstrip(" .")
    if match := _COLON.search(text):
        yield from _judged(rows, passage, passage.figure(match, "t"), match["rest"], whole=True)
    if match := _OF_TOTAL.search(text):
        yield from _judged(rows, passage, passage.figure(match, "t"), match["rest"], whole=False)
    if match := _OF_WHICH.search(text):
        yield from _judged(rows, passage, passage.figure(match, "t"), match["rest"], whole=False)
    if match := _SUMMED.search(text):
        yield from _judged(rows, passage, passage.figure(match, "t"), match["rest"], whole=True)


def _judged(rows: RowIndex, passage: Passage, total: Figure, rest: str, *, whole: bool) -> Iterator[Check]:
    """The check of a total and the figures of a list; none where the list is open or holds anything but parts."""
    parts = [passage.figures[int(number)] for number in _SIGN.findall(rest)]
    while len(parts) > 2 and not alike(parts[0], total) and _is_number_of_parts(parts):
        # The first figure counts the parts: "the three sources, dues of 9, rents of 8 and fees of 7, bring in 24".
        rest, parts = rest.partition("›")[2], parts[1:]
    if len(parts) < 2 or total in parts or not _are_parts(total, parts) or any_of("open").search(signs(rest)):
        return
    if _BOTH_WAYS.search(rest) or not _is_list(rest, len(parts)):
        return
    formula = f"{' + '.join(f'[{part.id}]' for part in parts)} == [{total.id}]"
    if not whole and not _REST.search(rest) and _falls_short(parts, total):
        return  # There may be parts that the sentence does not name.
    yield _sum(rows, total, parts, formula)


def _is_number_of_parts(figures: Sequence[Figure]) -> bool:
    return figures[0].unit in {"", "count"} and figures[0].measure.core.low == len(figures) - 1


def _are_parts(total: Figure, parts: Sequence[Figure]) -> bool:
    if total.unit in {*_NO_PART, "percent"} or total.is_change or not total.is_exact:
        return False
    claims = all(isinstance(figure.row, Claim) for figure in (total, *parts))
    return claims and alike(total, *parts) and all(part.is_exact and not part.is_change for part in parts)


def _is_list(rest: str, number: int) -> bool:
    """Whether the figures stand one after the other with commas or "and" between them, each with its own words."""
    between = _SIGN.split(rest)[2:-1:2]
    return len(between) == number - 1 and all(re.search(r",|\band\b|;|\bplus\b", piece) for piece in between)


def _falls_short(parts: Sequence[Figure], total: Figure) -> bool:
    high = [part.measure.print.high for part in parts]
    low = total.measure.print.low
    return low is not None and None not in high and sum(each for each in high if each is not None) < low


def _sum(rows: RowIndex, total: Figure, parts: Sequence[Figure], formula: str) -> Check:
    listed = f"{', '.join(said(part) for part in parts[:-1])} and {said(parts[-1])}"
    return finding(
        rows,
        rule="total",
        of=total,
        formula=formula,
        statement=f"{listed} make up {said(total)}.",
        explanation=f"They come to {{left}}; the text has {said(total)}.",
        question=f"{listed} come to {{left}}, not {said(total)}: which figure is wrong, or which part is missing?",
        grant="A fair reader grants that parts may overlap, or that one is not named.",
    )


# --- a total in the sentence before ----------------------------------------------------------------------------------


def _in_two(rows: RowIndex, window: Passage) -> Iterator[Check]:
    first, second = window.masked[: window.break_], window.masked[window.break_ :].rstrip(" .")
    totals = [window.figures[int(number)] for number in _SIGN.findall(first)]
    parts = [window.figures[int(number)] for number in _SIGN.findall(second)]
    if not totals or len(parts) < 2 or ":" in second:
        return
    total = totals[0] if len(totals) == 1 else next((each for each in totals if alike(each, *parts)), totals[0])
    if sum(alike(each, *parts) for each in totals) != 1 or not _are_parts(total, parts):
        return
    if any_of("open").search(second) or _BOTH_WAYS.search(second) or not _is_list(second, len(parts)):
        return
    pointed = bool(_THESE.search(second))
    whole = bool(_REST.search(second)) or bool(any_of("whole").search(first))
    if not pointed and not (whole and len(parts) > 2):
        return
    if _falls_short(parts, total) and not _REST.search(second):
        return
    if not pointed and not _near(parts, total):
        return  # Three of the largest are no list of all.
    yield _sum(rows, total, parts, f"{' + '.join(f'[{part.id}]' for part in parts)} == [{total.id}]")


def _near(parts: Sequence[Figure], total: Figure) -> bool:
    whole, low = total.measure.core.low, [part.measure.core.low for part in parts]
    if whole is None or None in low:
        return False
    made = sum(each for each in low if each is not None)
    return abs(made - whole) <= whole * Fraction(3, 10)


# --- shares of a hundred ---------------------------------------------------------------------------------------------


def _shares(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """Shares of one whole that is said to consist of them."""
    text = passage.masked
    every = re.search(r"\bof every ‹(?P<t>\d+)›", text, re.IGNORECASE)
    if every and passage.figure(every, "t").measure.core.low == 100:
        parts = [figure for figure in passage.figures if figure is not passage.figure(every, "t")]
        rest = text[every.end() :]
    elif any_of("partition").search(text):
        parts = [figure for figure in passage.figures if figure.unit == "percent"]
        rest = text
    else:
        return
    others = [
        figure
        for figure in passage.figures
        if figure not in parts and not (every and figure is passage.figure(every, "t"))
    ]
    counts = all(figure.unit in {"", "count"} and figure.measure.core.low == len(parts) for figure in others)
    if len(parts) < 2 or not counts or not _is_plain(parts, rest):
        return
    yield from _to_hundred(rows, parts, sure=bool(_REST.search(rest)) or bool(every) or len(parts) > 2)


def _is_plain(parts: Sequence[Figure], rest: str) -> bool:
    fine = all(part.is_exact and not part.is_change for part in parts)
    return fine and not _BOTH_WAYS.search(rest) and not any_of("open").search(rest)


def _to_hundred(rows: RowIndex, parts: Sequence[Figure], *, sure: bool) -> Iterator[Check]:
    if not sure:
        return
    listed = f"{', '.join(said(part) for part in parts[:-1])} and {said(parts[-1])}"
    check = finding(
        rows,
        rule="hundred",
        of=parts[0],
        formula=f"{' + '.join(f'[{part.id}]' for part in parts)} == 100",
        statement=f"{listed} are shares of one whole and make up a hundred percent.",
        explanation="They come to {left}.",
        question=f"{listed} come to {{left}}, not 100: which share is wrong?",
        grant="A fair reader grants that shares may overlap, or that one is not named.",
    )
    short = check.verdict == "does_not_hold" and _less_than_hundred(parts)
    if not short or any(re.search(r"rest|remain", part.row.text) for part in parts):
        yield check


def _less_than_hundred(parts: Sequence[Figure]) -> bool:
    return sum(part.measure.print.high or 0 for part in parts) < 100


def _complements(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """Two shares of one sentence whose words are each other's rest: women and men."""
    for passage in found:
        shares = [figure for figure in passage.figures if figure.unit == "percent"]
        if len(shares) != 2 or len(passage.figures) != 2 or not _is_plain(shares, passage.masked):
            continue
        if _halves(passage) and not any_of("partition").search(passage.masked):
            yield from _to_hundred(rows, shares, sure=True)


def _halves(passage: Passage) -> bool:
    """Whether the two clauses name the two halves of a whole, and the whole but once."""
    text = passage.masked
    firsts, seconds = (set(map(stem, words_of(piece))) for piece in _clauses(text))
    for pair in phrases("pairs"):
        one, other = (stem(word) for word in pair)
        for a, b in ((one, other), (other, one)):
            if a in firsts and b not in firsts and b in seconds and a not in seconds:
                return not re.search(r"\bof\b", _clauses(text)[1])
    return False


def _clauses(text: str) -> tuple[str, str]:
    pieces = re.split(r",? (?:and|while|whereas)\b|,", text, maxsplit=1)
    return (pieces[0], pieces[1]) if len(pieces) > 1 else (text, "")
