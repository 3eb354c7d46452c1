"""The check of the prose: what passes, what fails, and that the caret stands under it."""

from __future__ import annotations

import pytest

import charts_rows as sample
from usmex_data.addresses import claim_address
from usmex_data.charts.claim_rows import rows_of
from usmex_data.notebooks.amounts import amount
from usmex_data.notebooks.calculations import MIME, calc
from usmex_data.notebooks.evidence import Evidence
from usmex_data.notebooks.prose import agreement, check_notebook, check_text, targets_of

SAMPLES = (
    sample.wages,
    sample.wage_line,
    sample.labor,
    sample.content,
    sample.gas,
    sample.visas,
    sample.gaps,
)
ROWS = [row for each in SAMPLES for row in rows_of(each())]
EVIDENCE = Evidence({row.claim_id: row for row in ROWS}, ("U.S.-Mexico Forum 2025", "Title 42"))
MEXICO, STATES = (amount(row) for row in rows_of(sample.gaps())[:2])
GAP = calc("gap", MEXICO - STATES, "percentage_point").record()
LEAD = calc("lead", 16 - amount(sample.wages().iloc[0]), "USD/hour").record()
TARGETS = targets_of(EVIDENCE, {"gap": GAP, "lead": LEAD})
WAGE, DESIGN, LINE = "white-papers-10500", "white-papers-10650", "white-papers-9100"
LABOR, CONTENT, GAS = "white-papers-10210", "white-papers-9000", "white-papers-40050"
MANY, FEW, WIDE = "white-papers-90100", "white-papers-90300", "report-2022-30000"


def problems(source, following=()):
    return check_text(source, EVIDENCE, TARGETS, "a.ipynb, cell 2", following)


def link(text, claim):
    return f"[{text}]({claim_address(claim) if '-' in claim else '#calc-' + claim})"


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("over 260,000", MANY),
        ("Over 260,000", MANY),
        ("**over** 260,000", MANY),
        ("over 260,000 Mexicans", MANY),
        ("more than 260,000", MANY),
        ("fewer than 8,000", FEW),
        ("62.5%", CONTENT),
        ("62.5 percent", CONTENT),
        ("5.1 billion cubic feet per day", GAS),
        ("5.1 bcf", GAS),
        ("5.1 bcf in 2019", GAS),
        ("5.1", GAS),
        ("between **\\$5** and **\\$7** per hour", WAGE),
        ("\\$5–7 an hour", WAGE),
        ("close to the \\$16", DESIGN),
        ("about \\$16", DESIGN),
        ("at least \\$16 dollars per hour", LINE),
        ("34.9 percentage points", WIDE),
        ("34.9 points", WIDE),
        ("22.3 points", "gap"),
        ("22.3 percentage points", "gap"),
        ("\\$9–11 an hour", "lead"),
    ],
)
def test_a_link_that_says_what_its_target_says_passes(text, target):
    assert problems(f"It is {link(text, target)}.") == []


@pytest.mark.parametrize(
    ("text", "target", "message"),
    [
        ("over 270,000", MANY, "the link says 'over 270,000'"),
        ("260,000", MANY, "hedged otherwise"),
        ("under 260,000", MANY, "hedged otherwise"),
        ("about 260,000", MANY, "hedged otherwise"),
        ("8,000", FEW, "hedged otherwise"),
        ("about 62.5%", CONTENT, "hedged otherwise"),
        ("2.5%", CONTENT, "the link says '2.5%'"),
        ("62%", CONTENT, "the link says '62%'"),
        ("\\$62.5", CONTENT, "an amount of money"),
        ("62.5 points", CONTENT, "a difference of percentages"),
        ("62.5% to 75%", CONTENT, "the link says"),
        ("5.1 bcf in 2018", GAS, "the link says"),
        ("\\$6", WAGE, "the link says '\\$6'"),
        ("\\$5–8 an hour", WAGE, "the link says"),
        ("\\$16", DESIGN, "hedged otherwise"),
        ("34.9%", WIDE, "a percentage"),
        ("22.4 points", "gap", "the link says '22.4 points'"),
        ("about 22.3 points", "gap", "hedged otherwise"),
        ("\\$10 an hour", "lead", "the link says"),
        ("a third", LABOR, "the link says 'a third'"),
        ("much", LABOR, "says no figure"),
    ],
)
def test_a_link_that_says_something_else_fails(text, target, message):
    (error,) = problems(f"It is {link(text, target)}.")
    assert message.replace("\\$", "$") in str(error)


@pytest.mark.parametrize(("said", "right"), [("second largest partner", True), ("largest partner", False), ("", False)])
def test_a_rank_is_named_by_the_words_of_its_source(said, right):
    quote = "Mexico is the United States' second largest partner."
    (row,) = rows_of(sample.frame(sample.claim("forum-page-14", quote, "second largest partner", value=2, unit="rank")))
    target = targets_of(Evidence({row.claim_id: row}), {})[row.claim_id]
    assert (agreement(said, target) == "") is right


