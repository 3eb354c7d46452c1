"""What a mark shows when it is chosen: one card a claim, HTML, filled from the row and from nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from usmex_data.addresses import claim_address
from usmex_data.catalogue.doubts import doubts
from usmex_data.site.escape import attribute, markup
from usmex_data.site.record import is_record, record_says
from usmex_data.site.site_data import Notebook, Row, SiteData
from usmex_data.site.words import HEDGES, PASSAGES, STATUSES, VERDICTS, period, place, value

__all__ = ["CARDS", "card", "cards"]

CARDS: Final = "_cards"
"""The folder of the Sphinx project that holds the cards of each page."""

_SHOWN_ABOVE: Final = frozenset({"quote", "note"})
_CHANGES: Final = {"increase": "an increase by this much", "decrease": "a decrease by this much"}


def cards(source: str, site_data: SiteData) -> str:
    """The cards of all claims of a source.

    They lie in ``noscript``: a browser that runs scripts takes them for text and makes a card's elements when it is
    asked for, one that runs none has them all.
    """
    inside = "\n".join(card(row, site_data) for row in site_data.claims.of(source))
    section = f'<section class="claim-cards" aria-label="What is recorded of each claim">\n{inside}\n</section>'
    return f'<noscript id="claim-cards">\n{section}\n</noscript>\n'


def card(row: Row, site_data: SiteData) -> str:
    """The card of one claim."""
    claim = row["claim_id"]
    facts = "".join(f"<dt>{name}</dt><dd>{said}</dd>" for name, said in _facts(row, site_data) if said)
    return (
        f'<div class="claim-card" id="card-{claim}" popover role="dialog"'
        f' aria-labelledby="title-{claim}" tabindex="-1">'
        f'<p class="claim-card-title" id="title-{claim}">{markup(row["text"])}</p>'
        f'<button class="claim-card-close" type="button" popovertarget="card-{claim}" popovertargetaction="hide"'
        ' aria-label="Close">×</button>'
        f"<dl>{facts}</dl>{_row(row, site_data)}"
        f'<p class="claim-card-foot"><a href="#{claim}">Link to this claim</a></p></div>'
    )


def _facts(row: Row, site_data: SiteData) -> Iterator[tuple[str, str]]:
    """What a card tells, in the order of telling; the words are HTML."""
    yield "Value", _value(row)
    yield "Hedge", _hedge(row)
    yield "Counts", markup(row["counted"])
    yield "Base", markup(row["base"])
    yield "Change", markup(_CHANGES.get(row["change"], ""))
    yield "Status", markup(STATUSES.get(row["status"], row["status"]))
    yield "Place", _place(row)
    yield "Period", _period(row)
    yield "Doubt", _doubt(row)
    yield "Credited to", markup(row["attribution"])
    yield "Footnote", markup(row["note"])
    yield "Measures", _indicator(row, site_data)
    yield "Stands in", markup(PASSAGES.get(row["passage"], row["passage"]))
    yield "Same words", _claims(site_data.claims.copies(row))
    yield "Same fact", _claims(site_data.claims.statements(row))
    yield "Used in", _notebooks(site_data.users(row["claim_id"]))
    checks = site_data.checks.get(row["claim_id"], ())
    yield "The record says", record_says(checks)
    yield "Checked", _checks([check for check in checks if not is_record(check)])


def _value(row: Row) -> str:
    inferred = " <em>(unit inferred)</em>" if "unit" in row["inferred"].split(";") else ""
    return f"<strong>{markup(value(row))}</strong>{inferred}"


def _hedge(row: Row) -> str:
    meaning = markup(HEDGES.get(row["modifier"], row["modifier"]))
    return f"{meaning}: “{markup(row['hedge'])}”" if row["hedge"] else meaning


def _place(row: Row) -> str:
    if not row["geography"]:
        return "not stated"
    where = markup(place(row["geography"]))
    other = f"; other side: {markup(place(row['partner']))}" if row["partner"] else ""
    return where + other + (" <em>(inferred)</em>" if "geography" in row["inferred"].split(";") else "")


def _period(row: Row) -> str:
    said = f"“{markup(row['period_text'])}”" if row["period_text"] else ""
    if not row["period"]:
        return f"{said}, not resolved to a date" if said else "not stated"
    inferred = " <em>(inferred)</em>" if "period" in row["inferred"].split(";") else ""
    return markup(period(row["period"])) + (f" ({said})" if said else "") + inferred


def _doubt(row: Row) -> str:
    """Why the reading may be wrong, each reason in a line."""
    return "<br>".join(markup(doubts()[reason]) for reason in filter(None, row.get("doubt", "").split(";")))


def _indicator(row: Row, site_data: SiteData) -> str:
    """What is measured, and the table that holds the fact."""
    said = markup(site_data.titles.get(row["indicator"], row["indicator"]))
    said += f" · {markup(row['category'])}" if row["category"] else ""
    topic = markup(row["topic"])
    table = f'<a href="../data/{topic}.html">{topic}</a>' if topic else ""
    return ", in ".join(filter(None, [said, table]))


def _claims(rows: Sequence[Row]) -> str:
    return ", ".join(
        f'<a href="{claim_address(row["claim_id"])}">{markup(row["source"])}</a> ({markup(_passage(row))})'
        for row in rows
    )


def _passage(row: Row) -> str:
    return PASSAGES.get(row["passage"], row["passage"])


def _notebooks(notebooks: Sequence[Notebook]) -> str:
    return ", ".join(
        f"<a href={attribute(f'../notebooks/{notebook.name}.html')}>{markup(notebook.title)}</a>"
        for notebook in notebooks
    )


def _checks(checks: Sequence[Row]) -> str:
    """What the audit says of a claim, the failures first; the table of checks has the rest."""
    ordered = sorted(checks, key=lambda check: check["verdict"] != "does_not_hold")
    said = "<br>".join(
        f"<strong>{markup(VERDICTS.get(check['verdict'], check['verdict']))}</strong>: {markup(check['statement'])}"
        for check in ordered
    )
    return f'{said}<br><a href="../data/checks.html">all checks</a>' if said else ""


def _row(row: Mapping[str, str], site_data: SiteData) -> str:
    line = site_data.claims.line[row["claim_id"]]
    cells = "".join(
        f"<dt>{markup(name)}</dt><dd>{markup(cell)}</dd>"
        for name, cell in row.items()
        if cell and name not in _SHOWN_ABOVE
    )
    return (
        f'<details><summary>Line {line} of claims.csv</summary><dl class="csv-row">{cells}</dl>'
        '<p><a href="../files/claims.csv" download>Download claims.csv</a>, '
        '<a href="../data/claims.html">what its columns mean</a></p></details>'
    )
