"""A Sphinx extension: marks open their cards, and links to what is no page lead where the site has it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from docutils import nodes
from sphinx import addnodes
from sphinx.transforms.post_transforms import SphinxPostTransform

from usmex_data.site.cards import CARDS

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

__all__ = ["setup"]

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


def setup(app: Sphinx) -> Mapping[str, object]:
    """What Sphinx asks of an extension."""
    app.add_post_transform(LinksBeside)
    app.connect("env-updated", plain_contents)
    app.connect("doctree-resolved", link_claims)
    app.connect("html-page-context", add_cards)
    return {"version": "1", "parallel_read_safe": True, "parallel_write_safe": True}
