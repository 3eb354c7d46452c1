"""The audit: claims and dates held against each other and against their own arithmetic."""

from .checks import BASES, KINDS, SEVERITIES, VERDICTS, Basis, Check, Kind, Severity, Verdict
from .formula import Outcome, evaluate
from .run import run
from .show import cli_show, known_rows, show

__all__ = [
    "BASES",
    "KINDS",
    "SEVERITIES",
    "VERDICTS",
    "Basis",
    "Check",
    "Kind",
    "Outcome",
    "Severity",
    "Verdict",
    "cli_show",
    "evaluate",
    "known_rows",
    "run",
    "show",
]
