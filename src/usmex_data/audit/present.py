"""Findings as a reader sees them: on the terminal, and as one page of HTML to send to an author."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any, Final

__all__ = ["page", "terminal"]

_SHOWN: Final = ("does_not_hold", "cannot_tell")
_TITLES: Final[Mapping[str, str]] = {
    "does_not_hold": "Does not hold",
    "cannot_tell": "Cannot be told",
    "compatible": "Compatible",
    "holds_within_rounding": "Holds within rounding",
    "holds": "Holds",
    "derived": "Follows",
    "read": "Judged from the words",
}


def terminal(records: Sequence[Mapping[str, Any]], candidates: Sequence[Mapping[str, Any]] = ()) -> str:
    """The findings that ask for an answer, each with its sentences, the figures in guillemets, and their number."""
    asked = [record for record in records if record["verdict"] in _SHOWN]
    blocks = [_block(number, record) for number, record in enumerate(asked, 1)]
    if candidates:
        blocks.append("\n".join(["Compare these (no verdict):", *(_pair(pair) for pair in candidates)]))
    return "\n\n".join([*blocks, summary(records)])


def _block(number: int, record: Mapping[str, Any]) -> str:
    head = f"{number}. {_TITLES[record['verdict']].upper()} · {record['severity']} · {record['kind'].replace('_', ' ')}"
    lines = [head, f"   {record['question'] or record['statement']}"]
    lines += [f"   {where}: {sentence}" for where, sentence in _marked(record["figures"], "«", "»")]
    return "\n".join([*lines, f"   {record['explanation']}"])


def _pair(pair: Mapping[str, Any]) -> str:
    return "\n".join(f"   {where}: {sentence}" for where, sentence in _marked(pair["figures"], "«", "»"))


def summary(records: Sequence[Mapping[str, Any]]) -> str:
    """How many findings there are of each verdict, those that do not hold by what is at stake."""
    counts = Counter(record["verdict"] for record in records)
    stakes = Counter(record["severity"] for record in records if record["verdict"] == "does_not_hold")
    parts = [
        f"{counts[verdict]} {title.lower()}"
        + (
            f" ({', '.join(f'{number} {name}' for name, number in stakes.items())})"
            if verdict == "does_not_hold"
            else ""
        )
        for verdict, title in _TITLES.items()
        if counts[verdict]
    ]
    return f"{len(records)} findings: {', '.join(parts)}" if parts else "nothing was found that could be checked"


def _marked(figures: Sequence[Mapping[str, Any]], left: str, right: str) -> Iterator[tuple[str, str]]:
    """Each sentence once, with its file and offset, and every figure of the finding in marks."""
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for figure in figures:
        groups.setdefault((figure["file"], figure["sentence"] or figure["text"]), []).append(figure)
    for (file, sentence), found in groups.items():
        yield f"{file}:{found[0]['start']}", _with_marks(sentence, found, left, right)


def _with_marks(
    sentence: str, found: Sequence[Mapping[str, Any]], left: str, right: str, text: Any = lambda piece: piece
) -> str:
    spans = sorted({(figure["at"], figure["at"] + figure["width"]) for figure in found if figure["width"]})
    parts, at = [], 0
    for start, end in spans:
        if start >= at:
            parts += [text(sentence[at:start]), left, text(sentence[start:end]), right]
            at = end
    return "".join([*parts, text(sentence[at:])])


_POLICY: Final = "default-src 'none'; style-src 'unsafe-inline'"
_STYLE: Final = """
:root{color-scheme:light dark}body{font:16px/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem}
h1{font-size:1.4rem}article{border-left:4px solid #a3123a;padding:.1rem 0 .1rem 1rem;margin:1.6rem 0}
article.cannot_tell{border-color:#8a8f98}blockquote{margin:.5rem 0;padding:.4rem .8rem;background:rgba(128,128,128,.12)}
mark{background:rgba(232,192,74,.55);color:inherit;padding:0 .15em}.tag{font-size:.85rem;opacity:.8}
.ask{font-weight:600}cite{display:block;font-size:.8rem;opacity:.75;font-style:normal}
""".strip()


def page(records: Sequence[Mapping[str, Any]], title: str, candidates: Sequence[Mapping[str, Any]] = ()) -> str:
    """One self-contained page of HTML with the findings that ask for an answer; the texts are escaped."""
    asked = [record for record in records if record["verdict"] in _SHOWN]
    body = [_article(record) for record in asked] or ["<p>Nothing was found that does not hold.</p>"]
    if candidates:
        body += ["<h2>Compare these</h2>", "<p>They may speak of one thing. No verdict is given.</p>"]
        body += [f'<article class="cannot_tell">{_quotes(pair["figures"])}</article>' for pair in candidates]
    return "\n".join(
        [
            '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{escape(title)}</title>\n<style>{_STYLE}</style>\n</head>\n<body>",
            f"<h1>{escape(title)}</h1>\n<p>{escape(summary(records))}.</p>",
            *body,
            "</body>\n</html>\n",
        ]
    )


def _article(record: Mapping[str, Any]) -> str:
    tag = f"{_TITLES[record['verdict']]} · {record['severity']} · {record['kind'].replace('_', ' ')}"
    return (
        f'<article class="{escape(record["verdict"])}"><p class="tag">{escape(tag)}</p>'
        f'<p class="ask">{escape(record["question"] or record["statement"])}</p>{_quotes(record["figures"])}'
        f"<p>{escape(record['explanation'])}</p></article>"
    )


def _quotes(figures: Sequence[Mapping[str, Any]]) -> str:
    groups: dict[tuple[str, str], list[Mapping[str, Any]]] = {}
    for figure in figures:
        groups.setdefault((figure["file"], figure["sentence"] or figure["text"]), []).append(figure)
    return "".join(
        f"<blockquote>{_with_marks(sentence, found, '<mark>', '</mark>', escape)}"
        f"<cite>{escape(file)}, character {found[0]['start']}</cite></blockquote>"
        for (file, sentence), found in groups.items()
    )
