"""Two small charts: time a megabyte by size of the text, and of hostile texts."""

from __future__ import annotations

from pathlib import Path
from typing import Any

__all__ = ["draw_hostile", "draw_speed"]

Results = dict[str, Any]
_COLOURS = ("#0b5a8a", "#c4561c", "#6b7a1e", "#8a4a8a")
_STYLE: Any = {
    "svg.hashsalt": "usmex-data",
    "svg.fonttype": "none",
    "font.size": 9,
    "axes.spines.top": False,
    "axes.spines.right": False,
}


def _save(figure: Any, path: Path) -> None:
    # No date: the same results draw the same bytes.
    figure.savefig(path, metadata={"Date": None}, bbox_inches="tight")


def draw_speed(results: Results, path: Path) -> None:
    """Time a megabyte against size, both axes logarithmic, a line an extractor, a panel a shape of text."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    from .speed import SHAPES

    rows = [row for row in results["speed"]["results"] if "failed" not in row]
    names = list(dict.fromkeys(row["peer"] for row in rows))
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(7.4, 3.0))
        panels = figure.subplots(1, 2, sharey=True)
        for panel, (shape, title) in zip(panels, SHAPES.items(), strict=True):
            for name, colour in zip(names, _COLOURS, strict=False):
                points = sorted(
                    (row["megabytes"], row["seconds_per_mb"])
                    for row in rows
                    if (row["peer"], row["shape"]) == (name, shape)
                )
                if not points:
                    continue
                panel.plot(*zip(*points, strict=True), color=colour, marker="o", markersize=3.5, linewidth=1.4)
                panel.annotate(
                    results["peers"][name]["title"], points[-1], xytext=(5, 0), textcoords="offset points",
                    color=colour, va="center",
                )  # fmt: skip
            panel.set(xscale="log", yscale="log", title=title, xlabel="megabytes of text")
            panel.set_xlim(0.07, 1500)
            panel.set_xticks([0.1, 1, 10, 100], ["0.1", "1", "10", "100"])
            panel.grid(axis="y", color="#e5e5e5", linewidth=0.6)
        panels[0].set_ylabel("CPU seconds a megabyte")
        _save(figure, path)


def draw_hostile(results: Results, path: Path) -> None:
    """Time a megabyte against size for each kind of hostile text; the steepest are named."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    rows = [row for row in results["hostile"]["results"] if "failed" not in row]
    kinds = list(dict.fromkeys(row["kind"] for row in rows))
    curves = {
        kind: sorted((row["bytes"] / 1000, max(row["seconds_per_mb"], 1e-3)) for row in rows if row["kind"] == kind)
        for kind in kinds
    }
    # The three slowest at the end are named; the rest show that they lie below.
    slowest = sorted(curves, key=lambda kind: -curves[kind][-1][1])[:3]
    with mpl.rc_context(_STYLE):
        figure = Figure(figsize=(5.2, 3.2))
        panel = figure.subplots()
        for kind, points in curves.items():
            colour = _COLOURS[slowest.index(kind)] if kind in slowest else "#b8b8b8"
            panel.plot(*zip(*points, strict=True), color=colour, marker="o", markersize=3, linewidth=1.2)
            if kind in slowest:
                label = kind.replace("$", r"\$")
                panel.annotate(label, points[-1], xytext=(5, 0), textcoords="offset points", color=colour, va="center")
        panel.set(xscale="log", yscale="log", xlabel="kilobytes of hostile text", ylabel="CPU seconds a megabyte")
        panel.set_xticks([25, 50, 100, 200, 400], ["25", "50", "100", "200", "400"])
        panel.minorticks_off()
        panel.grid(axis="y", color="#e5e5e5", linewidth=0.6)
        _save(figure, path)
