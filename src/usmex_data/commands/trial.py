"""A build tried in memory before the corpus is changed, so that nothing is put there that a build would refuse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from usmex_data.build import Corpus, corpus_of, make_files
from usmex_data.codebook.assemble import require_known
from usmex_data.corpus import Source
from usmex_data.errors import UsmexDataError

__all__ = ["tried"]


def tried(sources: Sequence[Source], root: Path, *, draft: bool) -> Corpus:
    """The corpus of these sources as a build would read it; raises ``UsmexDataError`` as a build would.

    With ``draft``, a catalogue that does not fit the sources is no reason to refuse.
    """
    del root
    corpus = corpus_of(sources)
    try:
        if not draft:
            require_known(corpus.assembled)
        make_files(corpus)
    except UsmexDataError as error:
        raise UsmexDataError(
            f"a build would refuse this, so nothing was changed: {error.what}",
            where=error.where,
            remedy=error.remedy if draft else f"{error.remedy}\n  or go on with --draft, and mend the catalogue next",
        ) from error
    return corpus
