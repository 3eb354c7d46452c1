"""Web pages as text: what a browser shows, and nothing that it hides."""

from __future__ import annotations

import pytest

from usmex_data.extraction import rows
from usmex_data.formats import read_bytes


def text_of(html):
    return read_bytes(html.encode(), "a.html", "html").text


def lost_in(html):
    return read_bytes(html.encode(), "a.html", "html").lost


def claims(html):
    return [(row[2], row[6], row[13]) for row in rows(text_of(html)) if row[-1] == "claim"]


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>One</p><p>Two</p>", "One\n\nTwo\n"),
        ("<p>a<br>b</p>", "a\nb\n"),
        ("<ul><li>One</li><li>Two</li></ul>", "- One\n\n- Two\n"),
        ("<h2>Head</h2><p>Text</p>", "## Head\n\nText\n"),
        ("<p>Up to <b>$5</b>\n   million</p>", "Up to $5 million\n"),
        (
            "<table><tr><th>Fuel</th><th>Price</th></tr><tr><td>Coal</td><td>$75</td></tr></table>",
            "| Fuel | Price |\n| --- | --- |\n| Coal | $75 |\n",
        ),
        ("<script>var x = 5;</script><style>p{}</style><p>Text</p><!-- 9 -->", "Text\n"),
        ("<nav>Menu 3</nav><p>Text</p>", "Text\n"),
        ("<p>16&nbsp;%, &lt;5&gt; &amp; more</p>", "16 %, <5> & more\n"),
        ("<p>unclosed <b>tags", "unclosed tags\n"),
        ("<p>per hour<sup>12</sup></p>", "per hour<sup>12</sup>\n"),
    ],
)
def test_html_is_read_as_a_browser_shows_it(html, text):
    assert read_bytes(html.encode(), "a.html", "html").text == text


def test_html_nested_past_all_reason_is_read():
    assert "5%" in read_bytes(b"<div>" * 3000 + b"5%" + b"</div>" * 3000, "a.html", "html").text


def test_html_in_its_own_encoding():
    html = '<meta charset="windows-1252"><p>Año 2019: 5 €</p>'.encode("windows-1252")
    assert "Año 2019: 5 €" in read_bytes(html, "a.html", "html").text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>Up 9%</p>",
        "<p hidden=''>Up 9%</p>",
        "<p style='color: red; display: none'>Up 9%</p>",
        "<p style='DISPLAY:NONE !important'>Up 9%</p>",
        "<div style='visibility:hidden'><p>Up <b>9%</b></p></div>",
        "<style>.off { color: red; display: none }</style><p class='a off'>Up 9%</p>",
        "<style>@media screen { a { b: c } } #off { display:none }</style><p id=off>Up 9%</p>",
        "<span class='sr-only'>Up 9%</span>",
    ],
)
def test_hidden_text_is_not_read_and_said(hidden):
    page = f"{hidden}<p>Up 5% in 2019</p>"
    assert text_of(page) == "Up 5% in 2019\n"
    assert lost_in(page) == ("1 hidden passage",)


@pytest.mark.parametrize(
    "silent",
    [
        "<template><p>Up 9%</p></template>",
        "<noscript>Up 9%</noscript>",
        "<script>document.write('Up 9%')</script>",
        "<style>p::before { content: 'Up 9%' }</style>",
        "<select><option>9%<option>10%</select>",
        "<!-- Up 9% -->",
        "<p hidden></p>",
        "<img alt='' hidden width=200 height=9>",
    ],
)
def test_what_is_no_text_is_not_read(silent):
    assert text_of(f"{silent}<p>Up 5%</p>") == "Up 5%\n"


@pytest.mark.parametrize(
    "shown",
    [
        "<p aria-hidden='true'>Up 5%</p>",
        "<p hidden='until-found'>Up 5%</p>",
        "<p style='display: block; content: none'>Up 5%</p>",
        "<style>@media print { p { display: none } }</style><p>Up 5%</p>",
        "<style media=print>p { display: none }</style><p>Up 5%</p>",
        "<style>.tab { display: none } .tab.open { display: block }</style><p class=tab>Up 5%</p>",
        "<details><summary></summary>Up 5%</details>",
    ],
)
def test_what_a_reader_can_see_is_read(shown):
    assert text_of(shown) == "Up 5%\n"


