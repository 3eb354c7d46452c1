"""The sources as they lie in ``data/raw/``: read by the manifest, byte for byte, and only if their checksums hold."""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from datetime import date
from pathlib import Path
from typing import Any

from usmex_data.errors import UsmexDataError
from usmex_data.storage.toml import parse_toml

__all__ = [
    "CLEAN", "KINDS", "ROOT_VARIABLE", "Source", "check_entry", "find_checkout", "find_root", "load_sources",
    "manifest_path",
]  # fmt: skip

ROOT_VARIABLE = "USMEX_DATA_ROOT"
MANIFEST = Path("data", "raw", "sources.toml")
CLEAN = Path("data", "clean")

# ``summary_page`` changes how a text is read: its passages are summaries of other sources.
KINDS = frozenset(
    {"brief", "conference_report", "fact_sheet", "paper", "release", "report", "speech", "summary_page", "web_page"}
)

_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COUNTRY = re.compile(r"[A-Z]{3}")
_LONGEST_ID = 100
# The site has a page of this name beside those of the sources.
_TAKEN_IDS = frozenset({"index"})
_SHA256 = re.compile(r"[0-9a-f]{64}")
_LANGUAGE = re.compile(r"[a-z]{2,3}(?:-[A-Z]{2})?")
# The part of EDTF (ISO 8601-2) that a date of publication needs: a year, month or day, perhaps uncertain, or a span.
_DATE = r"[0-9]{4}(?:-[0-9]{2}(?:-[0-9]{2})?)?[?~%]?"
_EDTF = re.compile(rf"{_DATE}(?:/(?:{_DATE}|\.\.)?)?")

# A tab or a line break may stand in a title; the signs of terminals and halves of characters stand nowhere.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")

# Files of data/raw/ that are no sources.
_HOUSE_FILES = frozenset({MANIFEST.name, "README.md"})


@dataclass(frozen=True, slots=True)
class Source:
    """One text of the corpus: what the manifest says of it, and the text itself.

    A field that is empty is something the text does not say. ``not_before`` stands in where ``published`` is empty:
    the earliest date that the text can be from, by what it speaks of as past. ``raw`` is the file's bytes decoded as
    UTF-8 with no newline translated, so that code-point offsets into it hold on every system.
    """

    id: str
    title: str
    authors: tuple[str, ...]
    publisher: str
    published: str
    not_before: str
    language: str
    kind: str
    sha256: str
    bytes: int
    rights: str
    file: str
    raw: str = field(repr=False)
    country: str = ""
    """Whose dollar and whose "national" the text means, by ISO 3166-1 alpha-3; empty where it need not be said."""

    @property
    def time(self) -> str:
        """When the text is from, in EDTF: as it says, or from the earliest date that it can be from on."""
        return self.published or (f"{self.not_before}/.." if self.not_before else "")


_OPTIONAL = ("country",)
_KEYS = tuple(f.name for f in fields(Source) if f.name not in {"id", "raw", *_OPTIONAL})
_PATTERNS = {
    "published": (_EDTF, "a date in EDTF, such as 2021 or 2021-02-26, or nothing"),
    "not_before": (_EDTF, "a date in EDTF, such as 2021 or 2021-02-26, or nothing"),
    "language": (_LANGUAGE, "a language code such as en or es"),
    "sha256": (_SHA256, "64 hex digits in lower case"),
    "country": (_COUNTRY, "three letters by ISO 3166-1, such as MEX"),
}
_MAY_BE_EMPTY = frozenset({*_OPTIONAL, "authors", "publisher", "published", "not_before", "rights"})


def load_sources(root: Path | None = None) -> tuple[Source, ...]:
    """Return every source of the corpus, in the manifest's order, each with its text.

    ``root`` is the directory that holds ``data/``; without it, ``find_root`` looks for it.
    Raises ``UsmexDataError`` for a manifest, a file or a checksum that is not as it should be.
    """
    manifest = manifest_path(find_root() if root is None else root)
    tables = _read_manifest(manifest)
    sources = tuple(_load(name, table, manifest) for name, table in tables.items())
    _refuse_shared_files(sources, manifest)
    _refuse_unlisted(sources, manifest)
    return sources


def find_root() -> Path:
    """Return the directory that holds ``data/raw/sources.toml``, to read from.

    The environment variable ``USMEX_DATA_ROOT`` decides; without it, the checkout that this package lies in, then
    the current directory and those above it, then the data that were installed with the package.
    """
    root = _chosen() or _checkout()
    if root is not None:
        return root
    installed = Path(__file__).resolve().parent
    if manifest_path(installed).is_file():
        return installed
    raise _no_checkout("no data to read: the package was installed without them")


