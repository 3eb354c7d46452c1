"""The source of a page made fit for the parser: its encoding, and tags that would cost too much."""

from __future__ import annotations

import pytest

from usmex_data.formats import read_bytes
from usmex_data.formats.html_source import decoded, tamed


@pytest.mark.parametrize(
    ("content", "text"),
    [
        ("Año".encode(), "Año"),
        ("Año".encode("windows-1252"), "Año"),
        (b"\xef\xbb\xbfA", "A"),
        ("Año".encode("utf-16"), "Año"),
        ("<meta charset='iso-8859-1'>5 €".encode("windows-1252"), "<meta charset='iso-8859-1'>5 €"),
        (
            "<meta http-equiv=content-type content='text/html; charset=koi8-r'>Пять".encode("koi8-r"),
            "<meta http-equiv=content-type content='text/html; charset=koi8-r'>Пять",
        ),
        ("<meta charset=utf-16>Año".encode(), "<meta charset=utf-16>Año"),
        ("<meta charset=no-such-one>Año".encode(), "<meta charset=no-such-one>Año"),
        (
            "<?xml version='1.0' encoding='windows-1251'?>Пять".encode("windows-1251"),
            "<?xml version='1.0' encoding='windows-1251'?>Пять",
        ),
    ],
)
def test_a_page_is_decoded_as_browsers_do(content, text):
    assert decoded(content) == text


@pytest.mark.parametrize(
    ("html", "kept"),
    [
        ("<p>Up <b>5</b>%</p>", "<p>Up <span>5</span>%</p>"),
        ("<p>Up <s>5</s>%</p>", "<p>Up <del>5</del>%</p>"),
        ("a < b and <3 and </ 5 > 4", "a < b and <3 and </ 5 > 4"),
        ("<script>if (a<b) '<b>'</script><i>5</i>", "<script>if (a<b) '<b>'</script><span>5</span>"),
        ("<!-- <b> --><i>5</i>", "<!-- <b> --><span>5</span>"),
        ("<p title='<b>'>5</p>", "<p title='<b>'>5</p>"),
        ("<p title=a>5</p", "<p title=a>5</p"),
        ("<a href=x", "<a href=x"),
    ],
)
def test_only_tags_are_changed(html, kept):
    assert tamed(html) == kept


HOSTILE = {
    "nested blocks": lambda n: "<div>" * n + "5%",
    "nested lists": lambda n: "<ul><li>" * n + "5%",
    "nested tables": lambda n: "<table><tr><td>" * n + "5%",
    "open formatting": lambda n: "".join(f"<b a{place}=1><p>x" for place in range(n)) + "5%",
    "attributes": lambda n: "<p " + " ".join(f"a{place}=1" for place in range(n)) + ">5%",
    "options": lambda n: "5%<select>" + "<option>x" * n,
    "text between rows": lambda n: "5%<table>" + "<div>x" * n,
    "end tags": lambda n: "5%" + "<div>" * 400 + "</p></span>" * n,
    "comments": lambda n: "5%" + "<!--" * n,
    "quotes": lambda n: "5%" + "<a '" * n,
    "brackets": lambda n: "5%" + "<" * n,
    "rules": lambda n: "5%<style>" + ".a { display: none } " * n + "</style>",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_no_page_grows_on_its_way_to_the_parser(name):
    """What the parser is given grows with the page and no faster, and the figure in it is read."""
    small, large = (len(tamed(HOSTILE[name](n))) / len(HOSTILE[name](n)) for n in (500, 2_000))
    assert large < 1.5 * small + 0.1
    assert "5%" in read_bytes(HOSTILE[name](2_000).encode(), "a.html", "html").text


def test_text_below_all_reason_keeps_its_lines():
    text = read_bytes(b"<div>" * 600 + b"Up 5%<div>Down 6%</div>", "a.html", "html").text
    assert text == "Up 5%\nDown 6%\n"
