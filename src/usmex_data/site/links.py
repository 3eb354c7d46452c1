"""The check of a finished site: every link leads somewhere, every anchor is one, nothing is loaded from elsewhere."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path, PurePosixPath
from typing import Final
from urllib.parse import unquote, urlsplit

__all__ = ["Page", "faults", "parse"]

_LOADING: Final = {
    ("script", "src"), ("link", "href"), ("img", "src"), ("img", "srcset"), ("iframe", "src"), ("source", "src"),
    ("source", "srcset"), ("video", "src"), ("video", "poster"), ("audio", "src"), ("embed", "src"), ("object", "data"),
    ("image", "href"), ("image", "xlink:href"), ("use", "href"), ("use", "xlink:href"), ("track", "src"),
    ("input", "src"), ("body", "background"),
}  # fmt: skip
# These tell where the page is or what belongs to it; nothing is fetched from them.
_TOLD: Final = frozenset(
    {"canonical", "next", "prev", "index", "search", "author", "copyright", "alternate", "license"}
)
_CSS: Final = re.compile(r"url\(\s*['\"]?\s*([^'\")\s]+)|@import\s+['\"]([^'\"]+)")


@dataclass(slots=True)
class Page:
    """What a page has that others can lead to, where it leads, and what it loads."""

    ids: Counter[str] = field(default_factory=Counter)
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self._in_style = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        self._in_style = tag == "style"
        if name := given.get("id"):
            self.page.ids[name] += 1
        if tag == "a" and given.get("name") and given["name"] != given.get("id"):
            self.page.ids[given["name"]] += 1
        if tag in ("a", "area") and given.get("href"):
            self.page.links.append(given["href"])
        told = tag == "link" and bool(_TOLD & set(given.get("rel", "").split()))
        if told:
            return
        self.page.loads += [value for name, value in given.items() if (tag, name) in _LOADING and value]
        self.page.loads += _in_css(given.get("style", ""))

    def handle_data(self, data: str) -> None:
        if self._in_style:
            self.page.loads += _in_css(data)


def _in_css(text: str) -> list[str]:
    return [first or second for first, second in _CSS.findall(text)]


def parse(html: str) -> Page:
    """What a page of HTML has, leads to and loads."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.page


def faults(site: Path) -> list[str]:
    """What is wrong with a site, a line each: dead links and anchors, anchors that are two, foreign resources."""
    pages = {
        path.relative_to(site).as_posix(): parse(path.read_text(encoding="utf-8")) for path in _found(site, "html")
    }
    found: list[str] = []
    for name, page in pages.items():
        found += [f"{name}: {count} elements have the id {id_}" for id_, count in page.ids.items() if count > 1]
        found += [
            f"{name}: dead link {link}" for link in dict.fromkeys(page.links) if _is_dead(link, name, pages, site)
        ]
        found += [f"{name}: {_load_fault(load, name, site)}" for load in page.loads if _load_fault(load, name, site)]
    for path in _found(site, "css"):
        name = path.relative_to(site).as_posix()
        loads = _in_css(path.read_text(encoding="utf-8"))
        found += [f"{name}: loads {load}" for load in loads if _is_foreign(load)]
    return found


def _found(site: Path, ending: str) -> Iterator[Path]:
    return iter(sorted(site.rglob(f"*.{ending}")))


def _is_foreign(address: str) -> bool:
    parts = urlsplit(address)
    return parts.scheme not in ("", "data") or bool(parts.netloc)


def _load_fault(load: str, page: str, site: Path) -> str:
    if _is_foreign(load):
        return f"loads {load}"
    if load.startswith("data:") or not (path := urlsplit(load).path):
        return ""
    return "" if (site / _beside(page, unquote(path))).is_file() else f"loads {load}, which is not there"


def _is_dead(link: str, page: str, pages: Mapping[str, Page], site: Path) -> bool:
    parts = urlsplit(link)
    if parts.scheme or parts.netloc or link == "#":
        return False
    target = _beside(page, unquote(parts.path)) if parts.path else page
    if target not in pages:
        return not (site / target).is_file()
    return bool(parts.fragment) and unquote(parts.fragment) not in pages[target].ids


def _beside(page: str, path: str) -> str:
    """A relative path from a page, as a path from the site's first folder."""
    found: list[str] = []
    for part in (PurePosixPath(page).parent / path).parts:
        if part == "..":
            # A way out of the site leads nowhere in it.
            if not found:
                return f"../{path}"
            found.pop()
        else:
            found.append(part)
    return "/".join(found)
