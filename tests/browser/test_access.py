"""Accessibility: what axe-core finds on every page, light, dark and narrow."""

from __future__ import annotations

import pytest
from selenium_axe_python import Axe

# WCAG 2.2, A and AA, and what axe's authors hold for good practice.
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (1440, "dark"), (390, "light")])
def test_axe_finds_nothing(site, browser, width, scheme):
    browser.show(width, scheme)
    found = []
    for page in site.pages():
        browser.driver.get(site.address + page)
        axe = Axe(browser.driver)
        axe.inject()
        results = axe.run(options={"runOnly": TAGS, "resultTypes": ["violations"]})
        found += [
            f"{page}: {each['id']}: {node['target']}" for each in results["violations"] for node in each["nodes"][:2]
        ]
    assert found == []
