"""Checks of the audit in a notebook: their sentences side by side, and how many there are, for prose to link to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from html import escape
from typing import TYPE_CHECKING, Any, Final

from usmex_data.addresses import calc_anchor, claim_address
from usmex_data.audit import KINDS, VERDICTS, known_rows
from usmex_data.audit.row_index import Place, RowIndex
from usmex_data.charts.claim_rows import Row
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.quote import escaped

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["ROWS_OF", "Checked", "Tally", "checks", "said", "tally", "times"]

_SIGNS: Final[Mapping[str, tuple[str, str]]] = {
    "does_not_hold": ("◆", "#A3123A"),
    "cannot_tell": ("○", "#5A5F66"),
    "read": ("▽", "#5A5F66"),
    "compatible": ("◫", "#5A5F66"),
    "holds_within_rounding": ("□", "#5A5F66"),
    "holds": ("■", "#5A5F66"),
    "derived": ("→", "#5A5F66"),
    "agrees_in_another_year": ("□", "#5A5F66"),
    "other_definition": ("○", "#5A5F66"),
    "forecast_of": ("○", "#5A5F66"),
    "no_record": ("○", "#5A5F66"),
}
_SEVERAL: Final[Mapping[str, str]] = {
    "holds": "hold",
    "holds within rounding": "hold within rounding",
    "cannot tell": "cannot tell",
    "does not hold": "do not hold",
    "follows, though no text says it": "follow, though no text says it",
    "judged from the words": "judged from the words",
    "compatible": "compatible",
}
_ALWAYS: Final = frozenset({"holds", "holds_within_rounding", "does_not_hold", "cannot_tell"})
_BLOCK = "border-left:3px solid {colour};margin:.7em 0;padding:.1em 0 .1em .9em"
_MARK = "background:rgba(232,192,74,.4);color:inherit;padding:0 .15em;border-radius:2px"
_SMALL = "font-size:.85em;opacity:.75"
_RIGHT = "text-align:right;padding:.1em .7em"
ROWS_OF: Final = "rows of "
"""How the formula of what only counts rows begins."""
_SEPARATOR: Final = ";"
_NO_CLAIM: Final = re.compile(r"-[qs]\d+$")
"""How the ids of dates, counts and sentences end: they have no place of their own on a source's page."""


@dataclass(frozen=True, slots=True)
class Checked:
    """Checks below each other, each with its verdict, its sentences, and what a fair reader would grant."""

    records: tuple[Mapping[str, Any], ...]
    rows: RowIndex
    sentences: bool = True
    rest: tuple[Mapping[str, Any], ...] = ()
    """Further checks, folded away below the others."""

    def __str__(self) -> str:
        return "\n".join(
            f"{each['check_id']}: {each['statement']} {_words(each).capitalize()}."
            for each in (*self.records, *self.rest)
        )

    __repr__ = __str__

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, Any]:
        return {
            "text/plain": str(self),
            "text/html": "\n".join(
                [*(self._html(each, sentences=self.sentences) for each in self.records), *self._folded()]
            ),
            MIME: [self._record(each) for each in (*self.records, *self.rest)],
        }

    def _folded(self) -> Iterator[str]:
        if self.rest:
            counts = Counter(_words(each) for each in self.rest)
            said = ", ".join(
                f"{number} {words if number == 1 else _SEVERAL[words]}" for words, number in counts.items()
            )
            inside = "\n".join(self._html(each, sentences=False) for each in self.rest)
            summary = f"{len(self.rest)} more, rows of checks.csv like these: {said}"
            yield f'<details class="usmex-rest"><summary>{summary}</summary>\n{inside}\n</details>'

    def _html(self, each: Mapping[str, Any], *, sentences: bool) -> str:
        sign, colour = _SIGNS[each["verdict"]]
        sides = [_sentence(*group) for group in _grouped(self.rows, _ids(each))] if sentences else []
        return (
            f'<div id="{calc_anchor(each["check_id"])}" class="usmex-check usmex-quote" '
            f'style="{_BLOCK.format(colour=colour)}">'
            f"{escaped(each['statement'])} "
            f'<strong style="color:{colour};white-space:nowrap">{sign} {_words(each)}</strong>'
            f'{"".join(sides)}<p style="margin:.3em 0;{_SMALL}">{escaped(each["explanation"])}</p></div>'
        )

    def _record(self, each: Mapping[str, Any]) -> dict[str, Any]:
        texts = [self.rows.by_id[name].text for name in _ids(each) if name in self.rows.by_id]
        ends = [end for side in (each["left"], each["right"]) for end in str(side).split("/") if end not in {"", ".."}]
        return {
            "name": each["check_id"],
            "shown": _words(each),
            "printed": [],
            "modifier": "exact",
            "approx": False,
            "unit": "count",
            "formula": each["formula"],
            "claims": [name for name in _ids(each) if not _NO_CLAIM.search(name)],
            "sides": list(dict.fromkeys([*texts, *ends])),
        }


