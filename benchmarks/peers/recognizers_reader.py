"""Microsoft's recognizers-text: every recognizer of amounts, a paragraph at a time, the longest finding winning.

Currency, dimension, temperature, age and percentage give units; number and ordinal give the figures that are left. Ends
come inclusive and are made exclusive. A finding without a value (a bare unit word) is dropped.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from protocol import Finding, Parse, paragraphs, run

_NAMES = "currency dimension temperature age percentage number ordinal".split()
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:[eE][-+]?\d+)?")


def _value(written: object) -> float | None:
    number = _NUMBER.match(str(written))
    return float(number[0]) if number else None


def load() -> Parse:
    """A reader on the English models; each is made at its first call, so one call is made here."""
    import warnings

    warnings.simplefilter("ignore")
    import recognizers_suite as suite
    from recognizers_suite import Culture

    recognizers: list[tuple[str, Callable[..., list[object]]]] = [
        (name, getattr(suite, f"recognize_{name}")) for name in _NAMES
    ]
    for _, recognize in recognizers:
        recognize("It weighs 5 kg and costs $3.", Culture.English)

    def found(paragraph: str, offset: int) -> Iterator[Finding]:
        for name, recognize in recognizers:
            for model in recognize(paragraph, Culture.English):
                resolution = getattr(model, "resolution", None) or {}
                value = _value(resolution.get("value"))
                if value is None:
                    continue
                unit = "percent" if name == "percentage" else (resolution.get("unit") or "")
                unit = "ordinal" if name == "ordinal" else unit
                start, end = getattr(model, "start"), getattr(model, "end")  # noqa: B009 - the models are untyped
                yield {"start": offset + start, "end": offset + end + 1, "value": value, "unit": unit}

    def parse(text: str) -> Iterator[Finding]:
        for offset, paragraph in paragraphs(text):
            kept: list[Finding] = []
            # Sorting is stable: of two equally long, the one with a unit stands first.
            for finding in sorted(found(paragraph, offset), key=lambda one: one["start"] - one["end"]):
                if all(finding["end"] <= one["start"] or one["end"] <= finding["start"] for one in kept):
                    kept.append(finding)
            yield from sorted(kept, key=lambda one: one["start"])

    return parse


if __name__ == "__main__":
    run("recognizers-text-suite", load)
