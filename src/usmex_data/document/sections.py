"""Finds headings, gives each block its heading path, and tells summaries, lists of people and contents apart."""

from __future__ import annotations

import re

from usmex_data.document.chunks import Chunk
from usmex_data.document.lines import is_caps, is_name, is_people, is_title, starts_inside
from usmex_data.document.tables import words

__all__ = ["classify", "outline"]

_CONTENTS_ROW = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6})\s+\S.*\Z|.*?(?:\.\s?){3,}\s*\d{1,4}\Z|\S.*\s\d{1,4}\Z")
_PART_COUNT = re.compile(r"\s*\(?\d/\d\)?\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVXLC]+[.)]\s")
_SENTENCE_CASE = 9
"""A line of no more words may be a heading without being written as a title."""
_LONG = 600
"""A paragraph of so many characters is no point of a list of recommendations any more."""
_RANKS = {"chapter": 1, "part": 3, "plain": 4, "numbered": 5, "summary": 6, "people": 6}


def classify(chunks: list[Chunk]) -> None:
    """Give headings, names and contents rows their kind."""
    _contents(chunks)
    for index, chunk in enumerate(chunks):
        if chunk.kind in ("body", "list_item") and _is_heading(chunks, index):
            chunk.kind = "heading"
    _names(chunks)


def _contents(chunks: list[Chunk]) -> None:
    """Mark the rows of a table of contents: those that follow its heading and hold a page number."""
    inside = 0
    for chunk in chunks:
        if chunk.text.lower().rstrip(":") in words("layout", "contents", "headings"):
            chunk.kind, inside = "heading", 1
        elif inside and chunk.kind in ("body", "list_item") and len(chunk.text) < 160 and _CONTENTS_ROW.match(chunk.text):
            chunk.kind, chunk.lead = "contents", 0
        elif inside:
            inside = 0


def _is_heading(chunks: list[Chunk], index: int) -> bool:
    chunk = chunks[index]
    text = chunk.bare
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if not text or len(text) > 140 or len(chunk.lines) > 4 or text[-1] in ".;,!" and not is_caps(text):
        return False
    if following is None or starts_inside(text) or not any(map(str.isalpha, text)):
        return False
    if starts_inside(following.text) and following.kind == "body" and not is_caps(text):
        return index > 0 and chunk.title and _pending(chunks, index)
    if chunk.kind == "list_item":
        return bool(chunk.number) and _stands_over(chunk, following) and _numbered_heading(chunk, text)
    if is_people(text) and index and (chunks[index - 1].kind == "heading" or chunks[index - 1].title):
        return False
    if chunk.title or is_caps(text):
        return not (is_name(text) and "," in text) or text.endswith(":")
    return _is_plain_heading(chunk, following, text)


def _pending(chunks: list[Chunk], index: int) -> bool:
    """Whether an open paragraph before a heading explains why the text behind it starts inside a sentence."""
    before = next((other for other in reversed(chunks[max(0, index - 6) : index]) if len(other.text) > 60), None)
    return before is not None and before.text[-1] not in ".!?:”\""


def _numbered_heading(chunk: Chunk, text: str) -> bool:
    return chunk.number.isdigit() or chunk.number.isupper() or is_title(text)


def _stands_over(chunk: Chunk, following: Chunk) -> bool:
    """Whether running text follows, not the next item of a list."""
    return following.kind == "body" and len(following.text) > 60 or following.kind == "heading" or not following.lead


def _is_plain_heading(chunk: Chunk, following: Chunk, text: str) -> bool:
    """Whether a short line in sentence case, alone between blank lines, is a heading."""
    alone = chunk.gap > 1 and following.gap > 1 and len(chunk.lines) == 1
    return (
        alone and len(text.split()) <= _SENTENCE_CASE and text[0].isupper() and text[-1].isalnum()
        and following.kind == "body" and len(following.text) > 120 and "@" not in text and "|" not in text
    )  # fmt: skip


def _names(chunks: list[Chunk]) -> None:
    """Mark lists of people: under a heading that announces them, or three names in a row, and author lines."""
    announced = False
    for index, chunk in enumerate(chunks):
        low = chunk.text.lower().rstrip(":")
        if low.rsplit(" ", 1)[-1] in words("layout", "names", "headings") and len(low) < 80:
            announced, chunk.kind = True, "heading"
            continue
        named = chunk.kind in ("body", "heading", "list_item") and not chunk.level and all(
            is_name(line.text[chunk.lead if place == 0 else 0 :]) for place, line in enumerate(chunk.lines)
        )
        if announced and named and len(chunk.text) < 120:
            chunk.kind = "names"
        elif chunk.kind == "body" and is_people(chunk.text) and index and chunks[index - 1].kind == "heading":
            chunk.kind = "names"
        elif chunk.kind not in ("names", "footnote", "reference") and len(chunk.text) > 40:
            announced = announced and named


