"""Paragraphs joined to their continuations, words to their halves."""

from __future__ import annotations

import pytest

from usmex_data.document import Document, read
from usmex_data.document.flow import Hyphens


def _body(document: Document) -> list[str]:
    kinds = ("body", "list_item", "summary")
    return [document.text[block.start : block.end] for block in document.blocks if block.kind in kinds]


JOINED = [
    # A page break, with or without a running head and notes.
    (
        (
            "Jobs, ranking ahead of China. It should broaden the mandate of the border coordinator at the National\n\n"
            "Security Council to that of a Coordinator for North America akin to the deputies-level coordinators."
        ),
        "the border coordinator at the National Security Council to that of a Coordinator",
    ),
    (
        (
            "The recession will force millions into poverty\n\n1. <https://www.census.gov/x.html>\n\nin each country, "
            "and more."
        ),
        "force millions into poverty in each country, and more.",
    ),
    (
        "Governments in G20 countries have committed\n\n\n\n\\$448 billion to supporting different energy types.",
        "countries have committed $448 billion to supporting",
    ),
    # A box with its own heading stands between.
    (
        (
            "Families are dealing with the customs\n\nTHE IMPORTANCE OF INSTITUTIONS\n\nInstitutions have a "
            "complex and broad relationship."
            "\n\nand logistics issues involved in shipping is a barrier."
        ),
        "Families are dealing with the customs and logistics issues involved in shipping is a barrier.",
    ),
    # A heading-like start of a paragraph.
    (
        (
            "We highlight three goals:\n\nEnhance the Energy Security of the United States\n\nand Mexico: This "
            "means that"
            " energy must be available."
        ),
        "Enhance the Energy Security of the United States and Mexico: This means that",
    ),
    # Made up.
    ("The oak had stood for\n\nninety years on that hill.", "The oak had stood for ninety years on that hill."),
    ("Boats, nets, ropes, and\nbait are sold here.", "Boats, nets, ropes, and bait are sold here."),
]


@pytest.mark.parametrize(("text", "whole"), JOINED, ids=lambda value: value[-30:])
def test_cut_sentences_are_whole(text: str, whole: str) -> None:
    assert any(whole in paragraph for paragraph in _body(read(text)))


APART = [
    "The first paragraph ends.\n\nthe second starts small.",
    "- Plant trees along the river\n\nWe wholly endorse these recommendations and believe in them.",
    "Download the report\n\nTrade and the economy are linked in more ways than one can count on two hands.",
    "Three aspects are noteworthy:\n\n- the first of them is the largest",
]


@pytest.mark.parametrize("text", APART, ids=lambda text: text[:25])
def test_closed_paragraphs_stay_apart(text: str) -> None:
    assert len(read(text).blocks) == 2


HYPHENS = [
    # The compound stands elsewhere; both parts do; the whole word does.
    ("cross-", "border trade", "All cross-border trade grows.", ""),
    ("re-", "negotiation of it", "The renegotiation went on.", None),
    ("non-", "essential travel", "", ""),
    ("twenty-", "five years", "", ""),
    ("United States-", "Mexico-Canada", "", ""),
    ("short-", "and long-term", "", " "),
    ("the so-called “smart grids” – ", "word", "", " "),
    ("elite-", "focused plans", "An elite rules. It is focused.", ""),
    ("govern-", "ment plans", "Each government has a plan.", None),
    ("in the text", "goes on", "", " "),
    ("https://a.org/ties-between-the-", "united-states-and-mexico", "", ""),
]


@pytest.mark.parametrize(("before", "after", "elsewhere", "glue"), HYPHENS)
def test_hyphens_at_line_ends(before: str, after: str, elsewhere: str, glue: str | None) -> None:
    assert Hyphens(f"{elsewhere}\n{before}\n{after}").glue(before, after) == glue


def test_a_text_that_never_breaks_words_keeps_unknown_hyphens() -> None:
    text = "A cross-border and a self-made plan: cross-\nborder, self-\nmade, and an elk-\nproof fence."
    assert "an elk-proof fence" in read(text).text


def test_joints_stand_where_other_content_was_cut_out() -> None:
    document = read("The oak had stood for\n\n\n\nPage 3\n\nninety years. It was\n\nPage 4\n\nfelled.\nThe end.")
    assert [document.text[joint - 4 : joint + 6] for joint in document.joints] == ["for ninety", "was felled"]
    assert document.clip(0, len(document.text), 2) == (0, document.joints[0] - 1)


def test_neither_marks_nor_line_breaks_are_joints() -> None:
    assert read("The oak had stood.¹ It was\nfelled in re-\npair work.\n\n¹ In May, it seems.").joints == ()
