"""What the site is made from: the sources as read, the rows of ``data/clean/``, and who uses which claim."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, Final

from usmex_data.addresses import claim_of
from usmex_data.corpus import Source, load_sources
from usmex_data.document.document import Document
from usmex_data.document.read import read
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.markdown import links, unmarked
from usmex_data.tables.csv_format import read_csv

__all__ = ["Claims", "Notebook", "Row", "SiteData", "gather", "read_rows"]

Row = Mapping[str, str]

_REMAKE: Final = "make the tables anew: make data"
_LINK: Final = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")


@dataclass(frozen=True, slots=True)
class Notebook:
    """A stored notebook: its name, its title, its first paragraph as Markdown, and the claims that it links to."""

    name: str
    title: str
    finding: str
    content: Mapping[str, Any]
    claims: frozenset[str]


class Claims:
    """The rows of claims.csv, by what pages ask for; ``line`` is a row's line in the file, the header being line 1."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self.rows = tuple(rows)
        self.by_id = {row["claim_id"]: row for row in rows}
        self.line = {row["claim_id"]: number for number, row in enumerate(rows, 2)}
        self._facts: dict[str, list[Row]] = defaultdict(list)
        self._copies: dict[str, list[Row]] = defaultdict(list)
        for row in rows:
            self._facts[row["fact_id"]].append(row)
            if row["copy_of"]:
                self._copies[row["copy_of"]].append(row)

    def of(self, source: str) -> list[Row]:
        """The claims of a source, in the order of its text."""
        return sorted((row for row in self.rows if row["source"] == source), key=lambda row: int(row["start"]))

    def copies(self, row: Row) -> list[Row]:
        """The claims that repeat the same words: the original that this one copies, its other copies, or its own."""
        origin = row["copy_of"] or row["claim_id"]
        same = [self.by_id[origin]] if origin in self.by_id else []
        return [other for other in same + self._copies[origin] if other is not row]

    def statements(self, row: Row) -> list[Row]:
        """The other claims that state the same fact in words of their own."""
        copied = {other["claim_id"] for other in self.copies(row)}
        return [
            other
            for other in self._facts[row["fact_id"]]
            if other is not row and other["claim_id"] not in copied and not other["copy_of"]
        ]


@dataclass(frozen=True, slots=True)
class SiteData:
    """Everything that pages are made from."""

    root: Path
    sources: tuple[Source, ...]
    documents: Mapping[str, Document]
    claims: Claims
    package: Mapping[str, Any]
    notebooks: tuple[Notebook, ...]
    titles: Mapping[str, str]
    """Of the indicators, by id."""
    checks: Mapping[str, Sequence[Row]]
    """The audit's checks by the claims, dates and counts that they rest on."""
    audited: Mapping[str, Row]
    """The dates and counts that checks rest on, by id."""

    def users(self, claim_id: str) -> list[Notebook]:
        """The notebooks that link to a claim."""
        return [notebook for notebook in self.notebooks if claim_id in notebook.claims]

    @property
    def clean(self) -> Path:
        """The folder of the tables."""
        return self.root / "data" / "clean"


def gather(root: Path) -> SiteData:
    """The material of a repository.

    Raises :class:`~usmex_data.errors.UsmexDataError` where tables or sources are missing or don't fit each other.
    """
    clean = root / "data" / "clean"
    sources = load_sources(root)
    claims = Claims(read_rows(clean / "claims.csv"))
    known = {source.id for source in sources}
    if unknown := sorted({row["source"] for row in claims.rows} - known):
        raise UsmexDataError(f"claims of unknown sources: {', '.join(unknown)}", where=str(clean), remedy=_REMAKE)
    return SiteData(
        root,
        sources,
        {source.id: read(source.raw, source.id, source.kind) for source in sources},
        claims,
        _package(clean / "datapackage.json"),
        tuple(_notebooks(root / "notebooks")),
        {row["id"]: row["title"] for row in read_rows(clean / "indicators.csv")},
        *_audit(clean),
    )


def _audit(clean: Path) -> tuple[Mapping[str, Sequence[Row]], Mapping[str, Row]]:
    """The checks by what they rest on, and of that what is no claim; none where the tables hold no audit."""
    if not (clean / "checks.csv").is_file():
        return {}, {}
    checks: dict[str, list[Row]] = defaultdict(list)
    quantities: set[str] = set()
    for row in read_rows(clean / "checks.csv"):
        claims, others = row["claim_ids"].split(";"), row["quantity_ids"].split(";")
        quantities.update(filter(None, others))
        for each in filter(None, (*claims, *others)):
            checks[each].append(row)
    audited = {
        row["quantity_id"]: row for row in read_rows(clean / "quantities.csv") if row["quantity_id"] in quantities
    }
    return checks, audited


def read_rows(path: Path) -> list[Row]:
    """The rows of a CSV file as text."""
    return [*read_csv(path, _REMAKE)]


def _package(path: Path) -> Mapping[str, Any]:
    if not path.is_file():
        raise UsmexDataError("the tables have no description", where=str(path), remedy=_REMAKE)
    package: Mapping[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return package


def _notebooks(folder: Path) -> Iterator[Notebook]:
    for path in sorted(folder.glob("*.ipynb")):
        content = json.loads(path.read_text(encoding="utf-8"))
        prose = ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "markdown"]
        targets = {claim_of(link.target) for text in prose for link in links(text)} | set(_outputs(content))
        title, finding = _opening("\n\n".join(prose))
        if not title:
            raise UsmexDataError("a notebook opens with its title", where=str(path), remedy="begin with: # Title")
        yield Notebook(path.stem, title, finding, content, frozenset(targets - {""}))


def _outputs(content: Mapping[str, Any]) -> Iterator[str]:
    """The claims that a notebook's outputs link to."""
    found: list[str] = []

    class Links(HTMLParser):
        def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
            found.extend(claim_of(value or "") for name, value in attrs if tag == "a" and name == "href")

    for cell in content["cells"]:
        for output in cell.get("outputs", ()):
            if page := "".join(output.get("data", {}).get("text/html", "")):
                Links().feed(page)
    return iter(found)


def _opening(prose: str) -> tuple[str, str]:
    """Title and first paragraph: the paragraph keeps its Markdown, the title is plain."""
    title, finding = "", ""
    for part in (piece.strip() for piece in prose.split("\n\n")):
        if not title and part.startswith("# "):
            title, _, rest = part[2:].partition("\n")
            finding = rest.strip()
        elif title and part and not part.startswith(("#", "|", "```", "!", "-", "*   ")):
            finding = finding or part
        if finding:
            break
    return unmarked(_LINK.sub(r"\1", title)), " ".join(finding.split())
