"""A small repository that a site can be made of: one well-behaved source, one hostile, a notebook, pages."""

from __future__ import annotations

import csv
import hashlib
import json
import shutil
from dataclasses import fields
from pathlib import Path

from usmex_data.codebook.records import Claim, QuantityRow
from usmex_data.notebooks.calculations import MIME

ROOT = Path(__file__).resolve().parents[1]

PLAIN = """\
Trade and Work

The two economies are close. Some five million jobs depend on trade.¹ Over 260,000 Mexicans travel north each year.

In 2019, exports were worth between $5 billion and $7 billion, and fewer than 8,000 people had visas.

## Wages of $16 an hour, paid to 40 people

"Some five million jobs depend on trade."

1. Only 12 percent of these were counted twice.
"""

# Each of these would do something in a page if it were taken for more than text.
HOSTILE = """\
Results <script>alert(1)</script> of 2021

<img src=x onerror=alert(2)> About 40 percent of `code` and ``more`` said $x^2$ and **bold** [a](javascript:alert(3)).

{eval-rst} ```{include} /etc/hostname``` {{ substitution }} cost $30 million {#stolen-id .claim} <!-- none --> in 2020.

:::{note} Nine hundred people | a cell \\ a backslash &amp; an entity &#36; ![](http://example.org/x.png)

Under 70 percent <https://example.org/a?b=1&c="2"> said so. (target)= % no comment +++ --- *** ~~~ === ### ...
"""


def repository(folder: Path, texts: dict[str, str] | None = None) -> Path:
    """A repository in ``folder``, ready for the site."""
    sources = texts or {"plain-paper": PLAIN, "hostile-page": HOSTILE}
    write_sources(folder, sources)
    write_tables(folder, sources)
    shutil.copytree(ROOT / "docs" / "_static", folder / "docs" / "_static")
    shutil.copytree(ROOT / "docs" / "_templates", folder / "docs" / "_templates")
    shutil.copyfile(ROOT / "docs" / "conf.py", folder / "docs" / "conf.py")
    (folder / "docs" / "index.md").write_text(
        "# Start\n\n```{include} _generated/numbers.md\n```\n\n```{include} _generated/findings.md\n```\n\n"
        "```{include} _generated/counts.md\n```\n\n"
        "```{toctree}\nnotebooks/index\nsources/index\ndata/index\nhedges\nusing-the-data\n```\n"
    )
    (folder / "docs" / "using-the-data.md").write_text("# Using the data\n\nA page.\n")
    (folder / "docs" / "hedges.md").write_text("# Hedges\n\nA page.\n")
    (folder / "notebooks").mkdir()
    return folder


def write_sources(folder: Path, texts: dict[str, str]) -> None:
    raw = folder / "data" / "raw"
    raw.mkdir(parents=True)
    tables = []
    for name, text in texts.items():
        content = text.encode()
        (raw / f"{name}.txt").write_bytes(content)
        tables.append(
            f'[{name}]\ntitle = "The <b>{name}</b> & its `figures`"\nauthors = ["A. <i>Author</i> \\"Q\\" ]["]\n'
            'publisher = ""\n'
            f'published = "2021"\nnot_before = ""\nlanguage = "en"\nkind = "paper"\nrights = ""\nfile = "{name}.txt"\n'
            f'sha256 = "{hashlib.sha256(content).hexdigest()}"\nbytes = {len(content)}\n'
        )
    (raw / "sources.toml").write_text("\n".join(tables), encoding="utf-8")


def claim(source: str, text: str, words: str, **cells: str) -> dict[str, str]:
    """A row of claims.csv for the first place of ``words`` in a text, its digits being the id's offset."""
    start = text.index(words)
    digit = next((place for place, letter in enumerate(words) if letter.isdigit()), 0)
    number = start + digit
    line = next(each for each in text.splitlines() if words in each)
    empty = {each.name: "" for each in fields(Claim)}
    return empty | {
        "claim_id": f"{source}-{number}",
        "fact_id": "f-" + hashlib.sha256(words.encode()).hexdigest()[:10],
        "source": source,
        "passage": "body",
        "start": str(start),
        "end": str(start + len(words)),
        "text": words,
        "quote": line,
        "quote_start": str(line.index(words)),
        "quote_end": str(line.index(words) + len(words)),
        "value": "1",
        "unit": "count",
        "modifier": "exact",
        "change": "level",
        "status": "reported",
        "topic": "claims",
        **cells,
    }


