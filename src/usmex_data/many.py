"""The rows of many documents, read in several processes, in order, whatever becomes of one of them."""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections import deque
from collections.abc import Generator, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import partial
from itertools import islice
from typing import Final, TypeAlias

from usmex_data.annotation.home import known_country
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows
from usmex_data.tables.csv_format import Cell

__all__ = ["Outcome", "Row", "extract_many"]

_DOCUMENTS: Final = 32
"""So many documents go to a process at a time: one by one, the way there and back costs more than a short text …"""
_CHARACTERS: Final = 200_000
"""… but no more once they are so long together, so that no process waits for another's books."""
_AHEAD: Final = 2
"""So many batches a process are begun before the first of them is asked for."""

Row: TypeAlias = tuple[Cell, ...]
Outcome: TypeAlias = Row | UsmexDataError
_Pair: TypeAlias = tuple[str, str]
_Batch: TypeAlias = list[_Pair]
_Results: TypeAlias = list[tuple[str, list[Outcome]]]


def extract_many(
    pairs: Iterable[tuple[str, str]], *, jobs: int = 0, published: str = "", country: str = "", language: str = ""
) -> Iterator[tuple[str, Outcome]]:
    """The rows of many documents as plain values: pairs of a document's id and a row, in the order given.

    ``pairs`` are ids and texts; they are taken as they are needed, so that any number of them fits in memory. A row
    has the cells of :data:`usmex_data.extraction.COLUMNS`, as :func:`usmex_data.rows` gives them. A document that
    cannot be read is an id and a ``UsmexDataError`` where its rows would end, and the next one follows; one without a
    figure gives nothing. ``jobs`` is how many processes read; 0 is one a core, and 1 none but this one. The other
    arguments are those of :func:`usmex_data.extract`, for all documents.

    Raises ``UsmexDataError`` at once for a country that no code stands for and for fewer than no jobs.
    """
    known_country(country)
    if jobs < 0:
        raise UsmexDataError(f"{jobs} processes cannot read", remedy="give 1 or more, or 0 for one a core")
    read = partial(_read_batch, published=published, country=country, language=language)
    jobs = jobs or os.cpu_count() or 1
    done = map(read, ([pair] for pair in pairs)) if jobs == 1 else _in_processes(read, _batches(pairs), jobs)
    return ((name, outcome) for results in done for name, outcomes in results for outcome in outcomes)


def _batches(pairs: Iterable[_Pair]) -> Iterator[_Batch]:
    batch: _Batch = []
    size = 0
    for name, text in pairs:
        batch.append((name, text))
        size += _length(text)
        if len(batch) >= _DOCUMENTS or size >= _CHARACTERS:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _length(text: object) -> int:
    """The characters of a text; none for what is no text, which is refused only when it is read."""
    return len(text) if isinstance(text, str) else 0


def _read_batch(batch: _Batch, *, published: str, country: str, language: str) -> _Results:
    return [(name, list(_outcomes(name, text, published, country, language))) for name, text in batch]


def _outcomes(name: str, text: str, published: str, country: str, language: str) -> Iterator[Outcome]:
    try:
        yield from rows(text, published=published, country=country, language=language)
    except UsmexDataError as error:
        yield UsmexDataError(error.what, where=str(name), remedy=error.remedy)
    except Exception as error:  # noqa: BLE001 - one document must not stop ten thousand others
        told = " ".join(f"{type(error).__name__}: {error}".split())
        yield UsmexDataError(told, where=str(name), remedy="a defect of this program: please report it")


class _Reader:
    """A pool of processes that is made anew after one of them has died."""

    def __init__(self, read: partial[_Results], jobs: int) -> None:
        # Forked processes have what this one has loaded; elsewhere they load it anew.
        self._context = multiprocessing.get_context("fork" if sys.platform == "linux" else None)
        self._read = read
        self._jobs = jobs
        self._pool = self._started(jobs)

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        return ProcessPoolExecutor(jobs, mp_context=self._context)

    def begin(self, batch: _Batch) -> Future[_Results]:
        """The results of a batch, once they are there."""
        try:
            return self._pool.submit(self._read, batch)
        except BrokenProcessPool:
            self._pool.shutdown()
            self._pool = self._started(self._jobs)
            return self._pool.submit(self._read, batch)

    def one_by_one(self, batch: _Batch) -> _Results:
        """The results of a batch that was under way when a process died: only the document that ends it is lost."""
        return [result for pair in batch for result in self._alone(pair)]

    def _alone(self, pair: _Pair) -> _Results:
        with self._started(1) as pool:
            try:
                return pool.submit(self._read, [pair]).result()
            except BrokenProcessPool:
                remedy = "it may need more memory than there is: part it"
                return [(pair[0], [UsmexDataError("reading it ends the process", where=str(pair[0]), remedy=remedy)])]

    def close(self) -> None:
        """End the processes once they are done with what they are at; what has not begun is left."""
        self._pool.shutdown(cancel_futures=True)


def _in_processes(read: partial[_Results], batches: Iterator[_Batch], jobs: int) -> Generator[_Results, None, None]:
    reader = _Reader(read, jobs)
    waiting: deque[tuple[_Batch, Future[_Results]]] = deque()
    try:
        while True:
            for batch in islice(batches, jobs * _AHEAD - len(waiting)):
                waiting.append((batch, reader.begin(batch)))
            if not waiting:
                return
            batch, future = waiting.popleft()
            try:
                results = future.result()
            except BrokenProcessPool:
                results = reader.one_by_one(batch)
            yield results
    finally:
        reader.close()
