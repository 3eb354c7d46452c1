"""Which elements of a web page a browser does not show, as far as the page itself says so."""

from __future__ import annotations

import re
from typing import Any, Final

__all__ = ["hidden_by_styles", "is_hidden"]

_NOT_SHOWN: Final = re.compile(r"display\s*:\s*none\b|visibility\s*:\s*(?:hidden|collapse)\b", re.IGNORECASE)
_COMMENT: Final = re.compile(r"/\*[^*]*+(?:\*(?!/)[^*]*+)*+\*/")
_RULE: Final = re.compile(r"([^{}@;]{1,300})\{([^{}]*)\}")
_MOST_RULES: Final = 200
_SIMPLE: Final = re.compile(r"[\w.#\-\s,>]+\Z")


def is_hidden(attributes: dict[str, str | None]) -> bool:
    """Whether an element's own attributes hide it.

    ``hidden="until-found"`` does not: such text opens when a reader searches for it. Neither does ``aria-hidden``,
    which hides from screen readers alone what everybody else sees.
    """
    if "hidden" in attributes:
        return (attributes["hidden"] or "").lower() != "until-found"
    style = attributes.get("style")
    return bool(style) and _NOT_SHOWN.search(style or "") is not None


def hidden_by_styles(tree: Any) -> frozenset[int]:
    """The ids of elements that a plain rule of the page's own style sheets hides, such as ``.note { display: none }``.

    A selector that another rule shows again (a tab, a menu that opens) hides nothing that a reader cannot reach, and
    is left out; so are rules for other media.
    """
    hiding: list[str] = []
    shown: list[str] = []
    for sheet in tree.css("style"):
        if (sheet.attributes.get("media") or "all").lower() not in {"", "all", "screen"}:
            continue
        for selector, declarations in _top_rules(sheet.text(deep=True)):
            (hiding if _NOT_SHOWN.search(declarations) else shown if "display" in declarations else []).append(selector)
    found: set[int] = set()
    for selector in hiding[:_MOST_RULES]:
        if _SIMPLE.match(selector) and not any(_mentions(other, selector) for other in shown):
            found.update(node.mem_id for node in _matched(tree, selector))
    return frozenset(found)


def _top_rules(sheet: str) -> list[tuple[str, str]]:
    """The selectors and declarations of a style sheet's rules that stand in no block of another."""
    sheet = _COMMENT.sub(" ", sheet)
    outside: list[str] = []
    depth, start, at_rule = 0, 0, False
    for match in re.finditer(r"[@{}]", sheet):
        sign = match.group()
        if sign == "@" and depth == 0:
            outside.append(sheet[start : match.start()])
            at_rule, start = True, match.start()
        elif sign == "{":
            depth += 1
        elif sign == "}" and depth:
            depth -= 1
            if depth == 0 and at_rule:
                at_rule, start = False, match.end()
    if not at_rule:
        outside.append(sheet[start:])
    return [(match[1].strip(), match[2]) for part in outside for match in _RULE.finditer(part)]


def _mentions(other: str, selector: str) -> bool:
    """Whether a rule is about the last part of a selector too: ".tab.open" about ".tab"."""
    return selector.rsplit(maxsplit=1)[-1] in other


def _matched(tree: Any, selector: str) -> list[Any]:
    try:
        return list(tree.css(selector))
    except Exception:  # noqa: BLE001 - a selector that the library cannot read hides nothing
        return []
