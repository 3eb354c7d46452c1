"""From a raw text to a :class:`Document`: its layout undone, with the way back to every raw character."""

from usmex_data.document.continuation import Continuation
from usmex_data.document.document import Block, Document, Mark
from usmex_data.document.read import read

__all__ = ["Block", "Continuation", "Document", "Mark", "read"]
