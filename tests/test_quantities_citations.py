"""Years and numbers of works, laws, base years, ages and scores, and the same words where they are none."""

from __future__ import annotations

import pytest

from readers import claims, masked, readings


@pytest.mark.parametrize(
    ("sentence", "text", "disposition"),
    [
        ("Rossi et al. (2022) find that herds grew 6 percent.", "2022", "reference"),
        ("Rossi (2014) argues that herds grew 6 percent.", "2014", "reference"),
        ("Herds grew by 4 percent (Rossi and Jones 2018).", "2018", "reference"),
        ("Herds grew by 4 percent (see Lim et al., 2012, p. 41; Diaz 2015).", "2012, p. 41", "reference"),
        ("Herds grew by 4 percent [OECD 2020].", "2020", "reference"),
        ("Herds will grow, according to the Goat Board (2021).", "2021", "reference"),
        ("The 1951 Goat Treaty limits herds to 500.", "1951", "name"),
        ("Peru’s 1993 Constitution names 4 tongues.", "1993", "name"),
        ("The Wool Act of 1954 limits herds to 500.", "1954", "name"),
        ("Law 2272 of 2022 limits herds.", "2272 of 2022", "reference"),
        ("Law 20.500 limits herds.", "20.500", "reference"),
        ("It cost $4 billion in 2012 dollars.", "2012", "name"),
        ("It cost 4 million (2017 PPP).", "2017", "name"),
        ("It cost $4 billion in constant 2024 dollars.", "2024", "name"),
        ("The index stood at 312 (1982-84=100).", "1982-84=100", "name"),
        ("Ana Rossi, 52, who herds goats, walked.", "52", "generic"),
        ("John Smith, 34, a teacher, walked.", "34", "generic"),
        ("Pedro Alves (29) walked.", "29", "generic"),
        ("They saw a 102–87 win.", "102–87", "generic"),
        ("The team won 110–98.", "110–98", "generic"),
        ("5 U.S. Department of Labor, Wages.", "5", "reference"),
        ("12 See Rossi, Goats.", "12", "reference"),
    ],
)
def test_masked(sentence, text, disposition):
    assert (text, disposition) in [(found, what) for found, what, _ in masked(sentence)]


@pytest.mark.parametrize(
    ("sentence", "text", "disposition"),
    [
        ("In Peru (2019), 4 percent of herds fell ill.", "2019", "date"),
        ("Herds grew by 4 percent (March 2020).", "March 2020", "date"),
        ("Herds fell ill in the 2020 drought.", "2020", "date"),
        ("The 2024 budget foresees 4 herds.", "2024", "date"),
    ],
)
def test_dates_stay(sentence, text, disposition):
    assert (text, disposition) in [(found, what) for found, what, _ in masked(sentence)]


@pytest.mark.parametrize(
    ("sentence", "values"),
    [
        ("Portugal, 52, a record, led Spain.", [52]),
        ("Kenya (29), Togo (34) and Peru (41) led.", [29, 34, 41]),
        ("40 Mexican farmers left.", [40]),
        ("It cost 2,012 dollars.", [2012]),
    ],
)
def test_figures_stay(sentence, values):
    assert [claim.value for claim in claims(sentence)] == values


def test_a_law_or_a_work_gives_no_period():
    assert [claim.period for claim in claims("The 1951 Goat Treaty limits herds to 500 goats.")] == [""]
    assert [claim.status for claim in claims("It would cost $4 million (Rossi 2018).")] == ["forecast"]


def test_the_number_of_a_section_is_the_headings():
    found = readings("2.1 Health in Uganda\n\nUganda spends 4 percent of its budget on the health of its people.\n")
    assert [(reading.text, reading.disposition) for reading in found] == [("2.1", "heading"), ("4 percent", "claim")]
