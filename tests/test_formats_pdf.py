"""PDFs as text: the order of reading, marks apart from numbers, nothing that pages print besides their text."""

from __future__ import annotations

import sys

import pytest

from pdf_files import at, lines, pdf, raised, right, rows, turned
from usmex_data.errors import UsmexDataError
from usmex_data.extraction import rows as figures
from usmex_data.formats import read_bytes

LEFT = [
    "Mexico sold more of its gas than in",
    "any year before, and prices fell by",
    "5% in 2019, said the ministry. This",
    "was less than what the experts had",
    "thought: they spoke of 9% and more",
]
RIGHT = [
    "and of a loss of 40 jobs in the mill.",
    "A later paragraph says that it was",
    "not to be so: 12 mills were opened in",
    "the north, and the south had to wait",
    "for 3 more of them until 2021.",
]


def read(*pages):
    return read_bytes(pdf(*pages), "a.pdf", "pdf")


def text_of(*pages):
    return read(*pages).text


def claims(text):
    return [(row[2], row[6], row[13]) for row in figures(text) if row[-1] == "claim"]


def test_a_missing_library_names_the_extra(monkeypatch):
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(UsmexDataError, match="reading PDF needs a library") as caught:
        text_of(at(72, 700, "Up 5%"))
    assert "pip install 'usmex-data[formats]'" in str(caught.value)


# --- marks ---


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        (raised(72, 700, "In the year 2019", "3", after=" it rose."), "In the year 2019³ it rose."),
        (raised(72, 700, "It rose by 5%", "12", after=" in May."), "It rose by 5%¹² in May."),
        (raised(72, 700, "It is the 21", "st", after=" time."), "It is the 21st time."),
        (at(72, 700, "CO") + at(72 + 15, 697.5, "2", 6) + at(93.2, 700, "fell by 7%."), "CO2 fell by 7%."),
        (at(72, 703.5, "3", 6) + at(77, 700, "The note."), "³ The note."),
        (at(72, 700, "Large", 10) + at(110, 700, "small", 6), "Large  small"),
        (at(72, 700, "One line of 5") + at(72, 694, "and one of 6", 6), "One line of 5\n\nand one of 6"),
    ],
)
def test_raised_and_lowered_letters(printed, text):
    assert text_of(printed) == text


def test_a_raised_mark_is_no_digit_of_the_number():
    found = claims(text_of(raised(72, 700, "They paid 7 dollars in 2019", "3", after=" and 9 in 2020.")))
    assert found[0] == ("7 dollars", "USD", "2019")


# --- order ---


def test_two_columns_are_read_one_after_the_other_below_what_stands_across():
    text = text_of(at(72, 720, "A heading over both of them", 18) + lines(72, 690, LEFT) + lines(310, 688, RIGHT))
    assert text == "\n\n".join(["# A heading over both of them", "\n".join(LEFT), "\n".join(RIGHT)])


def test_three_columns():
    first, second, third = ([line[:26] for line in lines_of] for lines_of in (LEFT, RIGHT, LEFT[::-1]))
    text = text_of(lines(60, 690, first, 9) + lines(230, 690, second, 9) + lines(400, 690, third, 9))
    assert text == "\n\n".join("\n".join(map(str.strip, column)) for column in (first, second, third))


def test_columns_whatever_the_order_of_the_file():
    mixed = "".join(
        at(72, 690 - 12 * place, one) + at(310, 690 - 12 * place, two)
        for place, (one, two) in enumerate(zip(LEFT, RIGHT, strict=True))
    )
    assert text_of(mixed) == "\n\n".join(["\n".join(LEFT), "\n".join(RIGHT)])


def test_a_sentence_goes_on_in_the_next_column():
    (row,) = [row for row in figures(text_of(lines(72, 690, LEFT) + lines(310, 690, RIGHT))) if row[2] == "40"]
    assert (row[3], row[-1]) == (40, "claim")


def test_a_table_below_columns_keeps_its_rows():
    prices = rows(
        [72, 230, 400],
        560,
        [["Year", "Imports (MW)", "Price (USD/MWh)"], ["2019", "140", "55.5"], ["2020", "155", "48"]],
    )
    text = text_of(lines(72, 690, LEFT) + lines(310, 690, RIGHT) + prices)
    assert text.split("\n\n")[2] == (
        "| Year | Imports (MW) | Price (USD/MWh) |\n| --- | --- | --- |\n| 2019 | 140 | 55.5 |\n| 2020 | 155 | 48 |"
    )


# --- tables ---


def test_a_head_over_several_columns_reaches_them():
    table = at(250, 614, "Price (USD/MWh)") + rows(
        [72, 230, 330], 600, [["Fuel", "2019", "2020"], ["Coal", "75", "76"], ["Gas", "40", "41"]]
    )
    unit = "USD/MWh"
    assert claims(text_of(table)) == [
        ("75", unit, "2019"),
        ("76", unit, "2020"),
        ("40", unit, "2019"),
        ("41", unit, "2020"),
    ]


def test_numbers_may_end_at_one_edge():
    rows_of = [("Coal from the north", "1,275", "8.5"), ("Gas", "40", "12.25"), ("Wood", "7", "0.5")]
    table = (
        at(72, 614, "Fuel")
        + right(300, 614, "Tons")
        + right(400, 614, "Share (%)")
        + "".join(
            at(72, 600 - 14 * place, name) + right(300, 600 - 14 * place, tons) + right(400, 600 - 14 * place, share)
            for place, (name, tons, share) in enumerate(rows_of)
        )
    )
    lines_of = text_of(table).splitlines()
    assert lines_of[0] == "| Fuel | Tons | Share (%) |"
    assert lines_of[2:] == [f"| {name} | {tons} | {share} |" for name, tons, share in rows_of]


