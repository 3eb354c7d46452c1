"""The page of the claims explorer: its filters and an empty table, which a script fills from the claims."""

from __future__ import annotations

from typing import Final

from usmex_data.site.escape import markup
from usmex_data.site.lookup import FILTERS

__all__ = ["explorer_page"]

_HEADS: Final = (
    ("value", (("In the text", ""), ("read as", "value"))),
    ("quote", (("Sentence", ""),)),
    ("what", (("Measures", "what"),)),
    ("place", (("Place", "place"), ("period", "period"))),
    ("source", (("Source", "source"),)),
)
"""The class of each column, and its heads with the column of the data that each sorts by."""
_SCRIPTS: Final = ("figures", "claims-data", "explorer")


def explorer_page() -> str:
    """The page as Markdown; without JavaScript it leads to the CSV file."""
    inside = f"{_form()}{_table()}"
    scripts = "".join(f'<script src="_static/{name}.js" defer></script>' for name in _SCRIPTS)
    return (
        "---\norphan: true\n---\n\n# Claims\n\n"
        "Every number that the texts state, with its sentence. Filter, sort, open the "
        "sentence behind a number, and take what is shown with you; the address of the page keeps your choice.\n\n"
        f'```{{raw}} html\n<div id="explorer" hidden>\n{inside}</div>\n'
        '<noscript><p>The explorer needs JavaScript. <a href="files/claims.csv">claims.csv</a> has the same rows.</p>'
        f"</noscript>\n{scripts}\n```\n"
    )


def _form() -> str:
    selects = "".join(
        f'<label>{markup(label)}<select name="{name}"><option value="">all</option></select></label>\n'
        for name, label in FILTERS.items()
    )
    return (
        '<form class="explorer-form" aria-label="Filters">\n'
        '<label class="explorer-search">Words or figures<input type="search" autocomplete="off" '
        'placeholder="pipeline, 0.26 million, 2019"></label>\n'
        f'{selects}<button type="reset">Show all</button>\n'
        '<button type="button" data-download>Download what is shown (CSV)</button>\n</form>\n'
        '<p role="status"></p>\n'
    )


def _table() -> str:
    heads = "".join(
        f'<th scope="col" class="explorer-{name}">{", ".join(_head(*each) for each in said)}</th>'
        for name, said in _HEADS
    )
    return (
        '<div class="explorer-rows" tabindex="0" role="region" aria-label="Claims">'
        f"<table><thead><tr>{heads}</tr></thead><tbody></tbody></table></div>\n"
    )


def _head(said: str, sort: str) -> str:
    return f'<button type="button" data-sort="{sort}">{said}</button>' if sort else said
