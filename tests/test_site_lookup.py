"""What search and explorer look through: every claim with its figure, every sentence, and the glossary."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from usmex_data.errors import UsmexDataError
from usmex_data.site.dark_figures import dark
from usmex_data.site.explorer import explorer_page
from usmex_data.site.extension import CONTENT_POLICY, without_styles
from usmex_data.site.lookup import COLUMNS, FILTERS, explorer_script, search_script
from usmex_data.site.site_data import gather

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def site_data():
    return gather(ROOT)


def defined(script, name):
    """The value that a script defines."""
    assert script.startswith(f"window.{name} = ")
    return json.loads(script.removeprefix(f"window.{name} = ").rstrip().removesuffix(";"))


@pytest.fixture(scope="module")
def searched(site_data):
    return defined(search_script(site_data), "usmexSearch")


def test_the_explorer_has_every_claim_with_its_figure_marked(site_data):
    found = defined(explorer_script(site_data), "usmexClaims")
    assert tuple(found["columns"]) == COLUMNS
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in found["rows"]]
    assert [row["claim_id"] for row in rows] == [row["claim_id"] for row in site_data.claims.rows]
    for row in rows:
        start, end = row["mark"]
        assert row["quote"][start:end] == row["text"]
        assert row["address"] == f"sources/{row['source']}.html#{row['claim_id']}"


def test_each_filter_has_something_to_choose(site_data):
    found = defined(explorer_script(site_data), "usmexClaims")
    for name in FILTERS:
        cells = {str(row[COLUMNS.index(name)]) for row in found["rows"]} - {"", "[]"}
        assert len(cells) > 1, name
    page = explorer_page()
    assert all(f'<select name="{name}">' in page for name in FILTERS)


def test_the_search_has_claims_sentences_and_pages(site_data, searched):
    kinds = [each["kind"] for each in searched["documents"]]
    assert kinds.count("claim") == len(site_data.claims.rows)
    assert kinds.count("sentence") > 500
    assert {each["where"] for each in searched["documents"] if each["title"] == "Notebook"} == {
        notebook.title for notebook in site_data.notebooks
    }


def test_a_sentence_is_found_by_words_that_its_page_has(site_data, searched):
    from urllib.parse import unquote

    texts = {source.id: " ".join(site_data.documents[source.id].text.split()) for source in site_data.sources}
    for each in searched["documents"]:
        if each["kind"] == "sentence":
            page, _, words = each["address"].partition("?sentence=")
            assert unquote(words) in texts[page.removeprefix("sources/").removesuffix(".html")]


def test_the_glossary_leads_to_words_that_the_texts_have(site_data, searched):
    texts = " ".join(document.text for document in site_data.documents.values()).lower()
    for term in searched["glossary"]:
        assert any(all(word in texts for word in words.lower().split()) for words in term["search"]), term["names"]


def test_a_term_without_a_meaning_is_refused(site_data, tmp_path):
    from dataclasses import replace

    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "_glossary.toml").write_text('[[term]]\nnames = ["x"]\n', "utf-8")
    with pytest.raises(UsmexDataError, match="names, means and search"):
        search_script(replace(site_data, root=tmp_path))


# --- dark figures, and pages without styles of their own ---


def luminance(color):
    parts = [int(color[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    high, low = sorted((luminance(one), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize(("color", "least"), [("#22262B", 7), ("#5A5F66", 4.5), ("#6A6F76", 4.5)])
def test_words_can_be_read_on_a_dark_page(color, least):
    assert contrast(dark(color), dark("#FFFFFF")) >= least


@pytest.mark.parametrize("color", ["#14305E", "#C8461E", "#2FB09A", "#7B3FA6", "#E8C04A", "#8FB8E8", "#A3123A"])
def test_marks_stand_out_on_a_dark_page(color):
    assert contrast(dark(color), dark("#FFFFFF")) >= 3  # WCAG 2.2, 1.4.11


def test_only_colors_are_turned():
    svg = '<text fill="#22262b">#2 of 3, 5% &amp; "x"</text>'
    assert dark(svg).replace(dark("#22262b"), "#22262b") == svg


def test_styles_of_a_page_are_named():
    rules = {}
    page = '<style>p{}</style><p style="color:red">style="x"</p><i style="color:red">y</i><td>a style="b"</td>'
    settled = without_styles(page, rules)
    assert list(rules.values()) == ["color:red"]
    name = next(iter(rules))
    assert settled == f'<p data-style="{name}">style="x"</p><i data-style="{name}">y</i><td>a style="b"</td>'


def test_the_policy_allows_nothing_in_the_page_and_nothing_from_elsewhere():
    assert "unsafe" not in CONTENT_POLICY
    assert "http" not in CONTENT_POLICY
    assert CONTENT_POLICY.startswith("default-src 'none'")
