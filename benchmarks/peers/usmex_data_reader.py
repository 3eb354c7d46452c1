"""usmex-data as a peer among peers: the rows of ``um.extract`` whose disposition is "claim".

``PUBLISHED`` stays empty, as for a text of which nothing is known.
"""

from __future__ import annotations

from collections.abc import Iterator

from protocol import Finding, Parse, run


def _number(value: object) -> float | None:
    return None if value is None else float(str(value))


def load() -> Parse:
    """A reader on the rows beneath the frame: what ``um.extract`` makes before pandas takes it."""
    from usmex_data.extraction import readings

    for _ in readings("It weighs 5 kg and costs $3."):  # loads tables and patterns now, not in the measured time
        pass

    def parse(text: str) -> Iterator[Finding]:
        for row in readings(text):
            if row.disposition == "claim":
                yield {
                    "start": row.start,
                    "end": row.end,
                    "value": _number(row.value),
                    "low": _number(row.value_low),
                    "high": _number(row.value_high),
                    "unit": row.unit,
                    "modifier": row.modifier,
                    "geography": row.geography,
                }

    return parse


if __name__ == "__main__":
    run("usmex-data", load)
