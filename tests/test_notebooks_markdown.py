"""Markdown: links, paragraphs, what is no prose, and dollar signs."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as some

from usmex_data.notebooks.markdown import dollar_trouble, links, paragraphs, prose_of, unmarked


@pytest.mark.parametrize(
    ("source", "text", "target"),
    [
        ("[over 5](#calc-a)", "over 5", "#calc-a"),
        ("a [**\\$5**](../x.html#a-1) b", "**\\$5**", "../x.html#a-1"),
        ('[5](<x y> "title")', "5", "x y"),
        (r"[\[5\]](#a)", r"\[5\]", "#a"),
    ],
)
def test_links_are_found_with_their_places(source, text, target):
    (link,) = links(source)
    assert (link.text, link.target) == (text, target)
    assert source[link.text_start : link.text_start + len(text)] == text
    assert source[link.start] == "["
    assert source[link.end - 1] == ")"


@pytest.mark.parametrize("source", ["`[5](#a)`", "```\n[5](#a)\n```", "![5](a.png)", "[5]", "[5][a]"])
def test_what_is_no_link(source):
    assert links(source) == []


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("`x = 5` is 6", "6"),
        ("```python\nx = 5\n```\n6", "6"),
        ("see https://example.org/2019/7 and 6", "6"),
        ("<!-- 5 --> 6", "6"),
        ('<span id="5">6</span>', "6"),
        ("1. six\n2) six", ""),
        ("~~~\n5\n~~~\n6", "6"),
    ],
)
def test_code_tags_and_addresses_are_no_prose(source, left):
    prose = prose_of(source)
    assert len(prose) == len(source)
    assert "".join(sign for sign in prose if sign.isdigit()) == left


def test_a_heading_is_a_paragraph_of_its_own():
    source = "# Title\nText one\nand on\n\n- a list\n\n## Next\n"
    assert [(source[each.start : each.end], each.level) for each in paragraphs(source)] == [
        ("# Title\n", 1),
        ("Text one\nand on\n", 0),
        ("- a list\n", 0),
        ("## Next\n", 2),
    ]


@given(some.text(alphabet="ab#\n `[]()$\\*_5", max_size=60))
def test_any_source_keeps_its_places(source):
    assert len(prose_of(source)) == len(source)
    for link in links(source):
        assert source[link.text_start : link.text_start + len(link.text)] == link.text
    for paragraph in paragraphs(source):
        assert 0 <= paragraph.start < paragraph.end <= len(source)
    for start, _end, _what in dollar_trouble(source):
        assert "$" in source[start : start + 2]


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        (r"**\$5** to *7*", "$5 to 7"),
        (r"over  260,000", "over 260,000"),
        ("_some_ 5", "some 5"),
        ("snake_case_5", "snake_case_5"),
        ("1\\*2", "1*2"),
    ],
)
def test_a_links_words_lose_their_markup(text, bare):
    assert unmarked(text) == bare


@pytest.mark.parametrize(
    "source",
    [
        r"**\$42 billion** to **\$61 billion**",
        r"[\$5](#a) and [\$16](#b)",
        r"\$5" + "\n\n" + r"\$16",
        "`$5 and $7`",
        r"[between **\$5** and **\$7**](#a)",
        r"# Pay of \$5" + "\n" + r"against \$16",
        "no amount",
    ],
)
def test_amounts_apart_are_no_trouble(source):
    assert dollar_trouble(source) == []


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (r"\$5 and \$7", "two dollar signs"),
        (r"[between \$5 and \$7](#a)", "two dollar signs"),
        (r"\$5 to" + "\n" + r"\$7", "two dollar signs"),
        ("It costs $5.", "write"),
    ],
)
def test_amounts_together_become_a_formula(source, message):
    (trouble,) = dollar_trouble(source)
    assert message in trouble[2]
    assert "$" in source[trouble[0] : trouble[1]]