def test_a_formula_that_is_drawn_and_spoken_counts_once():
    drawn = "<span aria-hidden=true>5</span>"
    assert text_of(f"<p>Up <span><math><mn>5</mn></math></span>{drawn} percent</p>") == "Up 5 percent\n"


def test_struck_text_is_not_read_and_said():
    page = "<p>It costs <s>$50</s> <del>$45</del> $40.</p>"
    assert text_of(page) == "It costs $40.\n"
    assert lost_in(page) == ("2 struck passages",)


def test_numbers_of_markup_are_no_text():
    page = "<p style='width:200px'><a href='/2019/7f3a9/5.html' title='9%'>Up</a> 5%<img src=4.png width=300></p>"
    assert text_of(page) == "Up 5%\n"


# --- tables ---

PRICES = """<table><thead><tr><th rowspan=2>Fuel<th colspan=2>Price (USD/MWh)<tr><th>2019<th>2020</thead>
<tr><td rowspan=2>Coal<td>75<td>76<tr><td>81<td>82<tr><td>Gas<td colspan=2>40</table>"""


def test_a_merged_head_reaches_all_its_columns_and_a_merged_cell_counts_once():
    unit = "USD/MWh"
    assert claims(PRICES) == [
        ("75", unit, "2019"),
        ("76", unit, "2020"),
        ("81", unit, "2019"),
        ("82", unit, "2020"),
        ("40", unit, ""),
    ]
    assert text_of(PRICES).splitlines()[0] == "| Fuel | Price (USD/MWh) ||"


def test_rows_and_cells_without_end_tags_are_all_there():
    rows = "".join(f"<tr><td>{year}<td>{year - 1900}" for year in range(2000, 2020))
    lines = text_of(f"<table><tr><th>Year<th>Jobs (thousand){rows}</table>").splitlines()
    assert lines[2:] == [f"| {year} | {year - 1900} |" for year in range(2000, 2020)]


def test_a_foot_that_stands_first_is_read_last():
    table = "<table><tfoot><tr><td>Sum<td>9</tfoot><tr><th>Mill<th>Tons<tr><td>A<td>9</table>"
    assert text_of(table).splitlines()[-1] == "| Sum | 9 |"


def test_a_table_in_a_cell_comes_behind_its_own():
    inner = "<table><tr><th>Fuel<th>Price (USD)<tr><td>Coal<td>75</table>"
    text = text_of(f"<table><tr><th>Place<th>Jobs<tr><td>North{inner}<td>40</table>")
    assert text.split("\n\n") == [
        "| Place | Jobs |\n| --- | --- |\n| North | 40 |",
        "| Fuel | Price (USD) |\n| --- | --- |\n| Coal | 75 |\n",
    ]


@pytest.mark.parametrize(
    "layout",
    [
        "<table><tr><td><p>Left, 5%.</p></td></tr><tr><td><p>Right, 6%.</p></td></tr></table>",
        "<table role=presentation><tr><td>Left, 5%.<td>Right, 6%.</table>",
        "<table><tr><td><h2></h2><p>Left, 5%.</p><td>Right, 6%.<tr><td><td></table>",
    ],
)
def test_a_table_that_lays_a_page_out_is_read_as_its_parts(layout):
    assert text_of(layout) == "Left, 5%.\n\nRight, 6%.\n"


def test_a_bar_in_a_cell_divides_nothing():
    assert text_of("<table><tr><th>A|B<th>C<tr><td>1<td>2</table>").splitlines()[0] == "| A¦B | C |"


def test_a_span_past_all_reason_is_cut():
    text = text_of("<table><tr><th>A<th>B<tr><td colspan=100000 rowspan=99999999>5<tr><td>6</table>")
    assert len(text) < 20_000
    assert text.count("5") == 1


def test_printed_gaps_stay_in_preformatted_text():
    assert text_of("<pre>Coal   75\nGas    40</pre>") == "Coal   75\nGas    40\n"


def test_powers_and_fractions_of_mathml():
    page = "<p><math><msup><mn>10</mn><mn>6</mn></msup></math>, <math><mfrac><mn>3</mn><mn>4</mn></mfrac></math></p>"
    assert text_of(page) == "10<sup>6</sup>, 3/4\n"
