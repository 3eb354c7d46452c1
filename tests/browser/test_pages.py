"""Every page, as a reader's browser sees it: nothing fails, nothing is foreign, nothing is cut off."""

from __future__ import annotations

import pytest

VIEWS = [(width, scheme) for width in (360, 1440) for scheme in ("light", "dark")]

# Text and background of the page's parts, to see that light is light and that words stand out.
COLOURS = """
const part = document.querySelector("article p") || document.querySelector("article") || document.body;
const light = (colour) => {
  const [r, g, b] = colour.match(/[\\d.]+/g).map((each) => {
    const part = Number(each) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};
return [light(getComputedStyle(part).color), light(getComputedStyle(document.body).backgroundColor)];
"""

# What of the article is wider than the screen, unless it lies in a part of it that scrolls by itself.
TOO_WIDE = """
const width = document.documentElement.clientWidth;
const scrolls = (node) => node && node.tagName !== "ARTICLE"
  && (/auto|scroll/.test(getComputedStyle(node).overflowX) || scrolls(node.parentElement));
return [...document.querySelectorAll("article, article *")]
  .filter((node) => node.getBoundingClientRect().right > width + 1 && !scrolls(node))
  .map((node) => node.tagName + "." + node.className).slice(0, 5);
"""


@pytest.mark.parametrize(("width", "scheme"), VIEWS)
def test_every_page_opens_without_a_fault(site, browser, width, scheme):
    browser.show(width, scheme)
    faults = []
    for page in site.pages():
        browser.driver.get(site.address + page)
        faults += [f"{page}: {message}" for message in browser.messages()]
        asked, failed = browser.requests()
        faults += [f"{page}: failed {each}" for each in failed]
        faults += [f"{page}: asks for {each}" for each in asked if not each.startswith((site.address, "data:"))]
        faults += [f"{page}: wider than the screen: {each}" for each in browser.run(TOO_WIDE)]
        if browser.run("return document.body.dataset.theme") != "auto":
            faults.append(f"{page}: does not follow the system")
        text, ground = browser.run(COLOURS)
        high, low = max(text, ground), min(text, ground)
        if (ground > text) != (scheme == "light") or (high + 0.05) / (low + 0.05) < 7:
            faults.append(f"{page}: text of lightness {text:.2f} on {ground:.2f}")
    assert faults == []


def test_the_pages_are_in_their_own_font(site, browser):
    browser.driver.get(site.address + "index.html")
    loaded = browser.driver.execute_async_script(
        "const done = arguments[0]; document.fonts.ready.then(() => done([...document.fonts]"
        ".filter((each) => each.status === 'loaded').map((each) => each.family.replaceAll('\"', ''))));"
    )
    assert "Source Sans" in loaded


def test_pictures_have_words_for_those_who_cannot_see_them(site, browser):
    faults = []
    for page in site.pages():
        browser.driver.get(site.address + page)
        faults += browser.run(
            "return [...document.querySelectorAll('article img')].filter((each) => (each.alt || '').length < 20)"
            ".map((each) => arguments[0] + ': ' + each.src.slice(0, 80))",
            page,
        )
    assert faults == []


@pytest.mark.parametrize(
    ("words", "page"),
    [
        ("some five million jobs", "sources/white-papers"),
        ("labor value content", "sources/trade-paper"),
        ("260,000", "sources/white-papers.html#white-papers-190534"),
        ("0.26 million", "sources/white-papers.html#white-papers-190534"),
        ("$616.38 billion", "sources/forum-page.html#forum-page-3164"),
        ("104", "sources/white-papers.html#white-papers-123226"),
        ("H-2A", "sources/white-papers.html"),
    ],
)
def test_search_finds(site, browser, words, page):
    browser.driver.get(site.address + "search.html?q=" + words.replace(" ", "+"))
    found = browser.driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        const look = (left) => {
          const links = [...document.querySelectorAll("#search-results li a")].map((each) => each.getAttribute("href"));
          const over = document.querySelector("#search-summary")?.textContent.trim();
          if ((links.length && over) || left === 0) return done(links);
          setTimeout(() => look(left - 1), 100);
        };
        look(80);
        """
    )
    assert any(page in link for link in found)


def test_it_works_from_a_file(site, browser):
    start = (site.folder / "index.html").as_uri()
    browser.driver.get(start)
    link = browser.run("return document.querySelector('.number a.big').href")
    assert link.startswith("file:")
    browser.driver.get(link)
    assert browser.run("return document.querySelector('.claim:target') !== null")
    asked, failed = browser.requests()
    assert failed == []
    assert [each for each in asked if not each.startswith(("file:", "data:"))] == []
    assert browser.messages() == []
