"""The command ``add``: a report put into the corpus, or in the place of another, and what it says beside the rest."""

from __future__ import annotations

import dataclasses
import hashlib
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from usmex_data.annotation.home import known_country
from usmex_data.catalogue import entries, indicators
from usmex_data.codebook.assemble import Assembled, Unknown
from usmex_data.codebook.records import Claim
from usmex_data.codebook.suggestions import suggest
from usmex_data.commands.manifest import put
from usmex_data.commands.progress import tell_waiting
from usmex_data.commands.trial import tried
from usmex_data.corpus import Source, check_entry, find_checkout, load_sources, manifest_path
from usmex_data.errors import UsmexDataError
from usmex_data.formats import read_file
from usmex_data.language.detection import require_english
from usmex_data.storage.lock import exclusive

__all__ = ["New", "run", "slug"]

_SUGGESTED: Final = 8
_LONGEST_ID: Final = 60
_STATED: Final = ("title", "authors", "publisher", "published", "country", "kind", "rights")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A report to add, and what is said of it; an empty ``id`` is made from the file's name.

    What is None is not stated, or stays as it is where the report takes the place of another.
    """

    path: Path
    title: str | None = None
    id: str = ""
    authors: tuple[str, ...] | None = None
    publisher: str | None = None
    published: str | None = None
    country: str | None = None
    kind: str | None = None
    rights: str | None = None
    encoding: str = "utf-8"


def run(new: New, *, replace: bool = False, dry_run: bool = False, draft: bool = False, every: bool = False) -> int:
    """The exit status of adding a report: 0; what it says is printed, and some of the entries that it could have.

    ``every`` shows all of those. With ``replace`` it takes the place of the source of its id. Nothing is changed where
    anything is amiss, nor with ``dry_run``. Raises ``UsmexDataError`` for a file that cannot be read, an id or a text
    that the corpus has already, and whatever a build would refuse; with ``draft``, ``build --draft``.
    """
    root = find_checkout()
    with exclusive(root, tell_waiting):
        known = load_sources(root)
        source, notes = _source(new, known, replace=replace)
        corpus = tried(root, _with(known, source), draft=draft)
        if not dry_run:
            put(root, source, replace=replace)
    lines = [*_report(source, corpus.assembled, notes, every=every), "", *_next(source, root, dry_run=dry_run)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def slug(name: str) -> str:
    """An id made from a name: small letters, digits and single hyphens, of a length that a file's name may have."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:_LONGEST_ID].strip("-")


def _with(known: Sequence[Source], source: Source) -> list[Source]:
    if any(each.id == source.id for each in known):
        return [source if each.id == source.id else each for each in known]
    return [*known, source]


def _source(new: New, known: Sequence[Source], *, replace: bool) -> tuple[Source, tuple[str, ...]]:
    """The source that a report is, and what is to be known of how it was read."""
    found = read_file(new.path, new.encoding)
    require_english(found.text, where=str(new.path))
    name = new.id or slug(new.path.stem) or slug(new.title or "")
    content = found.text.encode("utf-8")
    checksum = hashlib.sha256(content).hexdigest()
    _refuse_what_is_there(name, checksum, known, str(new.path), replace=replace)
    old = next((each for each in known if each.id == name), None) or _blank(name)
    given = {key: getattr(new, key) for key in _STATED if getattr(new, key) is not None}
    if given.get("published"):
        given["not_before"] = ""
    source = dataclasses.replace(old, **given, sha256=checksum, bytes=len(content), raw=found.text)
    known_country(source.country)
    check_entry(source)
    return source, found.notes


def _blank(name: str) -> Source:
    """A source of which nothing is stated yet."""
    stated = dict.fromkeys(("title", "publisher", "published", "not_before", "sha256", "rights", "raw"), "")
    return Source(id=name, authors=(), language="en", kind="report", bytes=0, file=f"{name}.txt", **stated)


