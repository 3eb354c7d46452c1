from __future__ import annotations

import pytest

from audit_texts import claim, corpus, quantity
from usmex_data.audit import evaluate
from usmex_data.audit.formula import row_id
from usmex_data.errors import UsmexDataError

ROWS = {
    row_id(row): row
    for row in [
        claim("farm-1", "12 cows", "12", unit="count"),
        claim("farm-2", "30 sheep", "30", unit="count"),
        claim("farm-3", "42 animals", "42", unit="count"),
        claim("farm-4", "43 animals", "43", unit="count"),
        claim("farm-5", "over 40", "40", high=None, unit="count", modifier="at_least"),
        claim("farm-6", "2.4 tons", "2.4", unit="tonne"),
        claim("farm-7", "1.2 tons", "1.2", unit="tonne"),
        claim("farm-8", "3.7 tons", "3.7", unit="tonne"),
        claim("farm-9", "about 4 tons", "4", unit="tonne", modifier="approx", hedge="about"),
        claim("farm-11", "A third", "33.3333", unit="percent"),
        claim("farm-12", "3.1234", "3.1234", unit="tonne"),
        claim("farm-10", "$3 cents", "3", unit="UScent", period="2021", note="1. Prices of 2019 and 2020."),
        quantity("farm-q20", "1994", period="1994"),
        quantity("farm-q21", "2014", period="2014"),
        quantity("farm-q22", "20th", "20"),
        quantity("farm-q23", "2015 to 2018", period="2015/2018"),
        quantity("farm-q24", "fourteen-year-old", "14", unit="year"),
    ]
}


@pytest.mark.parametrize(
    ("formula", "verdict", "left", "right"),
    [
        ("[farm-1] + [farm-2] == [farm-3]", "holds", "42", "42"),
        ("[farm-1] + [farm-2] == [farm-4]", "does_not_hold", "42", "43"),
        ("[farm-1] + [farm-2] == [farm-5]", "holds", "42", "40/.."),
        ("[farm-1] == [farm-5]", "does_not_hold", "12", "40/.."),
        ("[farm-6] + [farm-7] == [farm-8]", "holds_within_rounding", "3.6", "3.7"),
        ("[farm-8] == [farm-9]", "holds_within_rounding", "3.7", "4"),
        ("[farm-3] == [farm-3] == [farm-4]", "does_not_hold", "42", "43"),
        ("[farm-2] > [farm-1]", "holds", "30", "12"),
        ("[farm-2] <= [farm-1]", "does_not_hold", "30", "12"),
        ("[farm-4] <= [farm-5]", "cannot_tell", "43", "40/.."),
        ("[farm-6] / [farm-7]", "derived", "2", ""),
        ("100 - [farm-2]", "derived", "70", ""),
        ("[farm-11] * 3", "derived", "100", ""),
        ("[farm-12] * 3", "derived", "9.3702", ""),
        ("[farm-q21] - [farm-q20] == [farm-q22]", "holds", "19.0027/20.9973", "20"),
        ("[farm-q20] == [farm-q21]", "does_not_hold", "1994", "2014"),
        ("first([farm-q23]) == last([farm-q23])", "does_not_hold", "2015", "2018"),
        ("[farm-q20] + completed([farm-q24])", "derived", "2008/2010", ""),
        ("count([farm-1], [farm-2]) == 2", "holds", "2", "2"),
        ("perhaps([farm-1] == [farm-2])", "cannot_tell", "12", "30"),
        ("perhaps([farm-1] == [farm-1])", "holds", "12", "12"),
        ("read(when([farm-q20]))", "read", "1994", ""),
        ("read()", "read", "", ""),
        ("latest_year([farm-10]) >= first([farm-10])", "does_not_hold", "2020", "2021"),
        ("currency_signs([farm-10]) == 0", "does_not_hold", "1", "0"),
        ("-[farm-1] + [farm-2]", "derived", "18", ""),
    ],
)
def test_formulas_come_to_a_verdict(formula: str, verdict: str, left: str, right: str) -> None:
    outcome = evaluate(formula, ROWS)
    assert (outcome.verdict, outcome.left, outcome.right) == (verdict, left, right)


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        # two unhedged figures of one precision that differ do not agree
        ("$1 billion", "$2 billion", "does_not_hold"),
        ("1,000", "2,000", "does_not_hold"),
        ("31.4 million", "31.5 million", "does_not_hold"),
        ("447,000", "448,000", "does_not_hold"),
        # the finer lies in what rounds to the coarser
        ("$1 billion", "$1.4 billion", "holds_within_rounding"),
        ("2,000", "2,340", "holds_within_rounding"),
        ("31 million", "31.4 million", "holds_within_rounding"),
        ("31 million", "31.6 million", "does_not_hold"),
        # what is counted one by one is not rounded
        ("200", "240", "does_not_hold"),
        ("about 200", "210", "holds_within_rounding"),
        ("over 40", "over 50", "compatible"),
        ("over 40", "47", "holds"),
        ("over 40", "31", "does_not_hold"),
    ],
)
def test_the_coarser_figure_says_how_near_the_finer_must_be(one: str, other: str, verdict: str) -> None:
    made = corpus(first=f"The fund lent {one} to farms in 2019.", second=f"The fund lent {other} to farms in 2019.")
    found = [claim.claim_id for claim in made.claims]
    assert evaluate(f"[{found[0]}] == [{found[1]}]", {each.claim_id: each for each in made.claims}).verdict == verdict


@pytest.mark.parametrize(
    ("before", "after", "percent", "verdict"),
    [
        ("200", "300", "80%", "does_not_hold"),
        ("200", "300", "50%", "holds"),
        ("31.4 million", "34.1 million", "9%", "holds_within_rounding"),
        ("31.4 million", "34.1 million", "11%", "does_not_hold"),
        ("$1 billion", "$2 billion", "70%", "holds_within_rounding"),
    ],
)
def test_a_reckoned_figure_is_as_near_as_its_parts_allow(before: str, after: str, percent: str, verdict: str) -> None:
    text = f"In 2018 the fund lent {before} to farms. In 2019 the fund lent {after} to farms. It grew by {percent}."
    a, b, c = corpus(report=text).claims
    rows = {each.claim_id: each for each in (a, b, c)}
    formula = f"([{b.claim_id}] - [{a.claim_id}]) / [{a.claim_id}] * 100 == [{c.claim_id}]"
    assert evaluate(formula, rows).verdict == verdict


def test_only_a_comparison_may_fail_and_only_words_are_read() -> None:
    for formula in ("perhaps()", "perhaps([farm-1] + [farm-2])", "read([farm-1] == [farm-2])"):
        with pytest.raises(UsmexDataError, match="cannot be worked out"):
            evaluate(formula, ROWS)


def test_tolerance_is_what_the_digits_leave() -> None:
    assert evaluate("[farm-6] + [farm-7] == [farm-8]", ROWS).tolerance == "0.15"
    assert evaluate("[farm-1] == [farm-5]", ROWS).tolerance == ""


@pytest.mark.parametrize(
    "formula",
    [
        "[farm-99] == 1",
        "[farm-1] ==",
        "__import__('os')",
        "[farm-1] ** 2",
        "[farm-1] < [farm-2] < [farm-3]",
        "[farm-1] != [farm-2]",
        "when([farm-1])",
        "sum([farm-1])",
    ],
)
def test_what_cannot_be_worked_out_is_an_error(formula: str) -> None:
    with pytest.raises(UsmexDataError, match="cannot be worked out"):
        evaluate(formula, ROWS)
