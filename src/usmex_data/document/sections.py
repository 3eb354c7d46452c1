"""Finds headings, gives each block its heading path, and tells summaries, lists of people and contents apart."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise

from usmex_data.document.chunks import Chunk
from usmex_data.document.continuation import Continuation
from usmex_data.document.lines import is_caps, is_name, is_people, is_title, starts_inside
from usmex_data.document.word_lists import words

__all__ = ["classify", "find_contents", "outline"]

_CONTENTS_ROW = re.compile(r"(?:\d{1,3}|[ivxlc]{1,6})\s+\S.{0,160}\Z|\S.{0,160}\s\d{1,4}\Z")
_ROW_NUMBER = re.compile(r"\A(?:\d{1,3}|[ivxlc]{1,6})\s+|[\s.]+\d{1,4}\Z")
_PART_COUNT = re.compile(r"\s*\(?\d/\d\)?\Z")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_ROMAN = re.compile(r"[IVXLC]+[.)]\s")
_SENTENCE_CASE = 9
"""A line of no more words may be a heading without being written as a title."""
_STATEMENT = 300
"""A heading may be a whole sentence of so many characters."""
_LONG = 600
"""A paragraph of so many characters is no point of a list of recommendations any more."""
_RANKS = {"chapter": 1, "part": 3, "plain": 4, "numbered": 5, "summary": 6, "people": 6, "inner": 7}


def find_contents(chunks: list[Chunk]) -> list[Chunk]:
    """The chunks with the rows of a table of contents, which follow its heading, one by one."""
    found: list[Chunk] = []
    inside = False
    for chunk in chunks:
        if chunk.text.lower().rstrip(":") in words("layout", "contents", "headings"):
            chunk.kind, inside = "heading", True
        elif inside and chunk.kind in ("body", "list_item") and _CONTENTS_ROW.match(chunk.lines[0].text):
            found += [Chunk([line], kind="contents", text=line.text) for line in chunk.lines]
            continue
        else:
            inside = False
        found.append(chunk)
    return found


def classify(chunks: list[Chunk]) -> None:
    """Give headings and names their kind."""
    statements = _statements(chunks)
    for index, chunk in enumerate(chunks):
        if index in statements or (chunk.kind in ("body", "list_item") and _is_heading(chunks, index)):
            chunk.kind = "heading"
    _names(chunks)


def _statements(chunks: list[Chunk]) -> set[int]:
    """The places of headings that are whole sentences: a list announces them, and the text explains them in turn."""
    items: dict[str, int] = {}
    lists = 0
    for before, chunk in pairwise(chunks):
        lists += before.kind != "list_item"
        if chunk.kind == "list_item":
            items[_plain(chunk.bare)] = lists
    found: dict[int, list[int]] = defaultdict(list)
    for index, chunk in enumerate(chunks[:-1]):
        if chunk.kind == chunks[index + 1].kind == "body" and len(chunk.text) < _STATEMENT:
            found[items.get(_plain(chunk.text), 0)].append(index)
    return {index for number, places in found.items() if number and len(places) > 1 for index in places}


def _is_heading(chunks: list[Chunk], index: int) -> bool:
    chunk = chunks[index]
    text = chunk.bare
    following = chunks[index + 1] if index + 1 < len(chunks) else None
    if not text or len(text) > 140 or len(chunk.lines) > 4 or (text[-1] in ".;,!" and not is_caps(text)):
        return False
    if following is None or starts_inside(text) or not any(map(str.isalpha, text)):
        return False
    if is_people(text) and index and (chunks[index - 1].kind == "heading" or chunks[index - 1].title):
        return False
    if starts_inside(following.text) and following.kind == "body" and not is_caps(text):
        return index > 0 and chunk.title and _pending(chunks, index)
    if chunk.kind == "list_item":
        above = chunks[index - 1]
        if index and chunk.gap == 1 and above.kind == "list_item" and above.number == _previous(chunk.number):
            return False  # the last item of a list
        return bool(chunk.number) and _stands_over(following) and _numbered_heading(chunk, text)
    if chunk.title or is_caps(text):
        return not (is_name(text) and "," in text) or text.endswith(":")
    return _is_plain_heading(chunk, following, text)


def _pending(chunks: list[Chunk], index: int) -> bool:
    """Whether an open paragraph before a heading explains why the text behind it starts inside a sentence."""
    before = next((other for other in reversed(chunks[max(0, index - 6) : index]) if len(other.text) > 60), None)
    return before is not None and before.text[-1] not in '.!?:”"'


def _numbered_heading(chunk: Chunk, text: str) -> bool:
    return chunk.number.replace(".", "").isdecimal() or chunk.number.isupper() or is_title(text)


def _previous(number: str) -> str:
    return str(int(number) - 1) if number.isdecimal() else ""


def _stands_over(following: Chunk) -> bool:
    """Whether running text follows, not the next item of a list."""
    return (following.kind == "body" and len(following.text) > 60) or following.kind == "heading" or not following.lead


def _is_plain_heading(chunk: Chunk, following: Chunk, text: str) -> bool:
    """Whether a short line in sentence case, alone between blank lines, is a heading."""
    alone = chunk.gap > 1 and following.gap > 1 and len(chunk.lines) == 1
    worded = (
        len(text.split()) <= _SENTENCE_CASE and text[0].isupper() and text[-1].isalnum() and not {"@", "|"} & set(text)
    )
    return alone and worded and following.kind == "body" and len(following.text) > max(60, 2 * len(text))


def _names(chunks: list[Chunk]) -> None:
    """Mark lists of people, which a heading announces, and the authors named below a title."""
    listed: list[Chunk] | None = None
    for index, chunk in enumerate(chunks):
        if chunk.level or chunk.kind not in ("body", "heading", "list_item"):
            listed = None if chunk.level else listed
        elif listed is not None and _goes_on(chunk, listed):
            chunk.kind = "names"
            listed.append(chunk)
        elif _announces(chunk):
            listed, chunk.kind = [], "heading"
        else:
            listed = None
            if (
                index
                and chunk.kind == "body"
                and is_people(chunk.text)
                and chunks[index - 1].kind in ("heading", "names")
            ):
                chunk.kind = "names"


def _announces(chunk: Chunk) -> bool:
    """Whether a line says that people follow: "Chair and Members:", "MIGRATION GROUP"."""
    low = chunk.text.lower().rstrip(":")
    return low.rsplit(" ", 1)[-1] in words("layout", "names", "headings") and len(low) < 80


def _goes_on(chunk: Chunk, listed: list[Chunk]) -> bool:
    """Whether a chunk is one more of the people listed: all with a bullet or none, most with an office or none."""
    texts = [line.text[chunk.lead if place == 0 else 0 :] for place, line in enumerate(chunk.lines)]
    if not all(map(is_name, texts)) or len(chunk.text) > 400:
        return False
    if not listed:
        return True
    if chunk.lead or listed[0].lead:
        return bool(chunk.lead) == bool(listed[0].lead)
    offices = sum("," in other.text for other in listed)
    return "," in chunk.text or offices < len(listed) or len(listed) < 4


def outline(chunks: list[Chunk], continuation: Continuation, *, summary: bool = False) -> None:
    """Give each chunk its heading path; body under a summary's heading becomes ``summary``."""
    ranks = _Ranks(chunks, continuation)
    state = _Place(continuation.path, continuation.summary, continuation.depth)
    places: dict[int, _Place] = {}
    for index, chunk in enumerate(chunks):
        if chunk.resumes is not None:
            state = places[id(chunk.resumes)]
        if chunk.kind == "heading":
            state = state.under(chunks, index, ranks)
        elif state.summary == "points" and chunk.kind in ("body", "list_item") and len(_whole(chunk)) > _LONG:
            state = _Place(state.path[: state.depth])
        elif (state.summary or summary) and chunk.kind in ("body", "list_item"):
            chunk.kind = "summary"
        elif state.summary and chunk.kind == "pull_quote" and chunk.text[0] not in '“".…':
            chunk.kind = "summary"  # a recommendation that another list repeats
        places[id(chunk)] = state
        chunk.section = tuple(title for _, title in state.path)
    continuation.go_on(state.path, state.summary, state.depth)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where in the outline a text stands: its heading path with ranks, and the kind of summary it is in, if any."""

    path: tuple[tuple[int, str], ...] = ()
    summary: str = ""
    depth: int = 0
    """The length of the path above the summary's heading."""

    def under(self, chunks: list[Chunk], index: int, ranks: _Ranks) -> _Place:
        """The place below one more heading."""
        chunk = chunks[index]
        rank = ranks.of(chunk)
        kind = _summary_kind(_title(chunk))
        if self.summary and not kind and rank == _RANKS["plain"] and _leads_list(chunks, index):
            above = self.path[: self.depth + 1]
            return _Place((*above, (_RANKS["inner"], _title(chunk))), self.summary, self.depth)
        if kind and not chunk.level:
            rank = _RANKS["summary"] if not ranks.parts or is_caps(chunk.text) or kind == "whole" else rank
        above = tuple((other, title) for other, title in self.path if other < rank)
        kind = "" if kind and ranks.leads_body(chunks, index) else kind
        return _Place((*above, (rank, _title(chunk))), kind, len(above))


