"""quantulum3 with its own unit classifier (the ``classifier`` extra), a paragraph at a time.

A paragraph at a time and not the whole text, since its time grows with the square of what it is given. Ranges come as a
mean with an uncertainty: both ends are worked out from them, so that a range counts as right.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocol import Finding, Parse, paragraphs, run


def load() -> Parse:
    """A reader on ``quantulum3.parser.parse``, its tables and classifier loaded."""
    import warnings

    warnings.simplefilter("ignore")
    from quantulum3 import parser

    parser.parse("It weighs 5 kg and costs $3.")  # loads tables and classifier now, not in the measured time

    def parse(text: str) -> Iterator[Finding]:
        for offset, paragraph in paragraphs(text):
            for found in parser.parse(paragraph):
                spread = found.uncertainty
                yield {
                    "start": offset + found.span[0],
                    "end": offset + found.span[1],
                    "value": found.value,
                    "low": None if spread is None else found.value - spread,
                    "high": None if spread is None else found.value + spread,
                    "unit": found.unit.name,
                }

    return parse


if __name__ == "__main__":
    run("quantulum3", load)
