"""The command ``extract``: rows for each figure of many files, streamed in order, whatever becomes of one file."""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections import Counter
from collections.abc import Generator, Iterator, Mapping, Sequence
from contextlib import closing, nullcontext
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import islice
from pathlib import Path
from typing import Final, TextIO

from usmex_data.annotation.home import known_country
from usmex_data.commands.inputs import Input, inputs
from usmex_data.commands.progress import Progress
from usmex_data.commands.workers import LateError, work_through
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import COLUMNS, rows
from usmex_data.formats import LIMITS, FileText, Limits, read_bytes, read_file, read_stream
from usmex_data.language.detection import require_english
from usmex_data.tables.csv_format import Cell, csv_line, number

__all__ = ["FORMATS", "SECONDS", "run"]

FORMATS: Final = ("csv", "jsonl")
SECONDS: Final = 120
"""How long a file may take, unless another limit is given …"""
_SPEED: Final = 10_000
"""… and a second more for so many bytes of it."""
_HEADER: Final = ("file", *COLUMNS)
_FAILURES: Final = ("file", "problem", "remedy")
_DOUBT: Final = COLUMNS.index("doubt")
_ANY: Final = ""
_BATCH: Final = 1000
"""So many rows are written at a time."""
_SIGNED: Final = re.compile(r"[-+]\s?[^\w\s=@(|]{0,3}\d[^(|!]*\Z")
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class _Job:
    name: str
    path: Path | None
    form: str
    encoding: str
    published: str
    country: str
    language: str
    only_claims: bool
    limits: Limits = LIMITS
    seconds: float = SECONDS
    handle: int = -1
    """Where standard input is read, if it is this."""
    alone: bool = False


@dataclass(frozen=True, slots=True)
class _Outcome:
    """What became of one file, or of the next of its rows: the rows as written, or the problem."""

    name: str
    lines: str = ""
    quantities: int = 0
    claims: int = 0
    doubts: Mapping[str, int] = field(default_factory=dict)
    """How many claims carry each doubt; under the empty name, how many carry any."""
    notes: tuple[str, ...] = ()
    problem: UsmexDataError | None = None
    last: bool = True
    """False where more of the file is to come."""

    @property
    def size(self) -> int:
        """How many characters of rows it holds."""
        return len(self.lines)


def run(
    names: Sequence[str],
    *,
    form: str = "csv",
    jobs: int = 0,
    encoding: str = "utf-8",
    published: str = "",
    country: str = "",
    language: str = "",
    only_claims: bool = False,
    limits: Limits = LIMITS,
    seconds: float = SECONDS,
    failures: Path | None = None,
    out: TextIO | None = None,
) -> int:
    """The exit status after writing the rows of all files: 1 if one of them could not be read, else 0.

    ``names`` are files, folders, globs, or ``-`` for standard input. Rows come in the order of the names, as they are
    made; notes and problems go to stderr, and problems as rows to the file ``failures``. A file may take ``seconds``,
    and more if it is large; 0 is for any. ``language`` (``en``) says that they are English, whatever they look like.
    Raises ``UsmexDataError`` where rows cannot be written.
    """
    out = sys.stdout if out is None else out
    known_country(country)
    found = list(inputs(names))
    handle = _standard_input() if any(each.path is None and each.problem is None for each in found) else -1
    work = [
        _Job(
            each.name,
            each.path,
            form,
            encoding,
            published,
            country,
            language,
            only_claims,
            limits,
            seconds,
            handle,
            len(found) == 1,
        )
        for each in found
        if each.problem is None
    ]
    outcomes = _outcomes(found, work, jobs or min(len(work), os.cpu_count() or 1))
    with _failure_rows(failures) as rows_of_failures, closing(outcomes):
        return _write(outcomes, out, rows_of_failures, header=form == "csv", total=len(found))


def _write(outcomes: Iterator[_Outcome], out: TextIO, failures: TextIO | None, *, header: bool, total: int) -> int:
    started = time.perf_counter()
    files = quantities = claims = problems = 0
    doubted = Counter[str]()
    _put(out, csv_line(_HEADER) if header else "")
    with Progress("extracting", total) as progress:
        for outcome in outcomes:
            _put(out, outcome.lines)
            for note in outcome.notes:
                progress.say(f"note: {outcome.name}: {note}")
            if outcome.problem is not None:
                progress.say(f"passed over: {outcome.problem}")
                _put(failures, _csv(outcome.name, (outcome.problem.what, outcome.problem.remedy)))
                problems += 1
            files += outcome.last
            quantities, claims = quantities + outcome.quantities, claims + outcome.claims
            doubted.update(outcome.doubts)
            if outcome.last:
                progress.step(outcome.name)
        if doubted:
            progress.say(_doubts(doubted, claims))
        if files > 1 or problems:
            progress.say(_summary(files, problems, quantities, claims, time.perf_counter() - started))
    return 1 if problems else 0


def _put(out: TextIO | None, lines: str) -> None:
    """Write rows at once, so that whoever reads them has them."""
    if out is None:
        return
    try:
        out.write(lines)
        out.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        where = getattr(out, "name", "the output")
        raise UsmexDataError(
            f"cannot be written: {error.strerror}",
            where="standard output" if where == "<stdout>" else str(where),
            remedy="make room, or write elsewhere",
        ) from None


