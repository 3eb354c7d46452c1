"""Pictures in the run that nbval makes: it compares what cells print and passes over what they draw."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any

from usmex_data.notebooks.compare import picture_difference

__all__ = ["compare_pictures_too", "difference"]

Outputs = Sequence[Mapping[str, Any]]


def compare_pictures_too() -> None:
    """Let every notebook cell that nbval runs fail for another picture or alt text too."""
    from nbval.plugin import IPyNbCell

    compare = IPyNbCell.compare_outputs
    if getattr(compare, "pictures_too", False):
        return

    def compare_all(cell: Any, test: Outputs, ref: Outputs, skip_compare: Any = None) -> bool:
        same = bool(compare(cell, test, ref, skip_compare))
        what = difference(ref, test)
        if same and what:
            cell.comparison_traceback.append(what)
        return same and not what

    compare_all.pictures_too = True
    IPyNbCell.compare_outputs = compare_all


def difference(stored: Outputs, fresh: Outputs) -> str:
    """How the pictures of a cell differ from those of a fresh run; empty where they don't."""
    for old, new in zip_longest(_pictures(stored), _pictures(fresh)):
        if old is None or new is None:
            return "a picture is only in the fresh run" if old is None else "a stored picture did not come out"
        if old[1] != new[1]:
            return f"the picture's alt text or size differs: {old[1]} is stored, {new[1]} came out"
        if what := picture_difference(old[0], new[0]):
            return what
    return ""


def _pictures(outputs: Outputs) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for output in outputs:
        if "image/png" in output.get("data", {}):
            yield output["data"]["image/png"], dict(output.get("metadata", {}).get("image/png", {}))
