"""Checks in a notebook: sentences side by side, figures marked, counts and dates that prose can link to."""

from __future__ import annotations

import re

import pandas as pd
import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.checks import checks, said, tally, times
from usmex_data.notebooks.evidence import Evidence
from usmex_data.notebooks.prose import check_text, targets_of


def row(name, kind, verdict, **other):
    cells = {
        "statement": "Both say <so>.",
        "formula": "",
        "left": "",
        "right": "",
        "explanation": "It costs $5.",
        **other,
    }
    return {"check_id": name, "kind": kind, "verdict": verdict, "claim_ids": None, "quantity_ids": None, **cells}


MERIDA = row(
    "merida",
    "contradiction",
    "does_not_hold",
    left="2011",
    right="2014",
    quantity_ids="white-papers-q151964;forum-page-q12249",
)
ORIGIN = row(
    "origin",
    "arithmetic",
    "holds_within_rounding",
    left="39000000",
    right="38500000",
    claim_ids="white-papers-227479;white-papers-227646;white-papers-227433",
)
PEAK = row("peak", "implied", "derived", left="12100000", claim_ids="white-papers-227768;white-papers-227826")
FRAME = pd.DataFrame([MERIDA, ORIGIN, PEAK])


def problems(text, output):
    records = {each["name"]: each for each in output._repr_mimebundle_()[MIME]}
    return [str(error) for error in check_text(text, Evidence({}), targets_of(Evidence({}), records), "a.ipynb")]


def test_each_sentence_stands_once_with_its_figures_marked():
    html = checks(FRAME)._repr_mimebundle_()["text/html"]
    assert html.count("Since its reformulation in") == 1
    assert ">2014</mark>, the program deepened" in html
    # Two figures of one sentence: 10.5 million and 1.6 million.
    assert html.count("Currently, there are") == 1
    assert ">10.5 million</mark>" in html
    assert ">1.6 million</mark>" in html


def test_claims_are_linked_and_dates_named():
    html = checks(FRAME)._repr_mimebundle_()["text/html"]
    assert 'href="../sources/white-papers.html#white-papers-227479"' in html
    assert "white-papers-q151964" in html
    assert 'html#white-papers-q151964"' not in html


def test_verdict_statement_and_what_a_reader_grants_are_shown():
    html = checks(FRAME, sentences=False)._repr_mimebundle_()["text/html"]
    assert 'Both say &lt;so&gt;. <strong style="color:#A3123A;white-space:nowrap">◆ does not hold</strong>' in html
    assert "It costs <span>$</span>5." in html
    assert "Currently, there are" not in html
    assert 'id="calc-merida"' in html


def test_what_does_not_come_first_is_folded_away_and_none_is_dropped():
    output = checks(FRAME, first=["origin"])._repr_mimebundle_()
    shown, folded = output["text/html"].split("<details")
    assert 'id="calc-origin"' in shown
    assert (
        "<summary>2 more, rows of checks.csv like these: 1 does not hold, 1 follows, though no text says it<" in folded
    )
    assert 'id="calc-merida"' in folded
    assert "<mark" in shown
    assert "<mark" not in folded
    assert {each["name"] for each in output[MIME]} == {"merida", "origin", "peak"}
    assert "merida: Both say" in output["text/plain"]


def test_without_a_choice_nothing_is_folded():
    assert "<details" not in checks(FRAME)._repr_mimebundle_()["text/html"]


def test_a_choice_that_is_not_there_is_an_error():
    with pytest.raises(UsmexDataError, match="there is no check 'lost'"):
        checks(FRAME, first=["lost"])


def test_what_is_implied_neither_holds_nor_fails():
    assert str(checks(FRAME[2:])).startswith("peak: Both say <so>. Follows, though no text says it.")


def test_sentences_without_a_figure_stand_beside_the_others():
    lost = row("lost", "contradiction", "cannot_tell", passages="report-2022-s38847;report-2022-s45124")
    html = checks(pd.DataFrame([lost]))._repr_mimebundle_()["text/html"]
    assert "discussed in the U.S.-Mexico CEO Dialogue. <span" in html
    assert "report-2022-s45124" in html
    assert "<mark" not in html
    assert "href" not in html


def test_sentences_by_check():
    assert [len(sentences) for sentences in said(FRAME).values()] == [2, 3, 1]


@pytest.mark.parametrize(
    "text",
    [
        "In [2011](#calc-merida) or [2014](#calc-merida).",
        "The page says [in 2014](#calc-merida), the paper 2011.",
        "It is [38.5 million](#calc-origin).",
    ],
)
def test_a_link_may_say_what_a_row_of_the_check_says(text):
    assert problems(text, checks(FRAME)) == []


@pytest.mark.parametrize(
    "text",
    [
        "In [2012](#calc-merida).",
        "In [2011 or 2012](#calc-merida).",
        "In 2011.",
        "In [2011](#calc-merida), or 2013.",
        "It is [8.5 million](#calc-origin).",
        "[It](#calc-origin) is so.",
    ],
)
def test_a_link_that_says_something_else_fails(text):
    assert problems(text, checks(FRAME))


def test_the_tally_counts_by_kind_and_verdict():
    output = tally(FRAME)
    said = "[3](#calc-checks), [1](#calc-checks-does-not-hold), [1](#calc-checks-implied-derived)"
    assert problems(said, output) == []
    assert problems("[2](#calc-checks-does-not-hold)", output)
    html = output._repr_mimebundle_()["text/html"]
    assert re.search(r'<td id="calc-checks" [^>]*>3</td>', html)
    assert "agreement" not in html


def test_an_empty_frame_counts_nothing():
    assert str(tally(FRAME[:0])).splitlines()[0] == "checks: 0"


@pytest.mark.parametrize("show", [checks, tally, said])
def test_rows_of_another_table_are_refused(show):
    with pytest.raises(UsmexDataError, match="these rows are no checks"):
        show(pd.DataFrame({"claim_id": ["report-12"]}))


def test_times_have_their_period_and_sentence():
    date, claim = times("white-papers-q151964", "forum-page-12185")
    assert (date.source, date.text, date.period, date.status) == ("white-papers", "2011", "2011", "reported")
    assert date.quote[date.quote_start : date.quote_end] == "2011"
    assert date.quote.startswith("In 2011, the Mérida Initiative was reformulated")
    assert (claim.text, claim.period) == ("fourteen-year-old", "")


def test_a_time_that_there_is_not_is_an_error():
    with pytest.raises(UsmexDataError, match="there is no row 'white-papers-q1'"):
        times("white-papers-q1")
