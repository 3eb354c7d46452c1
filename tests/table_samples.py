"""Claims made by hand, for the tests of tables."""

from __future__ import annotations

from decimal import Decimal

from usmex_data.codebook.facts import fact_id
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.corpus import Source

__all__ = ["claim", "quantity", "source"]

QUOTE = "Mexico bought about 5.1 billion cubic feet per day in 2019."


def claim(**other):
    """A sound claim, with what is special to a test."""
    fields = {
        "claim_id": "white-papers-120",
        "fact_id": "",
        "copy_of": "",
        "source": "white-papers",
        "section": "Energy > Gas",
        "passage": "body",
        "start": 114,
        "end": 148,
        "text": "about 5.1 billion cubic feet per day",
        "quote": QUOTE,
        "quote_start": 14,
        "quote_end": 50,
        "value": Decimal("5.1"),
        "value_low": None,
        "value_high": None,
        "unit": "bcf/day",
        "counted": "",
        "base": "",
        "modifier": "approx",
        "hedge": "about",
        "change": "level",
        "status": "reported",
        "topic": "natural_gas",
        "indicator": "natural_gas_imports",
        "category": "",
        "subject": "Mexico",
        "geography": "MEX",
        "partner": "",
        "period": "2019",
        "period_text": "in 2019",
        "inferred": (),
        "doubt": (),
        "attribution": "",
        "note": "",
    } | other
    made = Claim(**fields)
    return made if made.fact_id else Claim(**fields | {"fact_id": fact_id(made)})


def quantity(**other):
    """A sound row of quantities, with what is special to a test."""
    fields = {
        "quantity_id": "white-papers-q120",
        "source": "white-papers",
        "start": 114,
        "end": 148,
        "text": "about 5.1 billion cubic feet per day",
        "value": Decimal("5.1"),
        "unit": "bcf/day",
        "period": "2019",
        "disposition": "claim",
        "claim_id": "white-papers-120",
    }
    return QuantityRow(**fields | other)


def source(**other):
    """A source, with what is special to a test."""
    fields = {
        "id": "white-papers",
        "title": "U.S.-Mexico Forum 2025",
        "authors": ("Ana Uno", "Bea Dos"),
        "publisher": "",
        "published": "2021",
        "not_before": "",
        "language": "en",
        "kind": "report",
        "sha256": "0" * 64,
        "bytes": 3,
        "rights": "",
        "file": "white-papers.txt",
        "raw": "abc",
    }
    return Source(**fields | other)
