"""From a raw text to a :class:`Document`: its layout undone, with the way back to every raw character."""

from usmex_data.document.carry import Carry
from usmex_data.document.model import Block, Document, Mark
from usmex_data.document.read import read

__all__ = ["Block", "Carry", "Document", "Mark", "read"]
