"""The sentence of a claim, with its figure marked, as a notebook shows it."""

from __future__ import annotations

import html
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from usmex_data.addresses import claim_address
from usmex_data.charts.claim_rows import Row, rows_of
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["Quote", "Quotes", "escaped", "quotes", "show"]

_BLOCK = "border-left:3px solid #C8461E;margin:.5em 0;padding:.1em 0 .1em .9em"
_MARK = "background:rgba(232,192,74,.4);color:inherit;padding:0 .15em;border-radius:2px"
_SMALL = "font-size:.85em;opacity:.75"


@dataclass(frozen=True, slots=True)
class Quote:
    """A claim's sentence; shown with the figure marked and the way to its source."""

    row: Row

    @property
    def place(self) -> str:
        """Source and section as printed."""
        return f"{self.row.source}, {self.row.section}" if self.row.section else self.row.source

    def __str__(self) -> str:
        before, figure, after = self._parts()
        return f"“{before}[{figure}]{after}” ({self.place}; {self.row.claim_id})"

    __repr__ = __str__

    def _parts(self) -> tuple[str, str, str]:
        quote, start, end = self.row.quote, self.row.quote_start, self.row.quote_end
        return quote[:start], quote[start:end], quote[end:]

    def _repr_html_(self) -> str:
        before, figure, after = (escaped(part) for part in self._parts())
        address = html.escape(claim_address(self.row.claim_id))
        return (
            f'<blockquote class="usmex-quote" style="{_BLOCK}">{before}<mark style="{_MARK}">{figure}</mark>{after}<br>'
            f'<span style="{_SMALL}">{escaped(self.place)} · '
            f'<a href="{address}">{escaped(self.row.claim_id)}</a></span></blockquote>'
        )


@dataclass(frozen=True, slots=True)
class Quotes:
    """Several quotes below each other; one for each sentence, with the first of its figures that was asked for."""

    items: tuple[Quote, ...]

    def __iter__(self) -> Iterator[Quote]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __str__(self) -> str:
        return "\n".join(str(item) for item in self.items)

    __repr__ = __str__

    def _repr_html_(self) -> str:
        return "\n".join(item._repr_html_() for item in self.items)


def quotes(rows: pd.DataFrame | pd.Series[Any] | Row | Iterable[Row]) -> Quotes:
    """The quotes of rows of claims, in their order.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a value of ours: it stands in no source.
    """
    items = rows_of(rows)
    for row in items:
        if row.computed:
            raise UsmexDataError(f"{row.claim_id} is a calculation, no source says it")
    return Quotes(tuple(Quote(row) for row in items))


def show(claim_id: str, claims: pd.DataFrame | None = None) -> Quote:
    """The sentence that a claim stands in, with its figure marked, source, section and link.

    ``claims`` are the rows to look in, those of the package where none are given. Raises
    :class:`~usmex_data.errors.UsmexDataError` for an id that none of them has.
    """
    if not isinstance(claim_id, str):
        raise UsmexDataError(
            f"expected the id of one claim, found {type(claim_id).__name__}",
            remedy="for several, call it once for each",
        )
    if claims is None:
        from usmex_data.tables.load import claims as every_claim

        claims = every_claim()
    found = claims[claims["claim_id"] == claim_id]
    if len(found) != 1:
        raise UsmexDataError(f"there is no claim {claim_id!r}", remedy="usmex_data.claims() lists them")
    return Quote(rows_of(found)[0])


def escaped(text: str) -> str:
    """HTML that shows ``text`` as it is: markup in it is no markup, and dollar signs start no formula."""
    # JupyterLab takes two dollar signs of one run of HTML output for a formula, escaped or not. A sign in an element
    # of its own belongs to no run.
    return html.escape(text, quote=True).replace("$", "<span>$</span>")
