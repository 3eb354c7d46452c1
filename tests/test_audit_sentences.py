"""The rules on sentences of many topics: errors that they find, and sentences that only look wrong."""

from __future__ import annotations

import pytest

from usmex_data.audit.texts import audit_texts

WRONG = [
    # totals
    ("total", "The fleet has 48 buses: 20 in the north, 18 in the south and 14 in the east."),
    ("total", "Of the 900 pupils, 410 come by bus, 380 on foot and 210 by bicycle."),
    ("total", "Donors gave €4.2 million, €1.9 million and €2.5 million, together €9.6 million."),
    ("total", "The museum had 80,000 visitors in May. Of these, 45,000 were adults and 41,000 were children."),
    (
        "hundred",
        "The council is made up of 46 percent Greens, 31 percent Liberals and the remaining 33 percent others.",
    ),
    ("hundred", "Women make up 52 percent of the members and men 58 percent."),
    # changes
    ("change", "Rents rose from $800 to $1,000, an increase of 15 percent."),
    ("change", "Membership fell by 30 percent, from 4,000 to 3,600."),
    ("change", "The orchard yielded 84 tonnes, compared with 60 tonnes in 2019, a rise of 20 percent."),
    ("change", "In 2020 the zoo had 61 keepers, a fall of 12. In 2019 there were 65 of them."),
    ("change", "Bread prices tripled from $2.10 in 1999 to $4.30 in 2019."),
    ("points", "Turnout rose from 40 percent to 44 percent, an increase of 4 percent."),
    ("direction", "Rainfall decreased from 610 mm in 2018 to 720 mm in 2019."),
    ("direction", "Enrolment climbed to 310, from 420 a year earlier."),
    # shares
    ("share", "Of the 250 farms, 50, or 35 percent, are organic."),
    ("share", "A quarter of the 2,000 seats, 800 seats, were empty."),
    ("part", "Of 60 lifeboats, 75 were inspected."),
    # rates
    ("rate", "The ferry carries 900 passengers a day, or 1.1 million a year."),
    ("head", "The grant of $6 million went to 3,000 families, or $3,000 for each family."),
    # ranks
    ("ranking", "The largest donor was Norway with $40 million, followed by Chile with $55 million."),
    (
        "ranking",
        "Rice is the second largest crop, behind maize with 12 million tons and ahead of wheat with 19 million tons.",
    ),
    # dates
    ("anniversary", "The choir was founded in 1950 and celebrated its 60th anniversary in 2015."),
    ("lasting", "The tunnel was built between 1990 and 1998, a construction period of five years."),
    ("order", "The mine was opened in 1962 and closed in 1958."),
    ("apart", "It was renovated in 2004, twelve years after the fire in 1999."),
    # lists
    ("counted", "The plan has four goals: clean water, safe roads and good schools."),
    ("counted", "Its three offices are Lagos, Accra, Dakar and Lomé."),
    # peaks
    ("peak", "Unemployment claims peaked at 9,000 in May; at 6,500 in June they have come down by 1,500."),
]


@pytest.mark.parametrize(("rule", "text"), WRONG)
def test_what_does_not_add_up_is_found(rule: str, text: str) -> None:
    failing = [check for check in audit_texts(text).checks if check.verdict == "does_not_hold"]
    assert {check.check_id.partition("-")[0] for check in failing} == {rule}
    assert all(check.question.endswith("?") or check.question.endswith(".") for check in failing)
    assert all("fair reader" in check.explanation for check in failing)


RIGHT = [
    "The port handled 31.4 million tonnes in 2022. In 2015 it handled 24 million tonnes.",
    "Output rose from 200 units to 260 units and costs rose by 12 %.",
    "Prices fell to $60 in March, and are up 10 % over the year.",
    "There are 300 teachers, including 450 pupils in rural schools.",
    "The fleet has 48 buses: 20 in the north, 18 in the south and 10 in the east.",
    "Of the 900 pupils, 410 come by bus and 380 on foot.",
    "The budget of €9 million pays for several things, among them €2 million for roads and €1 million for parks.",
    "Rents rose from $800 to $1,000, while wages went up by 15 percent.",
    "Net profit was 29 million after a gross profit of 42 million.",
    "Some 52 percent use the bus and 61 percent the train.",
    "The rate fell from 8 percent to 6 percent, that is by a quarter.",
    "About 2,000 people came, 300 of them from abroad.",
    "The ferry carries 900 passengers a day, or 328,500 a year.",
    "The shop serves 400 customers a day, about 100,000 in a working year.",
    "The choir was founded in 1950 and celebrated its 65th anniversary in 2015.",
    "The bridge was built from 2014 to 2019, five years in all.",
    "The society was founded in 1901 and the hall was opened in 1899.",
    "The two regions are North and South, and the five districts are in the east.",
    "Four groups met: farmers, fishers, and traders and bankers.",
    "The school has three buildings: a hall, a gym and a library.",
    "Claims peaked at 9,000 in May; at 6,500 in June they have come down by 2,500.",
    "Peru is the largest producer, ahead of Chile with 2 million tons, and sold 1 million tons abroad.",
    "From 1990 to 1998 the town grew by five streets.",
    "The temperature fell from 12 to 9 degrees and rose to 15 degrees at noon.",
]


@pytest.mark.parametrize("text", RIGHT)
def test_what_only_looks_wrong_is_left_alone(text: str) -> None:
    failing = [check for check in audit_texts(text).checks if check.verdict == "does_not_hold"]
    assert [(check.check_id, check.question) for check in failing] == []


SAME = [
    ("The city employed 1,240 people at the end of 2023.", "At the end of 2023, the city's workforce stood at 1,420."),
    ("In 2021 hospitals treated 48,000 in-patients.", "Hospitals cared for 84,000 in-patients in 2021."),
    ("Wind farms generated 4.2 TWh in 2020.", "In 2020 wind farms produced 4,800 GWh."),
    ("Spending on roads was $4.8 million in 2019.", "In 2019, $4.8 billion was spent on roads."),
]
OTHER = [
    ("The city employed 1,240 people at the end of 2023.", "At the end of 2022, the city's workforce stood at 1,190."),
    ("Wind farms generated 4.2 TWh in 2020.", "In 2020 wind farms produced 4,200 GWh."),
    ("Net income was $4.8 million in 2019.", "Gross income was $6.1 million in 2019."),
    ("The school had 410 pupils in 2019.", "The school had 220 new pupils in 2019."),
    ("In 2021 hospitals treated 48,000 in-patients.", "In 2021 university hospitals treated 9,000 in-patients."),
    ("Spending was $4.8 million in 2019.", "Spending in 2019 was first put at $4.6 million and later revised."),
    ("About 5,000 people visited the fair in 2018.", "The fair had 5,140 visitors in 2018."),
    ("The port handled 3.1 million tonnes in 2022.", "The port expects to handle 3.4 million tonnes in 2022."),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_one_thing_in_two_texts_is_held_together(one: str, other: str) -> None:
    [failing] = [check for check in audit_texts([one, other]).checks if check.verdict == "does_not_hold"]
    assert failing.check_id.startswith(("same", "slip"))
    assert "which" in failing.question


@pytest.mark.parametrize(("one", "other"), OTHER)
def test_two_things_are_not(one: str, other: str) -> None:
    assert [c.question for c in audit_texts([one, other]).checks if c.verdict == "does_not_hold"] == []
