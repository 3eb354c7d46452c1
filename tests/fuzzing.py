"""Texts and files made by chance, always the same for a seed, and what must hold of what is read from them.

    make fuzz                                     # two minutes
    .venv/bin/python tests/fuzzing.py --seconds 3600 --seed 7

Prints a line for what was tried and each property that did not hold, with the seed that shows it again. docs/faults.md
says what it looks for.
"""

from __future__ import annotations

import argparse
import random
import signal
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT / "tests")]

import pdf_files  # noqa: E402 - it is found by the line above
import word_files  # noqa: E402
from test_properties_of_reading import PIECES  # noqa: E402
from usmex_data.errors import UsmexDataError  # noqa: E402
from usmex_data.extraction import COLUMNS, rows  # noqa: E402
from usmex_data.formats import read_bytes  # noqa: E402

PATIENCE = 20
"""No text or file here may take so many seconds."""
BEFORE, BEHIND = (
    "The members met and spoke about their plans.\n\n",
    "\n\nNobody else had anything to say on that day.\n",
)
_AT = {name: place for place, name in enumerate(COLUMNS)}


class BrokenError(Exception):
    """A property that did not hold, and where."""


# --- texts ---------------------------------------------------------------------------------------------------------


@cache
def sentences() -> tuple[str, ...]:
    """Sentences of the made-up texts that the benchmarks read."""
    found = [path.read_text("utf-8") for path in sorted((ROOT / "benchmarks/text").glob("*.txt"))]
    return tuple(line for text in found for line in text.splitlines() if line.strip())


@cache
def prose() -> tuple[str, ...]:
    """Those that are prose: a short line may be a heading where text follows, and a row stands in a table."""
    return tuple(line for line in sentences() if len(line) > 60 and line.endswith(".") and line.count(" ") > 9)


def text_of(chance: random.Random) -> str:
    """A text: lines of real sentences, of pieces that readers stumble on, of tables, in any order and cut anywhere."""
    lines = []
    for _ in range(chance.randint(1, 8)):
        kind = chance.random()
        if kind < 0.4:
            lines.append(chance.choice(sentences()))
        elif kind < 0.8:
            glue = chance.choice([" ", " ", ""])
            lines.append(glue.join(chance.choices(PIECES, k=chance.randint(1, 25))))
        else:
            lines.append("| " + " | ".join(chance.choices(PIECES, k=chance.randint(2, 5))) + " |")
        lines.append(chance.choice(["", "", "\n"]))
    text = "\n".join(lines)
    if chance.random() < 0.3:
        cut = chance.randrange(len(text) + 1)
        text = text[:cut] + chance.choice(PIECES) + text[cut + chance.randint(0, 3) :]
    return text


def check_text(text: str) -> None:
    """Raise ``BrokenError`` for a property of a text's rows that does not hold."""
    found = list(rows(text, language="en"))
    for row in found:
        start, end = _int(row, "start"), _int(row, "end")
        _hold(0 <= start < end <= len(text), "a span lies in the text", row)
        _check_bounds(row)
        _hold(_is_edtf(str(row[_AT["period"]])), "a period is EDTF", row)
        if row[_AT["disposition"]] == "claim":
            _hold(_is_unit(str(row[_AT["unit"]])), "pint takes a unit", row)
    spans = [(_int(row, "start"), _int(row, "end")) for row in found]
    _hold(all(one[1] <= two[0] for one, two in pairwise(spans)), "spans are in order and apart", spans)


def check_within(sentence: str) -> None:
    """Raise ``BrokenError`` where a paragraph says something else between two that say nothing of it."""
    alone = [_said(row) for row in rows(sentence, language="en")]
    within = [_said(row) for row in rows(BEFORE + sentence + BEHIND, language="en")]
    _hold(alone == within, "a text says the same alone and within another", [alone, within])


def _said(row: tuple[object, ...]) -> list[object]:
    return [row[_AT[name]] for name in ("text", "value", "value_low", "value_high", "unit", "modifier", "disposition")]


def _check_bounds(row: tuple[object, ...]) -> None:
    value, low, high = (row[_AT[name]] for name in ("value", "value_low", "value_high"))
    ordered = [each for each in (low, value, high) if each is not None]
    _hold(ordered == sorted(ordered), "bounds hold the value", row)  # type: ignore[type-var]
    if row[_AT["disposition"]] == "claim":
        modifier = row[_AT["modifier"]]
        _hold((low is None) == (modifier in ("at_most", "approx")), "a lower bound fits the modifier", row)
        _hold((high is None) == (modifier in ("at_least", "approx")), "an upper bound fits the modifier", row)


