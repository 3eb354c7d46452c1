"""The clean tables as a user loads them."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from usmex_data.corpus import CLEAN, find_root
from usmex_data.errors import UsmexDataError
from usmex_data.storage.write import recover
from usmex_data.tables.csv_format import parse_csv
from usmex_data.tables.fields import TableMeaning, meanings, package

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["claim", "claims", "load", "table_rows"]

_REBUILD: Final = "build it: python -m usmex_data build"


def load(name: str) -> pd.DataFrame:
    """A table of ``data/clean/`` as a frame with proper types; what is not stated is missing (``isna``).

    ``attrs`` holds its ``title`` and ``description``, the ``units`` in it by code, the ``source`` to cite, the
    ``licenses``, and what each column means (``fields``). Raises ``UsmexDataError`` for a name that is no table's.
    """
    from usmex_data.tables.frames import frame_of

    table = _known(name)
    frame = frame_of(table, table_rows(table))
    frame.attrs.update(_attributes(table, set(frame["unit"].dropna()) if "unit" in frame else set()))
    return frame


def claims(topic: str | None = None, source: str | None = None, indicator: str | None = None) -> pd.DataFrame:
    """The claims of a topic, a source, an indicator, or of all that are given; without any, every claim.

    Raises ``UsmexDataError`` for a topic, source or indicator that there is not.
    """
    frame = load("claims")
    for column, wanted, home in (
        ("topic", topic, "topics"),
        ("source", source, "sources"),
        ("indicator", indicator, "indicators"),
    ):
        if wanted is None:
            continue
        _require(wanted, [row[0] for row in table_rows(meanings()[home])], column)
        frame = frame[frame[column] == wanted]
    return frame.reset_index(drop=True)


def claim(indicator: str, **meaning: str) -> pd.Series[Any]:
    """The one claim that means this: a row of ``claims``, as :func:`claims` has it.

    ``meaning`` names columns and what they say: ``category=``, ``geography=``, ``period=`` and so on; an empty text
    asks for what is not stated. Where several claims state one fact it is the first that is no copy. Raises
    ``UsmexDataError`` with the candidates where several facts fit, or none.
    """
    frame = claims(indicator=indicator)
    for column in meaning:
        _require(column, list(frame.columns), "column of claims")
    fits = frame
    for column, wanted in meaning.items():
        fits = fits[fits[column].astype("str").fillna("") == wanted]
    if fits["fact_id"].nunique() == 1:
        first: pd.Series[Any] = fits.loc[fits["copy_of"].notna().sort_values(kind="stable").index[0]]
        return first
    asked = ", ".join(f"{column}={wanted!r}" for column, wanted in {"indicator": indicator, **meaning}.items())
    found = f"{fits['fact_id'].nunique()} facts fit" if len(fits) else "no claim fits"
    raise UsmexDataError(f"{found} {asked}", remedy=f"say more of the one that is meant:\n{_candidates(fits, frame)}")


_TOLD: Final = ("category", "geography", "partner", "period", "unit", "modifier", "change", "status", "base")
_MOST: Final = 30


def _candidates(fits: pd.DataFrame, all_of_it: pd.DataFrame) -> str:
    """A line for each fact that may be meant: its claim, its words, and the columns in which the facts differ."""
    facts = (fits if len(fits) else all_of_it).drop_duplicates("fact_id")
    telling = [column for column in _TOLD if facts[column].astype("str").fillna("").nunique() > 1]
    lines = [
        f"  {row.claim_id}: {row.text!r}" + "".join(f", {column}={_cell(getattr(row, column))!r}" for column in telling)
        for row in facts.head(_MOST).itertuples()
    ]
    more = len(facts) - _MOST
    return "\n".join([*lines, *([f"  and {more} more"] if more > 0 else [])])


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else ""


def table_rows(table: TableMeaning, root: Path | None = None) -> list[tuple[str, ...]]:
    """The rows of a table as written, every cell a string.

    Raises ``UsmexDataError`` for a table that is not built yet, or that has other columns than it should.
    """
    folder = (find_root() if root is None else root) / CLEAN
    recover(folder)
    path = folder / f"{table.name}.csv"
    try:
        header, rows = parse_csv(path.read_bytes())
    except FileNotFoundError:
        raise UsmexDataError("the table is not built yet", where=str(path), remedy=_REBUILD) from None
    if header != table.columns or any(len(row) != len(header) for row in rows):
        raise UsmexDataError("not the columns that the table has", where=str(path), remedy=_REBUILD)
    return rows


def _known(name: str) -> TableMeaning:
    known = meanings()
    _require(name, list(known), "table")
    return known[name]


def _require(name: str, known: list[str], what: str) -> None:
    if name in known:
        return
    close = get_close_matches(str(name).lower().replace(" ", "_").replace("-", "_"), known, 3)
    close = close or get_close_matches(str(name).lower(), known, 3)
    meant = f"did you mean {' or '.join(close)}? " if close else ""
    raise UsmexDataError(f"there is no {what} {name!r}", remedy=f"{meant}known: {', '.join(known)}")


def _attributes(table: TableMeaning, used: set[str]) -> dict[str, Any]:
    said = package()
    titles = {row[0]: row[1] for row in table_rows(meanings()["units"])} if used else {}
    return {
        "name": table.name,
        "title": table.title,
        "description": table.description,
        "units": {unit: titles[unit] for unit in sorted(used)},
        "source": f"{said['title']} ({said['name']})",
        "licenses": [licence["name"] for licence in said["licenses"]],
        "rights": said["rights"],
        "fields": {field.name: field.description for field in table.fields},
    }
