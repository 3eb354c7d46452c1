"""Passages: every claim in its place, once, and every mark of a note at its note."""

from __future__ import annotations

import pytest

from site_repository import HOSTILE, PLAIN, ROOT, claim, claims
from usmex_data.corpus import load_sources
from usmex_data.document.read import read
from usmex_data.errors import UsmexDataError
from usmex_data.site.passages import Figure, NoteMark, passages
from usmex_data.site.site_data import read_rows

PLAIN_CLAIMS = [row for row in claims() if row["source"] == "plain-paper"]


def pieces_of(found, kind):
    return [piece for passage in found for piece in passage.pieces if isinstance(piece, kind)]


def words_of(passage):
    shown = {str: lambda piece: piece, Figure: lambda piece: piece.text, NoteMark: lambda _piece: ""}
    return "".join(shown[type(piece)](piece) for piece in passage.pieces)


def test_each_claim_has_one_place_with_its_words():
    found = passages(read(PLAIN, "plain-paper"), PLAIN_CLAIMS)
    figures = pieces_of(found, Figure)
    assert sorted((each.claim_id, each.text) for each in figures) == sorted(
        (row["claim_id"], row["text"]) for row in PLAIN_CLAIMS
    )


def test_the_words_are_the_documents():
    document = read(PLAIN, "plain-paper")
    found = passages(document, PLAIN_CLAIMS)
    assert [words_of(each) for each in found] == [document.text[b.start : b.end] for b in document.blocks]


def test_a_mark_knows_its_note():
    found = passages(read(PLAIN, "plain-paper"), PLAIN_CLAIMS)
    (mark,) = pieces_of(found, NoteMark)
    (note,) = [each for each in found if each.note >= 0]
    assert (mark.number, mark.note) == ("1", note.note)
    assert words_of(note).startswith("Only 12 percent")


def test_a_ligature_is_marked_whole():
    raw = "The \ue1fbve million jobs are safe, says the report of the house on trade.\n"
    row = claim("ligatures", raw, "\ue1fbve million") | {"text": "five million"}
    (figure,) = pieces_of(passages(read(raw, "ligatures"), [row]), Figure)
    assert figure.text == "five million"


@pytest.mark.parametrize(
    "cells", [{"start": "3"}, {"end": "99999"}, {"text": "other words"}, {"start": "99999", "end": "99999"}]
)
def test_a_claim_that_does_not_fit_is_refused(cells):
    row = claim("hostile-page", HOSTILE, "$30 million") | cells
    with pytest.raises(UsmexDataError, match=f"(?s){row['claim_id']} does not lie.*make data"):
        passages(read(HOSTILE, "hostile-page"), [row])


@pytest.mark.parametrize("source", load_sources(ROOT), ids=lambda source: source.id)
def test_every_claim_of_the_corpus_has_its_place(source):
    rows = [row for row in read_rows(ROOT / "data/clean/claims.csv") if row["source"] == source.id]
    found = passages(read(source.raw, source.id, source.kind), rows)
    assert rows
    figures = pieces_of(found, Figure)
    assert {figure.claim_id for figure in figures} == {row["claim_id"] for row in rows}
    assert [figure for figure in figures if figure.text != figure.text.strip()] == []
