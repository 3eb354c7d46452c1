"""Puts single characters right: ligatures, escapes, markup, raised footnote marks; every change can be traced back."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable
from functools import cache

from usmex_data.document.attached_marks import attached_marks
from usmex_data.document.continuation import Continuation
from usmex_data.document.document import MarkKind
from usmex_data.document.offset_map import Cut, Repaired
from usmex_data.document.word_lists import characters

__all__ = ["repair"]


_URL = re.compile(r"(?:https?://|www\.)[^\s<>\ue000-\uf8ff\ufb00-\ufb06]+")
_AUTOLINK = re.compile(r"<((?:https?://|mailto:|www\.)[^\s<>]+)>")
_RAISED_TAG = re.compile(
    r"<sup>\s{0,3}\\?\[{0,2}(\d{1,3})\\?\]{0,2}(?:\([^()\n]{0,300}\))?\s{0,3}</sup>", re.IGNORECASE
)
_BRACKETED = re.compile(r"\\?\[\\?\[?(\d{1,3})(?:\s?[,–-]\s?\d{1,3}){0,8}\\?\]?\\?\](?:\([^()\n]{0,600}\))?(?![\w\[(])")
"""A note's mark in brackets, alone or linked to its note: "[3]", "[[5]](#note5)"."""
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]|[%\d][.,;:!?]|[^\W\d_][.,;:!?)”\"’]|[.!?)][”\"’)]|\]|\))\Z")
_TAG = re.compile(r"</?(?:b|i|em|strong|sup|sub|u|br|span|p|small|a|center)\b[^<>\n]{0,200}>", re.IGNORECASE)
_LINK_OPEN = re.compile(r"!?\[(?=[^\[\]\n]{1,400}\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\))")
_LINK_CLOSE = re.compile(r"\]\([^()\n]{0,600}(?:\([^()\n]{0,200}\)[^()\n]{0,200})?\)")
_NOTE_LABEL = re.compile(r"\[\^(\w{1,10})\](:?)")
_BRACES = re.compile(r"\^\{([^{}\n]{0,20})\}")
_ESCAPED = re.compile(r"\\([!-/:-@\[-`{-~])")
_SOFT_HYPHEN = "\u00ad"
_RAISED_POWER = re.compile(r"<sup>\s?([-−–+]?)(\d{1,2})\s?</sup>", re.IGNORECASE)
_RAISED_SIGNS = {"-": "⁻", "−": "⁻", "–": "⁻", "+": "⁺", "": ""}
_TEN = re.compile(r"(?<![\d.,$€£¥])10\Z")
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")


@cache
def _special() -> re.Pattern[str]:
    """Where something may have to change; one class of characters, so that it is found fast."""
    table = characters()
    single = "".join(table.ligatures) + "".join(table.superscripts) + table.none + table.wide + table.line_ends
    return re.compile(f"[{re.escape(single)}\\\\<>\\[\\]*_^!]|  +|h(?=ttps?://)|w(?=ww\\.)")


class _Repair:
    """The state of one pass over a raw text."""

    def __init__(self, raw: str, continuation: Continuation) -> None:
        self.raw = raw
        self.continuation = continuation
        self.out = Repaired(raw)
        self.parts: list[str] = []
        self.done = 0  # raw characters before this offset are dealt with
        self.length = 0
        self.link_open = False
        self.closers: set[int] = set()

    def run(self) -> Repaired:
        rules = _rules()
        attached = deque(sorted(attached_marks(self.raw, self.continuation).items()))
        for match in _special().finditer(self.raw):
            self._detach(attached, match.start())
            if match.start() >= self.done:
                rules[match.group()[0]](self, match.start())
        self._detach(attached, len(self.raw))
        self.keep(len(self.raw))
        self.out.text = "".join(self.parts)
        return self.out

    def _detach(self, attached: deque[tuple[int, str]], limit: int) -> None:
        """Take out the footnote marks that stick to the text before ``limit``."""
        while attached and attached[0][0] < limit:
            start, number = attached.popleft()
            if start >= self.done:
                self.cut(start, start + len(number), "footnote_mark", number)

    def keep(self, end: int) -> None:
        """Take the raw text over up to ``end``."""
        if end > self.done:
            self._add(self.raw[self.done : end], self.done, end)
            self.done = end

    def replace(self, start: int, end: int, letters: str) -> None:
        """Let ``letters`` stand for the raw span."""
        self.keep(start)
        if letters:
            self._add(letters, start, end)
        self.done = end

    def cut(self, start: int, end: int, kind: MarkKind, number: str = "") -> None:
        """Take the raw span out of the text and remember it."""
        self.keep(start)
        self.out.cuts.append(Cut(start, end, kind, self.length, number))
        self.done = end

    def _add(self, letters: str, start: int, end: int) -> None:
        self.out.places.append(self.length)
        self.out.starts.append(start)
        self.out.ends.append(end)
        self.parts.append(letters)
        self.length += len(letters)

    def at_line_start(self, start: int) -> bool:
        return not self.raw[self.raw.rfind("\n", max(0, start - 80), start) + 1 : start].strip() and (
            start < 80 or "\n" in self.raw[start - 80 : start]
        )


