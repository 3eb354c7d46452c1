"""The tables in other forms: Parquet, one SQLite database, one Excel workbook, and an archive to take away."""

from __future__ import annotations

from usmex_data.export.run import FORMS, export

__all__ = ["FORMS", "export"]
