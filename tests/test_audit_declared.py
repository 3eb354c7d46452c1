from __future__ import annotations

from typing import Any

import pytest

from audit_texts import claim, corpus, quantity
from usmex_data.audit.checks import KINDS
from usmex_data.audit.declared import check_declarations, declarations, parse
from usmex_data.audit.row_index import RowIndex
from usmex_data.audit.show import show
from usmex_data.errors import UsmexDataError

FOUNDED = (
    "The observatory was founded in 1895. It owns 3 telescopes. In 1945 it marked its 50th anniversary. "
    "The road to it was built in 1901."
)


def declared(**given: Any) -> dict[str, Any]:
    entry = {
        "kind": "arithmetic",
        "statement": "1945 is fifty years after the founding.",
        "formula": "anniversary - founded == years",
        "explanation": "Counted from year to year.",
        "why": "ties",
        "rows": {
            "anniversary": {"disposition": "date", "words": ["anniversary"]},
            "founded": {"disposition": "date", "before": ["founded in"]},
            "years": {"disposition": "ordinal", "after": ["anniversary"]},
        },
    }
    return {"check": {"jubilee": {**entry, **given}}}


@pytest.mark.parametrize(("text", "verdict"), [(FOUNDED, "holds"), (FOUNDED.replace("1895", "1885"), "does_not_hold")])
def test_dates_are_chosen_by_the_words_of_their_sentence(text: str, verdict: str) -> None:
    made = corpus(guide=text)
    [check] = [check for check in made.checks(*parse(declared())) if check.check_id == "jubilee"]
    assert check.verdict == verdict
    assert len(check.quantity_ids) == 3


def test_on_other_texts_a_declaration_says_nothing() -> None:
    made = corpus(letter="The orchard has 300 trees.")
    assert made.checks(*parse(declared())) == ()


def test_the_package_s_own_declarations_do_not_apply_elsewhere() -> None:
    made = corpus(letter="The orchard has 300 trees and was planted in 1994.")
    rows = RowIndex.of(made.claims, made.quantities, made.documents)
    assert check_declarations(rows) == []


def test_where_it_must_apply_a_choice_that_finds_nothing_is_an_error() -> None:
    made = corpus(letter="The orchard has 300 trees.")
    rows = RowIndex.of(made.claims, made.quantities, made.documents)
    with pytest.raises(UsmexDataError, match="chooses nothing"):
        check_declarations(rows, parse(declared()), strict=True)


GATES = "The eastern gate was closed for good. The warden opens the eastern gate at dawn. It has 2 doors."


def words(**given: Any) -> dict[str, Any]:
    entry = {
        "kind": "contradiction",
        "statement": "The text says the same of the gate twice.",
        "formula": "read()",
        "why": "words",
        "explanation": "Closed, and opened.",
        "passages": {
            "closed": {"source": "guide", "words": ["eastern gate", "closed"]},
            "opened": {"source": "guide", "words": ["opens the eastern gate"]},
        },
    }
    return {"check": {"gate": {**entry, **given}}}


def test_what_only_words_say_is_shown_and_left_open() -> None:
    made = corpus(guide=GATES)
    [check] = [check for check in made.checks(*parse(words())) if check.check_id == "gate"]
    assert (check.verdict, check.left, check.right, check.claim_ids, check.quantity_ids) == (
        "read",
        *("",) * 2,
        (),
        (),
    )
    assert check.passages == ("guide-s0", f"guide-s{GATES.index('The warden')}")
    rows = RowIndex.of(made.claims, made.quantities, made.documents)
    assert "guide-s0\n    «The eastern gate was closed for good.»" in show(check, rows)
    assert "left" not in show(check, rows)


