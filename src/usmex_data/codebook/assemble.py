"""The rows of claims.csv and quantities.csv, made from the readings of all sources."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from ..annotation.reading import Reading
from ..catalogue import complete_sources, entries
from ..catalogue.bodies import body_of
from ..document.document import Document
from ..errors import UsmexDataError
from .catalogue import Catalogue, catalogue, known_in_full
from .coding import Coding
from .context import ClaimContext, claim_contexts
from .copies import find_copies
from .coverage import quantity_rows
from .facts import fact_id
from .records import Claim, QuantityRow
from .suggestions import suggest

__all__ = ["Assembled", "SourceText", "Unknown", "assemble", "require_known"]


@dataclass(frozen=True, slots=True)
class SourceText:
    """A source as it was read; ``published`` is EDTF and may be empty."""

    source_id: str
    document: Document
    readings: Sequence[Reading]
    published: str = ""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A claim that no entry knows (``meanings`` is empty), or that entries of different meaning know as well."""

    claim: Claim
    context: ClaimContext
    meanings: tuple[Coding, ...] = ()


@dataclass(frozen=True, slots=True)
class Assembled:
    """Rows in source order, what the catalogue does not know, and the entries that nothing matched.

    ``contexts`` are those of the claims, in their order.
    """

    claims: tuple[Claim, ...]
    quantities: tuple[QuantityRow, ...]
    unknown: tuple[Unknown, ...] = ()
    unused: tuple[str, ...] = ()
    contexts: tuple[ClaimContext, ...] = field(default=(), repr=False)


def assemble(texts: Sequence[SourceText], known: Catalogue | None = None) -> Assembled:
    """The rows of all sources; ``known`` is the catalogue to use, the package's own where none is given.

    Of the package's own, entries are ``unused`` only where all the sources are there that it covers in full.
    """
    whole = known is not None or complete_sources() <= {text.source_id for text in texts}
    known = known or catalogue()
    claims: list[Claim] = []
    contexts: list[ClaimContext] = []
    unknown: list[Unknown] = []
    used: set[str] = set()
    for text in texts:
        for context in claim_contexts(text.document, text.readings):
            meanings = known.find(context)
            claim = _claim(text.source_id, context, meanings[0] if len(meanings) == 1 else None)
            claims.append(claim)
            contexts.append(context)
            used |= {coding.indicator for coding in meanings}
            if len(meanings) != 1:
                unknown.append(Unknown(claim, context, tuple(meanings)))
    copies = find_copies(claims, {text.source_id: place for place, text in enumerate(texts)})
    claims = [replace(claim, copy_of=copies.get(claim.claim_id, "")) for claim in claims]
    claims = [replace(claim, fact_id=fact_id(claim)) for claim in claims]
    rows = [row for text in texts for row in quantity_rows(text.source_id, text.document, text.readings)]
    unused = tuple(entry.indicator for entry in known.entries if whole and entry.indicator not in used)
    return Assembled(tuple(claims), tuple(rows), tuple(unknown), unused, tuple(contexts))


def require_known(assembled: Assembled) -> None:
    """Raise ``UsmexDataError`` where the catalogue and the sources that it covers in full do not fit each other.

    That is: a claim without an entry, a claim with entries of different meaning, an entry without a claim.
    """
    for item in assembled.unknown:
        if known_in_full(item.claim.source):
            raise _misfit(item)
    if assembled.unused:
        raise UsmexDataError(
            f"entries that no claim matches: {', '.join(assembled.unused)}",
            where="indicators.toml",
            remedy="mend their rules or take them out",
        )


def _misfit(item: Unknown) -> UsmexDataError:
    claim = item.claim
    sentence = f"“{claim.quote}”"
    if item.meanings:
        named = ", ".join(" / ".join(filter(None, (d.indicator, d.category))) for d in item.meanings)
        return UsmexDataError(
            f"“{claim.text}” fits entries of different meaning ({named}): {sentence}",
            where=claim.claim_id,
            remedy="give one of their rules in indicators.toml a further condition",
        )
    return UsmexDataError(
        f"no entry knows “{claim.text}” in {sentence}",
        where=claim.claim_id,
        remedy=_suggested(item),
    )


def _suggested(item: Unknown) -> str:
    found = suggest([item.context], taken=entries())
    if not found:
        return "its unit was not read: declare it in units.toml, then add an entry to indicators.toml"
    return f"add one to indicators.toml, for example:\n{found[0]}"


def _claim(source: str, context: ClaimContext, coding: Coding | None) -> Claim:
    reading = context.reading
    fields = dict(coding.fields) if coding else {}
    outside = set(coding.outside) if coding else set()
    inferred = {name for name in reading.inferred if name not in fields} | outside
    return Claim(
        claim_id=f"{source}-{reading.number_start}",
        fact_id="",
        copy_of="",
        source=source,
        section=" > ".join(reading.section),
        passage=reading.passage,
        start=reading.start,
        end=reading.end,
        text=reading.text,
        quote=reading.quote,
        quote_start=reading.quote_start,
        quote_end=reading.quote_end,
        value=reading.value,
        value_low=reading.value_low,
        value_high=reading.value_high,
        unit=reading.unit,
        counted=reading.counted,
        base=reading.base,
        modifier=reading.modifier,
        hedge=reading.hedge,
        change=reading.change,
        status=reading.status,
        topic=coding.topic if coding else "other",
        indicator=coding.indicator if coding else "",
        category=coding.category if coding else "",
        subject=reading.subject,
        geography=fields.get("geography", reading.geography),
        partner=fields.get("partner", reading.partner),
        period=fields.get("period", reading.period),
        period_text=fields.get("period_text", reading.period_text),
        inferred=tuple(sorted(inferred)),
        doubt=reading.doubt,
        attribution=body_of(reading.attribution),
        note=reading.note,
    )
