"""Groups lines into paragraphs as they are printed, before anything that a page cut apart is joined again."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from usmex_data.document.lines import (
    Line,
    ends_sentence,
    enumerator,
    is_address,
    is_caps,
    is_name,
    is_people,
    is_row,
    is_rule,
    is_title,
    maybe_open,
    starts_inside,
)

__all__ = ["Chunk", "chunks", "goes_on_as_address"]

_ADDRESS_CUTS = ("-", "/", "_", "=", "&", "?")
_ADDRESS_END = re.compile(r"(?:https?://|www\.)\S*[-/_=&?]\Z")
_ADDRESS_TAIL = re.compile(r"[a-z0-9][^\s]*[-/_=&?.%\d][^\s]*")
_WRAPPED = 200
"""Lines longer than this are whole paragraphs, not wrapped ones."""
_LABEL = re.compile(r"(\d{1,3})\s+(?=[A-Z“\"‘(]|https?:)")
_HEADING = 1_000
"""A longer line is no heading, whatever marks it begins with: a text without line breaks may begin with any."""
_HASHES = re.compile(r"#{1,6}\s+(?=\S)")
_CLOSING = re.compile(r"\d{1,4}\)")
_SMALL = re.compile(r"\b(?:of|the|and|for|in|to|with|a)\b", re.IGNORECASE)


@dataclass(slots=True)
class Chunk:
    """A printed paragraph: its lines, and what later steps find out about it."""

    lines: list[Line]
    kind: str = "body"
    level: int = 0
    """A Markdown heading's number of signs, 0 for other chunks."""
    lead: int = 0
    """How many characters at its start are a bullet, number or heading sign."""
    number: str = ""
    loose: bool = False
    """Whether its number has no sign behind it, and is none unless a footnote mark calls for it."""
    section: tuple[str, ...] = ()
    tail: list[Chunk] = field(default_factory=list)
    """Chunks that continue this one."""
    title: bool = False
    """Whether all its lines are written as in a title."""
    full: int = 0
    """The length of its longest line."""
    text: str = ""
    resumes: Chunk | None = None
    """The chunk whose section goes on here, after something was set in between, such as a box."""

    def add(self, line: Line) -> None:
        """Let the chunk go on with a line."""
        self.lines.append(line)
        self.title = self.title and is_title(line.text)
        self.full = max(self.full, len(line.text))

    @property
    def gap(self) -> int:
        """The line feeds before it."""
        return self.lines[0].gap

    @property
    def start(self) -> int:
        """Where it starts in the repaired text."""
        return self.lines[0].start

    @property
    def bare(self) -> str:
        """Its text without bullet or number."""
        return self.text[self.lead :]


def goes_on_as_address(before: str, line: str) -> bool:
    """Whether a line continues a web address that a line break cut."""
    if not before.endswith(_ADDRESS_CUTS):
        return False
    return bool(_ADDRESS_END.search(before[-300:])) and bool(_ADDRESS_TAIL.match(line.split(" ", 1)[0]))


def chunks(lines: list[Line], letters: frozenset[str], noted: frozenset[str] = frozenset()) -> list[Chunk]:
    """The printed paragraphs of a text; ``letters`` are its letter bullets, ``noted`` its footnote marks."""
    found: list[Chunk] = []
    usual = _median([len(line.text) for line in lines])
    widths = _widths(lines)
    for index, line in enumerate(lines):
        if is_rule(line.text):
            continue
        if found and found[-1].lines[-1] is lines[index - 1]:
            following = lines[index + 1] if index + 1 < len(lines) else None
            if _continues(found[-1], line, following, _Column(widths[index], usual, letters, noted)):
                found[-1].add(line)
                continue
        after_title = bool(found) and line.gap == 1 and found[-1].title
        found.append(_start(line, letters, noted))
        if after_title and index + 1 < len(lines) and len(line.text) > 0.8 * len(lines[index + 1].text):
            found[-1].title = is_title(lines[index + 1].text)
    found = [part for chunk in found for part in _unrolled(chunk)]
    for chunk in found:
        chunk.text = " ".join(line.text for line in chunk.lines)
    return found


