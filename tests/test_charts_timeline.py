"""Timelines: a time is as wide as it is, what is to come is hatched, and every word is a text's."""

from __future__ import annotations

import re

import pytest
from matplotlib.patches import Rectangle

from usmex_data import charts
from usmex_data.charts.claim_rows import Row
from usmex_data.charts.style import SHADES
from usmex_data.errors import UsmexDataError

ASKED = "The council should build the ferry and mend the old pier, says the plan."


def time(name, text, quote, period, **given):
    start = quote.index(text)
    return Row(
        claim_id=name, source=name.rpartition("-")[0], section="", text=text, quote=quote, quote_start=start,
        quote_end=start + len(text), value=None, low=None, high=None, unit="", modifier="exact",
        period=period, **{"status": "reported", **given},
    )  # fmt: skip


PLAN = time("plan-q1", "2001", "© 2001", "2001")
REVIEW = time("review-q1", "May 4, 2003", "Written on May 4, 2003.", "2003-05-04")
FERRY = time("review-q9", "June 2002", "In June 2002, the ferry was launched.", "2002-06")
PIER = time("plan-q7", "2004", "A new pier is planned for 2004.", "2004")
STRIKE = time("review-q20", "March 9, 2002", "The port was closed on March 9, 2002.", "2002-03-09")
DUES = time("plan-q30", "2002", "Dues are raised from 2002 on.", "2002/..")
ABOUT = time("plan-q40", "about 2003", "Coal ends about 2003.", "2003~")
COUNT = time("review-12", "two of three", "By now two of three promises are kept.", "")
TEXTS = {"Plan": PLAN, "Review": REVIEW}


def drawn(events, *, asked=None, texts=TEXTS, limits=(2000, 2006)):
    figure = charts.figure(
        "A title that has just enough words", "When it was", name="x", height=2.2,
        alt="A sentence that tells the finding to whoever cannot see it.",
    )  # fmt: skip
    return charts.timeline(figure, {"Port": events}, texts, asked=asked, said=ASKED, limits=limits)


def mark(figure, name):
    artists = [*figure.axes[0].patches, *figure.axes[0].collections]
    [found] = [artist for artist in artists if artist.get_gid() == f"mark-{name}"]
    return found


@pytest.mark.parametrize(
    ("words", "row", "low", "high"),
    [
        ("“June 2002”", FERRY, 2002 + 151 / 365, 2002 + 181 / 365),
        ("“planned for 2004”", PIER, 2004, 2005),
        ("“from 2002 on”", DUES, 2002, 2006),
    ],
)
def test_a_span_is_a_bar_of_its_width(words, row, low, high):
    bar = mark(drawn({words: row}), row.claim_id)
    assert isinstance(bar, Rectangle)
    assert (bar.get_x(), bar.get_x() + bar.get_width()) == pytest.approx((low, high), abs=0.001)


def test_a_day_is_a_dot():
    dot = mark(drawn({"“March 9, 2002”": STRIKE}), STRIKE.claim_id)
    assert dot.get_offsets()[0][0] == pytest.approx(2002 + 67.5 / 365, abs=0.001)


def test_an_open_end_has_an_arrow():
    assert [line.get_marker() for line in drawn({"“from 2002 on”": DUES}).axes[0].lines] == [">"]
    assert not drawn({"“planned for 2004”": PIER}).axes[0].lines


def test_about_is_hollow():
    bar = mark(drawn({"“about 2003”": ABOUT}), ABOUT.claim_id)
    assert bar.get_facecolor()[:3] == (1, 1, 1)
    assert bar.get_linestyle() == "dashed"
    assert bar.get_hatch() is None


@pytest.mark.parametrize(
    ("words", "row", "ahead"),
    [
        ("“planned for 2004”", PIER, True),
        ("planned, “2004”", PIER, False),  # the text's word counts, not ours
        ("“June 2002”", FERRY, False),
        ("“June 2002”", time("review-q9", "June 2002", FERRY.quote, "2002-06", status="forecast"), True),
    ],
)
def test_what_is_to_come_is_hatched(words, row, ahead):
    assert bool(mark(drawn({words: row}), row.claim_id).get_hatch()) is ahead


def test_a_row_without_time_stands_where_its_text_does():
    dot = mark(drawn({"“two of three”": COUNT}), COUNT.claim_id)
    assert dot.get_offsets()[0][0] == pytest.approx(2003 + 123.5 / 365, abs=0.001)


def test_texts_are_bands_of_their_width_and_lines():
    figure = drawn({"“June 2002”": FERRY})
    band = mark(figure, "plan-q1")
    assert (band.get_x(), band.get_width()) == pytest.approx((2001, 1))
    assert {round(float(x), 2) for line in mark(figure, "review-q1").get_segments() for x in line[:, 0]} == {2003.34}


def test_colours_tell_who_says_it():
    figure = drawn({"“June 2002”": FERRY, "“planned for 2004”": PIER})
    colours = {each.colour for each in figure.pending}
    assert colours == {SHADES[0].text, SHADES[1].text}


def test_the_figure_is_whole_and_names_its_rows():
    figure = drawn({"“June 2002”": FERRY, "“planned for 2004”": PIER}, asked={"Port": "“build the ferry”"}).finish()
    for name in ("plan-q1", "review-q1", "review-q9", "plan-q7"):
        assert name in figure.note
        assert f'id="mark-{name}"' in figure.svg()
    assert [line.split(",")[0] for line in figure.csv().splitlines()[1:]] == [
        "plan-q1", "review-q1", "review-q9", "plan-q7"
    ]  # fmt: skip


def test_neighbouring_texts_keep_apart():
    near = {"Plan": time("plan-q1", "May 2, 2003", "On May 2, 2003.", "2003-05-02"), "Review": REVIEW}
    names = {text.get_text(): text.get_ha() for text in drawn({"“June 2002”": FERRY}, texts=near).axes[0].texts}
    assert (names["Plan"], names["May 2, 2003"], names["Review"]) == ("right", "right", "center")


@pytest.mark.parametrize(
    ("events", "given", "message"),
    [
        ({"“opened in June 2002”": FERRY}, {}, "the sentence of review-q9 does not say 'opened in June 2002'"),
        ({"“launched”": FERRY}, {}, "must repeat the source's words 'June 2002'"),
        ({"“June 2002”": FERRY}, {"limits": (2000, 2002)}, "leaves .* out"),
        ({"“June 2002”": FERRY}, {"asked": {"Port": "“sell the ferry”"}}, "no text says 'sell the ferry'"),
        ({"“June 2002”": FERRY}, {"asked": {"Pier": "“mend the old pier”"}}, "'Pier' is asked for but has no lane"),
        ({"“two of three”": COUNT}, {"texts": {"Plan": PLAN}}, "names no time, and its text has none"),
    ],
)
def test_what_no_text_says_and_what_has_no_place_is_an_error(events, given, message):
    with pytest.raises(UsmexDataError, match=message):
        drawn(events, **given)


def test_the_years_stand_below():
    labels = [label.get_text() for label in drawn({"“June 2002”": FERRY}).axes[0].get_xticklabels()]
    assert labels == [str(year) for year in range(2000, 2006)]
    assert all(re.fullmatch(r"\d{4}", label) for label in labels)
