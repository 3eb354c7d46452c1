"""Accessibility: what axe-core finds on every page, light, dark and narrow."""

from __future__ import annotations

import pytest
from selenium_axe_python import Axe

# WCAG 2.2, A and AA, and what axe's authors hold for good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


# A page of each kind, for the view that is the hardest to get right.
KINDS = [
    "index.html", "notebooks/03-electricity-prices.html", "notebooks/07-what-does-not-add-up.html",
    "sources/report-2022.html", "data/trade.html",
]  # fmt: skip


@pytest.mark.parametrize(("width", "scheme", "chosen"), [(1440, "light", None), (390, "dark", KINDS)])
def test_axe_finds_nothing(site, browser, width, scheme, chosen):
    browser.show(width, scheme)
    found = []
    for page in chosen or site.pages():
        browser.driver.get(site.address + page)
        axe = Axe(browser.driver)
        axe.inject()
        results = axe.run(options={"runOnly": TAGS, "resultTypes": ["violations"]})
        found += [
            f"{page}: {each['id']}: {node['target']}" for each in results["violations"] for node in each["nodes"][:2]
        ]
    assert found == []
