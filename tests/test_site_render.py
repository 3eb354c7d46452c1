"""The whole site of a small repository: rendered by Sphinx, checked, the same on every run."""

from __future__ import annotations

import shutil
import subprocess
import sys
from html.parser import HTMLParser

import pytest

from site_repository import HOSTILE, claims, code, notebook, prose, repository
from usmex_data.document.read import read
from usmex_data.errors import UsmexDataError
from usmex_data.site import build, render
from usmex_data.site.escape import one_line
from usmex_data.site.links import parse

LINK = "../sources/plain-paper.html#" + claims()[0]["claim_id"]


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A repository with a notebook, its site, and what building it reported."""
    root = repository(tmp_path_factory.mktemp("whole"))
    notebook(
        root,
        "jobs",
        prose("# Trade carries jobs"),
        prose(f"They are [some five million]({LINK}), [a share](#calc-share) of all: **\\$5** and **\\$7**."),
        code("lines(share)", f'<p id="calc-share">5 / 7 (<a href="{LINK}">claim</a>)</p>'),
    )
    report = build(root, root / "build" / "site")
    return root, root / "build" / "site", report


class Text(HTMLParser):
    """The text of a page's article, and its tags."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.depth, self.text, self.tags = 0, "", set()
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        if tag == "article" or self.depth:
            self.depth += tag == "article"
            self.tags.add(tag)

    def handle_endtag(self, tag):
        self.depth -= tag == "article" and self.depth > 0

    def handle_data(self, data):
        self.text += data if self.depth else ""


def page_of(site, name):
    return (site / f"{name}.html").read_text(encoding="utf-8")


def test_it_reports_pages_claims_and_seconds(made):
    _root, site, report = made
    assert report.claims == len(claims())
    assert report.pages == len(list(site.rglob("*.html")))
    assert report.seconds > 0
    assert report.made


def test_every_claim_has_exactly_one_anchor_and_one_card(made):
    _root, site, _report = made
    ids = [name for path in site.rglob("*.html") for name in parse(path.read_text(encoding="utf-8")).ids.elements()]
    for row in claims():
        assert ids.count(row["claim_id"]) == 1
        assert ids.count(f"card-{row['claim_id']}") == 1
        assert f'href="#card-{row["claim_id"]}"' in page_of(site, f"sources/{row['source']}")


def test_hostile_text_is_shown_as_it_is(made):
    _root, site, _report = made
    article = Text(page_of(site, "sources/hostile-page"))
    document = read(HOSTILE, "hostile-page")
    assert "<script>" in document.text
    assert "{eval-rst}" in document.text
    for block in document.blocks:
        assert one_line(document.text[block.start : block.end]) in one_line(article.text)
    assert not article.tags & {"script", "img", "iframe", "b", "i"}
    assert "stolen-id" not in parse(page_of(site, "sources/hostile-page")).ids


def test_links_of_notebooks_lead_to_claims_and_calculations(made):
    _root, site, _report = made
    links = parse(page_of(site, "notebooks/jobs")).links
    assert links.count(LINK) == 2
    assert "#calc-share" in links
    assert LINK.rpartition("#")[2] in parse(page_of(site, "sources/plain-paper")).ids


def test_amounts_are_no_formulas(made):
    _root, site, _report = made
    assert "<strong>$5</strong> and <strong>$7</strong>" in page_of(site, "notebooks/jobs")
    assert not any("mathjax" in path.read_text(encoding="utf-8").lower() for path in site.rglob("*.html"))


def test_notes_and_their_marks_lead_to_each_other(made):
    _root, site, _report = made
    page = parse(page_of(site, "sources/plain-paper"))
    assert {"#note-0", "#mark-0"} <= set(page.links)
    assert {"note-0", "mark-0"} <= set(page.ids)


def test_tables_are_carried_byte_for_byte(made):
    root, site, _report = made
    for name in ("claims.csv", "quantities.csv", "datapackage.json"):
        assert (site / "files" / name).read_bytes() == (root / "data/clean" / name).read_bytes()


def test_nothing_changed_is_nothing_done(made):
    root, site, report = made
    before = (site / "index.html").stat().st_mtime_ns
    again = build(root, site)
    assert (again.pages, again.claims, again.made) == (report.pages, report.claims, False)
    assert (site / "index.html").stat().st_mtime_ns == before


def test_two_builds_are_the_same_bytes(made, tmp_path):
    root, site, _report = made
    other = tmp_path / "elsewhere"
    shutil.copytree(root, other, ignore=shutil.ignore_patterns("build"))
    build(other, other / "build" / "site")
    files = sorted(path.relative_to(site) for path in site.rglob("*") if path.is_file())
    assert files == sorted(
        p.relative_to(other / "build/site") for p in (other / "build/site").rglob("*") if p.is_file()
    )
    assert [name for name in files if (site / name).read_bytes() != (other / "build/site" / name).read_bytes()] == []


@pytest.mark.parametrize(
    "bad",
    [
        {"[x](../sources/plain-paper.html#plain-paper-1)": "plain-paper-1", "[x](../nowhere.md)": "nowhere.md"},
        {
            "[x](#calc-gone)": "dead link #calc-gone",
            "[x](../files/gone.csv)": "dead link ../files/gone.csv",
            "![x](https://example.org/x.png)": "loads https://example.org/x.png",
        },
    ],
    ids=["what Sphinx sees", "what it doesn't"],
)
def test_what_leads_nowhere_fails_and_leaves_the_old_site(made, tmp_path, bad):
    root = tmp_path / "broken"
    shutil.copytree(made[0], root, ignore=shutil.ignore_patterns("build"))
    (root / "docs" / "sub").mkdir()
    (root / "docs" / "sub" / "bad.md").write_text("---\norphan: true\n---\n# Bad\n\n" + "\n\n".join(bad) + "\n")
    old = root / "build" / "site"
    old.mkdir(parents=True)
    (old / "index.html").write_text("old")
    with pytest.raises(UsmexDataError) as failure:
        build(root, old)
    assert [said for said in bad.values() if said not in str(failure.value)] == []
    assert (old / "index.html").read_text() == "old"


def test_missing_tables_are_named(tmp_path):
    root = repository(tmp_path)
    (root / "data/clean/claims.csv").unlink()
    with pytest.raises(UsmexDataError, match=r"(?s)claims\.csv.*make data"):
        build(root, root / "build" / "site")


def test_missing_tools_are_named(tmp_path, monkeypatch):
    monkeypatch.setattr(render, "find_spec", lambda _name: None)
    with pytest.raises(UsmexDataError, match=r"(?s)needs sphinx.*usmex-data\[docs\]"):
        build(tmp_path, tmp_path / "site")


def test_the_room_loads_without_sphinx():
    code = "import usmex_data.site, sys; print(*sorted({'sphinx', 'docutils', 'myst_nb'} & set(sys.modules)))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_two_at_once_take_turns(made, tmp_path):
    root = tmp_path / "shared"
    shutil.copytree(made[0], root, ignore=shutil.ignore_patterns("build"))
    code = "import sys; from pathlib import Path; from usmex_data.site import build; root = Path(sys.argv[1]);"
    code += "print(build(root, root / 'build' / 'site').made)"
    command = [sys.executable, "-c", code, str(root)]
    both = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) for _each in range(2)]
    said = [each.communicate() for each in both]
    assert [each.returncode for each in both] == [0, 0], said
    assert sorted(out.strip() for out, _error in said) == ["False", "True"]
