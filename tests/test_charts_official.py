"""Official figures in a chart: grey, named in a note of their own, second hand only where the chart says so."""

from __future__ import annotations

import pytest

import usmex_data as um
from usmex_data import charts
from usmex_data.charts.official import official_rows
from usmex_data.errors import UsmexDataError

GAS = ["white-papers-106062", "white-papers-106082", "white-papers-106010"]
STEPS = {"2017": 0, "2018": 1, "2019": 2}


@pytest.fixture
def figure():
    fig = charts.figure(
        "The table has less gas than the chapter",
        "Imports of natural gas by pipeline, bcf a day",
        name="official-test",
        alt="The table has 4.19, 4.63 and 5.11 where the chapter has 4.8, 4.9 and 5.1.",
        height=2.6,
    )
    said = um.claims().set_index("claim_id", drop=False).loc[GAS]
    return charts.slope(fig, said, limits=(0, 6.6))


def pipelines():
    return um.record(indicator="natural_gas_imports").query("category == 'pipeline' and released == '2023'")


def test_the_note_tells_official_figures_apart_from_the_sources(figure) -> None:
    charts.official(figure, pipelines(), at=STEPS)
    source, official = figure.note.split(" Official, not from the texts: ")
    assert source.startswith("Source: ")
    assert "gas-0" not in source
    assert official == "U.S. Energy Information Administration, N9132MX2 (gas-008 … gas-010)."


def test_many_series_are_counted_in_the_note_and_not_named(figure) -> None:
    many = um.record().query("origin == 'primary'").dropna(subset="value").drop_duplicates("series_or_table")
    assert len(many) > 16
    figure.rows += charts.official_rows(many)
    told = f"Official, not from the texts: {len(many)} rows of official.csv, each with its source."
    assert figure.note.endswith(told)


def test_only_the_periods_that_have_a_place_are_drawn(figure) -> None:
    charts.official(figure, pipelines(), at={"2018": 1})
    assert [row.claim_id for row in figure.rows if row.official] == ["official-gas-009"]


def test_labels_hold_the_official_figure_and_the_figure_passes_its_checks(figure) -> None:
    charts.official(figure, pipelines(), at=STEPS, label="official {text}", sides=("below",))
    figure.check()
    assert any(words == "official 4.191" for words, _box in figure.layout.texts)


def test_the_rows_drawn_can_be_taken_away(figure) -> None:
    charts.official(figure, pipelines(), at=STEPS)
    assert "official-gas-010" in figure.csv()


def test_second_hand_figures_are_refused_unless_the_chart_says_so(figure) -> None:
    weak = um.record(indicator="remittances")
    with pytest.raises(UsmexDataError, match="read second hand"):
        charts.official(figure, weak, at={"2019": 0})
    assert charts.official(figure, weak, at={"2019": 0}, second_hand=True) is figure


def test_rows_of_the_texts_are_no_official_figures() -> None:
    with pytest.raises(UsmexDataError, match="no official figures"):
        official_rows(um.claims())


def test_nothing_to_draw_is_an_error(figure) -> None:
    with pytest.raises(UsmexDataError, match="no official figure has a period of 1999"):
        charts.official(figure, pipelines(), at={"1999": 0})


def test_one_official_figure_can_be_reckoned_with() -> None:
    from usmex_data import notebooks as nb

    record = um.record().set_index("official_id", drop=False)
    growth = nb.calc(
        "growth", nb.amount(record.loc["gas-010"]) / nb.amount(record.loc["gas-008"]) * 100 - 100, "percent"
    )
    assert growth.shown == "21.9%"
    assert "data/record.html#official-gas-010" in growth.html()