def outline(chunks: list[Chunk], *, summary: bool = False) -> None:
    """Give each chunk its heading path; body under a summary's heading becomes ``summary``."""
    chapters = _chapters(chunks)
    parts = any(_rank(chunk, chapters, chunks) == _RANKS["part"] for chunk in chunks if chunk.kind == "heading")
    path: list[tuple[int, str]] = []
    inside = ""  # "", "points" or "whole": what kind of summary the text stands in
    for index, chunk in enumerate(chunks):
        if chunk.kind == "heading":
            rank = chunk.level * 2 or _rank(chunk, chapters, chunks)
            kind = _summary_kind(chunk.text)
            if kind and not chunk.level:
                rank = _RANKS["summary"] if not parts or is_caps(chunk.text) or kind == "whole" else _RANKS["plain"]
            if not (inside and not kind and rank == _RANKS["plain"] and _leads_list(chunks, index)):
                inside = kind if kind and not _leads_body(chunks, index, rank, chapters) else ""
            path = [(other, title) for other, title in path if other < rank] + [(rank, _title(chunk))]
        elif inside == "points" and chunk.kind in ("body", "list_item") and len(_whole(chunk)) > _LONG:
            inside = ""
            path = path[:-1] if path and _summary_kind(path[-1][1]) else [p for p in path if p[0] < _RANKS["plain"]]
        elif (inside or summary) and chunk.kind in ("body", "list_item"):
            chunk.kind = "summary"
        chunk.section = tuple(title for _, title in path)


def _whole(chunk: Chunk) -> str:
    return chunk.text + "".join(part.text for part in chunk.tail)


def _title(chunk: Chunk) -> str:
    return chunk.text[chunk.lead :].strip() if chunk.level else chunk.text.rstrip(":")


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


def _chapters(chunks: list[Chunk]) -> dict[str, int]:
    """The chapters that a table of contents names, with the place of the table's last row."""
    rows = [index for index, chunk in enumerate(chunks) if chunk.kind == "contents"]
    return {_plain(re.sub(r"^[ivxlc]+\s", "", chunks[index].text)): rows[-1] for index in rows}


def _rank(chunk: Chunk, chapters: dict[str, int], chunks: list[Chunk]) -> int:
    text = chunk.text
    plain = _plain(text)
    if chapters and chunk.start > chunks[next(iter(chapters.values()))].start:
        if plain in chapters or any(plain.startswith(f"{name} ") for name in chapters):
            return _RANKS["chapter"]
    first = text.split(" ", 1)[0].lower().rstrip(":.")
    if first in words("layout", "rank", "parts") and len(text.split()) > 1 and text.split()[1].rstrip(":.").isalnum():
        return _RANKS["part"]
    if _ROMAN.match(text):
        return _RANKS["part"]
    if chunk.number.isdigit():
        return _RANKS["numbered"]
    if plain.rsplit(" ", 1)[-1] in words("layout", "names", "headings"):
        return _RANKS["people"]
    return _RANKS["plain"]


def _summary_kind(text: str) -> str:
    """Whether a heading stands over a summary: "points" for recommendations and the like, "whole" for abstracts."""
    plain = _plain(_PART_COUNT.sub("", text))
    if plain in words("layout", "summary", "whole"):
        return "whole"
    found = plain.split()
    leading = words("layout", "summary", "leading")
    fits = found and found[-1] in words("layout", "summary", "headings") and all(word in leading for word in found[:-1])
    return "points" if fits and (len(found) > 1 or found[-1] != "conclusions") else ""


def _leads_list(chunks: list[Chunk], index: int) -> bool:
    """Whether list items follow a heading, as under the subheadings of a box."""
    return index + 1 < len(chunks) and chunks[index + 1].kind == "list_item"


def _leads_body(chunks: list[Chunk], index: int, rank: int, chapters: dict[str, int]) -> bool:
    """Whether "Key Recommendations" stands over a section of the body: numbered headings and long text follow."""
    for chunk in chunks[index + 1 : index + 40]:
        if chunk.kind == "heading":
            other = chunk.level * 2 or _rank(chunk, chapters, chunks)
            return other == _RANKS["numbered"]
        if chunk.kind in ("body", "list_item") and len(_whole(chunk)) > _LONG and chunk is not chunks[index + 1]:
            return False
    return False