def _ligature(state: _Repair, start: int) -> None:
    state.replace(start, start + 1, characters().ligatures[state.raw[start]])


def _space(state: _Repair, start: int) -> None:
    stop = start + 1
    while state.raw.startswith(" ", stop):
        stop += 1
    state.replace(start, stop, " ")
    if stop > start + 1:
        state.out.wide.append(state.length - 1)


def _nothing(state: _Repair, start: int) -> None:
    """Drop what prints nothing; between digits a soft hyphen is the dash of a range."""
    beside = state.raw[max(0, start - 1) : start] + state.raw[start + 1 : start + 2]
    between = state.raw[start] == _SOFT_HYPHEN and len(beside) == 2 and beside.isdecimal()
    state.replace(start, start + 1, "-" if between else "")


def _line_end(state: _Repair, start: int) -> None:
    state.replace(start, start + (2 if state.raw.startswith("\r\n", start) else 1), "\n")


def _escape(state: _Repair, start: int) -> None:
    if _bracketed(state, start):
        return
    if _ESCAPED.match(state.raw, start):
        state.replace(start, start + 2, state.raw[start + 1])


def _url(state: _Repair, start: int) -> None:
    if match := _URL.match(state.raw, start):
        stop = match.end()
        if state.link_open and (closing := state.raw.find("](", start, stop)) > 0:
            stop = closing
        state.keep(min([stop, *(sign for sign in state.closers if start < sign < stop)]))


def _angle(state: _Repair, start: int) -> None:
    if match := _AUTOLINK.match(state.raw, start):
        state.replace(start, start + 1, "")
        state.keep(match.end() - 1)
        state.replace(match.end() - 1, match.end(), "")
    elif (match := _RAISED_POWER.match(state.raw, start)) and _is_power(state.raw, start, match[1] + match[2]):
        raised = {digit: sign for sign, digit in characters().superscripts.items()}
        state.replace(start, match.end(), _RAISED_SIGNS[match[1]] + "".join(raised[digit] for digit in match[2]))
    elif match := _RAISED_TAG.match(state.raw, start):
        kind: MarkKind = "footnote_number" if state.at_line_start(start) else "footnote_mark"
        state.cut(start, match.end(), kind, match.group(1))
    elif match := _TAG.match(state.raw, start):
        state.replace(start, match.end(), "")


def _bracketed(state: _Repair, start: int) -> bool:
    """Take out a note's mark in brackets that sticks to the text before it; whether there was one."""
    match = _BRACKETED.match(state.raw, start)
    if match is None or not _BEFORE_MARK.search(state.raw, max(0, start - 2), start):
        return False
    state.cut(start, match.end(), "footnote_mark", match.group(1))
    return True


def _bracket(state: _Repair, start: int) -> None:
    if _bracketed(state, start):
        return
    if match := _NOTE_LABEL.match(state.raw, start):
        kind: MarkKind = "footnote_number" if match.group(2) else "footnote_mark"
        state.cut(start, match.end(), kind, match.group(1))
    elif match := _LINK_OPEN.match(state.raw, start):
        state.replace(start, match.end(), "")
        state.link_open = True


