"""The source note: written from the rows that a figure drew, so that it can't be forgotten and can't be wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final

from usmex_data.addresses import OFFICIAL
from usmex_data.charts.claim_rows import Row

__all__ = ["source_note"]

_MOST: Final = 16
"""So many official series are named; more stand in official.csv, each row with its source."""


def source_note(rows: Iterable[Row], titles: Mapping[str, str], checks: int = 0) -> str:
    """Source, section and claim ids of what is drawn, then the formulas of what is ours.

    ``titles`` are the printed titles of sources by id; a source without one goes by its id. ``checks`` is how many
    checks of the audit are drawn: their rows are too many to name, and stand in the table of the checks.
    """
    rows = tuple(rows)
    claims: dict[tuple[str, str], list[str]] = {}
    ours: dict[str, str] = {}
    for row in rows:
        if row.official:
            continue
        if row.computed:
            ours[row.claim_id] = f"{row.formula or row.text} ({', '.join(row.inputs)})"
        else:
            ids = claims.setdefault((row.source, _leaf(row.section)), [])
            ids += [row.claim_id] if row.claim_id not in ids else []
    parts = [_place(source, section, ids, titles) for (source, section), ids in claims.items()]
    sentences = []
    if parts:
        sentences.append(f"{'Source' if len(parts) == 1 else 'Sources'}: {'; '.join(parts)}.")
    if ours:
        sentences.append(f"Our calculation{'' if len(ours) == 1 else 's'}: {'; '.join(ours.values())}.")
    if official := _official(row for row in rows if row.official):
        sentences.append(f"Official, not from the texts: {official}.")
    if checks:
        sentences.append(
            f"Our audit of the sources: {checks} rows of checks.csv, each with its formula and its claims."
        )
    return " ".join(sentences)


def _official(rows: Iterable[Row]) -> str:
    """Publisher, table and ids of official figures, a series as its first and last; of many, how many."""
    series: dict[str, list[str]] = {}
    for row in rows:
        ids = series.setdefault(f"{row.attribution}{f', {row.section}' if row.section else ''}", [])
        ids += [name] if (name := row.claim_id.removeprefix(OFFICIAL)) not in ids else []
    if len(series) > _MOST:
        return f"{sum(map(len, series.values()))} rows of official.csv, each with its source"
    return "; ".join(f"{name} ({ids[0] if len(ids) == 1 else f'{ids[0]} … {ids[-1]}'})" for name, ids in series.items())


def _leaf(section: str) -> str:
    return section.rsplit(" > ", 1)[-1].strip()


def _place(source: str, section: str, ids: list[str], titles: Mapping[str, str]) -> str:
    place = titles.get(source) or source
    if section and section != place:
        place = f"{place}, “{section}”"
    return f"{place} ({', '.join(ids)})"
