"""Readings of made-up texts and of the corpus, for the tests of the claims room."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from typing import Any

from five_texts import five_sources
from usmex_data.annotation.annotate import annotate as read_claims
from usmex_data.codebook.assemble import Assembled, SourceText, assemble
from usmex_data.codebook.catalogue import Catalogue, compile_entries
from usmex_data.codebook.context import ClaimContext, claim_contexts
from usmex_data.codebook.records import Claim
from usmex_data.document import read


def source(raw: str, name: str = "made-up", kind: str = "") -> SourceText:
    """A text as it is read."""
    document = read(raw, name, kind)
    return SourceText(name, document, read_claims(document, "2024"), "2024")


def context(raw: str) -> list[ClaimContext]:
    """The contexts of a text's claims."""
    text = source(raw)
    return claim_contexts(text.document, text.readings)


def catalogue_of(entries: Mapping[str, Mapping[str, Any]]) -> Catalogue:
    """A catalogue of made-up entries; what they leave out is filled in."""
    written = {name: {"title": "T", "definition": "D.", "topic": "economy", **entry} for name, entry in entries.items()}
    return Catalogue(compile_entries(written, dict.fromkeys(written, "economy")))


def known(raw: str) -> list[Claim]:
    """The claims of a text by the package's own catalogue."""
    return list(assemble([source(raw)]).claims)


@cache
def corpus() -> tuple[SourceText, ...]:
    """The five sources as they are read."""
    return tuple(
        replace(source(each.raw, each.id, each.kind), published=each.published or each.not_before)
        for each in five_sources()
    )


@cache
def assembled() -> Assembled:
    """The rows of the five sources."""
    texts: Sequence[SourceText] = [
        SourceText(text.source_id, text.document, read_claims(text.document, text.published), text.published)
        for text in corpus()
    ]
    return assemble(texts)


def claim(**fields: Any) -> Claim:
    """A claim with the fields given and the rest empty."""
    empty: dict[str, Any] = dict.fromkeys(Claim.__dataclass_fields__, "")
    numbers = {"start": 0, "end": 0, "quote_start": 0, "quote_end": 0, "inferred": (), "doubt": ()}
    values = {"value": None, "value_low": None, "value_high": None}
    return Claim(**{**empty, **numbers, **values, **fields})
