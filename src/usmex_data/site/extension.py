"""A Sphinx extension: marks open their cards, and links to what is no page lead where the site has it."""

from __future__ import annotations

import hashlib
import html
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from usmex_data.site.cards import CARDS
from usmex_data.site.dark_figures import dark

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["CONTENT_POLICY", "setup"]

CONTENT_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'"
)
"""What pages may load: their own files, and nothing that stands in the page or comes from elsewhere."""
_FIRST_PARAGRAPH: Final = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_TAG: Final = re.compile(r"<[^<>]*>")
_TAG_WITH_STYLE: Final = re.compile(r"<[a-zA-Z][^<>]*\sstyle=\"[^<>]*>")
_STYLE: Final = re.compile(r'\sstyle="([^"]*)"')
_STYLE_ELEMENT: Final = re.compile(r"<style\b[^<>]*>.*?</style>", re.DOTALL)
_DESCRIBED: Final = 200
_NAMELESS_HEAD: Final = re.compile(r"<th(?: [^<>]*)?>(?:<p></p>)?</th>")
"""pandas heads its index with an empty cell, which names nothing."""
_LANDMARKS: Final = {
    '<aside class="sidebar-drawer">': '<aside class="sidebar-drawer" aria-label="The site">',
    '<aside class="toc-drawer">': '<aside class="toc-drawer" aria-label="On this page">',
}
"""The theme's two landmarks of one kind, which only names tell apart."""

# Anchors of calculations stand in the HTML that a notebook's cell put out, and files beside the pages: Sphinx knows
# neither. usmex_data.site.links checks that they are there.
_BESIDE: Final = re.compile(r"(?:(?:\.\./)*notebooks/[\w-]+\.html#)?calc-[a-z0-9-]+|(?:\.\./)*files/[\w./-]+")


class LinksBeside(SphinxPostTransform):
    """Resolves links to calculations and to files that the site carries."""

    default_priority = 8  # before MyST looks for a page of that name and warns
    builders = ("html",)

    def run(self, **_options: Any) -> None:
        """Make references of the document's links of this kind."""
        for node in list(self.document.findall(addnodes.pending_xref)):
            target = str(node.get("reftarget", ""))
            if node.get("reftype") != "myst" or not _BESIDE.fullmatch(target):
                continue
            address = {"refid": target} if target.startswith("calc-") else {"refuri": target}
            node.replace_self(nodes.reference("", "", *node.children, internal=True, **address))


def link_claims(_app: Sphinx, tree: nodes.document, _name: str) -> None:
    """Make each claim of the page a link to its card."""
    for node in tree.findall(nodes.inline):
        if "claim" in node["classes"] and node["ids"]:
            words = node.children
            node.clear()
            node.append(nodes.reference("", "", *words, refid=f"card-{node['ids'][0]}", internal=True))


def plain_contents(_app: Sphinx, env: BuildEnvironment) -> None:
    """Leave in the lists of a page's headings their words alone: a mark in a heading has one anchor, its own."""
    for contents in env.tocs.values():
        for node in list(contents.findall(nodes.inline)):
            node.parent.replace(node, node.children)


def add_cards(app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None) -> None:
    """End the page with its cards, where it has some. They are no part of what the search looks through."""
    path = Path(app.srcdir) / CARDS / f"{page}.html"
    if path.is_file():
        context["body"] = str(context["body"]) + path.read_text(encoding="utf-8")


def describe(_app: Sphinx, page: str, _template: str, context: dict[str, Any], _tree: nodes.document | None) -> None:
    """Nothing; the page says what it may load, and in a sentence what it is."""
    context["content_policy"] = CONTENT_POLICY
    body = str(context.get("body", ""))
    said = _FIRST_PARAGRAPH.search(body)
    plain = html.unescape(_TAG.sub("", said[1])) if said else str(context.get("title", page))
    context["page_description"] = " ".join(plain.split())[:_DESCRIBED]


def settle_styles(app: Sphinx, error: Exception | None) -> None:
    """Nothing; what styles pages held are rules of a style sheet, since the content policy allows none in a page."""
    if error is not None:
        return
    rules: dict[str, str] = {}
    for path in sorted(Path(app.outdir).rglob("*.html")):
        page = path.read_text(encoding="utf-8")
        settled = _NAMELESS_HEAD.sub("<td></td>", without_styles(page, rules))
        for plain, named in _LANDMARKS.items():
            settled = settled.replace(plain, named)
        path.write_text(settled, encoding="utf-8", newline="\n")
    sheet = "".join(_in_light_and_dark(name, rule) for name, rule in sorted(rules.items()))
    (Path(app.outdir) / "_static" / "inline.css").write_text(sheet, encoding="utf-8", newline="\n")


def _in_light_and_dark(name: str, rule: str) -> str:
    """The rules of a style by its name: as it was written, and with its colors turned for dark pages."""
    # Twice the attribute, to stand above what the theme says of the element.
    chosen = f'[data-style="{name}"][data-style]'
    lines = f"{chosen} {{ {rule} }}\n"
    if (turned := dark(rule)) != rule:
        lines += f'@media not print {{ body[data-theme="dark"] {chosen} {{ {turned} }}\n'
        lines += "@media (prefers-color-scheme: dark) "
        lines += f'{{ body:not([data-theme="light"]) {chosen} {{ {turned} }} }} }}\n'
    return lines


def without_styles(page: str, rules: dict[str, str]) -> str:
    """A page with a name in the place of each style that it held; ``rules`` gets them by name."""

    def named(found: re.Match[str]) -> str:
        name = hashlib.sha256(found[1].encode()).hexdigest()[:8]
        rules[name] = html.unescape(found[1])
        return f' data-style="{name}"'

    return _TAG_WITH_STYLE.sub(lambda tag: _STYLE.sub(named, tag[0]), _STYLE_ELEMENT.sub("", page))


def setup(app: Sphinx) -> Mapping[str, object]:
    """What Sphinx asks of an extension."""
    app.add_post_transform(LinksBeside)
    app.connect("env-updated", plain_contents)
    app.connect("doctree-resolved", link_claims)
    app.connect("html-page-context", add_cards)
    app.connect("html-page-context", describe)
    app.connect("build-finished", settle_styles)
    app.add_css_file("inline.css")
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
