"""The official record: figures of statistics, laws and treaties, entered by hand, that claims are held against."""

from .load import record
from .model import Official
from .read import RECORD, load_official, read_record

__all__ = ["RECORD", "Official", "load_official", "read_record", "record"]
