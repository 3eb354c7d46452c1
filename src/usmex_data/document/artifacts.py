"""Finds what a page prints besides its text: page numbers, running heads, footnote marks on lines of their own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

from usmex_data.document.continuation import Continuation
from usmex_data.document.document import MarkKind
from usmex_data.document.lines import Line, ends_sentence, is_title, starts_inside

__all__ = ["Removed", "clear"]

_PAGE_WORDS = re.compile(
    r"(?:page|p\.)\s*(\d{1,4})(?:\s*(?:of|/)\s*\d{1,4})?\Z|[-–—|\s]*(\d{1,4})[-–—|\s]*\Z", re.IGNORECASE
)
_LEADING_NUMBER = re.compile(r"(\d{1,3})[.)]?\s")
_CUT = 30
"""A line of running text is longer than this."""
_NUMBERED_HEAD = re.compile(r"(?:\d{1,4}\s*[|•·–—-]?\s+(?=\D))|(?:\s+[|•·–—-]?\s*\d{1,4}\Z)")

_PRINTED = re.compile(
    r"""
      VerDate\s.*                                                              # a printer's line, with its job and form
    | (?:\d{1,6}\s+)?Federal\s+Register\s?/\s?Vol\..{0,140}                    # running heads of gazettes
    | (?:[LC]\s?\d{1,4}/\d{1,4}\s+)?(?:[A-Z]{2}\s+)?Official\s+Journal\s+of\s+the\s+European.{0,60}
    | \[\[Page\s.{1,20}\]\] | (?:BILLING|Billing)\s(?:CODE|Code)\s.{1,20}
    | \[FR\s+Doc\..{1,80}\] | [a-z]{3,20}\son\s[A-Z0-9]{8,24}\s?with\s[A-Z0-9\s-]{4,24}
    | (?:Page\s)?\d{1,4}\s+GAO[-–]\d\d[-–]\d+\S* | Page\s\d{1,4}\s+GAO[-–].{1,40}
    """,
    re.VERBOSE,
)
"""Lines that a printing office adds to each page."""
_PRINT_WORDS = ("VerDate", "Federal", "Official Journal", "[[Page", "[FR", "CODE", "Code", " on DS", "GAO")
"""One of these is in every such line."""

Removed = tuple[Line, MarkKind, str]


def clear(lines: list[Line], continuation: Continuation) -> tuple[list[Line], list[Removed]]:
    """The lines that are text, and those that are not, with what they are and their number."""
    kinds = _bare_numbers(lines, continuation)
    heads = _running_heads(lines, kinds, continuation)
    kinds.update(dict.fromkeys((*heads, *_print_lines(lines)), ("layout", "")))
    if not kinds:
        return lines, []
    kept: list[Line] = []
    removed: list[Removed] = []
    gap, page, mark = 0, False, False
    for index, line in enumerate(lines):
        if index in kinds:
            kind, number = kinds[index]
            removed.append((line, kind, number))
            gap = max(gap, line.gap)
            page, mark = page or kind != "footnote_mark", mark or kind == "footnote_mark"
            continue
        line.gap = max(gap, line.gap)
        line.after_page, line.after_mark = page, mark
        kept.append(line)
        gap, page, mark = 0, False, False
    return kept, removed


def _print_lines(lines: list[Line]) -> Iterator[int]:
    """Which lines a printing office added, each known by its own words."""
    for index, line in enumerate(lines):
        if any(word in line.text for word in _PRINT_WORDS) and _PRINTED.fullmatch(line.text):
            yield index


def _bare_numbers(lines: list[Line], continuation: Continuation) -> dict[int, tuple[MarkKind, str]]:
    """Which lines are page numbers and footnote marks, told apart by the order in which both count up."""
    found = {
        index: number
        for index, line in enumerate(lines)
        if not line.role and (number := _bare_number(line.text)) is not None
    }
    alone = [index for index in found if index - 1 not in found and index + 1 not in found]
    defined = {int(match.group(1)) for line in lines if (match := _LEADING_NUMBER.match(line.text))} if alone else set()
    later = Counter(found[index] for index in alone)
    kinds: dict[int, tuple[MarkKind, str]] = {}
    page, mark = continuation.page, continuation.mark
    for index in alone:
        number = found[index]
        later[number] -= 1
        line = lines[index]
        worded = not line.text.isdecimal()
        next_page = number == page + 1 or number == page + 2 if page else later[number + 1] + later[number + 2] > 0
        next_mark = not worded and number in defined and (number == mark + 1 or number == 1)
        if next_mark and not (next_page and not _marks_text(lines, index)):
            kinds[index], mark = ("footnote_mark", str(number)), number
        elif next_page or worded:
            kinds[index], page = ("page", str(number)), number
        elif stop := _page_break(lines, index):
            kinds[index] = ("page", str(number))
            kinds.update(dict.fromkeys(range(index + 1, stop), ("layout", "")))
    continuation.page, continuation.mark = page, mark
    return kinds


def _page_break(lines: list[Line], index: int) -> int:
    """Where the sentence goes on that a page number at ``index`` cuts, behind a running head; 0 if it cuts none."""
    if not 0 < index < len(lines) - 1 or lines[index - 1].role or ends_sentence(lines[index - 1].text):
        return 0
    if len(lines[index - 1].text) <= _CUT:
        return 0
    after = lines[index + 1]
    if after.text[0] in "$€£¥" or (min(lines[index].gap, after.gap) > 1 and starts_inside(after.text)):
        return index + 1
    if index + 2 == len(lines) or len(after.text) > 80 or not (is_title(after.text) and _could_be_head(after.text)):
        return 0
    behind = lines[index + 2].text
    return index + 2 if behind[0] in "$€£¥" or starts_inside(behind) else 0


def _bare_number(text: str) -> int | None:
    if len(text) > 16 or not any(map(str.isdecimal, text)):
        return None
    match = _PAGE_WORDS.match(text)
    return int(match.group(1) or match.group(2)) if match else None


def _marks_text(lines: list[Line], index: int) -> bool:
    """Whether a lone number stands where a raised one fell out of running text."""
    before = lines[index - 1].text if index else ""
    touching = lines[index].gap == 1 and (index + 1 == len(lines) or lines[index + 1].gap == 1)
    return touching and (before[-1:] in ",;" or ends_sentence(before))


def _running_heads(lines: list[Line], pages: Iterable[int], continuation: Continuation) -> list[int]:
    """Which lines are heads or feet: short, repeated, and seen to cut a sentence or to touch a page number."""
    times = Counter(_head_key(line.text) for line in lines if len(line.text) <= 80 and not line.role)
    repeated = {key for key, count in times.items() if (count > 2 and len(key) > 3) or key in continuation.heads}
    known, continuation.heads = continuation.heads, frozenset()
    if not repeated:
        return []
    numbered = set(pages)
    places: dict[str, list[int]] = {}
    for index, line in enumerate(lines):
        if (
            len(line.text) <= 80
            and not line.role
            and (key := _head_key(line.text)) in repeated
            and _could_be_head(line.text)
        ):
            places.setdefault(key, []).append(index)
    heads: list[int] = []
    keys: set[str] = set()
    for key, found in places.items():
        votes = sum(_cuts_sentence(lines, index) for index in found)
        near = sum(index - 1 in numbered or index + 1 in numbered for index in found)
        stacked = any(two - one == 1 for one, two in pairwise(found)) or 2 * len(found) > len(lines)
        seen = votes or found[0] == 0 or 2 * near > len(found)
        if not stacked and (key in known or (len(found) > 2 and seen)):
            heads.extend(found)
            keys.add(key)
    continuation.heads = frozenset(keys)
    return heads


def _head_key(text: str) -> str:
    return _NUMBERED_HEAD.sub("", text) if text[0].isdecimal() or text[-1].isdecimal() else text


def _could_be_head(text: str) -> bool:
    return text[-1] not in ".,;:!?" and not starts_inside(text) and (text[0].isalnum() or text[0] in "©|–—")


def _cuts_sentence(lines: list[Line], index: int) -> bool:
    """Whether a sentence of running text stops before the line and goes on behind it."""
    if not 0 < index < len(lines) - 1:
        return False
    before, after = lines[index - 1].text, lines[index + 1].text
    return len(before) > 30 and not ends_sentence(before) and after[0].islower() and " " in after
