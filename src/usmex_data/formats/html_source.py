"""The source of a web page made fit for the parser: decoded as browsers do, and with no tag that costs much.

Any parser that builds a browser's tree is quadratic in how deep elements nest: each tag looks through the open ones.
Browsers stop at a depth of 512; here deeper tags are taken out, and a block among them becomes a line break.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import Final

__all__ = ["decoded", "tamed"]

_DEEPEST: Final = 400
_MOST_ATTRIBUTES: Final = 200
_DECLARED: Final = re.compile(rb"""<meta\s[^>]{0,500}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.IGNORECASE)
_XML_DECLARED: Final = re.compile(rb"""\s*<\?xml\s[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.IGNORECASE)
_LABELS: Final = {"iso-8859-1": "windows-1252", "latin-1": "windows-1252", "ascii": "windows-1252", "gb2312": "gbk"}
"""Encodings that browsers read as larger ones."""
_MARKS: Final = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_TAG: Final = re.compile(
    r"""<(?P<close>/?)(?P<name>[a-zA-Z][^\s/>]*+)(?P<rest>(?:[^>"'=]++|=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']?+)|["'])*+)>"""
)
_RAW: Final = frozenset("script style textarea title xmp iframe noembed noframes noscript".split())
"""What these hold is text to the parser, whatever it looks like."""
_FLAT: Final = frozenset(
    "area base br col embed hr img input link meta param source track wbr html head body table caption colgroup thead "
    "tbody tfoot tr td th".split()
)
"""These hold nothing, or nest at no cost."""
_INLINE: Final = {"s": "del", "strike": "del"} | dict.fromkeys(
    "a b big code em font i nobr small strong tt u".split(), "span"
)
"""Elements that browsers open anew in each paragraph until they are closed: plain ones say the same."""
_BLOCKS: Final = frozenset(
    "address article aside blockquote center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 "
    "h3 h4 h5 h6 header li main menu nav ol p pre section summary ul".split()
)
_SELF_CLOSING: Final = frozenset({"p", "li", "dd", "dt", "option"})


def decoded(content: bytes) -> str:
    """The characters of a page: by its byte order mark, by what it declares, as UTF-8, or else as windows-1252."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return content[len(mark) :].decode(encoding, "replace")
    match = _DECLARED.search(content[:4096]) or _XML_DECLARED.match(content)
    if match:
        label = match.group(1).decode("ascii", "replace").lower()
        try:
            # What is declared in bytes of one letter each cannot be UTF-16.
            encoding = "utf-8" if label.startswith(("utf-16", "utf-32")) else codecs.lookup(label).name
            return content.decode(_LABELS.get(label, _LABELS.get(encoding, encoding)), "replace")
        except (LookupError, ValueError):
            pass
    try:
        return content.decode("utf-8")
    except UnicodeDecodeError:
        return content.decode("windows-1252", "replace")


def tamed(html: str) -> str:
    """The source with the same text in a tree that is built in time that grows with its length and no faster."""
    parts: list[str] = []
    done = 0
    for start, end, instead in _edits(html):
        parts += (html[done:start], instead)
        done = end
    return "".join([*parts, html[done:]])


def _edits(html: str) -> Iterator[tuple[int, int, str]]:
    """The spans to replace, in order, and by what."""
    stack: list[str] = []
    place = html.find("<")
    while place >= 0:
        match = _TAG.match(html, place)
        if match is None:
            place = _behind(html, place)
            continue
        name = match["name"].lower()
        instead = _instead(match, name, stack)
        if instead is not None:
            yield match.start(), match.end(), instead
        place = html.find("<", match.end())
        if name in _RAW and not match["close"]:
            place = _closing(html, match.end(), name)


def _behind(html: str, place: int) -> int:
    """The next tag behind what is none at ``place``; -1 where the rest of the page is one unfinished thing."""
    if html.startswith("<!--", place):
        end = html.find("-->", place + 2)
        return html.find("<", end) if end >= 0 else -1
    follows = html[place + 1 : place + 3]
    if follows[:1].isalpha() or (follows[:1] == "/" and follows[1:].isalpha()):
        return -1  # a tag that never ends
    return html.find("<", place + 1)


def _closing(html: str, start: int, name: str) -> int:
    """Where the end tag of raw text begins; -1 without one."""
    match = re.compile(f"</{name}", re.IGNORECASE).search(html, start)
    return match.start() if match else -1


def _instead(match: re.Match[str], name: str, stack: list[str]) -> str | None:
    """What stands for a tag, or nothing where it may stay; the stack of open elements is kept up to date."""
    if match["close"]:
        kept = _close(name, stack)
    elif name in _FLAT:
        kept = True
    else:
        kept = _open(name, stack)
    if not kept:
        return "<br>" if name in _BLOCKS else ""
    crowded = match["rest"].count("=") > _MOST_ATTRIBUTES or len(match["rest"].split(None, 201)) > _MOST_ATTRIBUTES
    plain = _INLINE.get(name)
    if plain is None and not crowded:
        return None
    return f"<{match['close']}{plain or name}{'' if crowded else match['rest']}>"


def _open(name: str, stack: list[str]) -> bool:
    if name in _BLOCKS and "p" in stack[-8:]:
        del stack[_last(stack, "p") :]  # a block ends the paragraph before it
    elif name in _SELF_CLOSING and stack and stack[-1] == name:
        stack.pop()
    if len(stack) >= _DEEPEST:
        return False
    stack.append(name)
    return True


def _close(name: str, stack: list[str]) -> bool:
    if name in _FLAT:
        return True
    if name not in stack:
        # Of an element that was taken out, as likely as not; one without a beginning says nothing either.
        return len(stack) < _DEEPEST
    del stack[_last(stack, name) :]
    return True


def _last(stack: list[str], name: str) -> int:
    return len(stack) - 1 - stack[::-1].index(name)