def claims() -> list[dict[str, str]]:
    """The claims of the two texts."""
    jobs = claim(
        "plain-paper",
        PLAIN,
        "Some five million",
        value="5000000",
        modifier="approx",
        hedge="Some",
        unit="person",
        indicator="jobs",
    )
    quote = PLAIN.rindex("Some five million")
    return [
        jobs,
        claim("plain-paper", PLAIN, "Over 260,000", value="260000", modifier="at_least", unit="person/year"),
        claim("plain-paper", PLAIN, "between $5 billion and $7 billion", value="", value_low="5000000000",
              value_high="7000000000", unit="USD", modifier="range", period="2019", geography="MEX", partner="USA"),
        claim("plain-paper", PLAIN, "fewer than 8,000", value="8000", modifier="at_most", status="target"),
        jobs | {"claim_id": f"plain-paper-{quote}", "start": str(quote), "end": str(quote + len("Some five million")),
                "copy_of": jobs["claim_id"], "passage": "pull_quote"},
        claim("plain-paper", PLAIN, "$16 an hour", value="16", unit="USD/hour", passage="heading"),
        claim("plain-paper", PLAIN, "40 people", value="40", unit="person", passage="heading"),
        claim("plain-paper", PLAIN, "12 percent", value="12", unit="percent", passage="footnote"),
        claim("hostile-page", HOSTILE, "About 40 percent", value="40", unit="percent", modifier="approx",
              attribution="<b>IMF</b> & `co`", counted='"><script>alert(4)</script>', note="1. <i>note</i> $5 {{ x }}"),
        claim("hostile-page", HOSTILE, "$30 million", value="30000000", unit="USD"),
        claim("hostile-page", HOSTILE, "Under 70 percent", value="70", unit="percent", modifier="at_most",
              fact_id=jobs["fact_id"]),
    ]  # fmt: skip


def write_tables(folder: Path, texts: dict[str, str]) -> None:
    clean = folder / "data" / "clean"
    clean.mkdir(parents=True)
    rows = [row for row in claims() if row["source"] in texts]
    write_csv(clean / "claims.csv", [each.name for each in fields(Claim)], rows)
    write_csv(clean / "quantities.csv", [each.name for each in fields(QuantityRow)], [])
    write_csv(clean / "indicators.csv", ["id", "title"], [{"id": "jobs", "title": "Jobs & <i>trade</i>"}])
    resources = [
        {
            "name": name,
            "path": f"{name}.csv",
            "description": f"What <script>{name}</script> holds | and more.",
            "schema": {
                "fields": [
                    {
                        "name": each.name,
                        "type": "string",
                        "description": f"The `{each.name}` & so on.",
                        "constraints": {},
                    }
                    for each in fields(kind)
                ],
            },
        }
        for name, kind in (("claims", Claim), ("quantities", QuantityRow))
    ]
    resources[0]["schema"]["fields"][0]["constraints"] = {"required": True, "unique": True}
    resources[1]["schema"]["foreignKeys"] = [
        {"fields": ["claim_id"], "reference": {"resource": "claims", "fields": ["claim_id"]}}
    ]
    (clean / "datapackage.json").write_text(json.dumps({"name": "small", "resources": resources}))


def write_csv(path: Path, columns: list[str], rows: list[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


def notebook(folder: Path, name: str, *cells: dict[str, object]) -> Path:
    """A stored notebook of these cells."""
    path = folder / "notebooks" / f"{name}.ipynb"
    content = {
        "cells": [{"id": f"cell-{number:02d}", "metadata": {}, **each} for number, each in enumerate(cells, 1)],
        "metadata": {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def prose(text: str) -> dict[str, object]:
    return {"cell_type": "markdown", "source": text}


def code(source: str, html: str = "") -> dict[str, object]:
    outputs = [{"output_type": "display_data", "metadata": {}, "data": {"text/html": html, MIME: []}}] if html else []
    return {"cell_type": "code", "execution_count": 1, "source": source, "outputs": outputs}
