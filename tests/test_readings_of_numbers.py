"""Numbers as many texts write them, read as a careful reader would: the table of ``readings/numbers.txt``, by kind."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from usmex_data.extraction import COLUMNS, rows

TABLE = Path(__file__).parent / "readings" / "numbers.txt"


def cases():
    """Kind, sentence, and the claims that it makes: span, value or both ends, unit, modifier, doubts."""
    kind, sentence, claims = "", "", []
    for line in [*TABLE.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("  "):
            span, _, rest = line[2:].rpartition(" = ")
            amount, unit, modifier, doubt = ([*(cell.strip() for cell in rest.split("|")), "", ""])[:4]
            claims.append((span, amount, unit, modifier or "exact", doubt))
            continue
        if sentence:
            yield pytest.param(sentence.replace("⏎", "\n"), claims, id=f"{kind}: {sentence[:50]}")
        sentence, claims = "", []
        if line.startswith("== "):
            kind = line[3:]
        elif line and not line.startswith("#"):
            sentence = line


def read(sentence):
    """The claims of a sentence as the table writes them; numbers as decimals."""
    for row in rows(sentence):
        cell = dict(zip(COLUMNS, row, strict=True))
        if cell["disposition"] == "claim":
            amount = (cell["value_low"], cell["value_high"]) if cell["modifier"] == "range" else cell["value"]
            doubt = ";".join(reason for reason in cell["doubt"] if not reason.startswith("carried"))
            yield cell["text"], amount, cell["unit"], cell["modifier"], doubt


def amount_of(written):
    low, dots, high = written.partition("..")
    return (Decimal(low), Decimal(high)) if dots else Decimal(low)


@pytest.mark.parametrize(("sentence", "claims"), list(cases()))
def test_reading(sentence, claims):
    expected = [(span, amount_of(amount), unit, modifier, doubt) for span, amount, unit, modifier, doubt in claims]
    assert list(read(sentence)) == expected
