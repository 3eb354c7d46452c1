"""Checks as marks: one each, the worst first, told apart by shape and by colour, in the texts' own words."""

from __future__ import annotations

import re

import pytest

from usmex_data import charts
from usmex_data.charts.claim_rows import CheckRow, checks_of
from usmex_data.errors import UsmexDataError

KINDS = {"contradiction": "Contradictions", "arithmetic": "Sums"}
CHECKS = tuple(
    CheckRow(check_id=name, kind=kind, verdict=verdict, statement="A statement.", claim_ids="report-12;report-40")
    for name, kind, verdict in (
        ("sum", "arithmetic", "holds"),
        ("share", "arithmetic", "holds_within_rounding"),
        ("year", "contradiction", "does_not_hold"),
        ("age", "arithmetic", "cannot_tell"),
        ("rise", "arithmetic", "does_not_hold"),
    )
)
SAID = {"year": ("In 2011, the plan was reformulated at length.", "Since its reformulation in 2014, it grew.")}


def new():
    alt = "A sentence that tells the finding to whoever cannot see it."
    return charts.figure("A title that has just enough words", "A mark a check", name="x", alt=alt, height=2.4)


def marks(figure):
    return {
        line.get_gid().removeprefix("mark-check-"): line
        for line in figure.axes[0].lines
        if "check" in str(line.get_gid())
    }


def drawn(told=None):
    return charts.verdicts(new(), CHECKS, KINDS, told=told, said=SAID)


def test_every_check_is_one_mark():
    assert set(marks(drawn())) == {row.check_id for row in CHECKS}


def test_the_worst_stand_first():
    found = marks(drawn())
    assert [found[name].get_xdata()[0] for name in ("rise", "age", "share", "sum")] == [0, 1, 2, 3]


def test_verdicts_differ_in_shape_or_filling():
    found = marks(drawn())
    looks = {(str(line.get_marker()), str(line.get_markerfacecolor())) for line in found.values()}
    assert len(looks) == 4
    assert found["rise"].get_marker() == found["year"].get_marker() == "D"


def test_a_check_with_words_has_a_line_of_its_own():
    found = marks(drawn({"rise": "Too much", "year": "“In 2011 … reformulated”; “in 2014”"}))
    assert found["rise"].get_ydata()[0] == pytest.approx(found["age"].get_ydata()[0] - 1)
    assert found["age"].get_xdata()[0] == 0


def test_a_long_strip_goes_on_below():
    many = [CheckRow(check_id=f"sum-{n}", kind="arithmetic", verdict="holds", statement="So.") for n in range(34)]
    found = marks(charts.verdicts(new(), many, KINDS))
    (first,), (last_above,), (below,) = ((found[f"sum-{n}"].get_ydata()) for n in (0, 29, 30))
    assert first == last_above < below
    assert found["sum-30"].get_xdata()[0] == found["sum-0"].get_xdata()[0] == 0
    assert charts.verdicts(new(), many, KINDS).finish().layout.problems() == []


@pytest.mark.parametrize(
    ("told", "message"),
    [
        ({"year": "It was “reformulated in 2011”"}, "no sentence of year says"),
        ({"year": "“In 2011 … in 2014”"}, "no sentence of year says"),
        ({"month": "Words"}, "has words but is not drawn"),
    ],
)
def test_words_that_no_text_says_are_an_error(told, message):
    with pytest.raises(UsmexDataError, match=message):
        drawn(told)


def test_a_kind_without_a_strip_is_an_error():
    with pytest.raises(UsmexDataError, match=re.escape("year is contradiction, does_not_hold: no strip is for it")):
        charts.verdicts(new(), CHECKS, {"arithmetic": "Sums"})


def test_the_key_counts_each_verdict():
    words = {text.get_text() for text in drawn().axes[0].texts}
    assert words == {"2 do not hold", "1 undecided", "1 holds within rounding", "1 holds"}


def test_the_figure_says_how_many_and_hands_over_its_checks():
    figure = drawn()
    assert figure.note.startswith("Our audit of the sources: 5 rows of checks.csv")
    lines = figure.csv().splitlines()
    assert lines[0] == "check_id,kind,verdict,statement,formula,claim_ids,quantity_ids"
    assert lines[1] == "sum,arithmetic,holds,A statement.,,report-12;report-40,"
    assert len(lines) == 6


def test_marks_keep_their_ids_and_the_figure_is_whole():
    assert 'id="mark-check-year"' in drawn({"year": "“in 2014”"}).svg()


def test_rows_of_another_table_are_refused():
    import pandas as pd

    with pytest.raises(UsmexDataError, match="these rows are no checks"):
        checks_of(pd.DataFrame({"claim_id": ["report-12"]}))
