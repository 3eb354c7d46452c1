"""Quotes: the sentence as it is, the figure marked, nothing in it run."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as some

import charts_rows as sample
from usmex_data.charts.claim_rows import rows_of
from usmex_data.errors import UsmexDataError
from usmex_data.notebooks.quote import Quote, escaped, quotes, show


class Read(HTMLParser):
    def __init__(self, html):
        super().__init__()
        self.tags, self.said, self.marked, self.inside = [], "", "", False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        self.inside = self.inside or tag == "mark"

    def handle_endtag(self, tag):
        self.inside = self.inside and tag != "mark"

    def handle_data(self, data):
        self.said += data
        self.marked += data if self.inside else ""


def test_the_figure_is_marked_in_its_sentence():
    (quote, _other) = quotes(sample.wages())
    read = Read(quote._repr_html_())
    assert read.marked == "between $5 and $7 per hour"
    assert read.said.startswith(sample.WAGES)
    assert "white-papers, Trade > The USMCA's New Rules of Origin" in read.said


def test_the_quote_leads_to_its_source():
    read = Read(quotes(sample.gas().iloc[2])._repr_html_())
    (link,) = [attributes for tag, attributes in read.tags if tag == "a"]
    assert link["href"] == "../sources/white-papers.html#white-papers-40050"


def test_as_plain_text_brackets_mark_the_figure():
    said = str(quotes(sample.gas().iloc[2]))
    assert "reached [5.1 billion cubic feet per day] in 2019" in said
    assert said.endswith("(white-papers, Energy > Natural Gas; white-papers-40050)")


def test_several_come_in_order():
    found = quotes(sample.gas())
    assert len(found) == 3
    assert [quote.row.text for quote in found] == ["4.8 bcf", "4.9 bcf", "5.1 billion cubic feet per day"]
    assert found._repr_html_().count("<blockquote") == 3
    assert str(found).count("\n") == 2


def test_one_claim_is_shown_by_its_id():
    assert show("white-papers-40130", sample.gas()).row.text == "4.9 bcf"


def test_an_unknown_claim_is_an_error():
    with pytest.raises(UsmexDataError, match="no claim 'white-papers-1'"):
        show("white-papers-1", sample.gas())


def test_no_source_says_what_we_calculated():
    with pytest.raises(UsmexDataError, match="no source says it"):
        quotes(sample.gas().iloc[:1].assign(claim_id="calc-x"))


def test_markup_in_a_source_is_shown_and_not_run():
    quote = 'It <script>alert("x")</script> cost <b>5%</b> & more.'
    claim = sample.claim("forum-page-1", quote, "5%", value=5, unit="percent", section="<i>A</i>")
    (row,) = rows_of(sample.frame(claim))
    html = Quote(row)._repr_html_()
    assert not re.search(r"<(script|b|i)\b", html)
    assert Read(html).said.startswith(quote)


@given(some.text())
def test_any_text_is_shown_as_it_is(text):
    html = escaped(text)
    read = Read(html)
    assert {tag for tag, _attributes in read.tags} <= {"span"}
    assert "$" not in html.replace("<span>$</span>", "")
