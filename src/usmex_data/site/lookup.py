"""What the search and the claims explorer look through: claims, sentences and pages, as scripts that pages load."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from usmex_data.addresses import claim_address
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.markdown import unmarked
from usmex_data.site.site_data import Row, SiteData
from usmex_data.site.words import HEDGES, STATUSES, VERDICTS, period, place, value

__all__ = ["COLUMNS", "FILTERS", "explorer_script", "search_script"]

COLUMNS: Final = (
    "claim_id", "address", "text", "reading", "value", "unit", "quote", "mark", "what", "topic", "indicator", "place",
    "period", "year", "hedge", "status", "record", "audit", "source", "numbers",
)  # fmt: skip
FILTERS: Final = {
    "topic": "Topic",
    "what": "Measures",
    "source": "Source",
    "place": "Place",
    "year": "Year",
    "hedge": "Hedge",
    "status": "Status",
    "record": "The record says",
    "audit": "The audit says",
}
"""The columns that the explorer filters by, with their labels."""
_SHORTEST: Final = 25
_FOUND_BY: Final = 80
"""So many characters of a sentence are enough to find it on its page."""
_YEAR: Final = re.compile(r"\d{4}")
_LINK: Final = re.compile(r"\[((?:\\.|[^\[\]\\])*)\]\([^()\s]*\)")
_GLOSSARY: Final = "docs/_glossary.toml"


def explorer_script(site_data: SiteData) -> str:
    """A script that defines the rows of the explorer: every claim, in the order of the sources."""
    rows = [_explored(row, site_data) for row in site_data.claims.rows]
    return _script("usmexClaims", {"columns": COLUMNS, "rows": [[row[name] for name in COLUMNS] for row in rows]})


def search_script(site_data: SiteData) -> str:
    """A script that defines what the search looks through, claims first, and the glossary.

    Raises :class:`~usmex_data.errors.UsmexDataError` for a glossary that is not as it should be.
    """
    documents = [*_claims(site_data), *_sentences(site_data), *_pages(site_data)]
    return _script("usmexSearch", {"documents": documents, "glossary": _glossary(site_data)})


def _script(name: str, content: Mapping[str, Any]) -> str:
    # Line separators end a line in older scripts; what a text holds can't end the script, which is a file of its own.
    said = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"window.{name} = {said};\n".replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")


# --- the explorer ---------------------------------------------------------------------------------------------------


def _explored(row: Row, site_data: SiteData) -> dict[str, Any]:
    numbers = [float(row[name]) for name in ("value", "value_low", "value_high") if row[name]]
    checks = site_data.checks.get(row["claim_id"], ())
    record = {VERDICTS[check["verdict"]] for check in checks if check["kind"] == "record"}
    audit = {VERDICTS[check["verdict"]] for check in checks if check["kind"] != "record"}
    return {
        "claim_id": row["claim_id"],
        "address": claim_address(row["claim_id"], ""),
        "text": row["text"],
        "reading": value(row),
        "value": numbers[0] if numbers else "",
        "unit": row["unit"],
        "quote": row["quote"],
        "mark": (int(row["quote_start"]), int(row["quote_end"])),
        "what": _what(row, site_data),
        "topic": row["topic"],
        "indicator": row["indicator"],
        "place": place(row["geography"]) if row["geography"] else "",
        "period": period(row["period"]) if row["period"] else "",
        "year": tuple(dict.fromkeys(_YEAR.findall(row["period"]))),
        "hedge": HEDGES[row["modifier"]],
        "status": STATUSES[row["status"]],
        "record": sorted(record),
        "audit": sorted(audit),
        "source": row["source"],
        "numbers": tuple(dict.fromkeys(numbers)),
    }


def _what(row: Row, site_data: SiteData) -> str:
    title = site_data.titles.get(row["indicator"], row["indicator"])
    return f"{title} · {row['category']}" if row["category"] else title


# --- the search -----------------------------------------------------------------------------------------------------


def _claims(site_data: SiteData) -> Iterator[dict[str, Any]]:
    titles = {source.id: source.title for source in site_data.sources}
    for row in site_data.claims.rows:
        numbers = [row[name] for name in ("value", "value_low", "value_high") if row[name]]
        about = [
            _what(row, site_data), value(row), row["topic"].replace("_", " "), place(row["geography"]),
            period(row["period"]), row["attribution"], *dict.fromkeys(numbers),
        ]  # fmt: skip
        yield {
            "kind": "claim",
            "title": row["text"],
            "where": titles[row["source"]],
            "address": claim_address(row["claim_id"], ""),
            "text": row["text"],
            "quote": row["quote"],
            "mark": (int(row["quote_start"]), int(row["quote_end"])),
            "about": " · ".join(filter(None, about)),
        }


def _sentences(site_data: SiteData) -> Iterator[dict[str, Any]]:
    """The sentences of the sources that no claim has as its quote."""
    quoted = {_folded(row["quote"]) for row in site_data.claims.rows}
    for source in site_data.sources:
        document = site_data.documents[source.id]
        for start, end in document.sentences:
            said = _folded(document.text[start:end])
            if len(said) < _SHORTEST or said in quoted:
                continue
            yield {
                "kind": "sentence",
                "title": "Sentence",
                "where": source.title,
                "address": f"sources/{source.id}.html?sentence={_encoded(said[:_FOUND_BY])}",
                "text": "",
                "quote": said,
                "about": "",
            }


def _folded(text: str) -> str:
    return " ".join(text.split())


def _encoded(text: str) -> str:
    from urllib.parse import quote

    return quote(text, safe="")


def _pages(site_data: SiteData) -> Iterator[dict[str, Any]]:
    """The paragraphs of the notebooks, and the tables."""
    for notebook in site_data.notebooks:
        cells = notebook.content["cells"]
        prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
        for paragraph in (part.strip() for text in prose for part in text.split("\n\n")):
            said = _folded(unmarked(_LINK.sub(r"\1", paragraph.lstrip("# "))))
            if len(said) >= _SHORTEST:
                yield _page("Notebook", notebook.title, f"notebooks/{notebook.name}.html", said)
    for resource in site_data.package["resources"]:
        name = str(resource["name"])
        yield _page("Table", name, f"data/{name}.html", str(resource["description"]))


def _page(kind: str, where: str, address: str, said: str) -> dict[str, Any]:
    return {
        "kind": "page",
        "title": kind,
        "where": where,
        "address": address,
        "text": "",
        "quote": said,
        "about": where,
    }


def _glossary(site_data: SiteData) -> Sequence[Mapping[str, Any]]:
    path = site_data.root / _GLOSSARY
    if not path.is_file():
        return ()
    terms: Sequence[Mapping[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["term"]
    for term in terms:
        if set(term) != {"names", "means", "search"}:
            raise UsmexDataError("a term has names, means and search", where=str(path), remedy=f"mend {term!r}")
    return terms
