"""Notebooks: quotes and calculations for their cells, their execution, and the checks of prose and shape."""

from __future__ import annotations

from usmex_data.addresses import calc_address, claim_address
from usmex_data.notebooks.amounts import Amount, amount
from usmex_data.notebooks.calculations import Calculation, calc, lines, rows
from usmex_data.notebooks.checks import Checked, Tally, checks, said, tally, times
from usmex_data.notebooks.quote import Quote, quotes, show
from usmex_data.notebooks.settings import begin

__all__ = [
    "Amount",
    "Calculation",
    "Checked",
    "Quote",
    "Tally",
    "amount",
    "begin",
    "calc",
    "calc_address",
    "checks",
    "claim_address",
    "lines",
    "quotes",
    "rows",
    "said",
    "show",
    "tally",
    "times",
]