@dataclass(frozen=True, slots=True)
class Tally:
    """How many checks there are of each kind and verdict, as a table whose cells can be linked to.

    ``#calc-checks`` is all of them, ``#calc-checks-does-not-hold`` those of a verdict, ``#calc-checks-oddity`` those of
    a kind, ``#calc-checks-oddity-does-not-hold`` those of both.
    """

    counts: Mapping[tuple[str, str], int]
    stakes: Mapping[str, int] = field(default_factory=dict)
    """How many of those that do not hold are matters of substance, of sources, of print."""

    def __str__(self) -> str:
        return "\n".join(f"{_named(kind, verdict)}: {number}" for kind, verdict, number in self._cells())

    __repr__ = __str__

    def _cells(self) -> Iterator[tuple[str, str, int]]:
        for kind in ("", *(kind for kind in KINDS if self._number(kind, ""))):
            for verdict in ("", *self._verdicts()):
                yield kind, verdict, self._number(kind, verdict)

    def _verdicts(self) -> list[str]:
        """Those that there are; the four that every reader looks for stand even at nought."""
        return [each for each in VERDICTS if each in _ALWAYS or self._number("", each)]

    def _number(self, kind: str, verdict: str) -> int:
        return sum(n for (k, v), n in self.counts.items() if kind in {"", k} and verdict in {"", v})

    def _repr_mimebundle_(self, **_choice: object) -> dict[str, Any]:
        records = [
            {
                "name": _named(kind, verdict),
                "shown": str(number),
                "printed": [str(number)],
                "modifier": "exact",
                "approx": False,
                "unit": "count",
                "formula": f"{ROWS_OF}checks.csv: {number}",
                "claims": [],
            }
            for kind, verdict, number in self._cells()
        ]
        records += [
            {**records[0], "name": _staked(stake), "shown": str(number), "printed": [str(number)]}
            | {"formula": f"rows of checks.csv that do not hold, {stake}: {number}"}
            for stake, number in self.stakes.items()
        ]
        return {"text/plain": str(self), "text/html": self._html(), MIME: records}

    def _html(self) -> str:
        heads = "".join(
            f'<th style="{_RIGHT}">{_SIGNS[each][0]} {each.replace("_", " ")}</th>' for each in self._verdicts()
        )
        lines = [f'<tr><th></th>{heads}<th style="{_RIGHT}">all</th></tr>']
        for kind in (*(kind for kind in KINDS if self._number(kind, "")), ""):
            cells = "".join(
                f'<td id="calc-{_named(kind, each)}" style="{_RIGHT}">{self._number(kind, each) or ""}</td>'
                for each in (*self._verdicts(), "")
            )
            lines.append(f'<tr><th style="text-align:left">{(kind or "all").replace("_", " ")}</th>{cells}</tr>')
        told = ", ".join(
            f'<span id="calc-{_staked(stake)}">{number}</span> of {stake}' for stake, number in self.stakes.items()
        )
        below = f"<p>Of those that do not hold: {told}.</p>" if told else ""
        return f'<table class="dataframe usmex-tally">{"".join(lines)}</table>{below}'


def checks(frame: pd.DataFrame, *, sentences: bool = True, first: Sequence[str] = ()) -> Checked:
    """The checks of a frame with the columns of checks.csv, in its order; without ``sentences``, verdicts alone.

    With ``first``, the checks of these ids stand in this order, and the others are folded away below them, with their
    number and without sentences: a reader opens them, and none is dropped.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a frame of anything else, and for an id of ``first``
    that the frame has not.
    """
    records = {each["check_id"]: each for each in _records(frame)}
    if unknown := [name for name in first if name not in records]:
        raise UsmexDataError(f"there is no check {unknown[0]!r} among these")
    shown = tuple(records[name] for name in first or records)
    return Checked(
        shown, _rows(), sentences, tuple(each for name, each in records.items() if first and name not in first)
    )


def tally(frame: pd.DataFrame) -> Tally:
    """How many checks of a frame there are, of each kind and verdict."""
    counts: dict[tuple[str, str], int] = {}
    stakes: dict[str, int] = {}
    for each in _records(frame):
        key = (each["kind"], each["verdict"])
        counts[key] = counts.get(key, 0) + 1
        if each["verdict"] == "does_not_hold" and (stake := each.get("severity")):
            stakes[stake] = stakes.get(stake, 0) + 1
    return Tally(counts, stakes)


