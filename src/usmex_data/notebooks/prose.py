r"""The check of the prose: no figure stands alone, and each says what its claim or calculation says.

The rule, for every Markdown cell of a notebook:

- A figure, in digits or in words, stands inside a link to its claim or to a calculation of the same notebook.
  ``G20`` and ``COVID-19`` are names, and so are the titles, headings and names of the sources; cardinals up to twelve
  that count things ("the two papers") are none.
- The link's text holds the claim's own words, or its numbers with the same hedge and a unit that is no other's.
- The text of a link to a check of the audit holds what one of its rows says, or what one of its sides comes to.
- A year may stand bare where a claim that the same paragraph links has it in its period, or a check in a row of its
  own; nowhere else.
- A figure in a heading may stand bare where a link below it, before the next heading, says the same; so may a year of
  a claim that is linked there.
- Each dollar sign has its backslash, and each amount its own link or emphasis.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Final

from usmex_data.addresses import calc_of, claim_of
from usmex_data.catalogue.unit import Unit
from usmex_data.charts.claim_rows import Row
from usmex_data.errors import TextError
from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.evidence import Evidence
from usmex_data.notebooks.figures import figures, hedge_class, numbers, years
from usmex_data.notebooks.markdown import Link, Paragraph, dollar_trouble, links, paragraphs, prose_of, unmarked

__all__ = ["Target", "agreement", "check_notebook", "check_text", "targets_of"]

_MONEY: Final = re.compile(r"[$€£]|\bdollars?\b|\bUSD\b|\bcents?\b|¢", re.IGNORECASE)
_SHARE: Final = re.compile(r"%|\bper ?cent\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a link leads to, as far as its text has to agree with it."""

    name: str
    text: str
    ends: tuple[Decimal, ...]
    unit: str
    modifier: str
    hedged: bool
    periods: tuple[str, ...]
    sides: tuple[str, ...] = ()
    """What the rows of a check say and what its sides come to: a link to it may say any of these."""


def check_notebook(notebook: Mapping[str, Any], evidence: Evidence, where: str) -> list[TextError]:
    """What is wrong with the prose of a notebook, each with its cell, line and place; empty where nothing is."""
    calculations = {each["name"]: each for each in _calculations(notebook)}
    cells = [(n, _joined(c["source"])) for n, c in enumerate(notebook["cells"], 1) if c["cell_type"] == "markdown"]
    targets = targets_of(evidence, calculations)
    found: list[TextError] = []
    for place, (number, source) in enumerate(cells):
        following = [text for _number, text in cells[place + 1 :]]
        found += check_text(source, evidence, targets, f"{where}, cell {number}", following)
    return found


def targets_of(evidence: Evidence, calculations: Mapping[str, Mapping[str, Any]]) -> dict[str, Target]:
    """Everything that prose may link to: claims by their ids, calculations as ``#NAME``."""
    claims = {name: _of_claim(row) for name, row in evidence.claims.items()}
    return claims | {f"#{name}": _of_calculation(each) for name, each in calculations.items()}


def check_text(
    source: str, evidence: Evidence, targets: Mapping[str, Target], where: str, following: Sequence[str] = ()
) -> list[TextError]:
    """What is wrong with one Markdown text; ``following`` are the texts that go on after it."""
    every = links(source)
    found = [TextError(what, source, start, end, where=where) for start, end, what in dollar_trouble(source)]
    for link in every:
        if wrong := _wrong_link(link, targets):
            end = link.text_start + len(link.text)
            found.append(TextError(wrong, source, link.text_start, end, where=where))
    bare = evidence.without_names(_without_links(prose_of(source), every))
    for paragraph in paragraphs(source):
        below = _below(source[paragraph.end :], following) if paragraph.level else []
        inside = [link for link in every if paragraph.start <= link.start < paragraph.end]
        allowed = _years_of((*inside, *below), targets)
        said = [unmarked(link.text) for link in below]
        for start, end, what in _bare(bare, paragraph, allowed, said):
            found.append(TextError(what, source, start, end, where=where))
    return sorted(found, key=lambda error: error.start)


def agreement(text: str, target: Target) -> str:
    """What a link's text gets wrong about its target; empty where they agree."""
    said = unmarked(text)
    if target.sides:
        return _beside_its_sides(said, target.sides)
    # A rank is a figure without a number: there the source's own words are enough.
    if not figures(said) and not (target.text and _contains(said, target.text)):
        return f"the link says no figure; its target says {target.text!r}"
    named = years(target.periods)
    others = [figure.text for figure in figures(_rest(said, target.text)) if figure.text not in named]
    verbatim = bool(target.text) and _contains(said, target.text) and not others
    meant = target.modifier if target.modifier != "range" else ("approx" if target.hedged else "exact")
    if hedge_class(said) not in {"" if meant == "exact" else meant, *([hedge_class(target.text)] if verbatim else [])}:
        return f"{said!r} is hedged otherwise than its target: {target.text!r}"
    if verbatim:
        return ""
    stated = [number for number in numbers(said) if str(number) not in named]
    scale = Unit.of(target.unit).scale
    if sorted(stated) not in [sorted(target.ends), sorted(end * scale for end in target.ends)]:
        return f"the link says {said!r}, its target {target.text!r}"
    if wrong := _wrong_unit(said, target.unit):
        return f"{said!r} is {wrong}; its target is in {target.unit}: {target.text!r}"
    return ""