def _refuse_what_is_there(name: str, checksum: str, known: Sequence[Source], where: str, *, replace: bool) -> None:
    for each in known:
        if each.sha256 == checksum and not (replace and each.id == name):
            raise UsmexDataError("the corpus has this text already", where=where, remedy=f"it is {each.id}")
        if each.id == name and not replace:
            remedy = "give another with --id, or --replace that source by this text"
            raise UsmexDataError(f"there is a source {name!r} already", remedy=remedy)
    if replace and name not in {each.id for each in known}:
        ids = ", ".join(each.id for each in known)
        raise UsmexDataError(f"there is no source {name!r} to replace", remedy=f"say which with --id: {ids}")


# --- what it says --------------------------------------------------------------------------------------------------


def _report(source: Source, assembled: Assembled, notes: Sequence[str], *, every: bool) -> Iterator[str]:
    own = [claim for claim in assembled.claims if claim.source == source.id]
    others: dict[str, list[Claim]] = {}
    for claim in assembled.claims:
        if claim.source != source.id:
            others.setdefault(claim.fact_id, []).append(claim)
    unknown = [each for each in assembled.unknown if each.claim.source == source.id]
    without = {each.claim.claim_id for each in unknown}
    quantities = sum(row.source == source.id for row in assembled.quantities)
    yield f"{' '.join(source.title.split())} ({source.id}): {quantities} quantities, {len(own)} claims"
    yield from (f"  {note}" for note in notes)
    repeated = [claim for claim in own if claim.fact_id in others or claim.copy_of]
    fresh = [claim for claim in own if claim not in repeated and claim.claim_id not in without]
    titles = {indicator.id: indicator.title for indicator in indicators()}
    yield from _listed("New facts", (f"{titles[claim.indicator]}: {_figure(claim)}" for claim in fresh))
    yield from _listed("Known from other sources", (_known(claim, others) for claim in repeated))
    yield from _listed("Without an indicator", (_figure(each.claim) for each in unknown))
    yield from _suggestions(unknown, assembled, every=every)


def _listed(heading: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield f"\n{heading}: {len(found)}"
    yield from (f"  {line}" for line in found)


def _figure(claim: Claim) -> str:
    beside = ", ".join(filter(None, (claim.category, claim.geography, claim.period)))
    words = claim.text if claim.counted in claim.text else f"{claim.text} {claim.counted}"
    return f"{' '.join(words.split())}{f' ({beside})' if beside else ''}   {claim.claim_id}"


def _known(claim: Claim, others: dict[str, list[Claim]]) -> str:
    if claim.copy_of:
        return f"{_figure(claim)} copies {claim.copy_of}"
    return f"{_figure(claim)} is said in {', '.join(dict.fromkeys(other.source for other in others[claim.fact_id]))}"


def _suggestions(unknown: Sequence[Unknown], assembled: Assembled, *, every: bool) -> Iterator[str]:
    """Entries for the catalogue, one for each thing that the new figures measure."""
    new = [each.context for each in unknown if not each.meanings]
    ids = {id(context) for context in new}
    found = suggest(new, [each for each in assembled.contexts if id(each) not in ids], entries())
    if found:
        yield "\nEntries that src/usmex_data/catalogue/indicators.toml could have; complete the dots:"
    shown = found if every else found[:_SUGGESTED]
    for entry in shown:
        yield "\n" + "\n".join(f"  {line}" for line in str(entry).splitlines())
    if len(found) > len(shown):
        yield f"\n  … and {len(found) - len(shown)} more: --all shows them"
    unread = sum(not context.reading.unit for context in new)
    if unread:
        yield f"\n{unread} have a unit that is not known; an entry needs one, declared in units.toml"


def _next(source: Source, root: Path, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield "Nothing was changed."
        return
    path = (manifest_path(root).parent / source.file).relative_to(root)
    yield f"{path} and its entry in {manifest_path(root).relative_to(root)} are in place. Next: make"
