"""Everything that ``data/clean/`` holds, made from ``data/raw/`` and held against the official record."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Final

from usmex_data import audit
from usmex_data.annotation.annotate import annotate as read_claims
from usmex_data.codebook.assemble import Assembled, SourceText, assemble, require_known
from usmex_data.codebook.catalogue import known_in_full
from usmex_data.corpus import CLEAN, Source, find_checkout, load_sources, manifest_path
from usmex_data.document import read as read_document
from usmex_data.fingerprints import LastRun, checksum_of, code, environment
from usmex_data.official.describe import describe
from usmex_data.official.model import Official
from usmex_data.official.read import RECORD, load_official
from usmex_data.storage.lock import exclusive
from usmex_data.storage.write import write_folder
from usmex_data.tables.csv_format import Table
from usmex_data.tables.package import DESCRIPTOR, descriptor
from usmex_data.tables.reference import reference_tables
from usmex_data.tables.tidy import claims_table, facts_table, quantities_table, table_of, tidy_tables

__all__ = ["Built", "Corpus", "Counts", "Step", "build", "make_files", "make_tables", "read_corpus", "read_text"]

Step = Callable[[str, int, int], None]
"""What is told on the way: what was done, how many of it, of how many."""

_STAGE: Final = "tables"
# Rooms that come after the tables: a change there makes no other table.
_LATER: Final = frozenset(
    {"charts", "commands", "notebooks", "site", "cli.py", "__main__.py", "formats", "extraction.py"}
)
# Packages that the tables' bytes rest on.
_LIBRARIES: Final = ("rapidfuzz",)


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How many of each the data has."""

    sources: int
    quantities: int
    claims: int
    tables: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Built:
    """What a build made, in how many seconds; ``changed`` if the tables are other than before."""

    counts: Counts
    seconds: float
    changed: bool
    fresh: bool = True
    """False where nothing had changed since the last build, so that nothing was made."""
    gaps: tuple[str, ...] = field(default=(), repr=False)
    """What a strict build would have refused: where the catalogue does not fit the sources that it covers in full."""
    strangers: tuple[str, ...] = field(default=(), repr=False)
    """Claims of other sources that the catalogue does not know yet; they are in the table ``other``."""


def build(root: Path | None = None, *, strict: bool = True, force: bool = False, step: Step | None = None) -> Built:
    """What the build of ``data/clean/`` under ``root`` made; nothing is written unless all of it is sound.

    Where inputs, code and tables are those of the last build, nothing is done (unless ``force``). Raises
    ``UsmexDataError`` for a source, a catalogue or a table that is not as it should be; with ``strict=False`` a
    catalogue that does not fit the sources is only reported.
    """
    root = find_checkout() if root is None else root
    with exclusive(root):
        return _build(root, strict=strict, force=force, step=step)


def _build(root: Path, *, strict: bool, force: bool, step: Step | None) -> Built:
    started = time.perf_counter()
    inputs = _inputs(root)
    done = None if force else _last(root, inputs)
    if done is not None and not (strict and done.gaps):
        return replace(done, seconds=time.perf_counter() - started)
    corpus = read_corpus(root, step)
    assembled = corpus.assembled
    if strict:
        require_known(assembled)
    files = make_files(corpus, step, strict=strict)
    changed = write_folder(root / CLEAN, files)
    changed = describe(root) or changed
    counts = Counts(
        sources=len(corpus.sources),
        quantities=len(assembled.quantities),
        claims=len(assembled.claims),
        tables=len(files) - 1,
    )
    gaps, strangers = _gaps(assembled)
    said = {"counts": asdict(counts), "gaps": gaps, "strangers": strangers}
    LastRun(root, _STAGE).set(inputs, _outputs(root), said)
    seconds = time.perf_counter() - started
    return Built(counts=counts, seconds=seconds, changed=changed, gaps=gaps, strangers=strangers)


