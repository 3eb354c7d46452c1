"""Counts of rows in the prose are set to what the tables hold; nothing else in it is touched."""

from __future__ import annotations

import pytest

from usmex_data.notebooks.calculations import MIME
from usmex_data.notebooks.recount import recount

COUNTS = {"checks": ("136", "rows of checks.csv: 136"), "checks-holds": ("1,059", "rows of checks.csv: 1,059")}
COUNTS["gap"] = ("22.3", "34.9 - 12.6")


def notebook(*prose):
    records = [{"name": name, "shown": shown, "formula": formula} for name, (shown, formula) in COUNTS.items()]
    output = {"output_type": "display_data", "data": {MIME: records}, "metadata": {}}
    cells = [{"cell_type": "markdown", "source": text} for text in prose]
    return {"cells": [*cells, {"cell_type": "code", "source": "tally(checks)", "outputs": [output]}]}


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        (
            "Of [133](#calc-checks) checks, [57](#calc-checks-holds) hold.",
            "Of [136](#calc-checks) checks, [1,059](#calc-checks-holds) hold.",
            ["cell 1: 57 is 1,059 now", "cell 1: 133 is 136 now"],
        ),
        ("It has [136](#calc-checks) rows.", "It has [136](#calc-checks) rows.", []),
        # What is no count, or more than one, is left to whoever wrote it.
        ("The gap is [22.4](#calc-gap) points.", "The gap is [22.4](#calc-gap) points.", []),
        ("[Most of 133](#calc-checks) hold.", "[Most of 133](#calc-checks) hold.", []),
        ("[a dozen](#calc-checks) hold.", "[a dozen](#calc-checks) hold.", []),
        ("[133](#calc-other) hold, of 133.", "[133](#calc-other) hold, of 133.", []),
        ("`[133](#calc-checks)`", "`[133](#calc-checks)`", []),
    ],
)
def test_a_link_to_a_count_says_the_number_that_there_is(before, after, told):
    made = notebook(before)
    assert recount(made) == told
    assert made["cells"][0]["source"] == after
    assert recount(made) == []


def test_code_is_never_touched():
    made = notebook()
    made["cells"][0]["source"] = "text = '[133](#calc-checks)'"
    assert recount(made) == []
