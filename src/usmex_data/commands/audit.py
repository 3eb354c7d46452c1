"""The command ``audit FILE…``: what the rules find in any texts, on the terminal, as JSON Lines, or as a page."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final, TextIO

from usmex_data.audit.frame import json_lines, pairs, records
from usmex_data.audit.present import page, terminal
from usmex_data.audit.texts import Audited, audit_texts
from usmex_data.commands.inputs import inputs
from usmex_data.errors import UsmexDataError
from usmex_data.formats import SUFFIXES, read_bytes, read_file

__all__ = ["FORMATS", "are_files", "run"]

FORMATS: Final = ("text", "jsonl", "html")
_CANDIDATES: Final = 10


def are_files(names: Sequence[str]) -> bool:
    """Whether names are files, folders or patterns of such, and not the id of a check."""
    return any(
        name == "-"
        or any(mark in name for mark in "*?/\\")
        or Path(name).suffix.lower() in SUFFIXES
        or Path(name).exists()
        for name in names
    )


def run(
    names: Sequence[str],
    *,
    form: str = "text",
    encoding: str = "utf-8",
    published: str = "",
    out: TextIO | None = None,
) -> int:
    """The exit status: 0 where nothing of substance fails, 1 where something does, 2 where a file cannot be read.

    All files are read together, so that what one says is held against the others. A file that cannot be read is
    reported and passed over.
    """
    out = out or sys.stdout
    texts, problems = _texts(names, encoding)
    audited = audit_texts(texts, published=published)
    out.write(_written(audited, form, list(texts)))
    sys.stderr.writelines(f"error: {problem}\n" for problem in problems)
    failing = any(check.verdict == "does_not_hold" and check.severity == "substance" for check in audited.checks)
    return 2 if problems else int(failing)


def _written(audited: Audited, form: str, names: Sequence[str]) -> str:
    if form == "jsonl":
        return "".join(f"{line}\n" for line in json_lines(audited))
    found = list(records(audited))
    compare = pairs(audited, _CANDIDATES)
    if form == "html":
        return page(found, f"Questions on {', '.join(names[:3])}{' and others' if len(names) > 3 else ''}", compare)
    return f"{terminal(found, compare)}\n"


def _texts(names: Sequence[str], encoding: str) -> tuple[dict[str, str], list[str]]:
    texts: dict[str, str] = {}
    problems = []
    for each in inputs(names):
        try:
            if each.path is None and each.problem is None:
                read = read_bytes(sys.stdin.buffer.read(), "-", "text", encoding)
            elif each.path is not None and each.problem is None:
                read = read_file(each.path, encoding)
            else:
                problems.append(str(each.problem))
                continue
        except UsmexDataError as error:
            problems.append(str(error))
            continue
        texts[each.name] = read.text
    return texts, problems
