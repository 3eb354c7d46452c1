"""Files as plain text: text and Markdown as they are, HTML and Word as a reader sees them, PDF with its extra."""

from __future__ import annotations

from usmex_data.formats.files import SUFFIXES, read_bytes, read_file, read_stream
from usmex_data.formats.model import LIMITS, FileText, Limits

__all__ = ["LIMITS", "SUFFIXES", "FileText", "Limits", "read_bytes", "read_file", "read_stream"]
