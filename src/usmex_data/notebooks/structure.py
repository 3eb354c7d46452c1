"""The check of a notebook's shape: a story with some code in it, and not the other way round."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping, Sequence
from statistics import median
from typing import Any, Final

__all__ = ["check"]

_MOST_CELLS: Final = 25
_MOST_LINES: Final = 4
_FIRST_SCREEN: Final = 3
"""The first figure stands in one of the first code cells: imports, data, figure."""
_DEFINITIONS: Final = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def check(notebook: Mapping[str, Any]) -> list[str]:
    """What a notebook does against the rules of the series, a line each with its cell; empty where nothing."""
    cells: Sequence[Mapping[str, Any]] = notebook["cells"]
    return [*_title(cells), *_code(cells), *_imports(cells), *_rhythm(cells), *_figures(cells)]


def _title(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    first = _source(cells[0]) if cells else ""
    if not cells or cells[0]["cell_type"] != "markdown" or not re.match(r"# \S", first):
        yield "cell 1: a notebook begins with its title: the finding, or the question"
    titles = [n for n, cell in _markdown(cells) if re.search(r"^# \S", _source(cell), re.MULTILINE)]
    yield from (f"cell {number}: a second title" for number in titles[1:])


def _code(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    code = [(number, _source(cell)) for number, cell in enumerate(cells, 1) if cell["cell_type"] == "code"]
    if len(code) > _MOST_CELLS:
        yield f"{len(code)} code cells; {_MOST_CELLS} at most: code lives in the library"
    sizes = [_lines(source) for _number, source in code]
    if sizes and median(sizes) > _MOST_LINES:
        yield f"half of the code cells have more than {median(sizes):g} lines; {_MOST_LINES} at most"
    for number, source in code:
        if not source.strip():
            yield f"cell {number}: an empty code cell"
        elif any(isinstance(node, _DEFINITIONS) for node in ast.walk(_tree(source))):
            yield f"cell {number}: defines a function or class; those live in the library"


def _imports(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    code = [(number, _source(cell)) for number, cell in enumerate(cells, 1) if cell["cell_type"] == "code"]
    importing = [
        number
        for number, source in code
        if any(isinstance(node, (ast.Import, ast.ImportFrom)) for node in ast.walk(_tree(source)))
    ]
    if code and importing != [code[0][0]]:
        yield f"imports stand in the first code cell and nowhere else; here: {importing or 'none'}"


def _rhythm(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    kinds = [cell["cell_type"] for cell in cells]
    for number in range(len(kinds) - 2):
        if kinds[number : number + 3] == ["code"] * 3:
            yield f"cells {number + 1} to {number + 3}: three code cells in a row"
    if kinds and kinds[-1] == "code":
        yield f"cell {len(kinds)}: ends without a word on what it shows"


def _figures(cells: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    order = [number for number, cell in enumerate(cells, 1) if cell["cell_type"] == "code"]
    drawn = [(number, picture) for number, cell in enumerate(cells, 1) for picture in _pictures(cell)]
    if drawn and order.index(drawn[0][0]) >= _FIRST_SCREEN:
        yield f"cell {drawn[0][0]}: the first figure comes too late for the first screen"
    keys = sum(bool(picture.get("key")) for _number, picture in drawn)
    if drawn and keys != 1:
        yield f"the key of the hedge shapes is drawn {keys} times; once is right"
    for number, picture in drawn:
        if not str(picture.get("alt", "")).strip():
            yield f"cell {number}: a figure without alt text"
        before, after = cells[number - 2 : number - 1], cells[number : number + 1]
        if not all(side and side[0]["cell_type"] == "markdown" for side in (before, after)):
            yield f"cell {number}: a figure needs a sentence before it and one after it"
    for number, cell in _markdown(cells):
        if re.search(r"!\[\s*\]\(", _source(cell)):
            yield f"cell {number}: an image without alt text"


def _pictures(cell: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for output in cell.get("outputs", ()):
        if "image/png" in output.get("data", {}):
            yield output.get("metadata", {}).get("image/png", {})


def _markdown(cells: Sequence[Mapping[str, Any]]) -> Iterator[tuple[int, Mapping[str, Any]]]:
    return ((number, cell) for number, cell in enumerate(cells, 1) if cell["cell_type"] == "markdown")


def _source(cell: Mapping[str, Any]) -> str:
    source = cell["source"]
    return source if isinstance(source, str) else "".join(source)


def _lines(source: str) -> int:
    return sum(bool(line.strip()) and not line.lstrip().startswith("#") for line in source.splitlines())


def _tree(source: str) -> ast.Module:
    # Lines that only IPython understands define nothing.
    plain = "\n".join("" if re.match(r"\s*[%!?]", line) else line for line in source.splitlines())
    try:
        return ast.parse(plain)
    except SyntaxError:
        return ast.Module(body=[], type_ignores=[])
