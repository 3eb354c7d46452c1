"""The pages of the tables: what each holds, its columns, its first rows, how to get and load it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePosixPath
from typing import Any, Final

from usmex_data.site.escape import markdown, one_line
from usmex_data.site.record import PAGE, official_rows, record_page
from usmex_data.site.site_data import Row, SiteData, read_rows

__all__ = ["data_pages", "resources"]

_PREVIEWED: Final = 5
_CELL: Final = 80
_LOADING: Final = """\
## Load it

::::{{tab-set}}
:::{{tab-item}} Python
```python
import usmex_data as um
table = um.load("{name}")          # typed: numbers, categories, text
# or without this package
import pandas as pd
table = pd.read_csv("{file}", keep_default_na=False, na_values=[""])
```
:::
:::{{tab-item}} R
```r
table <- read.csv("{file}", na.strings = "", encoding = "UTF-8")
```
:::
:::{{tab-item}} DuckDB
```sql
SELECT * FROM read_csv('{file}', header = true);
```
:::
:::{{tab-item}} Excel
Choose *Data → From Text/CSV*, open `{file}`, and set *File Origin* to *65001: Unicode (UTF-8)*. Opened by a double
click instead, letters such as ñ and signs such as – may come out wrong.
:::
::::
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
            "## First rows\n",
            _preview(rows),
            _LOADING.format(name=name, file=file),
            "## Columns\n",
            _dictionary(resource["schema"]),
        ]
    )


def _size(count: int) -> str:
    return f"{count / 1e6:.1f} MB" if count >= 1e6 else f"{max(1, round(count / 1e3)):,} kB"


def _preview(rows: Sequence[Row]) -> str:
    if not rows:
        return "The table has no rows.\n"
    lines = ["| " + " | ".join(markdown(name) for name in rows[0]) + " |", "|" + "---|" * len(rows[0])]
    lines += ["| " + " | ".join(markdown(_cut(cell)) for cell in row.values()) + " |" for row in rows[:_PREVIEWED]]
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
