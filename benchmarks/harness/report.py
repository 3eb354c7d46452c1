"""Writes the measured part of docs/benchmarks.md, between its two markers, and the charts beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .curves import draw_hostile, draw_speed
from .speed import HOSTILE_SIZES, SHAPES

__all__ = ["f1", "measured", "write_page"]

_BEGIN, _END = "<!-- measured: begin -->", "<!-- measured: end -->"
Results = dict[str, Any]
Counts = dict[str, int]


def f1(right: int, wanted: int, given: int) -> float:
    """Harmonic mean of recall (of ``wanted``) and precision (of ``given``), in percent."""
    return 200 * right / (wanted + given) if wanted + given else 0.0


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "n/a"


def _table(head: list[str], rows: list[list[str]]) -> Iterator[str]:
    yield "| " + " | ".join(head) + " |"
    yield "|---|" + "--:|" * (len(head) - 1)
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def _dated(part: Results) -> str:
    return f"{', then '.join(f'`{command}`' for command in part['commands'])} · {part['date']} · {part['machine']}"


def _peers(results: Results) -> Iterator[str]:
    rows = []
    for peer in results["peers"].values():
        state = f"not measured: {peer['reason']}" if "reason" in peer else peer["configuration"]
        rows.append([peer["title"], peer["version"] or "–", state])
    yield "| extractor | version | configuration |"
    yield "|---|---|---|"
    yield from ("| " + " | ".join(row) + " |" for row in rows)
    yield ""


def _accuracy_rows(totals: dict[str, Counts]) -> list[list[str]]:
    """One row a measure, one column an extractor; n/a where an extractor has no such thing."""

    def row(title: str, cell: Any) -> list[str]:
        return [title, *(cell(total) for total in totals.values())]

    def with_any(total: Counts, name: str, whole: str) -> str:
        return _share(total[name], total.get(whole, 0)) if total.get(name) else "n/a"

    def span(total: Counts, false: str, right: str) -> str:
        return f"{f1(total[right], total['gold'], total['found'] + total.get(false, 0)):.1f}"

    return [
        row("claims found (recall)", lambda total: _share(total["found"], total["gold"])),
        row("span F1, overlap", lambda total: span(total, "false", "found")),
        row("span F1, overlap, dates and the like left out", lambda total: span(total, "false_quantities", "found")),
        row("span F1, exact, dates and the like left out", lambda total: span(total, "false_quantities", "exact")),
        row("value right, of those found", lambda total: _share(total["value"], total["found"])),
        row(
            "F1 of span and value, dates and the like left out", lambda total: span(total, "false_quantities", "value")
        ),
        row("unit's dimension right, of those found", lambda total: _share(total["dimension"], total["found"])),
        row("amount right after conversion, of those found", lambda total: _share(total["amount"], total["found"])),
        row("hedges: modifier right, of hedged claims found", lambda total: with_any(total, "hedged_right", "hedged")),
        row("ranges: both ends in one finding, of ranges found", lambda total: with_any(total, "range_right", "range")),
        row("places: right code, of claims found with one", lambda total: with_any(total, "place_right", "place")),
    ]


def _accuracy(results: Results) -> Iterator[str]:
    part = results["accuracy"]
    measured_peers = part["results"]
    totals = {name: one["total"] for name, one in measured_peers.items() if one["total"].get("findings")}
    titles = [results["peers"][name]["title"] for name in totals]
    gold = max(total["gold"] for total in totals.values())
    yield f"### Accuracy, in percent, on {gold} claims"
    yield ""
    yield from _table(["measure", *titles], _accuracy_rows(totals))
    yield _dated(part)
    yield ""
    for name, one in measured_peers.items():
        if one["failed"]:
            title, texts = results["peers"][name]["title"], ", ".join(sorted(one["failed"]))
            yield f"{title} stopped on {texts}; counted as not found."
            yield ""


def _cell(row: Results | None) -> str:
    if row is None:
        return "–"
    return row["failed"] if "failed" in row else f"{row['seconds_per_mb']:.2f}"


def _memory(row: Results | None) -> str:
    return "–" if row is None or "failed" in row else f"{row['max_rss'] / 2**20:.0f}"


def _speed(results: Results) -> Iterator[str]:
    part = results["speed"]
    rows: list[Results] = part["results"]
    names = list(dict.fromkeys(row["peer"] for row in rows))
    titles = [results["peers"][name]["title"] for name in names]
    for what, cell in (("CPU seconds a megabyte", _cell), ("Largest memory, MiB", _memory)):
        yield f"### {what}"
        yield ""
        body = []
        for shape in dict.fromkeys(row["shape"] for row in rows):
            for size in sorted({row["megabytes"] for row in rows}):
                at = {row["peer"]: row for row in rows if (row["shape"], row["megabytes"]) == (shape, size)}
                body.append([f"{size:g} MB, {SHAPES[shape]}", *(cell(at.get(name)) for name in names)])
        yield from _table(["text", *titles], body)
    yield _dated(part)
    yield ""
    yield "![CPU seconds a megabyte by size of the text, for each extractor](benchmarks-speed.svg)"
    yield ""


def _hostile(results: Results) -> Iterator[str]:
    part = results["hostile"]
    rows: list[Results] = part["results"]
    sizes = HOSTILE_SIZES
    yield "### Hostile texts: CPU seconds a megabyte of ours"
    yield ""
    body = []
    for kind in dict.fromkeys(row["kind"] for row in rows):
        of_kind = {row["bytes"]: row for row in rows if row["kind"] == kind}
        # Marks of several bytes end a little before the wanted size.
        at = [next((row for size, row in of_kind.items() if abs(size - wanted) < 8), None) for wanted in sizes]
        body.append([f"`{kind}`", *(_cell(row) for row in at)])
    yield from _table(["text", *(f"{size // 1000} kB" for size in sizes)], body)
    yield _dated(part)
    yield ""
    yield "![CPU seconds a megabyte of hostile texts at doubling sizes; a level line is linear](benchmarks-hostile.svg)"
    yield ""


def _suites(results: Results) -> Iterator[str]:
    part = results["suites"]
    yield "### The peers' own tests, put to us"
    yield ""
    body = []
    for name, scored in part["results"].items():
        counts = scored["counts"]
        compared = counts.get("compared", 0)
        wrong = ", ".join(
            f"{count} {why}" for why, count in counts.items() if why not in ("cases", "compared", "right")
        )
        body.append([name, str(counts["cases"]), str(compared), _share(counts.get("right", 0), compared), wrong or "–"])
    yield from _table(["suite", "cases", "compared", "right, %", "wrong"], body)
    reasons: dict[str, int] = {}
    for scored in part["results"].values():
        for why, count in scored["aside"].items():
            reasons[why] = reasons.get(why, 0) + count
    if reasons:
        yield "Set aside: " + "; ".join(f"{count} with {why}" for why, count in reasons.items()) + "."
        yield ""
    yield _dated(part)
    yield ""


def _doubts(results: Results) -> Iterator[str]:
    part = results["doubts"]
    found = part["results"]
    yield f"### Doubt as selective prediction: {found['claims']} claims found"
    yield ""
    yield "Whoever withholds the claims that carry a doubt covers fewer, and more of them are right."
    yield ""
    body = []
    for point in found["points"]:
        withheld = f"… and `{point['withheld']}`" if point["withheld"] else "nothing"
        covered = point["covered"]
        shares = [_share(covered, found["claims"]), _share(point["value"], covered), _share(point["unit"], covered)]
        body.append([withheld, *shares])
    yield from _table(["withheld", "covered, %", "value right, %", "unit right, %"], body)
    body = []
    for reason, counts in found["reasons"].items():
        covered = counts["covered"]
        body.append([f"`{reason}`", str(covered), _share(counts["value"], covered), _share(counts["unit"], covered)])
    yield from _table(["doubt", "claims", "value right, %", "unit right, %"], body)
    yield _dated(part)
    yield ""


def measured(results: Results) -> str:
    """The measured part of the page, of whatever parts have been run."""
    lines = list(_peers(results)) if "peers" in results else []
    parts = (
        ("accuracy", _accuracy), ("doubts", _doubts), ("speed", _speed), ("hostile", _hostile), ("suites", _suites),
    )  # fmt: skip
    for name, write in parts:
        if results.get(name, {}).get("results"):
            lines += write(results)
    return "\n".join(lines).rstrip()


def write_page(results: Results, folder: Path) -> None:
    """Put the measured part into ``benchmarks.md`` of a folder, and draw the charts that it shows."""
    page = folder / "benchmarks.md"
    text = page.read_text(encoding="utf-8")
    block = f"{_BEGIN}\n\n{measured(results)}\n\n{_END}"
    pattern = re.compile(re.escape(_BEGIN) + ".*?" + re.escape(_END), re.DOTALL)
    page.write_text(pattern.sub(lambda _: block, text), encoding="utf-8")
    if results.get("speed"):
        draw_speed(results, folder / "benchmarks-speed.svg")
    if results.get("hostile"):
        draw_hostile(results, folder / "benchmarks-hostile.svg")
