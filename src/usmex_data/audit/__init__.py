"""The audit: claims and dates held against each other and against their own arithmetic; called, an audit of texts."""

import sys
from types import ModuleType
from typing import Any

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


class _CallableRoom(ModuleType):
    """The room, which as a function audits texts: ``usmex_data.audit({"report": text})``."""

    def __call__(self, *texts: Any, **options: Any) -> Any:
        """As :func:`usmex_data.audit.frame.audit`."""
        from .frame import audit

        return audit(*texts, **options)


sys.modules[__name__].__class__ = _CallableRoom
