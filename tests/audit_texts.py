"""Made-up corpora, read as the build reads them, and single rows for what reading is not the matter of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from usmex_data.annotation.annotate import annotate as read_claims
from usmex_data.audit import Check, run
from usmex_data.audit.declared import Declaration
from usmex_data.codebook.assemble import SourceText, assemble
from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.document import read
from usmex_data.document.document import Document


@dataclass(frozen=True)
class Corpus:
    claims: tuple[Claim, ...]
    quantities: tuple[QuantityRow, ...]
    documents: Mapping[str, Document]

    def checks(self, *declared: Declaration) -> tuple[Check, ...]:
        return run(self.claims, self.quantities, self.documents, declared=declared)


def corpus(**texts: str) -> Corpus:
    """A corpus of texts by name; ``a_b`` is the source ``a-b``, ``summary`` a summary page."""
    documents = {
        name.replace("_", "-"): read(text, name.replace("_", "-"), "summary_page" if "summary" in name else "")
        for name, text in texts.items()
    }
    made = assemble([SourceText(name, document, read_claims(document, "2021")) for name, document in documents.items()])
    return Corpus(made.claims, made.quantities, documents)


def claim(claim_id: str, text: str, value: str | None = None, **given: Any) -> Claim:
    """A claim of which only what matters is given; its quote is its text."""
    source = claim_id.rpartition("-")[0]
    quote = given.pop("quote", text)
    start = quote.index(text)
    row = {field.name: () if field.name in {"inferred", "doubt"} else "" for field in fields(Claim)}
    low, high = given.pop("low", value), given.pop("high", value)
    row |= {
        "claim_id": claim_id, "source": source, "text": text, "quote": quote, "quote_start": start,
        "quote_end": start + len(text), "start": int(claim_id.rpartition("-")[2]), "end": 0, "passage": "body",
        "modifier": "exact", "change": "level", "status": "reported", "value": value and Decimal(value),
        "value_low": low and Decimal(low), "value_high": high and Decimal(high), **given,
    }  # fmt: skip
    return Claim(**row)


def quantity(quantity_id: str, text: str, value: str | None = None, **given: Any) -> QuantityRow:
    """A quantity of which only what matters is given."""
    source, _, start = quantity_id.rpartition("-q")
    row = {
        "quantity_id": quantity_id, "source": source, "start": int(start), "end": int(start) + len(text), "text": text,
        "value": value and Decimal(value), "unit": "", "period": "", "disposition": "generic", "claim_id": "", **given,
    }  # fmt: skip
    return QuantityRow(**row)
