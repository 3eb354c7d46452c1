"""Measures um.extract beside other extractors and writes benchmarks/results.json and the table of docs/benchmarks.md.

python benchmarks/run.py                        all of it
python benchmarks/run.py accuracy hostile       parts of it; what the others found before stays
python benchmarks/run.py --peers quantulum3 --sizes 0.1 1 --limit 60 speed
python benchmarks/run.py report                 only writes the page again
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import os
import platform
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from harness.environments import BENCH, OURS, Peer, prepare
from harness.process import run_adapter
from harness.report import write_page
from harness.score import read_findings, score
from harness.selective import measure as measure_doubts
from harness.speed import HOSTILE_SIZES, SIZES, hostile, speed
from harness.suites import suites
from harness.texts import gold_texts
from harness.units import contract_unit, peer_unit

PARTS = ("accuracy", "doubts", "speed", "hostile", "suites")
LIMIT = 600
RESULTS = BENCH / "results.json"


def say(line: str) -> None:
    """Progress, apart from results."""
    print(line, file=sys.stderr, flush=True)


def accuracy(peers: Sequence[Peer]) -> dict[str, Any]:
    """Counts for each peer, summed and by text, with the unit names of its that could not be placed."""
    texts = list(gold_texts())
    measured: dict[str, Any] = {}
    for peer in peers:
        read_unit = contract_unit if peer is OURS else peer_unit
        by_text: dict[str, dict[str, int]] = {}
        total: Counter[str] = Counter()
        unknown: Counter[str] = Counter()
        failed: dict[str, str] = {}
        for text in texts:
            outcome = run_adapter(peer, text.raw)
            if outcome.failed:
                failed[text.name] = outcome.failed
            findings = read_findings(outcome.lines)
            unknown.update(found.unit for found in findings if read_unit(found.unit) is None)
            counts = score(text.raw, text.claims, text.beside, findings, read_unit)
            by_text[text.name] = {name: counts[name] for name in ("gold", "found", "value", "amount", "false")}
            total += counts
        say(f"{peer.title}: {total['found']} of {total['gold']} claims found")
        measured[peer.name] = {
            "total": dict(total), "texts": by_text, "unknown_units": dict(unknown), "failed": failed,
        }  # fmt: skip
    return measured


def _about(peer: Peer) -> dict[str, str]:
    outcome = run_adapter(peer, "It weighs 5 kg.")
    reason = peer.reason or outcome.failed
    about = {"title": peer.title, "configuration": peer.configuration, "version": outcome.version}
    return {**about, **({"reason": reason} if reason else {})}


def main(arguments: Sequence[str] | None = None) -> int:
    """The exit status: 0 also when a peer could not be had, since the page then says so; 1 if ours failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)} or report; all by default")
    parser.add_argument("--peers", nargs="*", default=(), help="names of files in benchmarks/peers; all by default")
    parser.add_argument("--sizes", nargs="*", type=float, default=SIZES, help="megabytes of the texts for speed")
    parser.add_argument("--limit", type=int, default=LIMIT, help="CPU seconds that a run for speed may take")
    given = parser.parse_args(arguments)
    wanted = given.parts or PARTS
    if unknown := set(wanted) - {*PARTS, "report"}:
        parser.error(f"no such part: {', '.join(sorted(unknown))}; there are {', '.join(PARTS)} and report")

    results: dict[str, Any] = json.loads(RESULTS.read_text(encoding="utf-8")) if RESULTS.exists() else {}
    if set(wanted) & set(PARTS):
        peers = prepare(frozenset(given.peers))
        results.setdefault("peers", {}).update({peer.name: _about(peer) for peer in peers})
        able = [peer for peer in peers if "reason" not in results["peers"][peer.name]]
        for part in (part for part in PARTS if part in wanted):
            before = results.get(part, {})
            command = _command(part, given)
            # A run of everything replaces the commands, one of a few peers or sizes comes on top.
            earlier = [] if command == f"python benchmarks/run.py {part}" else before.get("commands", [])
            results[part] = {
                "date": dt.datetime.now(dt.UTC).date().isoformat(),
                "machine": f"{os.cpu_count()} cores, Python {platform.python_version()}",
                "commands": [*(one for one in earlier if one != command), command],
                "results": _merged(before.get("results"), _measure(part, able, given)),
            }
            RESULTS.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    write_page(results, Path(BENCH.parent / "docs"))
    return int("reason" in results.get("peers", {}).get(OURS.name, {}))


def _command(part: str, given: argparse.Namespace) -> str:
    """What was asked for, as one would ask for this part again."""
    words = ["python benchmarks/run.py", part]
    if given.peers:
        words += ["--peers", *given.peers]
    if part == "speed":
        words += ["--sizes", *(f"{size:g}" for size in given.sizes)] if tuple(given.sizes) != SIZES else []
        words += ["--limit", str(given.limit)] if given.limit != LIMIT else []
    return " ".join(words)


def _merged(before: Any, now: Any) -> Any:
    """What is measured now, and what was before of peers, kinds and sizes that are not measured now."""
    if isinstance(now, dict):
        return {**(before or {}), **now}
    keys = ("peer", "shape", "kind", "bytes")
    known = {tuple(row.get(key) for key in keys) for row in now}
    kept = [row for row in before or [] if tuple(row.get(key) for key in keys) not in known]
    order = {"usmex_data": 0}
    return sorted([*kept, *now], key=lambda row: order.get(row["peer"], 1))


def _measure(part: str, peers: Sequence[Peer], given: argparse.Namespace) -> Any:
    if part == "accuracy":
        return accuracy(peers)
    if part == "doubts":
        return measure_doubts(gold_texts())
    if part == "speed":
        return list(speed(peers, given.sizes, given.limit, say))
    if part == "hostile":
        return list(hostile([OURS], HOSTILE_SIZES, 30, say))
    return suites(peers)


if __name__ == "__main__":
    sys.exit(main())