def _median(lengths: list[int]) -> int:
    """The middle of some lengths, 0 of none; the library's own takes a tenth of the import with it."""
    ordered, count = sorted(lengths), len(lengths)
    return (ordered[(count - 1) // 2] + ordered[count // 2]) // 2 if ordered else 0


def _start(line: Line, letters: frozenset[str], noted: frozenset[str]) -> Chunk:
    chunk = Chunk([line], full=len(line.text))
    match = _HASHES.match(line.text)
    if match and len(line.text) <= _HEADING:
        chunk.level, chunk.lead, chunk.kind = match.group().count("#"), match.end(), "heading"
        return chunk
    if is_row(line.text) or line.role:
        chunk.kind = "table"
        return chunk
    chunk.lead, chunk.number = enumerator(line.text, letters)
    if not chunk.lead and (label := _bare_label(line.text, noted)):
        chunk.lead, chunk.number, chunk.loose = label.end(), label.group(1), True
    chunk.kind = "list_item" if chunk.lead else "body"
    chunk.title = is_title(line.text[chunk.lead :])
    return chunk


def _unrolled(chunk: Chunk) -> list[Chunk]:
    """A list of names that looked like one long heading, line by line; any other chunk as it is."""
    named = len(chunk.lines) > 2 and all(is_name(line.text) and not _SMALL.search(line.text) for line in chunk.lines)
    if not chunk.title or (len(chunk.lines) < 5 and not named):
        return [chunk]
    return [Chunk([line], title=True) for line in chunk.lines]


def _widths(lines: list[Line]) -> list[int]:
    """For each line the width of the column at its upper edge: the longest line near by on the narrower side."""
    lengths = [len(line.text) for line in lines]
    return [min(max(lengths[max(0, i - 3) : i] or [0]), max(lengths[i : i + 3])) for i in range(len(lengths))]


@dataclass(frozen=True, slots=True)
class _Column:
    """The width of the column here, the text's usual one, and the letters that are bullets."""

    width: int
    usual: int
    letters: frozenset[str]
    noted: frozenset[str]


def _bare_label(text: str, noted: frozenset[str]) -> re.Match[str] | None:
    """The bare number that a line starts with, if it is one of the footnotes'."""
    match = _LABEL.match(text)
    return match if match and match.group(1) in noted else None


def _continues(chunk: Chunk, line: Line, following: Line | None, column: _Column) -> bool:
    """Whether a line belongs to the paragraph whose last line stands directly above it."""
    last = chunk.lines[-1].text
    if line.role:
        return line.role == "cell"
    if line.gap > 1 or line.after_page or chunk.level or line.text.startswith("#"):
        return False
    if chunk.kind == "table" or is_row(line.text):
        return False
    if enumerator(line.text, column.letters)[0]:
        return _closes(last, line.text)
    if _bare_label(line.text, column.noted) and (ends_sentence(last) or chunk.loose):
        return False
    if last.endswith(",") or goes_on_as_address(last, line.text):
        return True
    if line.after_mark:
        return len(last) + 1 + len(line.text) <= 1.06 * column.width or not ends_sentence(last)
    if _case_changes(last, line.text) or _names_meet(last, line.text) or _is_cut_quote(line.text, following):
        return False
    if chunk.number.isdecimal() and len(chunk.lines[0].text) > 1.3 * column.usual:
        return _goes_on_as_note(chunk, line.text)
    if chunk.title and not starts_inside(line.text) and (chunk.number or not chunk.lead):
        return _goes_on_as_title(chunk, line.text)
    return _goes_on_as_text(chunk, line, following, max(column.width, chunk.full))


def _closes(last: str, line: str) -> bool:
    """Whether the parenthesis behind a line's first number was opened in the line above: "(n = / 71)"."""
    return last.rfind("(") > last.rfind(")") and _CLOSING.match(line) is not None


def _goes_on_as_text(chunk: Chunk, line: Line, following: Line | None, width: int) -> bool:
    """Whether running text, by where its last line stops, goes on in the next line."""
    last = chunk.lines[-1].text
    if ends_sentence(last):
        if starts_inside(line.text):
            return maybe_open(last)
        return not _short(last, line.text, width, 0.88) and width <= _WRAPPED and not _opens_heading(line, following)
    return starts_inside(line.text) or not _short(last, line.text, width, 0.8 if chunk.lead else 0.6)


def _case_changes(last: str, line: str) -> bool:
    """Whether a line set in capitals meets one that isn't: a heading starts or ends there."""
    return min(len(last), len(line)) > 3 and is_caps(line) != is_caps(last) and (len(line) > 8 or is_caps(last))


def _goes_on_as_note(chunk: Chunk, line: str) -> bool:
    """Whether a footnote set in small type, wider than the text above it, goes on in the next line."""
    last = chunk.lines[-1].text
    if is_address(line):
        return True
    if is_address(last[last.rfind(" ") + 1 :]):
        return False
    return not (ends_sentence(last) and _short(last, line, chunk.full, 0.88))


def _goes_on_as_title(chunk: Chunk, line: str) -> bool:
    """Whether a heading, so far as it is printed in the lines of the chunk, goes on in the next line."""
    head, colon, _ = line.partition(": ")
    if colon and is_title(head):
        return True  # a run-in heading: "Opportunities for Reshoring and Greater / Integration with the U.S.: It is"
    if not is_title(line) or is_people(line):
        return False
    return len(chunk.lines) == 1 or not _short(chunk.lines[-1].text, line, chunk.full, 1.0)


def _is_cut_quote(line: str, following: Line | None) -> bool:
    """Whether a line at the foot of a page is a quotation that leaves off with dots."""
    if line.startswith(("...", "…")):
        return True
    at_end = following is None or following.after_page or following.gap > 1
    return at_end and line.endswith(("...", "…")) and not starts_inside(line)


def _short(last: str, line: str, width: int, share: float) -> bool:
    """Whether the next line's first word would have fitted behind the last line with room to spare."""
    return len(last) + 1 + len(line.split(" ", 1)[0]) <= share * width


def _names_meet(last: str, line: str) -> bool:
    """Whether two lines are entries of a list of people."""
    return "," in last and "," in line and is_name(last) and is_name(line)


def _opens_heading(line: Line, following: Line | None) -> bool:
    """Whether a line behind a closed one is a heading over what follows."""
    if not is_title(line.text) or len(line.text) > 100:
        return False
    return following is None or following.gap > 1 or not starts_inside(following.text)
