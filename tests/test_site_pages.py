"""What pages are generated: cards, data pages, notebooks, numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from site_repository import code, notebook, prose, repository
from usmex_data.errors import UsmexDataError
from usmex_data.site.cards import card, cards
from usmex_data.site.data_pages import data_pages
from usmex_data.site.links import parse
from usmex_data.site.notebook_pages import findings, notebook_page, page_links
from usmex_data.site.site_data import gather
from usmex_data.site.source_page import source_page
from usmex_data.site.start import counts, numbers


@pytest.fixture(scope="module")
def material(tmp_path_factory):
    root = repository(tmp_path_factory.mktemp("site"))
    rows = gather(root).claims.rows
    link = f"../sources/plain-paper.html#{rows[0]['claim_id']}"
    notebook(
        root,
        "01-jobs",
        prose(f"# Trade | carries [five million]({link}) jobs"),
        prose(f"They are [some five million]({link}) by | one count.\n\nMore."),
        code("figure(name='jobs-figure')", f'<p id="calc-share">x <a href="{link}">y</a></p>'),
        prose("See [the share](#calc-share)."),
    )
    drawn = root / "build" / "figures"
    drawn.mkdir(parents=True)
    for end in ("svg", "png", "csv"):
        (drawn / f"jobs-figure.{end}").write_bytes(b"x")
    return gather(root)


def row(material, words):
    return next(each for each in material.claims.rows if each["text"] == words)


def test_a_card_tells_value_hedge_place_and_period(material):
    html = card(row(material, "between $5 billion and $7 billion"), material)
    for words in ("5 billion to 7 billion USD", "names no middle", "Mexico; other side: United States", "2019"):
        assert words in html


def test_a_card_names_copies_statements_and_notebooks(material):
    html = card(material.claims.rows[0], material)
    copy = next(each for each in material.claims.rows if each["copy_of"])
    other = row(material, "Under 70 percent")
    links = parse(html).links
    assert f"../sources/plain-paper.html#{copy['claim_id']}" in links
    assert f"../sources/hostile-page.html#{other['claim_id']}" in links
    assert "../notebooks/01-jobs.html" in links
    assert "Line 2 of claims.csv" in html
    assert 'Jobs &amp; &lt;i&gt;trade&lt;/i&gt;, in <a href="../data/claims.html">claims</a>' in html


def test_the_copy_names_its_original(material):
    copy = next(each for each in material.claims.rows if each["copy_of"])
    assert f"../sources/plain-paper.html#{copy['copy_of']}" in parse(card(copy, material)).links


def test_cards_show_markup_and_do_not_run_it(material):
    html = cards("hostile-page", material)
    assert "<script" not in html
    assert "<b>IMF" not in html
    assert "&lt;b&gt;IMF&lt;/b&gt; &amp; `co`" in html
    assert "&quot;&gt;&lt;script&gt;" in html


def test_a_source_page_has_no_tag_of_its_text(material):
    page = source_page(material.sources[1], material)
    assert "<" not in page.replace("\\<", "")
    assert page.count("{#hostile-page-") == 3


def test_data_pages_show_columns_rows_and_keys(material):
    pages = dict(data_pages(material))
    assert list(pages) == ["index", "claims", "quantities"]
    assert "11 rows" in pages["claims"]
    assert "\\<script\\>claims" in pages["claims"]
    assert "Never empty. Unique." in pages["claims"]
    assert "Refers to `claim_id` of [claims](claims.md)." in pages["quantities"]
    assert "The table has no rows." in pages["quantities"]
    assert all("../files/claims.csv" in pages[name] for name in ("index", "claims"))


def test_notebook_links_become_links_between_pages(material):
    page = json.loads(notebook_page(material.notebooks[0], frozenset({"jobs-figure"})))
    sources = ["".join(each["source"]) for each in page["cells"]]
    claim = material.claims.rows[0]["claim_id"]
    assert f"](../sources/plain-paper.md#{claim})" in sources[1]
    assert "../files/figures/jobs-figure.svg" in sources[3]
    assert "../files/notebooks/01-jobs.ipynb" in sources[-1]


def test_code_that_only_leads_to_a_value_is_folded(material):
    page = json.loads(notebook_page(material.notebooks[0], frozenset()))
    assert page["cells"][2]["metadata"]["tags"] == ["hide-input"]
    assert page["cells"][2]["metadata"]["mystnb"]["code_prompt_show"] == "Show code"


@pytest.mark.parametrize(
    ("source", "output", "folded"),
    [
        ("import usmex_data as um\nfrom usmex_data.charts import dots", None, True),
        ("import usmex_data as um\rows = um.load('oil')", None, True),
        ("figure.show()", {"image/png": "AAAA"}, True),
        ("quotes(rows)", {"text/html": '<blockquote class="usmex-quote">'}, True),
        ("table.head()", {"text/html": "<table>"}, False),
    ],
)
def test_code_is_folded_where_its_output_speaks(material, tmp_path, source, output, folded):
    cell = code(source)
    if output:
        cell["outputs"] = [{"output_type": "display_data", "metadata": {}, "data": output}]
    root = repository(tmp_path)
    notebook(root, "one", prose("# Title"), cell)
    page = json.loads(notebook_page(gather(root).notebooks[0], frozenset()))
    assert ("hide-input" in page["cells"][1]["metadata"].get("tags", [])) == folded


def test_a_figure_without_files_is_not_offered(material):
    page = json.loads(notebook_page(material.notebooks[0], frozenset()))
    assert not any("files/figures" in "".join(each["source"]) for each in page["cells"])


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("[a](../sources/x-y.html#x-y-12)", "[a](../sources/x-y.md#x-y-12)"),
        ("[\\$](a/sources/x.html#x-1) [](sources/x.html#x-2)", "[\\$](../sources/x.md#x-1) [](../sources/x.md#x-2)"),
        ("`[a](../sources/x.html#x-1)`", "`[a](../sources/x.html#x-1)`"),
        ("[a](#calc-b) [c](https://example.org)", "[a](#calc-b) [c](https://example.org)"),
    ],
)  # fmt: skip
def test_page_links(source, expected):
    assert page_links(source) == expected


def test_findings_keep_their_links_and_their_row(material):
    claim = material.claims.rows[0]["claim_id"]
    (line,) = [each for each in findings(material, "").splitlines() if "01-jobs.ipynb" in each]
    assert line.startswith("| [Trade \\| carries five million jobs](notebooks/01-jobs.ipynb) |")
    assert line.endswith(f"[some five million](sources/plain-paper.md#{claim}) by \\| one count. |")


def test_findings_end_with_a_sentence(material, tmp_path):
    root = repository(tmp_path)
    first = (
        "It is [$5](../sources/x.html#x-1) in the U.S. Congress. " + "Words stand here. " * 8 + "This is 1.5 percent."
    )
    notebook(root, "long", prose("# Title"), prose(first + " Too much. And more."))
    (line,) = [each for each in findings(gather(root), "").splitlines() if "long.ipynb" in each]
    assert "in the U.S. Congress. Words" in line
    assert line.endswith("Words stand here. |")


def test_a_notebook_without_title_is_refused(material, tmp_path):
    root = repository(tmp_path / "other")
    notebook(root, "bare", prose("no title"))
    with pytest.raises(UsmexDataError, match="opens with its title"):
        gather(root)


def test_numbers_open_their_sentence(material):
    claim = material.claims.rows[0]["claim_id"]
    path = material.root / "docs" / "_numbers.toml"
    path.write_text(f'[[number]]\nclaim = "{claim}"\nsays = "<b>depend</b>"\nnotebook = "jobs"\n')
    html = numbers(material)
    assert f'href="sources/plain-paper.html#{claim}">Some five million</a> &lt;b&gt;depend' in html
    assert "<mark>Some five million</mark> jobs depend on trade." in html
    assert 'href="notebooks/01-jobs.html"' in html
    path.write_text('[[number]]\nclaim = "plain-paper-1"\nsays = ""\nnotebook = ""\n')
    with pytest.raises(UsmexDataError, match="no claim 'plain-paper-1'"):
        numbers(material)
    path.unlink()
    assert numbers(material) == ""


def test_counts(material):
    said = counts(material)
    assert said.startswith("2 [sources]")
    assert "11 [claims](data/claims.md) that state 9 facts" in said


def test_what_the_audit_rests_on_is_marked_and_says_its_verdict():
    material = gather(Path(__file__).resolve().parents[1])
    page = next(source for source in material.sources if source.id == "forum-page")
    text = source_page(page, material)
    # "Since its reformulation in 2014" against 2011 in the paper
    assert "{#forum-page-q12249 .audited title=" in text
    assert "does not hold: Paper and web page give the same year" in text
    ranked = next(row for row in material.claims.rows if row["claim_id"] == "white-papers-13910")
    assert "<strong>does not hold</strong>: Every passage gives Mexico the same rank" in card(ranked, material)
