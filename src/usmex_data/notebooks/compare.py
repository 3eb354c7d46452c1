"""A stored notebook held against a fresh run: pictures by their pixels, everything else to the letter."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Final

__all__ = ["compare", "differences", "picture_difference"]

_BLOCK: Final = 16
"""Pictures are compared in blocks of so many pixels a side: a changed digit fills one, and is lost in a whole."""
_TOLERANCE: Final = 12.0
"""The mean difference of a block, of 255, up to which two machines' pictures count as one."""


def compare(path: Path) -> list[str]:
    """What differs between a stored notebook and a fresh run of it, a line each; empty where nothing does.

    The file stays as it is.
    """
    import nbformat

    from usmex_data.notebooks.execute import executed

    stored = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    return differences(stored, executed(path))


def differences(stored: Mapping[str, Any], fresh: Mapping[str, Any]) -> list[str]:
    """What differs between two notebooks, a line each with its cell."""
    if len(stored["cells"]) != len(fresh["cells"]):
        return [f"{len(stored['cells'])} cells are stored, {len(fresh['cells'])} were run"]
    return [
        f"cell {number}: {what}"
        for number, (old, new) in enumerate(zip(stored["cells"], fresh["cells"], strict=True), 1)
        for what in _cell(old, new)
    ]


def picture_difference(one: str, two: str) -> str:
    """How two PNG files in base64 differ beyond the tolerance; empty where they don't."""
    if one.split() == two.split():
        return ""
    import numpy as np
    from PIL import Image

    first, second = (
        np.asarray(Image.open(io.BytesIO(base64.b64decode(png))).convert("RGB"), dtype=np.float64) for png in (one, two)
    )
    if first.shape != second.shape:
        return f"the picture's size changed from {first.shape[1::-1]} to {second.shape[1::-1]}"
    height, width = (side + -side % _BLOCK for side in first.shape[:2])
    apart = np.zeros((height, width))
    apart[: first.shape[0], : first.shape[1]] = np.abs(first - second).max(axis=2)
    blocks = apart.reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK).mean(axis=(1, 3))
    if blocks.max() <= _TOLERANCE:
        return ""
    y, x = np.unravel_index(int(blocks.argmax()), blocks.shape)
    return f"the picture differs, most at {int(x) * _BLOCK}, {int(y) * _BLOCK} from the upper left corner"


def _cell(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[str]:
    for key in ("cell_type", "source", "execution_count", "id"):
        if old.get(key) != new.get(key):
            yield f"{key} differs"
    before, after = old.get("outputs", []), new.get("outputs", [])
    if len(before) != len(after):
        yield f"{len(before)} outputs are stored, {len(after)} came out"
        return
    for one, two in zip(before, after, strict=True):
        yield from _output(one, two)


def _output(one: Mapping[str, Any], two: Mapping[str, Any]) -> Iterator[str]:
    rest = [{key: value for key, value in each.items() if key != "data"} for each in (one, two)]
    if rest[0] != rest[1]:
        yield f"an output of type {one['output_type']} differs"
    before, after = one.get("data", {}), two.get("data", {})
    for mime in sorted({*before, *after}):
        if mime not in before or mime not in after:
            yield f"{mime} is only {'stored' if mime in before else 'in the fresh run'}"
        elif mime == "image/png":
            if what := picture_difference(before[mime], after[mime]):
                yield what
        elif before[mime] != after[mime]:
            yield f"{mime} differs"
