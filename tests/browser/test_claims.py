"""Marks and cards: every link lands on its mark, and every way of choosing a mark opens its card."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.actions import interaction
from selenium.webdriver.common.actions.action_builder import ActionBuilder
from selenium.webdriver.common.actions.pointer_input import PointerInput
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from usmex_data.site import build

# Goes to each claim in turn, as a link does, and returns those whose mark is not in sight: off the screen or covered.
OUT_OF_SIGHT = """
const done = arguments[arguments.length - 1];
const lost = [];
const step = (left) => {
  if (!left.length) return done(lost);
  const [id, ...rest] = left;
  location.hash = "#" + id;
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const mark = document.getElementById(id);
    const at = mark && mark.getClientRects()[0];
    const top = at && document.elementFromPoint(at.left + at.width / 2, at.top + at.height / 2);
    if (!mark || !mark.matches(".claim:target") || !top || !mark.contains(top)) lost.push(id);
    step(rest);
  }));
};
step(arguments[0]);
"""
OPEN = "return [...document.querySelectorAll('.claim-card:popover-open')].map((each) => each.id)"
SIGHT = """
const at = document.getElementById(arguments[0]).getBoundingClientRect();
return at.width > 100 && at.left >= 0 && at.top >= 0 && at.right <= innerWidth + 1 && at.bottom <= innerHeight + 1;
"""
COVERED = """
const card = document.getElementById(arguments[1]).getBoundingClientRect();
return [...arguments[0].getClientRects()].some(
  (line) => line.bottom > card.top && line.top < card.bottom && line.right > card.left && line.left < card.right);
"""
# The first mark of each style, a heading's among them where there is one.
STYLES = (".approx", ".at_least", ".at_most", ".range", ".exact", ".forecast", ".rule", ".copy", "h2 ", "h3 ")


def sources(site):
    return [page for page in site.pages() if page.startswith("sources/") and not page.endswith("index.html")]


def linked_claims(site, browser):
    """The claims that pages other than the sources link to, by source page."""
    found: dict[str, set[str]] = {}
    for page in set(site.pages()) - set(sources(site)):
        browser.driver.get(site.address + page)
        for link in browser.run("return [...document.querySelectorAll('article a')].map((each) => each.href)"):
            address, _, claim = link.removeprefix(site.address).partition("#")
            if claim and address in sources(site):
                found.setdefault(address, set()).add(claim)
    return found


@pytest.mark.parametrize("width", [360, 1440])
def test_every_claim_link_lands_on_its_visible_mark(site, browser, width):
    linked = linked_claims(site, browser)
    assert linked
    browser.show(width)
    browser.driver.set_script_timeout(120)
    lost = []
    for page in sources(site):
        browser.driver.get(site.address + page)
        marked = browser.run("return [...document.querySelectorAll('.claim[id]')].map((each) => each.id)")
        lost += browser.driver.execute_async_script(OUT_OF_SIGHT, sorted(set(marked) | linked.get(page, set())))
    assert lost == []


def marks_of(browser, page_address):
    browser.driver.get(page_address)
    chosen = []
    for style in STYLES:
        selector = f".claim[id]{style} > a" if style.startswith(".") else f"{style}.claim[id] > a"
        chosen += browser.driver.find_elements(By.CSS_SELECTOR, selector)[:1]
    return chosen


def centred(browser, mark):
    browser.run("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", mark)
    return "card-" + browser.run("return arguments[0].parentElement.id", mark)


@pytest.mark.parametrize("width", [360, 1440])
def test_a_click_opens_the_card_whole_and_escape_closes_it(site, browser, width):
    browser.show(width)
    for page in sources(site):
        for mark in marks_of(browser, site.address + page):
            card = centred(browser, mark)
            mark.click()
            assert browser.run(OPEN) == [card]
            assert browser.run(SIGHT, card)
            assert not browser.run(COVERED, mark, card)
            ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
            assert browser.run(OPEN) == []


def test_keys_open_and_close_a_card_and_bring_one_back(site, browser):
    for key in (Keys.ENTER, Keys.SPACE):
        mark = marks_of(browser, site.address + "sources/white-papers.html")[0]
        card = centred(browser, mark)
        mark.send_keys(key)
        assert browser.run(OPEN) == [card]
        assert mark.get_attribute("aria-expanded") == "true"
        assert browser.run("return document.activeElement.id") == card
        ActionChains(browser.driver).send_keys(Keys.ESCAPE).perform()
        assert browser.run(OPEN) == []
        assert browser.driver.switch_to.active_element == mark
        assert mark.get_attribute("aria-expanded") == "false"


def test_a_touch_opens_the_card_and_leaves_its_mark_in_sight(site, browser):
    browser.show(360, height=700)
    mark = marks_of(browser, site.address + "sources/white-papers.html")[0]
    card = centred(browser, mark)
    finger = ActionBuilder(browser.driver, mouse=PointerInput(interaction.POINTER_TOUCH, "finger"))
    finger.pointer_action.move_to(mark).pointer_down().pointer_up()
    finger.perform()
    assert browser.run(OPEN) == [card]
    mark_bottom, card_top = browser.run(
        "const edge = (node) => node.getClientRects()[0];"
        "return [edge(arguments[0]).bottom, edge(document.getElementById(arguments[1])).top]",
        mark,
        card,
    )
    assert mark_bottom <= card_top


def test_a_link_in_a_card_leaves_it_for_the_other_claim(site, browser):
    browser.driver.get(site.address + "sources/trade-paper.html")
    # A card is made of the page's text when it is first asked for.
    name = browser.run(
        "const cards = document.createElement('template');"
        "cards.innerHTML = document.getElementById('claim-cards').textContent;"
        "return cards.content.querySelector('.claim-card:has(dd a[href*=\"sources/white-papers\"])').id"
    )
    mark = browser.driver.find_element(By.CSS_SELECTOR, f".claim > a[href='#{name}']")
    centred(browser, mark)
    mark.click()
    card = browser.driver.find_element(By.ID, name)
    card.find_element(By.CSS_SELECTOR, "dd a[href*='sources/white-papers']").click()
    assert "/sources/white-papers.html#white-papers-" in browser.driver.current_url
    assert browser.run("return document.querySelector('.claim:target') !== null")


def test_without_scripts_a_mark_leads_to_its_card(site, browser):
    browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": True})
    try:
        browser.driver.get(site.address + "sources/trade-paper.html")
        mark = browser.driver.find_element(By.CSS_SELECTOR, ".claim[id] > a")
        card = browser.driver.find_element(
            By.CSS_SELECTOR, mark.get_attribute("href").rpartition("/")[2].partition(".html")[2]
        )
        assert not card.is_displayed()
        mark.click()
        assert card.is_displayed()
    finally:
        browser.driver.execute_cdp_cmd("Emulation.setScriptExecutionDisabled", {"value": False})


def test_hostile_text_runs_nothing(browser, tmp_path):
    sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
    from site_repository import repository

    root = repository(tmp_path)
    build(root, root / "build" / "site")
    browser.driver.get((root / "build/site/sources/hostile-page.html").as_uri())
    assert browser.run("return document.querySelector('article script, article img, article iframe')") is None
    assert browser.run("return document.querySelector('article').innerText").count("alert(1)") == 1
    asked, _failed = browser.requests()
    assert [each for each in asked if not each.startswith(("file:", "data:"))] == []
    assert browser.messages() == []
