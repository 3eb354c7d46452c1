"""The audit: claims and dates held against each other and against their own arithmetic."""

from .formula import Outcome, evaluate
from .model import KINDS, VERDICTS, Check, Kind, Verdict
from .run import run
from .show import cli_show, known_rows, show

__all__ = [
    "KINDS",
    "VERDICTS",
    "Check",
    "Kind",
    "Outcome",
    "Verdict",
    "cli_show",
    "evaluate",
    "known_rows",
    "run",
    "show",
]
