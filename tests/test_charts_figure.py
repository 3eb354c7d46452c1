"""Figures: what they must say, what they write, and what they refuse to show."""

from __future__ import annotations

import base64
import csv
import io
import re
import xml.etree.ElementTree as ET

import pytest
from PIL import Image

import charts_rows as sample
from usmex_data import charts
from usmex_data.charts.layout import Layout
from usmex_data.charts.places import FIGURES_VARIABLE
from usmex_data.errors import UsmexDataError

TITLE = "Assembly wages reach half the required line at most"
SUBTITLE = "Hourly wages, US dollars, no year given"
ALT = "Assembly pays five to seven dollars an hour, less than half of sixteen."


def new(**changes):
    given = {"title": TITLE, "subtitle": SUBTITLE, "name": "wages", "alt": ALT, "height": 2.4} | changes
    return charts.figure(given.pop("title"), given.pop("subtitle"), **given)


@pytest.fixture
def wages():
    return charts.dots(new(key=True), sample.wages(), threshold=sample.wage_line())


def texts(figure):
    return [name for name, _box in figure.finish().layout.texts]


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"title": "Wages are low"}, "5 to 12 words"),
        ({"title": "word " * 13}, "5 to 12 words"),
        ({"subtitle": " "}, "subtitle says what is plotted"),
        ({"name": "Wages 2019"}, "no file name"),
        ({"name": ""}, "no file name"),
        ({"alt": ""}, "alt text"),
        ({"alt": "A bar chart"}, "alt text"),
        ({"alt": TITLE}, "alt text"),
    ],
)
def test_a_figure_says_what_it_must(changes, message):
    with pytest.raises(UsmexDataError, match=message):
        new(**changes)


@pytest.mark.parametrize("ask", ["finish", "show", "png", "svg"])
def test_a_figure_without_rows_is_an_error(ask):
    with pytest.raises(UsmexDataError, match="shows none"):
        getattr(new(), ask)()


def test_a_figure_without_rows_is_not_saved(tmp_path):
    with pytest.raises(UsmexDataError, match="shows none"):
        new().save(tmp_path)
    assert not list(tmp_path.glob("*.svg"))


def test_the_header_says_title_and_subtitle(wages):
    assert texts(wages)[:2] == [TITLE, SUBTITLE]


def test_the_note_names_source_section_and_every_claim(wages):
    assert "The USMCA's New Rules of Origin" in wages.note
    for claim in ("white-papers-10500", "white-papers-10650", "white-papers-9100"):
        assert claim in wages.note
    printed = " ".join(texts(wages))
    assert wages.note in printed


def test_a_note_too_long_for_a_line_is_wrapped():
    figure = charts.table(new(height=1.8), sample.gaps())
    lines = [text for text in texts(figure) if "report-2022-3" in text]
    assert len(lines) > 1


def test_the_key_shows_every_shape_only_where_it_is_asked_for(wages):
    words = {words for _shape, words in charts.KEY}
    assert words <= set(texts(wages))
    assert not words & set(texts(charts.dots(new(), sample.wages())))


def test_labels_repeat_the_source(wages):
    said = texts(wages)
    assert "between $5 and $7 per hour" in said
    assert "close to the $16 per hour" in said
    assert "at least $16 dollars per hour" in said


def test_a_label_that_says_something_else_is_an_error():
    with pytest.raises(UsmexDataError, match="must repeat the source's words"):
        charts.dots(new(), sample.wages(), label="about {category}")


def test_an_annotation_quotes_the_sentence_with_its_figure_marked(wages):
    wages.annotate(sample.wages().iloc[0]).finish()
    runs = [artist for artist in wages.canvas.texts if str(artist.get_gid()).startswith("quote-white-papers-10500")]
    bold = " ".join(artist.get_text() for artist in runs if artist.get_fontweight() == "semibold")
    assert bold == "between $5 and $7 per hour"
    assert texts(wages)[-1].startswith("“In Mexico, the average wage rate")


def test_what_is_not_drawn_is_not_annotated(wages):
    wages.annotate(sample.gas().iloc[0])
    with pytest.raises(UsmexDataError, match="annotated but not drawn"):
        wages.finish()


