"""An environment of its own for each peer, from its pinned requirements; what cannot be installed says why."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

__all__ = ["BENCH", "OURS", "ROOT", "Peer", "prepare"]

BENCH = Path(__file__).resolve().parents[1]
ROOT = BENCH.parent
_ENVIRONMENTS = ROOT / "build" / "bench-envs"


@dataclass(frozen=True, slots=True)
class Peer:
    """An extractor: its adapter, and the Python that runs it; ``reason`` says why there is none."""

    name: str
    title: str
    configuration: str
    python: Path | None = None
    reason: str = ""

    @property
    def adapter(self) -> Path:
        """The script that reads a text on standard input."""
        return BENCH / "peers" / f"{self.name}_reader.py"


OURS = Peer("usmex_data", "usmex-data", "the rows of `um.extract` that are claims", Path(sys.executable))
_OTHERS = (
    Peer("quantulum3", "quantulum3", "with its unit classifier, a paragraph at a time"),
    Peer("recognizers", "recognizers-text", "every recognizer of amounts, the longest wins, a paragraph at a time"),
    Peer("cqe", "CQE", "with offsets, spaCy's small English model, a sentence at a time"),
)  # fmt: skip


def _last_line(error: subprocess.CalledProcessError) -> str:
    lines = [line.strip() for line in (error.stderr or error.stdout or "").splitlines() if line.strip()]
    return lines[-1][:300] if lines else str(error)


def _install(folder: Path, requirements: Path) -> None:
    uv = shutil.which("uv", path=f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}")
    python = folder / "bin" / "python"
    # Dependencies are all in the file, so that one left out on purpose stays out.
    options = ["--quiet", "--no-deps", "--require-hashes", "-r", str(requirements)]
    if uv:
        commands = [
            [uv, "venv", "--quiet", "--clear", "--python", sys.executable, str(folder)],
            [uv, "pip", "install", "--python", str(python), *options],
        ]
    else:
        commands = [
            [sys.executable, "-m", "venv", "--clear", str(folder)],
            [str(python), "-m", "pip", "install", "--disable-pip-version-check", *options],
        ]
    for command in commands:
        subprocess.run(command, check=True, capture_output=True, text=True)


def _with_environment(peer: Peer) -> Peer:
    requirements = BENCH / "peers" / f"{peer.name}.txt"
    digest = hashlib.sha256(requirements.read_bytes()).hexdigest()
    folder = _ENVIRONMENTS / peer.name
    stamp = folder / ".installed"
    if not stamp.exists() or stamp.read_text(encoding="utf-8") != digest:
        try:
            folder.parent.mkdir(parents=True, exist_ok=True)
            _install(folder, requirements)
        except (subprocess.CalledProcessError, OSError) as error:
            reason = _last_line(error) if isinstance(error, subprocess.CalledProcessError) else str(error)
            return Peer(peer.name, peer.title, peer.configuration, None, f"cannot be installed: {reason}")
        stamp.write_text(digest, encoding="utf-8")
    return Peer(peer.name, peer.title, peer.configuration, folder / "bin" / "python")


def prepare(names: frozenset[str]) -> list[Peer]:
    """Ours and the peers asked for (all, if none), each installed once and again when its requirements change."""
    chosen = [peer for peer in _OTHERS if not names or peer.name in names]
    return [OURS, *map(_with_environment, chosen)]
