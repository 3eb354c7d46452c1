"""The command ``extract``: rows for each figure of many files, streamed in order, whatever becomes of one file."""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from usmex_data.commands.progress import Progress
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import COLUMNS, rows
from usmex_data.formats import SUFFIXES, FileText, read_bytes, read_file
from usmex_data.language.detection import foreign
from usmex_data.tables.csv_format import Cell, csv_line, number

__all__ = ["FORMATS", "files_of", "run"]

FORMATS: Final = ("csv", "jsonl")
_HEADER: Final = ("file", *COLUMNS)
_DOUBT: Final = COLUMNS.index("doubt")
_ANY: Final = ""
_AHEAD: Final = 4
"""How many files a process may have waiting: more would hold results in memory that nobody has asked for."""
_BATCH: Final = 1000
"""So many rows are written at a time."""
_HELD: Final = 2_000_000
"""Of a file that waits for its turn, so many characters of rows are held in memory; more wait on disk."""


@dataclass(frozen=True, slots=True)
class _Job:
    name: str
    path: Path | None
    content: bytes
    form: str
    encoding: str
    published: str
    only_claims: bool
    spool: Path | None = None
    """Where its rows may wait, if they are many."""


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file, or of the next of its rows: the rows as written, or the problem."""

    name: str
    lines: str = ""
    spool: Path | None = None
    """Holds the first rows, where they are too many for memory."""
    quantities: int = 0
    claims: int = 0
    doubts: Mapping[str, int] = field(default_factory=dict)
    """How many claims carry each doubt; under the empty name, how many carry any."""
    notes: tuple[str, ...] = ()
    problem: str = ""
    last: bool = True
    """False where more of the file is to come."""

    def write(self, out: TextIO) -> None:
        """Write the rows: those that wait on disk, then those in memory."""
        if self.spool is not None:
            with self.spool.open(encoding="utf-8", newline="") as waiting:
                shutil.copyfileobj(waiting, out)
            self.spool.unlink()
        out.write(self.lines)


def run(
    names: Sequence[str],
    *,
    form: str = "csv",
    jobs: int = 0,
    encoding: str = "utf-8",
    published: str = "",
    only_claims: bool = False,
    out: TextIO | None = None,
) -> int:
    """The exit status after writing the rows of all files: 1 if one of them could not be read, else 0.

    ``names`` are files, folders, globs, or ``-`` for standard input. Rows come in the order of the names; notes and
    problems go to stderr.
    """
    out = sys.stdout if out is None else out
    started = time.perf_counter()
    found = list(files_of(names))
    work = [
        _Job(name, path, sys.stdin.buffer.read() if path is None else b"", form, encoding, published, only_claims)
        for name, path, problem in found
        if not problem
    ]
    outcomes = _in_order(found, _outcomes(work, jobs or min(len(work), os.cpu_count() or 1)))
    if form == "csv":
        out.write(csv_line(_HEADER))
    files = quantities = claims = problems = 0
    doubted = Counter[str]()
    with Progress("extracting", len(found)) as progress:
        for outcome in outcomes:
            outcome.write(out)
            out.flush()
            for note in outcome.notes:
                progress.say(f"note: {outcome.name}: {note}")
            if outcome.problem:
                progress.say(f"passed over: {outcome.problem}")
            files, problems = files + outcome.last, problems + bool(outcome.problem)
            quantities, claims = quantities + outcome.quantities, claims + outcome.claims
            doubted.update(outcome.doubts)
            if outcome.last:
                progress.step(outcome.name)
        if doubted:
            progress.say(_doubts(doubted, claims))
        if files > 1 or problems:
            seconds = time.perf_counter() - started
            progress.say(_summary(files, problems, quantities, claims, seconds))
    return 1 if problems else 0


def _doubts(doubted: Mapping[str, int], claims: int) -> str:
    """The claims that carry a doubt, in a line: how many of how many, and why, the commonest reason first."""
    reasons = sorted((-count, reason) for reason, count in doubted.items() if reason)
    return f"doubt: {doubted[_ANY]} of {claims} claims ({', '.join(f'{reason} {-count}' for count, reason in reasons)})"


def _summary(files: int, problems: int, quantities: int, claims: int, seconds: float) -> str:
    passed = f", {problems} passed over" if problems else ""
    return (
        f"{files - problems} of {files} files read{passed}; {quantities} quantities, {claims} claims; {seconds:.1f} s"
    )


# --- which files ---------------------------------------------------------------------------------------------------


def files_of(names: Iterable[str]) -> Iterator[tuple[str, Path | None, str]]:
    """Name, path and problem of each file that the arguments mean; standard input has no path."""
    for name in names:
        path = Path(name)
        if name == "-":
            yield "-", None, ""
        elif path.is_dir():
            yield from _several(name, _below(path), f"no file in it that ends in {', '.join(SUFFIXES)}")
        elif not path.exists() and any(sign in name for sign in "*?["):
            yield from _several(name, _matching(path), "matches no file")
        else:
            yield name, path, ""


def _several(name: str, paths: Iterable[Path], problem: str) -> Iterator[tuple[str, Path | None, str]]:
    some = False
    for path in paths:
        some = True
        yield str(path), path, ""
    if not some:
        yield name, Path(name), f"{name}: {problem}"


def _below(folder: Path) -> list[Path]:
    found = (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file())
    return sorted(path for path in found if not _hidden(path.relative_to(folder)))


def _matching(pattern: Path) -> list[Path]:
    root = Path(pattern.anchor) if pattern.is_absolute() else Path()
    inside = pattern.relative_to(root)
    found = (path for path in root.glob(str(inside)) if path.is_file())
    # As in a shell: only a pattern that names hidden ones means them.
    return sorted(path for path in found if _hidden(inside) or not _hidden(path.relative_to(root)))


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") and part not in {".", ".."} for part in path.parts)


# --- one file, many files ------------------------------------------------------------------------------------------


def _pieces(job: _Job) -> Iterator[_Outcome]:
    """What a file says, some rows at a time; the last piece has no rows, but the notes or the problem."""
    try:
        found = _english(job)
        each = rows(found.text, published=job.published)
        while some := list(islice(each, _BATCH)):
            yield _rows_of(job, some)
    except UsmexDataError as error:
        yield _Outcome(job.name, problem=str(error))
    except Exception as error:  # noqa: BLE001 - one file must not stop ten thousand others
        problem = f"{job.name}: {type(error).__name__}: {error}\n  a defect of this program: please report it"
        yield _Outcome(job.name, problem=problem)
    else:
        yield _Outcome(job.name, notes=found.notes)


def _rows_of(job: _Job, some: Sequence[tuple[Cell, ...]]) -> _Outcome:
    write = _csv if job.form == "csv" else _json
    lines = [write(job.name, row) for row in some if row[-1] == "claim" or not job.only_claims]
    claims = sum(row[-1] == "claim" for row in some)
    return _Outcome(
        job.name, "".join(lines), quantities=len(some), claims=claims, doubts=_counted_doubts(some), last=False
    )


def _counted_doubts(some: Sequence[tuple[Cell, ...]]) -> Counter[str]:
    found = Counter[str]()
    for row in some:
        reasons = row[_DOUBT]
        if row[-1] == "claim" and isinstance(reasons, tuple) and reasons:
            found.update([_ANY, *reasons])
    return found


def _read(job: _Job) -> _Outcome:
    """The outcome of one file; many rows lie in its spool. A function of the job, so that any engine can map it."""
    lines: list[str] = []
    held = quantities = claims = 0
    doubted = Counter[str]()
    spool = None
    for piece in _pieces(job):
        lines.append(piece.lines)
        held, quantities, claims = held + len(piece.lines), quantities + piece.quantities, claims + piece.claims
        doubted.update(piece.doubts)
        if held > _HELD and job.spool is not None:
            # Anew at first: a process that died may have left some.
            with job.spool.open("a" if spool else "w", encoding="utf-8", newline="") as waiting:
                waiting.writelines(lines)
            spool, held = job.spool, 0
            lines.clear()
    return replace(piece, lines="".join(lines), spool=spool, quantities=quantities, claims=claims, doubts=doubted)


def _english(job: _Job) -> FileText:
    if job.path is None:
        found = read_bytes(job.content, "standard input", encoding=job.encoding)
    else:
        found = read_file(job.path, job.encoding)
    language = foreign(found.text)
    if language:
        raise UsmexDataError(f"in {language}, as it seems", where=job.name, remedy="only English can be read yet")
    return found


def _csv(name: str, row: tuple[Cell, ...]) -> str:
    return csv_line((name, *row))


def _json(name: str, row: tuple[Cell, ...]) -> str:
    pairs = zip(_HEADER, (name, *row), strict=True)
    return "{" + ", ".join(f'"{key}": {_json_value(value)}' for key, value in pairs) + "}\n"


def _json_value(value: Cell) -> str:
    # Numbers stand as the table has them: a float in between would change what a text says.
    if isinstance(value, (int, Decimal)):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def _outcomes(work: Sequence[_Job], jobs: int) -> Iterator[_Outcome]:
    if jobs <= 1 or len(work) < 2:
        for job in work:
            yield from _pieces(job)
        return
    with tempfile.TemporaryDirectory() as folder:
        spooled = (replace(job, spool=Path(folder) / str(number)) for number, job in enumerate(work))
        yield from _parallel(deque(spooled), jobs)


def _parallel(rest: deque[_Job], jobs: int) -> Iterator[_Outcome]:
    while rest:
        try:
            yield from _pooled(rest, jobs)
        except BrokenProcessPool:
            # A process died, and nobody knows which file did it: the first that waits is tried alone.
            yield _alone(rest.popleft())


def _pooled(rest: deque[_Job], jobs: int) -> Iterator[_Outcome]:
    """Outcomes in order; a job leaves ``rest`` when its outcome is there."""
    with ProcessPoolExecutor(jobs) as pool:
        waiting: deque[Future[_Outcome]] = deque()
        todo = iter(list(rest))
        try:
            while rest:
                while len(waiting) < jobs * _AHEAD and (job := next(todo, None)) is not None:
                    waiting.append(pool.submit(_read, job))
                outcome = waiting.popleft().result()
                rest.popleft()
                yield outcome
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _alone(job: _Job) -> _Outcome:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(_read, job).result()
        except BrokenProcessPool:
            problem = f"{job.name}: reading it ends the process\n  it may need more memory than there is: part it"
            return _Outcome(job.name, problem=problem)


def _in_order(found: Sequence[tuple[str, Path | None, str]], outcomes: Iterator[_Outcome]) -> Iterator[_Outcome]:
    for name, _, problem in found:
        outcome = _Outcome(name, problem=problem) if problem else next(outcomes)
        yield outcome
        while not outcome.last:
            outcome = next(outcomes)
            yield outcome
