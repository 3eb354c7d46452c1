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
    ],
)
def test_place_and_partner(text, expected):
    assert [(claim.geography, claim.partner) for claim in claims(text)] == expected


def test_place_of_the_sentence_before():
    _, second = claims("In Bolivia 40 percent voted. Turnout was 41 percent in 2019.")
    assert (second.geography, second.inferred) == ("BOL", ("geography",))
