"""Rows of the official record made by hand, for tests."""

from __future__ import annotations

from dataclasses import replace

from usmex_data.official.model import Official, official_of

__all__ = ["CELLS", "official"]

CELLS = {
    "official_id": "maize-001",
    "indicator": "natural_gas_imports",
    "title": "Pipeline exports of natural gas from the United States to Mexico",
    "category": "pipeline",
    "geography": "MEX",
    "partner": "USA",
    "period": "2017",
    "value": "4.191",
    "unit": "bcf/day",
    "change": "level",
    "precision": "0.001",
    "status": "reported",
    "definition": "Pipeline only, calendar year.",
    "publisher": "U.S. Energy Information Administration",
    "series_or_table": "N9132MX2",
    "address": "",
    "read_in": f"https://github.com/someone/somewhere/blob/{'0a' * 20}/gas.csv",
    "read_on": "2026-11-29",
    "readings": "2",
    "released": "2018-03",
    "origin": "primary",
    "licence": "US-government-work",
    "derivation": "",
    "claim_ids": "",
}


def official(**other) -> Official:
    """A sound row, with what is special to a test."""
    cells = {name: value for name, value in other.items() if isinstance(value, str)}
    return replace(
        official_of({**CELLS, **cells}), **{name: value for name, value in other.items() if name not in cells}
    )
