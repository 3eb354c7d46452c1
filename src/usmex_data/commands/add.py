"""The command ``add``: a new report in the corpus, and what it says beside what was known."""

from __future__ import annotations

import hashlib
import json
import re
import sys
import unicodedata
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from usmex_data.build import read_text
from usmex_data.catalogue import indicators
from usmex_data.codebook.assemble import Assembled, Unknown, assemble
from usmex_data.codebook.catalogue import suggest
from usmex_data.codebook.records import Claim
from usmex_data.corpus import Source, check_entry, find_checkout, load_sources, manifest_path
from usmex_data.errors import UsmexDataError
from usmex_data.formats import read_file
from usmex_data.language.detection import foreign

__all__ = ["New", "run"]

_SUGGESTED: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class New:
    """A report to add, and what is said of it; an empty ``id`` is made from the file's name."""

    path: Path
    title: str
    id: str = ""
    authors: tuple[str, ...] = ()
    publisher: str = ""
    published: str = ""
    kind: str = "report"
    rights: str = ""
    encoding: str = "utf-8"


def run(new: New, *, dry_run: bool = False) -> int:
    """The exit status of adding a report: 0; what it says is printed.

    Nothing is changed where anything is amiss, nor with ``dry_run``. Raises ``UsmexDataError`` for a file that cannot
    be read, an id or a text that the corpus has already, and an entry that the manifest would refuse.
    """
    root = find_checkout()
    known = load_sources(root)
    source = _source(new, known)
    assembled = assemble([*map(read_text, known), read_text(source)])
    if not dry_run:
        _put(root, source)
    lines = [*_report(source, assembled), "", *_next(source, root, dry_run=dry_run)]
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


def slug(name: str) -> str:
    """An id made from a name: small letters, digits and single hyphens."""
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _source(new: New, known: Sequence[Source]) -> Source:
    found = read_file(new.path, new.encoding)
    language = foreign(found.text)
    if language:
        raise UsmexDataError(f"in {language}, as it seems", where=str(new.path), remedy="only English can be read yet")
    name = new.id or slug(new.path.stem) or slug(new.title)
    content = found.text.encode("utf-8")
    checksum = hashlib.sha256(content).hexdigest()
    for each in known:
        if each.sha256 == checksum:
            raise UsmexDataError("the corpus has this text already", where=str(new.path), remedy=f"it is {each.id}")
        if each.id == name:
            raise UsmexDataError(f"there is a source {name!r} already", remedy="give another with --id")
    source = Source(
        id=name,
        title=new.title,
        authors=new.authors,
        publisher=new.publisher,
        published=new.published,
        not_before="",
        language="en",
        kind=new.kind,
        sha256=checksum,
        bytes=len(content),
        rights=new.rights,
        file=f"{name}.txt",
        raw=found.text,
    )
    check_entry(source)
    return source


# --- into the corpus -----------------------------------------------------------------------------------------------


def _put(root: Path, source: Source) -> None:
    """Write the text, then the manifest's entry, which makes it a source; or neither."""
    manifest = manifest_path(root)
    path = manifest.parent / source.file
    try:
        with path.open("xb") as file:
            file.write(source.raw.encode("utf-8"))
    except FileExistsError:
        raise UsmexDataError(
            "a file of that name is there", where=str(path), remedy="give another id with --id"
        ) from None
    try:
        fresh = manifest.with_name(f".{manifest.name}.new")
        fresh.write_bytes(manifest.read_bytes().rstrip(b"\n") + b"\n\n" + entry(source).encode("utf-8"))
        fresh.replace(manifest)
    except BaseException:
        with suppress(OSError):
            path.unlink()
        raise


def entry(source: Source) -> str:
    """The source's table of ``sources.toml``."""
    keys = (
        "title",
        "authors",
        "publisher",
        "published",
        "not_before",
        "language",
        "kind",
        "sha256",
        "bytes",
        "rights",
        "file",
    )
    values = {key: getattr(source, key) for key in keys} | {"authors": list(source.authors)}
    return f"[{source.id}]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())


def _toml(value: str | int | list[str]) -> str:
    # A JSON string is a TOML string too, but for DEL, which TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


# --- what it says --------------------------------------------------------------------------------------------------


def _report(source: Source, assembled: Assembled) -> Iterator[str]:
    own = [claim for claim in assembled.claims if claim.source == source.id]
    others: dict[str, list[Claim]] = {}
    for claim in assembled.claims:
        if claim.source != source.id:
            others.setdefault(claim.fact_id, []).append(claim)
    unknown = [each for each in assembled.unknown if each.claim.source == source.id]
    without = {each.claim.claim_id for each in unknown}
    quantities = sum(row.source == source.id for row in assembled.quantities)
    yield f"{source.title} ({source.id}): {quantities} quantities, {len(own)} claims"
    repeated = [claim for claim in own if claim.fact_id in others or claim.copy_of]
    fresh = [claim for claim in own if claim not in repeated and claim.claim_id not in without]
    titles = {indicator.id: indicator.title for indicator in indicators()}
    yield from _listed("New facts", (f"{titles[claim.indicator]}: {_said(claim)}" for claim in fresh))
    yield from _listed("Known from other sources", (_known(claim, others) for claim in repeated))
    yield from _listed("Without an indicator", (_said(each.claim) for each in unknown))
    yield from _suggestions(unknown)


def _listed(heading: str, lines: Iterator[str]) -> Iterator[str]:
    found = list(lines)
    yield f"\n{heading}: {len(found)}"
    yield from (f"  {line}" for line in found)


def _said(claim: Claim) -> str:
    beside = ", ".join(filter(None, (claim.category, claim.geography, claim.period)))
    words = claim.text if claim.counted in claim.text else f"{claim.text} {claim.counted}"
    return f"{words}{f' ({beside})' if beside else ''}   {claim.claim_id}"


def _known(claim: Claim, others: dict[str, list[Claim]]) -> str:
    if claim.copy_of:
        return f"{_said(claim)} copies {claim.copy_of}"
    return f"{_said(claim)} is said in {', '.join(dict.fromkeys(other.source for other in others[claim.fact_id]))}"


def _suggestions(unknown: Sequence[Unknown]) -> Iterator[str]:
    """Entries for the catalogue, one for each that several claims would share."""
    found = dict.fromkeys(suggest(each.reading).strip() for each in unknown if not each.meanings)
    if found:
        yield "\nEntries that src/usmex_data/catalogue/indicators.toml could have; complete the dots:"
    for text in list(found)[:_SUGGESTED]:
        yield "\n" + "\n".join(f"  {line}" for line in text.splitlines())
    if len(found) > _SUGGESTED:
        yield f"\n  … and {len(found) - _SUGGESTED} more"


def _next(source: Source, root: Path, *, dry_run: bool) -> Iterator[str]:
    if dry_run:
        yield "Nothing was changed."
        return
    path = (manifest_path(root).parent / source.file).relative_to(root)
    yield f"{path} and its entry in {manifest_path(root).relative_to(root)} are in place. Next: make"