def test_prose_is_no_table():
    text = text_of(
        lines(72, 700, ["In 2019 they sold 40 tons at 7 dollars,", "in 2020 they sold 50 tons at 8 dollars."])
    )
    assert "|" not in text


# --- what is no text ---


def body(number):
    return lines(
        72, 690, [f"Of page {number} this tells: {number * 10} tons of corn.", "The farms sold it for 5 dollars a ton."]
    )


def test_heads_and_feet_are_left_out_and_said():
    found = read(
        *[
            at(72, 770, "Corn Review 2021") + right(540, 770, str(number)) + body(number)
            + at(72, 20, f"corn.indd   {number}      3/4/21  10:15 AM", 6)
            for number in (4, 5, 6)
        ]
    )  # fmt: skip
    assert "Review" not in found.text
    assert "indd" not in found.text
    assert [text for text, _, _ in claims(found.text)] == [
        "40 tons",
        "5 dollars a ton",
        "50 tons",
        "5 dollars a ton",
        "60 tons",
        "5 dollars a ton",
    ]
    assert found.lost == ("3 running heads", "3 print lines")


@pytest.mark.parametrize(
    ("foot", "kind"),
    [
        ("7", "page number"),
        ("- 7 -", "page number"),
        ("Page 7 of 12", "page number"),
        ("xii", "page number"),
        ("VerDate Sep 11 2014 16:30 Jkt 000000 PO 00000 Frm 00001 Fmt 4703", "print line"),
        ("https://made-up.org/a/report.html 1/5", "print line"),
        ("12/3/23, 4:55 PM", "print line"),
        ("Printed on 5 May 2021 for 12 readers", "print line"),
    ],
)
def test_the_foot_of_a_page(foot, kind):
    found = read(body(1) + at(280, 30, foot, 8))
    assert foot not in found.text
    assert found.lost == (f"1 {kind}",)


@pytest.mark.parametrize("line", ["2021", "It rose by 7%", "5 dollars", "Of 12 farms, 4 had sold by 12/3/23."])
def test_a_last_line_of_text_stays(line):
    assert text_of(body(1) + at(72, 30, line)).endswith(line)


def test_ticks_of_axes_are_left_out_and_said():
    upright = "".join(right(90, 300 + 40 * step, str(20 * step)) for step in range(6))
    lying = "".join(at(100 + 60 * step, 285, str(2010 + 2 * step)) for step in range(6))
    found = read(at(72, 690, "Figure 1. Exports rose by 7 percent.") + upright + lying + turned(60, 350, "Tons (000)"))
    assert [text for text, _, _ in claims(found.text)] == ["7 percent"]
    assert found.lost == ("1 turned line", "12 axis ticks")


def test_ticks_beside_a_column_of_text_are_ticks():
    upright = "".join(right(90, 640 + 12 * step, str(20 * step)) for step in range(5))
    found = read(upright + lines(72, 600, LEFT) + lines(310, 688, RIGHT) + lines(310, 620, LEFT))
    assert found.lost == ("5 axis ticks",)


def test_years_over_a_table_are_no_axis():
    years = ["2016", "2017", "2018", "2019"]
    table = rows([200, 260, 320, 380], 614, [years]) + at(72, 600, "Exports")
    table += rows([72, 200, 260, 320, 380], 586, [["Coal", "5", "6", "7", "9"], ["Gas", "1", "2", "3", "5"]])
    found = read(table)
    assert found.lost == ()
    assert [period for _, _, period in claims(found.text)] == years * 2


@pytest.mark.parametrize(
    ("turn", "matrix", "places"),
    [
        (90, "0 1 -1 0", [(100, 72), (114, 72)]),
        (180, "-1 0 0 -1", [(540, 92), (540, 106)]),
        (270, "0 -1 1 0", [(500, 700), (486, 700)]),
    ],
)
def test_a_page_that_is_shown_turned_is_read_as_it_is_shown(turn, matrix, places):
    texts = ["Exports rose by 5 percent", "and imports by 7 percent."]
    page = "".join(turned(x, y, text, matrix=matrix) for (x, y), text in zip(places, texts, strict=True))
    found = read_bytes(pdf(page, turn=turn), "a.pdf", "pdf")
    assert (found.text.splitlines(), found.lost) == (texts, ())


def test_a_column_of_a_table_is_no_axis():
    table = rows([72, 200], 600, [["Year", "Jobs"], *[[str(2010 + step), str(20 * step)] for step in range(6)]])
    assert len(text_of(table).splitlines()) == 8


def test_headings_by_their_size():
    heads = at(72, 760, "Trade", 24) + at(72, 730, "The Gas of the North", 16) + at(72, 712, "and of the South", 16)
    text = text_of(heads + body(1) + lines(72, 600, LEFT))
    assert text.split("\n\n")[:2] == ["# Trade", "## The Gas of the North and of the South"]


def test_a_large_figure_is_no_heading():
    assert text_of(at(72, 720, "45%", 30) + body(1) + lines(72, 600, LEFT)).startswith("45%\n\nOf page 1")


def test_a_file_without_pages_of_text():
    with pytest.raises(UsmexDataError, match="no text in it"):
        text_of("")
