"""A part, its share and the whole; parts that exceed their whole."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from .checks import Check
from .findings import alike, finding, said
from .passages import Figure, Passage, windows
from .row_index import RowIndex
from .words import any_of, pattern, stem, words_of

__all__ = ["check_shares", "share_check"]

_OWN: Final = r"(?:the |its |their |all |our |these |those |his |her |a total of |some )?"
_OF: Final = rf"\bof {_OWN}(?:[\w'’-]+ ){{0,4}}?‹(?P<w>\d+)›"
_WHOLE: Final = re.compile(_OF, re.IGNORECASE)
_THESE: Final = re.compile(r"^(?:of (?:these|them|whom|which|that number|this number)\b)", re.IGNORECASE)
_NO_PART: Final = frozenset({"percent", "ratio", "rank", "percentage_point", "basis_point"})
_APART: Final = pattern("shares", "apart")
_TIED: Final = pattern("shares", "tied")
_INCLUDING: Final = pattern("shares", "including")
_PART_OF: Final = re.compile(
    r"‹(?P<p>\d+)› (?:\w+ )?(?:out )?of (?:the |its |their |all |these )?‹(?P<w>\d+)›", re.IGNORECASE
)
_OF_FIRST: Final = pattern("shares", "of_first")


def check_shares(rows: RowIndex, found: Sequence[Passage]) -> Iterator[Check]:
    """The checks of part, share and whole in one sentence or two, and of parts with their wholes."""
    for passage in found:
        if len(passage.figures) > 1:
            yield from _triple(rows, passage)
            yield from _no_more(rows, passage)
    for window in windows(found):
        if len(window.figures) > 2:
            yield from _of_these(rows, window)


# --- part, share and whole -------------------------------------------------------------------------------------------


def _triple(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    """A share, the whole that an "of" names, and the one part: "a third of the 640 employees, 290 people"."""
    shares = _shares(passage.figures)
    if len(shares) != 1 or _APART.search(passage.masked):
        return
    for match in _WHOLE.finditer(passage.masked):
        whole = passage.figure(match, "w")
        if not _is_printed(whole) or not _is_its_whole(passage, shares[0], match):
            continue
        parts = [
            f
            for f in passage.figures
            if f not in (whole, shares[0]) and ((f.unit not in _NO_PART and alike(f, whole)) or f.is_bare)
        ]
        others = [f for f in passage.figures if f not in (whole, shares[0], *parts)]
        if whole.unit in _NO_PART or len(parts) != 1 or others or not _is_tied(passage, shares[0], parts[0], whole):
            continue
        yield share_check(rows, parts[0], shares[0], whole)
        return


_OWN_WHOLE: Final = re.compile(r"^ of (?!.*\bof (?:the|its|their|all|our) )")
_HEAD: Final = 24
"""How far into a sentence its whole may stand where part and share follow: "In 2021, of the 640 employees, …"."""


def _is_printed(figure: Figure) -> bool:
    """Whether a figure is printed in digits: "the two countries" are no whole of people."""
    return any(sign.isdigit() for sign in figure.row.text)


def _is_its_whole(passage: Passage, share: Figure, match: re.Match[str]) -> bool:
    """Whether an "of" gives the whole of this very share, and the share has no other: "0.7 percent of GDP"."""
    text = passage.masked
    sign = f"‹{passage.figures.index(share)}›"
    at = text.find(sign) + len(sign)
    if match.start("w") < at:
        return match.start() <= _HEAD and not re.match(r" of (?!‹|these|them|those)", text[at:])
    return not text[at:].startswith(" of ") or bool(_OWN_WHOLE.match(text[at : match.start("w")]))


def _shares(figures: Sequence[Figure]) -> list[Figure]:
    return [figure for figure in figures if figure.unit == "percent" and not figure.is_change and not figure.is_bare]


def _is_tied(passage: Passage, share: Figure, part: Figure, whole: Figure) -> bool:
    """Whether share and part speak of one thing: nothing but a comma, "or" and the like stands between neighbours."""
    text = passage.masked
    places = sorted(
        (text.find(f"‹{passage.figures.index(f)}›"), name) for f, name in ((share, "s"), (part, "p"), (whole, "w"))
    )
    order = "".join(name for _place, name in places)
    first, second = (text[text.find("›", places[n][0]) + 1 : places[n + 1][0]] for n in (0, 1))
    if re.search(r"[;:]|\band\b|\bwhile\b", first + second):
        return False
    if order in {"wps", "wsp"}:
        # "Of the 640 employees, 160, or a quarter" and "of its revenue of 184 million, 76 percent".
        return bool(_TIED.search(second)) and len(words_of(second)) <= 3
    if order in {"spw", "psw"}:
        return len(words_of(first)) <= 4 or bool(_TIED.search(first))
    if order == "swp":
        return len(words_of(second)) <= 4 and "," in second
    return bool(_TIED.search(second)) and len(words_of(second)) <= 6


def share_check(rows: RowIndex, part: Figure, share: Figure, whole: Figure) -> Check:
    """The check of a part divided by its whole."""
    return finding(
        rows,
        rule="share",
        of=share,
        formula=f"[{part.id}] / [{whole.id}] * 100 == [{share.id}]",
        statement=f"{said(part)} of {said(whole)} is {said(share)}.",
        explanation="The part divided by the whole is {left} percent.",
        question=f"{said(part)} of {said(whole)} is {{left}} percent, and the text says {said(share)}: which is wrong?",
        grant="A fair reader grants that the share may be of another whole than the one named.",
    )


def _of_these(rows: RowIndex, window: Passage) -> Iterator[Check]:
    """The whole in the sentence before: "It has 480 staff. Of these, 120 (35 percent) are women"."""
    second = window.masked[window.break_ :]
    if not _THESE.search(second) or _APART.search(second):
        return
    late = [f for f in window.figures if window.masked.find(f"‹{window.figures.index(f)}›") >= window.break_]
    early = [figure for figure in window.figures if figure not in late]
    shares = _shares(late)
    parts = [figure for figure in late if figure not in shares]
    wholes = [figure for figure in early if parts and alike(figure, parts[0]) and not figure.is_change]
    if len(shares) != 1 or len(parts) != 1 or len(wholes) != 1 or parts[0].unit in _NO_PART:
        return
    yield share_check(rows, parts[0], shares[0], wholes[0])


# --- a part is no more than its whole --------------------------------------------------------------------------------


def _no_more(rows: RowIndex, passage: Passage) -> Iterator[Check]:
    seen: set[str] = set()
    for form in (_INCLUDING, _PART_OF, _OF_FIRST):
        for match in form.finditer(passage.masked):
            whole, part = passage.figure(match, "w"), passage.figure(match, "p")
            if part.id in seen or whole.unit in _NO_PART or not alike(whole, part) or not _one_noun(whole, part):
                continue
            seen.add(part.id)
            yield finding(
                rows,
                rule="part",
                of=whole,
                formula=f"[{part.id}] <= [{whole.id}]",
                statement=f"{said(part)} is no more than the {said(whole)} that include it.",
                explanation="The sentence names it as a part.",
                question=f"{said(part)} is named as a part of {said(whole)}: which of the two is wrong?",
                grant="A fair reader grants that the part may be counted in another way than the whole.",
                shown=(part, whole),
            )


def _one_noun(whole: Figure, part: Figure) -> bool:
    """Whether the part names no other thing than the whole: pupils are no part of teachers."""
    one, other = whole.counted, part.counted
    if not one or not other or any_of("whole").search(other):
        return True
    return stem(one.split()[-1]) in {stem(word) for word in words_of(other)}
