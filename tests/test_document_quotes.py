"""Pull quotes are told from the body that they repeat, and joined to nothing."""

from __future__ import annotations

import pytest

from usmex_data.document import Document, read

BODY = (
    "Despite the prominence of trade skepticism heard in both countries, the reality of the U.S.-Mexico economic "
    "relationship is that we are stronger together. The deep integration binds our economic futures."
)


def _kinds(document: Document, kind: str) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks if block.kind == kind]


@pytest.mark.parametrize(
    "quote",
    [
        "... the reality of the U.S.-Mexico economic relationship is that we are stronger together.",
        "**“Countries begin to not see\nan immediate benefit of\naligning with the United States.”**",
        '"In other parts of the world, this relationship is looked at with some envy." —Joseph R. Biden, February 2016',
    ],
)
def test_a_quote_inside_a_sentence(quote: str) -> None:
    document = read(f"Fueled by growing gaps in the\n\n\n\n{quote}\n\nmanufacturing sector, it rose.\n\n{BODY}")
    assert len(_kinds(document, "pull_quote")) == 1
    assert _kinds(document, "body")[0] == "Fueled by growing gaps in the manufacturing sector, it rose."


def test_the_copy_that_cuts_a_sentence_is_the_quote() -> None:
    sentence = "Fortunately, there is a better way forward for the whole valley, built on trust."
    document = read(
        f"- In December, the council announced the\n\n\n\n{sentence}\n\nMigrant Herd Protocol, a program for goats.\n\n"
        f"A Better Way Forward\n\n{sentence}\n\nThe alternative requires work."
    )
    assert _kinds(document, "pull_quote") == [sentence]
    assert sentence in _kinds(document, "body")
    assert _kinds(document, "list_item") == [
        "In December, the council announced the Migrant Herd Protocol, a program for goats."
    ]


def test_boilerplate_printed_many_times_is_no_quote() -> None:
    line = "This paper has been developed through a collaborative process."
    document = read(f"One thing.\n\n{line}\n\nTwo things.\n\n{line}\n\nThree things.\n\n{line}\n\n")
    assert _kinds(document, "pull_quote") == []


def test_statements_listed_in_front_head_their_explanations() -> None:
    document = read(
        "FIVE PRINCIPLES\n\n1. **Bees need flowers through the whole long summer.**\n2. **Hives need shade.**\n\n"
        "We suggest two.\n\nBees need flowers through the whole long summer.\n\nWithout them they starve.\n\n"
        "Hives need shade.\n\nWax melts in the sun."
    )
    assert [block.section[-1] for block in document.blocks if block.kind == "body"] == [
        "FIVE PRINCIPLES",
        "Bees need flowers through the whole long summer.",
        "Hives need shade.",
    ]