def test_words_of_the_source_pass_in_words():
    quote = "It supports some five million jobs."
    (row,) = rows_of(
        sample.frame(
            sample.claim(
                "forum-page-5", quote, "some five million", value=5e6, modifier="approx", hedge="some", unit="count"
            )
        )
    )
    target = targets_of(Evidence({row.claim_id: row}), {})["forum-page-5"]
    assert agreement("some five million jobs", target) == ""
    assert agreement("some six million jobs", target) != ""
    assert agreement("some 5 million", target) == ""
    assert agreement("5 million", target) != ""


@pytest.mark.parametrize(
    "source",
    [
        "It is 5% of all.",
        "It is half of all.",
        "Some five million jobs.",
        "- fifty consulates",
        "| a | 5 |\n|---|---|",
        "> 16 dollars",
        "**22.3** points",
        "They met on 3 May.",
    ],
)
def test_a_bare_figure_fails(source):
    assert ["link it" in str(error) for error in problems(source)] == [True]


@pytest.mark.parametrize(
    "source",
    [
        "The two papers differ in one of three points.",
        "`rows.head(5)` shows them.",
        "```python\nrows.head(5)\n```",
        "Under Title 42, the U.S.-Mexico Forum 2025 and the G20.",
        "COVID-19 and H1N1.",
        "1. First\n2. Second",
        "No figure at all.",
    ],
)
def test_what_is_no_figure_passes(source):
    assert problems(source) == []


def test_a_figure_may_not_lead_elsewhere():
    (error,) = problems("See [5% of it](https://example.org).")
    assert "links to its claim or calculation" in str(error)
    assert problems("See [the report](https://example.org/2019).") == []


@pytest.mark.parametrize(
    ("target", "message"),
    [
        ("../sources/white-papers.html#white-papers-1", "there is no claim white-papers-1"),
        ("#calc-nothing", "there is no calculation nothing"),
        ("../sources/trade-paper.html#white-papers-9000", "no address of a claim"),
    ],
)
def test_an_address_that_leads_nowhere_fails(target, message):
    (error,) = problems(f"It is [62.5%]({target}).")
    assert message in str(error)


def test_a_year_stands_bare_beside_a_claim_of_that_year():
    assert problems(f"In 2019 they were {link('5.1 bcf', GAS)}.") == []


@pytest.mark.parametrize(
    "source",
    [
        f"In 2018 they were {link('5.1 bcf', GAS)}.",
        f"In 2019 they rose.\n\nThey were {link('5.1 bcf', GAS)}.",
        f"In 2019 they were {link('62.5%', CONTENT)}.",
    ],
)
def test_a_year_of_no_linked_claim_fails(source):
    (error,) = problems(source)
    assert "a bare year" in str(error)


def test_a_heading_may_say_what_is_linked_below_it():
    below = f"In fact {link('over 260,000', MANY)} do."
    assert problems(f"# Over 260,000 go north\n\n{below}") == []
    assert problems("# Over 260,000 go north\n\nWhy?", [below]) == []
    assert problems("## Imports of 2019", [f"They were {link('5.1 bcf', GAS)}."]) == []


def test_a_heading_may_not_say_what_stands_below_the_next():
    below = f"## Next\n\nIn fact {link('over 260,000', MANY)} do."
    assert len(problems("# Over 260,000 go north\n\nWhy?", [below])) == 1
    assert len(problems(f"# Over 270,000 go north\n\n{link('over 260,000', MANY)}")) == 1


def test_the_error_names_file_cell_and_line_with_a_caret():
    (error,) = problems("One line.\n\nThen it is 5% of all.")
    lines = str(error).splitlines()
    assert lines[0].startswith("a.ipynb, cell 2:3: ")
    assert lines[1] == "  Then it is 5% of all."
    assert lines[2].index("^") == lines[1].index("5%")
    assert lines[2].count("^") == 2


def test_dollar_signs_are_checked_too():
    (error,) = problems(link("between \\$5 and \\$7 per hour", WAGE))
    assert "two dollar signs" in str(error)


def cell(kind, source, *outputs):
    return {"cell_type": kind, "source": source, "outputs": list(outputs), "metadata": {}}


def test_calculations_come_from_the_notebooks_outputs():
    output = {"output_type": "execute_result", "data": {MIME: [GAP]}}
    prose = cell("markdown", ["The gap is ", link("22.3 points", "gap"), ", not 5."])
    (error,) = check_notebook({"cells": [cell("code", "gap", output), prose]}, EVIDENCE, "a.ipynb")
    assert str(error).startswith("a.ipynb, cell 2:1: a bare figure")
    assert len(check_notebook({"cells": [prose]}, EVIDENCE, "a.ipynb")) == 2


def test_code_is_no_prose():
    assert check_notebook({"cells": [cell("code", "x = 5  # 5% of all")]}, EVIDENCE, "a.ipynb") == []
