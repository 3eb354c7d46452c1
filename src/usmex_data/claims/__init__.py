"""From a document to its claims: what each figure says, of what, where, when, and what it is where it says nothing."""

from .read import read

__all__ = ["read"]