def _failure_rows(path: Path | None) -> TextIO | nullcontext[None]:
    """The file for rows of failures, begun with their heads."""
    if path is None:
        return nullcontext()
    try:
        file = path.open("w", encoding="utf-8", newline="", errors="backslashreplace")
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or str(error)
        raise UsmexDataError(f"cannot be written: {told}", where=str(path), remedy="name another file") from None
    _put(file, csv_line(_FAILURES))
    return file


def _standard_input() -> int:
    """A handle of standard input that a forked process can read; -1 where there is none."""
    try:
        return os.dup(sys.stdin.fileno())
    except (AttributeError, OSError, ValueError):
        return -1


def _doubts(doubted: Mapping[str, int], claims: int) -> str:
    """The claims that carry a doubt, in a line: how many of how many, and why, the commonest reason first."""
    reasons = sorted((-count, reason) for reason, count in doubted.items() if reason)
    return f"doubt: {doubted[_ANY]} of {claims} claims ({', '.join(f'{reason} {-count}' for count, reason in reasons)})"


def _summary(files: int, problems: int, quantities: int, claims: int, seconds: float) -> str:
    passed = f", {problems} passed over" if problems else ""
    return (
        f"{files - problems} of {files} files read{passed}; {quantities} quantities, {claims} claims; {seconds:.1f} s"
    )


# --- one file, many files ------------------------------------------------------------------------------------------


def _pieces(job: _Job) -> Iterator[_Outcome]:
    """What a file says, some rows at a time; the last piece has no rows, but the notes or the problem."""
    try:
        found = _english(job)
        each = rows(found.text, published=job.published, country=job.country, language="en")
        while some := list(islice(each, _BATCH)):
            yield _rows_of(job, some)
    except UsmexDataError as error:
        yield _Outcome(job.name, problem=error)
    except Exception as error:  # noqa: BLE001 - one file must not stop ten thousand others
        yield _Outcome(job.name, problem=_defect(job, error))
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


def _english(job: _Job) -> FileText:
    found = _standard_text(job) if job.path is None else read_file(job.path, job.encoding, job.limits)
    require_english(found.text, job.language, where=job.name)
    return found


def _standard_text(job: _Job) -> FileText:
    name = "standard input"
    try:
        with os.fdopen(job.handle, "rb") as file:
            content = read_stream(file, name, job.limits)
    except (OSError, ValueError):
        raise UsmexDataError("is closed", where=name, remedy="give a file, or pipe a text into it") from None
    return read_bytes(content, name, encoding=job.encoding, limits=job.limits)


def _defect(job: _Job, error: Exception) -> UsmexDataError:
    told = " ".join(f"{type(error).__name__}: {error}".split())
    return UsmexDataError(told, where=job.name, remedy="a defect of this program: please report it")


def _csv(name: str, row: Sequence[Cell]) -> str:
    return csv_line([_harmless(each) if isinstance(each, str) else each for each in (name, *row)])


def _harmless(text: str) -> str:
    """A cell that no spreadsheet takes for a formula: what a text wrote as one gets an apostrophe before it.

    A figure with its sign ("-4 percent", "+$5") is none, and stays as it is.
    """
    if len(text) < 2 or not text.startswith(_FORMULA) or _SIGNED.match(text):
        return text
    return f"'{text}"


def _json(name: str, row: tuple[Cell, ...]) -> str:
    pairs = zip(_HEADER, (name, *row), strict=True)
    return "{" + ", ".join(f'"{key}": {_json_value(value)}' for key, value in pairs) + "}\n"


def _json_value(value: Cell) -> str:
    # Numbers stand as the table has them: a float in between would change what a text says.
    if isinstance(value, (int, Decimal)):
        return number(value)
    return json.dumps(value, ensure_ascii=False)


def _allowed(job: _Job) -> float:
    """How many seconds a file may take: as many as asked for, and more for a large one; 0 for any."""
    if not job.seconds or (job.path is None and job.alone):
        return 0.0  # whoever types into a terminal takes as long as they like
    try:
        size = job.path.stat().st_size if job.path else 0
    except (OSError, ValueError):
        size = 0
    return job.seconds + size / _SPEED


def _failed(job: _Job, why: Exception) -> _Outcome:
    """The outcome of a file whose process came to no end of its own."""
    if isinstance(why, LateError):
        return _Outcome(
            job.name,
            problem=UsmexDataError(
                f"took longer than {why.seconds:,.0f} seconds",
                where=job.name,
                remedy="allow more with --max-seconds, or part it",
            ),
        )
    return _Outcome(
        job.name,
        problem=UsmexDataError(
            "reading it ends the process", where=job.name, remedy="it may need more memory than there is: part it"
        ),
    )


def _outcomes(found: Sequence[Input], work: Sequence[_Job], jobs: int) -> Generator[_Outcome, None, None]:
    """What becomes of each input, in order."""
    done = work_through(work, _pieces, jobs=jobs, allowed=_allowed)
    with closing(done):
        for each in found:
            if each.problem is not None:
                yield _Outcome(each.name, problem=each.problem)
                continue
            last = False
            while not last:
                job, piece = next(done)
                outcome = _failed(job, piece) if isinstance(piece, Exception) else piece
                last = outcome.last
                yield outcome
