"""Runs an adapter on a text within limits of time and memory: what it found, and what that cost."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from .environments import Peer

__all__ = ["Outcome", "run_adapter"]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Lines that an adapter wrote and its cost; ``failed`` says what stopped it, if anything did."""

    lines: list[str]
    version: str = ""
    load_seconds: float = 0.0
    read_seconds: float = 0.0
    max_rss: int = 0
    found: int = 0
    failed: str = ""


def _limits(cpu_seconds: int, memory: int) -> Callable[[], None]:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_CPU, (cpu_seconds, cpu_seconds + 5))
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))

    return limit


def run_adapter(
    peer: Peer, text: str, *, cpu_seconds: int = 600, memory: int = 12 * 2**30, keep: bool = True
) -> Outcome:
    """The outcome of an adapter on a text; past ``cpu_seconds`` or ``memory`` (bytes) it is ended, and says so."""
    if peer.python is None:
        return Outcome([], failed=peer.reason)
    # Each works on one core, so that CPU seconds compare; hashing alike on every run.
    single = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1")
    environment = {**os.environ, **single, "PYTHONHASHSEED": "0"}
    with tempfile.TemporaryDirectory() as folder:
        source, written, cost = (Path(folder) / name for name in ("text", "found", "cost"))
        source.write_bytes(text.encode("utf-8"))
        with source.open("rb") as given, written.open("wb") as taken:
            done = subprocess.run(
                [str(peer.python), "-W", "ignore", str(peer.adapter), str(cost)],
                stdin=given,
                stdout=taken,
                stderr=subprocess.PIPE,
                env=environment,
                check=False,
                preexec_fn=_limits(cpu_seconds, memory),
            )
        if not cost.exists():
            message = done.stderr.decode("utf-8", "replace").strip().splitlines()
            # Killed by the limit of CPU time (SIGXCPU), or stopped by its own error.
            if done.returncode in (-24, -9):
                failed = f"over {cpu_seconds} s of CPU"
            else:
                failed = "out of memory" if message and "MemoryError" in message[-1] else "".join(message[-1:])[:200]
            return Outcome([], failed=failed or f"exit status {done.returncode}")
        lines = written.read_text(encoding="utf-8").splitlines() if keep else []
        fields = json.loads(cost.read_text(encoding="utf-8"))
    fields.pop("package")
    return Outcome(lines, **fields)
