"""Text of others on pages: shown to the last character, and never markup."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser

from usmex_data.site.escape import attribute, markdown, markup, one_line

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<!-- comment --> <?php ?> <![CDATA[x]]>",
    "{eval-rst}",
    "```{eval-rst}\n.. raw:: html\n```",
    ":::{note}\nwords\n:::",
    "`code` and ``code with ` in it``",
    "$16 to $20 and $$x$$",
    r"\$6.8 and \\ and \( x \)",
    "[text](javascript:alert(1)) and ![](http://example.org/x.png)",
    "[words]{#id .claim} {.class}",
    "(target)= % comment +++ {{ name }} {{% x %}}",
    "# heading\n## heading\n===\n---",
    "1. one\n2. two\n- three\n+ four\n> quote",
    "| a | b |\n|---|---|",
    "*em* **strong** __strong__ ~~gone~~ ^up^ ~down~",
    "<https://example.org> https://example.org me@example.org",
    "&lt; &amp; &#36; &nbsp; &copy",
    "term\n: definition",
    "    indented code",
    "line\u2028separator\x85next\x0cpage\x0btab\tend",
    "\x00null \x1b[31m escape \ufeff mark",
    "\u202eturned\u202c round",
    "[^1] and [^1]: note",
    "a\\\nb  \nc",
]


class Shown(HTMLParser):
    """The tags and the text of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append("comment")


def rendered(source: str) -> Shown:
    extensions = [
        "attrs_block",
        "attrs_inline",
        "colon_fence",
        "deflist",
        "dollarmath",
        "substitution",
        "strikethrough",
    ]
    parser = create_md_parser(MdParserConfig(enable_extensions=set(extensions)), RendererHTML)
    return Shown(parser.render(source))


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows(text):
    shown = rendered("before " + markdown(text) + " after")
    assert shown.tags == ["p"]
    assert shown.text.strip() == f"before {one_line(text)} after"


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_in_a_mark_shows(text):
    shown = rendered(f"[{markdown('x' + text + 'x')}]{{#one .claim}}")
    assert shown.tags == ["p", "span"]
    assert shown.text.strip() == one_line(f"x{text}x")


@pytest.mark.parametrize("text", HOSTILE)
def test_markup_shows(text):
    shown = Shown(f"<p title={attribute(text)}>{markup(text)}</p>")
    assert shown.tags == ["p"]
    assert shown.text == one_line(text)


@given(st.text(max_size=60))
def test_any_text_is_shown(text):
    shown = rendered("x" + markdown(text) + "x")
    assert shown.tags == ["p"]
    assert shown.text.strip() == "x" + one_line(text) + "x"


@given(st.text(max_size=60))
def test_one_line_is_one_line(text):
    line = one_line(text)
    assert len(line.splitlines()) <= 1
    assert not re.search(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]", line)
    assert one_line(line) == line


@pytest.mark.parametrize("text", ["", "plain words", "ñ é – “quoted” ½ → 5%", "private \ue1fb use"])
def test_what_means_nothing_stays(text):
    assert rendered(markdown(text)).text.strip() == text
    assert one_line(text) == text
