"""How much work reading a text takes, counted instead of timed: calls made, and characters that patterns searched.

A clock says something else on a busy machine; these numbers are the same on every one. What a pattern goes back and
forth inside a single match cannot be counted from outside: `benchmarks/linear.py` measures that by time.

Run as a program, in a process of its own, it reads jobs from standard input and writes their counts, since patterns
have to be wrapped before the package makes them:

    [["sentence", "1,", 1000], ["document", "(", 2000]]

The kind "wasteful" searches the rest of the text at each character: what the count must notice.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib  # noqa: F401  (compiles its own patterns, which are not to be counted)
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Job = tuple[str, str, int]


def growth(kind: str, units: Sequence[str], size: int) -> dict[str, float]:
    """For each unit, how many times the work a text takes that is four times as long as ``size``."""
    counts = work([(kind, unit, length) for unit in units for length in (size, 4 * size)])
    return {unit: counts[2 * place + 1] / counts[2 * place] for place, unit in enumerate(units)}


def work(jobs: Sequence[Job]) -> list[int]:
    """The work of each job: a text of the size made of the unit, read as one sentence or as a document."""
    ran = subprocess.run(
        [sys.executable, str(Path(__file__))], input=json.dumps(list(jobs)), capture_output=True, text=True, check=True
    )
    counts: list[int] = json.loads(ran.stdout)
    return counts


class _Count:
    characters = 0
    calls = 0


class _Counted:
    """A pattern that counts how many characters its calls pass over."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self._pattern = pattern

    def __getattr__(self, name: str) -> Any:
        return getattr(self._pattern, name)

    def _looked(self, found: re.Match[str] | None, text: str, pos: int, endpos: int, *, scans: bool) -> None:
        if found is not None:
            _Count.characters += found.end() - pos + 1
        elif scans:
            _Count.characters += max(0, min(endpos, len(text)) - pos)

    def search(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.search(text, pos, endpos)
        self._looked(found, text, pos, endpos, scans=True)
        return found

    def match(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.match(text, pos, endpos)
        self._looked(found, text, pos, endpos, scans=False)
        return found

    def fullmatch(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> re.Match[str] | None:
        found = self._pattern.fullmatch(text, pos, endpos)
        self._looked(found, text, pos, endpos, scans=False)
        return found

    def finditer(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> Iterator[re.Match[str]]:
        for found in self._pattern.finditer(text, pos, endpos):
            _Count.characters += found.end() - pos + 1
            pos = found.end()
            yield found
        _Count.characters += max(0, min(endpos, len(text)) - pos)

    def findall(self, text: str, pos: int = 0, endpos: int = sys.maxsize) -> list[Any]:
        _Count.characters += max(0, min(endpos, len(text)) - pos)
        return self._pattern.findall(text, pos, endpos)

    def sub(self, new: Any, text: str, count: int = 0) -> str:
        _Count.characters += len(text)
        return self._pattern.sub(new, text, count)

    def split(self, text: str, maxsplit: int = 0) -> list[Any]:
        _Count.characters += len(text)
        return self._pattern.split(text, maxsplit)


def _wrap_patterns() -> None:
    compiled = re.compile

    def counting(pattern: Any, flags: int = 0) -> Any:
        made = compiled(pattern.pattern if isinstance(pattern, _Counted) else pattern, flags)
        return _Counted(made) if isinstance(made.pattern, str) else made

    re.compile = counting  # type: ignore[assignment]


def _count_calls(_frame: object, event: str, _arg: object) -> None:
    if event in ("call", "c_call"):
        _Count.calls += 1


def _counted(read: Any, text: str) -> int:
    _Count.calls = _Count.characters = 0
    sys.setprofile(_count_calls)
    try:
        read(text)
    finally:
        sys.setprofile(None)
    return _Count.calls + _Count.characters


def _main() -> None:
    jobs = json.load(sys.stdin)
    _wrap_patterns()
    from usmex_data.annotation import annotate
    from usmex_data.document import Block, Document, read

    def one_sentence(text: str) -> None:
        block, whole = Block(0, len(text), "body"), ((0, len(text)),)
        annotate(Document("", text, text, range(len(text)), range(1, len(text) + 1), (block,), (), whole, (), (0,)))

    def wasteful(text: str) -> None:
        never = re.compile("#")
        for place in range(len(text)):
            never.search(text, place)

    readers = {"sentence": one_sentence, "document": read, "wasteful": wasteful}
    counts = []
    for kind, unit, size in jobs:
        text = (unit * (size // len(unit) + 1))[:size]
        readers[kind](text[:1_000])  # tables and patterns are made on first use
        counts.append(_counted(readers[kind], text))
    json.dump(counts, sys.stdout)


if __name__ == "__main__":
    _main()
