"""The claims explorer: filters, sorting, the address, the keyboard, the download, and a hundred thousand rows."""

from __future__ import annotations

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

STATUS = "return document.querySelector('#explorer [role=status]').textContent"
# Puts the rows in a thousandfold before the explorer begins: it reads them when it starts.
MANY = """
const { rows } = window.usmexClaims;
const many = [];
while (many.length < 100000) many.push(...rows);
rows.splice(0, rows.length, ...many.slice(0, 100000));
const old = document.querySelector("script[src$='explorer.js']");
document.querySelectorAll("#explorer option:not([value=''])").forEach((each) => each.remove());
const fresh = document.createElement("script");
fresh.src = old.src;
fresh.onload = arguments[arguments.length - 1];
document.body.append(fresh);
"""


def first_value(browser):
    return browser.run("return document.querySelector('#explorer tbody .explorer-value a').textContent")


def test_filters_narrow_and_the_address_keeps_them(site, browser):
    browser.show()
    browser.driver.get(site.address + "claims.html#topic=oil")
    narrowed = browser.run(STATUS)
    assert narrowed.startswith("27 of")
    box = browser.driver.find_element(By.CSS_SELECTOR, "#explorer input[type=search]")
    box.send_keys("8.1 million")
    browser.driver.implicitly_wait(1)
    assert browser.run("return new URLSearchParams(location.hash.slice(1)).get('q')") == "8.1 million"
    assert first_value(browser) == "8.1 mb/d"
    browser.driver.refresh()
    assert first_value(browser) == "8.1 mb/d"


def test_it_sorts_and_opens_by_keyboard(site, browser):
    browser.show()
    browser.driver.get(site.address + "claims.html#topic=oil")
    head = browser.driver.find_element(By.CSS_SELECTOR, "#explorer button[data-sort=value]")
    head.send_keys(Keys.ENTER)
    head.send_keys(Keys.ENTER)
    assert browser.run("return document.querySelector('th[aria-sort=descending]') !== null")
    assert first_value(browser) == "45 MMb/d"
    browser.driver.find_element(By.CSS_SELECTOR, "#explorer tbody .explorer-value a").send_keys(Keys.ENTER)
    assert "sources/white-papers.html#" in browser.driver.current_url


def test_a_hundred_thousand_rows_are_drawn_by_the_screenful(site, browser):
    browser.show()
    browser.driver.get(site.address + "claims.html")
    browser.driver.execute_async_script(MANY)
    assert browser.run(STATUS).startswith("100,000 of 100,000")
    drawn = browser.run(
        "const view = document.querySelector('.explorer-rows'); view.scrollTop = view.scrollHeight / 2;"
        "return document.querySelectorAll('#explorer tbody tr').length"
    )
    assert drawn < 100


def test_what_is_shown_is_what_is_downloaded(site, browser):
    browser.show()
    browser.driver.get(site.address + "claims.html#topic=natural_gas")
    content = browser.driver.execute_async_script(
        """
        const done = arguments[arguments.length - 1];
        URL.createObjectURL = (blob) => { blob.text().then(done); return "#"; };
        document.querySelector("[data-download]").click();
        """
    )
    header, *lines = content.strip().split("\n")
    assert header.startswith("claim_id,address,text")
    assert browser.run(STATUS).startswith(f"{len(lines)} of")


def test_it_fits_a_phone(site, browser):
    browser.show(390)
    browser.driver.get(site.address + "claims.html")
    assert browser.run("return document.documentElement.scrollWidth") == 390