def _hold(fact: bool, what: str, where: object) -> None:
    if not fact:
        raise BrokenError(f"{what}: {where!r}"[:600])


def _int(row: tuple[object, ...], name: str) -> int:
    found = row[_AT[name]]
    assert isinstance(found, int)
    return found


@cache
def _is_edtf(period: str) -> bool:
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        return not period or parse_edtf(period) is not None
    except EDTFParseException:
        return False


@cache
def _is_unit(unit: str) -> bool:
    from usmex_data import units

    try:
        return not unit or units().parse_units(unit) is not None
    except Exception:  # noqa: BLE001 - pint raises many kinds
        return False


# --- files ---------------------------------------------------------------------------------------------------------


@cache
def samples() -> tuple[tuple[bytes, str], ...]:
    """A small file of each format."""
    cells = [["Year", "Price (USD)"], ["2019", "5.1"], ["2020", "6"]]
    html = "<table>" + "".join("<tr>" + "".join(f"<td>{cell}" for cell in row) for row in cells) + "</table>"
    page = pdf_files.rows([72, 200], 600, cells) + pdf_files.raised(72, 500, "Up 5% in 2019", "3", after=" and more")
    word = word_files.docx(word_files.p("Up 5% in 2019"), word_files.table(*cells))
    return (
        (f"<!DOCTYPE html><style>.a{{display:none}}</style><p hidden>9%</p><p>Up <b>5%</b>{html}".encode(), "html"),
        (pdf_files.pdf(page, page), "pdf"),
        (word, "docx"),
        ("Up 5% in 2019 – “año” €7".encode(), "text"),
        ("Up 5% in 2019".encode("utf-16"), "text"),
    )


def file_of(chance: random.Random) -> tuple[bytes, str]:
    """A file with some of its bytes changed, doubled or gone."""
    content, kind = chance.choice(samples())
    made = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(made) + 1)
        many = chance.randint(0, 40)
        do = chance.random()
        if do < 0.4:
            made[place : place + 1] = bytes([chance.randrange(256)])
        elif do < 0.7:
            del made[place : place + many]
        else:
            made[place:place] = made[place : place + many] * chance.randint(1, 20)
    return bytes(made), kind


def check_file(content: bytes, kind: str) -> None:
    """Read a file; anything but a text or an error of ours is raised as ``BrokenError``."""
    try:
        read_bytes(content, "a file", kind)
    except UsmexDataError:
        return
    except Exception as error:
        raise BrokenError(f"a damaged {kind} is explained: {type(error).__name__}: {error}") from error


# --- runs ----------------------------------------------------------------------------------------------------------


@contextmanager
def patience(seconds: int) -> Iterator[None]:
    """A context that raises ``BrokenError`` when it lasts too long."""

    def late(number: int, frame: object) -> None:
        raise BrokenError(f"it takes no longer than {seconds} seconds ({number}, {frame is not None})")

    before = signal.signal(signal.SIGALRM, late)
    signal.alarm(seconds)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)


def try_seed(seed: int) -> None:
    """Make a text, a sentence and a file of a seed, and check them all."""
    chance = random.Random(seed)
    with patience(PATIENCE):
        check_text(text_of(chance))
        check_within(chance.choice(prose()))
        check_file(*file_of(chance))


def run(seed: int, *, seconds: float = 0.0, count: int = 0) -> tuple[int, list[str]]:
    """How many seeds were tried from ``seed`` on, and what did not hold."""
    until = time.monotonic() + seconds
    broken: list[str] = []
    tried = 0
    while (tried < count) if count else time.monotonic() < until:
        try:
            try_seed(seed + tried)
        except BrokenError as error:
            broken.append(f"seed {seed + tried}: {error}")
        except Exception as error:  # noqa: BLE001 - a crash is a finding too
            broken.append(f"seed {seed + tried}: nothing crashes: {type(error).__name__}: {error}")
        tried += 1
    return tried, broken


def main() -> int:
    """The exit status: 1 where a property did not hold."""
    parser = argparse.ArgumentParser(description="Try texts and files made by chance.")
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    tried, broken = run(options.seed, seconds=options.seconds)
    sys.stdout.write(
        "\n".join([*broken[:20], f"{tried} seeds from {options.seed} on tried, {len(broken)} did not hold\n"])
    )
    return 1 if broken else 0


if __name__ == "__main__":
    raise SystemExit(main())
