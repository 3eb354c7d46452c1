"""Measures by the clock whether reading time grows with length only: hostile sentences at two lengths.

What patterns do inside a single match shows in no count of calls, so it is timed here and not in the tests, on a
machine that does nothing else. Ends with status 1 where four times the text takes more than eight times as long.

python benchmarks/linear.py
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

from test_properties_of_reading import HOSTILE  # noqa: E402
from usmex_data.annotation import annotate  # noqa: E402
from usmex_data.corpus import load_sources  # noqa: E402
from usmex_data.document import Block, Document  # noqa: E402
from usmex_data.extraction import readings  # noqa: E402

SMALL = 3_000
LIMIT = 8


def one_sentence(text: str) -> Document:
    """A document of one endless sentence, however the text would be cut."""
    block, whole = Block(0, len(text), "body"), ((0, len(text)),)
    return Document("", text, text, range(len(text)), range(1, len(text) + 1), (block,), (), whole, (), (0,))


def seconds(unit: str, size: int) -> float:
    """The least of three runs."""
    text = one_sentence((unit * (size // len(unit) + 1))[:size])
    times = []
    for _ in range(3):
        began = time.process_time()
        annotate(text)
        times.append(time.process_time() - began)
    return min(times)


def main() -> int:
    """Prints a line a unit, and the time of the five sources."""
    slow = []
    for unit in HOSTILE:
        seconds(unit, 1_000)  # tables and patterns are made on first use
        small, large = seconds(unit, SMALL), seconds(unit, 4 * SMALL)
        growth = large / max(small, 0.002)
        slow += [unit] if growth > LIMIT else []
        print(f"{unit!r:16} {small:7.3f} s {large:7.3f} s  x{growth:.1f}")
    sources = load_sources()
    began = time.process_time()
    for source in sources:
        list(readings(source.raw))
    print(f"the five sources: {time.process_time() - began:.2f} s")
    print(f"more than linear: {slow}" if slow else "all linear")
    return int(bool(slow))


if __name__ == "__main__":
    sys.exit(main())