def said(frame: pd.DataFrame) -> dict[str, tuple[str, ...]]:
    """The sentences that each check of a frame rests on, by its id: what a label on a chart may quote."""
    rows = _rows()
    return {
        each["check_id"]: tuple(sentence for sentence, _spans, _names in _grouped(rows, _ids(each)))
        for each in _records(frame)
    }


def times(*ids: str) -> tuple[Row, ...]:
    """Claims and other quantities by their ids as rows that a timeline draws, each with its period and sentence.

    Raises :class:`~usmex_data.errors.UsmexDataError` for an id that there is not.
    """
    rows = _rows()
    if unknown := [name for name in ids if name not in rows.by_id]:
        raise UsmexDataError(f"there is no row {unknown[0]!r}", remedy="take its id from a check's columns of ids")
    return tuple(_time(name, rows) for name in ids)


def _time(name: str, rows: RowIndex) -> Row:
    row, place = rows.by_id[name], rows.place(rows.by_id[name])
    return Row(
        claim_id=name,
        source=row.source,
        section=getattr(row, "section", ""),
        text=row.text,
        quote=place.sentence or row.text,
        quote_start=place.start,
        quote_end=place.end or len(row.text),
        value=row.value,
        low=getattr(row, "value_low", None),
        high=getattr(row, "value_high", None),
        unit=row.unit,
        modifier=getattr(row, "modifier", "exact"),
        status=getattr(row, "status", "reported"),
        period=row.period,
    )


@cache
def _rows() -> RowIndex:
    return known_rows()


def _records(frame: pd.DataFrame) -> Iterator[dict[str, Any]]:
    if "check_id" not in frame.columns:
        raise UsmexDataError("these rows are no checks", remedy='take them from usmex_data.load("checks")')
    for record in frame.to_dict(orient="records"):
        # NaN and pandas' NA are the two cells that don't equal themselves.
        yield {str(name): "" if str(cell) in {"nan", "<NA>", "None"} else cell for name, cell in record.items()}


def _ids(each: Mapping[str, Any]) -> list[str]:
    return [name for column in ("claim_ids", "quantity_ids", "passages") for name in _listed(each.get(column, ""))]


def _listed(cell: object) -> Sequence[str]:
    if isinstance(cell, (list, tuple)):
        return [str(item) for item in cell]
    return [name for name in str(cell).split(_SEPARATOR) if name]


def _grouped(rows: RowIndex, ids: Iterable[str]) -> list[tuple[str, list[tuple[int, int]], list[str]]]:
    """Each sentence once, with the places of the figures in it and the ids of their rows."""
    groups: dict[str, tuple[list[tuple[int, int]], list[str]]] = {}
    for name in ids:
        if name in rows.sentences:
            groups.setdefault(rows.sentences[name], ([], []))[1].append(name)
        if (row := rows.by_id.get(name)) is None:
            continue
        place = rows.place(row)
        place = place if place.sentence else Place(row.text, 0, len(row.text))
        spans, names = groups.setdefault(place.sentence, ([], []))
        spans.append((place.start, place.end))
        names.append(name)
    return [(sentence, sorted(set(spans)), names) for sentence, (spans, names) in groups.items()]


def _sentence(sentence: str, spans: Sequence[tuple[int, int]], names: Sequence[str]) -> str:
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts.append(f'{escaped(sentence[at:start])}<mark style="{_MARK}">{escaped(sentence[start:end])}</mark>')
            at = end
    parts.append(escaped(sentence[at:]))
    links = " · ".join(
        escaped(name) if _NO_CLAIM.search(name) else f'<a href="{escape(claim_address(name))}">{escaped(name)}</a>'
        for name in names
    )
    return f'<p style="margin:.3em 0 .3em 1em">{"".join(parts)} <span style="{_SMALL}">{links}</span></p>'


def _words(each: Mapping[str, Any]) -> str:
    # What no text says can't hold or fail: it follows from what they say.
    words = {"derived": "follows, though no text says it", "read": "judged from the words"}
    return words.get(each["verdict"], str(each["verdict"]).replace("_", " "))


def _staked(stake: str) -> str:
    return f"checks-does-not-hold-{stake}"


def _named(kind: str, verdict: str) -> str:
    return "-".join(part.replace("_", "-") for part in ("checks", kind, verdict) if part)
