"""What every adapter does alike: text on standard input, findings as JSON lines on standard output, cost in a file.

Runs in the environment of each peer, so it uses nothing but the standard library.
"""

from __future__ import annotations

import json
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypedDict

__all__ = ["Finding", "Parse", "paragraphs", "run", "sentences"]


class Finding(TypedDict, total=False):
    """One quantity; ``start``, ``end`` and ``value`` always, the rest where the peer has such a thing."""

    start: int
    end: int
    value: float | None
    low: float | None
    high: float | None
    unit: str
    modifier: str
    geography: str


Parse = Callable[[str], Iterable[Finding]]

_BLANK_LINE = re.compile(r"\n[ \t]*\n\s*")
_SENTENCE_END = re.compile(r"(?<=[.!?])[\")’”]*\s+(?=[\"(“‘]*[A-Z0-9$€£])")


def paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each paragraph, its line breaks made spaces: what a sentence reader would be given."""
    start = 0
    for gap in _BLANK_LINE.finditer(text):
        yield start, text[start : gap.start()].replace("\n", " ")
        start = gap.end()
    yield start, text[start:].replace("\n", " ")


def sentences(text: str) -> Iterator[tuple[int, str]]:
    """Offset and text of each sentence, cut plainly at full stops before a capital or a figure."""
    for offset, paragraph in paragraphs(text):
        start = 0
        for gap in _SENTENCE_END.finditer(paragraph):
            yield offset + start, paragraph[start : gap.start()]
            start = gap.end()
        yield offset + start, paragraph[start:]


def _installed(package: str) -> str:
    try:
        return version(package)
    except PackageNotFoundError:
        return "unknown"


def run(package: str, load: Callable[[], Parse]) -> None:
    """Load the peer, read standard input, write what it finds; ``sys.argv[1]``, if given, takes the cost as JSON.

    CPU seconds of loading and of reading are kept apart: a long run pays for loading once.
    """
    begin = time.process_time()
    parse = load()
    loaded = time.process_time()
    text = sys.stdin.buffer.read().decode("utf-8")
    before = time.process_time()
    findings = list(parse(text))
    after = time.process_time()
    # In bytes: Linux counts kilobytes, macOS bytes.
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)
    for finding in findings:
        sys.stdout.write(json.dumps(finding, ensure_ascii=False) + "\n")
    cost: dict[str, Any] = {
        "package": package,
        "version": _installed(package),
        "load_seconds": round(loaded - begin, 3),
        "read_seconds": round(after - before, 4),
        "max_rss": memory,
        "found": len(findings),
    }
    if len(sys.argv) > 1:
        Path(sys.argv[1]).write_text(json.dumps(cost), encoding="utf-8")