def _closing_bracket(state: _Repair, start: int) -> None:
    if state.link_open and (match := _LINK_CLOSE.match(state.raw, start)):
        state.cut(start, match.end(), "link_target")
        state.link_open = False


def _quoted(state: _Repair, start: int) -> None:
    """Drop the sign before a quoted line of Markdown or mail."""
    if state.at_line_start(start) and state.raw[start + 1 : start + 2] in (" ", ">", "\n", ""):
        state.replace(start, start + 1, "")


def _caret(state: _Repair, start: int) -> None:
    if match := _BRACES.match(state.raw, start):
        inside = match.group(1).strip()
        state.cut(start, match.end(), "footnote_mark" if inside.isdecimal() else "page", inside)


def _raised(state: _Repair, start: int) -> None:
    table = characters().superscripts
    stop = start
    while stop < len(state.raw) and state.raw[stop] in table:
        stop += 1
    number = "".join(table[digit] for digit in state.raw[start:stop])
    if _is_power(state.raw, start, number):
        state.keep(stop)
    else:
        state.cut(start, stop, "footnote_number" if state.at_line_start(start) else "footnote_mark", number)


def _is_power(raw: str, start: int, number: str) -> bool:
    """Whether raised digits at ``start`` belong to a unit (m², s⁻²) or to a power of ten (×10⁶)."""
    before = raw[max(0, start - 12) : start]
    if before.endswith(("⁻", "⁺")) or _TEN.search(before):
        return True
    word = _LAST_WORD.search(before)
    if number.startswith(("-", "−", "–")):
        return word is not None
    return word is not None and number in ("2", "3") and word.group() in characters().units


def _emphasis(state: _Repair, start: int) -> None:
    """Drop a pair of emphasis signs; a lone one stays, as do those between spaces or inside words."""
    stop = start + 1
    while stop < start + 3 and state.raw.startswith(state.raw[start], stop):
        stop += 1
    sign = state.raw[start:stop]
    if start in state.closers:
        state.closers.discard(start)
        state.replace(start, stop, "")
        return
    before = state.raw[start - 1 : start]
    after = state.raw[stop : stop + 1]
    closing = -1
    if after.strip() and after not in "*_" and not (before.isalnum() or before == sign[0]):
        closing = _closing_sign(state.raw, stop, sign)
    if closing >= 0:
        state.closers.add(closing)
        state.replace(start, stop, "")
    else:
        state.keep(stop)


def _closing_sign(raw: str, start: int, sign: str) -> int:
    """The offset of the sign that closes emphasis opened before ``start``, or -1."""
    limit = min(len(raw), start + 2000)
    place = raw.find(sign, start, limit)
    for _ in range(8):  # a sign that eight others don't close is none; keeps hostile texts linear
        if place < 0 or raw.find("\n\n", start, place) >= 0:
            break
        after = raw[place + len(sign) : place + len(sign) + 1]
        if raw[place - 1].strip() and not (after.isalnum() or after == sign[0]):
            return place
        place = raw.find(sign, place + len(sign), limit)
    return -1


@cache
def _rules() -> dict[str, Callable[[_Repair, int], None]]:
    """Which rule looks at which character."""
    table = characters()
    rules: dict[str, Callable[[_Repair, int], None]] = {
        "\\": _escape, "<": _angle, "[": _bracket, "!": _bracket, "]": _closing_bracket, "^": _caret, ">": _quoted,
        "*": _emphasis, "_": _emphasis, " ": _space, "h": _url, "w": _url,
    }  # fmt: skip
    rules |= dict.fromkeys(table.ligatures, _ligature)
    rules |= dict.fromkeys(table.superscripts, _raised)
    rules |= dict.fromkeys(table.wide, _space)
    rules |= dict.fromkeys(table.none, _nothing)
    rules |= dict.fromkeys(table.line_ends, _line_end)
    return rules


def repair(raw: str, continuation: Continuation | None = None) -> Repaired:
    """The text with its characters put right, and what was taken out; ``continuation`` where other text came before."""
    return _Repair(raw, continuation or Continuation()).run()
