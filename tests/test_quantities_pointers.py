"""Numbers that point at a work, an equation or a part of a drawing, and those beside them that do state something."""

from __future__ import annotations

import pytest

from readers import readings


def stated(text):
    """The claims of a text as written."""
    return [reading.text for reading in readings(text) if reading.disposition == "claim"]


def pointing(text):
    """What of a text only points."""
    return [reading.text for reading in readings(text) if reading.disposition == "reference"]


@pytest.mark.parametrize(
    ("text", "references", "claims"),
    [
        ("This way of dating lake mud is an old one [17].", ["[17]"], []),
        ("They visited 40 farms [22] and saw a 3% gain [23,24].", ["[22]", "[23,24]"], ["40", "3%"]),
        ("Later work found the same [4,5], if not always [12–14].", ["[4,5]", "[12–14]"], []),
        ("Most models assume dry soil [8] [9].", ["[8]", "[9]"], []),
        ("In contrast to [14], the yield rose by 12% [15, p. 4].", ["[14]", "[15, p. 4]"], ["12%"]),
        ("Refs. [21]–[24] report 300 cases.", ["[21]", "[24]"], ["300"]),
        ("As refs 12 and 13 show, the rate was 4 percent.", ["12 and 13"], ["4 percent"]),
        ("Wheat prices fell [31-33].", ["[31-33]"], []),
        ("[45] The tenant paid £3,000.", ["[45]"], ["£3,000"]),
        # numbers in brackets that are none
        ("The odds ratio was 1.4 (95% CI [1.1, 1.9]).", ["95% CI"], ["1.4", "1.1", "1.9"]),
    ],
)
def test_works_in_brackets(text, references, claims):
    assert (pointing(text), stated(text)) == (references, claims)


@pytest.mark.parametrize(
    ("text", "references", "claims"),
    [
        ("Putting Eq. (12) into (14) yields the lift.", ["(12)", "(14)"], []),
        ("By equations (3) and (4), the flux is zero; from (5) the field is constant.", ["(3)", "(4)", "(5)"], []),
        ("Inserting (7) in (9) yields 40 watts.", ["(7)", "(9)"], ["40 watts"]),
        ("Expression (4.7) holds for all (see (4.9)).", ["(4.7)", "(4.9)"], []),
        ("Combining (3a) and (3b). gives it.", ["(3a)", "(3b)"], []),
        # amounts in parentheses
        ("The school (450 pupils) and the clinic (30 beds) share a road.", [], ["450", "30"]),
        ("The loss grew to (310) in 2020.", [], ["310"]),
        ("They turned from (4.2) percent to 3 percent.", [], ["4.2", "3 percent"]),
    ],
)
def test_equations(text, references, claims):
    assert pointing(text) == references
    assert len(stated(text)) == len(claims)


@pytest.mark.parametrize(
    ("text", "references"),
    [
        ("A frame (22) holds the lamp (24), and a cord (26) turns the wheel (28).", ["22", "24", "26", "28"]),
        ("Oil enters the drum 14 through a nozzle 16 and leaves by the duct 18.", ["14", "16", "18"]),
        ("The lever 102 turns on a pin 104 that the bracket 106 carries.", ["102", "104", "106"]),
        ("A seat (112a) rests on rails (114).", ["112a", "114"]),
        ("As FIG. 2 shows, the cover 30 closes the box 32 and the spring 34 holds it.", ["2", "30", "32", "34"]),
        ("The first layer 210 covers the plate 200, and a thin film 220 lies between them.", ["210", "200", "220"]),
        ("The sensor 12 is mounted on the arm 14.", ["12", "14"]),
    ],
)
def test_parts_of_a_drawing(text, references):
    assert (pointing(text), stated(text)) == (references, [])


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("The town opened a tank in 2014, and a valve costs 16 dollars.", ["16 dollars"]),
        ("The state gave the clinic 14 beds and the school 30 desks.", ["14", "30"]),
        ("It filled the tank 14 times in May.", ["14"]),
        ("The plant has a tank of 14 litres and a pipe of 18 metres.", ["14 litres", "18 metres"]),
        ("At the farm 14 cows fell ill and at the mill 16 workers did.", ["14", "16"]),
    ],
)
def test_amounts_behind_nouns_stay(text, claims):
    assert stated(text) == claims
