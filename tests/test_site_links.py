"""The check of a finished site finds what is dead, double or from elsewhere."""

from __future__ import annotations

import pytest

from usmex_data.site.links import faults


def site(folder, **pages):
    for name, text in pages.items():
        path = folder / f"{name.replace('__', '/')}.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    "link",
    ["sub/b.html", "sub/b.html#there", "#here", "#", "https://example.org/page", "mailto:a@example.org", "files/a.csv",
     "sub/b.html?x=1#there", "sub/../sub/b.html#%74here"],
)  # fmt: skip
def test_live_links(tmp_path, link):
    (tmp_path / "files").mkdir()
    (tmp_path / "files/a.csv").write_text("a\n")
    site(tmp_path, a=f'<p id="here"><a href="{link}">x</a>', sub__b='<p id="there"><a href="../a.html#here">y</a>')
    assert faults(tmp_path) == []


@pytest.mark.parametrize("link", ["c.html", "#gone", "sub/b.html#gone", "../a.html", "files/b.csv", "sub/"])
def test_dead_links(tmp_path, link):
    site(tmp_path, a=f'<a href="{link}">x</a>', sub__b="<p>")
    assert faults(tmp_path) == [f"a.html: dead link {link}"]


def test_double_anchors(tmp_path):
    site(tmp_path, a='<p id="x"></p><p id="x"></p>')
    assert faults(tmp_path) == ["a.html: 2 elements have the id x"]


@pytest.mark.parametrize(
    "markup",
    [
        '<script src="https://cdn.example.org/x.js"></script>',
        '<script src="//cdn.example.org/x.js"></script>',
        '<link rel="stylesheet" href="http://example.org/x.css">',
        '<link rel="preload" as="font" href="https://example.org/x.woff2">',
        '<img src="https://example.org/x.png">',
        '<iframe src="https://example.org/"></iframe>',
        '<p style="background: url(https://example.org/x.png)">',
        "<style>@import 'https://example.org/x.css';</style>",
        '<svg><image href="https://example.org/x.png"/></svg>',
    ],
)
def test_foreign_resources(tmp_path, markup):
    (found,) = faults(site(tmp_path, a=markup))
    assert "example.org" in found


@pytest.mark.parametrize("markup", ['<img src="gone.png">', '<script src="_static/gone.js?v=1"></script>'])
def test_missing_resources(tmp_path, markup):
    (found,) = faults(site(tmp_path, a=markup))
    assert found.endswith("which is not there")


@pytest.mark.parametrize(
    "markup", ['<img src="data:image/png;base64,AAAA">', '<link rel="canonical" href="https://example.org/">']
)
def test_what_loads_nothing(tmp_path, markup):
    assert faults(site(tmp_path, a=markup)) == []


def test_styles_are_searched_too(tmp_path):
    site(tmp_path, a="<p>")
    (tmp_path / "x.css").write_text("@font-face { src: url('https://example.org/f.woff') } a { src: url(f.woff) }")
    assert faults(tmp_path) == ["x.css: loads https://example.org/f.woff"]
