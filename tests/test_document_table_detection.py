"""Tables among the lines of a text: which lines are captions, heads and rows, and what stands over each cell."""

from __future__ import annotations

import pytest

from usmex_data.document import read


def cells(text):
    """The numbers of a text's tables: cell, the heads over it, its label, the caption."""
    document = read(text)

    def said(spans):
        return [document.text[start:end] for start, end in spans]

    return [
        (document.text[cell.start : cell.end], said(cell.heads), said(cell.labels), said(cell.captions))
        for cell in document.cells
        if cell.labels
    ]


GAPS = """Table 7. Herds by Province, 2031
(in thousands)

                  Goats      Sheep     Cattle
North             1,204        310         98
South Coast         812        290         ..
Source: Ministry.
"""
ONE_SPACE = """Exports (millions of dollars)
Country 2019 2020
Brazil 1,204 1,100
Chile 312 298
"""
UNITS = """Country Area (hectares) Growth (%)
Peru 1,200 3.3
Chile 900 -1.2
"""
SPANNING = """Table 2 Trade, selected members
Exports (US$ million) Growth (%)
2020 2021 2020 2021
Chile 6.6 5.7 1.2 2.4
Peru 4.1 .. 3.3 0.8
"""
BARS = """### Table 3. Roads

| Item | FY 2021 | FY 2022 |
|:--|--:|--:|
| Built | 1 250 | 1,310 |
| Mended | — | 42 |
"""
STACKED = """Table 5.1. Schools, 2023

Country
Pupils (thousands)
Spending (%)
Ghana
216.4
12
Togo
19.6
14
"""
STACKED_YEARS = "Country\n2021\n2022\nGhana\n4.5\n5.1\nTogo\n3.9\n4.0\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            GAPS,
            [
                ("1,204", ["Goats", "(in thousands)"], ["North"], ["Table 7. Herds by Province, 2031"]),
                ("310", ["Sheep", "(in thousands)"], ["North"], ["Table 7. Herds by Province, 2031"]),
                ("..", ["Cattle", "(in thousands)"], ["South Coast"], ["Table 7. Herds by Province, 2031"]),
            ],
        ),
        (ONE_SPACE, [("1,100", ["2020", "Exports (millions of dollars)"], ["Brazil"], [])]),
        (UNITS, [("900", ["Country Area (hectares)"], ["Chile"], []), ("-1.2", ["Growth (%)"], ["Chile"], [])]),
        (
            SPANNING,
            [
                ("5.7", ["2021", "Exports (US$ million)"], ["Chile"], ["Table 2 Trade, selected members"]),
                ("3.3", ["2020", "Growth (%)"], ["Peru"], ["Table 2 Trade, selected members"]),
            ],
        ),
        (
            BARS,
            [
                ("1 250", ["FY 2021"], ["Built"], ["Table 3. Roads"]),
                ("42", ["FY 2022"], ["Mended"], ["Table 3. Roads"]),
            ],
        ),
        (
            STACKED,
            [
                ("216.4", ["Pupils (thousands)"], ["Ghana"], ["Table 5.1. Schools, 2023"]),
                ("14", ["Spending (%)"], ["Togo"], ["Table 5.1. Schools, 2023"]),
            ],
        ),
        (STACKED_YEARS, [("5.1", ["2022"], ["Ghana"], []), ("3.9", ["2021"], ["Togo"], [])]),
    ],
)
def test_what_stands_over_a_cell(text, expected):
    found = cells(text)
    for cell in expected:
        assert cell in found


@pytest.mark.parametrize(
    "text",
    [
        "We met 12 mayors and then spent 3 days there in 2019 2020\nbefore it rained on 40 percent of all the days.",
        "Introduction 3\nMethods 7\nResults 12",
        "The 3 towns of the north have\n14\nschools and the south has\n12\nmore.",
        "The price of a ton rose from 40 to 60 in the years from 2010 to 2020.",
    ],
)
def test_prose_is_no_table(text):
    assert cells(text) == []


def test_a_row_is_one_sentence_and_the_text_behind_it_another():
    document = read(GAPS)
    said = [document.text[start:end] for start, end in document.sentences]
    assert "North 1,204 310 98" in said
    assert said[-1] == "Source: Ministry."


def test_a_table_does_not_head_the_text_behind_it():
    document = read("# Farms\n\n" + GAPS + "\nIn the hills 40 farms were sold to the towns below them that year.\n")
    assert document.blocks[-1].section == ("Farms",)
