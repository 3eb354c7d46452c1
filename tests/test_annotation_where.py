"""Where a figure holds, and who is on the other side."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Unemployment stood at 4.6% in Wales and 2.7% in Scotland.", [("GB-WLS", ""), ("GB-SCT", "")]),
        ("Mexico is the United States' second largest trading partner.", [("MEX", "USA")]),
        ("The United States and Mexico trade $1.7 billion a day.", [("MEX+USA", "")]),
        ("California added 31,000 jobs, compared with 25,000 in Texas.", [("US-CA", ""), ("US-TX", "")]),
        ("In Kenya, debt reached 70.1% of GDP.", [("KEN", "")]),
        ("Exports to China fell by 12 percent.", [("CHN", "")]),
        ("Mexico's exports to the United States grew 12 percent.", [("USA", "MEX")]),
        ("In Canada, imports of oil from Norway fell by 12 percent.", [("CAN", "NOR")]),
        ("Some 260,000 Mexicans moved to Canada.", [("CAN", "MEX")]),
        ("It grew 5 percent more than in Peru.", [("", "")]),
        ("The rate was 5 percent.", [("", "")]),
        ("The U.S. deficit with Vietnam was $100 billion.", [("USA", "VNM")]),
        ("Germany bought $12 billion worth of Norwegian gas.", [("DEU", "NOR")]),
        ("Vietnam displaced China as the largest supplier of U.S. furniture.", [("VNM", "USA")]),
        ("The United Kingdom hosts 700,000 Indians.", [("GBR", "IND")]),
        ("Ukrainian refugees in Poland earn 20 percent less.", [("POL", "UKR")]),
        ("Germany received 330 requests; Syrians lodged 30 percent of them.", [("DEU", ""), ("DEU", "SYR")]),
        ("Italy, unlike other EU members, taxes wealth at 2 percent.", [("ITA", "")]),
        (
            "In Chile, 7 percent are poor, below the Latin American average of 29 percent.",
            [("CHL", ""), ("LATIN_AMERICA", "")],
        ),
        ("Denmark has 4 doctors per 1,000 people, twice the EU average.", [("DNK", ""), ("DNK", "")]),
        ("Germany's exports fell 2 percent; the Italian ones grew.", [("DEU", "")]),
        ("Speaking in Davos, the minister promised 500 GW.", [("", "")]),
        ("The Marrakesh Treaty has 196 parties.", [("", "")]),
        ("A heater of 9,000 British thermal units heats 2 rooms.", [("", ""), ("", "")]),
    ],
)
def test_place_and_partner(text, expected):
    assert [(claim.geography, claim.partner) for claim in claims(text)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Kenya's debt is 70 percent. Growth is 5 percent. Inflation is 6 percent. Prices rose 7 percent.", "KEN"),
        ("3. KENYA\n\nInfant mortality is 32 per 1,000.", "KEN"),
        ("## Water in Peru\n\nRain fell.\n\nRivers rose by 5 meters.", "PER"),
        ("In Spain 12 percent are idle, against 3 percent in Germany. Of the young, 28 percent are.", "ESP"),
        ("Peru exports copper to China. Mining makes 60 percent of exports.", "PER"),
        ("Nepal lost US$7 billion in the earthquake. Growth fell to 2 percent.", "NPL"),
        ("Kenya's debt is 70 percent. Spain's is 105 percent. The country's deficit is 5 percent.", "KEN"),
        ("Bavaria's rate is 3 percent. Nationwide, 9 in 10 agree.", "DEU"),
        ("Colombia grew. In Antioquia the share was 3 percent. Rents rose by 4 percent.", "COL"),
        ("# India\n\nAt the summit in Glasgow, the prime minister promised 500 GW.", "IND"),
        ("France and Italy signed a pact. French exports rose. Bilateral trade reached $5 billion.", "FRA+ITA"),
        ("Brazil planted. Worldwide, farmers sold 5 million tons. This number was 4 million tons.", "WORLD"),
        ("Sales rose in Texas (35 percent) and Florida (6 percent). The price fell by 15 cents.", ""),
    ],
)
def test_place_that_a_paragraph_is_about(text, expected):
    assert claims(text)[-1].geography == expected


def test_place_of_the_sentence_before():
    _, second = claims("In Bolivia 40 percent voted. Turnout was 41 percent in 2019.")
    assert (second.geography, second.inferred) == ("BOL", ("geography",))
