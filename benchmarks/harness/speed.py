"""How long and how much memory: texts of growing size in two shapes, and hostile ones at doubling sizes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .environments import Peer
from .process import Outcome, run_adapter
from .texts import HOSTILE, long_text

__all__ = ["HOSTILE_SIZES", "SHAPES", "SIZES", "hostile", "speed"]

SIZES = (0.1, 1.0, 10.0, 100.0)
SHAPES = {"lines": "many short lines", "line": "one long line"}
HOSTILE_SIZES = (25_000, 50_000, 100_000, 200_000, 400_000)

Row = dict[str, Any]


def _row(peer: Peer, outcome: Outcome, size: int, **more: object) -> Row:
    row: Row = {"peer": peer.name, "bytes": size, **more}
    if outcome.failed:
        return {**row, "failed": outcome.failed}
    rate = round(outcome.read_seconds / (size / 1e6), 3)
    return {
        **row,
        "cpu_seconds": outcome.read_seconds,
        "seconds_per_mb": rate,
        "max_rss": outcome.max_rss,
        "found": outcome.found,
    }


def speed(peers: Sequence[Peer], sizes: Sequence[float], limit: int, say: Callable[[str], None]) -> Iterator[Row]:
    """A row a peer, shape and size. A size is not tried that would pass ``limit`` CPU seconds at the rate of the last.

    That rate is the kinder guess for an extractor whose time grows faster than the text.
    """
    for shape, called in SHAPES.items():
        last: dict[str, float] = {}
        for size in sorted(sizes):
            text = long_text(size, shape)
            length = len(text.encode())
            for peer in peers:
                expected = last.get(peer.name, 0.0) * length / 1e6
                if expected > limit:
                    reason = f"not run: over {limit} s of CPU by the rate of the size before"
                    yield {"peer": peer.name, "bytes": length, "shape": shape, "megabytes": size, "failed": reason}
                    continue
                outcome = run_adapter(peer, text, cpu_seconds=limit, keep=False)
                row = _row(peer, outcome, length, shape=shape, megabytes=size)
                last[peer.name] = row.get("seconds_per_mb", float("inf"))
                say(f"{peer.title}, {size:g} MB, {called}: {row.get('seconds_per_mb', row.get('failed'))} s/MB")
                yield row


def hostile(peers: Sequence[Peer], sizes: Sequence[int], limit: int, say: Callable[[str], None]) -> Iterator[Row]:
    """A row a peer, kind of hostile text and size; after a failure, larger ones of that kind are not tried."""
    for kind, make in HOSTILE.items():
        for peer in peers:
            for size in sorted(sizes):
                text = make(size)
                outcome = run_adapter(peer, text, cpu_seconds=limit, keep=False)
                row = _row(peer, outcome, len(text.encode()), kind=kind)
                say(f"{peer.title}, {kind!r}, {size} bytes: {row.get('seconds_per_mb', row.get('failed'))} s/MB")
                yield row
                if outcome.failed:
                    break