@pytest.mark.parametrize(
    ("closed", "message"),
    [
        ({"source": "guide", "words": ["eastern gate"]}, "closed chooses 2 rows: guide-s0, guide-s38"),
        ({"source": "guide", "words": ["western gate"]}, "closed chooses nothing"),
        ({"source": "letter", "words": ["closed"]}, "closed chooses nothing"),
        ({"source": "guide", "words": ["gate"], "not_words": ["gate"]}, "closed chooses nothing"),
    ],
)
def test_a_passage_is_one_sentence(closed: dict[str, Any], message: str) -> None:
    made = corpus(guide=GATES)
    rows = RowIndex.of(made.claims, made.quantities, made.documents)
    chosen = parse(words(passages={"closed": closed}))
    assert check_declarations(rows, chosen) == []
    with pytest.raises(UsmexDataError, match=message):
        check_declarations(rows, chosen, strict=True)


def test_a_passage_is_chosen_by_its_words_alone() -> None:
    with pytest.raises(UsmexDataError, match="rows cannot be chosen by 'period'"):
        parse(words(passages={"closed": {"source": "guide", "words": ["gate"], "period": "2020"}}))


def test_rows_that_say_different_things_are_an_error() -> None:
    rows = RowIndex.of([claim("a-1", "3", "3", indicator="trees"), claim("a-2", "4", "4", indicator="trees")], ())
    entry = declared(formula="trees == 3", rows={"trees": {"indicator": "trees"}})
    with pytest.raises(UsmexDataError, match="chooses 2 rows"):
        check_declarations(rows, parse(entry), strict=True)
    entry = declared(formula="count(trees) == 2", rows={"trees": {"indicator": "trees", "all": True}})
    assert [check.verdict for check in check_declarations(rows, parse(entry), strict=True)] == ["holds"]


def test_copies_are_passed_over() -> None:
    rows = RowIndex.of(
        [claim("a-1", "3", "3", indicator="trees"), claim("b-1", "3", "3", indicator="trees", copy_of="a-1")], ()
    )
    entry = declared(formula="count(trees) == 1", rows={"trees": {"indicator": "trees", "all": True}})
    assert [check.verdict for check in check_declarations(rows, parse(entry))] == ["holds"]


@pytest.mark.parametrize(
    ("given", "message"),
    [
        ({"kind": "guess"}, "no kind of check"),
        ({"explanation": ""}, "has no explanation"),
        ({"rows": {"trees": {"value": 3}}}, "cannot be chosen by 'value'"),
        ({"rows": {"trees": {"start": 17}}}, "cannot be chosen by 'start'"),
        ({"rows": {"Big Trees": {"indicator": "trees"}}}, "no name for a formula"),
    ],
)
def test_a_faulty_declaration_is_an_error(given: dict[str, Any], message: str) -> None:
    with pytest.raises(UsmexDataError, match=message):
        parse(declared(**given))


def test_the_package_s_own_declarations_are_whole() -> None:
    own = declarations()
    assert len({declaration.name for declaration in own}) == len(own) > 60
    assert {declaration.kind for declaration in own} == set(KINDS) - {"record"}
    for declaration in own:
        assert declaration.statement.endswith(".")
        assert declaration.explanation.rstrip(")").endswith(".")


def test_what_a_formula_does_not_use_is_shown_beside() -> None:
    entry = declared()
    entry["check"]["jubilee"]["rows"]["road"] = {"disposition": "date", "words": ["road"]}
    [declaration] = parse(entry)
    assert declaration.shown == ("road",)
    made = corpus(guide=FOUNDED)
    [check] = [check for check in made.checks(declaration) if check.check_id == "jubilee"]
    assert len(check.quantity_ids) == 4


def test_a_quantity_can_be_chosen_by_its_own_text() -> None:
    rows = RowIndex.of((), [quantity("a-q1", "https://example.org/list-2008", disposition="reference")])
    entry = declared(
        formula="latest_year(page) == 2008", rows={"page": {"disposition": "reference", "text": ["*example.org*"]}}
    )
    assert [check.verdict for check in check_declarations(rows, parse(entry))] == ["holds"]