@dataclass(frozen=True, slots=True)
class Corpus:
    """The sources, each as read, the rows that reading all of them yields, and the official figures beside them."""

    sources: tuple[Source, ...]
    texts: tuple[SourceText, ...]
    assembled: Assembled
    official: tuple[Official, ...] = ()


def read_corpus(root: Path, step: Step | None = None, sources: Sequence[Source] | None = None) -> Corpus:
    """All sources under ``root`` as read, or these ``sources`` as if they were those."""
    sources = load_sources(root) if sources is None else tuple(sources)
    official = load_official(root)
    texts: list[SourceText] = []
    for source in sources:
        texts.append(read_text(source))
        if step:
            step(f"read {source.id}", len(texts), len(sources))
    return Corpus(tuple(sources), tuple(texts), assemble(texts), official)


def read_text(source: Source) -> SourceText:
    """A source as read, with every figure in it."""
    document = read_document(source.raw, source.id, source.kind)
    published = source.published or source.not_before
    return SourceText(source.id, document, read_claims(document, published, country=source.country), published)


def make_tables(corpus: Corpus, *, strict: bool = True) -> list[Table]:
    """Every table, in the order of the descriptor; not ``strict``, declared checks that do not fit are left out."""
    claims, quantities = corpus.assembled.claims, corpus.assembled.quantities
    documents = {text.source_id: text.document for text in corpus.texts}
    published = {source.id: source.time for source in corpus.sources}
    must_fit = None if strict else False
    checks = audit.run(claims, quantities, documents, official=corpus.official, published=published, strict=must_fit)
    return [
        claims_table(claims),
        quantities_table(quantities),
        table_of("checks", audit.Check, checks),
        *tidy_tables(claims, corpus.sources),
        facts_table(claims, corpus.sources),
        *reference_tables(claims, quantities, corpus.sources),
    ]


def make_files(corpus: Corpus, step: Step | None = None, *, strict: bool = True) -> dict[str, bytes]:
    """The files of ``data/clean/`` by name, checked: a CSV a table and their descriptor."""
    from usmex_data.tables.schemas import check

    tables = make_tables(corpus, strict=strict)
    check(tables)
    if step:
        step("checked the tables", len(tables), len(tables))
    csvs = {table.name: table.csv() for table in tables}
    return {**{f"{name}.csv": csv for name, csv in csvs.items()}, DESCRIPTOR: descriptor(csvs, corpus.sources)}


def _gaps(assembled: Assembled) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Where the catalogue does not fit, a line each: the sources that it covers in full, and the others."""
    unknown: tuple[list[str], list[str]] = ([], [])
    for each in assembled.unknown:
        fault = "several entries know" if each.meanings else "no entry knows"
        unknown[not known_in_full(each.claim.source)].append(f"{each.claim.claim_id}: {fault} “{each.claim.text}”")
    unused = (f"indicators.toml, {name}: no claim matches it" for name in assembled.unused)
    return (*unknown[0], *unused), tuple(unknown[1])


# --- is there anything to do? --------------------------------------------------------------------------------------


def _inputs(root: Path) -> str:
    """A checksum over all that the tables are made from: sources, record, code, catalogue, and what runs it."""
    rests_on = checksum_of(Path(__file__).parent, code(*_LATER), *environment(*_LIBRARIES))
    return checksum_of(root, (*manifest_path(root).parent.glob("*"), *(root / RECORD).glob("*.csv")), rests_on)


def _outputs(root: Path) -> str:
    return checksum_of(root, (*(root / CLEAN).glob("*"), root / RECORD / DESCRIPTOR))


def _last(root: Path, inputs: str) -> Built | None:
    """What the last build made, if inputs and tables are still the same."""
    said = LastRun(root, _STAGE).last(inputs, _outputs(root))
    if said is None:
        return None
    gaps, strangers = tuple(said["gaps"]), tuple(said["strangers"])
    return Built(counts=Counts(**said["counts"]), seconds=0, changed=False, fresh=False, gaps=gaps, strangers=strangers)
