"""The page of one source: its text as Markdown (MyST), with every claim marked and anchored."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final

from usmex_data.corpus import Source
from usmex_data.document.document import Document
from usmex_data.site.escape import markdown
from usmex_data.site.passages import Figure, NoteMark, Passage, Piece, passages
from usmex_data.site.site_data import Row, SiteData
from usmex_data.site.words import VERDICTS, period

__all__ = ["index_page", "source_page"]

_KINDS: Final = {"pull_quote": "pull-quote", "names": "names", "contents": "contents-line", "table": "flat-table"}
_NOTES: Final = frozenset({"footnote", "reference"})
_DEEPEST: Final = 6
_INTRO: Final = """\
Every figure that the text asserts is marked; choose a mark to see how it is recorded. Underlines show the hedge:
[exact]{.claim .exact .sample}, [about]{.claim .approx .sample}, [at least]{.claim .at_least .sample},
[at most]{.claim .at_most .sample}, [range]{.claim .range .sample}; hatching shows what is
[not yet observed]{.claim .exact .forecast .sample}. More in [](../hedges.md).
"""
_AUDITED: Final = "A thin grey line marks a date or count that the [audit](../data/checks.md) rests on.\n"
_REPAIRED: Final = (
    "The layout of the original is undone: columns, page breaks and ligatures; notes stand at the end of their section."
)


def source_page(source: Source, site_data: SiteData) -> str:
    """The page of a source."""
    rows = site_data.claims.of(source.id)
    by_id = {row["claim_id"]: row for row in rows}
    document = site_data.documents[source.id]
    audited = _audited(source, document, site_data)
    lines = [
        f"# {markdown(source.title)}\n",
        *_facts(source, len(rows)),
        _INTRO,
        _AUDITED if audited else "",
        f"{{.aside}}\n{_REPAIRED}\n",
    ]
    lines += ["---\n", *_text(passages(document, [*rows, *audited]), by_id | {row["claim_id"]: row for row in audited})]
    return "\n".join(lines)


def _audited(source: Source, document: Document, site_data: SiteData) -> list[Row]:
    """The dates and counts of a source's running text that the audit rests on, as rows to be marked."""
    starts, ends = set(document.offsets), set(document.ends)
    rows = (row for row in site_data.audited.values() if row["source"] == source.id)
    return [
        {**row, "claim_id": row["quantity_id"], "checks": "; ".join(_verdicts(row["quantity_id"], site_data))}
        for row in rows
        if not row["claim_id"] and int(row["start"]) in starts and int(row["end"]) in ends
    ]


def _verdicts(quantity: str, site_data: SiteData) -> Iterator[str]:
    for check in site_data.checks[quantity]:
        yield f"{VERDICTS[check['verdict']]}: {check['statement']}"


def index_page(site_data: SiteData) -> str:
    """The page that lists the sources."""
    rows = "\n".join(
        f"| [{markdown(source.title)}]({source.id}.md) | `{source.id}` | {period(source.published) or 'not stated'} "
        f"| {len(site_data.claims.of(source.id))} claims |"
        for source in site_data.sources
    )
    hidden = "\n".join(source.id for source in site_data.sources)
    return (
        "# Sources\n\nThe texts that everything here comes from, each on a page of its own, with every claim marked. "
        "They belong to their authors and publishers, and are held here for analysis.\n\n"
        f"{{.stacked}}\n| text | id | published | |\n|---|---|---|---:|\n{rows}\n\n"
        f"```{{toctree}}\n:hidden:\n\n{hidden}\n```\n"
    )


def _facts(source: Source, claims: int) -> Iterator[str]:
    facts = [
        ("By", ", ".join(source.authors)),
        ("Published by", source.publisher),
        ("Published", period(source.published)),
        ("Rights", source.rights),
        ("Claims", str(claims)),
        ("Id", source.id),
    ]
    for name, said in facts:
        yield f"{name}\n: {markdown(said) if said else '*the text does not say*'}\n"


def _text(found: Sequence[Passage], claims: Mapping[str, Row]) -> Iterator[str]:
    """The passages as Markdown; notes wait for the end of their section."""
    waiting: list[str] = []
    level = 1
    marks = _marks(found)
    empty = _empty_headings(found)
    for place, passage in enumerate(found):
        words = _inline(passage.pieces, claims).strip()
        if not words:
            continue
        if passage.kind in _NOTES:
            waiting.append(_note(passage, words, marks))
        elif place in empty:
            yield f"{{.cover}}\n{words}\n"
        elif passage.kind == "heading":
            if passage.level <= 1:
                yield from waiting
                waiting = []
            # No step may skip a level, whatever the text does.
            level = min(passage.level + 1, level + 1, _DEEPEST)
            yield f"{'#' * max(level, 2)} {words}\n"
        elif passage.kind == "list_item":
            yield f"- {words}\n"
        elif passage.kind == "pull_quote":
            yield f"{{.pull-quote}}\n> {words}\n"
        else:
            style = _KINDS.get(passage.kind, "")
            yield (f"{{.{style}}}\n" if style else "") + f"{words}\n"
    yield from waiting


def _empty_headings(found: Sequence[Passage]) -> set[int]:
    """The places of headings that nothing stands under: covers, mastheads, names of the house."""
    following = [passage for passage in found if passage.kind not in _NOTES]
    empty = {
        id(one)
        for one, other in zip(following, [*following[1:], None], strict=True)
        if one.kind == "heading" and (other is None or (other.kind == "heading" and other.level <= one.level))
    }
    return {place for place, passage in enumerate(found) if id(passage) in empty}


def _marks(found: Sequence[Passage]) -> dict[int, int]:
    """The first mark of each note, so that the note leads back to it."""
    marks: dict[int, int] = {}
    for passage in found:
        for piece in passage.pieces:
            if isinstance(piece, NoteMark) and piece.note >= 0:
                marks.setdefault(piece.note, piece.index)
    return marks


def _note(passage: Passage, words: str, marks: Mapping[int, int]) -> str:
    label = markdown(passage.number or "*")
    if passage.note in marks:
        label = f"[{label}](#mark-{marks[passage.note]})"
    return f"{{.note}}\n[{label}]{{#note-{passage.note} .note-number}} {words}\n"


def _inline(pieces: Sequence[Piece], claims: Mapping[str, Row]) -> str:
    parts = []
    for piece in pieces:
        if isinstance(piece, Figure):
            parts.append(_claim(piece, claims[piece.claim_id]))
        elif isinstance(piece, NoteMark):
            parts.append(_mark(piece))
        else:
            parts.append(markdown(piece))
    return "".join(parts)


def _claim(figure: Figure, row: Row) -> str:
    """The mark of a claim; a date or count that is none leads to the checks that rest on it, and says them."""
    if "checks" in row:
        # The title is an attribute in quotation marks; what would end or escape it is put otherwise.
        said = row["checks"].translate({ord('"'): "”", ord("\\"): "/", ord("\n"): " "})
        return f'[{markdown(figure.text)}](../data/checks.md){{#{figure.claim_id} .audited title="{said}"}}'
    styles = ["claim", row["modifier"] or "exact", row["status"], "copy" if row["copy_of"] else ""]
    classes = " ".join(f".{style}" for style in styles if style)
    return f"[{markdown(figure.text)}]{{#{figure.claim_id} {classes}}}"


def _mark(mark: NoteMark) -> str:
    number = markdown(mark.number)
    label = f"[{number}](#note-{mark.note})" if mark.note >= 0 else number
    return f"[{label}]{{#mark-{mark.index} .note-mark}}"
