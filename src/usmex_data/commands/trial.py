"""A build tried in memory before the corpus is changed, so that nothing is put there that a build would refuse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from usmex_data.build import Corpus, make_files, read_corpus
from usmex_data.codebook.assemble import require_known
from usmex_data.corpus import Source
from usmex_data.errors import UsmexDataError

__all__ = ["tried"]


def tried(root: Path, sources: Sequence[Source], *, draft: bool) -> Corpus:
    """The corpus under ``root`` as a build would read it if it had these sources.

    Raises ``UsmexDataError`` where a build would; with ``draft``, as ``build --draft`` would: a catalogue or a declared
    check that does not fit the sources is no reason to refuse then.
    """
    corpus = read_corpus(root, sources=sources)
    try:
        if not draft:
            require_known(corpus.assembled)
        make_files(corpus, strict=not draft)
    except UsmexDataError as error:
        what = f"nothing was changed, since a build would refuse it: {error.what}"
        remedy = error.remedy if draft else f"{error.remedy}\n  or go on with --draft, and mend it next"
        raise UsmexDataError(what, where=error.where, remedy=remedy.strip()) from error
    return corpus