def find_checkout() -> Path:
    """Return the directory that holds ``data/raw/sources.toml``, to write to: never what was installed.

    It is looked for as :func:`find_root` does, but for the last place.
    """
    root = _chosen() or _checkout()
    if root is None:
        raise _no_checkout(f"no {MANIFEST.as_posix()} here or above, and installed data are not written to")
    return root


def _chosen() -> Path | None:
    """Return the directory that the environment names, if it names one; raise where it holds no corpus."""
    named = os.environ.get(ROOT_VARIABLE, "")
    if not named:
        return None
    root = Path(named).expanduser()
    if manifest_path(root).is_file():
        return root
    raise UsmexDataError(
        f"{ROOT_VARIABLE} names a directory without {MANIFEST.as_posix()}",
        where=str(root),
        remedy=f"set {ROOT_VARIABLE} to the directory that holds data/, or unset it",
    )


def _checkout() -> Path | None:
    """Return the checkout that the package lies in, or the nearest at or above the current directory."""
    here = Path.cwd()
    project = Path(__file__).resolve().parents[2]
    return next((root for root in (project, here, *here.parents) if manifest_path(root).is_file()), None)


def _no_checkout(what: str) -> UsmexDataError:
    return UsmexDataError(
        what,
        where=str(Path.cwd()),
        remedy=f"run this inside a checkout of usmex-data, or set {ROOT_VARIABLE} to the directory that holds data/",
    )


def manifest_path(root: Path) -> Path:
    """Return where the manifest of the corpus under ``root`` lies."""
    return root / MANIFEST


def check_entry(source: Source) -> None:
    """Raise ``UsmexDataError`` for a source that the manifest would refuse, before it is entered there."""
    where = f"{MANIFEST.name} [{source.id}]"
    _check_id(source.id, where)
    keys = (*_KEYS, *_OPTIONAL)
    _check_table({key: getattr(source, key) for key in keys} | {"authors": list(source.authors)}, where)


def _read_manifest(manifest: Path) -> dict[str, Any]:
    """Return the manifest's tables by source id."""
    tables = parse_toml(_decode(_read_bytes(manifest, "write it: a table for each source"), manifest), manifest)
    if not tables:
        raise UsmexDataError(
            "lists no source", where=str(manifest), remedy=f"give each text a table with {', '.join(_KEYS)}"
        )
    return tables


def _load(name: str, table: Any, manifest: Path) -> Source:
    """Return the source that one table of the manifest describes, its file read and verified."""
    where = f"{manifest} [{name}]"
    if not isinstance(table, dict):
        raise UsmexDataError(f"expected a table, found {table!r}", where=where, remedy=f"write [{name}] above the keys")
    _check_id(name, where)
    _check_table(table, where)
    path = manifest.parent / table["file"]
    content = _read_bytes(path, f"put it back: git checkout -- {path}; or take [{name}] out of the manifest")
    _verify(content, table, path)
    keys = (key for key in (*_KEYS, *_OPTIONAL) if key in table)
    values = {key: table[key] for key in keys} | {"authors": tuple(table["authors"])}
    return Source(id=name, raw=_decode(content, path), **values)


def _check_id(name: str, where: str) -> None:
    """Raise unless a name can be a source's id."""
    if not _ID.fullmatch(name) or len(name) > _LONGEST_ID or name in _TAKEN_IDS:
        raise UsmexDataError(
            "a source's id becomes part of addresses, and this one cannot",
            where=where,
            remedy="use lower-case letters, digits and single hyphens, such as trade-paper; "
            f"{_LONGEST_ID} at most, and not {', '.join(sorted(_TAKEN_IDS))}",
        )


def _check_table(table: Mapping[str, Any], where: str) -> None:
    """Raise unless a manifest table has exactly the known keys, each with a value of its form."""
    unknown = sorted(set(table) - set(_KEYS) - set(_OPTIONAL))
    missing = [key for key in _KEYS if key not in table]
    if unknown or missing:
        what = "; ".join(
            f"{label} {', '.join(keys)}" for label, keys in (("unknown:", unknown), ("missing:", missing)) if keys
        )
        raise UsmexDataError(what, where=where, remedy=f"the keys are {', '.join(_KEYS)}; empty if not stated")
    for key in (*_KEYS, *(key for key in _OPTIONAL if key in table)):
        problem = _problem(key, table[key])
        if problem:
            raise UsmexDataError(f"{key}: expected {problem}, found {table[key]!r}", where=where, remedy=f"mend {key}")


