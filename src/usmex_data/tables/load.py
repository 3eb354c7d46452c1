"""The clean tables as typed frames."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pandas as pd
__all__ = ["claims", "load"]


def load(name: str) -> pd.DataFrame:
    """A clean table as a frame."""
    raise NotImplementedError(name)


def claims(topic: str | None = None, source: str | None = None, indicator: str | None = None) -> pd.DataFrame:
    """The claims as a frame."""
    raise NotImplementedError((topic, source, indicator))
