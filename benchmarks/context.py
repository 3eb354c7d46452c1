"""How often time and place of a figure are read right, on texts marked by reading: ``python benchmarks/context.py``.

A text of ``benchmarks/context`` holds its figures as ``[[figure|period|place]]``: EDTF and codes as the contract has
them, empty where the text does not say. Where two readings are as good, " or " stands between them. The marks are taken
out before the text is read.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from usmex_data.annotation.reading import Reading
from usmex_data.extraction import readings

__all__ = ["Marked", "Score", "marked", "score"]

TEXTS = Path(__file__).resolve().parent / "context"
_MARK = re.compile(r"\[\[(?P<figure>[^|\]]+)\|(?P<period>[^|\]]*)\|(?P<place>[^|\]]*)\]\]")
_DIGIT = re.compile(r"\d")


class Marked(NamedTuple):
    """A figure of a text: where it stands without the marks, and its periods and places that are right."""

    start: int
    end: int
    periods: frozenset[str]
    places: frozenset[str]


class Score(NamedTuple):
    """How many figures a text has, how many were found, and of those how many periods and places are right."""

    figures: int
    found: int
    periods: int
    places: int


def marked(written: str) -> tuple[str, list[Marked]]:
    """A text without its marks, and what they mark."""
    pieces: list[str] = []
    figures: list[Marked] = []
    at = length = 0
    for match in _MARK.finditer(written):
        pieces += [written[at : match.start()], match["figure"]]
        length += match.start() - at
        end = length + len(match["figure"])
        periods, places = (frozenset(match[name].split(" or ")) for name in ("period", "place"))
        figures.append(Marked(length, end, periods, places))
        length, at = end, match.end()
    return "".join([*pieces, written[at:]]), figures


def score(written: str) -> Score:
    """How a marked text is read."""
    text, figures = marked(written)
    claims = [reading for reading in readings(text) if reading.disposition == "claim"]
    pairs = [(figure, claim) for figure, claim in partners(figures, claims) if claim]
    periods = sum(claim.period in figure.periods for figure, claim in pairs)
    places = sum(claim.geography in figure.places for figure, claim in pairs)
    return Score(len(figures), len(pairs), periods, places)


def partners(figures: Sequence[Marked], claims: Sequence[Reading]) -> Iterator[tuple[Marked, Reading | None]]:
    """Each marked figure with the claim that stands there, or None."""
    for figure in figures:
        yield (
            figure,
            next((claim for claim in claims if claim.number_start < figure.end and claim.end > figure.start), None),
        )


def _print(names: Sequence[str], *, wrong: bool) -> None:
    total = Score(0, 0, 0, 0)
    for path in sorted(TEXTS.glob("*.txt")):
        if names and path.stem not in names:
            continue
        written = path.read_text("utf-8")
        one = score(written)
        total = Score(*map(sum, zip(total, one, strict=True)))
        print(f"{path.stem:28} {_shares(one)}")
        if wrong:
            _print_wrong(written)
    print(f"{'all':28} {_shares(total)}")


def _shares(one: Score) -> str:
    periods, places = (100 * count / max(1, one.found) for count in (one.periods, one.places))
    return f"figures {one.figures:4}  found {one.found:4}  period {periods:5.1f} %  place {places:5.1f} %"


def _print_wrong(written: str) -> None:
    text, figures = marked(written)
    claims = [reading for reading in readings(text) if reading.disposition == "claim"]
    for figure, claim in partners(figures, claims):
        words = text[max(0, figure.start - 60) : figure.end + 30].replace("\n", "⏎")
        if claim is None:
            print(f"    lost: {words}")
            continue
        if claim.period not in figure.periods:
            print(f"    period {claim.period!r}, right {' or '.join(sorted(figure.periods))!r}: {words}")
        if claim.geography not in figure.places:
            print(f"    place {claim.geography!r}, right {' or '.join(sorted(figure.places))!r}: {words}")


if __name__ == "__main__":
    _print([name for name in sys.argv[1:] if name != "-v"], wrong="-v" in sys.argv[1:])
