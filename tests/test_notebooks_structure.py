"""The shape of a notebook: each rule of the series, kept and broken."""

from __future__ import annotations

import pytest

from usmex_data.notebooks.structure import check


def text(source="A sentence."):
    return {"cell_type": "markdown", "source": source, "metadata": {}}


def code(source="rows", outputs=()):
    return {"cell_type": "code", "source": source, "outputs": list(outputs), "metadata": {}}


def picture(alt="It tells the finding.", key=False):
    return {
        "output_type": "display_data",
        "data": {"image/png": "x"},
        "metadata": {"image/png": {"alt": alt, "key": key}},
    }


TITLE, IMPORTS, FIGURE = (
    text("# What is it?\n\nThis."),
    code("import usmex_data as um"),
    code("fig.show()", [picture(key=True)]),
)


def problems(*cells):
    return check({"cells": list(cells)})


def test_a_good_notebook_has_none():
    assert problems(TITLE, IMPORTS, text(), FIGURE, text(), code("a = 1\nb = 2"), text()) == []


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ((), "begins with its title"),
        ((IMPORTS, text()), "begins with its title"),
        ((text("What is it?"), IMPORTS, text()), "begins with its title"),
        ((text("## What is it?"), IMPORTS, text()), "begins with its title"),
        ((TITLE, IMPORTS, text("Now.\n\n# Another title")), "a second title"),
        ((TITLE, IMPORTS, *[cell for _ in range(25) for cell in (text(), code())], text()), "26 code cells"),
        ((TITLE, IMPORTS, text(), code("a\nb\nc\nd\ne\nf\ng\nh\ni\nj"), text()), "more than 5.5 lines"),
        ((TITLE, IMPORTS, text(), code("def f():\n    return 1"), text()), "defines a function"),
        ((TITLE, IMPORTS, text(), code("class A:\n    x = 1"), text()), "defines a function"),
        ((TITLE, IMPORTS, text(), code(" "), text()), "an empty code cell"),
        ((TITLE, code("rows = 1"), text(), IMPORTS, text()), "imports stand in the first code cell"),
        ((TITLE, IMPORTS, text(), code("from math import pi"), text()), "imports stand in the first code cell"),
        ((TITLE, code(), text()), "here: none"),
        ((TITLE, IMPORTS, code(), code(), text()), "cells 2 to 4: three code cells in a row"),
        ((TITLE, IMPORTS, text(), code()), "ends without a word"),
        (
            (TITLE, IMPORTS, text(), code("fig.show()", [picture("", key=True)]), text()),
            "cell 4: a figure without alt text",
        ),
        ((TITLE, IMPORTS, FIGURE, text()), "cell 3: a figure needs a sentence before it"),
        ((TITLE, IMPORTS, text(), FIGURE, code(), text()), "cell 4: a figure needs a sentence"),
        ((TITLE, IMPORTS, text(), FIGURE, text(), FIGURE, text()), "drawn 2 times"),
        ((TITLE, IMPORTS, text(), code("fig.show()", [picture()]), text()), "drawn 0 times"),
        ((TITLE, IMPORTS, text(), code(), text(), code(), text(), FIGURE, text()), "too late for the first screen"),
        ((TITLE, IMPORTS, text("![](a.png)")), "an image without alt text"),
    ],
)
def test_each_rule_is_held(cells, message):
    found = problems(*cells)
    assert any(message in each for each in found), found


def test_comments_and_blank_lines_do_not_count():
    assert problems(TITLE, IMPORTS, text(), code("# a\n\n# b\n# c\n# d\n# e\n# f\nx\n\n"), text()) == []


def test_lines_of_ipython_are_let_be():
    assert problems(TITLE, code("%config x = 1\nimport usmex_data as um"), text()) == []


def test_sources_may_be_lists_of_lines():
    assert problems(TITLE, {**IMPORTS, "source": ["import pandas\n", "x = 1"]}, text(["One\n", "two"])) == []
