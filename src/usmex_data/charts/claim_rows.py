"""Claims as the charts take them: a row of claims.csv, read once and checked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from usmex_data.addresses import OFFICIAL
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["COMPUTED", "CheckRow", "Row", "checks_of", "row_of", "rows_of"]

COMPUTED: Final = "calc-"
"""How the id of a value that is ours begins; every other id is a claim of a source."""

_NEEDED: Final = (
    "claim_id", "source", "section", "text", "quote", "quote_start", "quote_end",
    "value", "value_low", "value_high", "unit", "modifier", "status",
)  # fmt: skip
_WORDS: Final = (
    "claim_id", "source", "section", "text", "quote", "unit", "modifier", "status", "hedge", "change", "topic",
    "indicator", "category", "subject", "counted", "base", "geography", "partner", "period", "period_text",
    "attribution", "passage", "copy_of", "formula",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One claim, or one value computed from claims, as it is drawn.

    ``value`` is empty for a range; ``low`` and ``high`` are the ends that the claim states (see the data contract).
    ``quote[quote_start:quote_end]`` is the figure in its sentence. ``formula`` and ``inputs`` are filled only for a
    value of ours.
    """

    claim_id: str
    source: str
    section: str
    text: str
    quote: str
    quote_start: int
    quote_end: int
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    unit: str
    modifier: str
    status: str
    hedge: str = ""
    change: str = ""
    topic: str = ""
    indicator: str = ""
    category: str = ""
    subject: str = ""
    counted: str = ""
    base: str = ""
    geography: str = ""
    partner: str = ""
    period: str = ""
    period_text: str = ""
    attribution: str = ""
    passage: str = ""
    copy_of: str = ""
    formula: str = ""
    inputs: tuple[str, ...] = ()

    @property
    def computed(self) -> bool:
        """Whether the value is ours and not a source's."""
        return self.claim_id.startswith(COMPUTED)

    @property
    def official(self) -> bool:
        """Whether the value is an official figure and not a source's."""
        return self.claim_id.startswith(OFFICIAL)

    @property
    def ends(self) -> tuple[float, ...]:
        """Where marks of the row stand on a scale: one place, or both ends of a range."""
        if self.value is not None:
            return (float(self.value),)
        return tuple(float(end) for end in (self.low, self.high) if end is not None)

    def get(self, column: str) -> str:
        """The words of a column, to group or name marks by."""
        words = getattr(self, column, None)
        if not isinstance(words, str):
            raise UsmexDataError(f"a row has no column of words named {column!r}", remedy=f"known: {', '.join(_WORDS)}")
        return words


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """One check of the audit, as it is drawn: the first columns of checks.csv, and the rows that it rests on."""

    check_id: str
    kind: str
    verdict: str
    statement: str
    formula: str = ""
    claim_ids: str = ""
    quantity_ids: str = ""


def checks_of(checks: pd.DataFrame | Iterable[CheckRow]) -> tuple[CheckRow, ...]:
    """The checks of a frame with the columns of checks.csv, in its order.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a missing column.
    """
    frame = _frame(checks)
    if frame is None:
        return tuple(cast("Iterable[CheckRow]", checks))
    names = [field.name for field in fields(CheckRow)]
    if missing := [name for name in names if name not in frame.columns]:
        raise UsmexDataError(
            f"these rows are no checks: {', '.join(missing)} missing", remedy='take them from usmex_data.load("checks")'
        )
    records = cast("list[dict[str, Any]]", frame.to_dict(orient="records"))
    return tuple(CheckRow(**{name: _words(record[name]) for name in names}) for record in records)


def rows_of(rows: pd.DataFrame | pd.Series[Any] | Row | Iterable[Row]) -> tuple[Row, ...]:
    """The rows of a frame with the columns of claims.csv (or of one of its lines), in its order.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a missing column, and for a row without figure.
    """
    if isinstance(rows, Row):
        return (rows,)
    frame = _frame(rows)
    if frame is None:
        return tuple(_checked(row) for row in cast("Iterable[Row]", rows))
    missing = [column for column in _NEEDED if column not in frame.columns]
    if missing:
        raise UsmexDataError(
            f"these rows are no claims: {', '.join(missing)} missing", remedy="take them from usmex_data.claims()"
        )
    return tuple(_checked(row_of(record)) for record in cast("list[dict[str, Any]]", frame.to_dict(orient="records")))


def _frame(rows: object) -> pd.DataFrame | None:
    # Asked by what they can do: this module does not import pandas.
    if hasattr(rows, "columns"):
        return cast("pd.DataFrame", rows)
    return cast("pd.DataFrame", rows.to_frame().T) if hasattr(rows, "to_frame") else None


def row_of(record: dict[str, Any]) -> Row:
    """The row of one record of claims.csv, its cells as pandas or the csv module read them."""
    words = {name: "" if _empty(cell) else str(cell) for name, cell in record.items() if name in _WORDS}
    return Row(
        **words,
        quote_start=int(record["quote_start"]),
        quote_end=int(record["quote_end"]),
        value=_number(record["value"]),
        low=_number(record["value_low"]),
        high=_number(record["value_high"]),
        inputs=_list(record.get("inputs")),
    )


def _checked(row: Row) -> Row:
    if not row.ends:
        raise UsmexDataError("this row states no figure", where=row.claim_id)
    return row


def _empty(cell: object) -> bool:
    # NaN and pandas' NA are the two cells that don't equal themselves; NA has no truth value.
    return cell is None or cell == "" or str(cell) in {"nan", "<NA>"}


def _words(cell: object) -> str:
    if isinstance(cell, (list, tuple)):
        return ";".join(str(item) for item in cell)
    return "" if _empty(cell) else str(cell)


def _number(cell: object) -> Decimal | None:
    if _empty(cell):
        return None
    number = Decimal(str(cell))
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number


def _list(cell: object) -> tuple[str, ...]:
    if isinstance(cell, (list, tuple)):
        return tuple(str(item) for item in cell)
    return () if _empty(cell) else tuple(str(cell).split(";"))