def test_nothing_overlaps_and_nothing_is_clipped(wages):
    wages.annotate(sample.wages().iloc[0]).finish()
    assert wages.layout.problems() == []


def test_a_label_that_does_not_fit_is_an_error():
    figure = charts.dots(new(height=2.4), sample.wages(), label="{text} " + "and so on " * 12)
    with pytest.raises(UsmexDataError, match=r"is clipped|stands over"):
        figure.finish()


def test_labels_without_room_are_an_error():
    figure = charts.dots(new(height=0.45), sample.prices(), by="category", label="{text}\n{category}\n{period}")
    with pytest.raises(UsmexDataError, match="stands over"):
        figure.finish()


def test_text_over_a_mark_is_a_problem():
    from usmex_data.charts.boxes import Box

    page, mark, word = Box(0, 0, 100, 100), Box(10, 10, 20, 20), Box(12, 12, 40, 22)
    assert Layout(page, [("5%", word)], [("a-1", mark)]).problems() == ["'5%' stands over the mark of a-1"]
    assert Layout(page, [("5%", word)], [("a-1", mark)], {("5%", "a-1")}).problems() == []
    assert Layout(page, [("5%", Box(90, 0, 110, 10))]).problems() == ["'5%' is clipped"]


def test_finishing_twice_draws_once(wages):
    first = wages.png()
    count = len(wages.canvas.texts)
    wages.layout = None
    assert wages.png() == first
    assert len(wages.canvas.texts) == count


def test_the_same_figure_is_the_same_bytes():
    one, two = (charts.dots(new(), sample.wages(), threshold=sample.wage_line()) for _ in range(2))
    assert one.png() == two.png()
    assert one.svg() == two.svg()
    assert one.csv() == two.csv()


def test_the_svg_holds_text_and_claims(wages):
    svg = wages.svg()
    root = ET.fromstring(svg)
    said = ["".join(node.itertext()) for node in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "between $5 and $7 per hour" in said
    assert TITLE in said
    assert 'id="mark-white-papers-10500"' in svg
    assert "<dc:date>" not in svg
    ids = re.findall(r'\bid="([^"]+)"', svg)
    assert len(ids) == len(set(ids))


def test_saving_leaves_svg_png_and_rows(tmp_path, wages):
    svg, png, rows = wages.save(tmp_path / "figures")
    assert [path.name for path in (svg, png, rows)] == ["wages.svg", "wages.png", "wages.csv"]
    with Image.open(png) as picture:
        size = picture.size
    assert size == (1480, round(wages.canvas.get_size_inches()[1] * 200))
    with rows.open(encoding="utf-8", newline="") as lines:
        drawn = list(csv.DictReader(lines))
    assert [row["claim_id"] for row in drawn] == ["white-papers-9100", "white-papers-10500", "white-papers-10650"]
    assert drawn[1]["low"] == "5"
    assert drawn[1]["value"] == ""
    assert b"\r" not in rows.read_bytes()


def test_a_notebook_stores_picture_size_and_alt_text(wages, monkeypatch, tmp_path):
    monkeypatch.setenv(FIGURES_VARIABLE, str(tmp_path))
    data, metadata = wages._repr_mimebundle_()
    picture = Image.open(io.BytesIO(base64.b64decode(data["image/png"])))
    about = metadata["image/png"]
    assert about["alt"] == ALT
    assert about["key"] is True
    assert picture.width == 2 * about["width"]
    assert data["text/plain"] == f"Figure: {ALT}"
    assert (tmp_path / "wages.svg").is_file()


def test_no_files_are_left_where_none_are_wanted(wages, monkeypatch, tmp_path):
    monkeypatch.setenv(FIGURES_VARIABLE, "")
    monkeypatch.chdir(tmp_path)
    wages._repr_mimebundle_()
    assert not list(tmp_path.iterdir())


def test_markdown_has_the_alt_text(wages):
    wages.alt = "From $5 [sic]"
    assert wages.markdown("figures/") == r"![From \$5 \[sic\]](figures/wages.png)"


def test_dollar_signs_are_drawn_as_such(wages):
    svg = wages.svg()
    assert "between $5 and $7 per hour" in svg
