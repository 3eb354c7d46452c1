"""A figure of the series: title, subtitle, key, marks that come from rows, and a note that says which.

Forms draw on it, :meth:`Figure.show` finishes it: a figure without rows, or with text over text, is an error.
"""

from __future__ import annotations

import base64
import csv
import io
from dataclasses import fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure as MplFigure

from usmex_data.charts import layout, places, style
from usmex_data.charts.annotate import excerpt
from usmex_data.charts.claim_rows import CheckRow, Row, rows_of
from usmex_data.charts.embed import self_contained
from usmex_data.charts.hedge import KEY, Shape
from usmex_data.charts.labels import AROUND, Side, Words, words_for
from usmex_data.charts.layout import Pending, Sentence
from usmex_data.charts.note import source_note
from usmex_data.errors import UsmexDataError

if TYPE_CHECKING:
    import pandas as pd
    from matplotlib.axes import Axes

__all__ = ["Figure", "figure"]

_TITLE_WORDS: Final = range(5, 13)
_ALT_WORDS: Final = 8
_SHOWN: Final = 100
"""Pixels of the page to an inch of the figure."""


class Figure:
    """One figure: what it says, the axes it is drawn on, and the rows that were drawn.

    ``title`` is the finding in 5 to 12 words; ``subtitle`` says what is plotted, its unit and period; ``alt`` tells
    the finding to whoever can't see it; ``name`` is the file's. ``height`` is that of the plot alone, in inches.
    ``key=True`` adds the key of the hedge shapes, once a notebook.
    """

    def __init__(
        self,
        title: str,
        subtitle: str,
        *,
        name: str,
        alt: str,
        width: float = 7.4,
        height: float = 2.8,
        panels: int = 1,
        key: bool = False,
    ) -> None:
        _check_words(title, subtitle, name, alt)
        style.apply()
        self.title, self.subtitle, self.name, self.alt = title, subtitle, name, alt
        self.canvas = MplFigure(figsize=(width, height), dpi=style.DPI)
        FigureCanvasAgg(self.canvas)
        self.axes: tuple[Axes, ...] = tuple(self.canvas.subplots(1, panels, squeeze=False)[0])
        self.height, self.key = height, key
        self.rows: list[Row] = []
        self.checks: list[CheckRow] = []
        self.pending: list[Pending] = []
        self.sentences: list[Sentence] = []
        self.paths: list[tuple[Axes, list[tuple[float, float]]]] = []
        """Lines between marks (data), which sentences keep clear of."""
        self.layout: layout.Layout | None = None

    # -- what forms call ----------------------------------------------------------------------------------------

    def drawn(
        self,
        ax: Axes,
        row: Row,
        extent: tuple[float, float, float, float],
        *,
        pad: tuple[float, float, float, float] = (6.0, 6.0, 6.0, 6.0),
        label: Words | None = "{text}",
        sides: tuple[Side, ...] = AROUND,
        colour: str = "",
    ) -> None:
        """Note that ``row`` was drawn at ``extent`` (x0, y0, x1, y1, data), and label it.

        ``label`` must contain the claim's words, None stands for no label.
        """
        self.layout = None
        self.rows.append(row)
        words = None if label is None else words_for(row, label)
        self.pending.append(Pending(ax, row, extent, pad, words, sides, colour or style.colour_of(row).text))

    def annotate(
        self,
        row: pd.Series[Any] | pd.DataFrame | Row,
        *,
        words: int = 40,
        width: float = 210,
        at: tuple[float, float] | None = None,
    ) -> Figure:
        """This figure, with the sentence of a row beside its mark, the figure marked in it.

        It finds empty space by itself; ``at`` puts its upper left corner at a place of the plot (0 to 1) instead.
        ``width`` is in points. A row that is not drawn can't be annotated.
        """
        self.layout = None
        self.sentences += [Sentence(one, excerpt(one, words), width, at) for one in rows_of(row)]
        return self

    # -- what a notebook calls ----------------------------------------------------------------------------------

    @property
    def note(self) -> str:
        """The source note, from the rows drawn."""
        return source_note(self.rows, places.source_titles(), len(self.checks))

    @property
    def shapes(self) -> tuple[tuple[Shape, str], ...]:
        """The key: the shapes with their meaning where this figure shows one, nothing else."""
        return KEY if self.key else ()

    def finish(self) -> Figure:
        """This figure, laid out and checked; again only after something was added.

        Raises :class:`~usmex_data.errors.UsmexDataError` where no row was drawn, an annotated row has no mark, text
        covers text or a mark, or something is clipped.
        """
        if not self.rows and not self.checks:
            raise UsmexDataError("a figure shows rows of the data, and this one shows none", where=self.name)
        known = {row.claim_id for row in self.rows}
        for sentence in self.sentences:
            if sentence.row.claim_id not in known:
                raise UsmexDataError(f"{sentence.row.claim_id} is annotated but not drawn", where=self.name)
        if self.layout is None:
            self.layout = layout.arrange(self)
        self.check()
        return self

    def check(self) -> None:
        """Nothing, where every text is whole and clear of every other; else an error that names them."""
        if self.layout is None:
            self.finish()
            return
        if problems := self.layout.problems():
            raise UsmexDataError("; ".join(problems), where=self.name, remedy="give it more height, or fewer words")

    def png(self) -> bytes:
        """The picture, at twice the size at which a page shows it; the same bytes on every run."""
        self.finish()
        buffer = io.BytesIO()
        self.canvas.savefig(buffer, format="png", dpi=style.DPI, metadata={"Software": None})
        return buffer.getvalue()

    def svg(self) -> str:
        """The picture as SVG: text with the letters of its font, marks with their claim ids; the same on every run."""
        self.finish()
        buffer = io.StringIO()
        metadata: dict[str, Any] = {"Date": None, "Creator": None, "Title": self.title, "Description": self.alt}
        self.canvas.savefig(buffer, format="svg", metadata=metadata)
        return self_contained("\n".join(line.rstrip() for line in buffer.getvalue().splitlines()) + "\n")

    def csv(self) -> str:
        """The rows drawn, one a line, in the order of drawing."""
        buffer = io.StringIO()
        drawn: list[Row] | list[CheckRow] = self.rows or self.checks
        columns = [field.name for field in fields(CheckRow if drawn is self.checks else Row)]
        writer = csv.writer(buffer, lineterminator="\n")
        writer.writerow(columns)
        for row in dict.fromkeys(drawn):
            writer.writerow([_cell(getattr(row, column)) for column in columns])
        return buffer.getvalue()

    def save(self, folder: Path | str) -> tuple[Path, Path, Path]:
        """The paths of the SVG, the PNG and the CSV of the rows drawn, written to ``folder``."""
        folder = Path(folder)
        folder.mkdir(parents=True, exist_ok=True)
        written = tuple(folder / f"{self.name}.{ending}" for ending in ("svg", "png", "csv"))
        written[0].write_text(self.svg(), encoding="utf-8", newline="\n")
        written[1].write_bytes(self.png())
        written[2].write_text(self.csv(), encoding="utf-8", newline="\n")
        return written[0], written[1], written[2]

    def show(self) -> None:
        """Show the picture with its alt text in a notebook, and write its files to ``build/figures``."""
        from IPython.display import display

        data, metadata = self._repr_mimebundle_()
        display(data, metadata=metadata, raw=True)  # type: ignore[no-untyped-call]

    def _repr_mimebundle_(self, **_choice: object) -> tuple[dict[str, str], dict[str, Any]]:
        """What a notebook stores: the PNG with its size and alt text, and the alt text as plain text."""
        picture = base64.b64encode(self.png()).decode("ascii")
        if folder := places.figures_folder():
            self.save(folder)
        width, height = self.canvas.get_size_inches()
        size = {"width": round(width * _SHOWN), "height": round(height * _SHOWN), "alt": self.alt, "key": self.key}
        return {"image/png": picture + "\n", "text/plain": f"Figure: {self.alt}"}, {"image/png": size}

    def markdown(self, folder: str = "") -> str:
        """A Markdown image of the PNG with its alt text, for pages that aren't notebooks."""
        alt = self.alt.replace("\\", "\\\\").replace("[", "\\[").replace("]", "\\]").replace("$", "\\$")
        return f"![{alt}]({folder}{self.name}.png)"


def figure(title: str, subtitle: str, *, name: str, alt: str, **options: Any) -> Figure:
    """A new figure; see :class:`Figure`."""
    return Figure(title, subtitle, name=name, alt=alt, **options)


def _check_words(title: str, subtitle: str, name: str, alt: str) -> None:
    if len(title.split()) not in _TITLE_WORDS:
        raise UsmexDataError(f"a title says the finding in 5 to 12 words: {title!r}", where=name)
    if not subtitle.strip():
        raise UsmexDataError("a subtitle says what is plotted, its unit and its period", where=name)
    if not name or not name.replace("-", "").isalnum() or name != name.lower():
        raise UsmexDataError(f"{name!r} is no file name: small letters, digits and hyphens", where=name)
    if len(alt.split()) < _ALT_WORDS or alt.strip().casefold() == title.strip().casefold():
        raise UsmexDataError("alt text tells the finding in a sentence of its own", where=name, remedy=f"got {alt!r}")


def _cell(value: object) -> str:
    if isinstance(value, tuple):
        return ";".join(value)
    return "" if value is None else format(value, "f") if hasattr(value, "as_tuple") else str(value)
