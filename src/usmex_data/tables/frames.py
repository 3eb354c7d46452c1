"""Tables as typed frames of pandas: nullable whole numbers and floats, categories, strings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from usmex_data.tables.fields import Field, TableMeaning

if TYPE_CHECKING:
    import pandas as pd

__all__ = ["frame_of"]


def frame_of(table: TableMeaning, rows: Sequence[Sequence[str]], *, categories: bool = True) -> pd.DataFrame:
    """A frame of the rows of a CSV, each cell as written, with the types that ``fields.toml`` declares.

    A cell that is empty is missing in the frame (``isna``), whatever its type. Lists stay joined by semicolons. Without
    ``categories`` these are strings: a category could not hold what its closed list does not.
    """
    import pandas as pd

    columns = zip(*rows, strict=True) if rows else ((),) * len(table.fields)
    series = {field.name: _series(field, cells, categories) for field, cells in zip(table.fields, columns, strict=True)}
    return pd.DataFrame(series, columns=list(table.columns))


def _series(field: Field, cells: Sequence[str], categories: bool) -> pd.Series[Any]:
    import pandas as pd

    if field.type in {"integer", "year"}:
        return pd.Series([int(cell) if cell else None for cell in cells], dtype="Int64")
    if field.type == "number":
        return pd.Series([float(cell) if cell else None for cell in cells], dtype="Float64")
    words = pd.Series([cell or None for cell in cells], dtype="str")
    if not (field.category and categories):
        return words
    return words.astype(pd.CategoricalDtype(list(field.values)) if field.values else "category")