def _problem(key: str, value: Any) -> str:
    """Return what was expected of a manifest value, or nothing if it is as it should be."""
    if key == "bytes":
        return "" if type(value) is int and value >= 0 else "the file's size as a whole number"
    if key == "authors":
        named = isinstance(value, list) and all(isinstance(each, str) and each.strip() for each in value)
        # The tables join the names by semicolons.
        if named and not any(";" in each for each in value):
            return _strange("".join(value))
        return "a list of names, one an author, without a semicolon"
    if not isinstance(value, str):
        return "a string"
    if _strange(value):
        return _strange(value)
    if not value.strip():
        return "" if key in _MAY_BE_EMPTY else "something, it cannot be empty"
    if key == "kind":
        return "" if value in KINDS else f"one of {', '.join(sorted(KINDS))}"
    if key == "file":
        return "" if Path(value).name == value and value not in _HOUSE_FILES else "the name of a file beside it"
    pattern, expected = _PATTERNS.get(key, (None, ""))
    fits = not pattern or (pattern.fullmatch(value) and (pattern is not _EDTF or _on_the_calendar(value)))
    return "" if fits else expected


def _strange(text: str) -> str:
    """Return what was expected of a text that holds what none has: a control character, or half of one."""
    return "a text without control characters" if _CONTROL.search(text) else ""


def _on_the_calendar(value: str) -> bool:
    """Return whether every date of an EDTF value is one that the calendar has, and a span ends after its start."""
    ends = [tuple(map(int, end.split("-"))) for end in re.split(r"[?~%]*/|[?~%]", value) if end not in {"", ".."}]
    try:
        for end in ends:
            date(*end, *(1, 1)[: 3 - len(end)])
    except ValueError:
        return False
    alike = min(map(len, ends))
    return ends[0][:alike] <= ends[-1][:alike]


def _read_bytes(path: Path, remedy: str) -> bytes:
    """Return a file's bytes, or raise an error that says what to do about a file that cannot be read."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        raise UsmexDataError("no such file", where=str(path), remedy=remedy) from None
    except OSError as error:
        raise UsmexDataError(
            f"cannot be read: {error.strerror}", where=str(path), remedy="make it a readable file"
        ) from None


def _verify(content: bytes, table: Mapping[str, Any], path: Path) -> None:
    """Raise unless the bytes are those that the manifest vouches for."""
    found = {"bytes": len(content), "sha256": hashlib.sha256(content).hexdigest()}
    if all(table[key] == value for key, value in found.items()):
        return
    raise UsmexDataError(
        "not the text that the manifest vouches for\n"
        f"  expected sha256 {table['sha256']}, {table['bytes']} bytes\n"
        f"  found    sha256 {found['sha256']}, {found['bytes']} bytes",
        where=str(path),
        remedy=f"sources are never edited: put it back with git checkout -- {path}; "
        f"if it is meant to be another text, say so in {MANIFEST.name}",
    )


def _decode(content: bytes, path: Path) -> str:
    """Return bytes as text, or raise an error that names the first byte that is not UTF-8 and its line."""
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise UsmexDataError(
            f"not UTF-8: byte 0x{content[error.start]:02x} at offset {error.start} (line {line}): {error.reason}",
            where=str(path),
            remedy="save it as UTF-8, then enter its new sha256 and bytes in the manifest",
        ) from None


def _refuse_shared_files(sources: tuple[Source, ...], manifest: Path) -> None:
    """Raise if two sources name one file."""
    owners: dict[str, str] = {}
    for source in sources:
        other = owners.setdefault(source.file, source.id)
        if other != source.id:
            raise UsmexDataError(
                f"{other} and {source.id} both name {source.file}",
                where=str(manifest),
                remedy="a file is one source: take one of the two tables out",
            )


def _refuse_unlisted(sources: tuple[Source, ...], manifest: Path) -> None:
    """Raise if the sources' directory holds a text that the manifest doesn't list, so that none is left out unseen."""
    known = {source.file for source in sources} | _HOUSE_FILES
    for path in sorted(manifest.parent.iterdir()):
        if path.name in known or path.name.startswith(".") or path.name.endswith("~"):
            continue
        if not path.is_file():
            raise UsmexDataError("not a file", where=str(path), remedy="keep only texts and their manifest here")
        content = path.read_bytes()
        raise UsmexDataError(
            "a text that the manifest does not list",
            where=str(path),
            remedy=f"take it away, or give it a table in {MANIFEST.name} with "
            f'file = "{path.name}", bytes = {len(content)}, sha256 = "{hashlib.sha256(content).hexdigest()}"',
        )
