"""From a document to its quantities: every numeric expression, what it says, and what it is where it says nothing."""

from .find import find
from .quantity import Quantity

__all__ = ["Quantity", "find"]