def _whole(chunk: Chunk) -> str:
    return chunk.text + "".join(part.text for part in chunk.tail)


def _title(chunk: Chunk) -> str:
    return chunk.text[chunk.lead :].strip() if chunk.level else chunk.text.rstrip(":")


def _plain(text: str) -> str:
    return " ".join(_WORD.findall(text.lower()))


class _Ranks:
    """How high headings stand, by the table of contents and by their own form."""

    def __init__(self, chunks: list[Chunk], continuation: Continuation) -> None:
        rows = [chunk for chunk in chunks if chunk.kind == "contents"]
        named = frozenset(_plain(_ROW_NUMBER.sub("", row.text)) for row in rows)
        self._chapters = continuation.chapters = named or continuation.chapters
        self._first = rows[-1].start if rows else -1
        headings = [chunk for chunk in chunks if chunk.kind == "heading"]
        self.parts = continuation.parts
        self.parts = continuation.parts = self.parts or any(self.of(chunk) == _RANKS["part"] for chunk in headings)

    def of(self, chunk: Chunk) -> int:
        """The rank of a heading; 1 is the highest."""
        if chunk.level:
            return 2 * chunk.level
        text = chunk.text
        plain = _plain(text)
        people = plain.rsplit(" ", 1)[-1] in words("layout", "names", "headings")
        if not people and self._is_chapter(chunk, plain):
            return _RANKS["chapter"]
        first, _, rest = text.partition(" ")
        part = first.lower() in words("layout", "rank", "parts") and rest.split(" ")[0].rstrip(":.").isalnum()
        if part or _ROMAN.match(text) or (plain in words("layout", "rank", "closing") and self.parts):
            return _RANKS["part"]
        if chunk.number.replace(".", "").isdecimal():
            return _RANKS["numbered"]
        return _RANKS["people" if people else "plain"]

    def _is_chapter(self, chunk: Chunk, plain: str) -> bool:
        if not self._chapters or chunk.start <= self._first:
            return False
        if plain in self._chapters:
            return True
        return chunk.title and any(plain.startswith(f"{name} ") for name in self._chapters if name)

    def leads_body(self, chunks: list[Chunk], index: int) -> bool:
        """Whether "Key Recommendations" stands over a section of the body, where numbered headings follow."""
        for chunk in chunks[index + 1 : index + 40]:
            if chunk.kind == "heading":
                return self.of(chunk) == _RANKS["numbered"]
            if chunk.kind in ("body", "list_item") and len(_whole(chunk)) > _LONG and chunk is not chunks[index + 1]:
                return False
        return False


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
