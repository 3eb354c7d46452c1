"""From a document to its claims: what each figure says, of what, where, when, and what it is where it says nothing."""

from .annotate import annotate

__all__ = ["annotate"]
