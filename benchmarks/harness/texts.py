"""Texts to measure with: the gold's, long ones made of the sources, and hostile ones."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from .environments import BENCH, ROOT
from .score import Gold, NotClaim, read_gold

__all__ = ["HOSTILE", "GoldText", "gold_texts", "long_text"]

_BLANK = re.compile(r"\n[ \t]*\n\s*")
_FIGURE = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class GoldText:
    """A text of the benchmark with its gold."""

    name: str
    raw: str
    claims: list[Gold]
    beside: list[NotClaim]


def _decoded(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def gold_texts() -> Iterator[GoldText]:
    """The texts of ``benchmarks/text`` in order of name."""
    for path in sorted((BENCH / "text").glob("*.txt")):
        raw = _decoded(path)
        claims = BENCH / "gold" / f"{path.stem}.jsonl"
        yield GoldText(path.stem, raw, *read_gold(raw, claims, claims.with_suffix(".not.jsonl")))


def long_text(megabytes: float, shape: str) -> str:
    """So much policy prose, made of the five sources paragraph by paragraph in ever new order with ever new figures.

    ``shape`` is ``lines`` (paragraphs as they stand) or ``line`` (the same without a single line break).
    """
    paragraphs = [
        paragraph
        for path in sorted((ROOT / "data" / "raw").glob("*.txt"))
        for paragraph in _BLANK.split(_decoded(path))
        if len(paragraph) > 40
    ]
    shuffled = random.Random(0)

    def digits(match: re.Match[str]) -> str:
        # The first digit stays, and with it what a number looks like: a year a year, a share a share.
        return match[0][0] + "".join(shuffled.choices("0123456789", k=len(match[0]) - 1))

    pieces: list[str] = []
    size, wanted = 0, int(megabytes * 1e6)
    while size < wanted:
        shuffled.shuffle(paragraphs)
        for paragraph in paragraphs:
            piece = _FIGURE.sub(digits, paragraph)
            pieces.append(piece if shape == "lines" else " ".join(piece.split()))
            size += len(pieces[-1].encode()) + (2 if shape == "lines" else 1)
            if size >= wanted:
                break
    return ("\n\n" if shape == "lines" else " ").join(pieces)


def _repeated(piece: str) -> Callable[[int], str]:
    return lambda size: (piece * (size // len(piece.encode()) + 1)).encode()[:size].decode("utf-8", "ignore")


# What once made some pattern of some extractor slower than linear, or might.
HOSTILE: dict[str, Callable[[int], str]] = {
    "1,1,1,…": _repeated("1,"),
    "1.1.1.…": _repeated("1."),
    "1-1-1-…": _repeated("1-"),
    "one digit": _repeated("7"),
    "½½½½": _repeated("½"),
    "A-1A-1": _repeated("A-1"),
    "((((": _repeated("("),
    "$$$$": _repeated("$"),
    "spaces": _repeated(" "),
    "line ends": _repeated("\n"),
    "combining marks": _repeated("e\u0301\u0302\u0303"),
    "one hundred and": _repeated("one hundred and "),
    "about about": _repeated("about "),
    "$1 to ": _repeated("$1 to "),
    "Aa. ": _repeated("Aa. "),
    "aaaa": _repeated("a"),
    "quotes": _repeated('“"'),
    "[a](": _repeated("[a]("),
    "per per": _repeated("5 per "),
}
