"""Stretches between quotation marks, block by block."""

from __future__ import annotations

import pytest

from usmex_data.annotation.quotation import Quotations
from usmex_data.document import read


@pytest.mark.parametrize(
    ("text", "word", "quoted"),
    [
        ("She said “we lost 5 men” and left.", "5", True),
        ("She said “we lost men” and 5 left.", "5", False),
        ('She said "we lost 5 men" and left.', "5", True),
        ('She said "we lost men" and 5 left.', "5", False),
        ("She said “we lost men.\n\nThen 5 left.", "5", False),
        ("5 left.", "5", False),
    ],
)
def test_quoted(text, word, quoted):
    document = read(text)
    assert Quotations(document).holds(document.text.index(word)) is quoted