def _beside_its_sides(said: str, sides: Sequence[str]) -> str:
    known = [side for side in sides if _place(said, side) or _place(side, said)]
    rest = said
    for side in sorted(known, key=len, reverse=True):
        rest = _rest(rest, side)
    others = [] if any(_place(side, said) for side in known) else [figure.text for figure in figures(rest)]
    if known and not others:
        return ""
    return f"the link says {said!r}, its check {' · '.join(sides)}"


def _wrong_link(link: Link, targets: Mapping[str, Target]) -> str:
    claim, name = claim_of(link.target), calc_of(link.target)
    if not claim and not name:
        if "#" in link.target and "sources/" in link.target:
            return f"{link.target} is no address of a claim"
        return "a figure links to its claim or calculation, not elsewhere" if figures(unmarked(link.text)) else ""
    target = targets.get(claim or f"#{name}")
    if target is None:
        return f"there is no claim {claim}" if claim else f"there is no calculation {name} in this notebook"
    return agreement(link.text, target)


def _years_of(every: Iterable[Link], targets: Mapping[str, Target]) -> frozenset[str]:
    linked = [targets.get(claim_of(link.target) or f"#{calc_of(link.target)}") for link in every]
    return years(period for target in linked if target for period in target.periods)


def _bare(
    text: str, paragraph: Paragraph, allowed: frozenset[str], below: Sequence[str]
) -> Iterator[tuple[int, int, str]]:
    for figure in figures(text[paragraph.start : paragraph.end]):
        if figure.year and figure.text in allowed:
            continue
        if any(_contains(said, unmarked(figure.text)) for said in below):
            continue
        what = "a bare year: no claim linked in this paragraph has it" if figure.year else "a bare figure: link it"
        start = paragraph.start + figure.start
        yield start, start + len(figure.text), what


def _below(rest: str, following: Sequence[str]) -> list[Link]:
    """The links between a heading and the next one."""
    found: list[Link] = []
    for text in (rest, *following):
        end = next((each.start for each in paragraphs(text) if each.level), len(text))
        found += links(text[:end])
        if end < len(text):
            break
    return found


def _without_links(text: str, every: Sequence[Link]) -> str:
    for link in every:
        text = text[: link.start] + re.sub(r"[^\n]", " ", text[link.start : link.end]) + text[link.end :]
    return text


def _contains(text: str, words: str) -> bool:
    return _place(text, words) is not None


def _rest(text: str, words: str) -> str:
    place = _place(text, words)
    return f"{text[: place.start()]} {text[place.end() :]}" if place else text


def _place(text: str, words: str) -> re.Match[str] | None:
    """Where a text holds the words whole, in any case: "5 %" is no part of "15 %" or "5 %5"."""
    phrase = r"\s+".join(re.escape(word) for word in words.split())
    return re.search(rf"(?<![\w$])(?<!\d[.,]){phrase}(?!\w|[.,]\d)", text, re.IGNORECASE)


def _wrong_unit(said: str, unit: str) -> str:
    if _MONEY.search(said) and not Unit.of(unit).in_money:
        return "an amount of money"
    if _SHARE.search(said) and unit != "percent":
        return "a percentage"
    if unit == "percent" and re.search(r"\bpoints?\b", said):
        return "a difference of percentages"
    return ""


def _of_claim(row: Row) -> Target:
    ends = (row.value,) if row.value is not None else tuple(end for end in (row.low, row.high) if end is not None)
    periods = (row.period, row.period_text)
    return Target(row.claim_id, row.text, ends, row.unit, row.modifier, bool(row.hedge), periods)


def _of_calculation(each: Mapping[str, Any]) -> Target:
    ends = tuple(Decimal(end) for end in each["printed"])
    hedged = bool(each["approx"])
    # A check of the audit carries what its rows say; their years are its own.
    sides = tuple(each.get("sides", ()))
    return Target(each["name"], each["shown"], ends, each["unit"], each["modifier"], hedged, sides, sides)


def _calculations(notebook: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for cell in notebook["cells"]:
        for output in cell.get("outputs", ()):
            yield from output.get("data", {}).get(MIME, ())


def _joined(source: str | Sequence[str]) -> str:
    return source if isinstance(source, str) else "".join(source)
