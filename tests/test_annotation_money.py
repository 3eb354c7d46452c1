"""Money that several countries call by one name is that of the figure's place."""

from __future__ import annotations

import pytest

from readers import claims


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("In Colombia, rent costs 1.3 million pesos.", "COP"),
        ("In Chile, a ride costs 800 pesos a head.", "CLP/person"),
        ("In Mexico, rent costs 9,000 pesos.", "MXN"),
        ("Rent costs 9,000 pesos.", "MXN"),
        ("Colombia paid 40 million Mexican pesos.", "MXN"),
        ("Per cent by per cent, Canada's mills earned $9 billion.", "CAD"),
        ("In Ontario, the programme costs $9 a day.", "CAD/day"),
        ("Per cent by per cent, Canada's mills earned US$9 billion.", "USD"),
        ("Percent by percent, Canada's mills earned $9 billion.", "USD"),
        ("In Peru, the programme costs $9 a day.", "USD/day"),
        ("In Jordan, bread costs 40 dinars.", "JOD"),
        ("In Nepal, rice costs 90 rupees a kilo.", "NPR/kilogram"),
        ("In India, rice costs 90 rupees a kilo.", "INR/kilogram"),
    ],
)
def test_money_of_one_name(text, unit):
    assert [claim.unit for claim in claims(text)] == [unit]
