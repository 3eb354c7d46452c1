"""Markdown as the check of the prose reads it: links with their places, paragraphs, and what is no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

__all__ = ["Link", "Paragraph", "dollar_trouble", "links", "paragraphs", "prose_of", "unmarked"]

_NO_PROSE: Final = re.compile(
    r"""
      ^(?P<fence>`{3,}|~{3,})[^\n]*\n.*?(?:^(?P=fence)[ \t]*$|\Z)   # a block of code
    | (?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)                    # code in a line
    | <!--.*?-->                                                    # a comment
    | </?[a-zA-Z][^<>\n]*>                                          # a tag
    | <https?://[^\s<>]*>                                           # a bare address
    | https?://[^\s<>()\]]+
    | ^[ \t]*\d+[.)](?=[ \t])                                       # the number of a list item
    """,
    re.VERBOSE | re.MULTILINE | re.DOTALL,
)
_LINK: Final = re.compile(
    r"(?P<image>!?)\[(?P<text>(?:\\.|[^\[\]\\])*)\]\((?P<target><[^<>\n]*>|[^()\s]*)(?:\s+\"[^\"\n]*\")?\)"
)
_HEADING: Final = re.compile(r"^(#{1,6})\s")
_EMPHASIS: Final = re.compile(r"(?<!\\)\*+|(?<![\w\\])_+|(?<!\\)_+(?!\w)")
_DOLLAR: Final = re.compile(r"(?P<escape>\\?)\$")


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the place of its whole, its text as written and the place of that, its target."""

    start: int
    end: int
    text: str
    text_start: int
    target: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph, heading or list: a piece of the source between empty lines, with the heading's level or 0."""

    start: int
    end: int
    level: int


def prose_of(source: str) -> str:
    """The source with blanks, one for each character, where it holds code, tags, addresses or list numbers."""
    return _NO_PROSE.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)


def links(source: str) -> list[Link]:
    """The links of a source, outside of code; images aren't links."""
    return [
        Link(found.start(), found.end(), found["text"], found.start("text"), found["target"].strip("<>"))
        for found in _LINK.finditer(_without_code(source))
        if not found["image"]
    ]


def paragraphs(source: str) -> Iterator[Paragraph]:
    """The paragraphs of a source, in order; a heading is one of its own."""
    for found in re.finditer(r"(?:^[ \t]*\S.*(?:\n|\Z))+", source, re.MULTILINE):
        start = found.start()
        for line in re.finditer(r".*(?:\n|\Z)", found[0]):
            heading = _HEADING.match(line[0])
            if not heading:
                continue
            at = found.start() + line.start()
            if start < at:
                yield Paragraph(start, at, 0)
            yield Paragraph(at, found.start() + line.end(), len(heading[1]))
            start = found.start() + line.end()
        if start < found.end():
            yield Paragraph(start, found.end(), 0)


def unmarked(text: str) -> str:
    """The words of a link or phrase, without emphasis and escapes, white space as single blanks."""
    bare = _EMPHASIS.sub("", text)
    return " ".join(re.sub(r"\\([!-/:-@\[-`{-~])", r"\1", bare).split())


def dollar_trouble(source: str) -> list[tuple[int, int, str]]:
    """Where a dollar sign would begin a formula in JupyterLab: start, end, what is wrong.

    A sign needs its backslash, and no run of text between emphasis, links and paragraphs may hold two of them.
    """
    found = []
    text = _without_code(source)
    borders = [match.span() for match in _EMPHASIS.finditer(text)]
    for match in _LINK.finditer(text):
        borders += [(match.start(), match.start("text")), (match.end("text"), match.end())]
    for paragraph in paragraphs(text):
        cuts = sorted(end for start, end in borders if paragraph.start <= start < paragraph.end)
        runs = zip([paragraph.start, *cuts], [*cuts, paragraph.end], strict=True)
        for start, end in runs:
            signs = list(_DOLLAR.finditer(text, start, end))
            found += [(s.start(), s.end(), r"write \$ for a dollar sign") for s in signs if not s["escape"]]
            found += [
                (
                    s.start(),
                    s.end(),
                    "two dollar signs in one run of text become a formula: put each amount in its own link or emphasis",
                )
                for s in signs[1:]
            ]
    return found


def _without_code(source: str) -> str:
    blank = re.compile(
        r"^(`{3,}|~{3,})[^\n]*\n.*?(?:^\1[ \t]*$|\Z)|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL
    )
    return blank.sub(lambda found: re.sub(r"[^\n]", " ", found[0]), source)
