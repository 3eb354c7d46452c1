"""The pages of the tables: what each holds, its columns, its first rows, how to get and load it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from usmex_data.site.escape import markdown, one_line
from usmex_data.site.record import PAGE, official_rows, record_page
from usmex_data.site.site_data import Row, SiteData, read_rows

__all__ = ["data_pages", "resources"]

_ALL: Final = 500
"""A table of up to so many rows is shown whole."""
_PREVIEWED: Final = 50
_CELL: Final = 80
# What a reader looks for stands first; the rest follows as in the file.
_FIRST: Final = (
    "title", "text", "statement", "verdict", "category", "value", "value_low", "value_high", "unit", "modifier",
    "geography", "partner", "period",
)  # fmt: skip
_LOADING: Final = """\
## Load it

Python:

```python
import usmex_data as um
table = um.load("{name}")          # typed: numbers, categories, text
# or without this package
import pandas as pd
table = pd.read_csv("{file}",{pandas} keep_default_na=False, na_values=[""])
```

R:

```r
table <- read.csv("{file}",{r} na.strings = "", encoding = "UTF-8")
```

DuckDB:

```text
SELECT * FROM read_csv('{file}', header = true{duckdb});
```

Excel: open the workbook that `make export` writes; each of its cells has its type. More: [Using the
data](../using-the-data.md).
"""


def resources(site_data: SiteData) -> list[Mapping[str, Any]]:
    """The tables that the data package describes, as it describes them."""
    found: list[Mapping[str, Any]] = list(site_data.package["resources"])
    return found


def data_pages(site_data: SiteData) -> Iterator[tuple[str, str]]:
    """Name and Markdown of each page: the list of the tables, and one page a table."""
    listed = resources(site_data)
    yield "index", _index(listed, site_data)
    for resource in listed:
        yield str(resource["name"]), _page(resource, site_data)
    if official := official_rows(site_data.root):
        yield PAGE, record_page(official)


def _rows(resource: Mapping[str, Any], site_data: SiteData) -> list[Row]:
    return read_rows(site_data.clean / PurePosixPath(str(resource["path"])))


def _index(listed: Sequence[Mapping[str, Any]], site_data: SiteData) -> str:
    lines = []
    for title, members in _groups(listed):
        lines.append(f"## {title}\n\n{{.stacked}}\n| table | what it holds | | |\n|---|---|---:|---|")
        lines += [
            f"| [{markdown(str(each['name']))}]({each['name']}.md) | {_said(each, 'description', 'title')} "
            f"| {len(_rows(each, site_data)):,} rows | [CSV](../files/{each['path']}) |"
            for each in members
        ]
        lines.append("")
    official = official_rows(site_data.root)
    if official:
        said = f"[The official record]({PAGE}.md): {len(official):,} figures, not from the texts."
        lines.append(f"## Beside the texts\n\n{said}\n")
    hidden = "\n".join([*(str(each["name"]) for each in listed), *([PAGE] if official else [])])
    return (
        "# Data\n\nPlain CSV files: UTF-8, one header row, an empty cell means *not stated*. "
        "[datapackage.json](../files/datapackage.json) describes every column for programs "
        "([Data Package](https://datapackage.org) version 2), the pages below for people.\n\n"
        + "\n".join(lines)
        + "\n\n"
        f"```{{toctree}}\n:hidden:\n\n{hidden}\n```\n"
    )


def _groups(listed: Sequence[Mapping[str, Any]]) -> Iterator[tuple[str, list[Mapping[str, Any]]]]:
    """The tables by what they are for: those with facts, those that facts come from, those that explain the codes."""
    columns = {str(each["name"]): {field["name"] for field in each["schema"]["fields"]} for each in listed}
    record = [each for each in listed if "claim_id" in columns[each["name"]]]
    facts = [each for each in listed if "fact_id" in columns[each["name"]] and each not in record]
    rest = [each for each in listed if each not in record and each not in facts]
    named = (("Facts by topic", facts), ("Where they come from", record), ("What the codes mean", rest))
    return ((title, members) for title, members in named if members)


def _said(entry: Mapping[str, Any], *keys: str) -> str:
    return markdown(next((str(entry[key]) for key in keys if entry.get(key)), ""))


def _page(resource: Mapping[str, Any], site_data: SiteData) -> str:
    rows = _rows(resource, site_data)
    name, file = str(resource["name"]), str(resource["path"])
    size = (site_data.clean / PurePosixPath(file)).stat().st_size
    return "\n".join(
        [
            f"# {markdown(name)}\n",
            f"{_said(resource, 'description', 'title')}\n",
            f"{len(rows):,} rows, {_size(size)}. [Download {markdown(file)}](../files/{file})\n",
            "## Rows\n" if len(rows) <= _ALL else f"## The first {_PREVIEWED} rows\n",
            _preview(rows if len(rows) <= _ALL else rows[:_PREVIEWED]),
            _loading(resource),
            "## Columns\n",
            _dictionary(resource["schema"]),
        ]
    )


def _loading(resource: Mapping[str, Any]) -> str:
    """How to load a table; where it has periods, with the word that keeps them text."""
    dated = any(field["name"] == "period" for field in resource["schema"]["fields"])
    return _LOADING.format(
        name=resource["name"],
        file=resource["path"],
        pandas=' dtype={"period": "str"},' if dated else "",
        r=' colClasses = c(period = "character"),' if dated else "",
        duckdb=", types = {'period': 'VARCHAR'}" if dated else "",
    )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3)):,} kB"


def _preview(rows: Sequence[Row]) -> str:
    if not rows:
        return "The table has no rows.\n"
    columns = sorted(rows[0], key=lambda name: _FIRST.index(name) if name in _FIRST else len(_FIRST))
    lines = ["| " + " | ".join(map(markdown, columns)) + " |", "|" + "---|" * len(columns)]
    lines += ["| " + " | ".join(markdown(_cut(row[name])) for name in columns) + " |" for row in rows]
    return "{.preview}\n" + "\n".join(lines) + "\n"


def _cut(cell: str) -> str:
    shown = one_line(cell)
    return shown if len(shown) <= _CELL else shown[: _CELL - 1].rstrip() + "…"


def _dictionary(schema: Mapping[str, Any]) -> str:
    keys = {_first(key["fields"]): key["reference"] for key in schema.get("foreignKeys", ())}
    lines = ["| column | type | what it means |", "|---|---|---|"]
    lines += [
        f"| `{field['name']}` | {markdown(str(field['type']))} | {_meaning(field, keys)} |"
        for field in schema["fields"]
    ]
    return "{.dictionary}\n" + "\n".join(lines) + "\n"


def _first(fields: str | Sequence[str]) -> str:
    return fields if isinstance(fields, str) else fields[0]


def _meaning(field: Mapping[str, Any], keys: Mapping[str, Mapping[str, Any]]) -> str:
    said = [_said(field, "description", "title")]
    limits = field.get("constraints", {})
    if allowed := limits.get("enum"):
        said.append("One of " + ", ".join(f"`{each}`" for each in allowed) + ".")
    if limits.get("required"):
        said.append("Never empty.")
    if limits.get("unique"):
        said.append("Unique.")
    if other := keys.get(str(field["name"])):
        table = str(other.get("resource") or "")
        target = f"[{markdown(table)}]({table}.md)" if table else "this table"
        said.append(f"Refers to `{_first(other['fields'])}` of {target}.")
    return " ".join(said)
