"""How a notebook shows tables: whole sentences, and dollar signs as such."""

from __future__ import annotations

__all__ = ["begin"]


def begin() -> None:
    """Make pandas show tables as the series wants them. A notebook's imports cell ends with it."""
    import pandas as pd

    # Two dollar signs in a table would become a formula in JupyterLab.
    pd.set_option("display.html.use_mathjax", False)
    pd.set_option("display.max_colwidth", None)
    pd.set_option("display.precision", 4)
